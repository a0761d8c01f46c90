//! Dates a duration leads to.
//!
//! Comes in: a quantity and the words around it. Goes out: the date counted
//! from the reference (« il y a trois jours », « dans deux ans »), from the
//! date told (« trois jours plus tard ») or from a day named (« deux semaines
//! avant Noël »). Years and months are counted in years and months, the rest
//! to the day.

use super::duration::Quantity;
use super::reader::{Found, Reader};
use super::resolve::plus_days;
use super::value::{Amount, Clock, Modifier, Point, Span, Unit, Vague, Value, Within, Year};
use super::vocabulary::Class;
use super::TimexType;

/// An hour told, so many hours and minutes away: « deux heures plus tard ».
fn clock_away(told: Point, span: Span, back: bool) -> Option<Point> {
    let Some(Clock::At(hour, minute, None, zone)) = told.clock else { return None };
    let mut minutes = 0;
    for (amount, unit) in [Some(span.first), span.second].into_iter().flatten() {
        let Amount::Hundredths(n) = amount else { return None };
        minutes += match unit {
            Unit::Hour => n.checked_mul(60)? / 100,
            Unit::Minute => n / 100,
            _ => return None,
        };
    }
    let from = i64::from(hour) * 60 + i64::from(minute);
    let minutes = from + if back { -i64::from(minutes) } else { i64::from(minutes) };
    let day = plus_days(told.to_date()?, i32::try_from(minutes.div_euclid(24 * 60)).ok()?)?;
    let minutes = minutes.rem_euclid(24 * 60);
    Some(Point::day(day).at(Clock::At((minutes / 60) as u8, (minutes % 60) as u8, None, zone)))
}

impl Reader<'_> {
    /// « dans trois jours », « trois jours plus tard », « deux semaines avant Noël ».
    pub(super) fn reached(&self, i: usize, first: usize, modifier: Option<Modifier>, q: &Quantity) -> Option<Found> {
        let (amount, unit) = q.span.first;
        let back = self.back(first, 1);
        let date = |end, point: Option<Point>, rule| {
            let kind = if Self::is_hour(unit) { TimexType::Time } else { TimexType::Date };
            Some(Found { kind, ..Found::date(first, end, point, rule) }.with(modifier))
        };
        let away = |from: Option<jiff::civil::Date>, past| {
            from.filter(|_| q.upper.is_none()).and_then(|r| self.away(r, q.span, past))
        };
        let counts = self.is(q.end, &["de", "d'"]) && amount == Amount::whole(1);
        let until = back == "ici" && self.is(first.wrapping_sub(2), &["d'"])
            || back == "a" && self.is(first.wrapping_sub(2), &["ici"]);
        if q.near.is_none() && !counts && (back == "dans" || until) {
            let vague = (amount == Amount::Unknown).then_some(Value::Vague(Vague::Future));
            let found = date(q.end, away(self.reference, false), "timex:ahead")?;
            return Some(Found { value: found.value.or(vague), ..found });
        }
        // « voilà deux ans »; « voilà deux ans qu'il attend » is a duration.
        if q.near.is_none() && matches!(back, "voila" | "voici") && !self.is(q.end, &["que", "qu'"]) {
            let vague = (amount == Amount::Unknown).then_some(Value::Vague(Vague::Past));
            let found = date(q.end, away(self.reference, true), "timex:ago")?;
            return Some(Found { value: found.value.or(vague), ..found });
        }
        let told = self.told.and_then(|t| match t.point.year {
            Year::Is(y) if t.point.within == Within::Whole && unit >= Unit::Year => {
                jiff::civil::Date::new(y, 7, 1).ok()
            }
            Year::Is(y) => match t.point.within {
                Within::Month(m) if unit >= Unit::Month => jiff::civil::Date::new(y, m as i8, 15).ok(),
                _ => t.point.to_date(),
            },
            _ => None,
        });
        let later = match (self.f(q.end), self.f(q.end + 1)) {
            ("plus", "tard") => Some((q.end + 2, false)),
            ("plus", "tot") => Some((q.end + 2, true)),
            ("auparavant", _) => Some((q.end + 1, true)),
            ("apres" | "avant", _) if self.free(q.end + 1) && !self.joined(q.end + 1) => {
                Some((q.end + 1, self.f(q.end) == "avant"))
            }
            _ => None,
        };
        if let Some((end, past)) = later {
            if let Some(point) =
                self.told.filter(|_| unit <= Unit::Hour).and_then(|t| clock_away(t.point, q.span, past))
            {
                return Some(Found::time(first, end, Some(point), "timex:later").with(modifier));
            }
            let from = told.or(if past { self.reference } else { None });
            let found = date(end, away(from, past), "timex:later")?;
            return Some(Found { told: found.value.is_some(), ..found });
        }
        let from = match self.f(q.end) {
            "apres" | "avant" => Some(q.end + 1),
            // « trois jours à partir de mardi », but « une mission de trois jours à partir de mardi »
            "a" if self.is(q.end + 1, &["partir", "compter"])
                && !matches!(back, "de" | "d'" | "pendant" | "durant" | "pour") =>
            {
                self.of(q.end + 2)
            }
            _ => None,
        };
        if let (None, Some(k)) = (q.near, from) {
            let k = k + usize::from(self.is(k, &["le", "la", "l'"]));
            if let Some(item) = self.item(k, false).filter(|x| x.is_daily()) {
                let from = self.point_of(item.node, k).and_then(Point::to_date);
                return date(item.end, away(from, self.f(q.end) == "avant"), "timex:from-date");
            }
        }
        let _ = i;
        None
    }

    /// Nothing that « après » could govern follows.
    pub(super) fn free(&self, i: usize) -> bool {
        self.stops(i) && !self.is(i, &["«", "\"", "(", "“"])
            || self.is(i, &["il", "elle", "ils", "elles", "et", "on", "nous", "mais"])
    }

    /// « il y a trois jours » at its « y ».
    pub(super) fn ago(&self, i: usize) -> Option<Found> {
        let first = i.checked_sub(1).filter(|&k| self.f(k) == "il" && k >= self.floor)?;
        let one = matches!(self.f(i), "ya" | "y'a");
        if !one && !self.is(i + 1, &["a", "avait"]) {
            return None;
        }
        let past = self.f(i + 1) == "avait";
        let mut k = if one { i + 1 } else { i + 2 };
        let vague = |end| {
            let value = Some(Value::Vague(Vague::Past));
            Some(Found::new(first, end, TimexType::Date, value, "timex:ago"))
        };
        match self.f(k) {
            "longtemps" | "peu" if self.stops(k + 1) || self.is(k + 1, &["de", "encore"]) => {
                return if self.is(k + 1, &["de"]) {
                    (self.is(k + 2, &["temps"])).then(|| vague(k + 3))?
                } else {
                    vague(k + 1)
                };
            }
            _ => {}
        }
        // « il y a un peu plus de deux ans », « il y a environ un mois »
        let skip = [
            "cela",
            "ca",
            "un",
            "peu",
            "plus",
            "moins",
            "de",
            "d'",
            "pres",
            "environ",
            "a",
            "peine",
            "bientot",
            "deja",
            "quelque",
            "tout",
            "juste",
            "exactement",
            "maintenant",
        ];
        let mut steps = 0;
        while self.is(k, &skip) && steps < 5 && self.quantity(k).is_none() {
            k += 1;
            steps += 1;
        }
        if self.is(k, &["des"]) && self.unit(k + 1).is_some() {
            return vague(k + 2);
        }
        let q = self.quantity(k)?;
        let (amount, unit) = q.span.first;
        if q.near.is_some() || self.is(q.end, &["de", "d'"]) && !self.is(q.end + 1, &["cela", "ca"]) {
            return None;
        }
        let about = self.is_about(k).then_some(Modifier::Approx);
        let modifier = self.qualified(k).1.or(about);
        let from = if past { self.told_day(2) } else { self.reference };
        // « il y a dix ans aujourd'hui », « il y a deux ans jour pour jour »: to the day.
        let to_the_day = self.is(q.end, &["jour"]) && self.is(q.end + 1, &["pour"]) && self.is(q.end + 2, &["jour"]);
        let exact = match self.class(q.end) {
            Class::Deictic(0) if unit >= Unit::Day => 1,
            _ if to_the_day => 3,
            _ => 0,
        };
        if let Some(from) = from.filter(|_| exact > 0 && q.upper.is_none()) {
            let point = self.shifted(from, amount, unit, true).map(Point::day);
            return Some(Found::date(first, q.end + exact, point, "timex:ago").with(modifier));
        }
        let end = q.end + exact;
        let point = from.filter(|_| q.upper.is_none()).and_then(|r| self.away(r, q.span, true));
        // « il y a 48 heures » is a day.
        let kind = if Self::is_hour(unit) && point.is_none() { TimexType::Time } else { TimexType::Date };
        let value = point.map(Value::Point).or((amount == Amount::Unknown).then_some(Value::Vague(Vague::Past)));
        Some(Found { value, kind, ..Found::date(first, end, None, "timex:ago") }.with(modifier))
    }
}
