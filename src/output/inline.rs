//! Text with marks around stretches of it: what TimeML, TEI, HTML and the terminal have in common.

use crate::span::Span;

/// A stretch and what is written before and after it.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    pub span: Span,
    pub open: String,
    pub close: &'static str,
}

/// Puts the marks in order; empty ones, those outside the text, and of two that cross the later, are left out.
pub(super) fn nest(marks: &mut Vec<Mark>, text: &str) {
    marks.retain(|mark| !mark.span.is_empty() && !mark.span.of(text).is_empty());
    marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
    let mut open: Vec<u32> = Vec::new();
    marks.retain(|mark| {
        while open.last().is_some_and(|&end| end <= mark.span.start) {
            open.pop();
        }
        let crosses = open.last().is_some_and(|&end| end < mark.span.end);
        if !crosses {
            open.push(mark.span.end);
        }
        !crosses
    });
}

/// Writes `text` with its marks. `plain` writes the text between them and learns how many marks are open around it.
pub(super) fn write(out: &mut String, text: &str, mut marks: Vec<Mark>, plain: impl Fn(&mut String, &str, usize)) {
    nest(&mut marks, text);
    let mut at = 0;
    let mut open: Vec<(u32, &'static str)> = Vec::new();
    let mut piece = |out: &mut String, to: u32, depth: usize| {
        if at < to {
            plain(out, Span::new(at, to).of(text), depth);
            at = to;
        }
    };
    for mark in &marks {
        while let Some(&(end, close)) = open.last().filter(|(end, _)| *end <= mark.span.start) {
            piece(out, end, open.len());
            out.push_str(close);
            open.pop();
        }
        piece(out, mark.span.start, open.len());
        out.push_str(&mark.open);
        open.push((mark.span.end, mark.close));
    }
    while let Some((end, close)) = open.pop() {
        piece(out, end, open.len() + 1);
        out.push_str(close);
    }
    piece(out, text.len() as u32, 0);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_nest_and_crossing_ones_are_dropped() {
        let mark = |start, end, open: &str, close| Mark { span: Span::new(start, end), open: open.to_owned(), close };
        let marks = vec![
            mark(2, 5, "<b>", "</b>"),
            mark(0, 4, "<a>", "</a>"),
            mark(0, 2, "<i>", "</i>"),
            mark(4, 4, "<x>", ""),
        ];
        let mut out = String::new();
        write(&mut out, "abcdef", marks, |out, text, _| out.push_str(text));
        assert_eq!(out, "<a><i>ab</i>cd</a>ef");
    }
}
