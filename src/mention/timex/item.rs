//! Which date begins at a token: the choice among calendar, deictics, seasons, feasts, periods.
//!
//! Comes in: a position and whether the words before already promise a date.
//! Goes out: an [`Item`]. Decides nothing about hours and intervals.

use super::calendar::{Item, Node};
use super::feast::Feast;
use super::numeric;
use super::reader::Reader;
use super::resolve::{plus_days, Cal, Pull};
use super::trigger::{letters, may_be_roman};
use super::value::{Point, Season, Within};
use super::vocabulary::Class;

impl Reader<'_> {
    /// Whether a date may begin at token `i` at all: most words begin none.
    pub(super) fn may_begin_item(&self, i: usize) -> bool {
        let folded = self.f(i);
        let word = || self.class(i) != Class::None || may_be_roman(folded) || letters(folded);
        self.token(i).is_some_and(|t| t.is_number() || word())
    }

    /// The date at token `i`; `loose` when an interval's first end has already been read.
    pub(super) fn item(&self, i: usize, loose: bool) -> Option<Item> {
        let token = self.token(i)?;
        if token.is_number() {
            return self
                .ancient(i)
                .or_else(|| self.figures(i))
                .or_else(|| self.cal(i))
                .or_else(|| self.ordinal_period(i))
                .or_else(|| self.bare_year(i, loose))
                .or_else(|| self.day_in_month(i));
        }
        match self.class(i) {
            Class::Month(_) if self.joined(i + 1) && self.amid(i).is_some() => self.amid(i),
            // « poisson d'avril »
            Class::Month(_) if self.is(i.wrapping_sub(2), &["poisson", "poissons"]) => None,
            Class::Month(_) => self.cal(i).filter(|item| {
                let bare = matches!(item.node, Node::Cal(Cal { year: None, .. }));
                !bare || !self.capital(i) || token.is_all_caps() || self.in_front_of_month(i)
            }),
            Class::Weekday(_) if self.weekday_feast(i).is_some() => self.weekday_feast(i),
            Class::Weekday(_) => self.cal(i).filter(|item| {
                let alone = matches!(item.node, Node::Cal(Cal { day: None, .. }));
                !alone || self.may_be_capital(i)
            }),
            Class::ShortMonth(_) | Class::ShortWeekday(_) => self.cal(i),
            Class::Number(_) => self.cal(i).or_else(|| self.year_in_words(i)).or_else(|| self.ordinal_period(i)),
            // « le premier de l'an »
            Class::Ordinal(1) if self.is(i + 1, &["de"]) && self.is(i + 2, &["l'"]) && self.is(i + 3, &["an"]) => {
                self.yearly(Feast::Fixed(1, 1), i + 4)
            }
            Class::Ordinal(_) => self.cal(i).or_else(|| self.ordinal_period(i)),
            Class::Deictic(n) => self.deictic(i, i + 1, i32::from(n)),
            // With or without its hyphen.
            Class::Prior => match self.class(i + 1) {
                Class::Deictic(-1) if self.joined(i + 1) || !self.is(i.wrapping_sub(1), &["bien", "juste", "d'"]) => {
                    self.deictic(i, i + 2, -2)
                }
                Class::Told(-1) if self.joined(i + 1) => self.told_of(i + 2, -2),
                _ => None,
            },
            Class::Posterior if self.class(i + 1) == Class::Deictic(1) => self.deictic(i, i + 2, 2),
            Class::Told(n) => self.told_item(i, n),
            Class::Season(season) => self.season_item(i, season),
            Class::Feast(feast) => {
                let capital = self.capital(i);
                let name = self.token(i + 1).is_some_and(|t| t.is_capitalized() && !t.is_all_caps());
                let early = self.is(
                    i.wrapping_sub(2),
                    &["sapin", "sapins", "pere", "arbre", "arbres", "conte", "marche", "marches"],
                ) || self.back(i, 1) == "pere"
                    || self.joined(i)
                    || self.joined(i + 1)
                    || self.is(i.wrapping_sub(1), &["ile", "iles"]);
                // « à noël »: many leave the capital out.
                let lower = feast == Feast::Ramadan
                    || feast.is_named_once()
                        && (self.is(i.wrapping_sub(1), &["a", "avant", "apres", "depuis", "jusqu'a", "vers", "pour"])
                            || self.back(i, 1).is_empty() && self.stops(i + 1));
                if !capital && !lower || name || early {
                    return None;
                }
                self.yearly(feast, i + 1)
            }
            // The Chinese one is another day.
            Class::New if self.is(i + 1, &["an"]) && !self.is(i + 2, &["chinois", "lunaire", "iranien", "berbere"]) => {
                self.yearly(Feast::Fixed(1, 1), i + 2)
            }
            // « la Saint-Jean » is the feast, « la primatiale Saint-Jean » a church.
            Class::Saint
                if (self.joined(i + 1) || self.is(i + 1, &["sylvestre"]))
                    && (self.back(i, 1) == "la" || self.token(i)?.starts_sentence()) =>
            {
                self.yearly(Feast::of_saint(self.f(i + 1))?, i + 2)
            }
            Class::Unit(_) | Class::Week => self.of_unit(i),
            Class::Last | Class::Next => self.near_unit(i),
            Class::Demonstrative => self.demonstrative(i),
            Class::Same if self.back(i, 1) == "le" || self.back(i, 1) == "la" => match self.f(i + 1) {
                "jour" => Some(Item::new(Node::Point(self.told_day(5).map(Point::day)), i + 2, "timex:told")),
                "annee" | "mois" | "semaine" | "trimestre" => {
                    let unit = self.unit(i + 1)?.0;
                    Some(Item::new(Node::Point(self.period(unit, 0, true)), i + 2, "timex:told"))
                }
                _ => {
                    // « le même soir »
                    let (part, end) = self.part(i + 1)?;
                    let point = self.told_day(5).map(|d| Point::day(d).at(super::value::Clock::Part(part)));
                    Some(Item::new(Node::Point(point), end, "timex:part"))
                }
            },
            _ => self.century(i).or_else(|| self.short_quarter(i)),
        }
    }

    /// A feast whose name ends before `end`, with its year.
    pub(super) fn yearly(&self, feast: Feast, end: usize) -> Option<Item> {
        let (year, pull, end) = self.year_after(end, true).unwrap_or((None, Pull::None, end));
        Some(Item::new(Node::Feast(feast, year, pull), end, "timex:feast"))
    }

    /// « lundi de Pâques », « Vendredi saint », « mercredi des Cendres », « Mardi gras ».
    pub(super) fn weekday_feast(&self, i: usize) -> Option<Item> {
        let Class::Weekday(w) = self.class(i) else { return None };
        let (days, end) = match (w, self.f(i + 1), self.class(i + 2)) {
            (4 | 5, "saint", _) => (i16::from(w) - 7, i + 2),
            (2, "gras", _) => (-47, i + 2),
            (3, "des", _) if self.f(i + 2) == "cendres" => (-46, i + 3),
            (7, "des", _) if self.f(i + 2) == "rameaux" => (-7, i + 3),
            (1, "de", Class::Feast(Feast::Easter(n))) => (n + 1, i + 3),
            (7, "de", Class::Feast(Feast::Easter(n))) => (n, i + 3),
            (4, "de", _) if self.class(i + 3) == Class::Feast(Feast::Easter(39)) => (39, i + 4),
            _ => return None,
        };
        self.yearly(Feast::Easter(days), end)
    }

    /// « en Mars », « fin Avril »: a capital is no name there.
    pub(super) fn in_front_of_month(&self, i: usize) -> bool {
        self.is(i.wrapping_sub(1), &["en", "fin", "debut", "mi", "courant", "depuis"])
            || self.is(i.wrapping_sub(2), &["mois"])
    }

    /// A capitalised weekday is one at the start of a sentence or line, in capitals, or after a mark.
    pub(super) fn may_be_capital(&self, i: usize) -> bool {
        let Some(token) = self.token(i) else { return false };
        if !token.is_capitalized() || token.is_all_caps() || token.starts_sentence() || token.starts_line() {
            return true;
        }
        self.token(i.wrapping_sub(1)).is_none_or(|t| t.is_punct()) || self.is(i.wrapping_sub(1), &["ce", "le"])
    }

    /// « hier », « hier jeudi 16 août ».
    pub(super) fn deictic(&self, i: usize, end: usize, days: i32) -> Option<Item> {
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

    pub(super) fn since_told(&self, end: usize, days: i32) -> Item {
        // The day after is told far back sooner than it is the reader's tomorrow.
        let reach = if days > 0 { 12 } else { 5 };
        let day = self.told_day(reach).or(self.reference).and_then(|d| plus_days(d, days)).map(Point::day);
        Item::new(Node::Point(day), end, "timex:told")
    }

    /// « la veille », « le lendemain », « le surlendemain »; of an event they have no value.
    pub(super) fn told_item(&self, i: usize, days: i8) -> Option<Item> {
        let article = match days {
            -1 => self.is(i.wrapping_sub(1), &["la"]),
            1 => {
                self.is(i.wrapping_sub(1), &["le", "au", "du", "des"])
                    || self.capital(i) && self.token(i)?.starts_sentence()
                    || self.back(i, 1).is_empty()
                    || !self.is(i.wrapping_sub(1), &["un", "les", "sans", "aux"])
            }
            _ => true,
        };
        let watch =
            ["technologique", "sanitaire", "strategique", "concurrentielle", "citoyenne", "juridique", "scientifique"];
        if !article || days == -1 && self.is(i + 1, &watch) {
            return None;
        }
        if self.is(i + 1, &["meme"]) && days == -1 {
            return Some(Item { end: i + 2, ..self.since_told(i + 1, -1) });
        }
        self.told_of(i + 1, i32::from(days))
    }

    /// The day `days` from the one told, or from the one named at `i`: « veille de Noël ».
    fn told_of(&self, i: usize, days: i32) -> Option<Item> {
        let item = self.since_told(i, days);
        let infinitive = |w: &str| w.ends_with("er") || w.ends_with("ir") || w.ends_with("re");
        let of = self.of(i);
        if of == Some(i + 1) && self.is(i, &["de", "d'"]) {
            let k = i + 1 + usize::from(self.is(i + 1, &["se", "s'", "y", "le", "l'", "les"]));
            if infinitive(self.f(k)) && self.item(i + 1, false).is_none() {
                // « à la veille de partir » tells no day.
                return (self.back(i, 3) != "a").then_some(item);
            }
        }
        if let Some(k) = of {
            // Of a day: that day; of an event: unknown.
            let day = self.item(k, false).filter(Item::is_daily);
            return Some(match day {
                Some(inner) => {
                    let date = self.point_of(inner.node, k).and_then(Point::to_date);
                    let node = Node::Point(date.and_then(|d| plus_days(d, days)).map(Point::day));
                    Item { node, end: inner.end, ..item }
                }
                None => Item { node: Node::Point(None), ..item },
            });
        }
        Some(item)
    }

    pub(super) fn season_item(&self, i: usize, season: Season) -> Option<Item> {
        if season == Season::Summer {
            // The participle.
            let good = [
                "l'", "cet", "d'", "en", "tout", "chaque", "plein", "debut", "fin", "mi", "dernier", "prochain",
                "courant", "un",
            ];
            let heads = self.token(i)?.starts_sentence() && self.year(i + 1).is_some();
            if !matches!(self.lowered(i), "été") && !self.token(i)?.is_all_caps()
                || !heads && !self.is(i.wrapping_sub(1), &good)
            {
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
        let known = self.is(
            i.wrapping_sub(1),
            &[
                "au", "l'", "du", "cet", "en", "le", "d'", "ce", "debut", "fin", "mi", "depuis", "a", "dernier",
                "prochain",
            ],
        );
        // « hiver 2017-2018 »
        if let Some(numeric::Numeric::Years(a, _)) =
            self.token(i + 1).filter(|t| t.is_number()).and_then(|_| numeric::numeric(self.f(i + 1)))
        {
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
}

impl Item {
    /// Whether the date is a day, so that an hour may follow.
    pub(super) fn is_daily(&self) -> bool {
        match self.node {
            Node::Cal(cal) => cal.grain() == 3,
            Node::Feast(feast, ..) => feast != Feast::Ramadan,
            Node::Point(Some(p)) => matches!(p.within, Within::Day(..) | Within::DayOfMonth(_)) && p.clock.is_none(),
            Node::Point(None) => matches!(self.rule, "timex:deictic" | "timex:told"),
            Node::Season(..) | Node::Pair(..) => false,
        }
    }
}
