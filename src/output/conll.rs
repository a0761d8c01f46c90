//! CoNLL: a token, a tab and its BIO2 tag on each line, a blank line after each sentence.
//!
//! ```text
//! # id = a1
//! Igor        B-PER
//! Morgoulov   I-PER
//! .           O
//! ```
//!
//! Tags are those of the French news corpora: `PER`, `LOC`, `ORG`, `EVENT`,
//! `DATE`, and `TITLE` for officials.

use super::Item;
use crate::mention::MentionKind;
use crate::text::Tokens;

/// The label of a kind of mention.
#[must_use]
pub const fn label(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Person => "PER",
        MentionKind::Official => "TITLE",
        MentionKind::Place => "LOC",
        MentionKind::Organization => "ORG",
        MentionKind::Event => "EVENT",
        MentionKind::Date => "DATE",
    }
}

/// All tokens of a document with their tags.
#[must_use]
pub fn tokens(item: &Item<'_>) -> String {
    let text = item.document.text();
    let tokens = Tokens::new(text);
    let mut out = format!("# id = {}\n", item.id.replace(['\n', '\r'], " "));
    let mut mentions = item.document.mentions().peekable();
    let mut open = None;
    for sentence in tokens.sentences() {
        for token in &tokens.list()[sentence.range()] {
            while mentions.peek().is_some_and(|m| m.span().end <= token.span.start) {
                mentions.next();
                open = None;
            }
            out.push_str(token.span.of(text));
            match mentions.peek().filter(|m| m.span().overlaps(token.span)) {
                Some(mention) => {
                    let tag = if open == Some(mention.id()) { "\tI-" } else { "\tB-" };
                    open = Some(mention.id());
                    out.push_str(tag);
                    out.push_str(label(mention.kind()));
                }
                None => out.push_str("\tO"),
            }
            out.push('\n');
        }
        // A mention that runs over the end of a sentence keeps its tags: the blank line waits.
        let end = tokens.list().get(sentence.end as usize).map_or(u32::MAX, |next| next.span.start);
        if !mentions.peek().is_some_and(|m| m.span().start < end && m.span().end > end) {
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn tags_read_back_as_the_mentions() {
        sample::with(|document| {
            let written = tokens(&Item::new("a1", document));
            let mut read: Vec<(String, String)> = Vec::new();
            for line in written.lines().filter(|l| l.contains('\t')) {
                let (form, tag) = line.split_once('\t').expect("two columns");
                match tag.split_once('-') {
                    Some(("B", kind)) => read.push((kind.to_owned(), form.to_owned())),
                    Some(("I", kind)) => {
                        let last = read.last_mut().expect("I after B");
                        assert_eq!(last.0, kind);
                        last.1.push_str(form);
                    }
                    _ => assert_eq!(tag, "O"),
                }
            }
            let packed = |s: &str| s.replace(|c: char| c.is_whitespace() || c == '-', "");
            let want: Vec<(String, String)> =
                document.mentions().map(|m| (label(m.kind()).to_owned(), packed(m.text()))).collect();
            let read: Vec<(String, String)> = read.into_iter().map(|(k, t)| (k, packed(&t))).collect();
            assert_eq!(read, want);
        });
    }
}
