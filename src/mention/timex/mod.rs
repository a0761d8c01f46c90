//! French time expressions as TIMEX3: `DATE`, `TIME`, `DURATION`, `SET`.
//!
//! Comes in: the tokens of a text, a reference date, the direction of each
//! clause, the tokens names have claimed. Goes out: [`Timex`] mentions by
//! start, never overlapping, with value, modifier and interval bounds. Never
//! reads the machine's clock; a deictic without reference date has no value.
//!
//! A table of first byte and length turns nearly every token away; only
//! trigger words and figures reach the rules, which read a bounded number of
//! tokens around them.

mod annual;
mod calendar;
mod clock;
mod duration;
mod feast;
mod figures;
mod header;
mod hours;
mod interval;
mod item;
mod nth;
mod numeric;
mod part;
mod period;
mod reach;
mod reader;
mod resolve;
mod set;
mod step;
mod trigger;
mod vague;
mod value;
mod vocabulary;
mod written;
mod year;

pub use value::{Amount, Clock, DayPart, Modifier, Point, Season, Span as Length, Unit, Vague, Value, Within, Year};

use crate::span::Span;
use crate::text::Source;
use jiff::civil::Date;
use reader::{Found, Reader};
use trigger::{letters, may_be_roman};
use vocabulary::{Class, Vocabulary};

/// Where the reference date came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateSource {
    /// The caller gave it.
    Caller,
    /// A line of its own at the head of the text.
    Header,
    /// « SEOUL, 15 mars (Yonhap) -- ».
    Dateline,
}

impl DateSource {
    /// The name in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Caller => "caller",
            Self::Header => "header",
            Self::Dateline => "dateline",
        }
    }
}

/// Which way a bare weekday, day or month points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// The clause tells what has happened.
    Past,
    /// The clause tells what will happen.
    Future,
    /// Nothing says.
    Unknown,
}

/// The four types of TIMEX3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimexType {
    /// A day or anything longer on the calendar.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A recurring time.
    Set,
}

impl TimexType {
    /// The name TIMEX3 gives it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// A time expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timex {
    /// Bytes of the text.
    pub span: Span,
    /// First token.
    pub first: u32,
    /// One past the last token.
    pub last: u32,
    /// Its TIMEX3 type.
    pub kind: TimexType,
    /// The TIMEX3 value; `None` when the text does not tell it.
    pub value: Option<Value>,
    /// The TIMEX3 `mod`.
    pub modifier: Option<Modifier>,
    /// Beginning of an interval.
    pub begin: Option<Value>,
    /// End of an interval.
    pub end: Option<Value>,
    /// The rule that found it: `timex:weekday`.
    pub rule: &'static str,
}

impl Timex {
    /// Whether it is only an adjective (« le prochain sommet »), part of a noun phrase that is no date.
    #[must_use]
    pub fn is_adjective(&self) -> bool {
        self.rule == ADJECTIVE
    }
}

/// Where time expressions may be, in buffers that can be used again.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    /// The class of every token.
    classes: Vec<Class>,
    /// The tokens an expression may have its trigger at.
    triggers: Vec<usize>,
}

/// The rule of vague adjectives.
const ADJECTIVE: &str = "timex:adjective";

/// Finds time expressions; holds the vocabulary and nothing else.
///
/// ```
/// use depeche::mention::timex::{Direction, Tagger};
/// use depeche::text::{Source, Tokens};
///
/// let text = "Il a rencontré jeudi à Moscou son homologue russe.";
/// let tokens = Tokens::new(text);
/// let mut found = Vec::new();
/// let reference = "2019-03-15".parse().ok();
/// Tagger::new().tag(Source::new(text, &tokens), reference, &|_| Direction::Past, &|_| false, &mut found);
/// assert_eq!(found[0].span.of(text), "jeudi");
/// assert_eq!(found[0].value.map(|v| v.to_string()).as_deref(), Some("2019-03-14"));
/// ```
#[derive(Debug, Clone)]
pub struct Tagger {
    vocabulary: Vocabulary,
    adjectives: bool,
}

impl Default for Tagger {
    fn default() -> Self {
        Self::new()
    }
}

impl Tagger {
    /// A tagger with the embedded vocabulary.
    #[must_use]
    pub fn new() -> Self {
        Self { vocabulary: Vocabulary::new(), adjectives: true }
    }

    /// The same, leaving out vague adjectives: « prochain » in « le prochain sommet » (`FUTURE_REF`), « actuel ».
    ///
    /// TimeML marks them, but they date nothing by themselves.
    #[must_use]
    pub fn without_adjectives(self) -> Self {
        Self { adjectives: false, ..self }
    }

    /// Whether a verb form or participle speaks of what is to come: « doit », « prévu ».
    pub(crate) fn points_ahead(&self, folded: &str) -> bool {
        self.vocabulary.ahead(folded)
    }

    /// Whether a noun names what nobody announces, so that its bare date is past: « l'explosion de lundi ».
    pub(crate) fn has_happened(&self, folded: &str) -> bool {
        self.vocabulary.happened(folded)
    }

    /// The reference date told by the text's header or dateline.
    #[must_use]
    pub fn reference_date(&self, source: Source<'_>) -> Option<(Date, DateSource)> {
        header::reference_date(source, &self.vocabulary)
    }

    /// Appends all time expressions of the text to `out`, by start, never overlapping.
    ///
    /// `direction` tells the tense around a token, `claimed` whether the
    /// token belongs to the name of a person, organisation or place; both
    /// are asked for candidates only.
    pub fn tag(
        &self,
        source: Source<'_>,
        reference: Option<Date>,
        direction: &dyn Fn(usize) -> Direction,
        claimed: &dyn Fn(usize) -> bool,
        out: &mut Vec<Timex>,
    ) {
        let mut candidates = Candidates::default();
        self.candidates(source, (0..source.len()).map(|i| (i, true)), &mut candidates);
        self.tag_among(source, &candidates, reference, direction, claimed, out);
    }

    /// The same where the candidates are known.
    pub(super) fn tag_among(
        &self,
        source: Source<'_>,
        Candidates { classes, triggers }: &Candidates,
        reference: Option<Date>,
        direction: &dyn Fn(usize) -> Direction,
        claimed: &dyn Fn(usize) -> bool,
        out: &mut Vec<Timex>,
    ) {
        if triggers.is_empty() {
            return;
        }
        let mut reader = Reader {
            source,
            vocabulary: &self.vocabulary,
            classes,
            reference,
            adjectives: self.adjectives,
            direction,
            start: 0,
            limit: 0,
            floor: 0,
            sentence: 0,
            told: None,
            frame: None,
            before: (usize::MAX / 2, TimexType::Set),
        };
        let mut triggers = triggers.iter().copied().peekable();
        for (number, sentence) in source.tokens.sentences().iter().enumerate() {
            let range = sentence.range();
            if triggers.peek().is_none_or(|&i| i >= range.end) {
                continue;
            }
            let limit = self.limit(source, range.end);
            (reader.start, reader.limit, reader.sentence) = (range.start, limit, number);
            let mut next = range.start.max(reader.floor);
            while let Some(i) = triggers.next_if(|&i| i < range.end) {
                if i < next {
                    continue;
                }
                let Some(found) = reader.at(i) else { continue };
                if found.first < reader.floor || (found.first..found.end).any(claimed) {
                    continue;
                }
                out.push(timex(source, &found));
                reader.remember(&found);
                next = found.end.max(i + 1);
            }
        }
    }

    /// Whether a folded word may belong to a time expression.
    pub(super) fn may_be_time(&self, folded: &str) -> bool {
        letters(folded) || self.vocabulary.class(reader::bare(folded)) != Class::None
    }

    /// The candidates among some tokens: numbers, words with a capital, and, told by `true`, those that
    /// [`Tagger::may_be_time`].
    pub(super) fn candidates(
        &self,
        source: Source<'_>,
        among: impl Iterator<Item = (usize, bool)>,
        Candidates { classes, triggers }: &mut Candidates,
    ) {
        classes.clear();
        classes.resize(source.len(), Class::None);
        triggers.clear();
        for (i, may) in among {
            let (Some(token), Some(class)) = (source.get(i), classes.get_mut(i)) else { continue };
            if !token.is_word() {
                if token.is_number() {
                    triggers.push(i);
                }
                continue;
            }
            let mut time = false;
            if may {
                let folded = source.folded(i);
                *class = self.vocabulary.class(reader::bare(folded));
                time = *class != Class::None || letters(folded);
            }
            if time || token.is_capitalized() && may_be_roman(source.folded(i)) {
                triggers.push(i);
            }
        }
    }

    /// Where a sentence ends for the rules: « le mer. 24 juin » is one, whatever its full stop.
    fn limit(&self, source: Source<'_>, end: usize) -> usize {
        let Some(k) = end.checked_sub(2).filter(|_| source.folded(end - 1) == ".") else { return end };
        match self.vocabulary.class(source.folded(k)) {
            Class::ShortMonth(_) | Class::ShortWeekday(_) if source.get(end).is_some_and(|t| t.is_number()) => {
                (end + 8).min(source.len())
            }
            _ => end,
        }
    }
}

fn timex(source: Source<'_>, found: &Found) -> Timex {
    let (begin, end) = match (found.value, found.bounds) {
        (Some(Value::Range(a, b)), _) => (Some(Value::Point(a)), Some(Value::Point(b))),
        (_, Some((a, b))) => (Some(a), Some(b)),
        _ => (None, None),
    };
    Timex {
        span: source.span(found.first, found.end),
        first: found.first as u32,
        last: found.end as u32,
        kind: found.kind,
        value: found.value,
        modifier: found.modifier,
        begin,
        end,
        rule: found.rule,
    }
}
