//! Men in arms that are counted or told in part, where they act or are sent: « un contingent de 200 policiers kényans est
//! arrivé ». Others are no body: « 300 soldats britanniques sont morts ».

use super::super::cues::cue;
use super::super::Context;
use crate::syntax::Voice;

/// Most words before and behind the men that are looked at.
const REACH: usize = 16;

/// Whether the men told by tokens `index..end` act or are on the way somewhere.
pub(super) fn march(context: Context<'_>, index: usize, end: usize) -> bool {
    match place_of(context, index) {
        Place::Told => true,
        Place::Free { part } => behind(context, end, part),
        Place::Bound => false,
    }
}

/// Where a noun phrase stands.
enum Place {
    /// « l'arrivée de 200 soldats »: on a noun that tells of going.
    Told,
    /// Where a subject may stand; perhaps as what a part is of (« un contingent de »).
    Free { part: bool },
    /// Behind a preposition or verb.
    Bound,
}

/// Goes back over numbers, adjectives and nouns of quantity to what the noun phrase hangs on.
fn place_of(context: Context<'_>, index: usize) -> Place {
    let mut part = false;
    let mut at = index;
    for _ in 0..REACH {
        if context.opens_sentence(at) {
            return Place::Free { part };
        }
        let Some(before) = at.checked_sub(1) else { return Place::Free { part } };
        let word = context.source.lowered(before);
        match word {
            "de" | "d'" | "des" | "du" => {
                let (noun, lead) = owner(context, before);
                let noun = cue(noun);
                if noun.quantity() {
                    part = true;
                    at = before - 1;
                    continue;
                }
                // « au départ », « en présence de » tell of nobody's coming or going.
                if noun.passage() && !matches!(lead, "au" | "en") {
                    return Place::Told;
                }
                // « des soldats français », « des centaines de soldats français » that nothing stands before.
                let starts = context.opens_sentence(before) || is_break(context.previous(before, 1));
                return if word == "des" && starts { Place::Free { part } } else { Place::Bound };
            }
            _ if is_break(word) => return Place::Free { part },
            _ if context.syntax.group_at(before).is_some_and(|g| (g.first..g.last).contains(&(before as u32))) => {
                return Place::Bound;
            }
            _ if context.source.get(before).is_some_and(|t| t.is_punct()) => return Place::Bound,
            "à" | "au" | "aux" | "avec" | "chez" | "contre" | "dans" | "en" | "entre" | "par" | "parmi" | "pour"
            | "sans" | "sous" | "sur" | "vers" => return Place::Bound,
            _ => at = before,
        }
    }
    Place::Bound
}

/// The noun that « de » at token `of` hangs on, and the word before it: the noun right before, or that before what two commas
/// set off (« l'arrivée, lundi à X, de 300 soldats »).
fn owner<'a>(context: Context<'a>, of: usize) -> (&'a str, &'a str) {
    let comma = |k: usize| context.source.str(k) == ",";
    let close = of.checked_sub(1).filter(|&k| comma(k));
    let open = close.and_then(|c| (c.saturating_sub(REACH)..c).rev().find(|&k| comma(k)));
    let at = open.unwrap_or(of);
    // « le débarquement à Beira de 200 gendarmes »
    let sited = at >= 2 && context.is_capital(at - 1) && matches!(context.previous(at, 2), "à" | "en" | "au" | "aux");
    let at = if sited { at - 2 } else { at };
    (context.previous(at, 1), context.previous(at, 2))
}

/// Words behind which a subject may begin.
fn is_break(word: &str) -> bool {
    matches!(
        word,
        "," | ":" | ";" | "(" | "«" | "—" | "–" | "et" | "mais" | "que" | "qu'" | "où" | "quand" | "lorsque" | "tandis"
    )
}

/// Whether a finite verb follows that tells what they do or where they are sent.
fn behind(context: Context<'_>, end: usize, part: bool) -> bool {
    let mut aside = false;
    for at in (end..end + REACH).take_while(|&k| context.goes_on(k)) {
        match context.source.str(at) {
            "," => aside = !aside,
            "que" | "qu'" | "dont" | "et" | ":" | ";" if !aside => return false,
            _ => {}
        }
        let group = context.syntax.group_at(at).filter(|g| g.first as usize == at && g.is_finite());
        if let Some(group) = group.filter(|_| !aside) {
            let said = group.verb.map(|v| cue(context.lexicon.vocabulary().lemma(v)));
            return (group.plural || part)
                && said.is_some_and(|c| if group.voice == Voice::Passive { c.dispatch() } else { !c.perish() });
        }
    }
    false
}
