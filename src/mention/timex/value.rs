//! TIMEX3 values: small `Copy` data, written out only when somebody asks.
//!
//! Comes in: what the rules have resolved. Goes out: the strings of the
//! TIMEX3 `value` attribute, through [`std::fmt::Display`]. A value never
//! holds text and never allocates.

use jiff::civil::Date;
use std::fmt::{self, Display, Formatter};

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
    /// The hour in the second half of the day.
    pub(super) const fn of_evening(self) -> Self {
        match self {
            Self::At(h, m, s, z) if h < 12 => Self::At(h + 12, m, s, z),
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

impl DayPart {
    const fn letters(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
            Self::Daytime => "DT",
        }
    }
}

impl Season {
    const fn letters(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }
}

impl Display for Year {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Unknown => f.write_str("XXXX"),
            Self::Is(y) if y < 0 => write!(f, "BC{:04}", y.unsigned_abs()),
            Self::Is(y) => write!(f, "{y:04}"),
            Self::Decade(d) => write!(f, "{d:03}X"),
            Self::Century(c) => write!(f, "{c:02}XX"),
        }
    }
}

impl Display for Within {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Whole => Ok(()),
            Self::Month(m) => write!(f, "-{m:02}"),
            Self::Day(m, d) => write!(f, "-{m:02}-{d:02}"),
            Self::DayOfMonth(d) => write!(f, "-XX-{d:02}"),
            Self::AnyDay => f.write_str("-XX-XX"),
            Self::Week(Some(w)) => write!(f, "-W{w:02}"),
            Self::Week(None) => f.write_str("-WXX"),
            Self::Weekend(Some(w)) => write!(f, "-W{w:02}-WE"),
            Self::Weekend(None) => f.write_str("-WXX-WE"),
            Self::Weekday(d) => write!(f, "-WXX-{d}"),
            Self::Quarter(q) => write!(f, "-Q{q}"),
            Self::Half(h) => write!(f, "-H{h}"),
            Self::Season(s) => write!(f, "-{}", s.letters()),
        }
    }
}

impl Display for Clock {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Part(part) => write!(f, "T{}", part.letters()),
            Self::At(h, m, s, zone) => {
                write!(f, "T{h:02}:{m:02}")?;
                if let Some(s) = s {
                    write!(f, ":{s:02}")?;
                }
                match zone {
                    None => Ok(()),
                    Some(0) => f.write_str("Z"),
                    Some(z) => {
                        let sign = if z < 0 { '-' } else { '+' };
                        write!(f, "{sign}{:02}:{:02}", z.unsigned_abs() / 60, z.unsigned_abs() % 60)
                    }
                }
            }
        }
    }
}

impl Display for Point {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.year, self.within)?;
        self.clock.map_or(Ok(()), |c| c.fmt(f))
    }
}

impl Display for Amount {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Unknown => f.write_str("X"),
            Self::Hundredths(n) if n % 100 == 0 => write!(f, "{}", n / 100),
            Self::Hundredths(n) if n % 10 == 0 => write!(f, "{}.{}", n / 100, n % 100 / 10),
            Self::Hundredths(n) => write!(f, "{}.{:02}", n / 100, n % 100),
        }
    }
}

impl Span {
    fn part(f: &mut Formatter<'_>, (amount, unit): (Amount, Unit)) -> fmt::Result {
        let times = |k: u32| match amount {
            Amount::Hundredths(n) => Amount::Hundredths(n.saturating_mul(k)),
            Amount::Unknown => Amount::Unknown,
        };
        match unit {
            Unit::Second => write!(f, "{amount}S"),
            Unit::Minute | Unit::Month => write!(f, "{amount}M"),
            Unit::Hour => write!(f, "{amount}H"),
            Unit::Day => write!(f, "{amount}D"),
            Unit::Week => write!(f, "{amount}W"),
            Unit::Weekend => write!(f, "{amount}WE"),
            Unit::Fortnight => write!(f, "{}D", times(15)),
            Unit::Quarter => write!(f, "{}M", times(3)),
            Unit::Half => write!(f, "{}M", times(6)),
            Unit::Year => write!(f, "{amount}Y"),
            Unit::Decade => write!(f, "{amount}DE"),
            Unit::Century => write!(f, "{amount}CE"),
            Unit::Millennium => write!(f, "{}Y", times(1000)),
        }
    }
}

impl Display for Span {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("P")?;
        if self.first.1 <= Unit::Hour {
            f.write_str("T")?;
        }
        Self::part(f, self.first)?;
        let mut above = self.first.1;
        for small in [self.second, self.third].into_iter().flatten() {
            if above > Unit::Hour && small.1 <= Unit::Hour {
                f.write_str("T")?;
            }
            Self::part(f, small)?;
            above = small.1;
        }
        Ok(())
    }
}

impl Display for Value {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Point(p) => p.fmt(f),
            Self::Range(a, b) => write!(f, "{a}/{b}"),
            Self::Span(s) => s.fmt(f),
            Self::Vague(Vague::Past) => f.write_str("PAST_REF"),
            Self::Vague(Vague::Present) => f.write_str("PRESENT_REF"),
            Self::Vague(Vague::Future) => f.write_str("FUTURE_REF"),
        }
    }
}
