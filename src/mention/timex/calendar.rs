//! Dates the calendar knows: days, weekdays, months, years, and intervals of them.
//!
//! Comes in: a position in a sentence. Goes out: an [`Item`], a date not yet
//! resolved, with the token it ends before. Never takes a preposition or a
//! bare article into the extent.

use super::feast::Feast;
use super::reader::Reader;
use super::resolve::{plus_days, Cal, Pull};
use super::value::{Point, Season, Within, Year};
use super::vocabulary::Class;

/// A date, resolved or still waiting for the reference.
#[derive(Debug, Clone, Copy)]
pub(super) enum Node {
    Cal(Cal),
    Feast(Feast, Option<i16>, Pull),
    Season(Season, Option<i16>, Pull),
    Point(Option<Point>),
    /// Two ends in one token: `1950-1953`, `6-7 mai`.
    Pair(Cal, Cal),
}

/// A date and where it ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    pub node: Node,
    pub end: usize,
    pub rule: &'static str,
    /// The text gives the year itself.
    pub explicit: bool,
}

impl Item {
    pub(super) fn new(node: Node, end: usize, rule: &'static str) -> Self {
        Self { node, end, rule, explicit: matches!(node, Node::Cal(Cal { year: Some(_), .. })) }
    }

    /// The calendar date, where it is one.
    pub(super) fn cal(&self) -> Option<Cal> {
        match self.node {
            Node::Cal(cal) => Some(cal),
            _ => None,
        }
    }
}

impl Reader<'_> {
    /// A month at `i`; abbreviated ones only with `beside` a number.
    pub(super) fn month_at(&self, i: usize, beside: bool) -> Option<(u8, usize)> {
        match self.class(i) {
            Class::Month(m) => Some((m, i + 1)),
            Class::ShortMonth(m) if beside => {
                let stop = self.f(i + 1) == "." && self.token(i + 1).is_some_and(|t| t.is_glued());
                Some((m, if stop && !self.stops(i + 2) { i + 2 } else { i + 1 }))
            }
            // « 15 mar. 2015 »; elsewhere it is Tuesday.
            Class::ShortWeekday(2) if beside && self.day_number(i.wrapping_sub(1)).is_some() => {
                let k = i + 1 + usize::from(self.f(i + 1) == ".");
                self.year(k).map(|_| (3, k))
            }
            Class::Number(7) if beside && self.f(i) == "sept" => {
                let stop = self.token(i)?.is_abbreviation();
                let day = self.day_number(i.wrapping_sub(1)).is_some() && !self.counted(i + 1);
                (stop || day || self.year(i + 1).is_some()).then_some((9, i + 1))
            }
            _ => None,
        }
    }

    /// A day, weekday or month with what belongs to it.
    pub(super) fn cal(&self, i: usize) -> Option<Item> {
        let mut cal = Cal::default();
        let mut j = i;
        match self.class(i) {
            Class::Weekday(w) if !self.f(i).ends_with('s') => {
                cal.weekday = Some(w);
                j += 1;
                if matches!(self.f(j), "," | "le") && self.day_and_month(j + 1).is_some() {
                    j += 1;
                }
            }
            Class::ShortWeekday(w) => {
                j += if self.f(i + 1) == "." { 2 } else { 1 };
                if self.day_and_month(j).is_none() && self.in_figures(j, w).is_none() {
                    return None;
                }
                cal.weekday = Some(w);
            }
            _ => {}
        }
        if let Some(item) = cal.weekday.and_then(|w| self.in_figures(j, w)) {
            return Some(item);
        }
        if let Some((d, m, end)) = self.day_and_month(j) {
            (cal.day, cal.month, j) = (Some(d), Some(m), end);
            let (year, pull, end) = self.year_after(j, true).unwrap_or((None, Pull::None, j));
            (cal.year, cal.pull) = (year, pull);
            if year.is_none() && pull == Pull::None && (d, m) == (11, 9) && self.after_the_attacks(i) {
                cal.year = Some(2001);
            }
            return Some(Item::new(Node::Cal(cal), end, "timex:day-month"));
        }
        if cal.weekday.is_some() {
            if let Some(d) = self.day_number(j).filter(|_| !self.counted(j + 1) && !self.hour_follows(j + 1)) {
                cal.day = Some(d);
                return Some(Item::new(Node::Cal(cal), j + 1, "timex:weekday-day"));
            }
            if let Some((pull, end)) = self.pull(j) {
                cal.pull = pull;
                j = end;
            } else if let Some(item) = self.weekday_in(cal, i, j) {
                return Some(item);
            } else if let Some(item) = self.weekday_of_week(cal, j) {
                return Some(item);
            }
            if self.is(i.wrapping_sub(1), &["un"]) {
                let any = Point::new(Year::Unknown, Within::Weekday(cal.weekday?));
                return Some(Item::new(Node::Point(Some(any)), j, "timex:weekday"));
            }
            return Some(Item::new(Node::Cal(cal), j, "timex:weekday"));
        }
        let (m, end) = self.month_at(i, true)?;
        cal.month = Some(m);
        if let Some(item) = self.month_first(cal, end) {
            return Some(item);
        }
        let after = self.year_after(end, false);
        let short = !matches!(self.class(i), Class::Month(_));
        let after = after.filter(|a| self.f(end) != "," || a.0.is_some());
        match after {
            Some((year, pull, end)) if year.is_some() || !short => {
                (cal.year, cal.pull) = (year, pull);
                Some(Item::new(Node::Cal(cal), end, "timex:month-year"))
            }
            _ if short => None,
            _ => Some(Item::new(Node::Cal(cal), end, "timex:month")),
        }
    }

    /// « lundi 13/08/2012 », « ven. 10/08 »: the figures tell the day.
    fn in_figures(&self, i: usize, weekday: u8) -> Option<Item> {
        use super::numeric::{numeric, Numeric};
        let token = self.token(i).filter(|t| t.is_number() && !t.is_joined())?;
        match numeric(self.f(i))? {
            Numeric::Day(point) => {
                let item = Item::new(Node::Point(Some(point)), i + 1, "timex:figures");
                Some(Item { explicit: true, ..item }).filter(|_| !token.is_glued())
            }
            Numeric::DayMonth(d, m) if !self.counted(i + 1) => {
                let cal = Cal { day: Some(d), month: Some(m), weekday: Some(weekday), ..Cal::default() };
                Some(Item::new(Node::Cal(cal), i + 1, "timex:figures"))
            }
            _ => None,
        }
    }

    /// « les attentats du 11 septembre »: they need no year.
    fn after_the_attacks(&self, i: usize) -> bool {
        self.back(i, 1) == "du"
            && self.is(i.wrapping_sub(2), &["attentats", "attaques"])
            && self.reference.is_none_or(|r| r.year() > 2001 || r.year() == 2001 && r.month() >= 9)
    }

    /// « lundi en huit », « mardi en quinze »: a week or two after the coming one.
    fn weekday_in(&self, cal: Cal, at: usize, i: usize) -> Option<Item> {
        let days = match self.f(i + 1) {
            "huit" | "8" => 7,
            "quinze" | "15" => 14,
            _ => return None,
        };
        if self.f(i) != "en" || self.counted(i + 2) {
            return None;
        }
        let coming = self.resolve(Cal { pull: Pull::Next, ..cal }, at).and_then(Point::to_date);
        let node = coming.map_or(Node::Cal(cal), |day| Node::Point(plus_days(day, days).map(Point::day)));
        Some(Item::new(node, i + 2, "timex:weekday"))
    }

    /// « décembre 5, 2014 », « novembre 23 de 1987 »: the English order, only with its year.
    fn month_first(&self, month: Cal, i: usize) -> Option<Item> {
        let day = self.day_number(i)?;
        let k = i + 1 + usize::from(self.is(i + 1, &[",", "de"]));
        let year = self.year(k).filter(|_| !self.counted_plural(k + 1))?;
        let cal = Cal { day: Some(day), year: Some(year), ..month };
        Some(Item::new(Node::Cal(cal), k + 1, "timex:day-month"))
    }

    /// « mardi de la semaine prochaine », « mardi la semaine prochaine », « mardi de cette semaine ».
    pub(super) fn weekday_of_week(&self, cal: Cal, i: usize) -> Option<Item> {
        let k = if self.f(i) == "la" { i + 1 } else { self.of(i)? };
        let this = self.f(k) == "cette" && self.f(k + 1) == "semaine";
        if !this && self.f(k) != "semaine" {
            return None;
        }
        let week = if this { self.demonstrative(k)? } else { self.of_unit(k)? };
        let Item { node: Node::Point(point), end, .. } = week else { return None };
        let day = point.and_then(|p| match (p.year, p.within) {
            (Year::Is(y), Within::Week(Some(w))) => {
                let weekday = jiff::civil::Weekday::from_monday_one_offset(cal.weekday? as i8).ok()?;
                jiff::civil::ISOWeekDate::new(y, w as i8, weekday).ok().map(|d| Point::day(d.date()))
            }
            _ => None,
        });
        let node = if day.is_some() { Node::Point(day) } else { Node::Cal(cal) };
        Some(Item::new(node, end, "timex:figures"))
    }

    pub(super) fn hour_follows(&self, i: usize) -> bool {
        self.is(i, &["h", "heure", "heures", ":"]) && self.token(i).is_some_and(|t| t.is_word() || t.is_glued())
    }

    /// A day number: `15`, `1er`; not more than 31.
    pub(super) fn day_number(&self, i: usize) -> Option<u8> {
        let token = self.token(i).filter(|t| t.is_number())?;
        let word = self.f(i);
        let n = match self.int(i) {
            Some(n) if word.len() <= 2 => n,
            _ if matches!(word, "1er" | "1°") => 1,
            _ => return None,
        };
        let _ = token;
        (1..=31).contains(&n).then_some(n as u8)
    }

    /// « 15 mars », « 1er avril », « premier mai », « quinze mai », « 01/août ».
    pub(super) fn day_and_month(&self, i: usize) -> Option<(u8, u8, usize)> {
        if let Some(d) = self.day_number(i) {
            let slash = self.f(i + 1) == "/" && self.token(i + 2).is_some_and(|t| t.is_glued());
            if d == 11 && self.f(i + 1) == "septembre" && self.joined(i + 1) && self.year(i + 2).is_none() {
                // « le 11-Septembre » is the event.
                return None;
            }
            let apart = d == 1 && self.f(i + 1) == "er";
            let (m, end) = self.month_at(i + 1 + usize::from(slash || apart), true)?;
            return Some((d, m, end));
        }
        if self.f(i) == "premier" {
            let Class::Month(m) = self.class(i + 1) else { return None };
            return Some((1, m, i + 2));
        }
        if matches!(self.class(i), Class::Number(_)) {
            let (n, j) = self.number(i)?;
            let Class::Month(m) = self.class(j) else { return None };
            let n = n.to_whole().filter(|n| (2..=31).contains(n))?;
            return Some((n as u8, m, j + 1));
        }
        None
    }
}
