//! E-mail and web addresses: where one that has begun is over.
//!
//! Comes in: a text, a place in it, and what is already read. Goes out: the end of an address, or `None`. It makes no
//! token.

use super::class::{class_at, Class};

fn is_address_byte(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+' | b'%')
}

/// The end of an e-mail address that begins at `start`, of which `end` is already read.
pub(super) fn mail_address(text: &str, start: usize, end: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = end;
    while at < bytes.len() && at - start < 64 && is_address_byte(bytes[at]) {
        at += 1;
    }
    if bytes.get(at) != Some(&b'@') {
        return None;
    }
    let host = at + 1;
    at = host;
    while at < bytes.len() && at - host < 128 && is_address_byte(bytes[at]) {
        at += 1;
    }
    while at > host && matches!(bytes[at - 1], b'.' | b'-') {
        at -= 1;
    }
    bytes[host..at].contains(&b'.').then_some(at)
}

/// The end of `http://…`, `https://…` or `www.…` that begins at `start`.
pub(super) fn web_address(text: &str, start: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[start..];
    let starts = |prefix: &[u8]| bytes.len() > prefix.len() && bytes[..prefix.len()].eq_ignore_ascii_case(prefix);
    if !(starts(b"http://") || starts(b"https://") || starts(b"www.")) {
        return None;
    }
    let mut len = bytes
        .iter()
        .take(512)
        .take_while(|b| b.is_ascii_graphic() && !matches!(b, b'"' | b'\'' | b'<' | b'>' | b')' | b']'))
        .count();
    while len > 0 && matches!(bytes[len - 1], b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'') {
        len -= 1;
    }
    Some(start + len)
}

/// The end of a bare host name such as `lemonde.fr`, of which the first label ends at `end`.
pub(super) fn domain(text: &str, start: usize, end: usize) -> Option<usize> {
    const TOP: [&str; 14] = ["fr", "com", "org", "net", "info", "eu", "ch", "be", "ca", "ru", "uk", "int", "gov", "kr"];
    let bytes = text.as_bytes();
    let mut at = end;
    while at < bytes.len() && at - start < 128 && is_address_byte(bytes[at]) {
        at += 1;
    }
    while at > start && matches!(bytes[at - 1], b'.' | b'-') {
        at -= 1;
    }
    let host = text.get(start..at)?;
    let top = host.rsplit('.').next()?;
    // « fini.chêne » is two words without a space between them.
    let whole = !matches!(class_at(text, at).0, Class::Letter | Class::Capital);
    (host.contains('.') && whole && TOP.contains(&top)).then_some(at)
}
