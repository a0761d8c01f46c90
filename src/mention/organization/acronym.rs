//! Acronyms: defined in the text (« Front de libération du Khumar (FLK) »), or told by their article.

use super::super::marks::{Marks, OPEN};
use super::super::resolve::Candidates;
use super::super::{Context, MentionData, MentionKind};
use super::{mention, Known};
use crate::lexicon::OrgType;
use rustc_hash::FxHashMap;

/// How many words a long form may have.
const LONGEST: usize = 14;

/// Proposes acronyms, and the long forms that only their acronym tells.
pub(in super::super) fn find(context: Context<'_>, marks: &Marks, found: &mut Candidates) {
    let mut learnt: FxHashMap<&str, Known> = FxHashMap::default();
    for open in marks.of(OPEN) {
        if context.source.str(open + 2) == ")" && context.goes_on(open) {
            if let Some(known) = defined(context, found, open) {
                learnt.insert(context.source.str(open + 1), known);
            }
        }
    }
    for index in context.lexical.capitals.iter().map(|&index| index as usize) {
        if found.covering(index).is_some() {
            continue;
        }
        let shouted = context.source.get(index).is_some_and(|t| t.is_all_caps());
        let bracketed = index > 0 && context.source.str(index - 1) == "(" && context.source.str(index + 1) == ")";
        if let Some(known) = learnt.get(context.source.str(index)).filter(|_| !bracketed) {
            found.push(mention(context, index, index + 1, *known, "organization:acronym"));
        } else if shouted && told_by_article(context, index) {
            let known = Known { org_type: OrgType::Other, country: None, entry: None };
            found.push(mention(context, index, index + 1, known, "organization:article+acronym"));
        }
    }
}

fn known(data: &MentionData) -> Option<Known> {
    match *data {
        MentionData::Organization { org_type, country, entry } => Some(Known { org_type, country, entry }),
        _ => None,
    }
}

/// The organisation whose acronym stands in brackets at token `open`.
fn defined(context: Context<'_>, found: &mut Candidates, open: usize) -> Option<Known> {
    let source = context.source;
    let short = source.get(open + 1)?;
    let written = source.str(open + 1);
    let capitals = written.chars().filter(|c| c.is_uppercase()).count();
    if !short.is_word() || !short.is_capitalized() || written.len() < 2 {
        return None;
    }
    let before = found.covering(open - 1).filter(|m| m.last as usize == open).map(|m| (m.kind(), known(&m.data)));
    let inside = found.covering(open + 1).and_then(|m| known(&m.data));
    match before {
        Some((MentionKind::Organization, Some(long))) if capitals >= 2 || inside.is_some() => {
            let known = inside.unwrap_or(Known { entry: None, ..long });
            found.push(mention(context, open + 1, open + 2, known, "organization:acronym"));
            return Some(known);
        }
        // « le chef du Département de l'économie (DE) »: told for later.
        Some((MentionKind::Official, _)) => {
            let official = found.covering(open - 1).map(|m| m.first as usize..open)?;
            let known = inside.unwrap_or(Known { org_type: OrgType::Other, country: None, entry: None });
            if !short.is_all_caps() || !spelt(context, official, source.folded(open + 1)) {
                return None;
            }
            return Some(known);
        }
        Some((MentionKind::Place | MentionKind::Person, _)) => return None,
        _ => {}
    }
    if capitals < 2 && inside.is_none() {
        return None;
    }
    let first = long_form(context, open, source.folded(open + 1))?;
    let known = inside.unwrap_or(Known { org_type: OrgType::Other, country: None, entry: None });
    found.push(mention(context, first, open, Known { entry: None, ..known }, "organization:long form"));
    found.push(mention(context, open + 1, open + 2, known, "organization:acronym"));
    Some(known)
}

/// Whether words of the tokens `range` begin with the letters of the acronym, one after the other and with a capital for
/// the first.
fn spelt(context: Context<'_>, range: std::ops::Range<usize>, acronym: &str) -> bool {
    let mut letters = acronym.bytes().peekable();
    let mut begun = false;
    for index in range {
        let initial = context.source.folded(index).bytes().next();
        if initial == letters.peek().copied() && (begun || context.is_capital(index)) {
            begun = true;
            letters.next();
        }
    }
    begun && letters.peek().is_none()
}

/// Where the long form before the bracket begins, when its initials spell the acronym.
fn long_form(context: Context<'_>, open: usize, acronym: &str) -> Option<usize> {
    let mut letters = acronym.bytes().rev().filter(u8::is_ascii_alphabetic).peekable();
    let mut index = open;
    for _ in 0..LONGEST {
        if index == 0 || !context.goes_on(index) {
            return None;
        }
        index -= 1;
        let token = context.source.get(index)?;
        // « M. Reynders (MR) »: a man and his party.
        if !token.is_word() || token.is_abbreviation() && context.cue(index).honorific() {
            return None;
        }
        let folded = context.source.folded(index);
        let initial = folded.bytes().next()?;
        let small = matches!(
            folded,
            "de" | "du"
                | "des"
                | "d'"
                | "la"
                | "le"
                | "les"
                | "l'"
                | "et"
                | "pour"
                | "a"
                | "au"
                | "aux"
                | "en"
                | "sur"
                | "of"
                | "the"
                | "and"
                | "for"
        );
        if letters.peek() == Some(&initial) {
            letters.next();
            if letters.peek().is_none() {
                // « Jean-Pierre Sueur (PS) »: a person and a party.
                let person = context.name(index).given > 0 || context.is_joined(index);
                if person && acronym.len() <= 3 {
                    return None;
                }
                return token.is_capitalized().then_some(index);
            }
        } else if !small {
            return None;
        }
    }
    None
}

/// « la CNIL », « l'AVIMA »: capitals alone, after an article, no common abbreviation.
fn told_by_article(context: Context<'_>, index: usize) -> bool {
    let text = context.source.str(index);
    let length = text.chars().count();
    let article = matches!(context.previous(index, 1), "la" | "l'" | "le" | "du" | "au");
    if !article || !(2..=7).contains(&length) || context.cue(index).thing() {
        return false;
    }
    // « la RD 964 »
    if context.goes_on(index + 1) && context.source.get(index + 1).is_some_and(|t| t.is_number()) {
        return false;
    }
    if context.is_joined(index) || context.is_joined(index + 1) || text.ends_with('.') {
        return false;
    }
    let roman = text.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C'));
    // A line in capitals says nothing.
    let shouting = |at: usize| context.source.get(at).is_some_and(|t| t.is_all_caps() && t.span.len() > 1);
    let around = shouting(index + 1) || (index >= 1 && shouting(index - 1)) || (index >= 2 && shouting(index - 2));
    !roman && !around
}
