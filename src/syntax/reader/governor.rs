//! Which verb governs which infinitive.
//!
//! Comes in: all groups of one sentence. Goes out: the same groups, their governors filled in, with the marker that
//! coordinated ones share and what is causative. It opens no group and changes the bounds of none.

use crate::id::VerbId;
use crate::lexicon::grammar::Function;
use crate::lexicon::{Lexical, Lexicon};
use crate::syntax::group::{VerbForm, VerbGroup};
use crate::text::Source;

/// Which group governs each infinitive: the nearest verb before it that can.
pub(super) fn govern(
    source: Source<'_>,
    lexicon: &Lexicon,
    lexical: &Lexical,
    groups: &mut [VerbGroup],
    offset: usize,
) {
    for i in 0..groups.len() {
        let group = groups[i];
        if group.form != VerbForm::Infinitive {
            continue;
        }
        let Some(j) = i.checked_sub(1) else { continue };
        let previous = groups[j];
        let between = previous.last as usize..group.first as usize;
        let repeated = group.marker.is_some() && group.marker == previous.marker;
        let coordinated = (group.marker.is_none() || repeated)
            && between.clone().rev().skip(usize::from(repeated)).take(1).any(|t| {
                matches!(source.lowered(t), "et" | "ou" | "," | "puis")
                    || lexicon.word(lexical.words[t]).function == Function::Coordinator
            });
        if coordinated && previous.form == VerbForm::Infinitive {
            groups[i].governor = previous.governor;
            groups[i].marker = previous.marker;
            continue;
        }
        if coordinated {
            // « a rencontré X et (va) discuter »: look for an infinitive further back.
            if let Some(k) = (0..j).rev().take(3).find(|&k| groups[k].form == VerbForm::Infinitive) {
                groups[i].governor = groups[k].governor;
                groups[i].marker = groups[k].marker;
            }
            continue;
        }
        // « inviter X à « travailler ensemble » », « demander à X « d'agir » »: the quotation begins with what is governed.
        let quotes = |t: usize| matches!(source.str(t), "«" | "“");
        let opens = between.clone().rev().take(2).position(quotes).filter(|_| group.marker.is_some());
        let strong = between
            .clone()
            .rev()
            .skip(opens.map_or(0, |at| at + 1))
            .any(|t| matches!(source.str(t), ";" | ":" | "." | "«" | "»"));
        if strong {
            continue;
        }
        groups[i].governor = Some((offset + j) as u32);
        if matches!(lexicon.vocabulary().lemma(previous.verb.unwrap_or(VerbId(u32::MAX))), "faire" | "laisser")
            && between.len() <= 1
        {
            groups[i].causative = true;
        }
    }
}
