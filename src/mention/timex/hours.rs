//! From one hour to another: « de 18 h à 23 h », « jeudi entre 9h30 et 11h », `8h15-12h45`.
//!
//! Comes in: a token that may begin the first hour, or the one after a day.
//! Goes out: the two hours, and an interval of a day, which ends on the next
//! one when its end is the earlier hour.

use super::clock::Reading;
use super::interval::Between;
use super::reader::{Found, Reader};
use super::resolve::plus_days;
use super::value::{Point, Value};
use super::TimexType;

/// From one hour to the other, of the next day when that is the earlier one.
pub(super) fn on_day(day: Point, a: &Reading, b: &Reading) -> Value {
    let next = day.to_date().filter(|_| b.hour < a.hour).and_then(|d| plus_days(d, 1)).map_or(day, Point::day);
    Value::Range(day.at(a.clock()), next.at(b.clock()))
}

impl Reader<'_> {
    /// « de 14 à 16 heures », « entre 13 et 15h » at the first number: hours of the day unless something counts them.
    pub(super) fn bare_hours(&self, i: usize) -> Option<(Reading, Reading)> {
        let hour = self.int(i).filter(|n| *n < 24 && self.f(i).len() <= 2)?;
        let between = match (self.back(i, 1), self.f(i + 1)) {
            ("de", "a") => Between::To,
            ("entre", "et") => Between::And,
            _ => return None,
        };
        let b = self
            .reading(i + 2)
            .filter(|b| hour < u32::from(b.hour) && self.f(i + 2).starts_with(|c: char| c.is_ascii_digit()))?;
        let more = [
            "de",
            "d'",
            "par",
            "en",
            "plus",
            "apres",
            "avant",
            "supplementaires",
            "consecutives",
            "quotidiennes",
            "hebdomadaires",
        ];
        let counted = self.is(b.end, &more)
            || self.is(i.wrapping_sub(2), &["duree", "pause", "delai", "garde", "peine", "journees", "ecart"])
            || between == Between::And && self.is(i.wrapping_sub(2), &["dure", "dura", "duree", "faut"]);
        let a = Reading { hour: hour as u8, minute: 0, second: None, minutes: false, ..b };
        (!counted && (hour >= 6 || b.sure)).then_some((a, b))
    }

    /// `9h30-11h` in one token.
    pub(super) fn glued_hours(&self, i: usize) -> Option<(Reading, Reading)> {
        let (a, b) = self.token(i).filter(|t| t.is_number()).and_then(|_| super::numeric::clocks(self.f(i)))?;
        let reading = |(hour, minute, _, zone): super::numeric::Hour| Reading {
            hour: hour as u8,
            minute: minute.unwrap_or(0) as u8,
            second: None,
            zone,
            end: i + 1,
            sure: true,
            minutes: minute.is_some(),
            placed: false,
        };
        Some((reading(a), reading(b)))
    }

    /// « de 18 h à 23 h », « entre 0 h 30 et 4 h mardi », « 13h30-15h30 ».
    pub(super) fn hours(&self, i: usize, a: &Reading) -> Option<Found> {
        let (between, k) = self.between(a.end)?;
        let b = self.reading(k)?;
        let back = self.opener(i);
        let good = match between {
            Between::To => {
                let later = a.hour < b.hour && (b.sure || a.sure || b.hour > 6);
                let overnight = a.hour >= 12 && b.hour < a.hour;
                matches!(back, "de" | "d'" | "du") && (later || overnight) || a.sure && b.sure && a.hour > 6
            }
            Between::And => back == "entre",
            Between::Dash => a.hour < b.hour && (a.sure || a.hour > 5),
        };
        if !good || self.is(i.wrapping_sub(2), &["duree", "autonomie"]) {
            return None;
        }
        let (day, end) =
            self.day_after(b.end).map_or_else(|| (self.near_day(Some(a.hour), i), b.end), |(_, p, e)| (p, e));
        Some(Found::new(i, end, TimexType::Time, Some(on_day(day, a, &b)), "timex:hours"))
    }

    /// « de 9h30 à 11h », « entre 9h30 et 11h », « 9h30-11h » right after a day.
    pub(super) fn hours_after(&self, i: usize) -> Option<(Reading, Reading, usize)> {
        let k = i + usize::from(self.is(i, &["de", "d'", "entre"]));
        if let Some((a, b)) = self.glued_hours(k) {
            return Some((a, b, k + 1));
        }
        if let Some((a, b)) = self.bare_hours(k) {
            return Some((a, b, b.end));
        }
        let a = self.reading(k)?;
        let (between, second) = self.between(a.end)?;
        let b = self.reading(second)?;
        let opened = match between {
            Between::To => self.f(i) != "entre",
            Between::And => self.f(i) == "entre",
            Between::Dash => k == i,
        };
        (opened && (a.sure || b.sure || k > i || between == Between::Dash)).then_some((a, b, b.end))
    }
}
