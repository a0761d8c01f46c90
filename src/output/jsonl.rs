//! JSON Lines: one document a line, read and written.

use super::line;
use super::record::Record;
use super::Item;
use std::fmt;
use std::io::{self, BufRead};

/// The line of one document, with its line feed.
#[must_use]
pub fn line(item: &Item<'_>) -> String {
    let mut line = String::with_capacity(4 * item.document.text().len());
    line::write(item, &mut line);
    line.push('\n');
    line
}

/// A line that is no document.
#[derive(Debug)]
pub struct ReadError {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub message: String,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for ReadError {}

/// Reads documents back, line by line; blank lines are passed over.
#[derive(Debug)]
pub struct Reader<R> {
    input: R,
    line: usize,
    buffer: Vec<u8>,
    broken: bool,
}

impl<R: BufRead> Reader<R> {
    /// A reader of `input`.
    pub const fn new(input: R) -> Self {
        Self { input, line: 0, buffer: Vec::new(), broken: false }
    }
}

impl<R: BufRead> Iterator for Reader<R> {
    type Item = Result<Record<'static>, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.broken {
            self.buffer.clear();
            self.line += 1;
            let fault = |line, error: &dyn fmt::Display| Some(Err(ReadError { line, message: error.to_string() }));
            match self.input.read_until(b'\n', &mut self.buffer) {
                Ok(0) => return None,
                Ok(_) if self.buffer.iter().all(u8::is_ascii_whitespace) => {}
                Ok(_) => {
                    return match serde_json::from_slice(&self.buffer) {
                        Ok(record) => Some(Ok(record)),
                        Err(error) => fault(self.line, &error),
                    }
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => self.line -= 1,
                Err(error) => {
                    self.broken = true;
                    return fault(self.line, &error);
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::{sample, Unit};
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        sample::with(|document| {
            for unit in [Unit::Chars, Unit::Bytes, Unit::Utf16] {
                let item = Item::new("a/1 \"x\"", document).unit(unit);
                let derived = serde_json::to_string(&Record::from(&item)).expect("strings for keys");
                assert_eq!(line(&item), derived + "\n");
                let written = line(&item).repeat(2).replace("}\n", "}\n\n");
                let read: Vec<Record<'_>> = Reader::new(written.as_bytes()).map(|r| r.expect("valid")).collect();
                assert_eq!(read.len(), 2);
                assert_eq!(read[1], Record::from(&item));
            }
        });
    }

    #[test]
    fn members_stand_in_the_order_of_the_format() {
        sample::with(|document| {
            let written = line(&Item::new("a1", document));
            assert!(written.starts_with(r#"{"id":"a1","date":"2019-03-15","date_source":"caller","offsets":"chars","mentions":[{"id":0,"kind":"official","start":3,"#), "{written}");
            for part in [
                r#""official":{"role":"deputy_minister","title":"vice-ministre","portfolio":null,"countries":["KP"],"accredited_to":[],"status":"current","holder":1}}"#,
                r#""rule":"person:after-official"}"#,
                r#""official":{"role":"deputy_minister","title":"homologue","portfolio":null,"countries":["RU"],"#,
                r#""place":{"place_type":"city","country":"RU","id":null,"metonym":null}}"#,
                r#"{"id":0,"kind":"person","name":"Im Chon-il","countries":["KP"],"role":"deputy_minister","mentions":[0,1]}"#,
                r#""polarity":"affirmed","modality":"fact","triggers":[{"start":"#,
                r#""text":"a rencontré"}],"evidence":{"start":0,"end":"#,
                r#"{"role":"actor","mention":1,"entity":0,"how":"subject"}"#,
                r#"{"role":"date","mention":2,"how":"adjunct"}"#,
                r#""source":null,"rule":"#,
            ] {
                assert!(written.contains(part), "{part}\n{written}");
            }
        });
    }

    #[test]
    fn a_bad_line_is_named_and_the_next_is_read() {
        let good = sample::with(|document| line(&Item::new("a1", document)));
        let text = format!("{{\"id\":3}}\n{good}");
        let read: Vec<_> = Reader::new(text.as_bytes()).collect();
        assert_eq!(read[0].as_ref().expect_err("id is no string").line, 1);
        assert!(read[1].is_ok());
    }
}
