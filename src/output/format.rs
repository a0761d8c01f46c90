//! The formats by name, and how their pieces make files.

use super::{brat, conll, csv, html, pretty, rdf, tei, timeml, Item};
#[cfg(feature = "serde")]
use super::{jsonl, plover};

/// An output format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// For reading in a terminal, in colours.
    Pretty,
    /// For reading in a terminal, without colours.
    Plain,
    /// JSON Lines.
    #[cfg(feature = "serde")]
    Jsonl,
    /// Three tables.
    Csv,
    /// brat standoff.
    Brat,
    /// CoNLL, BIO2.
    Conll,
    /// TimeML 1.2.1.
    Timeml,
    /// TEI P5.
    Tei,
    /// RDF in Turtle.
    Rdf,
    /// A page for a browser.
    Html,
    /// PLOVER event records.
    #[cfg(feature = "serde")]
    Plover,
}

/// A piece of output that belongs to one of a format's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// For [`Format::Csv`] a file's name, for [`Format::Brat`] a suffix; empty for formats of one stream.
    pub file: &'static str,
    /// What is added to it.
    pub text: String,
}

impl Format {
    /// All formats, in the order help gives them.
    pub const ALL: &'static [Self] = &[
        Self::Pretty,
        Self::Plain,
        #[cfg(feature = "serde")]
        Self::Jsonl,
        Self::Csv,
        Self::Brat,
        Self::Conll,
        Self::Timeml,
        Self::Tei,
        Self::Rdf,
        Self::Html,
        #[cfg(feature = "serde")]
        Self::Plover,
    ];

    /// The name used on the command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pretty => "pretty",
            Self::Plain => "plain",
            #[cfg(feature = "serde")]
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Brat => "brat",
            Self::Conll => "conll",
            Self::Timeml => "timeml",
            Self::Tei => "tei",
            Self::Rdf => "rdf",
            Self::Html => "html",
            #[cfg(feature = "serde")]
            Self::Plover => "plover",
        }
    }

    /// The format called `name`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.as_str() == name)
    }

    /// Whether the format is written into several files.
    #[must_use]
    pub const fn needs_directory(self) -> bool {
        matches!(self, Self::Csv | Self::Brat)
    }

    /// What opens a stream of one document, or of `many`.
    #[must_use]
    pub fn opening(self, many: bool) -> String {
        match self {
            Self::Timeml | Self::Tei => {
                let corpus = if self == Self::Tei { tei::CORPUS.0 } else { timeml::CORPUS.0 };
                format!("{}{}", timeml::DECLARATION, if many { corpus } else { "" })
            }
            Self::Rdf => rdf::OPENING.to_owned(),
            Self::Html => html::opening(),
            _ => String::new(),
        }
    }

    /// What closes a stream of one document, or of `many`.
    #[must_use]
    pub const fn closing(self, many: bool) -> &'static str {
        match self {
            Self::Timeml if many => timeml::CORPUS.1,
            Self::Tei if many => tei::CORPUS.1,
            Self::Html => html::CLOSING,
            _ => "",
        }
    }

    /// The pieces of one document.
    #[must_use]
    pub fn parts(self, item: &Item<'_>) -> Vec<Part> {
        match self {
            Self::Csv => {
                let files = csv::FILES.iter().zip(csv::tables(item));
                files.map(|((file, _), text)| Part { file, text }).collect()
            }
            Self::Brat => vec![
                Part { file: ".txt", text: item.document.text().to_owned() },
                Part { file: ".ann", text: brat::annotation(item) },
            ],
            _ => vec![Part { file: "", text: self.piece(item) }],
        }
    }

    /// A whole stream of one document; for formats of several files their pieces one after the other.
    #[must_use]
    pub fn whole(self, item: &Item<'_>) -> String {
        format!("{}{}{}", self.opening(false), self.piece(item), self.closing(false))
    }

    fn piece(self, item: &Item<'_>) -> String {
        match self {
            Self::Pretty => pretty::page(item, true),
            Self::Plain => pretty::page(item, false),
            #[cfg(feature = "serde")]
            Self::Jsonl => jsonl::line(item),
            Self::Csv | Self::Brat => self.parts(item).into_iter().map(|part| part.text).collect(),
            Self::Conll => conll::tokens(item),
            Self::Timeml => timeml::element(item),
            Self::Tei => tei::element(item),
            Self::Rdf => rdf::triples(item),
            Self::Html => html::article(item),
            #[cfg(feature = "serde")]
            Self::Plover => plover::lines(item),
        }
    }
}
