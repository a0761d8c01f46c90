//! Organisations no gazetteer lists: names that hold a word of institutions of another language
//! (« Wikimedia Foundation »), and capitalised words after a feminine article (« la Juventus »).

use super::super::resolve::Candidates;
use super::super::{Context, MentionKind, Origin};
use super::{mention, Known};
use crate::lexicon::{OrgType, Sorts};

/// Longest name, in tokens.
const LONGEST: usize = 9;

/// How far behind the town of a dateline the bracket may stand.
const HEADER: usize = 6;

/// Proposes names by their words and by their article.
pub(in super::super) fn find(context: Context<'_>, found: &mut Candidates) {
    dispatched(context, found);
    let mut done = 0;
    for index in context.lexical.capitals.iter().map(|&index| index as usize) {
        // « L'Union » is one word, and no foreign one.
        let elided = context.source.get(index).is_some_and(|t| t.is_elision());
        if elided || index < done || is_taken(found, index) {
            continue;
        }
        let end = run_end(context, found, index);
        let words = (index..end).filter(|&k| !context.is_joined(k)).count();
        if end > index + 1 && context.cue(index).militia() {
            let known = Known { org_type: OrgType::ArmedGroup, country: None, entry: None };
            found.push(mention(context, index, end, known, "organization:armed group"));
        } else if words >= 2 && holds_foreign(context, index, end) {
            let known = Known { org_type: OrgType::Other, country: None, entry: None };
            found.push(mention(context, index, end, known, "organization:foreign word"));
        } else if end <= index + 3 && after_article(context, found, index, end) {
            let known = Known { org_type: OrgType::Other, country: None, entry: None };
            found.push(mention(context, index, end, known, "organization:article+name"));
        }
        done = end;
    }
}

/// « VILNIUS, 28 août (Agence du Nord) - », « Bamako (AMAP) – »: who sends the dispatch stands between the town and the dash.
fn dispatched(context: Context<'_>, found: &mut Candidates) {
    let source = context.source;
    let dash = |at: usize| matches!(source.str(at), "-" | "–" | "—" | "--");
    for line in source.tokens.sentences() {
        let first = line.start as usize;
        let town = found.covering_kind(first, MentionKind::Place).filter(|m| m.first as usize == first);
        let Some(mut open) = town.map(|m| m.last as usize) else { continue };
        let limit = open + HEADER;
        while open < limit && source.str(open) != "(" && !dash(open) && context.goes_on(open) {
            open += 1;
        }
        let end = (open + 1..open + 1 + LONGEST).find(|&k| source.str(k) == ")");
        let Some(end) = end.filter(|&end| source.str(open) == "(" && end > open + 1 && dash(end + 1)) else { continue };
        let named = (open + 1..end).all(|k| source.get(k).is_some_and(|t| t.is_word()) && context.is_capital(k));
        if named && found.covering_kind(open + 1, MentionKind::Organization).is_none() {
            let known = Known { org_type: OrgType::Media, country: None, entry: None };
            found.push(mention(context, open + 1, end, known, "organization:dateline"));
        }
    }
}

fn is_taken(found: &Candidates, index: usize) -> bool {
    found.covering(index).is_some_and(|m| m.kind() != MentionKind::Place)
}

/// One past a run of capitalised words with « of », « for », « the » between them.
fn run_end(context: Context<'_>, found: &Candidates, index: usize) -> usize {
    let mut end = index + 1;
    // « International Skating | Union »: a head's own capital ends no name.
    let head = |k: usize| {
        found.covering(k).is_some_and(|m| {
            m.last - m.first == 1 && context.is_capital(k) && m.origin == Origin::Rule("organization:head+complement")
        })
    };
    while end < index + LONGEST && context.goes_on(end) && (!is_taken(found, end) || head(end)) {
        let word = context.source.get(end).is_some_and(|t| t.is_word() && !t.is_elision());
        let link = || match context.source.lowered(end) {
            "of" | "for" | "and" | "the" => {
                context.is_capital(end + 1) || matches!(context.source.lowered(end + 1), "the" | "of")
            }
            "al" | "el" | "ul" | "e" => context.is_joined(end + 1),
            _ => false,
        };
        if !(word && (context.is_capital(end) || context.is_joined(end)) || link()) {
            break;
        }
        end += 1;
    }
    end
}

/// A word of institutions stands in the run, and not only « The » before one.
fn holds_foreign(context: Context<'_>, first: usize, last: usize) -> bool {
    let name = || context.name(first);
    let told = (first..last).any(|k| context.is_capital(k) && context.cue(k).foreign());
    let whole = || (first..last).all(|k| !context.is_at(k, Sorts::TITLE | Sorts::DEMONYM) || context.is_joined(k));
    told && whole() && (name().given < 3 || context.cue(last - 1).foreign())
}

/// « la Juventus », « l'Arena », not « dans la Turbie ».
fn after_article(context: Context<'_>, found: &Candidates, first: usize, last: usize) -> bool {
    if !matches!(context.previous(first, 1), "la" | "l'") || found.covering(first).is_some() {
        return false;
    }
    // « Humberto de la Calle », « M. de la Riva »
    let named = context.previous(first, 2) == "de"
        && (context.is_capital(first.wrapping_sub(3)) || context.cue_before(first, 3).honorific());
    if named || matches!(context.previous(first, 2), "à" | "dans" | "sur" | "vers" | "jusqu'à" | "en" | "rivière") {
        return false;
    }
    // Capitals alone are read as acronyms.
    if last == first + 1 && context.source.get(first).is_some_and(|t| t.is_all_caps()) {
        return false;
    }
    (first..last).all(|k| {
        let name = context.name(k);
        // « la Tabaski »
        let thing = context.cue(k).thing();
        !thing
            && !context.is_common(k)
            && context.hit_at(k).is_none()
            && found.covering(k).is_none()
            && name.given < 2
            && context.leaders(k).is_empty()
    })
}
