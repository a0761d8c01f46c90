//! The parts of mentions and relations: `Argument`, `Stretch`, `Official`, `Timex`, `Place`, `Organization`.

use crate::document::Document;
use crate::views::{Entity, Mention};
use depeche::output::record;
use pyo3::prelude::*;
use std::borrow::Cow;

/// Codes as Python takes them.
pub fn texts<'a>(list: &'a [Cow<'static, str>]) -> Vec<&'a str> {
    list.iter().map(AsRef::as_ref).collect()
}

/// One argument of a relation.
#[pyclass(frozen, module = "depeche")]
pub struct Argument {
    document: Py<Document>,
    /// ``actor``, ``recipient``, ``place``, ``date``, ``event``.
    #[pyo3(get)]
    role: String,
    /// The grammatical slot it fills.
    #[pyo3(get)]
    how: String,
    mention: u32,
    entity: Option<u32>,
}

impl Argument {
    /// An argument of a relation of `document`.
    pub fn new(document: Py<Document>, argument: &record::Argument<'static>) -> Self {
        Self {
            document,
            role: argument.role.to_string(),
            how: argument.how.to_string(),
            mention: argument.mention,
            entity: argument.entity,
        }
    }
}

#[pymethods]
impl Argument {
    /// The mention that fills it.
    #[getter]
    fn mention(&self, py: Python<'_>) -> Mention {
        Mention::new(self.document.bind(py), self.mention)
    }

    /// The entity behind it; dates have none.
    #[getter]
    fn entity(&self, py: Python<'_>) -> Option<Entity> {
        self.entity.map(|id| Entity::new(self.document.bind(py), id))
    }

    fn __repr__(&self) -> String {
        let text = &self.document.get().record().mentions[self.mention as usize].text;
        format!("Argument({}, {text:?}, how={:?})", self.role, self.how)
    }
}

/// A stretch of text with its words.
#[pyclass(frozen, eq, hash, module = "depeche")]
#[derive(PartialEq, Eq, Hash)]
pub struct Stretch {
    /// First code point.
    #[pyo3(get)]
    pub start: u32,
    /// One past the last code point.
    #[pyo3(get)]
    pub end: u32,
    /// The words.
    #[pyo3(get)]
    pub text: String,
}

impl Stretch {
    /// As the JSON has it.
    pub fn new(stretch: &record::Stretch<'_>) -> Self {
        Self { start: stretch.start, end: stretch.end, text: stretch.text.to_string() }
    }
}

#[pymethods]
impl Stretch {
    fn __repr__(&self) -> String {
        format!("Stretch({}:{}, {:?})", self.start, self.end, self.text)
    }
}

/// An office.
#[pyclass(frozen, module = "depeche")]
pub struct Official {
    document: Py<Document>,
    official: record::Official<'static>,
}

impl Official {
    /// The office of a mention of `document`.
    pub const fn new(document: Py<Document>, official: record::Official<'static>) -> Self {
        Self { document, official }
    }
}

#[pymethods]
impl Official {
    /// Out of the closed list of roles.
    #[getter]
    fn role(&self) -> &str {
        &self.official.role
    }

    /// The head noun as written.
    #[getter]
    fn title(&self) -> &str {
        &self.official.title
    }

    /// What the office is for.
    #[getter]
    fn portfolio(&self) -> Option<&str> {
        self.official.portfolio.as_deref()
    }

    /// Whom they serve.
    #[getter]
    fn countries(&self) -> Vec<&str> {
        texts(&self.official.countries)
    }

    /// The receiving states or organisations.
    #[getter]
    fn accredited_to(&self) -> Vec<&str> {
        texts(&self.official.accredited_to)
    }

    /// ``current``, ``former``, ``acting``, ``elect``, ``outgoing``.
    #[getter]
    fn status(&self) -> &str {
        &self.official.status
    }

    /// The mention of the person it names.
    #[getter]
    fn holder(&self, py: Python<'_>) -> Option<Mention> {
        self.official.holder.map(|id| Mention::new(self.document.bind(py), id))
    }

    fn __repr__(&self) -> String {
        format!("Official({}, {:?}, countries={:?})", self.role(), self.title(), self.countries())
    }
}

/// A TIMEX3 expression.
#[pyclass(frozen, module = "depeche")]
pub struct Timex(pub record::Timex<'static>);

#[pymethods]
impl Timex {
    /// ``DATE``, ``TIME``, ``DURATION``, ``SET``.
    #[getter]
    fn r#type(&self) -> &str {
        &self.0.timex_type
    }

    /// The value.
    #[getter]
    fn value(&self) -> Option<&str> {
        self.0.value.as_deref()
    }

    /// ``START``, ``MID``, ``END``, ``APPROX``…
    #[getter]
    fn r#mod(&self) -> Option<&str> {
        self.0.modifier.as_deref()
    }

    /// Where an interval begins.
    #[getter]
    fn begin(&self) -> Option<&str> {
        self.0.begin.as_deref()
    }

    /// Where an interval ends.
    #[getter]
    fn end(&self) -> Option<&str> {
        self.0.end.as_deref()
    }

    fn __repr__(&self) -> String {
        format!("Timex({}, {})", self.0.timex_type, self.0.value.as_deref().unwrap_or("None"))
    }
}

/// What is known of a place.
#[pyclass(frozen, module = "depeche")]
pub struct Place(pub record::Place<'static>);

#[pymethods]
impl Place {
    /// ``country``, ``city``, ``region``…
    #[getter]
    fn place_type(&self) -> &str {
        &self.0.place_type
    }

    /// The country it is or lies in.
    #[getter]
    fn country(&self) -> Option<&str> {
        self.0.country.as_deref()
    }

    /// Gazetteer row.
    #[getter]
    fn id(&self) -> Option<&str> {
        self.0.id.as_deref()
    }

    /// What it stands for here: ``government``, ``institution``.
    #[getter]
    fn metonym(&self) -> Option<&str> {
        self.0.metonym.as_deref()
    }

    fn __repr__(&self) -> String {
        format!("Place({}, country={})", self.0.place_type, self.0.country.as_deref().unwrap_or("None"))
    }
}

/// What is known of an organisation.
#[pyclass(frozen, module = "depeche")]
pub struct Organization(pub record::Organization<'static>);

#[pymethods]
impl Organization {
    /// ``ministry``, ``government``, ``international``…
    #[getter]
    fn org_type(&self) -> &str {
        &self.0.org_type
    }

    /// Its country.
    #[getter]
    fn country(&self) -> Option<&str> {
        self.0.country.as_deref()
    }

    /// Gazetteer row.
    #[getter]
    fn id(&self) -> Option<&str> {
        self.0.id.as_deref()
    }

    fn __repr__(&self) -> String {
        format!("Organization({}, country={})", self.0.org_type, self.0.country.as_deref().unwrap_or("None"))
    }
}
