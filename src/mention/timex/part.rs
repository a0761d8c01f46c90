//! Parts of the day.
//!
//! Comes in: « matin », « nuit », « petit matin », « ce soir ». Goes out: a
//! `TIME` on the day that stands beside it, else on the day told or the
//! reference day. A part of the day that only names a kind (« une soirée »)
//! is left alone.

use super::reader::{Found, Reader};
use super::resolve::plus_days;
use super::value::{Clock, DayPart, Point, Value, Within, Year};
use super::vocabulary::Class;
use super::TimexType;

impl Reader<'_> {
    /// A part of the day: `matin`, `après-midi`, `petit matin`.
    pub(super) fn part(&self, i: usize) -> Option<(DayPart, usize)> {
        match self.class(i) {
            Class::Part(part) => Some((part, i + 1)),
            Class::Posterior if self.is(i + 1, &["midi", "midis"]) => Some((DayPart::Afternoon, i + 2)),
            _ if self.f(i) == "petit" && self.f(i + 1) == "matin" => Some((DayPart::Morning, i + 2)),
            _ if self.f(i) == "mi" && self.joined(i + 1) && self.f(i + 1) == "journee" => {
                Some((DayPart::Daytime, i + 2))
            }
            _ => None,
        }
    }

    /// Mentions that begin with a part of the day: « nuit de lundi à mardi », « matin du 16 novembre »,
    /// « nuit dernière », « dans la soirée ».
    pub(super) fn day_part(&self, i: usize) -> Option<Found> {
        if self.back(i, 1) == "petit" && self.is(i.wrapping_sub(2), &["au", "du"]) && self.floor < i {
            let point = self.near_day(None, i).at(Clock::Part(DayPart::Morning));
            return Some(Found { told: false, ..Found::time(i - 1, i + 1, Some(point), "timex:part") });
        }
        // « dans la journée »
        if self.f(i) == "journee" {
            let led =
                self.back(i, 1) == "la" && self.is(i.wrapping_sub(2), &["dans", "cours"]) || self.back(i, 1) == "en";
            let point = self.near_day(None, i).at(Clock::Part(DayPart::Daytime));
            let free = !self.is(i + 1, &["de", "du", "d'", "des"]) && !self.counted(i + 1);
            return (led && free).then(|| Found { told: false, ..Found::time(i, i + 1, Some(point), "timex:part") });
        }
        let (part, end) = self.part(i)?;
        let clock = Clock::Part(part);
        if let Some(k) = self.of(end) {
            // « à l'aube de l'an 2000 », « au crépuscule du XIXe siècle »
            let figure = match self.f(i) {
                "aube" | "aurore" => Some(super::value::Modifier::Start),
                "crepuscule" => Some(super::value::Modifier::End),
                _ => None,
            };
            if let Some(item) = figure.and_then(|_| self.item(k, true)).filter(|x| !x.is_daily()) {
                let found = self.mention(k, item);
                return Some(Found { first: i, ..found }.with(figure));
            }
            // « soirs des 4, 5, 6, 7 et 9 août », « nuit du 3 au 4 mai »
            if let Some(found) =
                self.dated(k).filter(|f| f.kind == TimexType::Date && f.rule != "timex:month" && f.rule != "timex:year")
            {
                let first = match found.value {
                    Some(Value::Range(a, _)) if part == DayPart::Night => Some(a),
                    Some(Value::Point(p))
                        if matches!(p.within, Within::Day(..) | Within::DayOfMonth(_) | Within::Weekday(_)) =>
                    {
                        Some(p)
                    }
                    None if matches!(found.rule, "timex:deictic" | "timex:told" | "timex:days") => None,
                    _ => return None,
                };
                return Some(Found::time(i, found.end, first.map(|p| p.at(clock)), "timex:part-date"));
            }
        }
        if self.class(end) == Class::Last && part == DayPart::Night {
            let day = self.reference.and_then(|r| plus_days(r, -1));
            return Some(Found::time(i, end + 1, day.map(|d| Point::day(d).at(clock)), "timex:part"));
        }
        if self.class(end) == Class::Next && part == DayPart::Night {
            let day = self.reference.map(|r| Point::day(r).at(clock));
            return Some(Found::time(i, end + 1, day, "timex:part"));
        }
        if matches!(self.class(end), Class::Before | Class::After) && self.back(i, 1) == "la" {
            return None;
        }
        let edge = matches!(self.class(i.wrapping_sub(1)), Class::Edge(_));
        let lead = match self.back(i, 1) {
            "en" => !self.is(i, &["nuit", "matin", "soir"]),
            "la" | "l'" => {
                self.is(i.wrapping_sub(2), &["et"]) && self.before.0 + 2 == i && self.before.1 == TimexType::Time
                    || self.is(i.wrapping_sub(2), &["dans", "pendant", "durant", "passe", "de", "a", "tard", "tot"])
                    || self.is(i.wrapping_sub(3), &["cours", "debut", "fin"])
            }
            "le" => {
                self.is(i, &["matin", "soir"])
                    && (self.stops(end) || self.stops(i.wrapping_sub(2)) || self.is(end, &["et", "puis"]))
                    && part != DayPart::Night
            }
            "au" => self.f(i) == "petit" || self.f(i) == "matin" || self.f(i) == "crepuscule",
            "mi" => false,
            _ => edge,
        };
        let noun = self.is(end, &["de", "d'", "du", "des"])
            || self.counted(end) && self.back(i, 1) != "en" && !self.is(end, &["meme"]);
        if !lead || noun {
            return None;
        }
        let point = self.near_day(None, i).at(clock);
        Some(Found { told: false, ..Found::time(i, end, Some(point), "timex:part") })
    }

    /// « ce matin », « cette nuit », « ce même lundi après-midi », « ce soir vers 22 heures ».
    pub(super) fn this_part(&self, i: usize) -> Option<Found> {
        let (part, end) =
            self.part(i + 1).or_else(|| self.is(i + 1, &["midi"]).then_some((DayPart::Daytime, i + 2)))?;
        if self.joined(end) && self.f(end) == "la" {
            let day = self.told_day(5).map(|d| Point::day(d).at(Clock::Part(part)));
            return Some(Found::time(i, end + 1, day, "timex:part"));
        }
        let day = self.reference.map_or(Point::new(Year::Unknown, Within::AnyDay), Point::day);
        if self.is(i + 1, &["midi"]) {
            return Some(Found::time(i, end, Some(day.at(Clock::At(12, 0, None, None))), "timex:part"));
        }
        let (mut clock, mut last) = (Clock::Part(part), end);
        if let Some((Clock::At(h, m, s, z), e, _)) = self.hour_after(end) {
            (clock, last) = (Clock::At(h, m, s, z).within(part), e);
        }
        Some(Found::time(i, last, Some(day.at(clock)), "timex:part"))
    }
}
