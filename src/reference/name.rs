//! Names of persons: which short name may stand for which long one.
//!
//! Comes in: two mentions of persons. Goes out: whether they may name one
//! human being. Two different first names never do, nor two surnames.

use crate::id::EntryId;
use crate::lexicon::EntryData;
use crate::mention::{sound, Context, Mention};
use crate::text::fold::fold;

/// How one name stands to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Likeness {
    /// Word by word the same, but for initials.
    Same,
    /// The end of it: the family name.
    End,
    /// The beginning: a family name that comes first, or a name known by its beginning.
    Beginning,
}

/// Particles a family name may be cited without.
fn is_particle(folded: &str) -> bool {
    matches!(
        folded,
        "al" | "el" | "de" | "du" | "von" | "van" | "ben" | "bin" | "d'" | "da" | "dos" | "di" | "ould" | "der"
    )
}

fn words(mention: &Mention) -> std::ops::Range<usize> {
    mention.first as usize..mention.last as usize
}

/// How `short` stands to `long`, when it may stand for it.
pub(super) fn likeness(context: Context<'_>, short: &Mention, long: &Mention) -> Option<Likeness> {
    let source = context.source;
    let (s, l) = (words(short), words(long));
    let folded = |i: usize| source.folded(i);
    if s.len() > l.len() || s.is_empty() {
        return None;
    }
    if s.len() == l.len() {
        let same = s.clone().zip(l.clone()).all(|(a, b)| folded(a) == folded(b));
        let initial = s.len() > 1 && is_initial_of(folded(s.start), folded(l.start));
        let rest = s.clone().skip(1).zip(l.clone().skip(1)).all(|(a, b)| folded(a) == folded(b));
        return (same || initial && rest).then_some(Likeness::Same);
    }
    let cut = l.end - s.len();
    if s.clone().zip(cut..l.end).all(|(a, b)| folded(a) == folded(b)) {
        let joined = source.get(cut).is_some_and(|t| t.is_joined());
        let number = s.len() == 1 && is_regnal(source.str(s.start));
        if number || joined && s.len() == 1 && !is_particle(folded(cut - 1)) {
            return None;
        }
        return Some(Likeness::End);
    }
    // « Bassirou Diomaye Faye » for « Bassirou Diomaye Diakhar Faye »: names in the middle may be left out.
    let ends = s.len() > 1 && folded(s.start) == folded(l.start) && folded(s.end - 1) == folded(l.end - 1);
    // « George W. Bush » is not his father.
    let middle = |i: usize| source.get(i).is_some_and(|t| t.is_joined() || t.is_abbreviation());
    if ends && !l.clone().skip(1).any(middle) {
        let mut rest = l.clone();
        if s.clone().all(|a| rest.any(|b| folded(a) == folded(b))) {
            return Some(Likeness::Same);
        }
    }
    // « Santos » for « Juan Manuel Santos Calderón »: of two family names the first.
    let first_of_two = l.end - 2;
    if s.len() == 1 && l.len() > 2 && folded(s.start) == folded(first_of_two) {
        let weight = context.name(first_of_two);
        let tied = (first_of_two..l.end).any(|i| source.get(i).is_some_and(|t| t.is_joined() || !t.is_capitalized()));
        let family = weight.given == 0 || weight.family > weight.given;
        return (family && !tied && !is_particle(folded(first_of_two))).then_some(Likeness::End);
    }
    let end = l.start + s.len();
    if s.clone().zip(l.start..end).all(|(a, b)| folded(a) == folded(b)) {
        if source.get(end).is_some_and(|t| t.is_joined()) || is_regnal(source.str(end)) {
            return None;
        }
        return (s.len() > 1 || comes_first(context, l)).then_some(Likeness::Beginning);
    }
    None
}

/// Whether the first word of a name may be its family name, or is what the press calls the person by.
fn comes_first(context: Context<'_>, long: std::ops::Range<usize>) -> bool {
    let source = context.source;
    let first = source.folded(long.start);
    let syllables = long.clone().skip(2).any(|i| source.get(i).is_some_and(|t| t.is_joined()));
    let weight = context.name(long.start);
    syllables || weight.given == 0 || weight.family > weight.given || known_first(context, first, long)
}

/// Whether the gazetteer of leaders knows the whole name by its first word.
fn known_first(context: Context<'_>, first: &str, long: std::ops::Range<usize>) -> bool {
    context.leaders(long.start).iter().any(|&id| {
        let entry = context.lexicon.entry(id);
        entry.names().any(|name| {
            spelled(context, name, long.clone())
                && name.split([' ', '-']).next().is_some_and(|word| folds_to(word, first))
                && !context.name(long.start).given > 2
        })
    })
}

fn is_initial_of(short: &str, long: &str) -> bool {
    let one = short.trim_end_matches('.');
    one.chars().count() == 1 && long.starts_with(one) || {
        let other = long.trim_end_matches('.');
        other.chars().count() == 1 && short.starts_with(other)
    }
}

fn is_regnal(written: &str) -> bool {
    !written.is_empty() && written.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
        || matches!(written, "Ier" | "1er" | "Ire")
}

/// Whether this is the folded form of a word.
fn folds_to(written: &str, folded: &str) -> bool {
    if written.is_ascii() {
        written.eq_ignore_ascii_case(folded)
    } else {
        fold(written) == folded
    }
}

/// Whether `name` of a gazetteer is spelled like tokens `range`, hyphens and middle initials aside.
pub(super) fn spelled(context: Context<'_>, name: &str, range: std::ops::Range<usize>) -> bool {
    let source = context.source;
    let mut tokens = range.filter(|&i| !source.get(i).is_some_and(|t| t.is_abbreviation()));
    let mut parts = name.split([' ', '-', '\'', '’']).filter(|p| !p.is_empty() && !p.ends_with('.'));
    loop {
        match (tokens.next(), parts.next()) {
            (None, None) => return true,
            (Some(token), Some(part)) if folds_to(part, source.folded(token).trim_end_matches('\'')) => {}
            _ => return false,
        }
    }
}

/// « Lukashenko » for « Alexandre Loukachenko »: a family name alone, in the spelling of somebody else.
pub(super) fn sounds_alike(context: Context<'_>, one: &Mention, other: &Mention) -> bool {
    let heard = |m: &Mention| sound(context.source.folded(m.last as usize - 1));
    let alone = words(one).len() == 1 || words(other).len() == 1;
    alone && heard(one).is_some_and(|sound| heard(other).is_some_and(|other| sound == other))
}

/// Whether two persons' names share a word: one entity may not hold two that do not.
pub(super) fn shares_word(context: Context<'_>, one: &Mention, other: &Mention) -> bool {
    let source = context.source;
    words(one).any(|a| words(other).any(|b| source.folded(a) == source.folded(b))) || sounds_alike(context, one, other)
}

/// The rows of leaders a person's name may be: by its last word and by its first, which may tell the same row.
pub(super) fn leaders<'t>(context: Context<'t>, person: &Mention) -> impl Iterator<Item = EntryId> + 't {
    let range = words(person);
    let indices = [range.end.saturating_sub(1), range.start];
    let rows = move |index: usize| context.leaders(index).iter().map(move |&id| (index, id));
    indices.into_iter().flat_map(rows).filter_map(move |(index, id)| {
        let entry = context.lexicon.entry(id);
        let names = || entry.names();
        let fits = if range.len() == 1 {
            // By the family name alone; whether that is one person is for the caller to see.
            names().any(|n| {
                n.rsplit([' ', '-']).next().is_some_and(|w| folds_to(w, context.source.folded(index)))
                    || n.split(' ').next().is_some_and(|w| folds_to(w, context.source.folded(index)))
            })
        } else {
            names().any(|n| spelled(context, n, range.clone()))
        };
        (fits && matches!(entry.data, EntryData::Leader { .. })).then_some(id)
    })
}
