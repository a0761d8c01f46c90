//! Steps on the calendar: so many days, months, years from a date; the period next to another.
//!
//! Comes in: a date, a quantity or a unit and how many of it. Goes out: a
//! [`Point`] as fine as the unit. A step past the calendar's ends gives none.

use super::reader::Reader;
use super::resolve::{plus_days, week};
use super::value::{Amount, Point, Span, Unit, Within, Year};
use jiff::civil::Date;
use jiff::{Span as Step, ToSpan};

impl Reader<'_> {
    /// « la semaine dernière », « le mois prochain », « cette année »: `shift` units from the reference.
    pub(super) fn period(&self, unit: Unit, shift: i32, told: bool) -> Option<Point> {
        let from = if told {
            match self.told.map(|t| (t.point.year, t.point.within)) {
                Some((Year::Is(y), _)) if unit == Unit::Year => return Some(Point::year(y.checked_add(shift as i16)?)),
                Some((Year::Is(y), Within::Month(m))) if unit == Unit::Month => Date::new(y, m as i8, 1).ok()?,
                _ => self.told_day(5).or(self.reference)?,
            }
        } else {
            self.reference?
        };
        period_of(from, unit, shift)
    }

    /// The day (or month, year) a quantity away from `from`: as fine as its smallest unit.
    pub(super) fn away(&self, from: Date, span: Span, back: bool) -> Option<Point> {
        let (amount, unit) = span.first;
        let Some(second) = span.second else {
            return match amount {
                // « un an et demi »
                Amount::Hundredths(n) if unit == Unit::Year && n % 100 == 50 => {
                    self.step(from, Amount::Hundredths(n.saturating_mul(12)), Unit::Month, back)
                }
                _ => self.step(from, amount, unit, back),
            };
        };
        let mut day = from;
        let mut point = None;
        for (amount, unit) in [Some(span.first), Some(second), span.third].into_iter().flatten() {
            let date = self.shifted(day, amount, unit, back)?;
            (day, point) = (date, Some(grain(date, unit)));
        }
        point
    }

    fn step(&self, from: Date, amount: Amount, unit: Unit, back: bool) -> Option<Point> {
        self.shifted(from, amount, unit, back).map(|date| grain(date, unit))
    }

    /// The day so many units from `from`.
    pub(super) fn shifted(&self, from: Date, amount: Amount, unit: Unit, back: bool) -> Option<Date> {
        let n = i64::from(amount.to_whole()?);
        let n = if back { -n } else { n };
        let step = |years: i64, months: i64, days: i64| {
            let step = Step::new().try_years(years).ok()?.try_months(months).ok()?.try_days(days).ok()?;
            from.checked_add(step).ok()
        };
        match unit {
            Unit::Hour if n % 24 == 0 => step(0, 0, n / 24),
            Unit::Second | Unit::Minute | Unit::Hour => None,
            Unit::Day => step(0, 0, n),
            Unit::Week | Unit::Weekend => step(0, 0, n * 7),
            Unit::Fortnight => step(0, 0, n * 15),
            Unit::Month => step(0, n, 0),
            Unit::Quarter => step(0, n * 3, 0),
            Unit::Half => step(0, n * 6, 0),
            Unit::Year => step(n, 0, 0),
            Unit::Decade => step(n * 10, 0, 0),
            Unit::Century => step(n * 100, 0, 0),
            Unit::Millennium => step(n * 1000, 0, 0),
        }
    }
}

/// The day as far as a unit tells it: « trois ans » lead to a year, « deux mois » to a month.
fn grain(date: Date, unit: Unit) -> Point {
    match unit {
        Unit::Month | Unit::Quarter | Unit::Half => {
            Point::new(Year::Is(date.year()), Within::Month(date.month().unsigned_abs()))
        }
        u if u >= Unit::Year => Point::year(date.year()),
        _ => Point::day(date),
    }
}

/// The calendar period of `unit` that lies `shift` periods from the one around `from`.
pub(super) fn period_of(from: Date, unit: Unit, shift: i32) -> Option<Point> {
    let month = |shift: i32| {
        let first = Date::new(from.year(), from.month(), 1).ok()?;
        first.checked_add(shift.months()).ok()
    };
    let year = |y: i32| i16::try_from(y).ok();
    Some(match unit {
        Unit::Day => Point::day(plus_days(from, shift)?),
        Unit::Week => week(plus_days(from, shift.checked_mul(7)?)?),
        Unit::Weekend => {
            let point = week(plus_days(from, shift.checked_mul(7)?)?);
            match point.within {
                Within::Week(w) => Point { within: Within::Weekend(w), ..point },
                _ => point,
            }
        }
        Unit::Month => {
            let m = month(shift)?;
            Point::new(Year::Is(m.year()), Within::Month(m.month().unsigned_abs()))
        }
        Unit::Quarter => {
            let m = month(shift.checked_mul(3)?)?;
            Point::new(Year::Is(m.year()), Within::Quarter((m.month().unsigned_abs() - 1) / 3 + 1))
        }
        Unit::Half => {
            let m = month(shift.checked_mul(6)?)?;
            Point::new(Year::Is(m.year()), Within::Half((m.month().unsigned_abs() - 1) / 6 + 1))
        }
        Unit::Year => Point::year(year(i32::from(from.year()).checked_add(shift)?)?),
        Unit::Decade => {
            Point::new(Year::Decade(year(i32::from(from.year()).div_euclid(10).checked_add(shift)?)?), Within::Whole)
        }
        Unit::Century => {
            Point::new(Year::Century(year(i32::from(from.year()).div_euclid(100).checked_add(shift)?)?), Within::Whole)
        }
        _ => return None,
    })
}
