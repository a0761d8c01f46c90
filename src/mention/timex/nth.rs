//! The n-th or last weekday, week-end or day of a month or year.
//!
//! Comes in: « premier lundi de septembre », « dernier jour de l'année »,
//! seen from the word after the ordinal. Goes out: an [`Item`] with the day
//! counted off the calendar. A month or year nobody knows gives no value.

use super::calendar::{Item, Node};
use super::numeric;
use super::reader::{Found, Reader};
use super::resolve::{plus_days, week, weekday_of};
use super::value::{Amount, Modifier, Point, Span, Unit, Value, Within, Year};
use super::vocabulary::Class;
use super::TimexType;
use jiff::civil::Date;

/// « troisième » or « dernier ».
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nth {
    From(u32),
    Last,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Weekday(u8),
    Weekend,
    Day,
}

impl Reader<'_> {
    /// The weekday, week-end or day at `i` that an ordinal before it picks out of the month or year after it.
    pub(super) fn nth(&self, nth: Nth, i: usize) -> Option<Item> {
        let (what, j) = match (self.class(i), self.unit(i)) {
            (Class::Weekday(w), _) if !self.f(i).ends_with('s') => (What::Weekday(w), i + 1),
            (_, Some((Unit::Weekend, j))) => (What::Weekend, j),
            (_, Some((Unit::Day, j))) if self.f(i) == "jour" => (What::Day, j),
            _ => return None,
        };
        let (whole, end) = self.whole(self.of(j)?)?;
        let day = whole.and_then(|(first, last)| nth.pick(what, first, last));
        let point = match (what, day) {
            (What::Weekend, Some(day)) => weekend(day),
            (_, Some(day)) => Some(Point::day(day)),
            (_, None) => None,
        };
        Some(Item::new(Node::Point(point), end, "timex:ordinal"))
    }

    /// « premier mardi de chaque mois », « dernier jour de chaque trimestre ».
    pub(super) fn nth_of_each(&self, i: usize) -> Option<Found> {
        let counted = matches!(self.class(i + 1), Class::Weekday(_) | Class::Unit(Unit::Day | Unit::Week));
        let each = self.of(i + 2).filter(|&k| counted && self.class(k) == Class::Each)?;
        let (unit, end) = self.unit(each + 1)?;
        let span = Value::Span(Span::new(Amount::whole(1), unit));
        Some(Found::new(i, end, TimexType::Set, Some(span), "timex:set"))
    }

    /// « premiers jours de juin 1940 », « dernières semaines de 2018 »: its beginning or end.
    pub(super) fn first_days(&self, i: usize) -> Option<Found> {
        let edge = match self.f(i) {
            "premiers" | "premieres" => Modifier::Start,
            "derniers" | "dernieres" => Modifier::End,
            _ => return None,
        };
        let counted = matches!(self.class(i + 1), Class::Unit(Unit::Day | Unit::Week) | Class::Week);
        let k = self.of(i + 2).filter(|_| counted)?;
        let whole = |item: &Item| matches!(item.node, Node::Cal(cal) if cal.grain() < 3);
        let item = self.item(k, true).filter(|item| whole(item))?;
        let found = self.mention(k, item);
        matches!(found.value, None | Some(Value::Point(_))).then(|| Found { first: i, ..found }.with(Some(edge)))
    }

    /// « première moitié de 2019 » is a half of the year, of anything else its beginning or end:
    /// « seconde quinzaine de juin ».
    pub(super) fn half_of(&self, i: usize) -> Option<Found> {
        let fortnight = self.class(i + 1) == Class::Unit(Unit::Fortnight);
        let whole = fortnight || self.class(i + 1) == Class::Moiety;
        if !whole {
            return None;
        }
        let half = self.ordinal(i).filter(|n| matches!(n, 1 | 2))?;
        let k = self.of(i + 2)?;
        let month = |item: &Item| matches!(item.node, Node::Cal(cal) if cal.grain() == 2);
        let item = self.item(k, true).filter(|item| !item.is_daily() && (!fortnight || month(item)))?;
        let found = self.mention(k, item);
        if let Some(Value::Point(Point { year, within: Within::Whole, clock: None })) = found.value {
            if let Year::Is(_) = year {
                let value = Some(Value::Point(Point::new(year, Within::Half(half as u8))));
                return Some(Found { first: i, value, ..found });
            }
        }
        let edge = if half == 1 { Modifier::Start } else { Modifier::End };
        matches!(found.value, None | Some(Value::Point(_))).then(|| Found { first: i, ..found }.with(Some(edge)))
    }

    /// The month or year at `i`: its first and last day, and where it ends.
    fn whole(&self, i: usize) -> Option<(Option<(Date, Date)>, usize)> {
        let (point, end) = match self.unit(i) {
            // « du mois », « de l'année »: the current one.
            Some((unit @ (Unit::Month | Unit::Year), end)) if self.of_unit(i).is_none() => {
                let free = self.stops(end) || self.vocabulary.function_word(self.f(end));
                if !free || self.of(end).is_some() || self.f(i).ends_with("ans") {
                    return None;
                }
                (self.period(unit, 0, false), end)
            }
            _ => {
                let item = self.item(i, true)?;
                let whole = match item.node {
                    Node::Cal(cal) => cal.grain() < 3,
                    Node::Point(Some(p)) => matches!(p.within, Within::Whole | Within::Month(_)),
                    Node::Point(None) => matches!(item.rule, "timex:period" | "timex:this"),
                    _ => false,
                };
                if !whole {
                    return None;
                }
                (self.point_of(item.node, i), item.end)
            }
        };
        let (from, to) = match point {
            Some(Point { year: Year::Is(y), within: Within::Month(m), .. }) => ((y, m), (y, m)),
            Some(Point { year: Year::Is(y), within: Within::Whole, .. }) => ((y, 1), (y, 12)),
            _ => return Some((None, end)),
        };
        let first = Date::new(from.0, from.1 as i8, 1).ok();
        let last = Date::new(to.0, to.1 as i8, 1).ok().map(Date::last_of_month);
        Some((first.zip(last), end))
    }
}

impl Nth {
    /// The day counted from the first or back from the last.
    fn pick(self, what: What, first: Date, last: Date) -> Option<Date> {
        let weekday = match what {
            What::Weekday(w) => w,
            What::Weekend => 6,
            What::Day => {
                return match self {
                    Self::Last => Some(last),
                    Self::From(n) => plus_days(first, i32::try_from(n).ok()? - 1).filter(|&d| d >= first && d <= last),
                };
            }
        };
        match self {
            Self::Last => plus_days(last, -i32::from((weekday_of(last) + 7 - weekday) % 7)),
            Self::From(n) => {
                let ahead = i32::from((weekday + 7 - weekday_of(first)) % 7);
                let weeks = i32::try_from(n).ok()?.checked_sub(1).filter(|w| (0..53).contains(w))?;
                plus_days(first, ahead + 7 * weeks).filter(|&d| d <= last)
            }
        }
    }
}

/// The week-end that begins on a Saturday.
fn weekend(saturday: Date) -> Option<Point> {
    match week(saturday) {
        Point { year: Year::Is(y), within: Within::Week(w), .. } => Some(numeric::within(Some(y), Within::Weekend(w))),
        _ => None,
    }
}
