//! Bytes into text: UTF-8, or what `--encoding` names.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// The encoding called `name` (`windows-1252`, `latin1`, `utf-16le`…).
pub fn named(name: &str) -> Result<&'static Encoding, String> {
    Encoding::for_label(name.trim().as_bytes()).ok_or_else(|| format!("unknown encoding {name:?}"))
}

/// The text of a file. What is UTF-8 stays what it is even when another encoding is given, so that a folder may be
/// mixed; what is not is converted by `other`, or named in the error.
pub fn decode(bytes: Vec<u8>, other: Option<&'static Encoding>) -> Result<String, String> {
    if let Some(encoding) = other.filter(|e| *e == UTF_16LE || *e == UTF_16BE) {
        return convert(&bytes, encoding);
    }
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with('\u{feff}') {
                text.drain(..'\u{feff}'.len_utf8());
            }
            Ok(text)
        }
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            match other {
                Some(encoding) => convert(&bytes, encoding),
                None => {
                    let byte = bytes.get(at).copied().unwrap_or_default();
                    let guess = guess(&bytes);
                    Err(format!("not UTF-8: byte 0x{byte:02X} at {at}; looks like {guess}: try --encoding {guess}"))
                }
            }
        }
    }
}

fn convert(bytes: &[u8], encoding: &'static Encoding) -> Result<String, String> {
    let (text, _, faulty) = encoding.decode(bytes);
    match faulty {
        true => Err(format!("not {}: some bytes mean nothing in it", encoding.name())),
        false => Ok(text.into_owned()),
    }
}

fn guess(bytes: &[u8]) -> &'static str {
    match bytes {
        [0xFF, 0xFE, ..] => "utf-16le",
        [0xFE, 0xFF, ..] => "utf-16be",
        // Dashes, typographic quotes and œ of Windows lie where Latin-1 has control characters.
        _ if bytes.iter().any(|b| (0x80..0xA0).contains(b)) => "windows-1252",
        _ => "latin1",
    }
}
