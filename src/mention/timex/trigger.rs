//! Which rule reads the expression that has its trigger at a token.
//!
//! Comes in: a token and its class. Goes out: the [`Found`] of the first rule
//! that takes it, and what later expressions have to know of it. Holds no
//! rule of its own.

use super::reader::{Found, Reader, Told};
use super::value::{Amount, Span, Unit, Value, Within, Year};
use super::vocabulary::Class;
use super::TimexType;

/// Where the last word stands at the latest that tells what a number counts, in tokens from the number.
const COUNTED: usize = 8;

/// Whether a word may be the Roman numeral of a century: « XIXe ».
pub(super) fn may_be_roman(folded: &str) -> bool {
    folded.len() < 8 && matches!(folded.as_bytes(), [b'i' | b'v' | b'x', ..])
}

/// « T1 », « s2 »: a quarter or half of a year.
pub(super) fn letters(folded: &str) -> bool {
    matches!(folded.as_bytes(), [b't' | b's', b'1'..=b'4'])
}

impl Reader<'_> {
    /// What later expressions may point to.
    pub(super) fn remember(&mut self, found: &Found) {
        self.floor = found.end;
        self.before = (found.end, found.kind);
        if let (true, Some(Value::Point(point))) = (found.told, found.value) {
            // « fermé depuis le 1er décembre », « commencé il y a trois semaines »: the story is not there.
            let since =
                self.opener(found.first) == "depuis" || found.rule == "timex:ago" && found.end > found.first + 4;
            let daily = matches!(point.within, Within::Day(..) | Within::Weekday(_)) && !since;
            let aside = match self.told {
                Some(told) if !daily => told.aside,
                _ => self.on_a_noun(found.first) || self.back(found.first, 1) == "(",
            };
            let day = if daily { Some((point, self.sentence)) } else { self.told.and_then(|t| t.day) };
            let year = match point.year {
                Year::Is(y) => Some(y),
                _ => self.told.and_then(|t| t.year),
            };
            let opens = found.first == self.start + 1 && self.is(self.start, &["en"]) && found.explicit;
            if let (true, Year::Is(y), Within::Whole | Within::Month(_)) = (opens, point.year, point.within) {
                self.frame = Some((y, self.sentence));
            }
            self.told = Some(Told { point, day, year, sentence: self.sentence, explicit: found.explicit, aside });
        }
    }

    /// The expression that has its trigger at `i`.
    #[inline]
    pub(super) fn at(&self, i: usize) -> Option<Found> {
        let token = self.source.get(i)?;
        if token.is_number() {
            return self.at_number(i);
        }
        if !token.is_word() {
            return None;
        }
        match self.class(i) {
            Class::None => self.at_letters(i, self.source.folded(i)),
            class => self.at_word(i, class),
        }
    }

    /// Roman numerals before « siècle », « T1 2019 ».
    fn at_letters(&self, i: usize, folded: &str) -> Option<Found> {
        if self.capital(i) && may_be_roman(folded) {
            self.centuries(i).or_else(|| Some(self.mention(i, self.century(i)?)))
        } else if letters(folded) {
            self.dated(i)
        } else {
            None
        }
    }

    fn at_number(&self, i: usize) -> Option<Found> {
        if self.names_a_street(i) {
            return None;
        }
        self.hour(i).or_else(|| self.centuries(i)).or_else(|| self.dated(i)).or_else(|| self.counted_time(i))
    }

    /// Whether the day at `i` names a street: « rue du 8 Mai 1945 ».
    fn names_a_street(&self, i: usize) -> bool {
        self.back(i, 1) == "du" && self.vocabulary.street(self.back(i, 2)) && self.day_and_month(i).is_some()
    }

    /// Whether a number in words at `i` may count time: most articles « un » count nothing.
    fn counts(&self, i: usize) -> bool {
        (i + 1..self.limit.min(i + COUNTED)).any(|k| {
            self.classes.get(k).is_none_or(|&c| c != Class::None) || self.source.get(k).is_some_and(|t| t.is_number())
        })
    }

    fn at_word(&self, i: usize, class: Class) -> Option<Found> {
        match class {
            Class::Number(_) | Class::Few if !self.counts(i) => None,
            Class::Number(_) => self.hour(i).or_else(|| self.dated(i)).or_else(|| self.counted_time(i)),
            Class::Few | Class::Collective(_) => self.counted_time(i),
            Class::Half => self.counted_time(i),
            Class::Weekday(_) => self.habitual(i).or_else(|| self.dated(i)),
            Class::Unit(_) | Class::Week => {
                // « seconde moitié »
                if let Some(found) = (class == Class::Unit(Unit::Second)).then(|| self.half_of(i)).flatten() {
                    return Some(found);
                }
                if let Some(item) = self.new_year(i) {
                    return Some(Found { first: i - 1, ..self.mention(i, item) });
                }
                self.per(i)
                    .or_else(|| self.decades(i))
                    .or_else(|| self.dated(i))
                    .or_else(|| self.many(i))
                    .or_else(|| self.day_part(i))
                    .or_else(|| self.now_phrase(i))
                    .or_else(|| self.within(i))
            }
            Class::Part(_) => self.day_part(i),
            Class::Posterior => self.dated(i).or_else(|| self.day_part(i)).or_else(|| self.around_war(i)),
            Class::Prior => self.dated(i).or_else(|| self.around_war(i)),
            Class::Edge(_) => self.edge(i).or_else(|| self.day_part(i)),
            Class::Demonstrative => match self.f(i) {
                "ces" => self.these(i),
                _ => self
                    .to_this_day(i)
                    .or_else(|| self.this_part(i))
                    .or_else(|| self.this_edge(i))
                    .or_else(|| self.dated(i)),
            },
            Class::Ordinal(_) => self
                .first_days(i)
                .or_else(|| self.half_of(i))
                .or_else(|| self.nth_of_each(i))
                .or_else(|| self.dated(i))
                .or_else(|| self.day_part(i)),
            Class::Last | Class::Next => self
                .first_days(i)
                .or_else(|| self.recent(i, i))
                .or_else(|| self.nth_of_each(i))
                .or_else(|| self.dated(i))
                .or_else(|| self.adjective(i)),
            Class::Adjective(_) | Class::Before => self.adjective(i),
            Class::Month(_) if self.names_a_street(i.wrapping_sub(1)) => None,
            Class::Each | Class::All => self.set(i),
            Class::There => self.ago(i),
            Class::Noon | Class::Midnight => self.hour(i),
            Class::Vague(_) => self.vague(i),
            Class::Led(vague) => self.led(i, vague),
            Class::Present => self.present(i),
            Class::Date => self.later_date(i),
            Class::Set(n, unit) => {
                let span = Value::Span(Span::new(Amount::whole(u32::from(n)), unit));
                Some(Found::new(i, i + 1, TimexType::Set, Some(span), "timex:set"))
            }
            Class::Term(years) => self.term(i, years),
            Class::Past => self.in_the_past(i),
            Class::After | Class::None => None,
            _ => self.dated(i).or_else(|| self.day_part(i)),
        }
    }

    /// « ce début de semaine », « cette fin d'année ».
    fn this_edge(&self, i: usize) -> Option<Found> {
        let Class::Edge(_) = self.class(i + 1) else { return None };
        let found = self.edge(i + 1)?;
        Some(Found { first: i, ..found })
    }
}
