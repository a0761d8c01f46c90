//! Hours and parts of the day.
//!
//! Comes in: a token that may begin an hour. Goes out: a [`Found`] of kind
//! `TIME`, on the day that stands beside it, else the day told, else the
//! reference day. « 5 h de route » is left to the durations.

use super::hours::on_day;
use super::reader::{Found, Reader};
use super::resolve::{days_between, plus_days};
use super::value::{Clock, DayPart, Modifier, Point, Unit, Within, Year};
use super::vocabulary::Class;
use super::{Direction, TimexType};

/// An hour as read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    pub hour: u8,
    pub minute: u8,
    pub second: Option<u8>,
    pub zone: Option<i16>,
    pub end: usize,
    /// Minutes, a zone or « du matin » are written.
    pub sure: bool,
    /// Minutes are written.
    pub minutes: bool,
    /// « du matin », « moins le quart » or a zone is written: no length of time.
    pub placed: bool,
}

impl Reading {
    pub(super) fn clock(&self) -> Clock {
        Clock::At(self.hour, self.minute, self.second, self.zone)
    }
}

/// Days from the reference beyond which a day told is another story.
const LONG_AGO: i32 = 300;

/// Abbreviated time zones, in minutes from UTC.
fn zone_offset(word: &str) -> Option<i16> {
    Some(match word {
        "cet" | "bst" => 60,
        "cest" | "eet" => 120,
        "msk" | "eest" => 180,
        "ist" => 330,
        "kst" | "jst" => 540,
        "edt" | "hae" => -240,
        "est" | "hne" | "cdt" => -300,
        "pdt" => -420,
        "pst" => -480,
        _ => return None,
    })
}

impl Reader<'_> {
    /// An hour at `i`, whatever stands before it.
    pub(super) fn reading(&self, i: usize) -> Option<Reading> {
        let (hour, minute, second, zone, mut end);
        match self.class(i) {
            Class::Noon | Class::Midnight => {
                let half = match (self.f(i + 1), self.class(i + 2)) {
                    ("et", Class::Half) => Some(30),
                    ("et", _) if self.f(i + 2) == "quart" => Some(15),
                    _ => None,
                };
                let noon = self.class(i) == Class::Noon;
                if self.capital(i) && self.token(i)?.is_title_case() && !self.token(i)?.starts_sentence() {
                    return None;
                }
                (hour, minute, second, zone) = (if noon { 12 } else { 24 }, half, None, None);
                end = if half.is_some() { i + 3 } else { i + 1 };
            }
            _ if self.token(i)?.is_number() => {
                if let Some((h, m, s, z)) = super::numeric::clock(self.f(i)) {
                    // « 20h 13 »
                    let spoken = self.is(i + 1, &["et"]) && self.is(i + 2, &["quart", "demi", "demie"]);
                    let apart =
                        self.minutes(i + 1, false).filter(|_| m.is_none() && (spoken || self.int(i + 1).is_some()));
                    (hour, minute, second, zone, end) =
                        (h, m.or(apart.map(|a| a.0)), s, z, apart.map_or(i + 1, |a| a.1));
                } else {
                    let n = self.int(i)?;
                    if !self.is(i + 1, &["h", "heure", "heures"]) {
                        return None;
                    }
                    let (m, e) = self.minutes(i + 2, self.f(i + 1) == "h").map_or((None, i + 2), |(m, e)| (Some(m), e));
                    (hour, minute, second, zone, end) = (n, m, None, None, e);
                }
            }
            Class::Number(_) => {
                let (n, j) = self.number(i)?;
                if !self.is(j, &["heure", "heures"]) {
                    return None;
                }
                let (m, e) = self.minutes(j + 1, false).map_or((None, j + 1), |(m, e)| (Some(m), e));
                (hour, minute, second, zone, end) = (n.to_whole()?, m, None, None, e);
            }
            _ => return None,
        }
        let (mut hour, mut minute) = (hour, minute.map(i64::from));
        let (mut sure, mut less_said) = (minute.is_some() || zone.is_some(), false);
        // « moins le quart », « moins dix »
        if self.is(end, &["moins"]) {
            let less = match self.f(end + 1) {
                "le" if self.f(end + 2) == "quart" => Some((15, end + 3)),
                "quart" => Some((15, end + 2)),
                _ => self.number(end + 1).and_then(|(n, e)| Some((n.to_whole()?, e))),
            };
            if let Some((less, e)) = less.filter(|l| l.0 < 60 && hour > 0) {
                (hour, minute, end) = (hour - 1, Some(60 - i64::from(less)), e + usize::from(self.is(e, &["minutes"])));
                (sure, less_said) = (true, true);
            }
        }
        let (mut zone, mut placed) = (zone, zone.is_some() || less_said);
        if let Some((shift, e)) = self.of_the_part(end) {
            hour += if shift && hour < 12 { 12 } else { 0 };
            (sure, placed, end) = (true, true, e);
        }
        match self.f(end) {
            "gmt" | "utc" | "tu" => {
                (zone, sure, placed, end) = (Some(0), true, true, end + 1);
                let sign = if self.is(end, &["+"]) { 1 } else { -1 };
                let k = if self.joined(end) { end } else { end + 1 };
                if let (true, Some(h)) =
                    (self.joined(end) || self.is(end, &["+", "-", "−"]), self.int(k).filter(|h| *h < 15))
                {
                    (zone, end) = (Some(sign * 60 * h as i16), k + 1);
                }
            }
            word if zone_offset(word).is_some() && self.token(end).is_some_and(|t| t.is_all_caps()) => {
                (zone, sure, placed, end) = (zone_offset(word), true, true, end + 1)
            }
            "locale" | "locales" => (sure, placed, end) = (true, true, end + 1),
            "heure" | "heures"
                if self.is(
                    end + 1,
                    &["locale", "locales", "francaise", "belge", "suisse", "americaine", "universelle"],
                ) =>
            {
                (sure, placed, end) = (true, true, end + 2)
            }
            "heure" if self.is(end + 1, &["de", "d'"]) && self.capital(end + 2) => {
                (sure, placed, end) = (true, true, end + 3)
            }
            // « 18h (heure de Paris) »
            "(" if self.is(end + 1, &["heure", "heures"]) => (sure, placed) = (true, true),
            _ => {}
        }
        if hour > 24 || hour == 24 && minute.is_some_and(|m| m > 0) && self.class(i) != Class::Midnight {
            return None;
        }
        let hour = if hour == 24 && minute.is_some_and(|m| m > 0) { 0 } else { hour };
        Some(Reading {
            hour: hour as u8,
            minute: minute.unwrap_or(0).clamp(0, 59) as u8,
            second: second.and_then(|s| u8::try_from(s).ok()),
            zone,
            end,
            sure,
            minutes: minute.is_some(),
            placed,
        })
    }

    /// Minutes after « heures »: `30`, `et demie`, `et quart`, `trente`.
    pub(super) fn minutes(&self, i: usize, short: bool) -> Option<(u32, usize)> {
        if self.f(i) == "et" {
            return match self.f(i + 1) {
                "demi" | "demie" => Some((30, i + 2)),
                "quart" => Some((15, i + 2)),
                _ => {
                    let (n, e) = self.number(i + 1)?;
                    (self.f(e) == "minutes").then(|| Some((n.to_whole().filter(|n| *n < 60)?, e + 1)))?
                }
            };
        }
        if let Some(n) = self.int(i) {
            let free = self.month_at(i + 1, true).is_none() && self.f(i).len() == 2 && n < 60;
            let unit = self.is(i + 1, &["minutes", "min", "mn"]);
            let noun = self.counted(i + 1)
                && !unit
                && !short
                && !matches!(self.class(i + 1), Class::Deictic(_) | Class::Weekday(_));
            return (free && !noun).then_some((n, if unit { i + 2 } else { i + 1 }));
        }
        let Class::Number(_) = self.class(i) else { return None };
        let (n, e) = self.number(i)?;
        let n = n.to_whole().filter(|n| (5..60).contains(n))?;
        (!self.counted(e)).then_some((n, e))
    }

    /// « du matin », « de l'après-midi », « du soir »: whether twelve hours are to be added.
    pub(super) fn of_the_part(&self, i: usize) -> Option<(bool, usize)> {
        let k = self.of(i)?;
        let (part, end) = self.part(k)?;
        if self.is(i, &["de"]) && !self.is(i + 1, &["l'", "la"]) {
            return None;
        }
        Some((matches!(part, DayPart::Afternoon | DayPart::Evening), end))
    }

    /// What says that a bare « 18 heures » is an hour.
    pub(super) fn at_hour(&self, i: usize) -> bool {
        match self.back(i, 1) {
            "a" | "vers" | "des" => true,
            "de" => self.is(i.wrapping_sub(2), &["partir", "environs", "alentours", "coup", "coups"]),
            "avant" | "apres" | "passe" => true,
            "est" | "etait" | "sera" => self.back(i, 2) == "il",
            "," | "et" | "ou" => self.before == (i - 1, TimexType::Time),
            "les" => self.is(i.wrapping_sub(2), &["vers", "sur"]),
            "environ" => self.is(i.wrapping_sub(2), &["a"]),
            _ => false,
        }
    }

    /// The mention of an hour at `i`, with an interval of hours or the day after it.
    pub(super) fn hour(&self, i: usize) -> Option<Found> {
        if let Some((a, b)) = self.glued_hours(i).filter(|_| self.token(i).is_some_and(|t| !t.is_joined())) {
            let range = on_day(self.near_day(Some(a.hour), i), &a, &b);
            return Some(Found::new(i, i + 1, TimexType::Time, Some(range), "timex:hours"));
        }
        if let Some((a, b)) = self.bare_hours(i) {
            let beside = self.day_after(b.end).map(|(_, day, end)| (day, end));
            let (day, end) = beside.unwrap_or_else(|| (self.near_day(Some(a.hour), i), b.end));
            return Some(Found::new(i, end, TimexType::Time, Some(on_day(day, &a, &b)), "timex:hours"));
        }
        let reading = self.reading(i)?;
        if self.token(i)?.is_joined() || self.is(reading.end, &["/", "sur"]) && self.is(reading.end + 1, &["24", "7"]) {
            return None;
        }
        let noon = matches!(self.class(i), Class::Noon | Class::Midnight);
        let back = self.back(i, 1);
        // « verset 3:16 »
        if self.vocabulary.numbered(back) {
            return None;
        }
        if let Some(found) = self.hours(i, &reading) {
            return Some(found);
        }
        let beside = self.day_after(reading.end);
        let bare_of = self.is(reading.end, &["de", "d'"])
            || !reading.sure
                && (self.is(reading.end, &["plus"])
                    || self.is(reading.end, &["apres", "avant"]) && !self.stops(reading.end + 1));
        let long =
            matches!(back, "pendant" | "durant" | "dure" | "duree" | "en" | "plus" | "moins" | "sous" | "toutes")
                || self.is(i.wrapping_sub(2), &["duree", "plus", "moins", "autonomie", "pres", "pause"])
                    && matches!(back, "de" | "d'");
        let good = if noon {
            matches!(back, "a" | "vers" | "avant" | "apres" | "des" | "ce" | "le" | "depuis" | "est" | "heure")
                || beside.is_some()
                || self.before.0 + 1 >= i && self.before.1 != TimexType::Duration
        } else if reading.sure {
            let short = reading.minutes
                && !self.at_hour(i)
                && !reading.placed
                && reading.hour < 7
                && matches!(back, "de" | "d'" | "environ" | "apres" | "pour");
            let again = matches!(back, "et" | "ou") && self.before == (i - 1, TimexType::Duration);
            let written =
                self.is(reading.end - 1, &["demie", "demi", "quart", "minutes"]) && !reading.placed && !self.at_hour(i);
            let counts = bare_of && reading.minutes && back != "a";
            reading.zone.is_some() || !(long || counts || short || again || written)
        } else {
            let limit = !matches!(back, "avant" | "apres")
                || self.stops(reading.end)
                || self.vocabulary.function_word(self.f(reading.end));
            (self.at_hour(i) && !bare_of && limit
                || beside.is_some() && !long && reading.end == beside.map_or(0, |b| b.0))
                && reading.hour <= 24
                || self.stops(reading.end) && self.f(reading.end) == ":" && reading.hour > 6
                || self.heads_entry(i, reading.end)
                // « 14h GMT (18h à Paris) »: an hour somewhere else.
                || back == "(" && reading.hour <= 24 && self.is(reading.end, &["a", "au", "en", "locale", "heure"])
        };
        if !good {
            return None;
        }
        let mut modifier = match back {
            "vers" | "environ" => Some(Modifier::Approx),
            "de" if self.is(i.wrapping_sub(2), &["environs", "alentours", "coup", "coups"]) => Some(Modifier::Approx),
            "les" if self.is(i.wrapping_sub(2), &["vers", "sur"]) => Some(Modifier::Approx),
            _ => None,
        };
        if noon && back == "le" {
            modifier = None;
        }
        if let Some((k, point, end)) = beside {
            let _ = k;
            return Some(Found::time(i, end, Some(point.at(reading.clock())), "timex:time-date").with(modifier));
        }
        // « Vers 0 h 40, jeudi, »
        let apposed = (self.f(reading.end) == ",").then(|| self.day_after(reading.end + 1)).flatten();
        let day = apposed.map_or_else(|| self.near_day(Some(reading.hour), i), |(_, day, _)| day);
        let point = day.at(reading.clock());
        Some(Found::time(i, reading.end, Some(point), "timex:hour").with(modifier))
    }

    /// The day right after an hour: « 18 heures lundi », « 20h30 le 3 mars », « 10 heures demain matin ».
    pub(super) fn day_after(&self, i: usize) -> Option<(usize, Point, usize)> {
        let k = i + usize::from(
            self.is(i, &["le", "ce"]) && self.token(i + 1).is_some_and(|t| !t.is_punct()) && self.f(i) == "le",
        );
        let item = self.item(k, false).filter(|x| x.is_daily())?;
        let point = self.point_of(item.node, k).unwrap_or(Point::new(Year::Unknown, Within::AnyDay));
        let end = self.part(item.end).filter(|_| self.class(k) != Class::Demonstrative).map_or(item.end, |(_, e)| e);
        Some((i, point, end))
    }

    /// The hour or part of the day right after a date.
    pub(super) fn hour_after(&self, i: usize) -> Option<(Clock, usize, Option<Modifier>)> {
        let (mut part, mut end) = (None, i);
        let direct = self.part(i);
        let spread = match self.f(i) {
            _ if direct.is_some() => direct,
            "au" => self.part(i + 1),
            "en" if matches!(self.class(i + 1), Class::Edge(_)) => self.of(i + 2).and_then(|k| {
                let day = (self.f(k) == "journee").then_some((DayPart::Daytime, k + 1));
                self.part(k).or(day)
            }),
            "en" => self.part(i + 1),
            "dans" if self.f(i + 1) == "la" && self.f(i + 2) == "journee" => {
                Some((super::value::DayPart::Daytime, i + 3))
            }
            "dans" if self.is(i + 1, &["la", "l'"]) => self.part(i + 2),
            "a" if self.is(i + 1, &["l'"]) => self.part(i + 2),
            _ => None,
        };
        if let Some((p, e)) = spread {
            (part, end) = (Some(p), e);
        }
        let (k, modifier) = match self.f(end) {
            "a" if self.is(end + 1, &["environ"]) => (end + 2, Some(Modifier::Approx)),
            "a" => (end + 1, None),
            "vers" => (end + 1, Some(Modifier::Approx)),
            "avant" | "apres" => (end + 1, None),
            "peu" | "juste" if self.is(end + 1, &["avant", "apres"]) => (end + 2, None),
            "aux" if self.is(end + 1, &["alentours", "environs"]) && self.is(end + 2, &["de"]) => {
                (end + 3, Some(Modifier::Approx))
            }
            _ => (end, None),
        };
        // « 5 mai 2018, 18h30 »
        let comma = (part.is_none() && self.f(end) == ",").then(|| self.reading(end + 1)).flatten();
        if let Some(reading) = comma.filter(|r| self.stops(r.end) && self.between(r.end).is_none()) {
            if self.token(end + 1).is_some_and(|t| t.is_number()) {
                return Some((reading.clock(), reading.end, None));
            }
        }
        if let Some(reading) = self.reading(k) {
            let noon = matches!(self.class(k), Class::Noon | Class::Midnight);
            let led = k > end;
            let range = self.between(reading.end).and_then(|(_, b)| self.reading(b)).is_some();
            let counts = self.is(reading.end, &["de", "d'"]) && !reading.sure;
            if (led || reading.sure || noon && self.is(k, &["midi", "minuit"])) && !range && !counts
                || !led && !counts && !range && self.stops(reading.end)
            {
                let clock = part.map_or(reading.clock(), |p| reading.clock().within(p));
                return Some((clock, reading.end, modifier));
            }
        }
        part.map(|p| (Clock::Part(p), end, None))
    }

    /// The day an hour or part of the day at `at` belongs to when none stands beside it.
    pub(super) fn near_day(&self, hour: Option<u8>, at: usize) -> Point {
        if let Some(point) = self.told_point(5).filter(|&p| self.is_at(p, at)) {
            if let Some(day) = point.to_date() {
                let night = point.clock == Some(Clock::Part(DayPart::Night)) && hour.is_some_and(|h| h < 12);
                return Point::day(if night { plus_days(day, 1).unwrap_or(day) } else { day });
            }
            return Point { clock: None, ..point };
        }
        self.reference.map_or(Point::new(Year::Unknown, Within::AnyDay), Point::day)
    }

    /// Whether the story is still at the day told when it comes to token `at` in a later sentence.
    fn is_at(&self, told: Point, at: usize) -> bool {
        let (Some(reference), Some(day), Some(last)) = (self.reference, told.to_date(), self.told) else { return true };
        if last.day.is_none_or(|(_, sentence)| sentence == self.sentence) {
            return true;
        }
        let turned = match self.way(at) {
            Direction::Past => day > reference,
            Direction::Future => day < reference,
            Direction::Unknown => false,
        };
        // A birth or an old case is left behind with its paragraph.
        let paragraph = self.token(self.start).is_some_and(crate::text::Token::starts_line);
        let old = paragraph && days_between(day, reference).abs() > LONG_AGO;
        !turned && !old && !last.aside
    }

    /// Whether a unit is one of the clock's.
    pub(super) fn is_hour(unit: Unit) -> bool {
        unit <= Unit::Hour
    }
}
