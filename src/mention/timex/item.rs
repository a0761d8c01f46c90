//! Which date begins at a token: the choice among calendar, deictics, seasons, feasts, periods.
//!
//! Comes in: a position and whether the words before already promise a date.
//! Goes out: an [`Item`]. Decides nothing about hours and intervals.

use super::calendar::{Item, Node};
use super::numeric;
use super::reader::Reader;
use super::resolve::{plus_days, Cal, Pull};
use super::value::{Point, Season, Unit, Vague, Value, Within, Year};
use super::vocabulary::Class;
use super::Direction;

impl Reader<'_> {
    /// The date at token `i`; `loose` when an interval's first end has already been read.
    pub(super) fn item(&self, i: usize, loose: bool) -> Option<Item> {
        let token = self.token(i)?;
        if token.is_number() {
            return self
                .figures(i)
                .or_else(|| self.cal(i))
                .or_else(|| self.ordinal_period(i))
                .or_else(|| self.bare_year(i, loose))
                .or_else(|| self.day_in_month(i));
        }
        match self.class(i) {
            Class::Month(_) => self.cal(i).filter(|item| {
                let bare = matches!(item.node, Node::Cal(Cal { year: None, .. }));
                !bare || !self.capital(i) || token.is_all_caps() || self.in_front_of_month(i)
            }),
            Class::Weekday(_) => self.cal(i).filter(|item| {
                let alone = matches!(item.node, Node::Cal(Cal { day: None, .. }));
                !alone || self.may_be_capital(i)
            }),
            Class::ShortMonth(_) | Class::ShortWeekday(_) | Class::Number(_) => self.cal(i),
            Class::Ordinal(_) => self.cal(i).or_else(|| self.ordinal_period(i)),
            Class::Deictic(n) => self.deictic(i, i + 1, i32::from(n)),
            Class::Prior if self.joined(i + 1) => match self.class(i + 1) {
                Class::Deictic(-1) => self.deictic(i, i + 2, -2),
                Class::Told(-1) => Some(self.from_told(i + 2, -2)),
                _ => None,
            },
            Class::Posterior if self.joined(i + 1) && self.class(i + 1) == Class::Deictic(1) => self.deictic(i, i + 2, 2),
            Class::Told(n) => self.told_item(i, n),
            Class::Season(season) => self.season_item(i, season),
            Class::Feast(feast) => {
                let capital = self.capital(i);
                let name = self.token(i + 1).is_some_and(|t| t.is_capitalized() && !t.is_all_caps());
                let early = self.joined(i) || self.joined(i + 1) || self.is(i.wrapping_sub(1), &["ile", "iles"]);
                if !capital || name || early {
                    return None;
                }
                let (year, pull, end) = self.year_after(i + 1, true).unwrap_or((None, Pull::None, i + 1));
                Some(Item::new(Node::Feast(feast, year, pull), end, "timex:feast"))
            }
            Class::New if self.is(i + 1, &["an"]) => {
                let (year, pull, end) = self.year_after(i + 2, true).unwrap_or((None, Pull::None, i + 2));
                Some(Item::new(Node::Feast(super::feast::Feast::Fixed(1, 1), year, pull), end, "timex:feast"))
            }
            Class::Saint if self.joined(i + 1) || self.is(i + 1, &["sylvestre"]) => {
                let (m, d) = match self.f(i + 1) {
                    "sylvestre" => (12, 31),
                    "valentin" => (2, 14),
                    _ => return None,
                };
                let (year, pull, end) = self.year_after(i + 2, true).unwrap_or((None, Pull::None, i + 2));
                Some(Item::new(Node::Feast(super::feast::Feast::Fixed(m, d), year, pull), end, "timex:feast"))
            }
            Class::Unit(_) | Class::Week => self.of_unit(i),
            Class::Last | Class::Next => self.near_unit(i),
            Class::Demonstrative => self.demonstrative(i),
            Class::Same if self.back(i, 1) == "le" || self.back(i, 1) == "la" => match self.f(i + 1) {
                "jour" => Some(Item::new(Node::Point(self.told_day(5).map(Point::day)), i + 2, "timex:told")),
                "annee" | "mois" => {
                    let unit = self.unit(i + 1)?.0;
                    Some(Item::new(Node::Point(self.period(unit, 0, true)), i + 2, "timex:told"))
                }
                _ => None,
            },
            _ => self.century(i).or_else(|| self.short_quarter(i)),
        }
    }

    /// « en Mars », « fin Avril »: a capital is no name there.
    fn in_front_of_month(&self, i: usize) -> bool {
        self.is(i.wrapping_sub(1), &["en", "fin", "debut", "mi", "courant", "depuis"])
            || self.is(i.wrapping_sub(2), &["mois"])
    }

    /// A capitalised weekday is one at the start of a sentence or line, in capitals, or after a mark.
    fn may_be_capital(&self, i: usize) -> bool {
        let Some(token) = self.token(i) else { return false };
        if !token.is_capitalized() || token.is_all_caps() || token.starts_sentence() || token.starts_line() {
            return true;
        }
        self.token(i.wrapping_sub(1)).is_none_or(|t| t.is_punct()) || self.is(i.wrapping_sub(1), &["ce", "le"])
    }

    /// « hier », « hier jeudi 16 août ».
    fn deictic(&self, i: usize, end: usize, days: i32) -> Option<Item> {
        let day = self.reference.and_then(|r| plus_days(r, days)).map(Point::day);
        if matches!(self.class(end), Class::Weekday(_)) || self.day_number(end).is_some() {
            if let Some(item) = self.cal(end) {
                if let Node::Cal(cal) = item.node {
                    if cal.grain() == 3 {
                        let node = day.map_or(item.node, |d| Node::Point(Some(d)));
                        return Some(Item { node, rule: "timex:deictic", ..item });
                    }
                }
            }
        }
        let _ = i;
        Some(Item::new(Node::Point(day), end, "timex:deictic"))
    }

    fn from_told(&self, end: usize, days: i32) -> Item {
        let day = self.told_day(5).or(self.reference).and_then(|d| plus_days(d, days)).map(Point::day);
        Item::new(Node::Point(day), end, "timex:told")
    }

    /// « la veille », « le lendemain », « le surlendemain »; of an event they have no value.
    fn told_item(&self, i: usize, days: i8) -> Option<Item> {
        let article = match days {
            -1 => self.is(i.wrapping_sub(1), &["la"]),
            1 => self.is(i.wrapping_sub(1), &["le", "au", "du", "des"]) || self.capital(i) && self.token(i)?.starts_sentence() || self.back(i, 1).is_empty() || !self.is(i.wrapping_sub(1), &["un", "les", "sans", "aux"]),
            _ => true,
        };
        let watch = ["technologique", "sanitaire", "strategique", "concurrentielle", "citoyenne", "juridique", "scientifique"];
        if !article || days == -1 && self.is(i + 1, &watch) {
            return None;
        }
        let item = self.from_told(i + 1, i32::from(days));
        if self.is(i + 1, &["meme"]) && days == -1 {
            return Some(Item { end: i + 2, ..item });
        }
        let infinitive = |w: &str| w.ends_with("er") || w.ends_with("ir") || w.ends_with("re");
        if let Some(k) = self.of(i + 1).filter(|&k| self.back(k, 1).len() > 2 || !infinitive(self.f(k))) {
            // Of a day: that day; of an event: unknown.
            let day = self.item(k, false).filter(Item::is_daily);
            return Some(match day {
                Some(inner) => {
                    let date = self.point_of(inner.node, k).and_then(Point::to_date);
                    let node = Node::Point(date.and_then(|d| plus_days(d, i32::from(days))).map(Point::day));
                    Item { node, end: inner.end, ..item }
                }
                None => Item { node: Node::Point(None), ..item },
            });
        }
        Some(item)
    }

    fn season_item(&self, i: usize, season: Season) -> Option<Item> {
        if season == Season::Summer {
            // The participle.
            let good = ["l'", "cet", "d'", "en", "tout", "chaque", "plein", "debut", "fin", "mi", "dernier", "prochain", "courant", "un"];
            if self.lowered(i) != "été" && !self.token(i)?.is_all_caps() || !self.is(i.wrapping_sub(1), &good) {
                return None;
            }
        }
        if self.capital(i) && !self.token(i)?.is_all_caps() && self.year(i + 1).is_none() {
            return None;
        }
        // « les Jeux d'hiver », « vacances d'été »: a kind, not a time.
        let kind = self.back(i, 1) == "d'" && !matches!(self.class(i.wrapping_sub(2)), Class::Edge(_));
        if kind && self.year_after(i + 1, false).is_none() {
            return None;
        }
        if self.is(i + 1, &["arabe", "arabes", "berbere", "erable"]) || self.is(i + 1, &["de"]) && self.capital(i + 2) {
            return None;
        }
        let known = self.is(i.wrapping_sub(1), &["au", "l'", "du", "cet", "en", "le", "d'", "ce", "debut", "fin", "mi", "depuis", "a", "dernier", "prochain"]);
        // « hiver 2017-2018 »
        if let Some(numeric::Numeric::Years(a, _)) = self.token(i + 1).filter(|t| t.is_number()).and_then(|_| numeric::numeric(self.f(i + 1))) {
            return Some(Item::new(Node::Season(season, Some(a), Pull::None), i + 2, "timex:season"));
        }
        match self.year_after(i + 1, false) {
            Some((year, pull, end)) => {
                let item = Item::new(Node::Season(season, year, pull), end, "timex:season");
                Some(Item { explicit: year.is_some(), ..item })
            }
            None => known.then(|| Item::new(Node::Season(season, None, Pull::None), i + 1, "timex:season")),
        }
    }

    /// « premier trimestre 2019 », « deuxième semestre », « première semaine de mars », « dernier jour ».
    fn ordinal_period(&self, i: usize) -> Option<Item> {
        let n = self.ordinal(i)?;
        let (unit, mut j) = self.unit(i + 1)?;
        if unit == Unit::Century {
            return self.century_value(n, j);
        }
        let item = |p, end| Some(Item::new(Node::Point(p), end, "timex:ordinal"));
        let limit = match unit {
            Unit::Quarter => 4,
            Unit::Half | Unit::Fortnight => 2,
            Unit::Day | Unit::Week | Unit::Month | Unit::Year => 400,
            _ => return None,
        };
        if n > limit || n == 0 || self.f(i + 1).ends_with('s') && unit != Unit::Month {
            return None;
        }
        let of = self.of(j).unwrap_or(j);
        let outer = self.item(of, true).filter(|o| of > j || matches!(o.node, Node::Cal(Cal { day: None, year: Some(_), .. })));
        let year = outer.and_then(|o| match self.point_of(o.node, of) {
            Some(Point { year: Year::Is(y), within: Within::Whole, .. }) => Some((y, o.end)),
            _ => None,
        });
        if let (Unit::Quarter | Unit::Half, None) = (unit, year) {
            if self.is(j, &["dernier", "prochain"]) {
                j += 1;
            }
        }
        let within = match unit {
            Unit::Quarter => Within::Quarter(n as u8),
            Unit::Half => Within::Half(n as u8),
            Unit::Week if n <= 53 && year.is_some() => Within::Week(Some(n as u8)),
            Unit::Month if n <= 12 && year.is_some() => Within::Month(n as u8),
            _ => {
                if let Some(o) = outer.filter(|o| matches!(o.node, Node::Cal(c) if c.grain() <= 2) && of > j) {
                    return item(None, o.end);
                }
                return item(None, j);
            }
        };
        if let Some((y, end)) = year {
            let found = item(Some(numeric::within(Some(y), within)), end)?;
            return Some(Item { explicit: true, ..found });
        }
        item(self.nearest_part(within, n, limit, i), j)
    }

    /// The quarter or half of the year that the direction points to.
    fn nearest_part(&self, within: Within, n: u32, parts: u32, at: usize) -> Option<Point> {
        let Some(reference) = self.reference else { return Some(numeric::within(None, within)) };
        let now = (u32::from(reference.month().unsigned_abs()) - 1) / (12 / parts) + 1;
        let shift = match self.way(at) {
            Direction::Past => -i16::from(n > now),
            Direction::Future => i16::from(n < now),
            Direction::Unknown => 0,
        };
        Some(numeric::within(Some(reference.year() + shift), within))
    }

    /// « T1 2019 », « S2 2018 »
    fn short_quarter(&self, i: usize) -> Option<Item> {
        let word = self.f(i).as_bytes();
        let within = match word {
            [b't', d @ b'1'..=b'4'] => Within::Quarter(d - b'0'),
            [b's', d @ b'1'..=b'2'] => Within::Half(d - b'0'),
            _ => return None,
        };
        let y = self.year(i + 1)?;
        let item = Item::new(Node::Point(Some(numeric::within(Some(y), within))), i + 2, "timex:ordinal");
        Some(Item { explicit: true, ..item })
    }

    /// « XIXe siècle » at its Roman numeral.
    pub(super) fn century(&self, i: usize) -> Option<Item> {
        if self.class(i + 1) != Class::Unit(Unit::Century) {
            return None;
        }
        let n = numeric::roman_ordinal(self.f(i)).or_else(|| self.ordinal(i))?;
        self.century_value(n, i + 2)
    }

    fn century_value(&self, n: u32, end: usize) -> Option<Item> {
        if !(1..=30).contains(&n) {
            return None;
        }
        let (end, before) = self.before_christ(end).unwrap_or((end, false));
        let point = (!before).then(|| Point::new(Year::Century(n as i16 - 1), Within::Whole));
        Some(Item::new(Node::Point(point), end, "timex:century"))
    }

    /// « prochaine semaine », « dernier trimestre », « dernière semaine de 2016 », « dernier jour ».
    fn near_unit(&self, i: usize) -> Option<Item> {
        let last = self.class(i) == Class::Last;
        if self.f(i).ends_with('s') {
            return None;
        }
        if let Class::Season(season) = self.class(i + 1) {
            let pull = if last { Pull::Last } else { Pull::Next };
            return Some(Item::new(Node::Season(season, None, pull), i + 2, "timex:season"));
        }
        if matches!(self.class(i + 1), Class::Weekday(_)) {
            let item = self.cal(i + 1)?;
            let Node::Cal(cal) = item.node else { return None };
            let pull = if last { Pull::Last } else { Pull::Next };
            return Some(Item { node: Node::Cal(Cal { pull, ..cal }), ..item });
        }
        let (unit, j) = self.unit(i + 1)?;
        if unit < Unit::Day || unit == Unit::Fortnight {
            return None;
        }
        let item = |p, end| Some(Item::new(Node::Point(p), end, "timex:period"));
        if last {
            if let Some(of) = self.of(j) {
                if let Some(outer) = self.item(of, true) {
                    let point = match self.point_of(outer.node, of) {
                        Some(Point { year: Year::Is(y), within: Within::Whole, .. }) if unit == Unit::Week => {
                            let day = jiff::civil::Date::new(y, 12, 28).ok();
                            day.map(super::resolve::week)
                        }
                        _ => None,
                    };
                    return item(point, outer.end);
                }
                return item(None, j);
            }
            if unit == Unit::Day || unit == Unit::Year {
                return item(None, j);
            }
            return item(self.period(unit, -1, false), j);
        }
        if self.is(i.wrapping_sub(1), &["la", "le", "du", "au", "l'", "ce"]) {
            return item(self.period(unit, 1, false), j);
        }
        None
    }

    /// « ce mois-ci », « cette année-là », « ce 15 mars », « cet été ».
    fn demonstrative(&self, i: usize) -> Option<Item> {
        if self.f(i) == "ces" {
            return None;
        }
        let k = i + 1 + usize::from(self.class(i + 1) == Class::Same);
        let item = |p, end, rule| Some(Item::new(Node::Point(p), end, rule));
        if let Some((unit, mut j)) = self.unit(k) {
            if unit < Unit::Day || unit == Unit::Fortnight || unit == Unit::Millennium {
                return None;
            }
            if self.joined(j) && self.f(j) == "la" || k > i + 1 {
                let end = if k > i + 1 { j } else { j + 1 };
                return item(self.period(unit, 0, true), end, "timex:told");
            }
            if unit == Unit::Month && self.is(j, &["de", "d'"]) && matches!(self.class(j + 1), Class::Month(_)) {
                return self.this(self.cal(j + 1)?);
            }
            j += usize::from(self.joined(j) && self.f(j) == "ci");
            if unit == Unit::Day && self.f(i + 1) != "jour" {
                return None;
            }
            if unit == Unit::Day && self.back(i, 1) == "a" {
                return None;
            }
            return item(self.period(unit, 0, false), j, "timex:this");
        }
        match self.class(k) {
            Class::Season(season) => {
                let item = self.season_item(k, season)?;
                let Node::Season(season, year, pull) = item.node else { return None };
                let pull = if pull == Pull::None { Pull::This } else { pull };
                Some(Item { node: Node::Season(season, year, pull), ..item })
            }
            Class::Month(_) | Class::Weekday(_) => self.this(self.cal(k)?),
            _ if self.day_number(k).is_some() => {
                self.cal(k).and_then(|c| self.this(c)).or_else(|| self.item(k, false).filter(|x| matches!(x.node, Node::Pair(..))))
            }
            _ => None,
        }
    }

    fn this(&self, item: Item) -> Option<Item> {
        let Node::Cal(cal) = item.node else { return None };
        let pull = if cal.pull == Pull::None { Pull::This } else { cal.pull };
        Some(Item { node: Node::Cal(Cal { pull, ..cal }), ..item })
    }

    /// « le 3 du mois », « le 15 du mois prochain », « le 15 » before a mark.
    fn day_in_month(&self, i: usize) -> Option<Item> {
        let d = self.day_number(i)?;
        if !self.is(i.wrapping_sub(1), &["le", "du", "au"]) || self.joined(i + 1) {
            return None;
        }
        if self.is(i + 1, &["du"]) && self.is(i + 2, &["mois", "meme"]) {
            let k = i + 2 + usize::from(self.f(i + 2) == "meme");
            let (unit, mut end) = self.unit(k)?;
            let mut month = self.period(unit, 0, k > i + 2);
            if let Some(Item { node: Node::Point(p), end: e, .. }) = self.of_unit(k) {
                (month, end) = (p, e);
            }
            let point = match month {
                Some(Point { year: Year::Is(y), within: Within::Month(m), .. }) => numeric::day(y, u32::from(m), u32::from(d)),
                _ => Some(numeric::within(None, Within::DayOfMonth(d))),
            };
            return Some(Item::new(Node::Point(point), end, "timex:day-of-month"));
        }
        let part = self.is(i + 1, &["au"]) && matches!(self.class(i + 2), Class::Part(_));
        let noun = self.is(i.wrapping_sub(2), &["numero", "joueur", "dossier", "maillot", "autoroute", "article", "chiffre"]);
        let free = self.stops(i + 1) && !self.is(i + 1, &["/", ":", "-", "«", "(", "\""]) || self.is(i + 1, &["dernier", "prochain", "courant"]);
        let verb = self.f(i.wrapping_sub(1)) == "le" && !self.is(i.wrapping_sub(2), &["et", "ou"]);
        if !part && (noun || !free || !verb || self.f(i).len() > 3) {
            return None;
        }
        let (pull, end) = self.pull(i + 1).unwrap_or((Pull::None, i + 1));
        Some(Item::new(Node::Cal(Cal { day: Some(d), pull, ..Cal::default() }), end, "timex:day-of-month"))
    }

    /// The point of a date that begins at `at`.
    pub(super) fn point_of(&self, node: Node, at: usize) -> Option<Point> {
        match node {
            Node::Cal(cal) => self.resolve(cal, at),
            Node::Feast(feast, year, pull) => self.feast(feast, year, pull, at).map(Point::day),
            Node::Season(season, year, pull) => Some(self.season(season, year, pull, at)),
            Node::Point(point) => point,
            Node::Pair(a, _) => self.resolve(a, at),
        }
    }

    /// The value of a date alone; « aujourd'hui » without a reference is the present.
    pub(super) fn value_of(&self, item: &Item, at: usize) -> Option<Value> {
        let today = matches!(self.class(at), Class::Deictic(0));
        match self.point_of(item.node, at) {
            Some(point) => Some(Value::Point(point)),
            None if today && self.reference.is_none() => Some(Value::Vague(Vague::Present)),
            None => None,
        }
    }
}

impl Item {
    /// Whether the date is a day, so that an hour may follow.
    pub(super) fn is_daily(&self) -> bool {
        match self.node {
            Node::Cal(cal) => cal.grain() == 3,
            Node::Feast(feast, ..) => feast != super::feast::Feast::Ramadan,
            Node::Point(Some(p)) => matches!(p.within, Within::Day(..) | Within::DayOfMonth(_)) && p.clock.is_none(),
            Node::Point(None) => matches!(self.rule, "timex:deictic" | "timex:told"),
            Node::Season(..) | Node::Pair(..) => false,
        }
    }
}
