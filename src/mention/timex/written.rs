//! The strings of TIMEX3 values.
//!
//! Comes in: a [`Value`] and its parts. Goes out: what the `value` attribute
//! says, through [`std::fmt::Display`]. Decides nothing.

use super::value::{Amount, Clock, DayPart, Point, Season, Span, Unit, Vague, Value, Within, Year};
use crate::digits::two;
use std::fmt::{self, Display, Formatter};

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
            Self::Is(y @ 0..=9999) => {
                let year = u32::from(y.unsigned_abs());
                f.write_str(two(year / 100))?;
                f.write_str(two(year))
            }
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
            Self::Month(m) => {
                f.write_str("-")?;
                f.write_str(two(m.into()))
            }
            Self::Day(m, d) => {
                Self::Month(m).fmt(f)?;
                f.write_str("-")?;
                f.write_str(two(d.into()))
            }
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
        self.year.fmt(f)?;
        self.within.fmt(f)?;
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
