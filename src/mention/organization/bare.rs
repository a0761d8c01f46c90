//! Heads without complement: when « la police » is a body that acts, and when « l'ambassade » is a building.

use super::super::cues::cue;
use super::super::resolve::Candidates;
use super::super::{Context, Mention, MentionData, MentionKind, Origin};
use super::heads::head_at;
use crate::id::{Code, VerbId};
use crate::lexicon::{PlaceType, Pos};
use crate::syntax::Voice;

/// « a indiqué la police », « le gouvernement a décidé », « par l'armée »: bare and definite, where it acts or speaks.
pub(super) fn acts(context: Context<'_>, index: usize, end: usize, many: bool) -> bool {
    // « les ‘rebelles’ », « les rebelles »
    let quotes = |at: usize| {
        usize::from(at.checked_sub(1).is_some_and(|b| matches!(context.source.str(b), "«" | "“" | "‘" | "\"" | "'")))
    };
    let head = index - quotes(index);
    let determined = match context.previous(head, 1) {
        "le" | "la" | "l'" | "cette" | "ce" => true,
        "les" | "ces" => many,
        _ => false,
    };
    if !determined {
        return false;
    }
    let article = head - 1;
    let article = article - quotes(article);
    if matches!(context.previous(article, 1), "par" | "selon") {
        return true;
    }
    // The verb of saying before an inverted subject.
    let before = article.checked_sub(1).filter(|_| context.goes_on(article));
    if before.and_then(|k| context.syntax.group_at(k)).is_some_and(|g| {
        g.last as usize == article
            && g.verb.is_some_and(|v| cue(context.lexicon.vocabulary().lemma(v)).speech())
            && g.subject.is_none()
    }) {
        return true;
    }
    // « a attaqué les rebelles »; « X et les rebelles ont repris » is who takes part in what the verb tells.
    if many && before.is_some_and(|k| context.source.lowered(k) == "et" || bears(context, k)) {
        return before.is_some_and(|k| bears(context, k));
    }
    // Its own finite verb follows, or a clause that tells of it: « les rebelles, qui tiennent X, ont … ».
    let comma = usize::from(context.goes_on(end) && context.source.str(end) == ",");
    let who = context.goes_on(end + comma) && context.source.lowered(end + comma) == "qui";
    let verb = if who { end + comma + 1 } else { end };
    context.goes_on(verb)
        && context.syntax.group_at(verb).is_some_and(|g| g.first as usize == verb && g.is_finite())
        && !before.is_some_and(|k| {
            context.word(k).pos.any(Pos::CLOSED)
                && matches!(context.source.lowered(k), "de" | "à" | "avec" | "pour" | "dans" | "sur" | "contre")
        })
}

/// « le gouvernement et l'opposition », « l'opposition et la junte »: one of two bodies.
pub(super) fn beside(context: Context<'_>, found: &Candidates, index: usize, end: usize) -> bool {
    let article = |k: usize| matches!(context.source.lowered(k), "le" | "la" | "l'");
    if index == 0 || !context.goes_on(index) || !article(index - 1) {
        return false;
    }
    let body = |k: usize| found.covering_kind(k, MentionKind::Organization).is_some();
    let before = context.previous(index, 2) == "et" && index.checked_sub(3).is_some_and(body);
    let after = context.next(end) == "et" && context.goes_on(end + 1) && article(end + 1);
    before || after && head_at(context, end + 2).is_some_and(|h| h.is_power())
}

/// Whether an active verb ends at token `index`, which what follows is the object of.
fn bears(context: Context<'_>, index: usize) -> bool {
    let group = context.syntax.group_at(index).filter(|g| g.last as usize == index + 1);
    group.is_some_and(|g| g.voice == Voice::Active && g.verb.is_some_and(|v| !is_copula(context, v)))
}

/// « sont les rebelles », « deviennent les rebelles »: who somebody is.
fn is_copula(context: Context<'_>, verb: VerbId) -> bool {
    matches!(context.lexicon.vocabulary().lemma(verb), "être" | "devenir" | "rester")
}

/// « le gouvernement », « au ministère », « leur armée »: there is one only; « les rebelles », « aux forces de sécurité »
/// where the head is a plural by nature.
pub(super) fn definite(context: Context<'_>, index: usize, end: usize, many: bool) -> bool {
    let before = context.previous(index, 1);
    let determined = match before {
        "le" | "la" | "l'" | "du" | "au" | "cette" | "ce" | "son" | "sa" | "leur" => true,
        "les" | "aux" | "ces" | "leurs" => many,
        _ => false,
    };
    // « une intervention armée », « le ministère de la parole »: a noun's adjective, or a noun of something else.
    let word = context.source.get(end + 1).is_some_and(|t| t.is_word());
    let of = matches!(context.next(end), "de" | "d'") || matches!(context.next(end), "du" | "des") && many;
    let complement = of && word && !context.is_capital(end + 1);
    determined && !complement && !context.is_joined(end)
}

/// « devant l'ambassade », « à l'ambassade », « dans l'enceinte du consulat »: the building is meant.
pub(super) fn is_venue(context: Context<'_>, index: usize) -> bool {
    let article = matches!(context.previous(index, 1), "l'" | "le" | "la");
    let before = if article { context.previous(index, 2) } else { context.previous(index, 1) };
    matches!(before, "devant" | "à" | "au" | "dans" | "derrière" | "vers")
        || (before == "de"
            && matches!(
                context.previous(index, 3),
                "près" | "enceinte" | "locaux" | "bâtiment" | "dessus" | "autour" | "abords" | "jardins" | "toit"
            ))
}

/// « le conseil » after « Conseil de sécurité »: a bare definite head repeats the body that was told in full before.
pub(super) fn repeats(context: Context<'_>, index: usize, end: usize) -> bool {
    let definite = matches!(context.previous(index, 1), "le" | "la" | "l'" | "du" | "au" | "ce" | "cette");
    // « le conseil municipal », « la commission d'enquête », « le front Nord » are other ones.
    let more = context.goes_on(end)
        && (context.is_capital(end)
            || context.is_joined(end)
            || matches!(context.next(end), "de" | "d'" | "du" | "des" | "pour" | "sur")
            || context.demonym(end).is_some()
            || context.is_adjective(end) && context.syntax.group_at(end).is_none());
    definite && !more
}

pub(super) fn venue(context: Context<'_>, first: usize, last: usize, country: Option<Code>) -> Mention {
    Mention {
        span: context.source.span(first, last),
        first: first as u32,
        last: last as u32,
        origin: Origin::Rule("place:venue"),
        data: MentionData::Place { place_type: PlaceType::Building, country, entry: None },
    }
}
