//! Dates: the temporal tagger, told which way each clause points and which tokens names have claimed.

use super::marks::{Marks, CAPITAL, TIME};
use super::resolve::Flat;
use super::timex::{Candidates, Direction, Tagger, Timex};
use super::{Context, Mention, MentionData, Origin};
use crate::lexicon::grammar::Prep;
use crate::syntax::{Tense, VerbForm, VerbGroup};
use jiff::civil::Date;

/// What is kept while the dates of a text are found, in buffers that can be used again.
#[derive(Debug, Default)]
pub(super) struct Buffers {
    candidates: Candidates,
    dates: Vec<Timex>,
}

/// Appends the mentions of `flat` and the dates between them.
pub(super) fn find(
    context: Context<'_>,
    tagger: &Tagger,
    marks: &Marks,
    reference: Option<Date>,
    flat: Flat<'_, impl Iterator<Item = Mention>>,
    Buffers { candidates, dates }: &mut Buffers,
    list: &mut Vec<Mention>,
) {
    dates.clear();
    let direction = |token: usize| direction(context, tagger, token);
    let is_claimed = |token: usize| flat.claimed.get(token).copied().unwrap_or(false);
    let among = marks.of(TIME | CAPITAL).map(|token| (token, marks.has(token, TIME)));
    tagger.candidates(context.source, among, candidates);
    tagger.tag_among(context.source, candidates, reference, &direction, &is_claimed, dates);
    list.reserve_exact(flat.count + dates.len());
    // Both are sorted and share no token.
    let mut others = flat.mentions.peekable();
    for timex in dates.drain(..) {
        list.extend(std::iter::from_fn(|| others.next_if(|m| m.first < timex.first)));
        list.push(Mention {
            span: timex.span,
            first: timex.first,
            last: timex.last,
            origin: Origin::Rule(timex.rule),
            data: MentionData::Date(Box::new(timex)),
        });
    }
    list.extend(others);
}

/// How far a verb may stand from a date to tell its direction.
const REACH: usize = 48;
/// What a comma between date and verb weighs, in tokens.
const COMMA: usize = 4;
/// What a verb after the date weighs, in tokens.
const AFTER: usize = 3;
/// How near a bare participle must stand before the date.
const BESIDE: usize = 3;
/// And how near with no mark between them: « condamné à la prison à vie le 6 décembre ».
const NEAR: usize = 8;

/// Which way the clause around `token` points: the tense of the verb the date belongs to, which is the nearest one
/// that no relative pronoun keeps apart.
fn direction(context: Context<'_>, tagger: &Tagger, token: usize) -> Direction {
    let sentences = context.source.tokens.sentences();
    let number = sentences.partition_point(|s| s.end as usize <= token);
    let (_, groups) = context.syntax.groups_of(number);
    let here = groups.partition_point(|g| g.first as usize <= token);
    let mut best: Option<(usize, Direction)> = None;
    let weight = |from: usize, to: usize| {
        let commas = (from..to).filter(|&t| matches!(context.source.folded(t), "," | ";" | ":" | "(")).count();
        to.saturating_sub(from) + commas * COMMA
    };
    let mut cost = 0;
    let mut next = token;
    for (at, group) in groups.iter().enumerate().take(here).rev() {
        let last = group.last as usize;
        if last + REACH < token {
            break;
        }
        if last < next {
            cost += weight(last, next);
            next = last;
        }
        // « restera fermée jusqu'à vendredi »: the verb right before it tells.
        let attribute =
            groups.get(at.wrapping_sub(1)).is_some_and(|before| before.last == group.first && tells(before));
        let same = || (last..token).all(|t| !matches!(context.source.folded(t), "," | ";" | ":" | "("));
        if group.form == VerbForm::PastParticiple
            && !attribute
            && best.is_none()
            && (cost <= BESIDE || cost <= NEAR && same())
        {
            // « arrivé dimanche à Rome », « attendu dimanche »
            let ahead = tagger.points_ahead(context.source.folded(group.head as usize));
            return if ahead { Direction::Future } else { Direction::Past };
        }
        offer(&mut best, cost, || way(context, tagger, group));
    }
    // In French a date mostly follows its verb.
    (cost, next) = (AFTER, token);
    let mut relative = false;
    for group in groups.iter().skip(here) {
        let first = group.first as usize;
        if token + REACH < first {
            break;
        }
        if next < first {
            cost += weight(next, first);
            let apart =
                (next..first).any(|t| matches!(context.source.lowered(t), "qui" | "dont" | "où" | "que" | "qu'"));
            next = group.last as usize;
            relative |= apart;
            if apart {
                continue;
            }
        }
        if relative && group.form != VerbForm::Finite {
            continue;
        }
        // « entre début février et la mi-mars, a annoncé le ministre »: who says it stands behind the verb.
        let said = group.form == VerbForm::Finite && group.subject.is_none() && here > 0;
        if said && first > token + 1 && context.source.str(first - 1) == "," && tense(group) == Direction::Past {
            continue;
        }
        relative = false;
        offer(&mut best, cost, || way(context, tagger, group));
    }
    let way = best.map_or(Direction::Unknown, |(_, way)| way);
    // « juge quatre hommes pour le lynchage d'un gendarme, le 21 juin »: the noun between verb and date tells.
    let from = groups.get(here.wrapping_sub(1)).map_or(token.saturating_sub(HAPPENED), |g| g.last as usize);
    let from = from.max(token.saturating_sub(HAPPENED)).max(sentences.get(number).map_or(0, |s| s.start as usize));
    let happened = || (from..token).any(|t| tagger.has_happened(context.source.folded(t)));
    if way == Direction::Unknown && happened() {
        return Direction::Past;
    }
    way
}

/// How far before a date a noun of what has happened may stand.
const HAPPENED: usize = 10;

/// Keeps the nearest verb that says something.
fn offer(best: &mut Option<(usize, Direction)>, cost: usize, way: impl Fn() -> Option<Direction>) {
    if best.is_none_or(|(least, _)| cost < least) {
        if let Some(way) = way() {
            *best = Some((cost, way));
        }
    }
}

/// Whether a verb speaks of what is to come; « compte » only before an infinitive.
fn ahead(context: Context<'_>, tagger: &Tagger, group: &VerbGroup) -> bool {
    let head = group.head as usize;
    let word = context.source.folded(head);
    let counts = word.starts_with("compt")
        && context.source.get(head + 1).is_some_and(|t| t.is_number() || t.is_word())
        && !["er", "ir", "re"].iter().any(|e| context.source.folded(head + 1).ends_with(e));
    tagger.points_ahead(word) && !counts
}

/// What one verb says; `None` for a verb that says nothing.
fn way(context: Context<'_>, tagger: &Tagger, group: &VerbGroup) -> Option<Direction> {
    let ahead = ahead(context, tagger, group);
    if group.form != VerbForm::Finite {
        // « a prévu de se rendre lundi »: an infinitive goes by the verb above it.
        let above = group.governor.and_then(|g| context.syntax.groups.get(g as usize))?;
        if !tells(above) {
            return None;
        }
        let planned = tagger.points_ahead(context.source.folded(above.head as usize));
        // « est arrivé pour participer ce dimanche au sommet »
        let of = matches!(group.marker, Some(Prep::DE | Prep::POUR));
        return Some(match tense(above) {
            _ if planned && above.tense == Tense::Imperfect => Direction::Unknown,
            _ if planned => Direction::Future,
            // « a décidé de se rendre lundi »
            Direction::Past if of => Direction::Unknown,
            way => way,
        });
    }
    if !tells(group) {
        return None;
    }
    Some(match group.tense {
        Tense::Present | Tense::Past if ahead => Direction::Future,
        Tense::Imperfect if ahead => Direction::Unknown,
        _ => tense(group),
    })
}

fn tense(group: &VerbGroup) -> Direction {
    match group.tense {
        Tense::Future | Tense::FuturePerfect | Tense::Conditional | Tense::Subjunctive => Direction::Future,
        Tense::Past | Tense::Imperfect | Tense::Pluperfect | Tense::ConditionalPast | Tense::SubjunctivePast => {
            Direction::Past
        }
        _ => Direction::Unknown,
    }
}

fn tells(group: &VerbGroup) -> bool {
    group.form == VerbForm::Finite && !matches!(group.tense, Tense::None | Tense::Imperative)
}
