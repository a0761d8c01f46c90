//! Years: after a month, alone, in words, before Christ; decades; what a number counts.
//!
//! Comes in: a position where a year may stand. Goes out: the year with the
//! words around it as evidence. A number that counts a noun is never a year.

use super::calendar::{Item, Node};
use super::numeric;
use super::reader::{Found, Reader};
use super::resolve::{Cal, Pull};
use super::value::{Point, Value, Within, Year};
use super::vocabulary::Class;
use super::TimexType;
use jiff::civil::Date;

impl Reader<'_> {
    /// Whether token `i` may be a noun counted by the number before it.
    pub(super) fn counted(&self, i: usize) -> bool {
        let Some(token) = self.token(i) else { return false };
        if token.is_number() {
            return true;
        }
        if self.is(i, &["%", "€", "$", "£", "km", "m", "kg"]) {
            return true;
        }
        // « en 1998 trois diplomates »
        let number = matches!(self.class(i), Class::Number(_));
        token.is_word() && !number && !token.is_capitalized() && !self.vocabulary.function_word(self.f(i))
    }

    /// A plural noun after a number: « 2000 personnes ».
    pub(super) fn counted_plural(&self, i: usize) -> bool {
        self.counted(i)
            && (self.f(i).ends_with(['s', 'x', '%', '€', '$'])
                || self.is(i, &["km", "m", "kg", "mille", "ha"])
                || self.int(i).is_some())
    }

    /// « dernier », « prochain », « courant », « de cette année » after a date at `i`.
    pub(super) fn pull(&self, i: usize) -> Option<(Pull, usize)> {
        Some(match self.class(i) {
            Class::Last | Class::Past => (Pull::Last, i + 1),
            Class::Next => (Pull::Next, i + 1),
            Class::Before => (Pull::Before, i + 1),
            Class::After => (Pull::After, i + 1),
            _ if self.f(i) == "a" && self.f(i + 1) == "venir" => (Pull::Next, i + 2),
            _ if self.f(i) == "courant" && self.stops(i + 1) => (Pull::This, i + 1),
            _ => return None,
        })
    }

    /// The year after a month or season that ends before `i`.
    pub(super) fn year_after(&self, i: usize, with_day: bool) -> Option<(Option<i16>, Pull, usize)> {
        let glued = self.f(i) == "/" && self.token(i + 1).is_some_and(|t| t.is_glued());
        if glued || self.f(i) == "," && !with_day && self.stops(i + 2) {
            return self.year(i + 1).map(|y| (Some(y), Pull::None, i + 2));
        }
        // « mars '98 »
        if self.f(i) == "'" && self.token(i + 1).is_some_and(|t| t.is_glued()) {
            return numeric::short_year(self.f(i + 1)).map(|y| (Some(y), Pull::None, i + 2));
        }
        if let Some(y) = self.year(i) {
            if !self.counted_plural(i + 1) || self.counted(i + 1) && with_day {
                return Some((Some(y), Pull::None, i + 1));
            }
            return None;
        }
        if let Some((pull, end)) = self.pull(i) {
            return Some((None, pull, end));
        }
        // « le douze mars deux mille vingt »
        if let (Class::Number(_), Some((n, end))) = (self.class(i), self.number(i)) {
            let y = n.to_whole().and_then(|n| i16::try_from(n).ok()).filter(|y| (1500..2100).contains(y))?;
            return (!self.counted(end)).then_some((Some(y), Pull::None, end));
        }
        if let Some(y) = self.token(i).filter(|t| t.is_number()).and_then(|_| numeric::short_year(self.f(i))) {
            let late = self.int(i).is_some_and(|n| n >= 32);
            if (with_day || late) && !self.counted(i + 1) && !self.joined(i) {
                let hour = self.is(i + 1, &["h", "heures"]) || self.is(i + 1, &[":", "/"]);
                return (!hour).then_some((Some(y), Pull::None, i + 1));
            }
            return None;
        }
        let k = self.of(i)?;
        if let Some(y) = self.year(k) {
            return (self.f(i) == "de" && !self.counted_plural(k + 1)).then_some((Some(y), Pull::None, k + 1));
        }
        if self.is(k, &["cette"]) && self.is(k + 1, &["annee"]) {
            let that = self.joined(k + 2) && self.f(k + 2) == "la";
            let told = self.told.and_then(|t| t.year);
            return Some(if that { (told, Pull::None, k + 3) } else { (None, Pull::This, k + 2) });
        }
        if self.is(k, &["meme"]) && self.is(k + 1, &["annee"]) {
            let told = self.told.and_then(|t| t.year);
            return Some((told, Pull::None, k + 2));
        }
        if self.is(k, &["an", "annee"]) {
            if let Some(y) = self.year(k + 1) {
                return Some((Some(y), Pull::None, k + 2));
            }
            let (pull, end) = self.pull(k + 1)?;
            let reference = self.reference.map(Date::year);
            let told = self.told.and_then(|t| t.year).or(reference);
            let (from, shift) = match pull {
                Pull::Last => (reference, -1),
                Pull::Next => (reference, 1),
                Pull::Before => (told, -1),
                Pull::After => (told, 1),
                Pull::None | Pull::This => return None,
            };
            let year = from.map(|y| y.saturating_add(shift));
            return Some((year, if year.is_some() { Pull::None } else { pull }, end));
        }
        None
    }

    /// « en 93, », « en 98 déjà »: two figures after « en » that count nothing.
    fn late_year(&self, i: usize) -> Option<Item> {
        let year = numeric::short_year(self.f(i)).filter(|y| (1945..2000).contains(y))?;
        let free = self.back(i, 1) == "en"
            && !self.joined(i + 1)
            && (self.token(i + 1).is_none()
                || self.is(i + 1, &[",", ".", ";", ")"]) && self.f(i + 2) != "\""
                || self.is(i + 1, &["et", "il", "elle", "on", "ils", "par", "avec", "puis", "deja"]));
        free.then(|| Item::new(Node::Cal(Cal { year: Some(year), ..Cal::default() }), i + 1, "timex:year"))
    }

    /// « les années 60 et 70 » at its second decade.
    fn next_decade(&self, i: usize) -> Option<Item> {
        let led = self.is(i.wrapping_sub(1), &["et", "ou", "a", ","]) && self.is(i.wrapping_sub(3), &["annees"]);
        let tens = |k: usize| self.int(k).is_some_and(|n| n % 10 == 0 && (10..100).contains(&n));
        (led && tens(i) && tens(i - 2) && !self.counted(i + 1)).then(|| self.decade(i))?
    }

    /// « années 1970-1980 »: from one decade to another.
    pub(super) fn decades(&self, i: usize) -> Option<Found> {
        let token = self.token(i + 1).filter(|t| self.f(i) == "annees" && t.is_number())?;
        let numeric::Numeric::Years(a, b) = numeric::numeric(self.f(i + 1)).filter(|_| !token.is_joined())? else {
            return None;
        };
        let decade = |y: i16| (y % 10 == 0).then(|| Point::new(Year::Decade(y / 10), Within::Whole));
        let value = Value::Range(decade(a)?, decade(b)?);
        Some(Found::new(i, i + 2, TimexType::Date, Some(value), "timex:decade"))
    }

    /// A bare year: only where the words around it say so, unless `loose`.
    pub(super) fn bare_year(&self, i: usize, loose: bool) -> Option<Item> {
        let Some(y) = self.year(i) else { return self.late_year(i).or_else(|| self.next_decade(i)) };
        let item = |end| Some(Item::new(Node::Cal(Cal { year: Some(y), ..Cal::default() }), end, "timex:year"));
        if self.joined(i + 1) && !self.is(i + 1, &["la"]) || self.is(i + 1, &["%", "€", "$"]) {
            return None;
        }
        let pause = i > self.start && matches!(self.source.str(i - 1), "..." | "…");
        let before = self.back(i, 1 + usize::from(pause));
        // « les années 1960 et 1970 »
        let decades = matches!(before, "et" | "ou" | "a" | ",") && self.is(i.wrapping_sub(3), &["annees"]);
        if decades && y % 10 == 0 && self.year(i - 2).is_some() {
            return self.decade(i);
        }
        if loose {
            return (!self.counted_plural(i + 1)).then(|| item(i + 1))?;
        }
        let plausible = (1500..2100).contains(&y);
        let good = match before {
            "en" | "depuis" | "des" | "des'" | "debut" | "fin" | "courant" | "milieu" | "mi" | "annee" | "an"
            | "ete" | "printemps" | "automne" | "hiver" => !self.counted_plural(i + 1),
            "de" | "d'" => {
                plausible
                    && !self.counted_plural(i + 1)
                    && (!self.counted(i + 1)
                        || !self.is(self.before_of(i), &["plus", "moins", "pres", "total", "nombre"]))
                    && !self.is(self.before_of(i), &["plus", "moins", "pres", "total", "dizaine", "numero", "code"])
            }
            "avant" | "apres" | "vers" | "pour" | "ici" | "jusqu'" | "entre" | "jusqu'en" | "jusqu'a" | "et" | "a"
            | "ou" => {
                plausible
                    && !self.counted(i + 1)
                    && (before != "a"
                        || self.is(
                            i.wrapping_sub(2),
                            &[
                                "jusqu'",
                                "ici",
                                "anterieur",
                                "anterieure",
                                "anterieurs",
                                "posterieur",
                                "posterieure",
                                "posterieurs",
                                "remonte",
                                "remontent",
                            ],
                        ))
                    && (!matches!(before, "et" | "ou") || self.before.0 + 1 == i && self.before.1 == TimexType::Date)
            }
            // « 1995 : le mur tombe » at the head of a line of a chronology
            "" | "-" | "–" if self.f(i + 1) == ":" => plausible && (before.is_empty() || self.back(i, 2).is_empty()),
            "(" => plausible && self.is(i + 1, &[")", ",", ";", "-", "–"]),
            "," => {
                self.before.0 + 1 == i && plausible && !self.counted(i + 1) && self.year(i.wrapping_sub(2)).is_some()
            }
            _ => {
                // « la présidentielle 2002 », « le bilan 2001 »: a noun in lower case, then the year.
                let noun = i.checked_sub(1).and_then(|k| self.token(k));
                noun.is_some_and(|t| t.is_word() && !t.is_elision())
                    && (1900..2060).contains(&y)
                    && !self.vocabulary.function_word(before)
                    && !self.vocabulary.numbered(before)
                    && (before.len() > 3 || self.capital(i - 1) && before.len() > 1)
                    && self.class(i - 1) == Class::None
                    && !self.counted_plural(i + 1)
                    && !self.is(i + 1, &["/"])
                    && !self.is(i.wrapping_sub(2), &["un"])
            }
        };
        if good {
            item(i + 1)
        } else {
            None
        }
    }

    /// « 52 avant J.-C. »
    pub(super) fn ancient(&self, i: usize) -> Option<Item> {
        let n = self.int(i).filter(|n| (1..10_000).contains(n))?;
        let (end, before) = self.before_christ(i + 1)?;
        let year = i16::try_from(n).ok()?;
        let node = Node::Point(Some(Point::year(if before { -year } else { year })));
        Some(Item { explicit: true, ..Item::new(node, end, "timex:year") })
    }

    /// « en deux mille vingt »
    pub(super) fn year_in_words(&self, i: usize) -> Option<Item> {
        if !self.is(i.wrapping_sub(1), &["en", "an", "annee"]) {
            return None;
        }
        let (n, end) = self.number(i)?;
        let year = i16::try_from(n.to_whole()?).ok().filter(|y| (1900..2100).contains(y) && !self.counted(end))?;
        Some(Item::new(Node::Cal(Cal { year: Some(year), ..Cal::default() }), end, "timex:year"))
    }

    pub(super) fn before_of(&self, i: usize) -> usize {
        i.wrapping_sub(2)
    }

    /// « avant J.-C. », « av. J.-C. », « après J.-C. », « de notre ère »: where it ends, and whether before.
    pub(super) fn before_christ(&self, i: usize) -> Option<(usize, bool)> {
        let before = match self.f(i) {
            "av" | "avant" => true,
            "ap" | "apr" | "apres" => false,
            "de" if self.is(i + 1, &["notre"]) && self.is(i + 2, &["ere"]) => return Some((i + 3, false)),
            _ => return None,
        };
        let k = i + 1 + usize::from(self.f(i + 1) == ".");
        if before && self.is(k, &["notre"]) && self.is(k + 1, &["ere"]) {
            return Some((k + 2, true));
        }
        if !self.is(k, &["j", "jesus"]) {
            return None;
        }
        let k = k + 1 + usize::from(self.f(k + 1) == ".");
        let end = if self.is(k, &["c", "christ"]) { k + 1 } else { return None };
        let stop = self.f(end) == "." && self.token(end + 1).is_some();
        Some((end + usize::from(stop), before))
    }

    pub(super) fn decade(&self, j: usize) -> Option<Item> {
        let item = |year, end| Some(Item::new(Node::Point(year), end, "timex:decade"));
        let whole = |y: i16| Some(Point::new(Year::Decade(y / 10), Within::Whole));
        if let Some(y) = self.year(j) {
            // « années 1800 » may be a decade or a century.
            return item(
                if y % 100 == 0 && y != 2000 {
                    None
                } else if y % 10 == 0 {
                    whole(y)
                } else {
                    return None;
                },
                j + 1,
            );
        }
        let (n, end) = match self.int(j) {
            Some(n) if self.f(j).len() == 2 => (n, j + 1),
            Some(_) => return None,
            None => {
                let (n, end) = self.number(j)?;
                (n.to_whole()?, end)
            }
        };
        (n % 10 == 0 && (10..100).contains(&n)).then(|| item(whole(1900 + n as i16), end))?
    }
}
