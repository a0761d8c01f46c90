//! Dates: the temporal tagger, told which way each clause points and which tokens names have claimed.

use super::timex::{Direction, Tagger, Timex};
use super::{Context, Mention, MentionData, Origin};
use crate::syntax::{Tense, VerbForm, VerbGroup};
use jiff::civil::Date;

/// Adds the dates between the mentions of `list`, which stays sorted and flat.
pub(super) fn find(context: Context<'_>, tagger: &Tagger, reference: Option<Date>, list: &mut Vec<Mention>) {
    let mut claimed = vec![false; context.source.len()];
    for mention in list.iter() {
        if let Some(slots) = claimed.get_mut(mention.first as usize..mention.last as usize) {
            slots.fill(true);
        }
    }
    let mut dates: Vec<Timex> = Vec::new();
    let direction = |token: usize| direction(context, token);
    let is_claimed = |token: usize| claimed.get(token).copied().unwrap_or(false);
    tagger.tag(context.source, reference, &direction, &is_claimed, &mut dates);
    if dates.is_empty() {
        return;
    }
    list.extend(dates.into_iter().map(|timex| Mention {
        span: timex.span,
        first: timex.first,
        last: timex.last,
        origin: Origin::Rule(timex.rule),
        data: MentionData::Date(timex),
    }));
    list.sort_by_key(|m| (m.first, m.last));
}

/// Which way the clause around `token` points: the tense of the nearest finite verb of its sentence.
fn direction(context: Context<'_>, token: usize) -> Direction {
    let sentences = context.source.tokens.sentences();
    let number = sentences.partition_point(|s| s.end as usize <= token);
    let (_, groups) = context.syntax.groups_of(number);
    let nearest = groups.iter().filter(|g| tells(g)).min_by_key(|g| distance(g, token));
    match nearest.map(|g| g.tense) {
        Some(Tense::Future | Tense::FuturePerfect | Tense::Conditional) => Direction::Future,
        Some(Tense::Past | Tense::Imperfect | Tense::Pluperfect | Tense::ConditionalPast) => Direction::Past,
        _ => Direction::Unknown,
    }
}

fn tells(group: &VerbGroup) -> bool {
    group.form == VerbForm::Finite && !matches!(group.tense, Tense::None | Tense::Imperative)
}

/// How far a verb is from the token; a verb behind a comma is no nearer than one before it.
fn distance(group: &VerbGroup, token: usize) -> usize {
    let (first, last) = (group.first as usize, group.last as usize);
    if token < first {
        // A date before its verb (« Jeudi, le ministre a … ») belongs to the first verb that follows.
        first - token
    } else {
        token.saturating_sub(last.saturating_sub(1))
    }
}
