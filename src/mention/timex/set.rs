//! Sets, and stretches of time around the present.
//!
//! Comes in: « chaque », « tous les », « par », « derniers », « ces ». Goes
//! out: a `SET`, or a vague or counted stretch before or after now. Ends
//! where the unit of time ends.

use super::calendar::{Item, Node};
use super::reader::{Found, Reader};
use super::resolve::Cal;
use super::value::{Amount, Clock, Point, Span, Unit, Vague, Value, Within, Year};
use super::vocabulary::Class;
use super::Direction;
use super::TimexType;

impl Reader<'_> {
    /// « deux fois par an », « une fois par semaine ».
    pub(super) fn times(&self, i: usize) -> Option<Found> {
        let (_, j) = self.amount(i)?;
        // « un jour sur deux »
        if let (Class::Number(1), Some((unit, k))) = (self.class(i), self.unit(j)) {
            if self.f(k) == "sur" {
                let (every, end) = self.number(k + 1).filter(|(n, _)| n.to_whole() > Some(1))?;
                let value = Value::Span(Span::new(every, unit));
                return (!self.counted(end)).then(|| Found::new(i, end, TimexType::Set, Some(value), "timex:set"));
            }
        }
        if !self.is(j, &["fois"]) {
            return None;
        }
        // « une fois tous les quatre ans »
        if self.is(j + 1, &["tous", "toutes"]) {
            return self.set(j + 1).map(|found| Found { first: i, ..found });
        }
        let k = match self.f(j + 1) {
            "par" | "l'" | "chaque" => j + 2,
            _ => return None,
        };
        let (unit, end) = self.unit(k)?;
        let span = Span::new(Amount::whole(1), unit);
        Some(Found::new(i, end, TimexType::Set, Some(Value::Span(span)), "timex:set"))
    }

    /// « un quinquennat », « un « septennat » »: a length, where it is not somebody's own.
    pub(super) fn term(&self, i: usize, years: u32) -> Option<Found> {
        let k = i - usize::from(self.is(i.wrapping_sub(1), &["«", "\"", "“"]));
        let span = Value::Span(Span::new(Amount::whole(years), Unit::Year));
        let good = k > 0 && self.f(k - 1) == "un";
        good.then(|| Found::new(i, i + 1, TimexType::Duration, Some(span), "timex:duration"))
    }

    /// « par an », « par semestre » at the unit.
    pub(super) fn per(&self, i: usize) -> Option<Found> {
        let (unit, end) = self.unit(i)?;
        if self.back(i, 1) != "par" || unit < Unit::Day || self.f(i).ends_with('s') && unit != Unit::Month {
            return None;
        }
        let span = Span::new(Amount::whole(1), unit);
        Some(Found::new(i, end, TimexType::Set, Some(Value::Span(span)), "timex:set"))
    }

    /// « chaque année », « tous les lundis », « toutes les deux semaines », « toute la journée ».
    pub(super) fn set(&self, i: usize) -> Option<Found> {
        let all = self.class(i) == Class::All;
        let set = |end, value| {
            let (value, end) = self.at_clock(value, end).unwrap_or((value, end));
            Some(Found::new(i, end, TimexType::Set, Some(value), "timex:set"))
        };
        let one = |unit| Value::Span(Span::new(Amount::whole(1), unit));
        if all && matches!(self.f(i), "tout" | "toute") {
            let k = i + 1;
            if !self.is(k, &["la", "l'", "le"]) || self.is(i.wrapping_sub(1), &["avant", "apres"]) {
                return None;
            }
            if let Some((_, end)) = self.part(k + 1).filter(|_| self.is(k + 1, &["nuit", "matinee", "soiree", "apres"]))
            {
                let value = Value::Point(self.near_day(None, i).at(Clock::Part(self.part(k + 1)?.0)));
                return Some(Found::new(i, end, TimexType::Duration, Some(value), "timex:whole"));
            }
            let (unit, end) = self.unit(k + 1).filter(|(u, _)| *u >= Unit::Day)?;
            // « tout le mois de mars », « toute la semaine dernière » are dates.
            if self.of_unit(k + 1).is_some() {
                return None;
            }
            return Some(Found::new(i, end, TimexType::Duration, Some(one(unit)), "timex:whole"));
        }
        let k = if all {
            if !self.is(i + 1, &["les"]) {
                return None;
            }
            i + 2
        } else {
            i + 1
        };
        if let Some((unit, end)) = self.unit(k) {
            return set(end, one(unit));
        }
        if let Some(q) = self.number(k).filter(|_| all).and_then(|_| self.quantity(k)) {
            return (q.near.is_none() && q.upper.is_none()).then(|| set(q.end, Value::Span(q.span)))?;
        }
        let unknown = |within| Value::Point(Point::new(Year::Unknown, within));
        if let Some((part, end)) = self.part(k) {
            let day = Point::new(Year::Unknown, Within::AnyDay).at(Clock::Part(part));
            return set(end, Value::Point(day));
        }
        match self.class(k) {
            Class::Weekday(w) => set(k + 1, unknown(Within::Weekday(w))),
            Class::Season(s) if self.lowered(k) != "ete" => set(k + 1, unknown(Within::Season(s))),
            _ if self.day_number(k).is_some() => match self.cal(k)? {
                Item { node: Node::Cal(Cal { year: None, month: Some(m), day: Some(d), .. }), end, .. } => {
                    set(end, unknown(Within::Day(m, d)))
                }
                _ => None,
            },
            Class::Month(m) if !all => set(k + 1, unknown(Within::Month(m))),
            _ => None,
        }
    }

    /// « à 8 heures », « matin » after « tous les jours », « chaque lundi »: the hour, and where it ends.
    fn at_clock(&self, value: Value, i: usize) -> Option<(Value, usize)> {
        let day = match value {
            Value::Span(Span { first: (Amount::Hundredths(100), Unit::Day), second: None, .. }) => {
                Point::new(Year::Unknown, Within::AnyDay)
            }
            Value::Point(p) if matches!(p.within, Within::AnyDay | Within::Weekday(_) | Within::Day(..)) => p,
            _ => return None,
        };
        let weekday = matches!(day.within, Within::Weekday(_));
        let led = self.is(i, &["a", "vers", "en", "dans", "des"]);
        if !(led || weekday && self.part(i).is_some()) {
            return None;
        }
        // « tous les jours de 10h à 22h » is a set and an interval.
        let (clock, end, _) = self.hour_after(i).filter(|_| self.hours_after(i).is_none())?;
        let clock = match day.clock {
            Some(Clock::Part(part)) => clock.within(part),
            _ => clock,
        };
        Some((Value::Point(day.at(clock)), end))
    }

    /// « les lundis », « le mardi » of every week.
    pub(super) fn habitual(&self, i: usize) -> Option<Found> {
        let Class::Weekday(w) = self.class(i) else { return None };
        if self.weekday_feast(i).is_some() {
            return None;
        }
        let plural = self.f(i).ends_with('s');
        // « le samedi matin », unless it is told of one
        if let (Some((part, end)), "le", false) = (self.part(i + 1), self.back(i, 1), plural) {
            let open = self.way(i) != Direction::Past && self.reading(end).is_none();
            let day = Point::new(Year::Unknown, Within::Weekday(w)).at(Clock::Part(part));
            let free = !self.is(end, &["de", "du", "d'", "vers", "a"]);
            return (open && free).then(|| Found::new(i, end, TimexType::Set, Some(Value::Point(day)), "timex:set"));
        }
        let value = Value::Point(Point::new(Year::Unknown, Within::Weekday(w)));
        let bare = self.back(i, 1) == "le"
            && self.cal(i).is_some_and(|item| item.end == i + 1)
            && self.hour_after(i + 1).is_none();
        // « le mardi et le jeudi »
        let pair = matches!(self.f(i + 1), "et" | "ou")
            && self.is(i + 2, &["le"])
            && matches!(self.class(i + 3), Class::Weekday(_))
            && self.cal(i + 3).is_some_and(|item| item.end == i + 4);
        let good = plural && matches!(self.back(i, 1), "les" | "des" | "aux" | "," | "et");
        let lone = bare && (pair || self.between(i + 1).is_none()) && !self.is(i + 1, &["de", "d'", "noir", "saint"]);
        (good || lone).then(|| Found::new(i, i + 1, TimexType::Set, Some(value), "timex:set"))
    }

    /// « derniers jours », « ces dernières années », « prochaines semaines », « 24 dernières heures ».
    pub(super) fn recent(&self, i: usize, j: usize) -> Option<Found> {
        let near = self.near(j)?;
        let k = j + 1;
        if !self.f(j).ends_with('s') {
            return None;
        }
        // « les dernières 24 heures »
        if let Some(q) = self.amount(k).and_then(|_| self.quantity(k)) {
            return Some(Found::new(i, q.end, TimexType::Duration, Some(Value::Span(q.span)), "timex:recent"));
        }
        let temps = self.is(k, &["temps"]);
        let end = if temps { k + 1 } else { self.unit(k).filter(|(u, _)| *u != Unit::Second)?.1 };
        if self.of(end).is_some() && i == j && !self.is(i.wrapping_sub(1), &["les", "des", "ces"]) {
            return None;
        }
        Some(Found::new(i, end, TimexType::Date, Some(Value::Vague(near)), "timex:recent"))
    }

    /// « ces trois dernières années », « ces derniers jours », « ces jours-ci ».
    pub(super) fn these(&self, i: usize) -> Option<Found> {
        if let Some(found) = self.recent(i, i + 1) {
            return Some(found);
        }
        if self.is(i + 2, &["ci"]) && self.joined(i + 2) && (self.unit(i + 1).is_some() || self.is(i + 1, &["temps"])) {
            let value = Some(Value::Vague(Vague::Present));
            return Some(Found::new(i, i + 3, TimexType::Date, value, "timex:recent"));
        }
        let q = self.quantity(i + 1)?;
        q.near?;
        let value = if q.span.first.0 == Amount::Unknown { Value::Vague(q.near?) } else { Value::Span(q.span) };
        let kind = if q.span.first.0 == Amount::Unknown { TimexType::Date } else { TimexType::Duration };
        Some(Found::new(i, q.end, kind, Some(value), "timex:recent"))
    }

    /// « des années », « décennies » after « depuis », « pendant »: durations of unknown length.
    pub(super) fn many(&self, i: usize) -> Option<Found> {
        let (unit, end) = self.unit(i)?;
        if !self.f(end - 1).ends_with('s') || unit < Unit::Minute || self.of_unit(i).is_some() {
            return None;
        }
        let led = ["depuis", "pendant", "durant", "apres", "dure", "plusieurs"];
        // « de longues années »
        let many = self.is(i.wrapping_sub(1), &["longs", "longues", "nombreux", "nombreuses"]);
        let first = i - usize::from(many);
        let article = self.is(first.wrapping_sub(1), &["des", "de"]);
        // « des années durant »
        let lead = self.is(first.wrapping_sub(2), &led) || self.is(end, &["durant"]);
        let span = Value::Span(Span::new(Amount::Unknown, unit));
        (lead && article && first >= self.floor)
            .then(|| Found::new(first, end, TimexType::Duration, Some(span), "timex:duration"))
    }
}
