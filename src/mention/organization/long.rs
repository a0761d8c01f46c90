//! Names that run on in small letters after their head (« Institut haïtien pour la justice et la démocratie »).

use super::super::resolve::Candidates;
use super::super::Context;
use crate::lexicon::{Pos, Sorts};

/// Longest name, in tokens.
const LONGEST: usize = 16;

/// One past a name that runs on in small letters and capitals after a capitalised head.
pub(super) fn long_name(context: Context<'_>, found: &Candidates, from: usize, takes_name: bool) -> usize {
    let mut end = from;
    let limit = from + LONGEST;
    while end < limit && context.goes_on(end) {
        let next = adjective(context, end)
            .or_else(|| prepositional(context, found, end, from))
            .or_else(|| coordinated(context, end, from))
            .or_else(|| {
                let runs = (takes_name || end == from) && !shouted(context, end);
                runs.then(|| capital_run(context, end)).filter(|e| *e > end)
            });
        match next {
            Some(next) => end = next,
            None => break,
        }
    }
    end.min(limit)
}

fn adjective(context: Context<'_>, index: usize) -> Option<usize> {
    // « algéro-malien »
    if context.lexicon.prefix(context.source.folded(index)).is_some() && context.is_joined(index + 1) {
        return context.demonym(index + 1).map(|(_, end)| end);
    }
    if let Some((_, end)) = context.demonym(index).filter(|_| !context.is_capital(index)) {
        return Some(end);
    }
    let pos = context.word(index).pos;
    if pos.any(Pos::PAST_PARTICIPLE)
        && !matches!(context.source.folded(index), "uni" | "unis" | "unies" | "armees" | "associes")
    {
        return None;
    }
    let adjective =
        pos.any(Pos::ADJECTIVE) && !pos.any(Pos::CLOSED) && !pos.any(Pos::THIRD_SINGULAR | Pos::THIRD_PLURAL);
    (adjective && !context.is_capital(index)).then_some(index + 1)
}

/// « de prévention », « pour la justice », « des droits de l'homme ».
fn prepositional(context: Context<'_>, found: &Candidates, index: usize, from: usize) -> Option<usize> {
    let prep = context.next(index);
    let topic = matches!(prep, "sur" | "contre");
    if !matches!(prep, "de" | "du" | "des" | "d'" | "pour") && !topic {
        return None;
    }
    let mut at = index + 1;
    if matches!(context.next(at), "la" | "l'" | "le" | "les") {
        at += 1;
    } else if prep == "pour" || topic {
        return None;
    }
    // « sur » and « contre » go on only in names without capitals.
    if topic && (context.is_capital(at) || index == from || (from..index).any(|k| context.is_capital(k))) {
        return None;
    }
    noun(context, found, at)
}

fn noun(context: Context<'_>, found: &Candidates, at: usize) -> Option<usize> {
    if !context.goes_on(at) {
        return None;
    }
    let known = context.hit_at(at).filter(|h| h.first as usize == at);
    if let Some(hit) = known {
        if context.is_one(hit, Sorts::LEADER | Sorts::PERSON | Sorts::EVENT) {
            return None;
        }
    }
    if let Some(inner) = found.covering(at).filter(|m| m.first as usize == at) {
        return Some(inner.last as usize);
    }
    if context.is_capital(at) {
        let name = context.name(at);
        let person = name.given >= 2 && context.is_capital(at + 1);
        return (!person).then(|| capital_run(context, at)).filter(|&end| end > at);
    }
    let pos = context.word(at).pos;
    let tied = context.is_joined(at + 1) && context.source.get(at + 1).is_some_and(|t| t.is_word());
    (pos.any(Pos::NOUN) && !pos.any(Pos::CLOSED)).then_some(at + 1 + usize::from(tied))
}

/// « et la démocratie », « et de la forêt ».
fn coordinated(context: Context<'_>, index: usize, from: usize) -> Option<usize> {
    if context.next(index) != "et" || index == from {
        return None;
    }
    let mut at = index + 1;
    if matches!(context.next(at), "de" | "du" | "des" | "d'") {
        at += 1;
    }
    let linked = at > index + 1;
    let mut article = false;
    if matches!(context.next(at), "la" | "l'" | "le" | "les") {
        at += 1;
        article = true;
    }
    // « Fondation Culture et Diversité »
    if at == index + 1
        && context.is_capital(at)
        && context.is_capital(index - 1)
        && context.is_common(at)
        && context.is_common(index - 1)
    {
        return Some(at + 1);
    }
    if !(linked || article) || !context.goes_on(at) || context.is_capital(at) && !linked {
        return None;
    }
    if super::heads::head_at(context, at).is_some() {
        return None;
    }
    let title = context.is_at(at, Sorts::TITLE);
    let pos = context.word(at).pos;
    // « et la démocratie a … » is part of the name, « et la police ont … » is not.
    let verb = context.word(at + 1).pos.any(Pos::THIRD_PLURAL) && !context.word(at + 1).pos.nominal();
    let noun = context.is_capital(at) || (pos.any(Pos::NOUN) && !pos.any(Pos::CLOSED));
    (noun && !title && (linked || !verb)).then_some(at + 1)
}

pub(super) fn capital_run(context: Context<'_>, index: usize) -> usize {
    let mut end = index;
    while end < index + 5
        && context.goes_on(end)
        && !(end > index && shouted(context, end))
        && !matches!(context.source.lowered(end), "m." | "m" | "mm." | "mm" | "mme" | "mgr")
        && (context.is_capital(end)
            || (end > index && context.is_joined(end) && context.source.get(end).is_some_and(|t| t.is_word())))
        && !(end > index && context.is_at(end, Sorts::LEADER | Sorts::TITLE))
    {
        end += 1;
    }
    end
}

/// A word like any other in a line of capitals, whose capital says nothing (« UNION EUROPÉENNE MARDI À LISBONNE »).
fn shouted(context: Context<'_>, index: usize) -> bool {
    let shouts = |at: usize| context.source.get(at).is_some_and(|t| t.is_word() && t.is_all_caps());
    shouts(index)
        && index > 0
        && (shouts(index - 1) || index > 1 && shouts(index - 2))
        && context.word(index).pos.0 != 0
        && (context.word(index).pos.any(Pos::CLOSED)
            || !context.is_adjective(index) && context.demonym(index).is_none())
}
