//! For reading in a browser: one page, no network, no script.

use super::inline::{self, Mark};
use super::{escape, words, Item};
use crate::document::{MentionRef, RelationRef};
use crate::mention::timex::DateSource;
use std::fmt::Write as _;

/// The style of mentions and relations, light and dark, on a phone and on paper.
pub const STYLE: &str = include_str!("page.css");

/// What opens a page.
#[must_use]
pub fn opening() -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <title>depeche</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n"
    )
}

/// What closes a page.
pub const CLOSING: &str = "</main>\n</body>\n</html>\n";

/// The anchor of a document, or of what is numbered in it: `anchor(id, "r", 0)`.
#[must_use]
pub fn anchor(id: &str, letter: &str, number: usize) -> String {
    format!("d-{}-{letter}{number}", escape::name(id))
}

/// The text escaped for content and attributes.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape::xml(&mut out, text);
    out
}

/// The relation in words, such as « A met with B · Rome · mardi (2019-03-12) ».
#[must_use]
pub fn in_words(relation: RelationRef<'_>) -> String {
    words::sentence(relation)
}

/// A document: its text with its mentions, and its relations.
#[must_use]
pub fn article(item: &Item<'_>) -> String {
    let document = item.document;
    let mut out = String::from("<article");
    escape::attribute(&mut out, "id", &format!("d-{}", escape::name(item.id)));
    out.push_str(">\n<h2>");
    escape::xml(&mut out, item.id);
    out.push_str("</h2>\n");
    if let Some(date) = document.date() {
        let source = document.date_source().map_or("", DateSource::as_str);
        let _ = writeln!(out, "<p class=\"dated\"><time datetime=\"{date}\">{date}</time> ({source})</p>");
    }
    out.push_str("<div class=\"text\">");
    let marks = document.mentions().map(mark).collect();
    inline::write(&mut out, document.text().trim_end(), marks, |out, text, _| escape::xml(out, text));
    out.push_str("</div>\n");
    if document.relations().len() > 0 {
        out.push_str("<ol class=\"relations\">\n");
        document.relations().for_each(|relation| row(&mut out, item, relation));
        out.push_str("</ol>\n");
    }
    out.push_str("</article>\n");
    out
}

fn mark(mention: MentionRef<'_>) -> Mark {
    let mut open = format!("<mark class=\"{}\"", mention.kind().as_str());
    escape::attribute(&mut open, "title", &words::gloss(mention));
    open.push('>');
    Mark { span: mention.span(), open, close: "</mark>" }
}

fn row(out: &mut String, item: &Item<'_>, relation: RelationRef<'_>) {
    out.push_str("<li");
    escape::attribute(out, "id", &anchor(item.id, "r", relation.id().index()));
    escape::attribute(out, "data-type", relation.kind());
    escape::attribute(out, "data-modality", relation.modality().as_str());
    out.push_str("><strong>");
    escape::xml(out, &words::sentence(relation));
    out.push_str("</strong>");
    let status = words::status(relation);
    if !status.is_empty() {
        let _ = write!(out, " <span class=\"status\">{status}</span>");
    }
    if let Some(source) = relation.source() {
        out.push_str(" <span class=\"source\">says ");
        escape::xml(out, words::name(source));
        out.push_str("</span>");
    }
    out.push_str("<blockquote>");
    escape::xml(out, relation.evidence().of(item.document.text()));
    out.push_str("</blockquote><span class=\"rule\">");
    escape::xml(out, relation.rule());
    let _ = write!(out, " · {:.2}", relation.confidence());
    let codes: Vec<&str> = [relation.plover(), relation.cameo()].into_iter().flatten().collect();
    if !codes.is_empty() {
        let _ = write!(out, " · {}", codes.join(" "));
    }
    out.push_str("</span></li>\n");
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn the_page_is_well_formed_and_closed_to_the_network() {
        sample::with(|document| {
            let page = format!("{}{}{CLOSING}", opening(), article(&Item::new("<a>&1", document)));
            let body = page.trim_start_matches("<!DOCTYPE html>\n");
            let tree = roxmltree::Document::parse(body).expect("well-formed");
            let marks = tree.descendants().filter(|n| n.has_tag_name("mark"));
            let read: Vec<&str> = marks.filter_map(|n| n.text()).collect();
            let want: Vec<&str> = document.mentions().map(|m| m.text()).collect();
            assert_eq!(read, want);
            assert!(!page.contains("http:") && !page.contains("https:") && !page.contains("<script"));
        });
    }
}
