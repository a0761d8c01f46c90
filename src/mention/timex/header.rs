//! The reference date the text itself tells.
//!
//! Comes in: the tokens. Goes out: the full date of a header line, or of a
//! dateline, its year taken from a full date of the same day elsewhere when
//! it has none. Reads only the head of the text, but for that year.

use super::calendar::Node;
use super::reader::Reader;
use super::resolve::Cal;
use super::value::Point;
use super::vocabulary::Vocabulary;
use super::{DateSource, Direction, TimexType};
use crate::text::Source;
use jiff::civil::Date;

/// Words before the date of a header line.
const LEAD: [&str; 15] = [
    "publie",
    "mis",
    "mise",
    "a",
    "jour",
    "modifie",
    "cree",
    "le",
    "date",
    ":",
    "actualites",
    "actualite",
    "(",
    "depeche",
    "du",
];
/// Lines of the text that can be a header.
const LINES: usize = 12;
/// Tokens of the text that can hold header and dateline.
const HEAD: usize = 260;

pub(super) fn reference_date(source: Source<'_>, vocabulary: &Vocabulary) -> Option<(Date, DateSource)> {
    let reader = Reader {
        source,
        vocabulary,
        classes: &[],
        reference: None,
        adjectives: false,
        direction: &|_| Direction::Unknown,
        start: 0,
        limit: source.len(),
        floor: 0,
        sentence: 0,
        told: None,
        frame: None,
        before: (usize::MAX / 2, TimexType::Set),
    };
    let mut dateline = None;
    let mut line = 0;
    for i in 0..source.len().min(HEAD) {
        let Some(token) = source.get(i) else { break };
        if !token.starts_line() {
            continue;
        }
        line += 1;
        if line <= LINES {
            if let Some(date) = header(&reader, i) {
                return Some((date, DateSource::Header));
            }
        }
        if dateline.is_none() {
            dateline = place_and_day(&reader, i);
        }
    }
    let (cal, own) = dateline?;
    if let Some(date) = date(&reader, cal) {
        return Some((date, DateSource::Dateline));
    }
    let year = year_elsewhere(&reader, cal, own)?;
    date(&reader, Cal { year: Some(year), ..cal }).map(|d| (d, DateSource::Dateline))
}

fn date(reader: &Reader<'_>, cal: Cal) -> Option<Date> {
    cal.year?;
    reader.resolve(cal, 0).and_then(Point::to_date)
}

/// A full date that begins a line, perhaps after « Publié le » or « Paris, le », and is not the subject of a sentence.
fn header(reader: &Reader<'_>, line: usize) -> Option<Date> {
    let mut i = line;
    let mut steps = 0;
    while steps < 8 && reader.is(i, &LEAD) {
        i += 1;
        steps += 1;
    }
    if i == line && reader.capital(i) && reader.f(i + 1) == "," && reader.is(i + 2, &["le"]) {
        i += 3;
    }
    if !reader.may_begin_item(i) {
        return None;
    }
    let bare_article = i == line + 1 && reader.is(line, &["le"]);
    let item = reader.item(i, false)?;
    let point = match item.node {
        Node::Cal(cal) if cal.year.is_some() && cal.day.is_some() => reader.resolve(cal, i)?,
        Node::Point(Some(point)) => point,
        _ => return None,
    };
    let found = reader.mention(i, item);
    let end = found.end;
    let next_line = reader.token(end).is_none_or(crate::text::Token::starts_line);
    let mark = reader.is(end, &[".", "-", "–", "—", ")", "|", "/", "--"])
        || reader.f(end) == "," && i == line && dash_closes(reader, end + 1);
    let hour = reader.is(end, &["a", "-", "|"]) && reader.reading(end + 1).is_some();
    (next_line || (mark || hour) && !bare_article).then(|| point.to_date())?
}

/// « 26 juillet 2016, Cracovie. – »
fn dash_closes(reader: &Reader<'_>, from: usize) -> bool {
    let line = (from..from + 10).take_while(|&k| reader.token(k).is_some_and(|t| !t.starts_line()));
    line.into_iter().any(|k| reader.is(k, &["-", "–", "—", "--"]))
}

/// « SEOUL, 15 mars (Yonhap) -- », « Paris, le 3 mai 2018 (AFP) - ».
fn place_and_day(reader: &Reader<'_>, line: usize) -> Option<(Cal, usize)> {
    if !reader.capital(line) {
        return None;
    }
    for comma in line + 1..line + 8 {
        let token = reader.token(comma)?;
        if token.starts_line() || token.is_punct() && reader.is(comma, &[".", ";", "--", "—"]) {
            return None;
        }
        if !token.is_punct() || !reader.is(comma, &[",", "("]) {
            continue;
        }
        let i = comma + 1 + usize::from(reader.is(comma + 1, &["le"]));
        let Some(item) = reader.item(i, false) else { continue };
        let Node::Cal(cal) = item.node else { continue };
        if cal.day.is_none() || cal.month.is_none() {
            continue;
        }
        let closes = reader.is(item.end, &["(", "--", "-", "–", "—", ".", "/", ")", ":"]);
        return closes.then_some((cal, i));
    }
    None
}

/// The year of a full date of the same day and month anywhere, else of the first full date of a nearby month.
fn year_elsewhere(reader: &Reader<'_>, cal: Cal, own: usize) -> Option<i16> {
    let mut i = 0;
    while i < reader.limit {
        let number = reader.token(i).is_some_and(crate::text::Token::is_number);
        if i != own && number {
            if let Some(item) = reader.item(i, false) {
                let point = match item.node {
                    Node::Cal(c) if c.year.is_some() && c.day.is_some() => reader.resolve(c, i),
                    Node::Point(p) => p,
                    _ => None,
                };
                if let Some(d) = point.and_then(Point::to_date) {
                    if Some(d.month().unsigned_abs()) == cal.month && Some(d.day().unsigned_abs()) == cal.day {
                        return Some(d.year());
                    }
                }
                i = item.end.max(i + 1);
                continue;
            }
        }
        i += 1;
    }
    None
}
