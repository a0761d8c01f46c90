//! Dates the calendar knows: days, weekdays, months, years, and intervals of them.
//!
//! Comes in: a position in a sentence. Goes out: an [`Item`], a date not yet
//! resolved, with the token it ends before. Never takes a preposition or a
//! bare article into the extent.

use super::feast::Feast;
use super::numeric::{self, Numeric};
use super::reader::Reader;
use super::resolve::{Cal, Pull};
use super::value::{Point, Season, Unit, Within, Year};
use super::vocabulary::Class;

/// A date, resolved or still waiting for the reference.
#[derive(Debug, Clone, Copy)]
pub(super) enum Node {
    Cal(Cal),
    Feast(Feast, Option<i16>, Pull),
    Season(Season, Option<i16>, Pull),
    Point(Option<Point>),
    /// Two ends in one token: `1950-1953`, `6-7 mai`.
    Pair(Cal, Cal),
}

/// A date and where it ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    pub node: Node,
    pub end: usize,
    pub rule: &'static str,
    /// The text gives the year itself.
    pub explicit: bool,
}

impl Item {
    pub(super) fn new(node: Node, end: usize, rule: &'static str) -> Self {
        Self { node, end, rule, explicit: matches!(node, Node::Cal(Cal { year: Some(_), .. })) }
    }
}

/// Words that cannot be the noun a number counts.
pub(super) fn function_word(word: &str) -> bool {
    matches!(
        word,
        "le" | "la" | "les" | "l'" | "un" | "une" | "des" | "du" | "de" | "d'" | "au" | "aux" | "a" | "en" | "et" | "ou" | "ni"
            | "mais" | "or" | "car" | "que" | "qui" | "qu'" | "ou'" | "dont" | "dans" | "par" | "pour" | "sur" | "sous" | "sans"
            | "avec" | "chez" | "vers" | "entre" | "contre" | "depuis" | "jusqu'" | "jusque" | "pendant" | "durant" | "apres"
            | "avant" | "lors" | "lorsque" | "lorsqu'" | "quand" | "comme" | "si" | "s'" | "se" | "ne" | "n'" | "y" | "il"
            | "elle" | "ils" | "elles" | "on" | "nous" | "vous" | "je" | "j'" | "ce" | "cet" | "cette" | "ces" | "c'" | "son"
            | "sa" | "ses" | "leur" | "leurs" | "notre" | "nos" | "est" | "sont" | "etait" | "etaient" | "fut" | "furent"
            | "sera" | "seront" | "ont" | "avait" | "avaient" | "aura" | "auront" | "eut" | "ayant" | "etant" | "soit"
            | "puis" | "ainsi" | "afin" | "grace" | "selon" | "malgre" | "plus" | "moins" | "deja" | "environ" | "alors"
            | "ete" | "via" | "voire" | "dernier" | "prochain" | "inclus" | "compris" | "jusqu" | "n" | "doit" | "doivent"
            | "pas" | "tandis" | "quelques" | "plusieurs" | "dit" | "lui" | "devant" | "sauf" | "hors" | "pres" | "suite"
            | "notamment" | "aussi" | "egalement" | "encore" | "peut" | "peuvent" | "va" | "vont" | "avoir" | "etre"
    )
}

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
        token.is_word() && !token.is_capitalized() && !function_word(self.f(i))
    }

    /// A plural noun after a number: « 2000 personnes ».
    fn counted_plural(&self, i: usize) -> bool {
        self.counted(i)
            && (self.f(i).ends_with(['s', 'x', '%', '€', '$']) || self.is(i, &["km", "m", "kg", "mille", "ha"]) || self.int(i).is_some())
    }

    /// A month at `i`; abbreviated ones only with `beside` a number.
    pub(super) fn month_at(&self, i: usize, beside: bool) -> Option<(u8, usize)> {
        match self.class(i) {
            Class::Month(m) => Some((m, i + 1)),
            Class::ShortMonth(m) if beside => {
                let stop = self.f(i + 1) == "." && self.token(i + 1).is_some_and(|t| t.is_glued());
                Some((m, if stop && !self.stops(i + 2) { i + 2 } else { i + 1 }))
            }
            Class::Number(7) if beside && self.f(i) == "sept" => {
                let stop = self.token(i)?.is_abbreviation();
                (stop || self.year(i + 1).is_some()).then_some((9, i + 1))
            }
            _ => None,
        }
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
        if let Some(y) = self.year(i) {
            if !self.counted_plural(i + 1) || self.counted(i + 1) && with_day {
                return Some((Some(y), Pull::None, i + 1));
            }
            return None;
        }
        if let Some((pull, end)) = self.pull(i) {
            return Some((None, pull, end));
        }
        if let Some(y) = self.token(i).filter(|t| t.is_number()).and_then(|_| numeric::short_year(self.f(i))) {
            let late = y < 2000 && y >= 1932;
            if (with_day || late) && !self.counted(i + 1) && !self.joined(i) && (with_day || late) {
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
            let told = self.told.and_then(|t| if let Year::Is(y) = t.point.year { Some(y) } else { None });
            return Some(if that { (told, Pull::None, k + 3) } else { (None, Pull::This, k + 2) });
        }
        if self.is(k, &["meme"]) && self.is(k + 1, &["annee"]) {
            let told = self.told.and_then(|t| if let Year::Is(y) = t.point.year { Some(y) } else { None });
            return Some((told, Pull::None, k + 2));
        }
        if self.is(k, &["an", "annee"]) {
            if let Some(y) = self.year(k + 1) {
                return Some((Some(y), Pull::None, k + 2));
            }
            let (pull, end) = self.pull(k + 1)?;
            let shift = match pull {
                Pull::Last => -1,
                Pull::Next => 1,
                _ => return None,
            };
            let year = self.reference.map(|r| r.year().saturating_add(shift));
            return Some((year, if year.is_some() { Pull::None } else { pull }, end));
        }
        None
    }

    /// A day, weekday or month with what belongs to it.
    pub(super) fn cal(&self, i: usize) -> Option<Item> {
        let mut cal = Cal::default();
        let mut j = i;
        match self.class(i) {
            Class::Weekday(w) if !self.f(i).ends_with('s') => {
                cal.weekday = Some(w);
                j += 1;
                if self.f(j) == "," && self.day_and_month(j + 1).is_some() {
                    j += 1;
                } else if self.f(j) == "le" && self.day_and_month(j + 1).is_some() {
                    j += 1;
                }
            }
            Class::ShortWeekday(w) => {
                j += if self.f(i + 1) == "." { 2 } else { 1 };
                self.day_and_month(j)?;
                cal.weekday = Some(w);
            }
            _ => {}
        }
        if let Some((d, m, end)) = self.day_and_month(j) {
            (cal.day, cal.month, j) = (Some(d), Some(m), end);
            let (year, pull, end) = self.year_after(j, true).unwrap_or((None, Pull::None, j));
            (cal.year, cal.pull) = (year, pull);
            return Some(Item::new(Node::Cal(cal), end, "timex:day-month"));
        }
        if cal.weekday.is_some() {
            if let Some(d) = self.day_number(j).filter(|_| !self.counted(j + 1) && !self.hour_follows(j + 1)) {
                cal.day = Some(d);
                return Some(Item::new(Node::Cal(cal), j + 1, "timex:weekday-day"));
            }
            if let Some((pull, end)) = self.pull(j) {
                cal.pull = pull;
                j = end;
            } else if let Some(item) = self.weekday_of_week(cal, j) {
                return Some(item);
            }
            return Some(Item::new(Node::Cal(cal), j, "timex:weekday"));
        }
        let (m, end) = self.month_at(i, true)?;
        cal.month = Some(m);
        let after = self.year_after(end, false);
        let short = !matches!(self.class(i), Class::Month(_));
        let after = after.filter(|a| self.f(end) != "," || a.0.is_some());
        match after {
            Some((year, pull, end)) if year.is_some() || !short => {
                (cal.year, cal.pull) = (year, pull);
                Some(Item::new(Node::Cal(cal), end, "timex:month-year"))
            }
            _ if short => None,
            _ => Some(Item::new(Node::Cal(cal), end, "timex:month")),
        }
    }

    /// « mardi de la semaine prochaine ».
    fn weekday_of_week(&self, cal: Cal, i: usize) -> Option<Item> {
        let k = self.of(i)?;
        if self.f(k) != "semaine" {
            return None;
        }
        let Item { node: Node::Point(point), end, .. } = self.of_unit(k)? else { return None };
        let day = point.and_then(|p| match (p.year, p.within) {
            (Year::Is(y), Within::Week(Some(w))) => {
                let weekday = jiff::civil::Weekday::from_monday_one_offset(cal.weekday? as i8).ok()?;
                jiff::civil::ISOWeekDate::new(y, w as i8, weekday).ok().map(|d| Point::day(d.date()))
            }
            _ => None,
        });
        let node = if day.is_some() { Node::Point(day) } else { Node::Cal(cal) };
        Some(Item::new(node, end, "timex:figures"))
    }

    pub(super) fn hour_follows(&self, i: usize) -> bool {
        self.is(i, &["h", "heure", "heures", ":"]) && self.token(i).is_some_and(|t| t.is_word() || t.is_glued())
    }

    /// A day number: `15`, `1er`; not more than 31.
    pub(super) fn day_number(&self, i: usize) -> Option<u8> {
        let token = self.token(i).filter(|t| t.is_number())?;
        let word = self.f(i);
        let n = match self.int(i) {
            Some(n) if word.len() <= 2 => n,
            _ if matches!(word, "1er" | "1°") => 1,
            _ => return None,
        };
        let _ = token;
        (1..=31).contains(&n).then_some(n as u8)
    }

    /// « 15 mars », « 1er avril », « premier mai », « quinze mai », « 01/août ».
    fn day_and_month(&self, i: usize) -> Option<(u8, u8, usize)> {
        if let Some(d) = self.day_number(i) {
            let slash = self.f(i + 1) == "/" && self.token(i + 2).is_some_and(|t| t.is_glued());
            let (m, end) = self.month_at(i + 1 + usize::from(slash), true)?;
            return Some((d, m, end));
        }
        if self.f(i) == "premier" {
            let Class::Month(m) = self.class(i + 1) else { return None };
            return Some((1, m, i + 2));
        }
        if matches!(self.class(i), Class::Number(_)) {
            let (n, j) = self.number(i)?;
            let Class::Month(m) = self.class(j) else { return None };
            let n = n.to_whole().filter(|n| (2..=31).contains(n))?;
            return Some((n as u8, m, j + 1));
        }
        None
    }

    /// A bare year: only where the words around it say so, unless `loose`.
    pub(super) fn bare_year(&self, i: usize, loose: bool) -> Option<Item> {
        let y = self.year(i)?;
        let item = |end| Some(Item::new(Node::Cal(Cal { year: Some(y), ..Cal::default() }), end, "timex:year"));
        let christ = self.before_christ(i + 1);
        if let Some((end, true)) = christ {
            let node = Node::Point(Some(Point::year(-y)));
            return Some(Item { explicit: true, ..Item::new(node, end, "timex:year") });
        }
        if self.joined(i + 1) && !self.is(i + 1, &["la"]) || self.is(i + 1, &["%", "€", "$"]) {
            return None;
        }
        let before = self.back(i, 1);
        if loose {
            return (!self.counted_plural(i + 1)).then(|| item(i + 1))?;
        }
        let plausible = (1500..2100).contains(&y);
        let good = match before {
            "en" | "depuis" | "des" | "des'" | "debut" | "fin" | "courant" | "milieu" | "mi" | "annee" | "an" | "ete"
            | "printemps" | "automne" | "hiver" => !self.counted_plural(i + 1),
            "de" | "d'" => {
                plausible
                    && !self.counted_plural(i + 1)
                    && (!self.counted(i + 1) || !self.is(self.before_of(i), &["plus", "moins", "pres", "total", "nombre"]))
                    && !self.is(self.before_of(i), &["plus", "moins", "pres", "total", "dizaine", "numero", "code"])
            }
            "avant" | "apres" | "vers" | "entre" | "jusqu'en" | "jusqu'a" | "et" | "a" | "ou" => {
                plausible && !self.counted(i + 1) && (before != "a" || self.is(i.wrapping_sub(2), &["jusqu'", "ici"]))
                    && (!matches!(before, "et" | "ou") || self.before.0 + 1 == i && self.before.1 == super::TimexType::Date)
            }
            "(" => plausible && self.is(i + 1, &[")", ",", ";", "-", "–"]),
            "," => self.before.0 + 1 == i && plausible && self.stops(i + 1) && self.year(i.wrapping_sub(2)).is_some(),
            _ => {
                // « la présidentielle 2002 », « le bilan 2001 »: a noun in lower case, then the year.
                let noun = i.checked_sub(1).and_then(|k| self.token(k));
                noun.is_some_and(|t| t.is_word() && !t.is_elision())
                    && (1900..2060).contains(&y)
                    && !function_word(before)
                    && before.len() > 3
                    && self.class(i - 1) == Class::None
                    && !self.counted(i + 1)
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

    fn before_of(&self, i: usize) -> usize {
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
        let stop = self.f(end) == "." && !self.stops(end + 1);
        Some((end + usize::from(stop), before))
    }

    /// Dates in figures: `15/03/2019`, `2014-2016`, `6-7 mai`, `2015-3`.
    pub(super) fn figures(&self, i: usize) -> Option<Item> {
        let token = self.token(i).filter(|t| t.is_number())?;
        // « 18 08 1978 »
        if let (2, 2, Some(y)) = (self.f(i).len(), self.f(i + 1).len(), self.year(i + 2)) {
            let alone = !self.token(i.wrapping_sub(1)).is_some_and(|t| t.is_number()) && !self.counted(i + 3);
            let point = self.int(i + 1).zip(self.int(i)).and_then(|(m, d)| numeric::day(y, m, d));
            if alone && point.is_some() {
                return Some(Item { explicit: true, ..Item::new(Node::Point(point), i + 3, "timex:figures") });
            }
        }
        if token.is_joined() || token.is_glued() && self.token(i.wrapping_sub(1)).is_some_and(|t| !t.is_punct() && !t.is_elision()) {
            return None;
        }
        let cal = |y, m, d| Cal { year: y, month: m, day: d, ..Cal::default() };
        match numeric::numeric(self.f(i))? {
            Numeric::Day(point) => {
                let (end, point) = self.offset(i + 1, point);
                Some(Item { explicit: true, ..Item::new(Node::Point(Some(point)), end, "timex:figures") })
            }
            Numeric::Month(y, m) => {
                let sure = self.f(i).len() == 7 || self.is(i.wrapping_sub(1), &["en", "le", "de", "du", "?", "depuis"]);
                let free = self.stops(i + 1) || !self.counted(i + 1);
                (sure && free).then(|| Item::new(Node::Cal(cal(Some(y), Some(m), None)), i + 1, "timex:figures"))
            }
            Numeric::Years(a, b) => {
                let pair = Node::Pair(cal(Some(a), None, None), cal(Some(b), None, None));
                (!self.counted_plural(i + 1) && (1000..2100).contains(&a))
                    .then(|| Item { explicit: true, ..Item::new(pair, i + 1, "timex:years") })
            }
            Numeric::Pair(a, b) => {
                let (m, end) = self.month_at(i + 1, true)?;
                let (year, pull, end) = self.year_after(end, true).unwrap_or((None, Pull::None, end));
                let full = |d| Cal { year, month: Some(m), day: Some(d), pull, ..Cal::default() };
                let item = Item::new(Node::Pair(full(a), full(b)), end, "timex:days");
                Some(Item { explicit: year.is_some(), ..item })
            }
            Numeric::DayMonth(d, m) => {
                let sure = self.is(i.wrapping_sub(1), &["le", "du", "au"]) && self.f(i).len() == 5 && !self.counted(i + 1);
                sure.then(|| Item::new(Node::Cal(cal(None, Some(m), Some(d))), i + 1, "timex:figures"))
            }
        }
    }

    /// `+01:00` after an ISO date-time.
    fn offset(&self, i: usize, point: Point) -> (usize, Point) {
        let Some(super::value::Clock::At(h, m, s, None)) = point.clock else { return (i, point) };
        let sign = match self.f(i) {
            "+" => 1,
            "-" | "−" => -1,
            _ => return (i, point),
        };
        let Some((oh, Some(om), None, None)) = numeric::clock(self.f(i + 1)) else { return (i, point) };
        let zone = sign * (oh.min(24) * 60 + om) as i16;
        (i + 2, point.at(super::value::Clock::At(h, m, s, Some(zone))))
    }

    /// « années 1990 », « années 80 », « siècle dernier », « an 2000 », « mois de mars », « semaine dernière ».
    pub(super) fn of_unit(&self, i: usize) -> Option<Item> {
        let (unit, j) = self.unit(i)?;
        let point = |p, end| Some(Item::new(Node::Point(p), end, "timex:period"));
        let plural = matches!(self.f(i), "annees" | "ans" | "jours" | "semaines" | "siecles");
        if unit == Unit::Year && self.f(i) == "annees" {
            return self.decade(j);
        }
        if plural || matches!(self.f(j.wrapping_sub(1)), "ends" | "weekends") {
            return None;
        }
        if unit == Unit::Year {
            if let Some(y) = self.year(j) {
                return Some(Item::new(Node::Cal(Cal { year: Some(y), ..Cal::default() }), j + 1, "timex:year"));
            }
            if let Some(n) = self.int(j).filter(|&n| self.f(i) == "an" && (100..1000).contains(&n)) {
                return point(Some(Point::year(n as i16)), j + 1);
            }
        }
        if unit == Unit::Month && self.is(j, &["de", "d'"]) {
            if let Class::Month(_) = self.class(j + 1) {
                let item = self.cal(j + 1)?;
                return Some(Item { rule: "timex:month", ..item });
            }
        }
        if unit == Unit::Week {
            if self.is(j, &["du"]) {
                if let Some(Item { node: Node::Cal(cal), end, .. }) = self.cal(j + 1).filter(|_| self.day_number(j + 1).is_some()) {
                    let day = self.resolve(cal, i).and_then(Point::to_date);
                    return point(day.map(super::resolve::week), end);
                }
            }
            if let Some(w) = self.int(j).filter(|w| (1..=53).contains(w) && self.f(j).len() <= 2 && !self.counted(j + 1)) {
                let year = self.reference.map(|r| r.year());
                return point(Some(numeric::within(year, Within::Week(Some(w as u8)))), j + 1);
            }
        }
        if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Fortnight | Unit::Millennium) {
            return None;
        }
        let (shift, told, end) = match self.class(j) {
            Class::Last => (-1, false, j + 1),
            Class::Past if self.lowered(j).starts_with("passé") && unit != Unit::Day => (-1, false, j + 1),
            Class::Next => (1, false, j + 1),
            Class::Before => (-1, true, j + 1),
            Class::After => (1, true, j + 1),
            _ if self.is(j, &["d'"]) && self.is(j + 1, &["apres", "avant"]) => {
                (if self.f(j + 1) == "apres" { 1 } else { -1 }, true, j + 2)
            }
            _ if self.is(j, &["a"]) && self.is(j + 1, &["venir"]) => (1, false, j + 2),
            _ if unit == Unit::Day && self.is(j, &["meme"]) && self.back(i, 1) == "le" => {
                return point(self.told_day(5).map(Point::day), j + 1);
            }
            _ => return None,
        };
        if unit == Unit::Day && !told {
            return None;
        }
        point(self.period(unit, shift, told), end)
    }

    fn decade(&self, j: usize) -> Option<Item> {
        let item = |year, end| Some(Item::new(Node::Point(year), end, "timex:decade"));
        let whole = |y: i16| Some(Point::new(Year::Decade(y / 10), Within::Whole));
        if let Some(y) = self.year(j) {
            // « années 1800 » may be a decade or a century.
            return item(if y % 100 == 0 { None } else if y % 10 == 0 { whole(y) } else { return None }, j + 1);
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
