//! Names that say nothing by themselves, told by the company they keep: the verb they stand beside, or the person.

use super::super::cues::{cue, ends_as_surname, Cue};
use super::super::resolve::Candidates;
use super::super::{Context, MentionKind, Origin};
use super::evidence::{against, foreign_link};
use super::run::Run;
use crate::lexicon::grammar::Function;
use crate::syntax::{Tense, VerbGroup, Voice};

/// Most names behind one honorific, or of one subject.
const PEERS: usize = 6;

/// How far before « à » the verb stands that gives.
const REACH: usize = 8;

/// The rule that makes a person of an open part.
pub(super) fn told(context: Context<'_>, found: &Candidates, part: Run) -> Option<&'static str> {
    let Run { first, last } = part;
    if apposed(context, found, part) {
        return Some("person:apposition");
    }
    if !is_nobody(context, part) || against(context, first, false) || foreign_link(context, first) {
        return None;
    }
    let folded = context.source.folded(last - 1);
    let surname = || context.name(last - 1).family > 0 || ends_as_surname(folded);
    let guessed = found.covering(first).is_some_and(|m| m.origin == Origin::Rule("place:preposition"));
    if context.previous(first, 1) == "à" && (guessed || found.covering(first).is_none()) {
        return given(context, first, surname).then_some("person:given to");
    }
    if (first..last).any(|k| found.covering(k).is_some()) {
        return None;
    }
    if subject(context, found, (first, last), surname) {
        return Some("person:subject");
    }
    if object(context, first, surname) {
        return Some("person:object");
    }
    if owner(context, first) {
        return Some("person:owner");
    }
    peer(context, found, part).then_some("person:peer")
}

/// « Tardivel, ministre de la Marine », « Grimaldi (ministre de la Justice) », « le nouveau ministre, Tardivel, »: one word
/// beside an office that nothing but a mark parts from it.
fn apposed(context: Context<'_>, found: &Candidates, part: Run) -> bool {
    let Run { first, last } = part;
    let free = last == first + 1
        && found.covering(first).is_none()
        && context.hit_at(first).is_none()
        && !(context.is_joined(first) || context.is_joined(last) || context.is_common(first))
        && context.source.get(first).is_some_and(|t| t.is_title_case())
        && context.source.folded(first).len() > 3;
    if !free || against(context, first, false) || foreign_link(context, first) {
        return false;
    }
    let led = context.goes_on(first) && matches!(context.word(first - 1).function, Function::Preposition(_));
    let office = |at: usize| found.covering_kind(at, MentionKind::Official).filter(|_| context.goes_on(at));
    let behind =
        || office(last + 1).filter(|m| m.first as usize == last + 1 && matches!(context.next(last), "," | "("));
    let before = || {
        let mark = context.previous(first, 1) == "," && matches!(context.next(last), "," | ")");
        let office = first.checked_sub(2).filter(|_| mark).and_then(office);
        office.filter(|m| m.last as usize + 1 == first && m.official().is_some_and(|o| !o.plural))
    };
    !led && behind().or_else(before).is_some()
}

/// One word, or one tied to « al- », that no list and no dictionary knows but as a name.
fn is_nobody(context: Context<'_>, part: Run) -> bool {
    let Run { first, last } = part;
    if last <= first {
        return false;
    }
    let article =
        last - first == 2 && context.is_joined(last - 1) && matches!(context.source.lowered(first), "al" | "el");
    if last - first != 1 && !article || context.is_joined(last) || context.is_joined(first) {
        return false;
    }
    let word = context.word(last - 1);
    let folded = context.source.folded(last - 1);
    let name = context.name(last - 1);
    let shaped = context.source.get(last - 1).is_some_and(|t| t.is_title_case()) && folded.len() > 3;
    let unknown = word.pos.0 == 0 && word.function == Function::None;
    let named = name.family > name.given || name.given > 0 && !context.is_common(last - 1);
    shaped && context.hit_at(last - 1).is_none() && (unknown || named)
}

/// The further names of « MM. Guterres et Borrell », « MM. Aboud, Kerim et Zaki », « les généraux Kolo, Mbemba et Saidi ».
pub(super) fn after_plural_honorific(context: Context<'_>, found: &Candidates, first: usize) -> bool {
    let mut at = first;
    for _ in 0..PEERS {
        let linked = matches!(context.previous(at, 1), "et" | ",") && at >= 2;
        let Some(peer) = found.covering_kind(at.wrapping_sub(2), MentionKind::Person).filter(|_| linked) else {
            return false;
        };
        at = peer.first as usize;
        let office = found.covering_kind(at.wrapping_sub(1), MentionKind::Official);
        if matches!(context.previous(at, 1), "mm" | "mmes" | "messieurs" | "mesdames")
            || office.is_some_and(|m| m.last as usize == at && m.official().is_some_and(|o| o.plural))
        {
            return context.previous(first, 1) == "et" || found.covering(first).is_none();
        }
    }
    false
}

/// What only a person does, or what it does in the simple past: its verb follows, perhaps behind further names.
fn subject(
    context: Context<'_>,
    found: &Candidates,
    (first, last): (usize, usize),
    surname: impl Fn() -> bool,
) -> bool {
    // « à Tokmak, Petrov et Zoubkov ont été arrêtés »
    if first > 0 && context.goes_on(first) && matches!(context.word(first - 1).function, Function::Preposition(_)) {
        return false;
    }
    let verb_at = |at: usize| {
        context.syntax.group_at(at).filter(|g| g.first as usize == at && context.goes_on(at) && g.is_finite())
    };
    let (mut at, mut closed) = (last, true);
    for _ in 0..PEERS {
        let comma = usize::from(at > last && context.next(at) == ",");
        if let Some(group) = verb_at(at).or_else(|| verb_at(at + comma)).filter(|_| closed) {
            return does(context, group, surname);
        }
        let link = context.next(at);
        if !matches!(link, "et" | ",") || !context.goes_on(at + 1) || !context.is_capital(at + 1) {
            return false;
        }
        closed = link == "et";
        let named = found.covering_kind(at + 1, MentionKind::Person).filter(|m| m.first as usize == at + 1);
        at = named.map_or(at + 2, |m| m.last as usize);
    }
    false
}

fn does(context: Context<'_>, group: &VerbGroup, surname: impl Fn() -> bool) -> bool {
    let told = verb(context, group);
    match group.voice {
        Voice::Passive => told.undergo() || told.faces() && surname(),
        _ => told.deed() || is_simple_past(group) && (told.act() || told.speech()),
    }
}

/// Whom one meets, names or arrests: its verb stands right before, « avec » after what only persons do.
fn object(context: Context<'_>, first: usize, surname: impl Fn() -> bool) -> bool {
    if !context.goes_on(first) {
        return false;
    }
    let with = usize::from(context.previous(first, 1) == "avec");
    let before = first.checked_sub(1 + with).and_then(|k| context.syntax.group_at(k));
    let Some(group) = before.filter(|g| g.last as usize + with == first) else { return false };
    let told = verb(context, group);
    if with > 0 {
        return told.deed() || is_simple_past(group) && told.act();
    }
    group.voice == Voice::Active && (told.undergo() || told.faces() && (is_simple_past(group) || surname()))
}

/// « la démission de Kubilius », « l'entretien entre Gamelin et Gort »: a noun that only persons own.
fn owner(context: Context<'_>, first: usize) -> bool {
    matches!(context.previous(first, 1), "de" | "d'" | "entre") && context.cue_before(first, 2).personal()
}

/// « confia l'ambassade à Rousseau », « succéda à Zoubkov ».
fn given(context: Context<'_>, first: usize, surname: impl Fn() -> bool) -> bool {
    let near = (2..REACH).take_while(|&back| !context.previous(first, back).is_empty());
    let group = near.filter_map(|back| context.syntax.group_at(first - back)).next();
    group.is_some_and(|g| {
        let right_before = g.last as usize + 1 == first;
        verb(context, g).dative() && (right_before && is_simple_past(g) || surname())
    })
}

/// « Titulesco et Litvinov »: one word beside a person of one word, with no verb of its own.
fn peer(context: Context<'_>, found: &Candidates, part: Run) -> bool {
    let Run { first, last } = part;
    let lone = |at: usize| found.covering_kind(at, MentionKind::Person).is_some_and(|m| m.last - m.first == 1);
    let before = context.previous(first, 1) == "et"
        && first.checked_sub(2).is_some_and(lone)
        && (context.previous(first, 3) == "entre"
            || context.syntax.group_at(last).is_none_or(|g| g.first as usize != last || !g.is_finite()));
    let after = context.next(last) == "et" && context.goes_on(last + 1) && lone(last + 1);
    before || after && context.previous(first, 1) != "de"
}

/// What the verb of a group says of the names beside it.
fn verb(context: Context<'_>, group: &VerbGroup) -> Cue {
    group.verb.map(|v| cue(context.lexicon.vocabulary().lemma(v))).unwrap_or_default()
}

/// « rencontra », « nomma »: told of the past in one word.
fn is_simple_past(group: &VerbGroup) -> bool {
    group.tense == Tense::Past && group.last - group.first == 1
}
