//! Feasts: fixed days and those that move with Easter or the Islamic year.
//!
//! Comes in: a feast and a year. Goes out: its day. Easter follows the
//! Gregorian computus, Ramadan the tabular Islamic calendar (a day more or
//! less than the moon's). Nothing here reads text or knows today's date.

use jiff::civil::Date;
use jiff::ToSpan;

/// Feasts with a day of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Feast {
    /// Month and day.
    Fixed(u8, u8),
    /// Days from Easter Sunday.
    Easter(i16),
    /// The ninth Islamic month.
    Ramadan,
}

impl Feast {
    /// The feast a key of `dates.toml` names.
    pub(super) fn named(key: &str) -> Option<Self> {
        Some(match key {
            "noel" => Self::Fixed(12, 25),
            "paques" => Self::Easter(0),
            "pentecote" => Self::Easter(49),
            "ascension" => Self::Easter(39),
            "toussaint" => Self::Fixed(11, 1),
            "assomption" => Self::Fixed(8, 15),
            "epiphanie" => Self::Fixed(1, 6),
            "halloween" => Self::Fixed(10, 31),
            "ramadan" => Self::Ramadan,
            _ => return None,
        })
    }

    /// The feast of a saint that dates things.
    pub(super) fn of_saint(name: &str) -> Option<Self> {
        Some(match name {
            "sylvestre" => Self::Fixed(12, 31),
            "valentin" => Self::Fixed(2, 14),
            "patrick" => Self::Fixed(3, 17),
            "jean" => Self::Fixed(6, 24),
            "nicolas" => Self::Fixed(12, 6),
            _ => return None,
        })
    }

    /// Whether its name means nothing else, so that it is read without a capital too.
    pub(super) fn is_named_once(self) -> bool {
        matches!(self, Self::Fixed(12, 25) | Self::Fixed(10, 31) | Self::Easter(0) | Self::Easter(49))
    }

    /// Its day in `year`; for Ramadan its first day.
    pub(super) fn in_year(self, year: i16) -> Option<Date> {
        match self {
            Self::Fixed(m, d) => Date::new(year, m as i8, d as i8).ok(),
            Self::Easter(offset) => easter(year)?.checked_add(i32::from(offset).days()).ok(),
            Self::Ramadan => ramadan(year),
        }
    }
}

/// Easter Sunday by the Gregorian computus.
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    if y < 1583 {
        return None;
    }
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let n = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * n + 19) % 32;
    Date::new(year, n as i8, day as i8).ok()
}

/// First of Ramadan that falls in `year`, by the tabular Islamic calendar.
fn ramadan(year: i16) -> Option<Date> {
    if !(623..=9000).contains(&year) {
        return None;
    }
    let guess = (i64::from(year) - 622) * 33 / 32;
    // 1 Muharram of year 1 is 19 July 622 of the Gregorian calendar.
    let epoch = Date::new(622, 7, 19).ok()?;
    for hijri in guess - 1..=guess + 2 {
        let days = (hijri - 1) * 354 + (3 + 11 * hijri).div_euclid(30) + 236;
        let date = epoch.checked_add(i32::try_from(days).ok()?.days()).ok()?;
        if date.year() == year {
            return Some(date);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn movable_feasts() {
        for (year, day) in [(2019, date(2019, 4, 21)), (2018, date(2018, 4, 1)), (1943, date(1943, 4, 25))] {
            assert_eq!(easter(year), Some(day));
        }
        assert_eq!(Feast::Easter(39).in_year(2019), Some(date(2019, 5, 30)));
        // 6 May 2019, 13 April 2021, give or take a day.
        for day in [date(2019, 5, 6), date(2021, 4, 13), date(2000, 11, 27)] {
            let found = ramadan(day.year()).expect("in range");
            assert!((found - day).get_days().abs() <= 1, "{found} {day}");
        }
    }
}
