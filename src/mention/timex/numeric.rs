//! What a token of digits says: dates in figures, hours, ordinals, Roman numerals.
//!
//! Comes in: the folded text of one token. Goes out: numbers, checked for
//! the calendar's bounds. Looks at nothing but that token.

use super::value::{Clock, Point, Within, Year};
use jiff::civil::Date;

/// A token that is a date or an interval by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numeric {
    /// `15/03/2019`, `2019-03-15`, `2019-03-15T14:07`
    Day(Point),
    /// `03/2019`, `2019-03`
    Month(i16, u8),
    /// `1950-1953`, `2017-18`
    Years(i16, i16),
    /// `6-7`
    Pair(u8, u8),
    /// `15/03`
    DayMonth(u8, u8),
}

/// A whole number of at most nine digits and nothing else.
pub(super) fn int(s: &str) -> Option<u32> {
    if s.is_empty() || s.len() > 9 {
        return None;
    }
    s.bytes().try_fold(0, |n, b| b.is_ascii_digit().then(|| n * 10 + u32::from(b - b'0')))
}

/// A year in figures: four digits between 1000 and 2199.
pub(super) fn year(s: &str) -> Option<i16> {
    let n = if s.len() == 4 { int(s)? } else { return None };
    (1000..2200).contains(&n).then(|| i16::try_from(n).ok())?
}

/// Two figures as a year: `98` is 1998, `19` is 2019.
pub(super) fn short_year(s: &str) -> Option<i16> {
    let n = if s.len() == 2 { i16::try_from(int(s)?).ok()? } else { return None };
    Some(if n >= 40 { 1900 + n } else { 2000 + n })
}

/// `1er`, `2e`, `19ème`.
pub(super) fn ordinal(s: &str) -> Option<u32> {
    let digits = s.bytes().take_while(u8::is_ascii_digit).count();
    let (number, ending) = s.split_at_checked(digits)?;
    matches!(ending, "er" | "re" | "ere" | "ier" | "iere" | "e" | "eme" | "ieme" | "nd" | "nde" | "ème" | "°" | "ers")
        .then(|| int(number))?
}

/// `xixe`, `xxie`, `ier`: the number of a century.
pub(super) fn roman_ordinal(s: &str) -> Option<u32> {
    let stem = ["eme", "ieme", "er", "e"].iter().find_map(|e| s.strip_suffix(e)).unwrap_or(s);
    roman(stem)
}

fn roman(s: &str) -> Option<u32> {
    if s.is_empty() || s.len() > 7 {
        return None;
    }
    let digit = |b: u8| match b {
        b'i' => Some(1),
        b'v' => Some(5),
        b'x' => Some(10),
        _ => None,
    };
    let mut total = 0;
    let mut before = 0;
    for b in s.bytes().rev() {
        let n = digit(b)?;
        if n < before {
            total -= n;
        } else {
            total += n;
            before = n;
        }
    }
    (1..=30).contains(&total).then_some(total as u32)
}

/// `1,5`, `123.45`, `90`: a number in hundredths.
pub(super) fn decimal(s: &str) -> Option<u32> {
    let (whole, rest) = s.split_once([',', '.']).unwrap_or((s, ""));
    let part = match (rest.len(), rest) {
        (0, _) => 0,
        (1, r) => int(r)? * 10,
        (2, r) => int(r)?,
        _ => return None,
    };
    int(whole)?.checked_mul(100)?.checked_add(part)
}

/// Hour, minute when written, second, offset from UTC in minutes.
pub(super) type Hour = (u32, Option<u32>, Option<u32>, Option<i16>);

/// `14h07`, `14h`, `14:07`, `14:07:30`, `14h30min`, `14h07gmt`: hour, minute when written, second, zone.
pub(super) fn clock(s: &str) -> Option<Hour> {
    let digits = s.bytes().take_while(u8::is_ascii_digit).count();
    if !matches!(s.as_bytes().get(digits), Some(b'h' | b':')) {
        return None;
    }
    let (s, zone) =
        ["gmt", "utc", "tu", "z"].iter().find_map(|z| s.strip_suffix(z)).map_or((s, None), |s| (s, Some(0)));
    let (hour, rest) = s.split_at_checked(digits)?;
    let hour = if hour.len() <= 3 { int(hour)? } else { return None };
    if let Some(rest) = rest.strip_prefix('h') {
        let rest = rest.strip_suffix("min").or_else(|| rest.strip_suffix("mn")).unwrap_or(rest);
        if rest.is_empty() {
            return Some((hour, None, None, zone));
        }
        let minute = if rest.len() <= 2 { int(rest)? } else { return None };
        return (minute < 60).then_some((hour, Some(minute), None, zone));
    }
    let rest = rest.strip_prefix(':')?;
    let (minute, second) = match rest.split_once(':') {
        Some((m, s)) if s.len() == 2 => (m, Some(int(s)?)),
        Some(_) => return None,
        None => (rest, None),
    };
    let minute = if minute.len() == 2 { int(minute)? } else { return None };
    (hour <= 24 && minute < 60 && second.is_none_or(|s| s < 60)).then_some((hour, Some(minute), second, zone))
}

/// A day that exists.
pub(super) fn day(year: i16, month: u32, day: u32) -> Option<Point> {
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some(Point::day(date))
}

/// A date or an interval in figures alone.
pub(super) fn numeric(s: &str) -> Option<Numeric> {
    if s.len() > 40 {
        return None;
    }
    if let Some((date, time)) = s.split_once('t') {
        let Some(Numeric::Day(point)) = numeric(date) else { return None };
        let (time, offset) = offset(time);
        // Parts of a second say nothing here.
        let (whole, fraction) = time.split_once('.').unwrap_or((time, ""));
        if !fraction.trim_end_matches('z').bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let (h, m, sec, zone) = clock(whole)?;
        let zone = zone.or(fraction.ends_with('z').then_some(0)).or(offset);
        let second = sec.and_then(|s| u8::try_from(s).ok());
        return Some(Numeric::Day(point.at(Clock::At(h as u8, m? as u8, second, zone))));
    }
    let separator = s.bytes().find(|b| !b.is_ascii_digit())? as char;
    if !matches!(separator, '/' | '.' | '-') {
        return None;
    }
    let mut parts = s.split(separator);
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next());
    if parts.next().is_some() {
        return None;
    }
    let (na, nb) = (int(a)?, int(b)?);
    let Some(c) = c else { return two(separator, (a, na), (b, nb)) };
    int(c)?;
    if let Some(y) = year(a) {
        return day(y, nb, int(c)?).map(Numeric::Day);
    }
    if a.len() > 2 || b.len() > 2 || (separator == '.' && c.len() != 4 && (a.len() != 2 || b.len() != 2)) {
        return None;
    }
    let y = year(c).or_else(|| short_year(c))?;
    day(y, nb, na).or_else(|| day(y, na, nb)).map(Numeric::Day)
}

/// `08:15:30-05:30`: the time and its offset from UTC in minutes.
fn offset(time: &str) -> (&str, Option<i16>) {
    let Some((clock, rest)) = time.rfind(['+', '-']).and_then(|k| time.split_at_checked(k)) else {
        return (time, None);
    };
    let sign = if rest.starts_with('-') { -1 } else { 1 };
    let digits = rest.get(1..).and_then(|r| r.split_once(':'));
    match digits.and_then(|(h, m)| Some((int(h).filter(|h| *h < 15)?, int(m).filter(|m| *m < 60)?))) {
        Some((h, m)) => (clock, Some(sign * (h * 60 + m) as i16)),
        None => (time, None),
    }
}

/// `9h30-11h`, `14:00-16:00`: two hours in one token.
pub(super) fn clocks(s: &str) -> Option<(Hour, Hour)> {
    let (a, b) = s.split_once(['-', '–'])?;
    let (a, b) = (clock(a)?, clock(b)?);
    (a.0 < b.0 && b.0 <= 24).then_some((a, b))
}

fn two(separator: char, (a, na): (&str, u32), (b, nb): (&str, u32)) -> Option<Numeric> {
    if separator == '.' {
        return (a.len() == 2 && b.len() == 2 && (1..=31).contains(&na) && (1..=12).contains(&nb))
            .then_some(Numeric::DayMonth(na as u8, nb as u8));
    }
    if let Some(y) = year(a) {
        if let Some(z) = year(b) {
            return (y < z && z - y <= 400).then_some(Numeric::Years(y, z));
        }
        if b.len() == 2 && nb > 12 && nb == (na + 1) % 100 || b.len() == 2 && separator == '/' && nb == (na + 1) % 100 {
            return Some(Numeric::Years(y, y + 1));
        }
        return (b.len() <= 2 && (1..=12).contains(&nb)).then_some(Numeric::Month(y, nb as u8));
    }
    if let Some(y) = year(b) {
        return (a.len() <= 2 && (1..=12).contains(&na)).then_some(Numeric::Month(y, na as u8));
    }
    if a.len() > 2 || b.len() > 2 || !(1..=31).contains(&na) || !(1..=31).contains(&nb) {
        return None;
    }
    if separator == '/' {
        return (nb <= 12).then_some(Numeric::DayMonth(na as u8, nb as u8));
    }
    (na < nb).then_some(Numeric::Pair(na as u8, nb as u8))
}

/// The point `within` of a year that may be unknown.
pub(super) fn within(year: Option<i16>, within: Within) -> Point {
    Point::new(year.map_or(Year::Unknown, Year::Is), within)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures() {
        let shown = |s: &str| match numeric(s) {
            Some(Numeric::Day(p)) => p.to_string(),
            other => format!("{other:?}"),
        };
        assert_eq!(shown("05/03/2020"), "2020-03-05");
        assert_eq!(shown("15.03.99"), "1999-03-15");
        assert_eq!(shown("2019-03-15t14:07:30z"), "2019-03-15T14:07:30Z");
        assert_eq!(shown("30/02/2019"), "None");
        assert_eq!(numeric("1950-1953"), Some(Numeric::Years(1950, 1953)));
        assert_eq!(numeric("2017-18"), Some(Numeric::Years(2017, 2018)));
        assert_eq!(numeric("49.3"), None);
        assert_eq!(numeric("138-2010-2015"), None);
        assert_eq!(roman_ordinal("xixe"), Some(19));
        assert_eq!(clock("14h07"), Some((14, Some(7), None, None)));
        assert_eq!(decimal("123,45"), Some(12345));
    }
}
