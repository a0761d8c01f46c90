//! The view the rules read a sentence through, and what has been told so far.
//!
//! Comes in: tokens, vocabulary, reference date. Goes out: folded words and
//! their classes, never beyond the sentence, never before a mention already
//! found; numbers, quantities, openers. Holds no rule of its own.

use super::numeric;
use super::resolve::participle;
use super::value::{Amount, Modifier, Point, Unit, Value};
use super::vocabulary::{Class, Vocabulary};
use super::{Direction, TimexType};
use crate::text::{Source, Token};
use jiff::civil::Date;

/// The last date told, to which « la veille » and « trois jours plus tard » point.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    pub point: Point,
    /// The last day told, and its sentence; coarser dates since leave it.
    pub day: Option<(Point, usize)>,
    /// The last year told.
    pub year: Option<i16>,
    pub sentence: usize,
    /// The text gave the year itself.
    pub explicit: bool,
    /// The last day told hangs on a noun or stands in brackets: it need not be the day the story is at.
    pub aside: bool,
}

/// A time expression on its way out.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub first: usize,
    pub end: usize,
    pub kind: TimexType,
    pub value: Option<Value>,
    pub modifier: Option<Modifier>,
    pub rule: &'static str,
    /// Bounds of an interval whose value cannot say them.
    pub bounds: Option<(Value, Value)>,
    /// A date later ones may point to.
    pub told: bool,
    /// The text gave the year itself.
    pub explicit: bool,
}

impl Found {
    pub(super) fn new(first: usize, end: usize, kind: TimexType, value: Option<Value>, rule: &'static str) -> Self {
        Self { first, end, kind, value, modifier: None, rule, bounds: None, told: false, explicit: false }
    }

    pub(super) fn date(first: usize, end: usize, point: Option<Point>, rule: &'static str) -> Self {
        Self { told: true, ..Self::new(first, end, TimexType::Date, point.map(Value::Point), rule) }
    }

    pub(super) fn time(first: usize, end: usize, point: Option<Point>, rule: &'static str) -> Self {
        Self { told: true, ..Self::new(first, end, TimexType::Time, point.map(Value::Point), rule) }
    }

    pub(super) fn with(self, modifier: Option<Modifier>) -> Self {
        Self { modifier: modifier.or(self.modifier), ..self }
    }
}

/// A sentence as the rules read it.
pub(super) struct Reader<'a> {
    pub source: Source<'a>,
    pub vocabulary: &'a Vocabulary,
    /// The classes of all tokens; none where few of them will be asked for.
    pub classes: &'a [Class],
    pub reference: Option<Date>,
    /// Whether vague adjectives are wanted.
    pub adjectives: bool,
    pub direction: &'a dyn Fn(usize) -> Direction,
    /// First token of the sentence.
    pub start: usize,
    /// One past the last token of the sentence.
    pub limit: usize,
    /// Tokens before belong to an earlier mention.
    pub floor: usize,
    /// Number of the sentence.
    pub sentence: usize,
    pub told: Option<Told>,
    /// The year a sentence opens with, « En 2019, il… », and its number.
    pub frame: Option<(i16, usize)>,
    /// The mention before: one past its last token, and its kind.
    pub before: (usize, TimexType),
}

/// A folded word without a closing full stop.
#[inline]
pub(super) fn bare(folded: &str) -> &str {
    if folded.len() > 1 && folded.ends_with('.') {
        folded.trim_end_matches('.')
    } else {
        folded
    }
}

impl<'a> Reader<'a> {
    /// Token `i` folded, without a closing full stop; empty outside the sentence.
    #[inline]
    pub(super) fn f(&self, i: usize) -> &'a str {
        if i < self.start || i >= self.limit {
            return "";
        }
        bare(self.source.folded(i))
    }

    /// Token `i` in lower case with accents; empty outside the sentence.
    pub(super) fn lowered(&self, i: usize) -> &'a str {
        if i < self.start || i >= self.limit {
            return "";
        }
        self.source.lowered(i)
    }

    /// The folded token `n` before `i`.
    pub(super) fn back(&self, i: usize, n: usize) -> &'a str {
        i.checked_sub(n).map_or("", |k| self.f(k))
    }

    pub(super) fn class(&self, i: usize) -> Class {
        match self.classes.get(i) {
            Some(&class) if self.start <= i && i < self.limit => class,
            Some(_) => Class::None,
            None => self.vocabulary.class(self.f(i)),
        }
    }

    pub(super) fn token(&self, i: usize) -> Option<&'a Token> {
        if i < self.start || i >= self.limit {
            return None;
        }
        self.source.get(i)
    }

    pub(super) fn is(&self, i: usize, words: &[&str]) -> bool {
        let word = self.f(i);
        // Nearly every word is told from the others by its first byte.
        let Some(first) = word.as_bytes().first() else { return false };
        words.iter().any(|w| w.as_bytes().first() == Some(first) && *w == word)
    }

    pub(super) fn joined(&self, i: usize) -> bool {
        self.token(i).is_some_and(Token::is_joined)
    }

    pub(super) fn capital(&self, i: usize) -> bool {
        self.token(i).is_some_and(Token::is_capitalized)
    }

    pub(super) fn int(&self, i: usize) -> Option<u32> {
        if self.token(i)?.is_number() {
            numeric::int(self.source.folded(i))
        } else {
            None
        }
    }

    /// A year of four figures.
    pub(super) fn year(&self, i: usize) -> Option<i16> {
        self.token(i).filter(|t| t.is_number()).and_then(|_| numeric::year(self.f(i)))
    }

    /// `1er`, `premier`, `19e`.
    pub(super) fn ordinal(&self, i: usize) -> Option<u32> {
        match self.class(i) {
            Class::Ordinal(n) => Some(u32::from(n)),
            Class::Unit(Unit::Second) if self.f(i) == "seconde" => Some(2),
            _ if self.token(i)?.is_number() => numeric::ordinal(self.f(i)),
            _ => None,
        }
    }

    /// The same in several words too, and where it ends: « dix-neuvième », « vingt et unième ».
    pub(super) fn ordinal_at(&self, i: usize) -> Option<(u32, usize)> {
        if let Some(n) = self.ordinal(i) {
            return Some((n, i + 1));
        }
        let Class::Number(tens @ (10 | 20 | 30 | 40 | 50 | 60 | 80)) = self.class(i) else { return None };
        let and = self.f(i + 1) == "et";
        let k = i + 1 + usize::from(and);
        let Class::Ordinal(n @ 1..=19) = self.class(k) else { return None };
        (and || self.joined(k)).then_some((tens + u32::from(n), k + 1))
    }

    /// Whether a mark of punctuation or the sentence's end stands at `i`.
    pub(super) fn stops(&self, i: usize) -> bool {
        self.token(i).is_none_or(Token::is_punct)
    }

    /// « • 9h - Entretien avec X »: an hour that heads an entry of a diary.
    pub(super) fn heads_entry(&self, i: usize, end: usize) -> bool {
        let bullet = usize::from(matches!(self.back(i, 1), "•" | "-" | "–" | "—" | "*" | "·"));
        let heads = i.checked_sub(bullet).and_then(|k| self.token(k)).is_some_and(Token::starts_line);
        heads && self.is(end, &["-", "–", "—"]) && self.token(end + 1).is_some_and(|t| t.is_title_case())
    }

    /// A number in figures or words, in hundredths, and where it ends.
    pub(super) fn number(&self, i: usize) -> Option<(Amount, usize)> {
        let token = self.token(i)?;
        if token.is_number() {
            if let Some(n) = self.int(i) {
                let (mut n, mut j) = (u64::from(n), i + 1);
                // 10 000
                while self.f(i).len() <= 3 && self.f(j).len() == 3 && n < 1_000_000 && !self.joined(j) {
                    let Some(k) = self.int(j) else { break };
                    n = n * 1000 + u64::from(k);
                    j += 1;
                }
                return Some((Amount::hundreds(n)?, j));
            }
            return numeric::decimal(self.f(i)).map(|n| (Amount::Hundredths(n), i + 1));
        }
        let (mut total, mut part, mut j) = (0u64, 0u64, i);
        loop {
            let mut k = j;
            if j > i && self.f(j) == "et" && matches!(self.class(j + 1), Class::Number(1 | 11)) {
                k += 1;
            }
            let Class::Number(n) = self.class(k) else { break };
            let n = u64::from(n);
            match n {
                1000 if total == 0 => {
                    total = part.max(1) * 1000;
                    part = 0;
                }
                100 if part < 10 => part = part.max(1) * 100,
                20 if part % 100 == 4 => part += 76,
                _ if n < 100 && part % 100 == 0 => part += n,
                _ if n < 10 && part % 100 >= 20 && part % 10 == 0 => part += n,
                _ if n < 20 && matches!(part % 100, 60 | 80) => part += n,
                7..=9 if part % 100 == 10 && self.joined(k) => part += n,
                _ => break,
            }
            j = k + 1;
            if n <= 1 && j == i + 1 {
                break;
            }
        }
        (j > i).then(|| Some((Amount::hundreds(total + part)?, j)))?
    }

    /// A unit of time, « week-end » included, and where it ends.
    pub(super) fn unit(&self, i: usize) -> Option<(Unit, usize)> {
        match self.class(i) {
            Class::Unit(unit) => Some((unit, i + 1)),
            Class::Week if matches!(self.f(i + 1), "end" | "ends") => Some((Unit::Weekend, i + 2)),
            _ => None,
        }
    }

    /// The word before the expression at `i`, over an article: `de`, `du`, `entre`…
    pub(super) fn opener(&self, i: usize) -> &'a str {
        match self.back(i, 1) {
            "le" | "la" | "l'" | "les" => self.back(i, 2),
            word => word,
        }
    }

    /// Whether the expression at `i` hangs on a noun (« les élections du 6 novembre »).
    pub(super) fn on_a_noun(&self, i: usize) -> bool {
        matches!(self.back(i, 1), "du" | "de" | "d'" | "des")
    }

    pub(super) fn way(&self, i: usize) -> Direction {
        // « prévue lundi », « reporté au 3 mai »
        let k = i.wrapping_sub(1 + usize::from(self.is(i.wrapping_sub(1), &["le", "au", "a", "pour", "en", "ce"])));
        let planned = |k: usize| self.vocabulary.ahead(self.f(k)) && participle(self.lowered(k));
        if planned(k) || self.back(k, 0) == "pour" && planned(k.wrapping_sub(1)) {
            return Direction::Future;
        }
        (self.direction)(i)
    }

    /// Skips « de », « du », « de la », « de l' », « d' », « des ».
    pub(super) fn of(&self, i: usize) -> Option<usize> {
        match self.f(i) {
            "du" | "d'" | "des" => Some(i + 1),
            "de" if matches!(self.f(i + 1), "la" | "l'" | "le") => Some(i + 2),
            "de" => Some(i + 1),
            _ => None,
        }
    }

    /// The day later dates point to: the one told last, nearby.
    pub(super) fn told_day(&self, reach: usize) -> Option<Date> {
        self.told_point(reach).and_then(Point::to_date)
    }

    /// The day told last, perhaps without year, at most `reach` sentences ago.
    pub(super) fn told_point(&self, reach: usize) -> Option<Point> {
        let (point, sentence) = self.told?.day?;
        (self.sentence - sentence <= reach).then_some(point)
    }
}
