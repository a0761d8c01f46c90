//! From candidates to the flat list, and from officials to the persons they name.
//!
//! Comes in: whatever the finders proposed, overlapping or not. Goes out: one
//! flat list by start. Of two that overlap the longer wins; of two equally
//! long the kind that needed more evidence. Invents no mention.

use super::{Context, Gender, Mention, MentionData, MentionKind};
use crate::id::{Code, MentionId};
use crate::lexicon::grammar::Function;
use crate::lexicon::{EntryData, Hit, Role};
use rustc_hash::FxHashSet;
use std::cmp::Reverse;

/// What the finders have proposed so far, with the longest candidate over each token.
#[derive(Debug, Default, Clone)]
pub struct Candidates {
    pub(super) list: Vec<Mention>,
    /// For each token one more than the number of the longest candidate over it.
    cover: Vec<u32>,
    /// The countries the text names.
    pub(super) told: FxHashSet<Code>,
}

impl Candidates {
    /// Empties the list for a text of `tokens` tokens.
    pub(super) fn reset(&mut self, tokens: usize) {
        self.list.clear();
        self.cover.clear();
        self.cover.resize(tokens, 0);
    }

    /// Proposes a mention; an empty one is ignored.
    pub(super) fn push(&mut self, mention: Mention) {
        if mention.last <= mention.first {
            return;
        }
        let number = self.list.len() as u32 + 1;
        let (first, last) = (mention.first as usize, mention.last as usize);
        if self.cover.len() < last {
            self.cover.resize(last, 0);
        }
        for slot in &mut self.cover[first..last] {
            let weaker = self.list.get((*slot as usize).wrapping_sub(1)).is_none_or(|old| !stronger(old, &mention));
            if weaker {
                *slot = number;
            }
        }
        self.list.push(mention);
    }

    /// The strongest candidate over `token`.
    pub(super) fn covering(&self, token: usize) -> Option<&Mention> {
        let number = *self.cover.get(token)? as usize;
        self.list.get(number.wrapping_sub(1))
    }

    /// The strongest candidate over `token`, when it is of this kind.
    pub(super) fn covering_kind(&self, token: usize, kind: MentionKind) -> Option<&Mention> {
        self.covering(token).filter(|m| m.kind() == kind)
    }
}

fn rank(mention: &Mention) -> (u32, u8) {
    let kind = match mention.kind() {
        MentionKind::Date => 0,
        MentionKind::Place => 1,
        MentionKind::Person => 2,
        MentionKind::Organization => 3,
        MentionKind::Event => 4,
        MentionKind::Official => 5,
    };
    (mention.last - mention.first, kind)
}

fn stronger(old: &Mention, new: &Mention) -> bool {
    rank(old) >= rank(new)
}

/// The strongest candidates that do not overlap.
pub(super) struct Flat<'a, M> {
    /// By start.
    pub mentions: M,
    /// How many they are.
    pub count: usize,
    /// Of every token whether one of them holds it.
    pub claimed: &'a [bool],
}

/// What is kept while a list is made flat, in buffers that can be used again.
#[derive(Debug, Default)]
pub(super) struct Buffers {
    claimed: Vec<bool>,
    order: Vec<Ranked>,
}

/// Of a candidate its rank, its first token and its number.
type Ranked = (Reverse<(u32, u8)>, u32, u32);

/// The flat list, which is made when it is read.
pub(super) fn flatten<'a>(
    found: Candidates,
    Buffers { claimed, order }: &'a mut Buffers,
) -> Flat<'a, impl Iterator<Item = Mention> + 'a> {
    claimed.clear();
    claimed.resize(found.cover.len(), false);
    // Numbers are sorted, not the mentions: those are large.
    order.clear();
    order.extend((0u32..).zip(&found.list).map(|(i, m)| (Reverse(rank(m)), m.first, i)));
    order.sort_unstable();
    order.retain(|&(_, first, i)| {
        let last = found.list[i as usize].last;
        let slots = &mut claimed[first as usize..last as usize];
        let free = slots.iter().all(|t| !t);
        if free {
            slots.fill(true);
        }
        free
    });
    order.sort_unstable_by_key(|&(_, first, _)| first);
    // In place: a long text has millions.
    let mut candidates: Vec<_> = found.list.into_iter().map(Some).collect();
    let count = order.len();
    Flat { mentions: order.iter().filter_map(move |&(.., i)| candidates[i as usize].take()), count, claimed }
}

/// Sets the holder of each official that names a person beside it, and tells the person's gender by the title.
pub(super) fn link_holders(context: Context<'_>, list: &mut [Mention]) {
    for i in 0..list.len() {
        let Some((plural, feminine)) = list[i].official().map(|o| (o.plural, o.feminine)) else { continue };
        let Some(person) = holder(context, list, i, plural) else { continue };
        if let MentionData::Official(official) = &mut list[i].data {
            official.holder = Some(MentionId::from_index(person));
        }
        if let MentionData::Person { gender } = &mut list[person].data {
            // « la juge », « la ministre » tell a woman; a masculine title may be worn by anybody.
            if feminine && gender.is_none() {
                *gender = Some(Gender::Feminine);
            }
        }
    }
}

/// The person named by official number `i`: right after it, after a comma, or before it in apposition.
fn holder(context: Context<'_>, list: &[Mention], i: usize, plural: bool) -> Option<usize> {
    let source = context.source;
    let official = &list[i];
    // « le secrétaire général du Parti du travail (PDT), X »: the acronym in brackets is no part of the way.
    let bracket = bracketed_acronym(context, official.last as usize);
    let after = bracket.unwrap_or(official.last as usize);
    let inside = bracket.is_some() && list.get(i + 1).is_some_and(|m| (m.first as usize) < after);
    let person = i + 1 + usize::from(inside);
    let served = served_person(context, list, i, plural);
    let (after, person) = served.map_or((after, person), |k| (list[k].last as usize, k + 1));
    if let Some(earlier) = bare_apposition(context, list, i, plural) {
        return Some(earlier);
    }
    if let Some(next) = list.get(person).filter(|m| m.kind() == MentionKind::Person) {
        let first = next.first as usize;
        if (after..=first).all(|k| k == after || context.goes_on(k)) && context.goes_on(after.max(1)) {
            let gap = honorifics_before(context, after, first);
            if gap == after && served.is_none() {
                return Some(person);
            }
            // « le ministre …, X, » and « le ministre … (X) ».
            if gap == after + 1
                && matches!(source.str(after), "," | "(")
                && !is_master(context, official, next)
                && !is_of_another_land(context, official, next)
                && closes(context, list, person, plural)
                && !opens_main_clause(context, official, next)
            {
                return Some(person);
            }
            if gap == after + 1 && source.str(after) == ":" && plural {
                return Some(person);
            }
        }
    }
    // « X, ministre … », « X (ministre …) », « X, le ministre … », « X, qui est … » is left to the entities.
    let party = |k: usize| {
        list[k].kind() == MentionKind::Organization
            && list[k].first > 0
            && source.str(list[k].first as usize - 1) == "("
    };
    let nearest = i.checked_sub(1)?;
    let nearest = if party(nearest) { nearest.checked_sub(1)? } else { nearest };
    let before = Some(nearest).filter(|&k| list[k].kind() == MentionKind::Person)?;
    if is_of_another_land(context, official, &list[before]) {
        return None;
    }
    let gap = list[before].last as usize..official.first as usize;
    if !(gap.start..=gap.end).all(|k| context.goes_on(k)) || plural {
        return None;
    }
    // « X (PS), ministre »
    let start = bracketed_acronym(context, gap.start).filter(|&at| at < gap.end).unwrap_or(gap.start);
    let opens = start < gap.end && matches!(source.str(start), "," | "(" | "–" | "—" | "-" | "--");
    if !opens {
        return None;
    }
    // « X, par ailleurs président », « X, également ministre »
    let mut at = start + 1;
    at += match (source.lowered(at), source.lowered(at + 1)) {
        ("par", "ailleurs") => 2,
        ("également" | "aussi" | "alors" | "actuellement" | "jadis" | "longtemps", _) => 1,
        ("nouveau" | "nouvel" | "nouvelle" | "actuel" | "actuelle", _) => 1,
        _ => 0,
    };
    if at == gap.end {
        return Some(before);
    }
    let adjective = || gap.end - at == 2 && context.is_adjective(at + 1);
    let article = is_article(context, at) || matches!(source.lowered(at), "son" | "sa");
    if !article || gap.end - at > 1 && !adjective() {
        return None;
    }
    // « X, le ministre français et Y » may be a list: an apposition is closed by a comma, a relative clause or whom an
    // envoy is sent to, or ends the sentence, perhaps behind where the office is held.
    let closed = |end: usize| {
        !context.goes_on(end)
            || matches!(source.lowered(end), "," | ")" | "." | ";" | "–" | "—" | "--" | "(" | "qui" | "auprès")
    };
    let end = official.last as usize;
    let seat = list.get(i + 1).filter(|m| {
        m.kind() == MentionKind::Place
            && m.first as usize == end + 1
            && matches!(source.lowered(end), "à" | "en" | "au" | "aux")
    });
    let closed = closed(end) || seat.is_some_and(|m| closed(m.last as usize));
    (closed && !is_only_subject(context, list, i, &list[before])).then_some(before)
}

/// « À l'invitation de X, le roi, accompagné de son épouse, est arrivé »: who is told right behind an adjunct that opens the
/// sentence is nobody in it, where the verb that follows has no other subject than office `i`.
fn is_only_subject(context: Context<'_>, list: &[Mention], i: usize, person: &Mention) -> bool {
    let source = context.source;
    let (first, last) = (person.first as usize, list[i].last as usize);
    let start = (0..=first).rev().find(|&t| source.get(t).is_some_and(|t| t.starts_sentence()));
    let led = |m: &Mention| {
        let before = (m.first as usize).saturating_sub(1);
        let article = is_article(context, before) || matches!(source.lowered(before), "son" | "sa" | "ses");
        matches!(
            context.word(before.saturating_sub(usize::from(article))).function,
            Function::Preposition(_) | Function::OfDefinite | Function::ToDefinite
        )
    };
    let groups = &context.syntax.groups;
    let verb = groups[groups.partition_point(|g| (g.first as usize) < last)..].iter().find(|g| g.is_finite());
    let Some(verb) = verb.filter(|g| g.subject.is_none()) else { return false };
    let until = verb.first as usize;
    source.str(last) == ","
        && source.str(until - 1) == ","
        && until > last + 1
        && (last..until)
            .all(|t| context.goes_on(t) && !matches!(source.lowered(t), "qui" | "que" | "qu'" | "dont" | "où" | "et"))
        && list[i + 1..].iter().take_while(|m| (m.first as usize) < until).all(led)
        && start.is_some_and(|s| is_fronted(context, s, first))
}

/// « l'envoyé du président rwandais, Paul Kagame, »: the name is the ruler's that the envoy serves.
fn is_master(context: Context<'_>, official: &Mention, person: &Mention) -> bool {
    let Some(data) = official.official() else { return false };
    let [country] = data.countries[..] else { return false };
    let ruler = |role| matches!(role, Role::HeadOfState | Role::HeadOfGovernment | Role::Monarch);
    let served = |at: usize| {
        if context.is_joined(at) {
            return false;
        }
        let hit = context.lexicon.name_at(context.lexical, at, official.last as usize);
        let presides = |role| ruler(role) || role == Role::HeadOfOrganization;
        let title = |d: &EntryData| matches!(*d, EntryData::Title { role, .. } if presides(role));
        hit.is_some_and(|h| {
            context.lexicon.surfaces(context.source, &h).any(|s| title(&context.lexicon.entry(s.entry).data))
        })
    };
    let own = ruler(data.role) || data.role == Role::HeadOfOrganization;
    let nested = !own && (official.first as usize + 1..official.last as usize).any(served);
    let rules =
        |d: &EntryData| matches!(*d, EntryData::Leader { country: of, role, .. } if of == Some(country) && ruler(role));
    let leader = || context.hit_at(person.first as usize).is_some_and(|h| context.entries(h).any(|e| rules(&e.data)));
    nested && person.last - person.first > 1 && leader()
}

/// « Xi Jinping, l'émir du Qatar et le roi du Maroc »: whoever the gazetteer knows as another state's does not hold the office.
fn is_of_another_land(context: Context<'_>, official: &Mention, person: &Mention) -> bool {
    let Some(data) = official.official() else { return false };
    let [country] = data.countries[..] else { return false };
    // A state of the past and its successor have had the same people.
    let of_today = |code: &Code| code.as_str().len() == 2;
    let rules = of_today(&country)
        && matches!(
            data.role,
            Role::HeadOfState | Role::HeadOfGovernment | Role::Monarch | Role::ForeignMinister | Role::DefenceMinister
        );
    let whole = |h: &&Hit| h.first == person.first && h.last == person.last && h.last > h.first + 1;
    let Some(hit) = context.hit_at(person.first as usize).filter(|_| rules).filter(whole) else { return false };
    let mut lands = context.entries(hit).filter_map(|e| match e.data {
        EntryData::Leader { country, .. } => country,
        _ => None,
    });
    let another = |c: Code| c != country && of_today(&c);
    lands.next().is_some_and(another) && lands.all(another)
}

/// The last mention of « l'envoyé de M. X pour le Moyen-Orient », « le conseiller de X »: whom official `i` serves and
/// what for, when the next thing is a comma and another person.
fn served_person(context: Context<'_>, list: &[Mention], i: usize, plural: bool) -> Option<usize> {
    let source = context.source;
    let official = &list[i];
    let end = official.last as usize;
    let person = |k: usize| list.get(k).filter(|m| m.kind() == MentionKind::Person);
    let patron = person(i + 1)?;
    let first = patron.first as usize;
    let of = matches!(source.lowered(end), "de" | "d'" | "d’") && honorifics_before(context, end + 1, first) == end + 1;
    let joined = |k: usize| (end..list[k].first as usize).all(|t| context.goes_on(t)).then_some(k);
    let ends = |k: usize| source.str(list[k].last as usize) == "," && context.goes_on(list[k].last as usize);
    if !of || plural {
        return None;
    }
    if ends(i + 1) && person(i + 2).is_some() {
        return joined(i + 2).map(|_| i + 1);
    }
    let what = list.get(i + 2).filter(|m| m.kind() == MentionKind::Place)?;
    let at = patron.last as usize;
    let goal = source.lowered(at) == "pour" && what.first as usize <= at + 2 && ends(i + 2) && person(i + 3).is_some();
    goal.then(|| joined(i + 3)).flatten().map(|_| i + 2)
}

/// « X, ministre d'État, secrétaire général de la présidence, Y, ministre des Mines »: offices without article that commas
/// tie to a person before them are his, whoever comes next.
fn bare_apposition(context: Context<'_>, list: &[Mention], i: usize, plural: bool) -> Option<usize> {
    let comma = |k: usize| {
        let at = list[k].first as usize;
        list[k - 1].last as usize + 1 == at && context.source.str(at - 1) == "," && context.goes_on(at)
    };
    if plural {
        return None;
    }
    let mut at = i;
    loop {
        let before = at.checked_sub(1).filter(|_| comma(at))?;
        match &list[before].data {
            MentionData::Person { .. } => return Some(before),
            MentionData::Official(official) if !official.plural => at = before,
            _ => return None,
        }
    }
}

/// One past « (PCV) » at token `open`.
fn bracketed_acronym(context: Context<'_>, open: usize) -> Option<usize> {
    let source = context.source;
    let short = source.get(open + 1).is_some_and(|t| t.is_word() && t.is_all_caps());
    (short && context.goes_on(open) && source.str(open) == "(" && source.str(open + 2) == ")").then_some(open + 3)
}

fn is_article(context: Context<'_>, index: usize) -> bool {
    matches!(context.source.lowered(index), "le" | "la" | "l'" | "l’" | "actuel" | "alors")
}

/// « Reçu par le président namibien, X a … »: behind a participle at the head of the sentence and its agent or object, the name right
/// before the verb is the subject of that verb.
fn opens_main_clause(context: Context<'_>, official: &Mention, person: &Mention) -> bool {
    let source = context.source;
    let before = (official.first as usize).checked_sub(1);
    let led = before.is_some_and(|b| {
        let article = source.lowered(b) == "le" || source.lowered(b) == "la" || source.lowered(b) == "l'";
        source.lowered(if article { b.saturating_sub(1) } else { b }) == "par"
    });
    let groups = &context.syntax.groups;
    let next = groups.partition_point(|g| g.first < person.last);
    let verb = groups.get(next).is_some_and(|g| g.first == person.last && g.is_finite() && g.subject.is_none());
    let start = (0..=official.first as usize).rev().find(|&t| source.get(t).is_some_and(|t| t.starts_sentence()));
    let first = start.and_then(|s| groups.get(groups.partition_point(|g| (g.first as usize) < s)));
    let participle =
        first.is_some_and(|g| g.form == crate::syntax::VerbForm::PastParticiple && start == Some(g.first as usize));
    // « Recevant son homologue, X a … »
    let acting = first
        .is_some_and(|g| g.form == crate::syntax::VerbForm::PresentParticiple && start == Some(g.first as usize))
        && !groups[..next]
            .iter()
            .rev()
            .take_while(|g| start.is_some_and(|s| g.first as usize >= s))
            .any(|g| g.is_finite());
    verb && (led && participle || acting)
        || verb && start.is_some_and(|s| is_fronted(context, s, official.first as usize))
}

/// « En effet, après son audience avec le souverain pontife, X aura … »: the office ends a phrase with a preposition that
/// opens the sentence or stands behind its first comma. The sentence begins at `start`.
fn is_fronted(context: Context<'_>, start: usize, office: usize) -> bool {
    let from = (start..office).rev().find(|&k| context.source.str(k) == ",").map_or(start, |comma| comma + 1);
    let phrase = context.lexicon.grammar().phrase(context.lexicon.vocabulary(), &context.lexical.words, from);
    let preposition = matches!(
        phrase.map_or(context.word(from).function, |p| p.function),
        Function::Preposition(_) | Function::OfDefinite | Function::ToDefinite
    );
    let groups = &context.syntax.groups;
    let before = &groups[groups.partition_point(|g| (g.first as usize) < start)..];
    preposition && !before.iter().take_while(|g| (g.first as usize) < office).any(|g| g.is_finite())
}

/// Whether person number `k` after a comma is closed off as an apposition is.
fn closes(context: Context<'_>, list: &[Mention], k: usize, plural: bool) -> bool {
    let end = list[k].last as usize;
    if plural || !context.goes_on(end) {
        return true;
    }
    // « entre le président de la République, X et la cheffe du gouvernement, Y »
    let office =
        list.get(k + 1).is_some_and(|m| m.first as usize == end + 2 && m.official().is_some_and(|o| !o.plural));
    let word = context.source.lowered(end);
    // « en présence du ministre, X et des membres de son cabinet »: who comes next has a preposition of his own.
    let apart =
        matches!(context.source.lowered(end + 1), "de" | "du" | "des" | "d'" | "d’" | "par" | "avec" | "aux" | "au");
    apart || !matches!(word, "et" | "ou") || word == "et" && office && is_article(context, end + 1)
}

/// The token where the honorifics before a name begin, or `first` when there are none.
fn honorifics_before(context: Context<'_>, from: usize, first: usize) -> usize {
    let mut at = first;
    while at > from && context.cue(at - 1).honorific() {
        at -= 1;
    }
    at
}
