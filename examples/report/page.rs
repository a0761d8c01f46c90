//! The page: overview, network, timeline, tables, and the documents.

use crate::common::draw;
use crate::common::events::Event;
use crate::common::graph::{By, Graph};
use depeche::output::html::{self, escaped};
use depeche::{MentionKind, Modality, Polarity};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Rows a table shows.
const ROWS: usize = 15;

/// What was read so far.
#[derive(Default)]
pub struct Page {
    ids: BTreeSet<String>,
    articles: Vec<String>,
    events: Vec<Event>,
}

impl Page {
    /// Adds a document; its id must be new, since links go by it.
    pub fn add(&mut self, id: &str, article: String, events: Vec<Event>) -> Result<(), String> {
        if !self.ids.insert(id.to_owned()) {
            return Err(format!("document id {id:?} was there before"));
        }
        self.articles.push(article);
        self.events.extend(events);
        Ok(())
    }

    /// Whether no document came.
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// The whole page.
    pub fn write(&self, title: &str, most: usize) -> String {
        let title = escaped(title);
        let mut out = html::opening().replacen("<title>depeche</title>", &format!("<title>{title}</title>"), 1);
        let style = format!("{}{}</style>", draw::STYLE, include_str!("report.css"));
        out = out.replacen("</style>", &style, 1);
        self.overview(&mut out, &title);
        self.pictures(&mut out, most);
        self.tables(&mut out);
        self.timeline(&mut out);
        out.push_str("<section id=\"documents\">\n<h2>Documents</h2>\n");
        self.articles.iter().for_each(|article| out.push_str(article));
        let _ = write!(out, "</section>\n<script>\n{}</script>\n", include_str!("report.js"));
        out.push_str(html::CLOSING);
        out
    }

    fn overview(&self, out: &mut String, title: &str) {
        let _ = write!(
            out,
            "<header>\n<h1>{title}</h1>\n<p class=\"dated\">{} documents · {} relations</p>\n\
             <nav><a href=\"#network\">Network</a><a href=\"#tables\">Most connected</a><a href=\"#timeline\">Timeline</a>\
             <a href=\"#documents\">Documents</a></nav>\n<p class=\"legend\">",
            self.articles.len(),
            self.events.len()
        );
        for kind in [
            MentionKind::Person,
            MentionKind::Official,
            MentionKind::Place,
            MentionKind::Organization,
            MentionKind::Event,
            MentionKind::Date,
        ] {
            let _ = write!(out, "<mark class=\"{0}\">{0}</mark>", kind.as_str());
        }
        out.push_str("</p>\n</header>\n");
    }

    fn pictures(&self, out: &mut String, most: usize) {
        out.push_str("<section id=\"network\">\n<h2>Network</h2>\n");
        let happened = || self.events.iter().filter(|event| event.happened());
        for (by, what) in [(By::Person, "actors"), (By::Country, "countries")] {
            let whole = Graph::new(happened(), by);
            if whole.edges.is_empty() {
                continue;
            }
            let graph = whole.largest(most);
            let _ = write!(
                out,
                "<figure>\n{}<figcaption>{} of {} {what}, by what is told as a fact between them, whatever its type. \
                 Blue: persons. Hover for types and days.</figcaption>\n</figure>\n",
                draw::svg(&graph),
                graph.nodes.len(),
                whole.nodes.len()
            );
        }
        out.push_str("</section>\n");
    }

    fn tables(&self, out: &mut String) {
        let mut people: BTreeMap<&str, usize> = BTreeMap::new();
        let mut countries: BTreeMap<&str, usize> = BTreeMap::new();
        let mut pairs: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for event in self.events.iter().filter(|event| event.happened()) {
            let parties = || event.actors.iter().chain(&event.recipients);
            let names: BTreeSet<&str> = parties().filter(|p| p.person).map(|p| p.name.as_str()).collect();
            names.into_iter().for_each(|name| *people.entry(name).or_default() += 1);
            let codes: BTreeSet<&str> = parties().filter_map(|p| p.country.as_deref()).collect();
            codes.into_iter().for_each(|code| *countries.entry(code).or_default() += 1);
            for (a, b, _) in event.pairs().into_iter().filter(|(a, b, _)| a.name != b.name) {
                let (a, b) = (a.name.as_str(), b.name.as_str());
                *pairs.entry((a.min(b), a.max(b))).or_default() += 1;
            }
        }
        let pairs: BTreeMap<String, usize> = pairs.into_iter().map(|((a, b), n)| (format!("{a} – {b}"), n)).collect();
        out.push_str("<section id=\"tables\">\n<h2>Most connected</h2>\n<div class=\"tables\">\n");
        table(out, "People", people.iter().map(|(name, n)| (*name, *n)));
        table(out, "Countries", countries.iter().map(|(name, n)| (*name, *n)));
        table(out, "Pairs", pairs.iter().map(|(name, n)| (name.as_str(), *n)));
        out.push_str("</div>\n</section>\n");
    }

    fn timeline(&self, out: &mut String) {
        let mut order: Vec<&Event> = self.events.iter().collect();
        // Without a day last; within a day as the documents tell it.
        order.sort_by_key(|event| (event.day.is_none(), event.day, event.when.len()));
        out.push_str(
            "<section id=\"timeline\">\n<h2>Timeline</h2>\n\
             <p class=\"dated\">Days in italics are those of the document: the text gives no other.</p>\n",
        );
        self.filters(out);
        out.push_str("<ol class=\"timeline\">\n");
        let mut open: Option<String> = None;
        for event in order {
            let month = match (event.day, event.when.len()) {
                (None, _) => "undated".to_owned(),
                // A year alone.
                (Some(_), 4) => event.when.clone(),
                (Some(day), _) => format!("{:04}-{:02}", day.year(), day.month()),
            };
            if open.as_ref() != Some(&month) {
                if open.is_some() {
                    out.push_str("</ol></li>\n");
                }
                let _ = writeln!(out, "<li class=\"month\"><h3>{month}</h3><ol>");
                open = Some(month);
            }
            entry(out, event);
        }
        out.push_str(if open.is_some() { "</ol></li>\n</ol>\n</section>\n" } else { "</ol>\n</section>\n" });
    }

    fn filters(&self, out: &mut String) {
        let kinds: BTreeSet<&str> = self.events.iter().map(|event| event.kind.as_str()).collect();
        let modalities: BTreeSet<&str> = self.events.iter().map(|event| event.modality.as_str()).collect();
        let parties =
            self.events.iter().flat_map(|event| event.actors.iter().chain(&event.recipients).chain(&event.places));
        let countries: BTreeSet<&str> = parties.filter_map(|party| party.country.as_deref()).collect();
        out.push_str("<form id=\"filters\">");
        for (name, label, values) in
            [("type", "Type", kinds), ("country", "Country", countries), ("modality", "Modality", modalities)]
        {
            let _ = write!(out, "<label>{label}<select name=\"{name}\"><option value=\"\">all</option>");
            for value in values {
                let value = escaped(value);
                let _ = write!(out, "<option value=\"{value}\">{}</option>", value.replace('_', " "));
            }
            out.push_str("</select></label>");
        }
        out.push_str(
            "<label>Since<input type=\"date\" name=\"since\"/></label><label>Until<input type=\"date\" name=\"until\"/></label>\
             <button type=\"reset\">Reset</button><output id=\"count\"></output></form>\n",
        );
    }
}

fn entry(out: &mut String, event: &Event) {
    let parties = event.actors.iter().chain(&event.recipients).chain(&event.places);
    let countries: BTreeSet<&str> = parties.filter_map(|party| party.country.as_deref()).collect();
    let countries: Vec<&str> = countries.into_iter().collect();
    let day = event.day.map(|day| day.to_string()).unwrap_or_default();
    let target = html::anchor(&event.document, "r", event.number);
    let _ = write!(
        out,
        "<li data-target=\"{target}\" data-type=\"{}\" data-modality=\"{}\" data-countries=\"{}\" data-day=\"{day}\">",
        escaped(&event.kind),
        event.modality.as_str(),
        escaped(&countries.join(" "))
    );
    if !day.is_empty() {
        let class = if event.dated { "" } else { " class=\"told\"" };
        let _ = write!(out, "<time datetime=\"{0}\"{class}>{0}</time>", event.when);
    }
    let _ = write!(out, "<a href=\"#{target}\">{}</a>", escaped(&event.words));
    if !event.happened() {
        let polarity = (event.polarity == Polarity::Negated).then_some("negated");
        let modality = (event.modality != Modality::Fact).then_some(event.modality.as_str());
        let status: Vec<&str> = polarity.into_iter().chain(modality).collect();
        let _ = write!(out, " <span class=\"status\">{}</span>", status.join(", "));
    }
    out.push_str("</li>\n");
}

fn table<'n>(out: &mut String, title: &str, rows: impl Iterator<Item = (&'n str, usize)>) {
    let mut rows: Vec<(&str, usize)> = rows.collect();
    rows.sort_by_key(|(name, n)| (std::cmp::Reverse(*n), *name));
    if rows.is_empty() {
        return;
    }
    let _ = writeln!(out, "<table>\n<caption>{title}</caption>\n<tbody>");
    for (name, n) in rows.iter().take(ROWS) {
        let _ = writeln!(out, "<tr><td>{}</td><td class=\"n\">{n}</td></tr>", escaped(name));
    }
    out.push_str("</tbody>\n</table>\n");
}
