//! Runs of capitalised words with the small links inside names: what a person's name is cut from.

use super::super::resolve::Candidates;
use super::super::{Context, MentionData, MentionKind};
use crate::lexicon::{PlaceType, Sorts};

/// Longest run, in tokens.
const LONGEST: usize = 12;

/// A stretch of tokens that may hold a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    pub first: usize,
    pub last: usize,
}

impl Run {
    pub fn len(self) -> usize {
        self.last.saturating_sub(self.first)
    }
}

/// Whether another finder has taken the token for more than a lone place.
pub(super) fn is_taken(found: &Candidates, index: usize) -> bool {
    found.covering(index).is_some_and(|m| match m.kind() {
        MentionKind::Person => false,
        MentionKind::Place => m.last - m.first > 1,
        _ => true,
    })
}

/// Whether the token is an initial: « J. », « W. ».
pub(super) fn is_initial(context: Context<'_>, index: usize) -> bool {
    let text = context.source.str(index);
    let capital = context.source.get(index).is_some_and(|t| t.is_word() && t.is_capitalized());
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    capital
        && text.ends_with('.')
        && letters <= 3
        && text.chars().all(|c| !c.is_alphabetic() || c.is_uppercase() || letters == 2)
        && !context.cue(index).honorific()
}

/// Whether the token is a regnal number: « VI », « Ier ».
pub(crate) fn is_regnal(context: Context<'_>, index: usize) -> bool {
    let text = context.source.str(index);
    let roman = !text.is_empty() && text.len() <= 6 && text.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    roman || matches!(text, "Ier" | "Iᵉʳ" | "Ire" | "1er" | "1ᵉʳ")
}

/// Whether the token is a dignity behind a name.
pub(super) fn is_dignity(context: Context<'_>, index: usize) -> bool {
    context.goes_on(index) && context.cue(index).dignity()
}

/// The run that begins at the capitalised token `first`.
pub(super) fn gather(context: Context<'_>, found: &Candidates, first: usize) -> Run {
    let mut last = first + 1;
    while last < first + LONGEST {
        match step(context, found, first, last) {
            Some(next) => last = next,
            None => break,
        }
    }
    Run { first, last }
}

/// One past what may be added to the run at token `at`.
fn step(context: Context<'_>, found: &Candidates, first: usize, at: usize) -> Option<usize> {
    if !context.goes_on(at) || is_taken(found, at) {
        return None;
    }
    let token = context.source.get(at)?;
    if is_regnal(context, at) {
        return (!context.is_joined(at) && at > first).then_some(at + 1);
    }
    // « Enver pacha »
    if is_dignity(context, at) && context.is_capital(at - 1) {
        return Some(at + 1);
    }
    if !token.is_word() || is_regnal(context, at - 1) && at - 1 > first {
        return None;
    }
    if token.is_joined() {
        return joined(context, first, at);
    }
    if token.is_capitalized() && (!token.is_elision() || opens_name(context, at)) {
        let honorific = context.cue(at).honorific() && token.is_abbreviation();
        // « Robert M. Gates »: between a given name and a capital it is an initial.
        let initial = at == first + 1
            && context.source.str(at) == "M."
            && context.is_capital(at + 1)
            && context.goes_on(at + 1)
            && context.name(first).given > 0;
        return (!honorific || initial).then_some(at + 1);
    }
    particles(context, found, first, at)
}

/// « N'Daw », « M'Bala »: an apostrophe inside a name, not an elided word before one.
pub(super) fn opens_name(context: Context<'_>, at: usize) -> bool {
    matches!(context.source.str(at), "N'" | "N’" | "M'" | "M’")
        && context.is_capital(at + 1)
        && context.goes_on(at + 1)
        && context.source.get(at + 1).is_some_and(|t| t.is_title_case())
}

/// « Jong-un », « Ki-moon », « Jean-Luc »; not « Macron-là », « dit-il ».
fn joined(context: Context<'_>, first: usize, at: usize) -> Option<usize> {
    let token = context.source.get(at)?;
    if token.is_capitalized() {
        return Some(at + 1);
    }
    let lowered = context.source.lowered(at);
    // « Chon-il » but not « dit-il ».
    let pronoun = matches!(lowered, "il" | "on") && at >= first + 2;
    if pronoun {
        return Some(at + 1);
    }
    let syllable = lowered.chars().count() <= 5
        && !matches!(lowered, "là" | "ci" | "t" | "il" | "elle" | "on" | "ce" | "je" | "même");
    (syllable && context.is_capital(at - 1)).then_some(at + 1)
}

/// « von der », « ben », « al- », « de La », « d' », « D' » before a capital.
fn particles(context: Context<'_>, found: &Candidates, first: usize, at: usize) -> Option<usize> {
    let mut end = at;
    let small = |k: usize| !context.is_capital(k) || context.source.get(k).is_some_and(|t| t.is_elision());
    while end < at + 3 && context.goes_on(end) && small(end) {
        if is_taken(found, end) || !context.cue(end).particle() {
            return None;
        }
        end += 1;
    }
    if end == at || !context.goes_on(end) || !context.is_capital(end) || is_taken(found, end) {
        return None;
    }
    let word = context.source.lowered(at);
    if matches!(word, "de" | "du" | "des" | "d'" | "la" | "le" | "e" | "i" | "y" | "ar" | "an" | "as" | "es") {
        // French links also join nouns: only after a given name, and not before a place or a title.
        let honorific = (first..at).any(|k| context.cue(k).honorific());
        let given = honorific
            || (first..at).all(|k| context.name(k).given > 0 || is_initial(context, k) || context.is_joined(k))
            || (at - first >= 2 && context.name(first).given > 0 && matches!(word, "de" | "d'" | "y" | "e"));
        let place = context.is_at(end, Sorts::PLACE | Sorts::ORGANIZATION | Sorts::TITLE)
            && found.covering_kind(end, MentionKind::Place).is_some();
        let place = place && !(end == at + 1 && matches!(word, "de" | "d'") && of_house(context, found, first, at));
        // « Philippe le Bel », « Ivan le Terrible »
        let epithet = matches!(word, "le" | "la")
            && at == first + 1
            && end == at + 1
            && context.is_adjective(end)
            && context.demonym(end).is_none();
        if given && epithet {
            return Some(end + 1);
        }
        let foreign = matches!(word, "la" | "le" | "an" | "as" | "es" | "ar") && end == at + 1;
        if !given || place || foreign && !context.is_joined(end) {
            return None;
        }
    }
    if matches!(word, "al" | "el") || end > at {
        return Some(end + 1);
    }
    None
}

/// « Marie-Thérèse d'Autriche », « Isabelle de Castille »: one given name before the land of a house, at token `of` + 1.
fn of_house(context: Context<'_>, found: &Candidates, first: usize, of: usize) -> bool {
    let land = found.covering_kind(of + 1, MentionKind::Place).is_some_and(|m| {
        let kind = match m.data {
            MentionData::Place { place_type, .. } => place_type,
            _ => return false,
        };
        m.last as usize == of + 2 && matches!(kind, PlaceType::Country | PlaceType::Region)
    });
    let one = (first + 1..of).all(|k| context.is_joined(k));
    let given = |k: usize| context.name(k).given >= 3;
    let word = context.is_common(first) && of == first + 1 && context.opens_sentence(first);
    // « le roi Alexandre de Yougoslavie »: the land is that of the office.
    let titled = context.cue_before(first, 1).honorific()
        || first.checked_sub(1).is_some_and(|b| context.is_at(b, Sorts::TITLE));
    land && one && (first..of).all(given) && !word && !titled && found.covering(first).is_none()
}
