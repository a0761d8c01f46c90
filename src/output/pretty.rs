//! For reading in a terminal: the text with its mentions, and the relations in words.

use super::inline::{self, Mark};
use super::{words, Item};
use crate::mention::timex::DateSource;
use crate::mention::MentionKind;
use std::fmt::Write as _;

const RESET: &str = "\u{1b}[0m";

/// The colour of a kind of mention.
const fn colour(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Person => "\u{1b}[1;36m",
        MentionKind::Official => "\u{1b}[36m",
        MentionKind::Place => "\u{1b}[32m",
        MentionKind::Organization => "\u{1b}[35m",
        MentionKind::Event => "\u{1b}[33m",
        MentionKind::Date => "\u{1b}[34m",
    }
}

/// A document for people. With `coloured`, mentions stand in colours; without, between square brackets.
#[must_use]
pub fn page(item: &Item<'_>, coloured: bool) -> String {
    let document = item.document;
    let paint = |code: &'static str| if coloured { code } else { "" };
    let (bold, dim, reset) = (paint("\u{1b}[1m"), paint("\u{1b}[2m"), paint(RESET));
    let mut out = format!("{bold}{}{reset}", visible(item.id));
    if let Some(date) = document.date() {
        let source = document.date_source().map_or("", DateSource::as_str);
        let _ = write!(out, "  {dim}{date} ({source}){reset}");
    }
    out.push_str("\n\n");
    let marks = document
        .mentions()
        .map(|mention| match coloured {
            true => Mark { span: mention.span(), open: colour(mention.kind()).to_owned(), close: RESET },
            false => Mark { span: mention.span(), open: "[".to_owned(), close: "]" },
        })
        .collect();
    inline::write(&mut out, document.text().trim_end(), marks, |out, text, _| out.push_str(&visible(text)));
    out.push('\n');

    let mut kinds: Vec<MentionKind> = document.entities().map(|e| e.kind()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    for kind in kinds {
        let _ = writeln!(out, "\n{bold}{}{reset}", heading(kind));
        for entity in document.entities().filter(|e| e.kind() == kind) {
            let _ = write!(out, "  {}{}{reset}", paint(colour(kind)), visible(entity.name()));
            let mut parts: Vec<String> = entity.role().map(|r| r.as_str().replace('_', " ")).into_iter().collect();
            parts.extend(entity.countries().iter().map(ToString::to_string));
            if entity.mentions().len() > 1 {
                parts.push(format!("{}×", entity.mentions().len()));
            }
            if !parts.is_empty() {
                let _ = write!(out, "  {dim}{}{reset}", parts.join(" · "));
            }
            out.push('\n');
        }
    }
    if document.relations().len() > 0 {
        let _ = writeln!(out, "\n{bold}Relations{reset}");
    }
    for relation in document.relations() {
        let _ = write!(out, "  {}", visible(&words::sentence(relation)));
        let status = words::status(relation);
        if !status.is_empty() {
            let _ = write!(out, "  {}({status}){reset}", paint("\u{1b}[33m"));
        }
        if let Some(source) = relation.source() {
            let _ = write!(out, "  {dim}says {}{reset}", visible(words::name(source)));
        }
        let _ = writeln!(out, "\n    {dim}{} {:.2} ← « {} »{reset}", relation.rule(), relation.confidence(), {
            let evidence = visible(relation.evidence().of(document.text()));
            evidence.split_whitespace().collect::<Vec<_>>().join(" ")
        });
    }
    out.push('\n');
    out
}

/// Control characters of the text must not steer the terminal.
fn visible(text: &str) -> String {
    text.replace(|c: char| c.is_control() && c != '\n' && c != '\t', "\u{fffd}")
}

const fn heading(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Person => "People",
        MentionKind::Official => "Officials",
        MentionKind::Place => "Places",
        MentionKind::Organization => "Organizations",
        MentionKind::Event => "Events",
        MentionKind::Date => "Dates",
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn plain_and_coloured_say_the_same() {
        sample::with(|document| {
            let item = Item::new("a1\u{1b}[31m", document);
            let plain = page(&item, false);
            assert!(!plain.contains('\u{1b}'));
            assert!(
                plain.contains("Le [vice-ministre nord-coréen] [Im Chon-il] a rencontré [jeudi] à [Moscou]"),
                "{plain}"
            );
            assert!(plain.contains("Im Chon-il") && plain.contains("Relations\n"), "{plain}");
            let mut coloured = page(&item, true);
            for kind in document.mentions().map(|m| m.kind()) {
                coloured = coloured.replace(colour(kind), "");
            }
            for code in [RESET, "\u{1b}[1m", "\u{1b}[2m", "\u{1b}[33m"] {
                coloured = coloured.replace(code, "");
            }
            assert_eq!(coloured, plain.replace(['[', ']'], "").replace("a1\u{fffd}31m", "a1\u{fffd}[31m"));
        });
    }
}
