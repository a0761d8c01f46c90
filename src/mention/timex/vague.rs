//! Vague times: `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`.
//!
//! Comes in: « récemment », « actuellement », « avenir ». Goes out: a `DATE`
//! without a calendar value. Takes only words that speak of time by
//! themselves, never adjectives.

use super::reader::{Found, Reader};
use super::value::{Vague, Value};
use super::vocabulary::Class;
use super::TimexType;

impl Reader<'_> {
    pub(super) fn vague(&self, i: usize) -> Option<Found> {
        let Class::Vague(vague) = self.class(i) else { return None };
        let value = Some(Value::Vague(vague));
        let found = |end| Some(Found::new(i, end, TimexType::Date, value, "timex:vague"));
        if self.f(i) != "avenir" {
            // « bientôt dix ans » qualifies a duration.
            let counts = self.f(i) == "bientot" && self.quantity(i + 1).is_some();
            return if counts { None } else { found(i + 1) };
        }
        let near = self.is(i + 1, &["proche", "previsible", "immediat", "lointain"]);
        let prior = self.is(i.wrapping_sub(1), &["proche", "prochain"]) && i > self.floor;
        if near {
            return found(i + 2);
        }
        if prior {
            return Some(Found { first: i - 1, ..found(i + 1)? });
        }
        let led = self.back(i, 1) == "l'" && (self.stops(i + 1) || self.vocabulary.function_word(self.f(i + 1)));
        (led && !self.is(i + 1, &["de", "du", "des", "d'"])).then(|| found(i + 1))?
    }

    /// « le prochain sommet », « l'accord précédent », « l'actuelle majorité »: on request only.
    pub(super) fn adjective(&self, i: usize) -> Option<Found> {
        let vague = match self.class(i) {
            Class::Adjective(vague) => vague,
            Class::Next => Vague::Future,
            Class::Before => Vague::Past,
            _ => return None,
        };
        let value = Some(Value::Vague(vague));
        self.adjectives.then(|| Found::new(i, i + 1, TimexType::Date, value, "timex:adjective"))
    }

    /// « à présent », « à ce jour ».
    pub(super) fn present(&self, i: usize) -> Option<Found> {
        let first = i.checked_sub(1).filter(|&k| self.f(k) == "a" && k >= self.floor)?;
        if self.is(first.wrapping_sub(1), &["jusqu'"]) || self.lowered(i) != "présent" {
            return None;
        }
        let value = Some(Value::Vague(Vague::Present));
        Some(Found::new(first, i + 1, TimexType::Date, value, "timex:vague"))
    }

    /// « une date ultérieure ».
    pub(super) fn later_date(&self, i: usize) -> Option<Found> {
        let value = Some(Value::Vague(Vague::Future));
        self.is(i + 1, &["ultérieure", "ulterieure"])
            .then(|| Found::new(i, i + 2, TimexType::Date, value, "timex:vague"))
    }

    /// « à ce jour ».
    pub(super) fn to_this_day(&self, i: usize) -> Option<Found> {
        let good = self.back(i, 1) == "a" && self.f(i) == "ce" && self.f(i + 1) == "jour" && !self.joined(i + 2);
        let value = Some(Value::Vague(Vague::Present));
        good.then(|| Found::new(i, i + 2, TimexType::Date, value, "timex:vague"))
    }
}
