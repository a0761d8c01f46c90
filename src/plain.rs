//! TOML as the files of the crate are written, read in one pass.
//!
//! Comes in: the text of a table: comments, `key = value` lines and sections; strings without escapes, truth values, lists,
//! tables in braces. Goes out: what serde makes of it, the strings borrowed. Whatever else TOML allows, and every fault, is
//! left to the `toml` crate, which alone says what is wrong: what is read here, it reads the same way.

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::{forward_to_deserialize_any, Deserialize};
use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

/// Reads the text of a table, whose sections are called `within` and a name; of a whole file, `within` is empty.
/// `None` where it is not as plain as that.
pub(crate) fn read<'t, T: Deserialize<'t>>(text: &'t str, within: &str) -> Option<T> {
    let mut plain = Plain { text, at: 0 };
    let table = T::deserialize(Value { plain: &mut plain, form: Some(Form::Lines(within)) }).ok()?;
    plain.is_over().then_some(table)
}

/// Reads the text of a file, plain or not.
pub(crate) fn from_str<'t, T: Deserialize<'t>>(text: &'t str) -> Result<T, toml::de::Error> {
    read(text, "").map_or_else(|| toml::from_str(text), Ok)
}

/// A string of a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Text<'t>(pub(crate) Cow<'t, str>);

impl Text<'_> {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<'de: 't, 't> Deserialize<'de> for Text<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Borrowed;
        impl<'de> Visitor<'de> for Borrowed {
            type Value = Text<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Borrowed(text)))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(Borrowed)
    }
}

/// The text is not plain, or not what the reader asked for.
#[derive(Debug)]
struct NotPlain;

impl fmt::Display for NotPlain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not plain")
    }
}

impl std::error::Error for NotPlain {}

impl Error for NotPlain {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

type Read<T> = Result<T, NotPlain>;

/// A text, and how far it has been read.
struct Plain<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Plain<'t> {
    /// The byte that comes next; 0 at the end, which no plain text has.
    fn next(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    /// Passes over `byte`, if it comes next.
    fn take(&mut self, byte: u8) -> bool {
        let taken = self.next() == byte;
        self.at += usize::from(taken);
        taken
    }

    fn expect(&mut self, byte: u8) -> Read<()> {
        self.take(byte).then_some(()).ok_or(NotPlain)
    }

    /// Passes over all bytes that are `meant`, which never part a character.
    fn while_next(&mut self, meant: impl Fn(u8) -> bool) -> &'t str {
        let rest = &self.text[self.at..];
        let end = rest.bytes().position(|byte| !meant(byte)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    fn blanks(&mut self) {
        self.while_next(|byte| matches!(byte, b' ' | b'\t'));
    }

    /// Passes over blanks, and a comment.
    fn margin(&mut self) {
        self.blanks();
        if self.take(b'#') {
            self.while_next(|byte| byte == b'\t' || !byte.is_ascii_control());
        }
    }

    /// Passes over a line break, if one comes next.
    fn line_break(&mut self) -> bool {
        let carriage = usize::from(self.next() == b'\r');
        let broken = self.text.as_bytes().get(self.at + carriage) == Some(&b'\n');
        self.at += if broken { carriage + 1 } else { 0 };
        broken
    }

    /// Passes over blanks, comments and line breaks.
    fn gap(&mut self) {
        self.margin();
        while self.line_break() {
            self.margin();
        }
    }

    fn string(&mut self) -> Read<&'t str> {
        self.expect(b'"')?;
        let string = self.while_next(|byte| !matches!(byte, b'"' | b'\\') && !byte.is_ascii_control());
        self.expect(b'"')?;
        Ok(string)
    }

    fn key(&mut self) -> Read<&'t str> {
        if self.next() == b'"' {
            return self.string();
        }
        let key = self.while_next(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
        if key.is_empty() {
            Err(NotPlain)
        } else {
            Ok(key)
        }
    }

    /// The name of a section called `within` and a name.
    fn header(&mut self, within: &str) -> Read<&'t str> {
        self.expect(b'[')?;
        within.bytes().try_for_each(|byte| self.expect(byte))?;
        let name = self.key()?;
        self.expect(b']')?;
        self.end_line()?;
        Ok(name)
    }

    fn end_line(&mut self) -> Read<()> {
        self.margin();
        if self.is_over() || self.line_break() {
            Ok(())
        } else {
            Err(NotPlain)
        }
    }

    fn is_over(&self) -> bool {
        self.at == self.text.len()
    }
}

/// How a table is written.
#[derive(Clone, Copy)]
enum Form<'w> {
    /// In lines; its sections are called this and a name.
    Lines(&'w str),
    /// In the lines of a section.
    Section,
    /// In braces.
    Braces,
}

/// A value that comes next.
struct Value<'p, 't, 'w> {
    plain: &'p mut Plain<'t>,
    /// How it is written, if it is a table in lines.
    form: Option<Form<'w>>,
}

impl<'t> Deserializer<'t> for Value<'_, 't, '_> {
    type Error = NotPlain;

    fn deserialize_any<V: Visitor<'t>>(self, visitor: V) -> Read<V::Value> {
        let Self { plain, form } = self;
        match (form, plain.next()) {
            (Some(form), _) => visitor.visit_map(Table { plain, form, section: false, keys: Vec::new() }),
            (None, b'"') => visitor.visit_borrowed_str(plain.string()?),
            (None, b'[') => {
                plain.expect(b'[')?;
                visitor.visit_seq(List { plain, first: true })
            }
            (None, b'{') => {
                plain.expect(b'{')?;
                visitor.visit_map(Table { plain, form: Form::Braces, section: false, keys: Vec::new() })
            }
            (None, _) => match plain.while_next(|byte| byte.is_ascii_alphabetic()) {
                "true" => visitor.visit_bool(true),
                "false" => visitor.visit_bool(false),
                _ => Err(NotPlain),
            },
        }
    }

    fn deserialize_option<V: Visitor<'t>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_some(self)
    }

    forward_to_deserialize_any! {
        <V: Visitor<'t>>
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct newtype_struct seq
        tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// A list, from behind its bracket.
struct List<'p, 't> {
    plain: &'p mut Plain<'t>,
    first: bool,
}

impl<'t> SeqAccess<'t> for List<'_, 't> {
    type Error = NotPlain;

    fn next_element_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Read<Option<S::Value>> {
        self.plain.gap();
        if !std::mem::take(&mut self.first) && self.plain.next() != b']' {
            self.plain.expect(b',')?;
            self.plain.gap();
        }
        if self.plain.take(b']') {
            return Ok(None);
        }
        seed.deserialize(Value { plain: self.plain, form: None }).map(Some)
    }
}

/// A table, from behind its brace if it has one.
struct Table<'p, 't, 'w> {
    plain: &'p mut Plain<'t>,
    form: Form<'w>,
    /// The value that comes next is a section.
    section: bool,
    /// Those that have been read.
    keys: Vec<&'t str>,
}

impl<'t> Table<'_, 't, '_> {
    /// The next key, read up to its value.
    fn key(&mut self) -> Read<Option<&'t str>> {
        let Self { plain, form, section, keys } = self;
        if let Form::Braces = form {
            plain.blanks();
            if plain.take(b'}') {
                return Ok(None);
            }
            if !keys.is_empty() {
                plain.expect(b',')?;
                plain.blanks();
            }
        } else {
            plain.gap();
            match (plain.next(), form) {
                (b'[', Form::Lines(within)) => {
                    *section = true;
                    return plain.header(within).map(Some);
                }
                (b'[', _) => return Ok(None),
                _ if plain.is_over() => return Ok(None),
                _ => {}
            }
        }
        let key = plain.key()?;
        plain.blanks();
        plain.expect(b'=')?;
        plain.blanks();
        Ok(Some(key))
    }
}

impl<'t> MapAccess<'t> for Table<'_, 't, '_> {
    type Error = NotPlain;

    fn next_key_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Read<Option<S::Value>> {
        let Some(key) = self.key()? else { return Ok(None) };
        if self.keys.contains(&key) {
            return Err(NotPlain);
        }
        self.keys.push(key);
        seed.deserialize(BorrowedStrDeserializer::new(key)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Read<S::Value> {
        let form = self.section.then_some(Form::Section);
        let value = seed.deserialize(Value { plain: self.plain, form })?;
        if !self.section && !matches!(self.form, Form::Braces) {
            self.plain.end_line()?;
        }
        Ok(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    /// Anything a file may say.
    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(untagged)]
    enum Any {
        Truth(bool),
        Word(String),
        List(Vec<Any>),
        Table(BTreeMap<String, Any>),
    }

    type File = BTreeMap<String, Any>;

    /// What is read, which is what toml reads.
    fn agreed(text: &str) -> Option<File> {
        let read = read::<File>(text, "")?;
        let toml = toml::from_str::<File>(text).map_err(|error| format!("{text:?}: {error}"));
        assert_eq!(Ok(&read), toml.as_ref(), "{text:?}");
        Some(read)
    }

    #[test]
    fn files_are_plain() {
        let text = "# a file\r\na = \"é\" # one\n\n b-1={ c = true,\"à.de\" = [ ] }\n[d]\nlist = [\"x\", # first\n \"y\",\n]\n[e]";
        let file = agreed(text).expect("plain");
        assert_eq!(file.keys().collect::<Vec<_>>(), ["a", "b-1", "d", "e"]);
        assert_eq!(read::<File>("x = false\n[verb.d]\ny = true\n", "verb."), agreed("x = false\n[d]\ny = true\n"));
    }

    #[test]
    fn strings_are_borrowed() {
        let read: BTreeMap<Text<'_>, Vec<Text<'_>>> = read("a = [\"b\"]", "").expect("plain");
        let (key, list) = read.first_key_value().expect("a key");
        assert!(matches!((&key.0, &list[0].0), (Cow::Borrowed("a"), Cow::Borrowed("b"))));
    }

    #[test]
    fn what_is_not_plain_is_left() {
        let left = [
            "a",
            "a =",
            "a = 1",
            "a = 'b'",
            "a = \"\\n\"",
            "a = \"\"\"b\"\"\"",
            "a = \"b\" c = \"d\"",
            "a.b = true",
            "a = true\na = true",
            "[a]\n[a]",
            "a = true\n[a]",
            "[[a]]",
            "[a.b]",
            "a = [true true]",
            "a = [,]",
            "a = {b = true,}",
            "a = {b = true",
            "a = [true",
            "a = {\nb = true}",
            "a = \"b",
            "a = \"b\nc\"",
            "a = true # \u{0}",
            "\u{feff}a = true",
            "a = true\r",
            "= true",
            "a = trues",
        ];
        for text in left {
            assert_eq!(agreed(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_read_is_what_toml_reads(text in "([ab]|[ab] = |[\\[\\]{},#=\"\\n]|\"[ab]\"|true|[ .']|\r\n|\\[[ab]\\]\n|[ab] = \\{ b = \\[\"é\", \"b\"\\] \\}\n){0,12}") {
            agreed(&text);
        }
    }
}
