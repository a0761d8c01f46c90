//! Periods that an ordinal, « dernier », « prochain » or « ce » picks out.
//!
//! Comes in: « premier trimestre », « prochaine semaine », « cette année-là »,
//! « XIXe siècle ». Goes out: an [`Item`]. What an event numbers (« premier
//! jour de la visite ») is found but has no value.

use super::calendar::{Item, Node};
use super::nth::Nth;
use super::numeric;
use super::reader::{Found, Reader};
use super::resolve::{week, Cal, Pull};
use super::value::{Point, Unit, Value, Within, Year};
use super::vocabulary::Class;
use super::{Direction, TimexType};
use jiff::civil::Date;

impl Reader<'_> {
    /// « premier trimestre 2019 », « deuxième semestre », « première semaine de mars », « dernier jour ».
    pub(super) fn ordinal_period(&self, i: usize) -> Option<Item> {
        let (n, k) = self.ordinal_at(i)?;
        if let Some(item) = self.nth(Nth::From(n), k) {
            return Some(item);
        }
        let (unit, mut j) = self.unit(k)?;
        if unit == Unit::Century {
            return self.century_value(n, j);
        }
        let item = |p, end| Some(Item::new(Node::Point(p), end, "timex:ordinal"));
        let limit = match unit {
            Unit::Quarter => 4,
            Unit::Half | Unit::Fortnight => 2,
            Unit::Day | Unit::Week | Unit::Month | Unit::Year => 400,
            _ => return None,
        };
        if n > limit || n == 0 || self.f(k).ends_with('s') && unit != Unit::Month {
            return None;
        }
        // « la 12e journée » is one of a championship's, « le 245e jour » one of a count.
        let figures = self.token(i)?.is_number();
        if figures && self.f(k) == "journee" || unit == Unit::Day && n > 31 {
            return None;
        }
        let of = self.of(j).unwrap_or(j);
        let outer =
            self.item(of, true).filter(|o| of > j || matches!(o.node, Node::Cal(Cal { day: None, year: Some(_), .. })));
        let year = outer.and_then(|o| match self.point_of(o.node, of) {
            Some(Point { year: Year::Is(y), within: Within::Whole, .. }) => Some((y, o.end)),
            _ => None,
        });
        if let (Unit::Quarter | Unit::Half, None) = (unit, year) {
            if self.is(j, &["dernier", "prochain"]) {
                j += 1;
            }
        }
        let within = match unit {
            Unit::Quarter => Within::Quarter(n as u8),
            Unit::Half => Within::Half(n as u8),
            Unit::Week if n <= 53 && year.is_some() => Within::Week(Some(n as u8)),
            Unit::Month if n <= 12 && year.is_some() => Within::Month(n as u8),
            _ => {
                if let Some(o) = outer.filter(|o| matches!(o.node, Node::Cal(c) if c.grain() <= 2) && of > j) {
                    return item(None, o.end);
                }
                return item(None, j);
            }
        };
        if let Some((y, end)) = year {
            let found = item(Some(numeric::within(Some(y), within)), end)?;
            return Some(Item { explicit: true, ..found });
        }
        item(self.nearest_part(within, n, limit, i), j)
    }

    /// « ce week-end » on a Monday, of what has happened, is the one before.
    pub(super) fn weekend_shift(&self, at: usize) -> i32 {
        let working = self.reference.is_some_and(|r| super::resolve::weekday_of(r) < 6);
        -i32::from(working && self.way(at) == Direction::Past)
    }

    /// « la nouvelle année »: the coming one at the end of the year.
    pub(super) fn new_year(&self, i: usize) -> Option<Item> {
        let good = self.back(i, 1) == "nouvelle" && self.back(i, 2) == "la" && i > self.floor + 1;
        let year = self.reference.map(|r| r.year().saturating_add(i16::from(r.month() > 10)));
        good.then(|| Item::new(Node::Point(year.map(Point::year)), i + 1, "timex:period"))
    }

    /// The quarter or half of the year that the direction points to.
    pub(super) fn nearest_part(&self, within: Within, n: u32, parts: u32, at: usize) -> Option<Point> {
        let Some(reference) = self.reference else { return Some(numeric::within(None, within)) };
        let now = (u32::from(reference.month().unsigned_abs()) - 1) / (12 / parts) + 1;
        let shift = match self.way(at) {
            Direction::Past => -i16::from(n > now),
            Direction::Future => i16::from(n < now),
            Direction::Unknown => 0,
        };
        Some(numeric::within(Some(reference.year() + shift), within))
    }

    /// « T1 2019 », « S2 2018 »
    pub(super) fn short_quarter(&self, i: usize) -> Option<Item> {
        let word = self.f(i).as_bytes();
        let within = match word {
            [b't', d @ b'1'..=b'4'] => Within::Quarter(d - b'0'),
            [b's', d @ b'1'..=b'2'] => Within::Half(d - b'0'),
            _ => return None,
        };
        let y = self.year(i + 1)?;
        let item = Item::new(Node::Point(Some(numeric::within(Some(y), within))), i + 2, "timex:ordinal");
        Some(Item { explicit: true, ..item })
    }

    /// « XIXe siècle » at its Roman numeral.
    pub(super) fn century(&self, i: usize) -> Option<Item> {
        let apart = usize::from(self.is(i + 1, &["e", "eme", "er"]));
        if self.class(i + 1 + apart) != Class::Unit(Unit::Century) {
            return None;
        }
        let n = numeric::roman_ordinal(self.f(i)).or_else(|| self.ordinal(i))?;
        self.century_value(n, i + 2 + apart)
    }

    /// « XVIIe et XVIIIe siècles », « 19e et 20e siècles ».
    pub(super) fn centuries(&self, i: usize) -> Option<Found> {
        let k = i + 1 + usize::from(self.is(i + 1, &["et", "-", "–", "a"]));
        if k == i + 1 && !self.joined(k) || !self.is(k + 1, &["siecle", "siecles"]) {
            return None;
        }
        let numeral = |k: usize| numeric::roman_ordinal(self.f(k)).or_else(|| self.ordinal(k));
        let (a, b) = (numeral(i)?, numeral(k)?);
        if a == 0 || a >= b || b > 30 {
            return None;
        }
        let point = |n: u32| Point::new(Year::Century(n as i16 - 1), Within::Whole);
        Some(Found::new(i, k + 2, TimexType::Date, Some(Value::Range(point(a), point(b))), "timex:century"))
    }

    pub(super) fn century_value(&self, n: u32, end: usize) -> Option<Item> {
        if !(1..=30).contains(&n) {
            return None;
        }
        let (end, before) = self.before_christ(end).unwrap_or((end, false));
        let point = (!before).then(|| Point::new(Year::Century(n as i16 - 1), Within::Whole));
        Some(Item::new(Node::Point(point), end, "timex:century"))
    }

    /// « prochaine semaine », « dernier trimestre », « dernière semaine de 2016 », « dernier jour ».
    pub(super) fn near_unit(&self, i: usize) -> Option<Item> {
        let last = self.class(i) == Class::Last;
        if self.f(i).ends_with('s') {
            return None;
        }
        if let Class::Season(season) = self.class(i + 1) {
            let pull = if last { Pull::Last } else { Pull::Next };
            return Some(Item::new(Node::Season(season, None, pull), i + 2, "timex:season"));
        }
        if let Some(item) = self.nth(Nth::Last, i + 1).filter(|_| last) {
            return Some(item);
        }
        if let Class::Feast(_) | Class::New = self.class(i + 1) {
            let pull = if last { Pull::Last } else { Pull::Next };
            let item = self.item(i + 1, false)?;
            let Node::Feast(feast, None, Pull::None) = item.node else { return None };
            return Some(Item { node: Node::Feast(feast, None, pull), ..item });
        }
        if matches!(self.class(i + 1), Class::Weekday(_)) {
            let item = self.cal(i + 1)?;
            let Node::Cal(cal) = item.node else { return None };
            let pull = if last { Pull::Last } else { Pull::Next };
            return Some(Item { node: Node::Cal(Cal { pull, ..cal }), ..item });
        }
        let (unit, j) = self.unit(i + 1)?;
        if unit < Unit::Day || unit == Unit::Fortnight {
            return None;
        }
        let item = |p, end| Some(Item::new(Node::Point(p), end, "timex:period"));
        if last {
            // « dernier trimestre 2022 », « dernier mois de 2022 »
            let parts = match unit {
                Unit::Quarter => Some(Within::Quarter(4)),
                Unit::Half => Some(Within::Half(2)),
                Unit::Month => Some(Within::Month(12)),
                _ => None,
            };
            if let (Some(part), Some((Some(y), Pull::None, end))) = (parts, self.year_after(j, false)) {
                return item(Some(numeric::within(Some(y), part)), end);
            }
            if let Some(of) = self.of(j) {
                if let Some(outer) = self.item(of, true) {
                    let point = match self.point_of(outer.node, of) {
                        Some(Point { year: Year::Is(y), within: Within::Whole, .. }) if unit == Unit::Week => {
                            let day = Date::new(y, 12, 28).ok();
                            day.map(week)
                        }
                        _ => None,
                    };
                    return item(point, outer.end);
                }
                return item(None, j);
            }
            if unit == Unit::Day || unit == Unit::Year {
                return item(None, j);
            }
            return item(self.period(unit, -1, false), j);
        }
        if self.is(i.wrapping_sub(1), &["la", "le", "du", "au", "l'", "ce"]) {
            return item(self.period(unit, 1, false), j);
        }
        None
    }

    /// « ce mois-ci », « cette année-là », « ce 15 mars », « cet été ».
    pub(super) fn demonstrative(&self, i: usize) -> Option<Item> {
        if self.f(i) == "ces" {
            return None;
        }
        let k = i + 1 + usize::from(self.class(i + 1) == Class::Same);
        let item = |p, end, rule| Some(Item::new(Node::Point(p), end, rule));
        // « à cette date », « cette date butoir »
        if self.class(k) == Class::Date && self.f(i) == "cette" {
            let end = k + 1 + usize::from(self.is(k + 1, &["butoir", "limite", "symbolique", "anniversaire"]));
            return item(self.told_point(5).map(|p| Point { clock: None, ..p }), end, "timex:told");
        }
        if let Some((unit, mut j)) = self.unit(k) {
            if unit < Unit::Day || unit == Unit::Fortnight || unit == Unit::Millennium {
                return None;
            }
            if self.joined(j) && self.f(j) == "la" || k > i + 1 {
                let end = if k > i + 1 { j } else { j + 1 };
                return item(self.period(unit, 0, true), end, "timex:told");
            }
            if unit == Unit::Month && self.is(j, &["de", "d'"]) && matches!(self.class(j + 1), Class::Month(_)) {
                return self.this(self.cal(j + 1)?);
            }
            // « cette année 2024 »
            if let (Unit::Year, Some(y)) = (unit, self.year(j)) {
                return item(Some(Point::year(y)), j + 1, "timex:year");
            }
            j += usize::from(self.joined(j) && self.f(j) == "ci");
            if unit == Unit::Day && self.f(i + 1) != "jour" {
                return None;
            }
            if unit == Unit::Day && self.back(i, 1) == "a" {
                return None;
            }
            let shift = if unit == Unit::Weekend { self.weekend_shift(i) } else { 0 };
            return item(self.period(unit, shift, false), j, "timex:this");
        }
        match self.class(k) {
            Class::Season(season) => {
                let item = self.season_item(k, season)?;
                let Node::Season(season, year, pull) = item.node else { return None };
                let pull = if pull == Pull::None { Pull::This } else { pull };
                Some(Item { node: Node::Season(season, year, pull), ..item })
            }
            Class::Month(_) | Class::Weekday(_) => self.this(self.cal(k)?),
            _ if self.day_number(k).is_some() => self
                .cal(k)
                .and_then(|c| self.this(c))
                .or_else(|| self.item(k, false).filter(|x| matches!(x.node, Node::Pair(..)))),
            _ => None,
        }
    }

    pub(super) fn this(&self, item: Item) -> Option<Item> {
        let Node::Cal(cal) = item.node else { return None };
        let pull = if cal.pull == Pull::None { Pull::This } else { cal.pull };
        Some(Item { node: Node::Cal(Cal { pull, ..cal }), ..item })
    }

    /// « le 3 du mois », « le 15 du mois prochain », « le 15 » before a mark.
    pub(super) fn day_in_month(&self, i: usize) -> Option<Item> {
        let d = self.day_number(i)?;
        if !self.is(i.wrapping_sub(1), &["le", "du", "au"]) || self.joined(i + 1) {
            return None;
        }
        if let Some(item) = self.day_of_this_month(i) {
            return Some(item);
        }
        let part = self.is(i + 1, &["au"]) && matches!(self.class(i + 2), Class::Part(_));
        let noun = self.is(
            i.wrapping_sub(2),
            &[
                "contactant",
                "appelant",
                "appeler",
                "composer",
                "numero",
                "joueur",
                "dossier",
                "maillot",
                "autoroute",
                "article",
                "chiffre",
            ],
        );
        let dawn = self.f(i + 2) == "l'" && self.part(i + 3).is_some();
        let hour = self.f(i + 1) == "a" && (dawn || self.reading(i + 2).is_some());
        let free = hour
            || self.stops(i + 1) && !self.is(i + 1, &["/", ":", "-", "«", "(", "\""])
            || self.is(i + 1, &["dernier", "prochain", "courant"]);
        // « l'après-midi du 3 »
        let of_part = self.back(i, 1) == "du"
            && (matches!(self.class(i.wrapping_sub(2)), Class::Part(_)) || self.back(i, 2) == "midi");
        let verb = of_part || self.f(i.wrapping_sub(1)) == "le" && !self.is(i.wrapping_sub(2), &["et", "ou"]);
        if !part && (noun || !free || !verb || self.f(i).len() > 3) {
            return None;
        }
        let (pull, end) = self.pull(i + 1).unwrap_or((Pull::None, i + 1));
        Some(Item::new(Node::Cal(Cal { day: Some(d), pull, ..Cal::default() }), end, "timex:day-of-month"))
    }

    /// « 12 du mois dernier », « 26 de ce mois », « 12 courant »: the day at `i` with the month it is of.
    pub(super) fn day_of_this_month(&self, i: usize) -> Option<Item> {
        let d = self.day_number(i)?;
        if self.is(i + 1, &["du"]) && self.is(i + 2, &["mois", "meme"]) {
            let k = i + 2 + usize::from(self.f(i + 2) == "meme");
            let (unit, mut end) = self.unit(k)?;
            let mut month = self.period(unit, 0, k > i + 2);
            if let Some(Item { node: Node::Point(p), end: e, .. }) = self.of_unit(k) {
                (month, end) = (p, e);
            } else if self.is(end, &["en"]) && self.is(end + 1, &["cours"]) {
                end += 2;
            }
            let point = match month {
                Some(Point { year: Year::Is(y), within: Within::Month(m), .. }) => {
                    numeric::day(y, u32::from(m), u32::from(d))
                }
                _ => Some(numeric::within(None, Within::DayOfMonth(d))),
            };
            return Some(Item::new(Node::Point(point), end, "timex:day-of-month"));
        }
        let current = if self.is(i + 1, &["de"]) && self.is(i + 2, &["ce"]) && self.is(i + 3, &["mois"]) {
            Some(i + 4 + usize::from(self.joined(i + 4) && self.is(i + 4, &["ci"])))
        } else if self.is(i + 1, &["courant"]) {
            Some(i + 2)
        } else {
            (self.is(i + 1, &["du"]) && self.is(i + 2, &["courant"]) && self.stops(i + 3)).then_some(i + 3)
        };
        if let Some(end) = current {
            let this = self.reference.map(|r| (r.year(), r.month()));
            let point = this.map_or(Some(numeric::within(None, Within::DayOfMonth(d))), |(y, m)| {
                numeric::day(y, m.unsigned_abs().into(), d.into())
            });
            return Some(Item::new(Node::Point(point), end, "timex:day-of-month"));
        }
        None
    }
}
