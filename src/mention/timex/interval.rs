//! From one date to a mention: intervals, coordinated days, the hour that follows.
//!
//! Comes in: the date at a token. Goes out: a [`Found`] with its extent and
//! value. An interval is one mention only when it is closed; coordinated
//! days are one, coordinated months or years are two.

use super::calendar::{Item, Node};
use super::reader::{Found, Reader};
use super::resolve::{weekday_of, Cal, Pull};
use super::value::{Amount, Modifier, Point, Span, Value, Within, Year};
use super::vocabulary::Class;
use super::TimexType;
use jiff::ToSpan;

/// What stands between the two ends of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Between {
    To,
    And,
    Dash,
}

/// Dates ahead at which one may look for a year to borrow.
const LENDERS: usize = 5;

/// Longest list of days, « les 4, 5, 6, 7 et 9 août ».
const DAYS: usize = 12;

impl Reader<'_> {
    /// The mention that begins with the date at `i`.
    pub(super) fn dated(&self, i: usize) -> Option<Found> {
        if let Some(found) = self.days(i).or_else(|| self.bare_days(i)) {
            return Some(found);
        }
        let item = self.item(i, false)?;
        Some(self.mention(i, item))
    }

    /// A date with its interval or its hour.
    pub(super) fn mention(&self, i: usize, item: Item) -> Found {
        if let Some(found) = self.interval(i, &item) {
            return found;
        }
        let item = self.lent(&item, LENDERS).unwrap_or(item);
        if let Node::Feast(super::feast::Feast::Ramadan, year, pull) = item.node {
            // A month by the tabular calendar, a day more or less.
            let first = self.feast(super::feast::Feast::Ramadan, year, pull, i);
            let last = first.and_then(|d| super::resolve::plus_days(d, 29));
            let found = self.range(i, item.end, first.map(Point::day), last.map(Point::day), item.rule);
            return found.with(Some(Modifier::Approx));
        }
        if item.is_daily() {
            if let Some((a, b, end)) = self.hours_after(item.end) {
                let day = self.point_of(item.node, i).unwrap_or(Point::new(Year::Unknown, Within::AnyDay));
                let range = super::hours::on_day(day, &a, &b);
                return Found { told: false, ..Found::new(i, end, TimexType::Time, Some(range), "timex:hours") };
            }
            if let Some((clock, end, modifier)) = self.hour_after(item.end) {
                let point = self.point_of(item.node, i).unwrap_or(Point::new(Year::Unknown, Within::AnyDay));
                let found = Found::time(i, end, Some(point.at(clock)), "timex:date-time").with(modifier);
                return Found { explicit: item.explicit, ..found };
            }
        }
        let value = self.point_of(item.node, i).map(Value::Point);
        let about = self.is_near(i).then_some(Modifier::Approx);
        // « la deuxième journée », « sa troisième année de captivité »: known by their length only.
        if let (None, "timex:ordinal", Some((unit, end))) = (value, item.rule, self.unit(i + 1)) {
            if self.f(i + 1) != "jour" && end == item.end {
                let span = Value::Span(Span::new(Amount::whole(1), unit));
                return Found::new(i, end, TimexType::Duration, Some(span), item.rule);
            }
        }
        if let Some(Value::Point(Point { clock: Some(_), .. })) = value {
            return Found { value, explicit: true, ..Found::time(i, item.end, None, item.rule) };
        }
        let told = !matches!(item.node, Node::Feast(..));
        Found { value, told, explicit: item.explicit, modifier: about, ..Found::date(i, item.end, None, item.rule) }
    }

    /// « vers 1850 », « autour du 15 juin », « aux environs de Noël ».
    fn is_near(&self, i: usize) -> bool {
        self.opener(i) == "vers"
            || self.on_a_noun(i) && self.is(i.wrapping_sub(2), &["autour", "environs", "alentours"])
    }

    /// The day or month with the year that a later one lends it: « en mai et juin 2004 », « les 14 juillet et 19 décembre
    /// 2016 ». Looks at most `left` dates ahead.
    fn lent(&self, item: &Item, left: usize) -> Option<Item> {
        let Node::Cal(cal) = item.node else { return None };
        if left == 0 || cal.year.is_some() || cal.month.is_none() || cal.pull != Pull::None {
            return None;
        }
        let list = self.f(item.end) == ",";
        if !list && !self.is(item.end, &["et", "ou"]) {
            return None;
        }
        let k = item.end + 1;
        let k = k + usize::from(self.is(k, &["le", "les", "en", "de", "d'"]));
        let next = self.item(k, true)?;
        let Node::Cal(other) = next.node else { return None };
        if other.grain() != cal.grain() || other.month.is_none() || list && other.year.is_some() {
            return None;
        }
        let lender = if other.year.is_some() { other } else { self.lent(&next, left - 1)?.cal()? };
        let year = lender.year?.checked_sub(i16::from(cal.month > other.month))?;
        Some(Item { node: Node::Cal(Cal { year: Some(year), ..cal }), explicit: true, ..*item })
    }

    /// The word or dash between two ends, and where the second begins.
    pub(super) fn between(&self, i: usize) -> Option<(Between, usize)> {
        if self.joined(i) {
            return Some((Between::Dash, i));
        }
        let article = |k: usize| {
            // « entre les mois d'avril et d'octobre »
            let of = self.is(k, &["de", "d'"]) && matches!(self.class(k + 1), Class::Month(_));
            k + usize::from(of || self.is(k, &["le", "la", "l'", "les"]))
        };
        match self.f(i) {
            "a" | "au" | "aux" => Some((Between::To, article(i + 1))),
            "jusqu'" if self.is(i + 1, &["a", "au", "en"]) => Some((Between::To, article(i + 2))),
            "et" => Some((Between::And, article(i + 1))),
            "-" | "–" | "—" => Some((Between::Dash, i + 1)),
            _ => None,
        }
    }

    fn range(&self, first: usize, end: usize, a: Option<Point>, b: Option<Point>, rule: &'static str) -> Found {
        let value = a.zip(b).map(|(a, b)| Value::Range(a, b));
        Found::new(first, end, TimexType::Date, value, rule)
    }

    fn interval(&self, i: usize, item: &Item) -> Option<Found> {
        if let Node::Pair(a, b) = item.node {
            return Some(self.range(i, item.end, self.resolve(a, i), self.resolve(b, i), item.rule));
        }
        let (between, k) = self.between(item.end)?;
        let opener = self.opener(i);
        let other = self.item(k, true)?;
        if let (Node::Cal(a), Node::Cal(b)) = (item.node, other.node) {
            let weekdays = a.weekday.is_some() && b.weekday.is_some() && a.day.is_some() == b.day.is_some();
            let bare = a.weekday.is_some() && a.month.is_none() && a.pull == Pull::None;
            let closes = match between {
                Between::To => {
                    matches!(opener, "du" | "de" | "d'" | "depuis" | "des" | "entre" | "allant")
                        || weekdays
                        // « 10 oct. au 15 oct. »
                        || a.day.is_some() && a.month.is_some() && b.month.is_some() && self.f(item.end) == "au"
                        || a.grain() == 1 && a.year < b.year
                }
                // « les 31 mai et 1er juin »
                Between::And => opener == "entre" || weekdays && bare || self.back(i, 1) == "les" && adjoining(a, b),
                Between::Dash => {
                    let years = a.grain() == 1 && (self.back(i, 1) == "(" || !self.back(i, 1).is_empty());
                    a.grain() == b.grain() && (a.grain() > 1 || years) && (a.day.is_some() == b.day.is_some())
                }
            };
            if !closes || a.grain() != b.grain() {
                return None;
            }
            let (from, to) = self.ends(a, b, i, k);
            return Some(Found { explicit: other.explicit, ..self.range(i, other.end, from, to, "timex:interval") });
        }
        // « les années 1950 à 1970 »
        let decades = item.rule == "timex:decade" && other.rule == item.rule;
        let closes = match between {
            Between::To => decades || matches!(opener, "du" | "de" | "d'" | "depuis" | "des"),
            Between::And => opener == "entre",
            Between::Dash => false,
        };
        if !closes {
            return None;
        }
        let (from, to) = (self.point_of(item.node, i), self.point_of(other.node, k));
        let same = item.is_daily() && other.is_daily()
            || matches!((from, to), (Some(a), Some(b)) if a.within.same_kind(b.within));
        same.then(|| self.range(i, other.end, from, to, "timex:interval"))
    }

    /// Both ends resolved, each lending the other what it lacks.
    fn ends(&self, a: Cal, b: Cal, i: usize, k: usize) -> (Option<Point>, Option<Point>) {
        let (mut a, mut b) = (a.fill(b), b);
        if a.year.is_some() && a.year == b.year && a.month > b.month {
            a.year = a.year.map(|y| y - 1);
        }
        if b.year.is_none() && b.grain() > 1 {
            b.year = a.year.filter(|_| b.month.is_some());
            if b.year.is_some() && b.month < a.month {
                b.year = b.year.map(|y| y + 1);
            }
        }
        let from = self.resolve(a, i);
        let start = from.and_then(Point::to_date);
        if let (Some(start), Some(w), None) = (start, b.weekday, b.day) {
            let ahead = i64::from((w + 7 - weekday_of(start)) % 7);
            let to = start.checked_add(ahead.days()).ok().map(Point::day);
            return (from, to);
        }
        let to = match (from.map(|p| p.year), b.year, b.month) {
            (Some(Year::Is(y)), None, Some(m)) if self.reference.is_some() => {
                let year = y + i16::from(a.month.is_some_and(|am| m < am));
                self.resolve(Cal { year: Some(year), ..b }, k)
            }
            _ => self.resolve(b, k),
        };
        (from, to)
    }

    /// Day numbers that share one month: « 3 au 5 mars », « 9 et 10 juin », « 4, 5 et 6 août ».
    fn days(&self, i: usize) -> Option<Found> {
        let first = self.day_number(i)?;
        let apart = usize::from(first == 1 && self.f(i + 1) == "er");
        let mut list = [first; DAYS];
        let (mut count, mut j, mut to) = (1, i + 1 + apart, false);
        let (month, end) = loop {
            if count > 1 {
                if let Some(month) = self.month_at(j, true) {
                    break month;
                }
            }
            let k = match self.f(j) {
                "," if self.day_number(j + 1).is_some() => j + 1,
                "et" | "ou" => j + 1 + usize::from(self.is(j + 1, &["le", "les"])),
                "au" | "a" => {
                    to = true;
                    j + 1
                }
                "-" | "–" => {
                    to = true;
                    j + 1
                }
                _ if self.joined(j) => {
                    to = true;
                    j
                }
                _ => return None,
            };
            *list.get_mut(count)? = self.day_number(k)?;
            count += 1;
            j = k + 1;
        };
        let list = list.get(..count)?;
        let (year, pull, end) = self.year_after(end, true).unwrap_or((None, Pull::None, end));
        let last = *list.last()?;
        let cal = |d| Cal { year, month: Some(month), day: Some(d), pull, ..Cal::default() };
        let mut from = cal(first);
        if to && first > last {
            from.month = Some(if month == 1 { 12 } else { month - 1 });
            from.year = year.map(|y| y - i16::from(month == 1));
        }
        let contiguous = count == 2 || list.windows(2).all(|w| w[1] == w[0] + 1);
        let (a, b) = (self.resolve(from, i), self.resolve(cal(last), i));
        let found = self.range(i, end, a.filter(|_| contiguous), b, "timex:days");
        let bounds = a.zip(b).map(|(a, b)| (Value::Point(a), Value::Point(b)));
        Some(Found { bounds, explicit: year.is_some(), ..found })
    }

    /// « du 28 au 30, », « entre le 4 et le 22 du mois prochain », « les 8 et 9 de ce mois »: days of the month that the last one belongs to.
    fn bare_days(&self, i: usize) -> Option<Found> {
        let k = match (self.back(i, 1), self.f(i + 1)) {
            ("du", "au") => i + 2,
            ("le", "et") if self.back(i, 2) == "entre" && self.f(i + 2) == "le" => i + 3,
            ("les", "et") => i + 2,
            _ => return None,
        };
        let (first, last) = (self.day_number(i)?, self.day_number(k)?);
        let free = self.back(i, 1) != "les";
        let free = free && (self.token(k + 1).is_none() || self.is(k + 1, &[",", ".", ";", ")"]));
        let (to, end) = match self.day_of_this_month(k).or_else(|| self.day_in_month(k)) {
            Some(Item { node: Node::Point(point), end, .. }) => (point?, end),
            _ if free => (self.resolve(Cal { day: Some(last), ..Cal::default() }, k)?, k + 1),
            _ => return None,
        };
        if first >= last {
            return None;
        }
        let within = match to.within {
            Within::Day(m, _) => Within::Day(m, first),
            _ => Within::DayOfMonth(first),
        };
        Some(self.range(i, end, Some(Point { within, ..to }), Some(to), "timex:days"))
    }

    /// « début mars », « mi-2018 », « fin de l'année », « milieu des années 90 », « fin d'après-midi ».
    pub(super) fn edge(&self, i: usize) -> Option<Found> {
        let Class::Edge(modifier) = self.class(i) else { return None };
        let (word, first) = (self.f(i), i);
        let k = if word == "mi" {
            if !self.joined(i + 1) && self.year(i + 1).is_none() {
                return None;
            }
            i + 1
        } else if word == "courant" {
            i + 1
        } else {
            self.of(i + 1).unwrap_or(i + 1)
        };
        let direct = k == i + 1;
        if let Some((part, end)) = self.part(k).filter(|_| word != "courant") {
            if self.is(i.wrapping_sub(1), &["en", "la", "a", "ce", "cette"]) || word == "mi" {
                let point = self.near_day(None, i).at(super::value::Clock::Part(part));
                let found = Found::time(first, end, Some(point), "timex:part").with(Some(modifier));
                return Some(Found { told: false, ..found });
            }
        }
        // « fin de l'année », « début du mois »: the current one.
        if let Some((unit, end)) =
            self.unit(k).filter(|(u, _)| *u >= super::value::Unit::Day && self.of_unit(k).is_none())
        {
            let singular = !self.f(end - 1).ends_with('s') || self.f(end - 1) == "mois";
            let led = [
                "en", "la", "au", "le", "a", "du", "ce", "cette", "ici", "vers", "depuis", "des", "pour", "avant",
                "jusqu'en",
            ];
            let plain = self.is(i.wrapping_sub(1), &led) || self.back(i, 1).is_empty() && self.stops(end);
            let day = unit == super::value::Unit::Day;
            if direct || !singular || !plain || unit == super::value::Unit::Fortnight || word == "mi" {
                return None;
            }
            let point = self.period(unit, 0, false);
            let kind = if day { TimexType::Time } else { TimexType::Date };
            let found = Found::date(first, end, point, "timex:edge").with(Some(modifier));
            return Some(Found { kind, ..found });
        }
        let item = self.item(k, word != "fin" || !direct || self.year(k).is_some())?;
        if direct && item.is_daily() && self.day_number(k).is_none() {
            return None;
        }
        let found = self.mention(k, item);
        Some(Found { first, modifier: Some(modifier), ..found })
    }
}

/// Whether the second day is the one after the first, at the turn of a month.
fn adjoining(a: Cal, b: Cal) -> bool {
    let on = |cal: Cal| {
        let year = b.year.or(a.year).unwrap_or(2023);
        jiff::civil::Date::new(year, cal.month? as i8, cal.day? as i8).ok()
    };
    on(a)
        .and_then(|day| day.tomorrow().ok())
        .zip(on(b))
        .is_some_and(|(next, day)| (next.month(), next.day()) == (day.month(), day.day()))
}

impl Within {
    /// Days with days, months with months.
    pub(super) fn same_kind(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }
}
