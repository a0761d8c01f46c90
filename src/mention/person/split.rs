//! Cuts runs of capitalised words: titles and words of the sentence off the front, one name from the next.

use super::super::resolve::Candidates;
use super::super::{Context, MentionData, MentionKind};
use super::run::{is_dignity, is_regnal, Run};
use super::stands_alone;
use crate::lexicon::grammar::Function;
use crate::lexicon::{NameWeight, PlaceType, Sorts};

/// Cuts a run where one name ends and another begins, and takes off words that belong to the sentence; `parts` is
/// emptied and filled.
pub(super) fn split(context: Context<'_>, found: &Candidates, run: Run, parts: &mut Vec<Run>) {
    parts.clear();
    if run.len() >= 2 && in_capitals(context, run.first, run.last) || shouts_alone(context, run) {
        // « MACRON REÇOIT POUTINE »: every word by itself.
        let mut at = run.first;
        while at < run.last {
            let hit = context.hit_at(at).filter(|h| h.first as usize == at && h.last as usize <= run.last);
            let end = hit
                .filter(|_| is_leader(context, at))
                .map_or_else(|| shouted(context, at, run.last), |h| h.last as usize);
            parts.push(Run { first: at, last: end });
            at = end;
        }
        return;
    }
    let mut first = trim(context, found, run.first, run.last);
    let mut at = first;
    while at < run.last {
        // A full name of the gazetteer stands by itself.
        let hit = context.hit_at(at).filter(|h| h.first as usize == at && h.last as usize <= run.last);
        let leader = hit.filter(|h| is_leader(context, at) && h.last - h.first >= 1);
        if let Some(hit) = leader {
            let end = hit.last as usize;
            let whole = end - at >= 2 || at == first && end == run.last;
            let given_before = at > first && context.name(at - 1).given > 0;
            if whole && !(given_before && end - at < 2) && !context.is_joined(end) {
                // « Nasser Sabah Al-Ahmed Al-Sabah », « Denis Christel Sassou Nguesso »: given names more than a leader has
                // are his son's.
                let name = |k: usize| context.name(k);
                let given = (first..at).all(|k| name(k).given > 0);
                let surname = given && at > first && name(at).given == 0;
                let own = given_before && at - first == 1 || surname;
                if at > first && !own {
                    parts.push(Run { first, last: at });
                }
                let regnal = end < run.last && is_regnal(context, end);
                // « Félix Antoine Tshisekedi Tshilombo »: a further name nobody else has.
                let unknown = || context.hit_at(end).is_none() && context.word(end).pos.0 == 0 && name(end).given == 0;
                // « Manuel Marrero Cruz »
                let second = || end + 1 == run.last && name(end).family > name(end).given;
                let further = end < run.last
                    && context.source.get(end).is_some_and(|t| t.is_title_case())
                    && (unknown() || second());
                let end = if regnal || further { end + 1 } else { end };
                let start = if own { first } else { at };
                parts.push(Run { first: start, last: end });
                first = end;
                at = end;
                continue;
            }
        }
        // « … de la Communication Nestor Bankumukunzi »: a common word, then a given name.
        let fresh = |k: usize| context.name(k).given >= 3 && !context.is_joined(k);
        if at > first
            && at + 1 < run.last
            && fresh(at)
            && !context.is_joined(at + 1)
            && context.is_common(at - 1)
            && context.name(at - 1) == NameWeight::default()
        {
            parts.push(Run { first, last: at });
            first = at;
        }
        // « tandem Medvedev-Poutine », « de Gaulle-Adenauer »: two family names of leaders tied by a hyphen.
        let family = if at - first == 2 && stands_alone(context, first) { first + 1 } else { first };
        if at > family
            && context.is_joined(at)
            && at + 1 == run.last
            && at - family == 1
            && !context.leaders(at).is_empty()
            && !context.leaders(family).is_empty()
            && context.name(family).given < 3
            && !super::after_title(context, found, first)
        {
            parts.push(Run { first, last: at });
            first = at;
        }
        at += 1;
    }
    // « Richard Varga Comme souvent »: a small word whose capital opens what follows.
    let mut last = run.last;
    while last > first + 1
        && context.word(last - 1).function != Function::None
        && !context.cue(last - 1).particle()
        && !context.is_joined(last - 1)
        && !is_regnal(context, last - 1)
    {
        last -= 1;
    }
    if first < last {
        parts.push(Run { first, last });
    }
}

/// Steps over titles, honorifics and common words that only open the sentence, and a place after its preposition.
fn trim(context: Context<'_>, found: &Candidates, mut first: usize, last: usize) -> usize {
    while first < last {
        let lowered = context.source.lowered(first);
        let told = context.cue(first);
        if is_leader(context, first) {
            break;
        }
        // « Son Excellence Monsieur X », with the capitals of communiqués.
        let whose =
            matches!(lowered, "son" | "sa" | "ses" | "leurs" | "votre" | "vos") && context.cue(first + 1).honorific();
        if (told.honorific() || whose) && first + 1 < last && !context.is_joined(first + 1) {
            first += 1;
            continue;
        }
        // « la Britannique Vicky Holland »
        if let Some((_, end)) = context.demonym(first).filter(|&(_, end)| end < last && !context.is_joined(end)) {
            first = end;
            continue;
        }
        let title = context
            .hit_at(first)
            .filter(|h| h.first as usize == first && (h.last as usize) < last && context.is_one(h, Sorts::TITLE));
        if let Some(hit) = title {
            first = hit.last as usize;
            continue;
        }
        if first + 1 < last && opener(context, found, first) {
            first += 1;
            continue;
        }
        let before = context.previous(first, 1);
        let place = found.covering_kind(first, MentionKind::Place);
        // « des présidents du Ghana Nana Akufo-Addo, du Nigeria Bola Tinubu »
        let land =
            || place.is_some_and(|m| matches!(m.data, MentionData::Place { place_type: PlaceType::Country, .. }));
        let owner = matches!(before, "du" | "des") && land();
        let placed = place.is_some()
            && (matches!(before, "à" | "en" | "au" | "aux") || owner)
            && first + 1 < last
            && !is_dignity(context, first + 1);
        if placed {
            first += 1;
            continue;
        }
        break;
    }
    first
}

/// A word that has its capital only from the start of the sentence: « Malgré Trump », « Selon Borrell ».
fn opener(context: Context<'_>, found: &Candidates, index: usize) -> bool {
    if !context.opens_sentence(index)
        || context.is_joined(index + 1)
        || found.covering(index).is_some()
        || stands_alone(context, index)
    {
        return false;
    }
    let word = context.word(index);
    let name = context.name(index);
    if word.function != Function::None {
        return name.given < 4;
    }
    word.pos.0 != 0 && name.given == 0
}

pub(super) fn is_leader(context: Context<'_>, index: usize) -> bool {
    context.is_at(index, Sorts::LEADER | Sorts::PERSON)
}

/// A run of three capital words and more that is a line of its own.
fn shouts_alone(context: Context<'_>, run: Run) -> bool {
    run.len() >= 3
        && (run.first..run.last)
            .all(|k| context.source.get(k).is_some_and(|t| t.is_all_caps() || context.source.folded(k).len() == 1))
}

/// « ALFRED NGUINI » in a line of capitals: one past a given name and words behind it that no dictionary knows.
fn shouted(context: Context<'_>, first: usize, last: usize) -> usize {
    let name = |k: usize| context.name(k);
    let unknown = |k: usize| {
        let word = context.word(k);
        word.pos.0 == 0
            && word.function == Function::None
            && context.hit_at(k).is_none()
            && context.source.folded(k).len() > 3
    };
    let given = name(first).given >= 3 && name(first).given > name(first).family && context.hit_at(first).is_none();
    if !given {
        return first + 1;
    }
    (first + 1..last).find(|&k| !unknown(k)).unwrap_or(last)
}

/// A line in capitals, where a capital says nothing.
pub(super) fn in_capitals(context: Context<'_>, first: usize, last: usize) -> bool {
    let caps = |index: usize| {
        context
            .source
            .get(index)
            .is_some_and(|t| t.is_all_caps() || (t.is_capitalized() && context.source.folded(index).len() == 1))
    };
    if !(first..last).all(caps) {
        return false;
    }
    let near =
        |index: usize| context.source.get(index).is_some_and(|t| t.is_word() && t.is_all_caps() && t.span.len() > 1);
    (first > 0 && context.goes_on(first) && near(first - 1))
        || (context.goes_on(last) && (near(last) || context.goes_on(last + 1) && near(last + 1)))
}
