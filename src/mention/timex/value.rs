//! TIMEX3 values: small `Copy` data, written out only when somebody asks.
//!
//! Comes in: what the rules have resolved. Goes out: the data behind the
//! TIMEX3 `value` attribute; `written` makes its string. A value never holds
//! text and never allocates.

use jiff::civil::Date;

/// Spring, summer, autumn, winter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// Parts of the day TIMEX3 has letters for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum DayPart {
    Morning,
    Afternoon,
    Evening,
    Night,
    Daytime,
}

/// What is known of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Year {
    /// `XXXX`
    Unknown,
    /// `2019`; negative: before Christ (`BC0044`).
    Is(i16),
    /// `199X`: the decade's number (199).
    Decade(i16),
    /// `18XX`: the century's first digits (18).
    Century(i16),
}

/// What is known within the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Within {
    /// The year itself.
    Whole,
    /// `-03`
    Month(u8),
    /// `-03-15`
    Day(u8, u8),
    /// `-XX-15`
    DayOfMonth(u8),
    /// `-XX-XX`
    AnyDay,
    /// `-W10`; `None`: `-WXX`
    Week(Option<u8>),
    /// `-W10-WE`
    Weekend(Option<u8>),
    /// `-WXX-5`
    Weekday(u8),
    /// `-Q1`
    Quarter(u8),
    /// `-H1`
    Half(u8),
    /// `-SU`
    Season(Season),
}

/// Time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Clock {
    /// `T14:07:30Z`: hour, minute, second, offset from UTC in minutes.
    At(u8, u8, Option<u8>, Option<i16>),
    /// `TMO`
    Part(DayPart),
}

impl Clock {
    /// The hour of a part of the day: « demain soir à 8 h » is 20:00, but 1 h of the evening stays past midnight.
    pub(super) const fn within(self, part: DayPart) -> Self {
        match (self, part) {
            (Self::At(h @ 0..=11, m, s, z), DayPart::Afternoon) | (Self::At(h @ 5..=11, m, s, z), DayPart::Evening) => {
                Self::At(h + 12, m, s, z)
            }
            _ => self,
        }
    }
}

/// A point or calendar period: a date, perhaps partial, perhaps with a time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Point {
    /// The year.
    pub year: Year,
    /// Month, day, week… of the year.
    pub within: Within,
    /// Hour or part of the day.
    pub clock: Option<Clock>,
}

impl Point {
    /// A day of the calendar.
    #[must_use]
    pub fn day(date: Date) -> Self {
        Self::new(Year::Is(date.year()), Within::Day(date.month().unsigned_abs(), date.day().unsigned_abs()))
    }

    /// A date without a time of day.
    #[must_use]
    pub const fn new(year: Year, within: Within) -> Self {
        Self { year, within, clock: None }
    }

    /// A whole year.
    #[must_use]
    pub const fn year(year: i16) -> Self {
        Self::new(Year::Is(year), Within::Whole)
    }

    /// The day, when year, month and day are known.
    #[must_use]
    pub fn to_date(self) -> Option<Date> {
        match (self.year, self.within) {
            (Year::Is(y), Within::Day(m, d)) => Date::new(y, m as i8, d as i8).ok(),
            _ => None,
        }
    }

    /// The same date at `clock`.
    #[must_use]
    pub const fn at(self, clock: Clock) -> Self {
        Self { clock: Some(clock), ..self }
    }
}

/// How many, in hundredths; or unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Amount {
    /// `X`
    Unknown,
    /// Hundredths.
    Hundredths(u32),
}

impl Amount {
    /// A whole number.
    #[must_use]
    pub const fn whole(n: u32) -> Self {
        Self::Hundredths(n.saturating_mul(100))
    }

    /// So many hundreds of hundredths; `None` when there are too many.
    pub(super) fn hundreds(n: u64) -> Option<Self> {
        n.checked_mul(100).and_then(|n| u32::try_from(n).ok()).map(Self::Hundredths)
    }

    /// The whole number, when it is one.
    #[must_use]
    pub fn to_whole(self) -> Option<u32> {
        match self {
            Self::Hundredths(n) if n % 100 == 0 => Some(n / 100),
            _ => None,
        }
    }
}

/// Units of durations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Weekend,
    /// Fifteen days.
    Fortnight,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

/// A duration of one to three units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// First unit.
    pub first: (Amount, Unit),
    /// A smaller unit after it (`P2Y3M`).
    pub second: Option<(Amount, Unit)>,
    /// And a smaller one still (`PT1H58M59S`).
    pub third: Option<(Amount, Unit)>,
}

impl Span {
    /// So many of a unit.
    #[must_use]
    pub const fn new(amount: Amount, unit: Unit) -> Self {
        Self { first: (amount, unit), second: None, third: None }
    }
}

/// Vague times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Vague {
    Past,
    Present,
    Future,
}

/// The TIMEX3 `value`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Value {
    /// A date or time.
    Point(Point),
    /// A closed interval or coordinated days: `2019-06-09/2019-06-10`.
    Range(Point, Point),
    /// A duration, or the period of a set.
    Span(Span),
    /// `PAST_REF`…
    Vague(Vague),
}

/// The TIMEX3 `mod`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Modifier {
    Start,
    Mid,
    End,
    Approx,
    MoreThan,
    LessThan,
    EqualOrMore,
    EqualOrLess,
}

impl Modifier {
    /// The name TIMEX3 gives it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
            Self::MoreThan => "MORE_THAN",
            Self::LessThan => "LESS_THAN",
            Self::EqualOrMore => "EQUAL_OR_MORE",
            Self::EqualOrLess => "EQUAL_OR_LESS",
        }
    }
}
