//! Vague times: `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`.
//!
//! Comes in: « récemment », « actuellement », « avenir ». Goes out: a `DATE`
//! without a calendar value. Takes only words that speak of time by
//! themselves, never adjectives.

use super::reader::{Found, Reader};
use super::value::{Modifier, Unit, Vague, Value};
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

    /// « le prochain sommet », « l'accord précédent », « l'actuelle majorité »: unless the caller wants none.
    pub(super) fn adjective(&self, i: usize) -> Option<Found> {
        let vague = match self.class(i) {
            Class::Adjective(vague) => vague,
            Class::Next => Vague::Future,
            Class::Before => Vague::Past,
            _ => return None,
        };
        // « sans précédent », « créer un précédent »: the noun.
        let noun = self.is(i.wrapping_sub(1), &["sans", "aucun"])
            || self.is(i.wrapping_sub(1), &["un", "ce", "le", "les", "ces", "des", "de"])
                && self.stops_or_function(i + 1);
        if noun && matches!(self.class(i), Class::Before) {
            return None;
        }
        let value = Some(Value::Vague(vague));
        self.adjectives.then(|| Found::new(i, i + 1, TimexType::Date, value, super::ADJECTIVE))
    }

    /// « à présent », « jusqu'à présent ».
    pub(super) fn present(&self, i: usize) -> Option<Found> {
        let first = i.checked_sub(1).filter(|&k| self.f(k) == "a" && k >= self.floor)?;
        if self.lowered(i) != "présent" {
            return None;
        }
        let until = self.is(first.wrapping_sub(1), &["jusqu'"]);
        Some(self.vaguely(if until { i } else { first }, i + 1, Vague::Present))
    }

    fn vaguely(&self, first: usize, end: usize, vague: Vague) -> Found {
        Found::new(first, end, TimexType::Date, Some(Value::Vague(vague)), "timex:vague")
    }

    /// « pour l'instant », « pour le moment », « en ce moment », « jusqu'ici », « à l'époque ».
    pub(super) fn led(&self, i: usize, vague: Vague) -> Option<Found> {
        let back = (self.back(i, 2), self.back(i, 1));
        let free = !self.is(i + 1, &["de", "du", "d'", "des", "ou", "precis", "venu"]);
        match (self.f(i), back) {
            ("ici", (_, "jusqu'")) => Some(self.vaguely(i, i + 1, vague)),
            ("instant", ("pour", "l'")) | ("moment", ("pour", "le")) => free.then(|| self.vaguely(i, i + 1, vague)),
            ("epoque", ("a" | "de", "l'"))
                if self.stops_or_function(i + 1) && !self.is(i + 1, &["ou", "de", "du", "des"]) =>
            {
                Some(self.vaguely(i, i + 1, vague))
            }
            // « remonte à l'époque romaine »
            ("epoque", ("a" | "des" | "depuis", "l'")) => {
                let k = i + 1 + usize::from(self.joined(i + 2));
                self.is_past_age(k).then(|| self.vaguely(i, k + 1, vague))
            }
            ("moment", ("en", "ce")) if i > self.floor => Some(self.vaguely(i - 1, i + 1, vague)),
            _ => None,
        }
    }

    /// « romaine », « coloniale », « gréco-romaine » after « époque ».
    fn is_past_age(&self, i: usize) -> bool {
        let ends = ["aine", "ienne", "iale", "oniale", "ique", "ane", "evale", "ine", "ote"];
        let ours = ["contemporaine", "prochaine", "lointaine", "certaine", "historique", "politique"];
        let word = self.f(i);
        !self.capital(i) && ends.iter().any(|e| word.ends_with(e)) && !ours.contains(&word)
    }

    /// « l'après-guerre », « l'entre-deux-guerres » at their first word.
    pub(super) fn around_war(&self, i: usize) -> Option<Found> {
        let led = matches!(self.back(i, 1), "l'" | "d'" | "cet");
        let end = if self.f(i) == "entre" { i + 3 } else { i + 2 };
        let war = self.is(end - 1, &["guerre", "guerres"]) && (i + 1..end).all(|k| self.joined(k));
        (led && war).then(|| self.vaguely(i, end, Vague::Past))
    }

    /// « à l'heure actuelle », « de nos jours » at their unit.
    pub(super) fn now_phrase(&self, i: usize) -> Option<Found> {
        // « les jours à venir », « les mois qui viennent »
        if self.is(i.wrapping_sub(1), &["les", "des", "ces"]) && self.unit(i).is_some() {
            match (self.f(i + 1), self.f(i + 2)) {
                ("a", "venir") | ("qui", "viennent") => return Some(self.vaguely(i, i + 3, Vague::Future)),
                _ => {}
            }
        }
        match (self.back(i, 2), self.back(i, 1), self.f(i)) {
            ("pour", "l'", "heure")
                if self.stops_or_function(i + 1) && !self.is(i + 1, &["de", "du", "d'", "des", "ou"]) =>
            {
                Some(self.vaguely(i, i + 1, Vague::Present))
            }
            ("a", "l'", "heure") if self.is(i + 1, &["actuelle"]) => Some(self.vaguely(i, i + 2, Vague::Present)),
            ("de", "nos", "jours") if i > self.floor => Some(self.vaguely(i - 1, i + 1, Vague::Present)),
            _ => None,
        }
    }

    /// « par le passé », « dans le passé ».
    pub(super) fn in_the_past(&self, i: usize) -> Option<Found> {
        let led = self.f(i) == "passe" && self.back(i, 1) == "le" && self.is(i.wrapping_sub(2), &["par", "dans"]);
        (led && !self.is(i + 1, &["de", "du", "d'", "des"])).then(|| self.vaguely(i, i + 1, Vague::Past))
    }

    /// « plus tôt dans la semaine », « dans le courant de l'année »: the current one.
    pub(super) fn within(&self, i: usize) -> Option<Found> {
        let (unit, end) = self.unit(i)?;
        let period = matches!(unit, Unit::Week | Unit::Month | Unit::Quarter | Unit::Half | Unit::Year);
        let single = unit == Unit::Month || !self.f(i).ends_with('s');
        if !period || !single {
            return None;
        }
        if self.back(i, 1) == "du" && self.back(i, 2) == "courant" && i >= self.floor + 2 && self.stops_or_function(end)
        {
            let found = Found::date(i - 2, end, self.period(unit, 0, false), "timex:edge");
            return Some(found.with(Some(Modifier::Mid)));
        }
        if !self.is(i.wrapping_sub(1), &["la", "le", "l'"]) {
            return None;
        }
        let k = i.wrapping_sub(2);
        // « l'année en cours »
        if self.is(end, &["en"]) && self.is(end + 1, &["cours"]) && !self.is(end + 2, &["de", "du", "d'", "des"]) {
            return Some(Found::date(i, end + 2, self.period(unit, 0, false), "timex:this"));
        }
        let led = match self.f(k) {
            // Alone « dans la semaine » may be any week.
            "dans" => self.is(k.wrapping_sub(1), &["tot", "tard"]) && self.back(k, 2) == "plus",
            "de" => self.is(k.wrapping_sub(1), &["courant"]),
            _ => false,
        };
        (led && self.stops_or_function(end)).then(|| Found::date(i, end, self.period(unit, 0, false), "timex:this"))
    }

    fn stops_or_function(&self, i: usize) -> bool {
        self.stops(i) || self.vocabulary.function_word(self.f(i))
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
