//! What comes every year: the feast or season meant when the text gives no year.
//!
//! Comes in: a feast or season, « dernier » or « prochain », the direction of
//! the clause. Goes out: its day or period in the year meant.

use super::feast::Feast;
use super::numeric::within;
use super::reader::Reader;
use super::resolve::{days_between, Pull};
use super::value::{Point, Season, Within, Year};
use super::Direction;
use jiff::civil::Date;

/// Days before a feast within which the past tense means it all the same.
const EVE: i32 = 7;

/// Days within which a feast is still the one that has been.
const JUST: i32 = 100;

impl Reader<'_> {
    /// The day of a feast, in the year named, or the one the direction points to.
    pub(super) fn feast(&self, feast: Feast, year: Option<i16>, pull: Pull, at: usize) -> Option<Date> {
        if let Some(y) = year {
            return feast.in_year(y);
        }
        let reference = self.reference?;
        let y = reference.year();
        let candidates = || (-1..=1).filter_map(|shift: i16| feast.in_year(y.checked_add(shift)?));
        let last = candidates().filter(|&c| c <= reference).max();
        let next = candidates().filter(|&c| c > reference).min();
        match (pull, self.way_at(at), last, next) {
            (Pull::Last | Pull::Before, ..) => last,
            (Pull::Next | Pull::After, ..) => next,
            // « plutôt que de fêter Noël, ils ont marché », said on Christmas Eve.
            (_, Direction::Past, Some(_), Some(n)) if days_between(reference, n) <= EVE => next,
            (_, Direction::Past, Some(_), _) => last,
            (_, Direction::Future, _, Some(_)) => next,
            // Nothing said, a feast is spoken of ahead unless it has just been.
            (_, _, Some(l), Some(n)) if days_between(l, reference) > JUST.min(days_between(reference, n)) => Some(n),
            _ => last.or(next),
        }
    }

    /// A season with the year the direction points to.
    pub(super) fn season(&self, season: Season, year: Option<i16>, pull: Pull, at: usize) -> Point {
        let Some(reference) = self.reference.filter(|_| year.is_none()) else {
            return within(year, Within::Season(season));
        };
        if let (Pull::After | Pull::Before, Some(told)) = (pull, self.told) {
            // « à l'été 2014, puis au printemps suivant »
            if let (Year::Is(y), Within::Season(other)) = (told.point.year, told.point.within) {
                let (a, b) = (other.first_month(), season.first_month());
                let shift = if pull == Pull::After { i16::from(b <= a) } else { -i16::from(b >= a) };
                return within(Some(y.saturating_add(shift)), Within::Season(season));
            }
        }
        let (first, now) = (season.first_month(), reference.month().unsigned_abs());
        let shift = match pull {
            Pull::Last | Pull::Before => -i16::from(now < (first + 3).min(12)),
            Pull::Next | Pull::After => i16::from(now >= first),
            // « cet automne » of what has been, said in January
            Pull::This => -i16::from(now < first && self.way(at) == Direction::Past),
            Pull::None => match self.way_at(at) {
                Direction::Past => -i16::from(now < first),
                Direction::Future => i16::from(now > (first + 2).min(12)),
                Direction::Unknown => 0,
            },
        };
        within(Some(reference.year() + shift), Within::Season(season))
    }
}

impl Season {
    const fn first_month(self) -> u8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}
