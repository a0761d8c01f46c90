//! From what the words say to a point of the calendar.
//!
//! Comes in: a partial date ([`Cal`]), the reference date, the date told
//! last, the direction of the clause. Goes out: a [`Point`]; without a
//! reference date one with `XXXX` in it. A day that does not exist gives
//! none. Never reads the machine's clock.

use super::numeric::within;
use super::reader::Reader;
use super::value::{Point, Within, Year};
use super::vocabulary::Class;
use super::Direction;
use jiff::civil::Date;
use jiff::ToSpan;

/// « dernier », « prochain », « ce », « précédent », « suivant ».
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Pull {
    #[default]
    None,
    Last,
    Next,
    This,
    Before,
    After,
}

/// A date as far as the words tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Cal {
    pub year: Option<i16>,
    pub month: Option<u8>,
    pub day: Option<u8>,
    pub weekday: Option<u8>,
    pub pull: Pull,
}

impl Cal {
    /// 3: a day, 2: a month, 1: a year.
    pub(super) fn grain(&self) -> u8 {
        if self.day.is_some() || self.weekday.is_some() {
            3
        } else if self.month.is_some() {
            2
        } else {
            u8::from(self.year.is_some())
        }
    }

    /// Takes from `other` what is missing here: « du 3 au 5 mars 2019 ».
    pub(super) fn fill(self, other: Self) -> Self {
        let month = self.month.or(if self.day.is_some() { other.month } else { None });
        let year = self.year.or(if month.is_some() { other.year } else { None });
        let pull = if self.pull == Pull::None { other.pull } else { self.pull };
        Self { year, month, pull, ..self }
    }
}

pub(super) fn weekday_of(date: Date) -> u8 {
    date.weekday().to_monday_one_offset().unsigned_abs()
}

pub(super) fn plus_days(date: Date, days: i32) -> Option<Date> {
    date.checked_add(days.days()).ok()
}

/// The ISO week of a day.
pub(super) fn week(date: Date) -> Point {
    let iso = date.iso_week_date();
    Point::new(Year::Is(iso.year()), Within::Week(Some(iso.week().unsigned_abs())))
}

pub(super) fn days_between(a: Date, b: Date) -> i32 {
    (b - a).get_days()
}

/// Whether a lower-case word looks like a past participle.
pub(super) fn participle(word: &str) -> bool {
    ["é", "ée", "és", "ées", "prévu", "prévue", "prévus", "prévues", "attendu", "attendue"]
        .iter()
        .any(|e| word.ends_with(e))
}

/// Days since a bare day and month within which the future means it all the same.
const CLOSE: i32 = 21;

/// Days from the reference within which a wrong weekday does not send a date to another year.
const SLIP: i32 = 40;

/// How far before a bare weekday « après » may stand, in tokens.
const AFTER: usize = 12;

/// Years from the reference to try, nearest first.
const NEARBY: [i16; 5] = [0, -1, 1, -2, 2];

impl Reader<'_> {
    /// The direction at token `at`, sharpened by the preposition before it.
    pub(super) fn way_at(&self, at: usize) -> Direction {
        match self.opener(at) {
            "depuis" => Direction::Past,
            "ici" => Direction::Future,
            // « d'ici à l'été », « d'ici au mois de juin »
            "a" | "au" if self.is(at.wrapping_sub(2), &["ici"]) || self.is(at.wrapping_sub(3), &["ici"]) => {
                Direction::Future
            }
            // « jusqu'au 31 décembre », « à partir du 3 mai »
            "jusqu'" | "partir" | "compter" if self.way(at) == Direction::Unknown => Direction::Future,
            "au" | "a" | "du" | "de"
                if self.way(at) == Direction::Unknown
                    && self.is(at.wrapping_sub(2), &["jusqu'", "partir", "compter"]) =>
            {
                Direction::Future
            }
            "de" | "du" | "d'" | "des" if self.on_a_noun(at) => match self.way(at) {
                Direction::Future => Direction::Future,
                _ => Direction::Unknown,
            },
            _ => self.way(at),
        }
    }

    /// The point a partial date at token `at` means.
    pub(super) fn resolve(&self, cal: Cal, at: usize) -> Option<Point> {
        match (cal.year, cal.month, cal.day, cal.weekday) {
            (Some(y), Some(m), Some(d), _) => Date::new(y, m as i8, d as i8).ok().map(Point::day),
            (Some(y), Some(m), None, _) => Some(Point::new(Year::Is(y), Within::Month(m))),
            (Some(y), None, None, None) => Some(Point::year(y)),
            (_, Some(m), Some(d), weekday) => self.month_day(m, d, weekday, cal.pull, at),
            (_, Some(m), None, _) => Some(self.month(m, cal.pull, at)),
            (_, None, Some(d), weekday) => self.day_of_month(d, weekday, cal.pull, at),
            (_, None, None, Some(w)) => Some(self.weekday(w, cal.pull, at)),
            _ => None,
        }
    }

    fn weekday(&self, w: u8, pull: Pull, at: usize) -> Point {
        let unknown = Point::new(Year::Unknown, Within::Weekday(w));
        let told = matches!(pull, Pull::Before | Pull::After);
        let Some(from) = (if told { self.told_day(5).or(self.reference) } else { self.reference }) else {
            return unknown;
        };
        let ahead = i32::from((w + 7 - weekday_of(from)) % 7);
        let back = (7 - ahead) % 7;
        let days = match pull {
            Pull::Last | Pull::Before => -(if back == 0 { 7 } else { back }),
            Pull::Next | Pull::After => {
                if ahead == 0 {
                    7
                } else {
                    ahead
                }
            }
            Pull::This if self.way(at) == Direction::Unknown => {
                if ahead <= 3 {
                    ahead
                } else {
                    -back
                }
            }
            // « reporté à lundi »
            Pull::None if self.back(at, 1) == "a" && at.checked_sub(2).is_some_and(|k| participle(self.lowered(k))) => {
                ahead
            }
            _ => match self.bound(at).unwrap_or_else(|| self.way(at)) {
                Direction::Future => ahead,
                Direction::Unknown if ahead <= 4 && !self.looks_back(at) => ahead,
                _ => -back,
            },
        };
        plus_days(from, days).map_or(unknown, Point::day)
    }

    /// « depuis lundi », « d'ici vendredi », « jusqu'à dimanche ».
    fn bound(&self, at: usize) -> Option<Direction> {
        match self.opener(at) {
            "depuis" => Some(Direction::Past),
            "ici" => Some(Direction::Future),
            // « avant lundi », « dès lundi », but « touchés dès samedi »
            "avant" | "des" if self.way(at) == Direction::Unknown && self.lowered(at.wrapping_sub(1)) != "des" => {
                Some(Direction::Future).filter(|_| !participle(self.lowered(at.wrapping_sub(2))))
            }
            "a" | "au" | "de" | "du" if self.is(at.wrapping_sub(2), &["ici"]) => Some(Direction::Future),
            "a" | "au" | "de" | "du" if self.is(at.wrapping_sub(2), &["jusqu'", "partir", "compter"]) => {
                Some(self.way(at)).filter(|&w| w != Direction::Unknown).or(Some(Direction::Future))
            }
            _ => None,
        }
    }

    /// « la réunion de mardi », « publié samedi »: done already when the clause does not say.
    fn looks_back(&self, at: usize) -> bool {
        let done = |word: &str| {
            participle(word)
                || ["u", "ue", "us", "ues"].iter().any(|e| word.ends_with(e))
                    && word.len() > 3
                    && !self.vocabulary.function_word(word)
        };
        // « commis entre 0 h 30 et 4 h mardi »
        let mut k = at.wrapping_sub(1);
        while k.wrapping_add(10) > at && self.is_of_clock(k) {
            k = k.wrapping_sub(1);
        }
        self.on_a_noun(at) || self.token(k).is_some_and(|_| done(self.lowered(k))) || self.comes_after(at)
    }

    /// « deux arrestations après un vol au musée lundi »: what the rest follows is past.
    fn comes_after(&self, at: usize) -> bool {
        let from = at.saturating_sub(AFTER).max(self.start);
        let clause = (from..at).rev().take_while(|&k| !self.token(k).is_some_and(crate::text::Token::is_punct));
        clause.into_iter().any(|k| self.f(k) == "apres" && !self.joined(k + 1) && self.class(k + 1) == Class::None)
    }

    /// Figures, « h », and what leads to them.
    fn is_of_clock(&self, i: usize) -> bool {
        self.token(i).is_some_and(crate::text::Token::is_number)
            || self.is(i, &["h", "heure", "heures", "entre", "et", "vers", "a", "de"])
    }

    fn month(&self, m: u8, pull: Pull, at: usize) -> Point {
        if let Some(year) = self.framed(at).filter(|_| pull == Pull::None) {
            return within(Some(year), Within::Month(m));
        }
        let Some(reference) = self.reference else { return within(None, Within::Month(m)) };
        let told = matches!(pull, Pull::Before | Pull::After);
        let from = if told { self.told_day(5).unwrap_or(reference) } else { reference };
        let now = from.month().unsigned_abs();
        let shift = match pull {
            Pull::Last | Pull::Before => -i16::from(m >= now),
            Pull::Next | Pull::After => i16::from(m <= now),
            Pull::This => 0,
            Pull::None => match self.way_at(at) {
                Direction::Past => -i16::from(m > now),
                Direction::Future => i16::from(m < now),
                Direction::Unknown if i16::from(m) - i16::from(now) > 6 => -1,
                Direction::Unknown if i16::from(now) - i16::from(m) > 8 => 1,
                Direction::Unknown => 0,
            },
        };
        within(Some(from.year() + shift), Within::Month(m))
    }

    /// The year a day without one belongs to, from a full date told in the same sentence or the year it opens with.
    fn told_year(&self, at: usize) -> Option<i16> {
        let told = self.told.filter(|t| t.explicit && t.sentence == self.sentence);
        told.and_then(|t| t.point.to_date()).map(|d| d.year()).or_else(|| self.framed(at))
    }

    /// The year of « En 2019, il s'est rendu en mai à Rome »; what is to come may leave it.
    fn framed(&self, at: usize) -> Option<i16> {
        let (year, _) = self.frame.filter(|f| f.1 == self.sentence)?;
        (self.way(at) != Direction::Future).then_some(year)
    }

    fn month_day(&self, m: u8, d: u8, weekday: Option<u8>, pull: Pull, at: usize) -> Option<Point> {
        let day = |y: i16| Date::new(y, m as i8, d as i8).ok();
        let Some(reference) = self.reference else {
            let told = self.told_year(at).filter(|_| pull == Pull::None).and_then(day).map(Point::day);
            return told.or_else(|| day(2000).map(|_| within(None, Within::Day(m, d))));
        };
        if let Some(w) = weekday {
            let fits = |shift: &i16| day(reference.year() + shift).filter(|&day| weekday_of(day) == w);
            let mut candidates: Vec<Date> = NEARBY.iter().filter_map(fits).collect();
            candidates.sort_by_key(|&c| days_between(reference, c).abs());
            // A weekday that only fits another year, for a day close by, is a slip of the writer's.
            let close = (-1..=1)
                .filter_map(|shift| day(reference.year() + shift))
                .any(|c| days_between(reference, c).abs() <= SLIP);
            let fits = |&&c: &&Date| !close || days_between(reference, c).abs() <= 7 * SLIP;
            if let Some(&best) = candidates.first().filter(fits) {
                return Some(Point::day(best));
            }
        }
        if pull == Pull::None {
            if let Some(y) = self.told_year(at) {
                return day(y).map(Point::day);
            }
        }
        let candidates = || (-4..=4).filter_map(|shift| day(reference.year() + shift));
        let last = candidates().filter(|&c| c <= reference).max();
        let next = candidates().filter(|&c| c >= reference).min();
        let best = match pull {
            Pull::Last | Pull::Before => candidates().filter(|&c| c < reference).max(),
            Pull::Next | Pull::After => candidates().filter(|&c| c > reference).min(),
            _ => match (last, next) {
                (Some(last), Some(next)) => {
                    let (ago, ahead) = (days_between(last, reference), days_between(reference, next));
                    Some(match self.way_at(at) {
                        Direction::Past => last,
                        // « la réunion prévue le 3 mars » is no year ahead on the 5th.
                        Direction::Future if ago > CLOSE => next,
                        Direction::Future => last,
                        Direction::Unknown if ago <= ahead => last,
                        Direction::Unknown => next,
                    })
                }
                (last, next) => last.or(next),
            },
        };
        best.map(Point::day)
    }

    /// « lundi 6 », « le 15 »: the month is the one told or the reference's.
    fn day_of_month(&self, d: u8, weekday: Option<u8>, pull: Pull, at: usize) -> Option<Point> {
        let Some(reference) = self.reference else {
            return Some(within(None, Within::DayOfMonth(d)));
        };
        let told = self.told_day(2);
        let from = told.unwrap_or(reference);
        let first = Date::new(from.year(), from.month(), 1).ok()?;
        let candidates = (-7..=7).filter_map(|shift: i32| {
            let month = first.checked_add(shift.months()).ok()?;
            let day = Date::new(month.year(), month.month(), d as i8).ok()?;
            weekday.is_none_or(|w| weekday_of(day) == w).then_some(day)
        });
        if told.is_some() || weekday.is_some() {
            let same = |c: &Date| i32::from(c.month() != from.month() && weekday.is_none());
            return candidates.min_by_key(|c| same(c) * 1000 + days_between(from, *c).abs()).map(Point::day);
        }
        let way = match pull {
            Pull::Last | Pull::Before => Direction::Past,
            Pull::Next | Pull::After => Direction::Future,
            _ => self.way_at(at),
        };
        match way {
            Direction::Future => candidates.filter(|&c| c >= reference).min(),
            Direction::Past => candidates.filter(|&c| c <= reference).max(),
            Direction::Unknown => candidates.min_by_key(|&c| (days_between(reference, c).abs(), c)),
        }
        .map(Point::day)
    }
}
