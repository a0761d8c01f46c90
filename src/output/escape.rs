//! Escaping, one function a syntax.

use std::fmt::Write as _;

/// Text for XML and HTML, in content and between double quotes. What XML 1.0 cannot say becomes U+FFFD.
pub(super) fn xml(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() && c < '\u{80}' || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}

/// Text for an XML comment: no two hyphens in a row, nothing that XML 1.0 cannot say.
pub(super) fn comment(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '-' if out.ends_with('-') => out.push_str(" -"),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            c => out.push(c),
        }
    }
}

/// The same for an attribute: line feeds and tabs are kept from being normalised away.
pub(super) fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    let mut escaped = String::with_capacity(value.len());
    xml(&mut escaped, value);
    out.push_str(&escaped.replace('\n', "&#10;").replace('\t', "&#9;"));
    out.push('"');
}

/// A name that may stand as an XML id and in a Turtle or brat identifier: ASCII letters, digits and hyphens stay,
/// every other byte becomes `_` and two hexadecimal digits, so that different texts give different names.
pub(super) fn name(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'-' {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "_{byte:02x}");
        }
    }
    out
}

/// A Turtle string between double quotes.
pub(super) fn turtle(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// What may stand in an IRI as it is; the rest is percent-encoded.
pub(super) fn iri(out: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

/// One cell of a CSV row (RFC 4180).
pub(super) fn cell(out: &mut String, text: &str) {
    if text.contains([',', '"', '\n', '\r']) || text.starts_with([' ', '\t']) || text.ends_with([' ', '\t']) {
        out.push('"');
        out.push_str(&text.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(f: fn(&mut String, &str), text: &str) -> String {
        let mut out = String::new();
        f(&mut out, text);
        out
    }

    #[test]
    fn every_syntax_keeps_its_own_marks() {
        assert_eq!(with(xml, "a<b>&\"c\"\u{1}é"), "a&lt;b&gt;&amp;&quot;c&quot;\u{fffd}é");
        assert_eq!(with(turtle, "a\"b\\c\nd\u{7}"), r#""a\"b\\c\nd\u0007""#);
        assert_eq!(with(cell, "a,\"b\"\nc"), "\"a,\"\"b\"\"\nc\"");
        assert_eq!(with(cell, "simple"), "simple");
        assert_eq!(with(iri, "a b/é"), "a%20b%2F%C3%A9");
        let mut out = String::new();
        attribute(&mut out, "x", "a\n\"b\"\t");
        assert_eq!(out, " x=\"a&#10;&quot;b&quot;&#9;\"");
    }

    #[test]
    fn names_stay_apart() {
        assert_eq!(name("a b"), "a_20b");
        assert_ne!(name("a_20b"), name("a b"));
    }
}
