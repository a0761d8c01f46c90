//! The classes `Mention`, `Entity` and `Relation`: a document and a number in it.

use crate::document::Document;
use crate::parts::{self, Argument, Official, Organization, Place, Stretch, Timex};
use depeche::output::record;
use pyo3::prelude::*;
use std::hash::{DefaultHasher, Hash, Hasher};

/// How a view pickles: a method of its document, and its number.
type Reduced<'py> = (Bound<'py, PyAny>, (u32,));

/// A view of what has a number of its own in the document.
macro_rules! numbered {
    ($(#[$doc:meta])* $view:ident, $list:ident, $one:literal) => {
        $(#[$doc])*
        #[pyclass(frozen, module = "depeche")]
        pub struct $view {
            document: Py<Document>,
            number: u32,
        }

        impl $view {
            /// Number `number`, which the document has.
            pub fn new(document: &Bound<'_, Document>, number: u32) -> Self {
                Self { document: document.clone().unbind(), number }
            }

            fn read(&self) -> &record::$view<'static> {
                &self.document.get().record().$list[self.number as usize]
            }

            /// Pickles as a number of its document.
            fn reduced<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
                Ok((self.document.bind(py).getattr($one)?, (self.number,)))
            }

            fn same(&self, py: Python<'_>, other: &Bound<'_, PyAny>) -> PyResult<bool> {
                let Ok(other) = other.cast::<Self>() else { return Ok(false) };
                let other = other.get();
                Ok(self.number == other.number && self.document.bind(py).eq(&other.document)?)
            }

            fn hashed(&self, py: Python<'_>) -> PyResult<u64> {
                let mut hasher = DefaultHasher::new();
                (self.document.bind(py).hash()?, self.number).hash(&mut hasher);
                Ok(hasher.finish())
            }
        }
    };
}

numbered!(
    /// A stretch of text that names a person, an office, a place, an organisation, an event or a date.
    Mention, mentions, "mention"
);
numbered!(
    /// Who or what one or several mentions stand for.
    Entity, entities, "entity"
);
numbered!(
    /// Who did what to whom, where and when, whether it is so, and who says it.
    Relation, relations, "relation"
);

#[pymethods]
impl Mention {
    /// The document it stands in.
    #[getter]
    fn document(&self, py: Python<'_>) -> Py<Document> {
        self.document.clone_ref(py)
    }

    /// Number in the document.
    #[getter]
    const fn id(&self) -> u32 {
        self.number
    }

    /// ``person``, ``official``, ``place``, ``organization``, ``event``, ``date``.
    #[getter]
    fn kind(&self) -> &str {
        &self.read().kind
    }

    /// First code point.
    #[getter]
    fn start(&self) -> u32 {
        self.read().start
    }

    /// One past the last code point.
    #[getter]
    fn end(&self) -> u32 {
        self.read().end
    }

    /// The words.
    #[getter]
    fn text(&self) -> &str {
        &self.read().text
    }

    /// Whom or what it means; dates have no entity.
    #[getter]
    fn entity(&self, py: Python<'_>) -> Option<Entity> {
        self.read().entity.map(|id| Entity::new(self.document.bind(py), id))
    }

    /// The gazetteer row or rule that found it.
    #[getter]
    fn rule(&self) -> &str {
        &self.read().rule
    }

    /// The office, of an official.
    #[getter]
    fn official(&self, py: Python<'_>) -> Option<Official> {
        let official = self.read().official.clone();
        official.map(|official| Official::new(self.document.clone_ref(py), official))
    }

    /// The value, of a date.
    #[getter]
    fn timex(&self) -> Option<Timex> {
        self.read().timex.clone().map(Timex)
    }

    /// Type and country, of a place.
    #[getter]
    fn place(&self) -> Option<Place> {
        self.read().place.clone().map(Place)
    }

    /// Type and country, of an organisation.
    #[getter]
    fn organization(&self) -> Option<Organization> {
        self.read().organization.clone().map(Organization)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        self.reduced(py)
    }

    fn __eq__(&self, py: Python<'_>, other: &Bound<'_, PyAny>) -> PyResult<bool> {
        self.same(py, other)
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<u64> {
        self.hashed(py)
    }

    fn __repr__(&self) -> String {
        let m = self.read();
        format!("Mention({}, {}:{}, {:?})", m.kind, m.start, m.end, m.text)
    }
}

#[pymethods]
impl Entity {
    /// The document it stands in.
    #[getter]
    fn document(&self, py: Python<'_>) -> Py<Document> {
        self.document.clone_ref(py)
    }

    /// Number in the document.
    #[getter]
    const fn id(&self) -> u32 {
        self.number
    }

    /// As of a mention.
    #[getter]
    fn kind(&self) -> &str {
        &self.read().kind
    }

    /// The fullest name.
    #[getter]
    fn name(&self) -> &str {
        &self.read().name
    }

    /// Countries it serves, is, or lies in.
    #[getter]
    fn countries(&self) -> Vec<&str> {
        parts::texts(&self.read().countries)
    }

    /// Its office.
    #[getter]
    fn role(&self) -> Option<&str> {
        self.read().role.as_deref()
    }

    /// Its mentions.
    #[getter]
    fn mentions(&self, py: Python<'_>) -> Vec<Mention> {
        self.read().mentions.iter().map(|&id| Mention::new(self.document.bind(py), id)).collect()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        self.reduced(py)
    }

    fn __eq__(&self, py: Python<'_>, other: &Bound<'_, PyAny>) -> PyResult<bool> {
        self.same(py, other)
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<u64> {
        self.hashed(py)
    }

    fn __repr__(&self) -> String {
        format!("Entity({}, {:?})", self.read().kind, self.read().name)
    }
}

impl Relation {
    fn filling(&self, py: Python<'_>, role: &str) -> Vec<Mention> {
        let document = self.document.bind(py);
        let filling = self.read().arguments.iter().filter(|argument| argument.role == role);
        filling.map(|argument| Mention::new(document, argument.mention)).collect()
    }
}

#[pymethods]
impl Relation {
    /// The document it stands in.
    #[getter]
    fn document(&self, py: Python<'_>) -> Py<Document> {
        self.document.clone_ref(py)
    }

    /// Number in the document.
    #[getter]
    const fn id(&self) -> u32 {
        self.number
    }

    /// Its type, such as ``met_with``.
    #[getter]
    fn r#type(&self) -> &str {
        &self.read().relation_type
    }

    /// PLOVER code of the type.
    #[getter]
    fn plover(&self) -> Option<&str> {
        self.read().plover.as_deref()
    }

    /// The most general certain CAMEO code.
    #[getter]
    fn cameo(&self) -> Option<&str> {
        self.read().cameo.as_deref()
    }

    /// ``affirmed``, ``negated``.
    #[getter]
    fn polarity(&self) -> &str {
        &self.read().polarity
    }

    /// ``fact``, ``planned``, ``possible``, ``hearsay``, ``desired``, ``cancelled``, ``postponed``.
    #[getter]
    fn modality(&self) -> &str {
        &self.read().modality
    }

    /// The stretches that say it.
    #[getter]
    fn triggers(&self) -> Vec<Stretch> {
        self.read().triggers.iter().map(Stretch::new).collect()
    }

    /// The stretch it was read from.
    #[getter]
    fn evidence(&self, py: Python<'_>) -> PyResult<Stretch> {
        let record::Bounds { start, end } = self.read().evidence;
        Ok(Stretch { start, end, text: self.document.get().words(py, start, end)? })
    }

    /// All arguments, in the order of the JSON.
    #[getter]
    fn arguments(&self, py: Python<'_>) -> Vec<Argument> {
        self.read().arguments.iter().map(|argument| Argument::new(self.document.clone_ref(py), argument)).collect()
    }

    /// Who acts.
    #[getter]
    fn actors(&self, py: Python<'_>) -> Vec<Mention> {
        self.filling(py, "actor")
    }

    /// Towards whom.
    #[getter]
    fn recipients(&self, py: Python<'_>) -> Vec<Mention> {
        self.filling(py, "recipient")
    }

    /// Where.
    #[getter]
    fn places(&self, py: Python<'_>) -> Vec<Mention> {
        self.filling(py, "place")
    }

    /// When.
    #[getter]
    fn dates(&self, py: Python<'_>) -> Vec<Mention> {
        self.filling(py, "date")
    }

    /// The events it is part of.
    #[getter]
    fn events(&self, py: Python<'_>) -> Vec<Mention> {
        self.filling(py, "event")
    }

    /// What it is about.
    #[getter]
    fn topic(&self) -> Option<Stretch> {
        self.read().topic.as_ref().map(Stretch::new)
    }

    /// Who says so.
    #[getter]
    fn source(&self, py: Python<'_>) -> Option<Mention> {
        self.read().source.map(|source| Mention::new(self.document.bind(py), source.mention))
    }

    /// The frame that found it.
    #[getter]
    fn rule(&self) -> &str {
        &self.read().rule
    }

    /// How likely it is to be right, 0 to 1.
    #[getter]
    fn confidence(&self) -> f64 {
        // The decimal of the JSON: 0.83, where a cast would give 0.8299999833106995.
        self.read().confidence.to_string().parse().expect("a float prints as one")
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        self.reduced(py)
    }

    fn __eq__(&self, py: Python<'_>, other: &Bound<'_, PyAny>) -> PyResult<bool> {
        self.same(py, other)
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<u64> {
        self.hashed(py)
    }

    fn __repr__(&self) -> String {
        let relation = self.read();
        let mentions = &self.document.get().record().mentions;
        let filled: Vec<String> =
            relation.arguments.iter().map(|a| format!("{}={:?}", a.role, mentions[a.mention as usize].text)).collect();
        format!(
            "Relation({}, {}, {}, {})",
            relation.relation_type,
            filled.join(", "),
            relation.polarity,
            relation.modality
        )
    }
}
