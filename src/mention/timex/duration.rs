//! Durations.
//!
//! Comes in: a token that may begin a quantity. Goes out: a `DURATION`
//! (« deux ans et demi », « plus de sept ans », « 8 à 24 mois »), unless the
//! words around it lead to a date or a set. Ages are left alone.

use super::reader::{Found, Reader};
use super::resolve::participle;
use super::value::{Amount, Modifier, Span, Unit, Vague, Value};
use super::vocabulary::Class;
use super::TimexType;

/// « trois jours »: how many, of what, and where it ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quantity {
    pub span: Span,
    pub end: usize,
    /// « derniers », « prochains » stands with it.
    pub near: Option<Vague>,
    /// « 8 à 24 mois »
    pub upper: Option<Span>,
}

/// Longest quantity, in tokens: two numbers in words and what stands between them and their unit.
const LONGEST: usize = 28;

impl Reader<'_> {
    /// Words that qualify the quantity at `i`: where the mention begins, and its modifier.
    pub(super) fn qualified(&self, i: usize) -> (usize, Option<Modifier>) {
        let back = |n: usize| self.back(i, n);
        let (n, modifier) = match (back(3), back(2), back(1)) {
            (_, "plus", "de" | "d'") => (2, Modifier::MoreThan),
            (_, "moins", "de" | "d'") => (2, Modifier::LessThan),
            (_, "pres", "de" | "d'") => (2, Modifier::LessThan),
            (_, "au", "moins") => (2, Modifier::EqualOrMore),
            (_, "au", "plus") => (2, Modifier::EqualOrLess),
            (_, "a", "peine") => (2, Modifier::LessThan),
            ("a", "peu", "pres") => (3, Modifier::Approx),
            (_, _, "environ" | "quelque") => (1, Modifier::Approx),
            (_, _, "bientot" | "presque") => (1, Modifier::LessThan),
            _ => return (i, None),
        };
        let first = i - n;
        if first < self.floor {
            return (i, None);
        }
        let more = n == 2 && modifier == Modifier::MoreThan && first >= self.floor + 2;
        if more && self.is(first - 1, &["peu"]) && self.is(first - 2, &["un"]) {
            return (first - 2, Some(modifier));
        }
        (first, Some(modifier))
    }

    /// The amount at `i` and where the unit should stand.
    pub(super) fn amount(&self, i: usize) -> Option<(Amount, usize)> {
        let of = |k: usize| self.is(k, &["de", "d'"]).then_some(k + 1);
        match self.class(i) {
            Class::Few => {
                if matches!(self.class(i + 1), Class::Collective(_)) {
                    return Some((Amount::Unknown, of(i + 2)?));
                }
                Some((Amount::Unknown, i + 1))
            }
            Class::Collective(n) => {
                let plural = self.f(i).ends_with('s');
                Some((if plural { Amount::Unknown } else { Amount::whole(n) }, of(i + 1)?))
            }
            Class::Number(1) => {
                if let Class::Collective(n) = self.class(i + 1) {
                    return Some((Amount::whole(n), of(i + 2)?));
                }
                if self.class(i + 1) == Class::Half {
                    return Some((Amount::Hundredths(50), i + 2));
                }
                let word = if self.is(i + 1, &["bon", "bonne", "petit", "petite"]) { i + 2 } else { i + 1 };
                self.number(i).map(|(n, end)| (n, end.max(word)))
            }
            Class::Half => Some((Amount::Hundredths(50), i + 1)),
            Class::Number(_) => self.number(i),
            _ if self.token(i)?.is_number() => self.number(i),
            _ => None,
        }
    }

    /// A quantity of time at `i`.
    pub(super) fn quantity(&self, i: usize) -> Option<Quantity> {
        // « 48h », « 3h30 »
        if let Some((h, m, None, None)) =
            self.token(i).filter(|t| t.is_number()).and_then(|_| super::numeric::clock(self.f(i)))
        {
            if self.f(i).contains('h') {
                let second = m.filter(|m| *m > 0).map(|m| (Amount::whole(m), Unit::Minute));
                let span = Span { second, ..Span::new(Amount::whole(h), Unit::Hour) };
                return Some(Quantity { span, end: i + 1, near: None, upper: None });
            }
        }
        if let Some(dot) = self.f(i).strip_suffix('h').and_then(super::numeric::decimal) {
            let span = Span::new(Amount::Hundredths(dot), Unit::Hour);
            return Some(Quantity { span, end: i + 1, near: None, upper: None });
        }
        let (amount, mut j) = self.amount(i)?;
        // « trente (30) jours »
        if self.is(j, &["("]) && self.is(j + 2, &[")"]) && self.int(j + 1).map(Amount::whole) == Some(amount) {
            j += 3;
        }
        // « un quart d'heure », « trois quarts d'heure »
        if self.is(j, &["quart", "quarts"]) && self.is(j + 1, &["d'"]) && self.is(j + 2, &["heure"]) {
            let minutes = amount.to_whole().filter(|n| (1..=3).contains(n))? * 15;
            let span = Span::new(Amount::whole(minutes), Unit::Minute);
            return Some(Quantity { span, end: j + 3, near: None, upper: None });
        }
        let mut near = None;
        let mut upper = None;
        if let Some((n, e)) = self.upper_amount(j, amount) {
            (upper, j) = (Some(n), e);
        }
        near = near.or(self.near(j));
        j += usize::from(
            near.is_some() || self.is(j, &["longs", "longues", "petites", "petits", "bonnes", "premiers", "premieres"]),
        );
        // « vingt-quatre dernières heures » and « 24 heures »
        let (unit, mut end) = self.unit(j)?;
        if self.joined(end) && self.is(end, &["lumiere", "lumieres", "homme", "calendaires"]) {
            return None;
        }
        // « la guerre de Trente Ans »
        if self.token(j)?.is_title_case() && !self.token(j)?.is_all_caps() {
            return None;
        }
        if self.f(j).len() == 1 && self.f(j) != "h" || self.f(j) == "sec" && upper.is_some() {
            return None;
        }
        let plural = !matches!(amount, Amount::Hundredths(n) if n <= 100) || upper.is_some();
        if plural != (self.f(end - 1).ends_with('s') || matches!(self.f(end - 1), "h" | "sec" | "min" | "mn"))
            && unit != Unit::Month
        {
            let small = matches!(amount, Amount::Hundredths(n) if n < 200);
            if !(self.is(end - 1, &["h", "min", "mn", "sec"]) || small) {
                return None;
            }
        }
        if unit == Unit::Second
            && self.f(j) == "seconde"
            && !self.stops(end)
            && !self.is(end, &["de", "d'", "et", "plus", "apres", "avant"])
        {
            return None;
        }
        if unit == Unit::Fortnight && self.is(end, &["de", "d'"]) {
            let (of, e) = self.unit(end + 1)?;
            if of != Unit::Day {
                return None;
            }
            end = e;
        }
        // Tens of years are decades.
        let tens = self.is(i, &["dizaines"]) || self.is(i + 1, &["dizaines"]);
        let unit = if tens && unit == Unit::Year { Unit::Decade } else { unit };
        let mut span = Span::new(amount, unit);
        // « 3 h à 5 h »
        if upper.is_none() && self.is(end, &["a", "-", "–"]) {
            if let Some((n, e)) = self.number(end + 1) {
                let more = matches!((amount, n), (Amount::Hundredths(a), Amount::Hundredths(b)) if b > a);
                if let Some((_, e)) = self.unit(e).filter(|(u, _)| more && *u == unit) {
                    (upper, end) = (Some(n), e);
                }
            }
        }
        if self.is(end, &["et"]) && self.class(end + 1) == Class::Half {
            if let Amount::Hundredths(n) = amount {
                span.first.0 = Amount::Hundredths(n.saturating_add(50));
                end += 2;
            }
        } else if self.is(end, &["et"]) && self.is(end + 1, &["quart"]) && unit == Unit::Hour {
            if let Amount::Hundredths(n) = amount {
                span.first.0 = Amount::Hundredths(n.saturating_add(25));
                end += 2;
            }
        } else {
            if let Some((small, e)) = self.smaller(end, unit) {
                (span.second, end) = (Some(small), e);
                if let Some((least, e)) = self.smaller(end, small.1) {
                    (span.third, end) = (Some(least), e);
                }
            }
            // « deux heures trente »
            let minutes =
                || self.number(end).filter(|&(n, e)| n.to_whole().is_some_and(|n| n < 60) && !self.counted(e));
            if let (Unit::Hour, None, Class::Number(_), Some((n, e))) = (unit, span.second, self.class(end), minutes())
            {
                (span.second, end) = (Some((n, Unit::Minute)), e);
            }
            if unit == Unit::Hour && span.second.is_none() && self.f(end - 1) == "h" {
                if let Some(m) = self.int(end).filter(|m| *m < 60 && self.f(end).len() == 2) {
                    span.second = (m > 0).then_some((Amount::whole(m), Unit::Minute));
                    end += 1;
                }
            }
        }
        if near.is_none() {
            near = self.near(end);
            end += usize::from(near.is_some());
        }
        // A half-century is fifty years.
        if let ((Amount::Hundredths(n), Unit::Century), None) = (span.first, span.second) {
            if n % 100 != 0 {
                span.first = (Amount::Hundredths(n.saturating_mul(100)), Unit::Year);
            }
        }
        if let (Amount::Hundredths(50), Unit::Hour) = span.first {
            span.first = (Amount::whole(30), Unit::Minute);
        }
        Some(Quantity { span, end, near, upper: upper.map(|n| Span::new(n, unit)) })
    }

    /// « et deux mois », « 45 min », « , 1 semaine »: a smaller unit that goes on with the quantity.
    fn smaller(&self, i: usize, unit: Unit) -> Option<((Amount, Unit), usize)> {
        let (n, e) = self.number(i + usize::from(self.is(i, &["et", ","])))?;
        let (small, e) = self.unit(e).filter(|(u, _)| *u < unit && *u != Unit::Weekend)?;
        Some(((n, small), e))
    }

    /// « 8 à 24 mois », « deux ou trois ans », « 5-10 ans ».
    pub(super) fn upper_amount(&self, j: usize, low: Amount) -> Option<(Amount, usize)> {
        let k = if self.joined(j) {
            j
        } else if self.is(j, &["a", "ou", "et", "-", "–"]) {
            j + 1
        } else {
            return None;
        };
        let (n, e) = self.number(k)?;
        let (Amount::Hundredths(a), Amount::Hundredths(b)) = (low, n) else { return None };
        let unit = self.unit(e).is_some() || self.near(e).is_some();
        (b > a && unit && (!self.is(j, &["et"]) || self.back(j, 2) == "entre")).then_some((n, e))
    }

    pub(super) fn near(&self, i: usize) -> Option<Vague> {
        match self.class(i) {
            Class::Last => Some(Vague::Past),
            Class::Past if self.f(i).starts_with("ecoul") => Some(Vague::Past),
            Class::Next => Some(Vague::Future),
            _ => None,
        }
    }

    /// Whether the years at `i` are somebody's age.
    pub(super) fn is_age(&self, i: usize, q: &Quantity) -> bool {
        let tens = matches!(self.class(i), Class::Collective(_)) || matches!(self.class(i + 1), Class::Collective(_));
        if q.span.first.1 == Unit::Month {
            // « un bébé de 18 mois »
            return self.is(i.wrapping_sub(1), &["de"]) && self.vocabulary.person(self.back(i, 2));
        }
        let years = matches!(self.f(q.end - 1), "ans" | "an") || self.class(q.end - 1) == Class::Half;
        if q.span.first.1 != Unit::Year || !years && !tens {
            return false;
        }
        // « de 2 à 8 ans » at its 8.
        let range = self.is(i.wrapping_sub(1), &["a", "et", "ou"]) && self.int(i.wrapping_sub(2)).is_some();
        let i = if range { i - 2 } else { i };
        let of = self.is(i.wrapping_sub(1), &["de", "d'"]);
        let aged = ["age", "agee", "ages", "agees"];
        let word = i.wrapping_sub(2);
        let nation = [
            "ien", "ienne", "iens", "iennes", "ais", "aise", "ois", "oise", "iste", "istes", "eur", "euse", "ant",
            "ante",
        ];
        let person = self.vocabulary.person(self.f(word))
            || of && word >= self.start && (nation.iter().any(|e| self.f(word).ends_with(e)) || self.capital(word));
        // « il avait 22 ans »
        let had = self.is(i.wrapping_sub(1), &["a", "avait", "ont", "avaient", "aura", "ayant"])
            && self.lowered(i.wrapping_sub(1)) != "à"
            && q.near.is_none()
            && (self.stops(q.end) || self.is(q.end, &["quand", "lorsque", "lorsqu'"]));
        had || of && (q.upper.is_none() && self.is(word, &aged) || person)
            || self.is(i.wrapping_sub(1), &[","])
                && (self.stops(q.end) || self.is(q.end, &["et"]))
                && self.capital(i.wrapping_sub(2))
                && q.near.is_none()
            || self.is(i.wrapping_sub(1), &["a"])
                && (self.stops(q.end) && !participle(self.lowered(word))
                    || self.is(word, &["mort", "morte", "decede", "decedee", "meurt", "disparu", "(", "mourut"]))
            || self.is(i.wrapping_sub(1), &["("])
                && self.is(q.end, &[")", ","])
                && (self.capital(word) || self.year(word).is_some())
    }

    /// « une dizaine », « une vingtaine »; a « quinzaine » is exact, « des dizaines » says nothing.
    pub(super) fn is_about(&self, i: usize) -> bool {
        let collective = |k: usize| matches!(self.class(k), Class::Collective(_)) && !self.is(k, &["quinzaine"]);
        collective(i) || collective(i + 1) && self.class(i) != Class::Few
    }

    /// Whether a unit of time follows within the longest quantity, or the figures at `i` name one: « 48h ».
    fn is_measured(&self, i: usize) -> bool {
        let follows = |k: usize| matches!(self.class(k), Class::Unit(_) | Class::Week);
        (i + 1..self.limit.min(i + LONGEST)).any(follows) || self.f(i).contains('h')
    }

    /// The mention of the quantity at `i`.
    pub(super) fn counted_time(&self, i: usize) -> Option<Found> {
        if !self.is_measured(i) {
            return None;
        }
        if let Some(found) = self.times(i) {
            return Some(found);
        }
        // « une quarantaine » has been looked at from its article.
        if matches!(self.class(i), Class::Collective(_)) && self.class(i.wrapping_sub(1)) == Class::Number(1) {
            return None;
        }
        let q = self.quantity(i)?;
        let (amount, unit) = q.span.first;
        let (first, modifier) = self.qualified(i);
        if self.is_age(first, &q) || self.is(q.end, &["sur", "/"]) && self.is(q.end + 1, &["24", "7"]) {
            return None;
        }
        // « le 20 heures de TF1 »
        if self.back(i, 1) == "le" && unit == Unit::Hour && amount != Amount::whole(1) {
            return None;
        }
        if let Some(found) = self.reached(i, first, modifier, &q) {
            return Some(found);
        }
        if let Some(near) = q.near {
            let lone = amount == Amount::Unknown;
            let value = if lone { Value::Vague(near) } else { Value::Span(q.span) };
            let kind = if lone { TimexType::Date } else { TimexType::Duration };
            return Some(Found::new(first, q.end, kind, Some(value), "timex:recent").with(modifier));
        }
        // « un jour » is no duration unless something measures it; « une heure » neither.
        if amount == Amount::whole(1) && matches!(self.f(i), "un" | "une") && unit <= Unit::Week && modifier.is_none() {
            let measured = [
                "pendant", "durant", "depuis", "en", "apres", "de", "d'", "pour", "qu'", "que", "sous", "fait", "dure",
                "a",
            ];
            let dur = self.is(i.wrapping_sub(1), &measured)
                || self.is(q.end, &["apres", "avant", "plus", "durant"])
                || unit == Unit::Week
                || q.span.second.is_some();
            if !dur {
                return None;
            }
        }
        if unit == Unit::Weekend && amount == Amount::whole(1) {
            return None;
        }
        let value = if q.upper.is_some() { None } else { Some(Value::Span(q.span)) };
        let mut found = Found::new(first, q.end, TimexType::Duration, value, "timex:duration").with(modifier);
        if let Some(upper) = q.upper {
            let (unit, low) = (upper.first.1, q.span.first.0);
            found.bounds = Some((Value::Span(Span::new(low, unit)), Value::Span(upper)));
        }
        found.modifier = found.modifier.or(self.is_about(i).then_some(Modifier::Approx));
        Some(found)
    }
}
