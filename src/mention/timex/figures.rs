//! Dates in figures and dates named by a unit.
//!
//! Comes in: a token such as `15/03/2019` or a unit such as « semaine ».
//! Goes out: an [`Item`]. A number glued to something else is no date.

use super::calendar::{Item, Node};
use super::numeric::{self, Numeric};
use super::reader::Reader;
use super::resolve::{Cal, Pull};
use super::value::{Clock, Point, Unit, Within};
use super::vocabulary::Class;
use super::Direction;

impl Reader<'_> {
    /// Dates in figures: `15/03/2019`, `2014-2016`, `6-7 mai`, `2015-3`.
    pub(super) fn figures(&self, i: usize) -> Option<Item> {
        let token = self.token(i).filter(|t| t.is_number())?;
        if let Some(item) = self.spaced(i).or_else(|| self.amid(i)) {
            return Some(item);
        }
        if token.is_joined()
            || token.is_glued() && self.token(i.wrapping_sub(1)).is_some_and(|t| !t.is_punct() && !t.is_elision())
        {
            return None;
        }
        let cal = |y, m, d| Cal { year: y, month: m, day: d, ..Cal::default() };
        if let Some(item) = self.two_calendars(i) {
            return Some(item);
        }
        match numeric::numeric(self.f(i))? {
            Numeric::Day(point) => {
                let (end, point) = self.offset(i + 1, point);
                Some(Item { explicit: true, ..Item::new(Node::Point(Some(point)), end, "timex:figures") })
            }
            Numeric::Month(y, m) => {
                let sure = self.f(i).len() == 7 || self.is(i.wrapping_sub(1), &["en", "le", "de", "du", "?", "depuis"]);
                let free = self.stops(i + 1) || !self.counted(i + 1);
                (sure && free).then(|| Item::new(Node::Cal(cal(Some(y), Some(m), None)), i + 1, "timex:figures"))
            }
            Numeric::Years(a, b) => {
                let pair = Node::Pair(cal(Some(a), None, None), cal(Some(b), None, None));
                (!self.counted_plural(i + 1) && (1000..2100).contains(&a))
                    .then(|| Item { explicit: true, ..Item::new(pair, i + 1, "timex:years") })
            }
            Numeric::Pair(a, b) => {
                let (m, end) = self.month_at(i + 1, true)?;
                let (year, pull, end) = self.year_after(end, true).unwrap_or((None, Pull::None, end));
                let full = |d| Cal { year, month: Some(m), day: Some(d), pull, ..Cal::default() };
                let item = Item::new(Node::Pair(full(a), full(b)), end, "timex:days");
                Some(Item { explicit: year.is_some(), ..item })
            }
            Numeric::DayMonth(d, m) => {
                let sure = self.is(i.wrapping_sub(1), &["le", "du", "au"])
                    && !self.counted(i + 1)
                    && (self.f(i).len() == 5
                        // « le 10/8 », but « le 3/4 » is a part of something.
                        || d > m && self.stops(i + 1)
                        || self.f(i + 1) == "a" && self.reading(i + 2).is_some());
                sure.then(|| Item::new(Node::Cal(cal(None, Some(m), Some(d))), i + 1, "timex:figures"))
            }
        }
    }

    /// « 15/28 juillet 1914 »: one day in the Julian and the Gregorian calendar, which is the one told.
    fn two_calendars(&self, i: usize) -> Option<Item> {
        let (old, new) = self.f(i).split_once('/')?;
        let (old, new) = (numeric::int(old)?, numeric::int(new)?);
        if !(11..=13).contains(&new.saturating_sub(old)) || new > 31 {
            return None;
        }
        let (month, end) = self.month_at(i + 1, true)?;
        let comma = usize::from(self.f(end) == "," && self.year(end + 1).is_some());
        let (year, pull, end) = self.year_after(end + comma, true).unwrap_or((None, Pull::None, end));
        let day = Cal { year, month: Some(month), day: u8::try_from(new).ok(), pull, ..Cal::default() };
        Some(Item { explicit: year.is_some(), ..Item::new(Node::Cal(day), end, "timex:calendars") })
    }

    /// « 18 08 1978 », « 4 2 2009 », « 18 08 78 ».
    fn spaced(&self, i: usize) -> Option<Item> {
        if self.f(i).len() > 2 || self.f(i + 1).len() > 2 {
            return None;
        }
        let (day, month) = (self.int(i)?, self.int(i + 1)?);
        // A short year is sure only where it can be no month or day.
        let year =
            self.year(i + 2).or_else(|| numeric::short_year(self.f(i + 2)).filter(|y| (1932..2000).contains(y)))?;
        let alone = !self.token(i.wrapping_sub(1)).is_some_and(|t| t.is_number()) && !self.counted(i + 3);
        let point = numeric::day(year, month, day).filter(|_| alone && self.int(i + 2).is_some())?;
        Some(Item { explicit: true, ..Item::new(Node::Point(Some(point)), i + 3, "timex:figures") })
    }

    /// `2020/Sep/23`, `septembre-2020-23`: day, month by its name and year in any order, written as one.
    pub(super) fn amid(&self, i: usize) -> Option<Item> {
        if !self.joined(i + 1) && self.f(i + 1) != "/" {
            return None;
        }
        let (mut year, mut month, mut day) = (None, None, None);
        let mut j = i;
        loop {
            match self.class(j) {
                Class::Month(m) | Class::ShortMonth(m) if month.is_none() => month = Some(m),
                Class::Number(7) if self.f(j) == "sept" && month.is_none() => month = Some(9),
                _ => {
                    self.token(j).filter(|t| t.is_number())?;
                    for part in self.f(j).split(['-', '/']) {
                        match (numeric::year(part), numeric::int(part)) {
                            (Some(y), _) if year.is_none() => year = Some(y),
                            (None, Some(d)) if day.is_none() && part.len() <= 2 => day = Some(d),
                            _ => return None,
                        }
                    }
                }
            }
            j += 1;
            if let (Some(y), Some(m), Some(d)) = (year, month, day) {
                let free = !self.joined(j) && self.f(j) != "/";
                let point = numeric::day(y, m.into(), d).filter(|_| free)?;
                return Some(Item { explicit: true, ..Item::new(Node::Point(Some(point)), j, "timex:figures") });
            }
            let slash = self.f(j) == "/" && self.token(j + 1).is_some_and(|t| t.is_glued());
            if !slash && !self.joined(j) {
                return None;
            }
            j += usize::from(slash);
        }
    }

    /// « week-end du 12 mai » at its day.
    fn weekend_of(&self, i: usize) -> Option<Item> {
        let item = self.cal(i).filter(|x| matches!(x.node, Node::Cal(c) if c.day.is_some()))?;
        let day = self.point_of(item.node, i).and_then(Point::to_date);
        // « du 12 au 13 mai » is an interval.
        if self.between(item.end).is_some_and(|(_, k)| self.day_number(k).is_some()) {
            return None;
        }
        let point = day.map(super::resolve::week).map(|p| match p.within {
            Within::Week(w) => Point { within: Within::Weekend(w), ..p },
            _ => p,
        });
        Some(Item { node: Node::Point(point), rule: "timex:period", ..item })
    }

    /// `+01:00` after an ISO date-time.
    pub(super) fn offset(&self, i: usize, point: Point) -> (usize, Point) {
        let Some(Clock::At(h, m, s, None)) = point.clock else { return (i, point) };
        let sign = match self.f(i) {
            "+" => 1,
            "-" | "−" => -1,
            _ => return (i, point),
        };
        let Some((oh, Some(om), None, None)) = numeric::clock(self.f(i + 1)) else { return (i, point) };
        let zone = sign * (oh.min(24) * 60 + om) as i16;
        (i + 2, point.at(Clock::At(h, m, s, Some(zone))))
    }

    /// « années 1990 », « années 80 », « siècle dernier », « an 2000 », « mois de mars », « semaine dernière ».
    pub(super) fn of_unit(&self, i: usize) -> Option<Item> {
        let (unit, j) = self.unit(i)?;
        let point = |p, end| Some(Item::new(Node::Point(p), end, "timex:period"));
        // « le jour de l'an »
        if self.f(i) == "jour" && self.is(j, &["de"]) && self.is(j + 1, &["l'"]) && self.is(j + 2, &["an"]) {
            return self.yearly(super::feast::Feast::Fixed(1, 1), j + 3);
        }
        let plural = matches!(self.f(i), "annees" | "ans" | "jours" | "semaines" | "siecles");
        if unit == Unit::Year && self.f(i) == "annees" {
            return self.decade(j);
        }
        if plural || matches!(self.f(j.wrapping_sub(1)), "ends" | "weekends") {
            return None;
        }
        if unit == Unit::Year {
            if let Some(y) = self.year(j) {
                return Some(Item::new(Node::Cal(Cal { year: Some(y), ..Cal::default() }), j + 1, "timex:year"));
            }
            // « l'an deux mille », « l'an 44 avant notre ère »
            if let Some(item) = self.year_in_words(j).or_else(|| self.ancient(j)) {
                return Some(item);
            }
            if let Some(n) = self.int(j).filter(|&n| self.f(i) == "an" && (100..1000).contains(&n)) {
                return point(Some(Point::year(n as i16)), j + 1);
            }
        }
        if unit == Unit::Month && self.is(j, &["de", "d'"]) {
            if let Class::Month(_) = self.class(j + 1) {
                let item = self.cal(j + 1)?;
                return Some(Item { rule: "timex:month", ..item });
            }
        }
        if unit == Unit::Week {
            if self.is(j, &["du"]) {
                if let Some(Item { node: Node::Cal(cal), end, .. }) =
                    self.cal(j + 1).filter(|item| matches!(item.node, Node::Cal(c) if c.day.is_some()))
                {
                    let day = self.resolve(cal, i).and_then(Point::to_date);
                    return point(day.map(super::resolve::week), end);
                }
                // « la semaine du 4 »
                if let Some(d) = self.day_number(j + 1).filter(|_| self.stops(j + 2)) {
                    let day = self.resolve(Cal { day: Some(d), ..Cal::default() }, i).and_then(Point::to_date);
                    return point(day.map(super::resolve::week), j + 2);
                }
            }
            if let Some(w) =
                self.int(j).filter(|w| (1..=53).contains(w) && self.f(j).len() <= 2 && !self.counted(j + 1))
            {
                let (year, end) = match self.year_after(j + 1, true) {
                    Some((Some(y), Pull::None, end)) => (Some(y), end),
                    _ => (self.reference.map(|r| r.year()), j + 1),
                };
                // Only some years have a week 53.
                let real = year.is_none_or(|y| {
                    w < 53 || jiff::civil::ISOWeekDate::new(y, 53, jiff::civil::Weekday::Monday).is_ok()
                });
                return point(real.then(|| numeric::within(year, Within::Week(Some(w as u8)))), end);
            }
        }
        if unit == Unit::Weekend && self.is(j, &["du", "des"]) {
            if let Some(found) = self.weekend_of(j + 1) {
                return Some(found);
            }
        }
        if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Fortnight | Unit::Millennium) {
            return None;
        }
        let (shift, told, end) = match self.class(j) {
            // « pendant le week-end »
            _ if unit == Unit::Weekend && self.pull(j).is_none() => {
                let told = self.way(i) != Direction::Unknown && !self.is(j, &["de", "d'", "du", "des"]);
                let led = matches!(self.opener(i), "pendant" | "durant" | "dans")
                    || self.back(i, 1) == "du" && self.is(i.wrapping_sub(2), &["cours"])
                    // « aura lieu le week-end »; elsewhere it may be any.
                    || self.back(i, 1) == "le" && told && !self.counted(j);
                if !led {
                    return None;
                }
                (self.weekend_shift(i), false, j)
            }
            Class::Last => (-1, false, j + 1),
            Class::Past
                if unit != Unit::Day && (self.f(j).starts_with("ecoul") || self.lowered(j).starts_with("passé")) =>
            {
                (-1, false, j + 1)
            }
            Class::Next => (1, false, j + 1),
            Class::Before => (-1, true, j + 1),
            Class::After => (1, true, j + 1),
            _ if self.is(j, &["d'"]) && self.is(j + 1, &["apres", "avant"]) => {
                (if self.f(j + 1) == "apres" { 1 } else { -1 }, true, j + 2)
            }
            _ if self.is(j, &["a"])
                && self.is(j + 1, &["venir"])
                && !self.is(i.wrapping_sub(1), &["les", "des", "ces"]) =>
            {
                (1, false, j + 2)
            }
            _ if unit == Unit::Day && self.is(j, &["meme"]) && self.back(i, 1) == "le" => {
                return point(self.told_day(5).map(Point::day), j + 1);
            }
            _ => return None,
        };
        if unit == Unit::Day && !told {
            return None;
        }
        point(self.period(unit, shift, told), end)
    }
}
