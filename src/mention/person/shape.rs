//! The shape of names and the words around them: syllables, shared family names, verbs of saying, appositions.

use super::super::cues::cue;
use super::super::resolve::Candidates;
use super::super::Context;
use super::run::Run;
use crate::lexicon::{Pos, Sorts};
use crate::text::fold::fold;

/// « Kim Jong-un », « Xi Jinping », « Nguyen Phu Trong »: a short family name, then syllables.
pub(super) fn is_asian(context: Context<'_>, part: Run) -> bool {
    let Run { first, last } = part;
    let source = context.source;
    let family = context.name(first).family > 0 || !context.leaders(first).is_empty();
    let short = source.folded(first).len() <= 7 && source.get(first).is_some_and(|t| t.is_title_case());
    let hyphen = (first + 1..last).any(|k| context.is_joined(k) && !context.is_capital(k));
    let syllables = (first + 1..last).all(|k| {
        let folded = source.folded(k);
        folded.len() <= 6 && vowel_groups(folded) <= 2
    });
    let size = last - first;
    if hyphen && !context.is_joined(first + 1) && (2..=4).contains(&size) && short && syllables {
        return true;
    }
    family
        && short
        && syllables
        && (2..=4).contains(&size)
        && vowel_groups(source.folded(first)) <= 2
        && source.folded(first).len() <= 6
        && !(first + 1..last).any(|k| is_ordinary(context, k))
}

fn vowel_groups(folded: &str) -> usize {
    let mut groups = 0;
    let mut inside = false;
    for byte in folded.bytes() {
        let vowel = matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
        groups += usize::from(vowel && !inside);
        inside = vowel;
    }
    groups
}

/// A French word that is no common family name.
pub(super) fn is_ordinary(context: Context<'_>, index: usize) -> bool {
    let family = context.name(index).family;
    context.is_common(index) && family < 3 && !context.is_joined(index)
}

/// « Barack et Michelle Obama »: a given name that shares the family name of the next.
pub(super) fn given_beside(context: Context<'_>, first: usize) -> bool {
    let given = |k: usize| context.is_capital(k) && context.name(k).given >= 3;
    given(first)
        && context.next(first + 1) == "et"
        && context.goes_on(first + 2)
        && given(first + 2)
        && context.goes_on(first + 3)
        && context.is_capital(first + 3)
        && !context.is_joined(first + 3)
}

/// A verb of saying stands beside: « a déclaré X », « X a déclaré », « selon X ».
pub(super) fn says(context: Context<'_>, first: usize, last: usize) -> bool {
    if matches!(context.previous(first, 1), "selon" | "d'après")
        || (context.previous(first, 1) == "après" && context.previous(first, 2) == "d'")
    {
        return true;
    }
    if first > 0 && context.goes_on(first) && speech_verb(context, first - 1) {
        return true;
    }
    let mut at = last;
    while at < last + 2
        && context.goes_on(at)
        && matches!(context.source.lowered(at), "a" | "avait" | "aurait" | "s'est" | "s'" | "est" | "lui" | "n'" | "ne")
    {
        at += 1;
    }
    context.goes_on(at) && speech_verb(context, at)
}

fn speech_verb(context: Context<'_>, index: usize) -> bool {
    let word = context.word(index);
    word.pos.any(Pos::FINITE | Pos::PAST_PARTICIPLE)
        && context
            .lexicon
            .vocabulary()
            .readings(word)
            .iter()
            .any(|r| cue(context.lexicon.vocabulary().lemma(r.verb)).speech())
}

/// « X, ministre de… », « X, 45 ans, », « X (PS) »
pub(super) fn apposed(context: Context<'_>, last: usize) -> bool {
    if context.next(last) != "," && context.next(last) != "(" {
        return false;
    }
    let mut at = last + 1;
    // « X, alors ministre de … », « X, jusqu'ici ministre de … »
    let adverb = |at: usize| context.goes_on(at) && context.word(at).pos.any(Pos::ADVERB);
    let until = usize::from(context.next(at) == "jusqu'");
    if adverb(at + until) && context.is_at(at + until + 1, Sorts::TITLE) {
        at += until + 1;
    }
    if matches!(context.next(at), "le" | "la" | "l'" | "un" | "une" | "ancien" | "ancienne" | "ex" | "jeune") {
        at += 1;
    }
    if !context.goes_on(at) {
        return false;
    }
    let age = context.source.get(at).is_some_and(|t| t.is_number()) && context.next(at + 1) == "ans";
    age || context.cue(at).human() || context.is_at(at, Sorts::TITLE)
}

/// « Houphouët-Boigny », « Al-Burhan »: the tied words are one leader's family name.
pub(super) fn tied_name(context: Context<'_>, found: &Candidates, part: Run) -> bool {
    let Run { first, last } = part;
    let source = context.source;
    if last - first != 2 || !context.is_joined(first + 1) || (first..last).any(|k| found.covering(k).is_some()) {
        return false;
    }
    let article = matches!(source.lowered(first), "al" | "el");
    let whole = |name: &str| {
        let mut words = name.rsplit(' ').next().unwrap_or_default().split('-').map(fold);
        words.next().is_some_and(|w| w == source.folded(first))
            && words.next().is_some_and(|w| w == source.folded(first + 1))
    };
    context.leaders(first + 1).iter().any(|&id| {
        let entry = context.lexicon.entry(id);
        article || entry.names().any(whole)
    })
}
