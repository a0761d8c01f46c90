//! Persons, by evidence: titles, honorifics, given and family names, the shape of a name,
//! speech verbs, appositions, and the text's own repetitions.
//!
//! Comes in: tokens, hits and what the finders before found. Goes out: person
//! candidates, each a proper name without title. Whom a function names is
//! decided by `resolve`, who is who by `reference`.

mod company;
mod evidence;
mod memory;
mod run;
mod shape;
mod split;

use super::resolve::Candidates;
use super::{Context, Gender, Mention, MentionData, MentionKind, Origin};
use crate::lexicon::grammar::Function;
use crate::lexicon::{EntryData, Pos, Sorts};
use memory::Memory;
pub(crate) use run::is_regnal;
use run::Run;
use std::cell::LazyCell;

/// What is kept while the persons of a text are found, in buffers that can be used again.
#[derive(Debug, Default)]
pub(super) struct Buffers {
    /// Persons.
    named: Vec<Run>,
    /// Parts that say nothing by themselves.
    open: Vec<Run>,
    /// What one run is cut into.
    parts: Vec<Run>,
}

/// Proposes every person of the text.
pub(super) fn find(context: Context<'_>, found: &mut Candidates, Buffers { named, open, parts }: &mut Buffers) {
    let told = std::mem::take(&mut found.told);
    named.clear();
    open.clear();
    let mut done = 0;
    for capital in context.lexical.capitals.iter().map(|&index| index as usize) {
        let Some(index) = beginning(context, found, capital, done) else { continue };
        let run = run::gather(context, found, index);
        done = run.last;
        split::split(context, found, run, parts);
        for &part in &*parts {
            match evidence::judge(context, found, &told, part) {
                Some((name, rule)) => {
                    named.push(name);
                    push(context, found, name, rule);
                }
                None => open.push(part),
            }
        }
    }
    // Twice, when something was told: of two names one may tell the other.
    for _ in 0..2 {
        let known = named.len();
        open.retain(|&part| {
            let told = company::told(context, found, part);
            told.into_iter().for_each(|rule| {
                named.push(part);
                push(context, found, part, rule);
            });
            told.is_none()
        });
        if named.len() == known {
            break;
        }
    }
    let memory = LazyCell::new(|| Memory::of(context, named));
    for &part in &*open {
        if !memory::may_be_known(context, found, part) {
            continue;
        }
        if let Some((name, rule)) = memory.recall(context, found, part) {
            push(context, found, name, rule);
        }
    }
}

/// Where the name begins whose first capital is at `capital`: there, or not before `done` at one small word or two before
/// it (« de Gaulle », « von der Leyen »).
fn beginning(context: Context<'_>, found: &Candidates, capital: usize, done: usize) -> Option<usize> {
    let begins = |&k: &usize| k >= done && begins(context, found, k);
    let small = capital.checked_sub(1).filter(|&k| !context.is_capital(k) && context.cue(k).particle());
    let two = small.filter(|&k| context.goes_on(k)).and_then(|k| k.checked_sub(1));
    let two = two.filter(|&k| matches!(context.source.lowered(k), "von" | "van"));
    two.filter(begins).or_else(|| small.filter(begins)).or_else(|| Some(capital).filter(begins))
}

/// Whether a name may begin at token `index`.
fn begins(context: Context<'_>, found: &Candidates, index: usize) -> bool {
    let Some(token) = context.source.get(index) else { return false };
    if !token.is_word() {
        return false;
    }
    // Most words are neither capitalised nor one of the few small words a name begins with.
    let lowered = context.source.lowered(index);
    let small = !token.is_capitalized();
    let opens = matches!(lowered, "de" | "d'" | "al" | "el" | "von" | "van" | "ben" | "bin" | "abou");
    if small && (!opens || run::is_taken(found, index + 1)) {
        return false;
    }
    if run::is_taken(found, index) {
        return false;
    }
    // « chef de l'État »: the capital belongs to a title or a portfolio.
    let inside = context
        .hit_at(index)
        .filter(|h| (h.first as usize) < index)
        .is_some_and(|h| context.is_one(h, Sorts::TITLE | Sorts::PORTFOLIO | Sorts::EVENT));
    if inside {
        return false;
    }
    if token.is_capitalized() {
        // « Selon Alain de Tonquédec »: the name begins after the word of the sentence.
        let small = context.word(index).function != Function::None
            && context.name(index).given == 0
            && !context.cue(index).particle()
            && context.opens_sentence(index);
        return (!token.is_elision() || run::opens_name(context, index) || stands_alone(context, index)) && !small;
    }
    // « al-Burhane », « von der Leyen » after a title.
    // « le général de Galliffet », but « la sœur de Pierre Petit »: a given name opens a name of its own.
    let name = context.name(index + 1);
    let noble = matches!(lowered, "de" | "d'")
        && context.cue_before(index, 1).honorific()
        && (name.given < 3 || name.family >= name.given)
        && !context.is_at(index + 1, Sorts::PLACE | Sorts::ORGANIZATION | Sorts::TITLE);
    (noble || stands_alone(context, index) || matches!(lowered, "al" | "el" | "von" | "van" | "ben" | "bin" | "abou"))
        && (context.is_capital(index + 1) || matches!(lowered, "von" | "van") && context.is_capital(index + 2))
        && context.goes_on(index + 1)
        && (context.is_joined(index + 1) || index == 0 || !context.is_capital(index - 1) || led(context, index))
}

/// « de Gaulle reçoit X », « selon de Villepin »: a particle that nothing before it governs.
pub(super) fn stands_alone(context: Context<'_>, index: usize) -> bool {
    if !matches!(context.source.lowered(index), "de" | "d'") || !context.is_capital(index + 1) {
        return false;
    }
    let hit = context.hit_at(index).filter(|h| h.first as usize == index && h.last as usize == index + 2);
    if hit.is_some_and(|h| context.is_one(h, Sorts::LEADER)) {
        return true;
    }
    let place = context.is_at(index + 1, Sorts::PLACE | Sorts::ORGANIZATION);
    if place || context.name(index + 1).family == 0 && context.leaders(index + 1).is_empty() {
        return false;
    }
    // « D'Alema a rencontré … », « De Gasperi rencontra … »
    let large = context.is_capital(index);
    let opens = large && context.opens_sentence(index);
    let mark = matches!(context.previous(index, 1), "," | "que" | "qu'" | ":" | "«");
    led(context, index)
        || large && !opens
        || (mark || opens)
            && context.goes_on(index + 2)
            && context.word(index + 2).pos.any(Pos::FINITE | Pos::THIRD_SINGULAR)
}

/// Whether a preposition stands before token `index`.
fn led(context: Context<'_>, index: usize) -> bool {
    index > 0 && context.goes_on(index) && matches!(context.word(index - 1).function, Function::Preposition(_))
}

fn push(context: Context<'_>, found: &mut Candidates, name: Run, rule: &'static str) {
    let hit = context.hit_at(name.first).filter(|h| (h.first as usize, h.last as usize) == (name.first, name.last));
    let entry = hit.and_then(|hit| {
        let mut surfaces = context.lexicon.surfaces(context.source, hit);
        surfaces
            .find(|s| matches!(context.lexicon.entry(s.entry).data, EntryData::Leader { .. } | EntryData::Person))
            .map(|s| s.entry)
    });
    found.push(Mention {
        span: context.source.span(name.first, name.last),
        first: name.first as u32,
        last: name.last as u32,
        origin: entry.map_or(Origin::Rule(rule), Origin::Gazetteer),
        data: MentionData::Person { gender: gender(context, &name) },
    });
}

/// Told by the honorific before the name, or else by the given name that opens it.
fn gender(context: Context<'_>, name: &Run) -> Option<Gender> {
    let told = context.cue_before(name.first, 1);
    let (masculine, feminine) = match (told.masculine(), told.feminine()) {
        (false, false) if name.last > name.first + 1 => {
            let given = context.name(name.first);
            let known = given.given > given.family;
            (known && given.masculine, known && given.feminine)
        }
        told => told,
    };
    match (masculine, feminine) {
        (true, false) => Some(Gender::Masculine),
        (false, true) => Some(Gender::Feminine),
        _ => None,
    }
}

/// Whether a title or an official ends right before token `first`.
fn after_title(context: Context<'_>, found: &Candidates, first: usize) -> bool {
    if !context.goes_on(first) {
        return false;
    }
    if found.covering_kind(first - 1, MentionKind::Official).is_some_and(|m| m.last as usize == first) {
        return true;
    }
    let is_title = |index: usize| context.is_at(index, Sorts::TITLE);
    // « le président X », « le président français X »
    is_title(first - 1)
        || (first >= 2
            && context.goes_on(first - 1)
            && context.hit_at(first - 1).is_some_and(|h| {
                context.is_one(h, Sorts::DEMONYM)
                    && h.first > 0
                    && context.goes_on(h.first as usize)
                    && is_title(h.first as usize - 1)
            }))
}
