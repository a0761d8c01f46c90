//! The class `Document`.

use crate::arguments::{self, Place};
use crate::notebook;
use crate::views::{Entity, Mention, Relation};
use depeche::output::jsonl::Reader;
use depeche::output::record::Record;
use depeche::output::Unit;
use pyo3::exceptions::{PyIndexError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyString;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::OnceLock;

/// What was found in one text: mentions, entities, relations.
///
/// Spans count code points: ``document.text[m.start:m.end] == m.text``.
#[pyclass(frozen, module = "depeche")]
pub struct Document {
    text: Py<PyString>,
    json: String,
    /// The JSON read, once somebody looks into it.
    record: OnceLock<Record<'static>>,
}

/// How a document pickles: the function that makes it again, and what that needs.
type Reduced<'py> = (Bound<'py, PyAny>, (Py<PyString>, String));

fn read(json: &str) -> Result<Record<'static>, String> {
    match Reader::new(json.as_bytes()).next() {
        Some(read) => read.map_err(|error| error.message),
        None => Err("nothing there".to_owned()),
    }
}

/// Whether every number of `record` leads somewhere and every span holds its words.
fn fits(record: &Record<'_>, text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let within = |start: u32, end: u32| start <= end && end as usize <= chars.len();
    let holds = |start: u32, end: u32, words: &str| {
        within(start, end) && chars[start as usize..end as usize].iter().copied().eq(words.chars())
    };
    let mention = |id: u32| (id as usize) < record.mentions.len();
    let entity = |id: Option<u32>| id.is_none_or(|id| (id as usize) < record.entities.len());
    let numbered = record.mentions.iter().enumerate().all(|(i, m)| m.id as usize == i)
        && record.entities.iter().enumerate().all(|(i, e)| e.id as usize == i)
        && record.relations.iter().enumerate().all(|(i, r)| r.id as usize == i);
    numbered
        && record.mentions.windows(2).all(|pair| pair[0].end <= pair[1].start)
        && record.mentions.iter().all(|m| {
            holds(m.start, m.end, &m.text)
                && entity(m.entity)
                && m.official.as_ref().and_then(|official| official.holder).is_none_or(mention)
        })
        && record.entities.iter().all(|e| e.mentions.iter().all(|&m| mention(m)))
        && record.relations.iter().all(|r| {
            r.triggers.iter().chain(&r.topic).all(|s| holds(s.start, s.end, &s.text))
                && within(r.evidence.start, r.evidence.end)
                && r.arguments.iter().all(|a| mention(a.mention) && entity(a.entity))
                && r.source.is_none_or(|s| mention(s.mention) && entity(s.entity))
        })
}

impl Document {
    /// A document whose JSON comes from the library's own writer.
    pub const fn new(text: Py<PyString>, json: String) -> Self {
        Self { text, json, record: OnceLock::new() }
    }

    /// What the JSON says.
    pub fn record(&self) -> &Record<'static> {
        let read = || read(&self.json).expect("from the library's own writer, or checked when it came in");
        self.record.get_or_init(read)
    }

    /// The words from code point `start` to `end`.
    pub fn words(&self, py: Python<'_>, start: u32, end: u32) -> PyResult<String> {
        let text = self.text.bind(py).to_cow()?;
        Ok(text.chars().skip(start as usize).take(end.saturating_sub(start) as usize).collect())
    }
}

fn numbered<T>(count: usize, id: u32, what: &str, view: impl FnOnce(u32) -> T) -> PyResult<T> {
    match (id as usize) < count {
        true => Ok(view(id)),
        false => Err(PyIndexError::new_err(format!("no {what} {id}: the document has {count}"))),
    }
}

#[pymethods]
impl Document {
    /// A document out of a text and the JSON line that was written for it, by ``to_json`` or by ``extract --to jsonl``.
    #[staticmethod]
    fn from_json(text: &Bound<'_, PyAny>, json: &Bound<'_, PyAny>) -> PyResult<Self> {
        let words = arguments::string(text, Place::of("text"))?;
        let json = arguments::string(json, Place::of("json"))?;
        let record = read(&json).map_err(|error| PyValueError::new_err(format!("json: {error}")))?;
        if record.offsets != Unit::Chars {
            return Err(PyValueError::new_err("json: expected offsets in chars"));
        }
        if !fits(&record, &words) {
            return Err(PyValueError::new_err("json: it does not belong to this text"));
        }
        let json = json.trim_end_matches(['\r', '\n']).to_owned();
        Ok(Self { text: text.cast::<PyString>()?.clone().unbind(), json, record: OnceLock::from(record) })
    }

    /// The text.
    #[getter]
    fn text(&self, py: Python<'_>) -> Py<PyString> {
        self.text.clone_ref(py)
    }

    /// The id given by the caller.
    #[getter]
    fn id(&self) -> &str {
        &self.record().id
    }

    /// The reference date that was used, ISO 8601.
    #[getter]
    fn date(&self) -> Option<&str> {
        self.record().date.as_deref()
    }

    /// Where that came from: ``caller``, ``header``, ``dateline``.
    #[getter]
    fn date_source(&self) -> Option<&str> {
        self.record().date_source.as_deref()
    }

    /// All mentions, by start, never overlapping.
    #[getter]
    fn mentions(slf: &Bound<'_, Self>) -> Vec<Mention> {
        slf.get().record().mentions.iter().map(|m| Mention::new(slf, m.id)).collect()
    }

    /// All entities, by first mention.
    #[getter]
    fn entities(slf: &Bound<'_, Self>) -> Vec<Entity> {
        slf.get().record().entities.iter().map(|e| Entity::new(slf, e.id)).collect()
    }

    /// All relations, by first trigger.
    #[getter]
    fn relations(slf: &Bound<'_, Self>) -> Vec<Relation> {
        slf.get().record().relations.iter().map(|r| Relation::new(slf, r.id)).collect()
    }

    /// The mention with this id.
    fn mention(slf: &Bound<'_, Self>, id: u32) -> PyResult<Mention> {
        numbered(slf.get().record().mentions.len(), id, "mention", |id| Mention::new(slf, id))
    }

    /// The entity with this id.
    fn entity(slf: &Bound<'_, Self>, id: u32) -> PyResult<Entity> {
        numbered(slf.get().record().entities.len(), id, "entity", |id| Entity::new(slf, id))
    }

    /// The relation with this id.
    fn relation(slf: &Bound<'_, Self>, id: u32) -> PyResult<Relation> {
        numbered(slf.get().record().relations.len(), id, "relation", |id| Relation::new(slf, id))
    }

    /// The document as ``extract --to jsonl`` writes it, byte for byte, without the line feed.
    fn to_json(&self) -> &str {
        &self.json
    }

    /// The same as dictionaries and lists.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        py.import("json")?.call_method1("loads", (self.json.as_str(),))
    }

    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        Ok(notebook::html(self.record(), &self.text.bind(py).to_cow()?))
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Reduced<'py>> {
        let this = slf.get();
        Ok((slf.get_type().getattr("from_json")?, (this.text.clone_ref(slf.py()), this.json.clone())))
    }

    fn __eq__(&self, py: Python<'_>, other: &Bound<'_, PyAny>) -> PyResult<bool> {
        let Ok(other) = other.cast::<Self>() else { return Ok(false) };
        let other = other.get();
        Ok(self.json == other.json && self.text.bind(py).as_any().eq(&other.text)?)
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.json.hash(&mut hasher);
        hasher.finish()
    }

    fn __repr__(&self) -> String {
        let record = self.record();
        format!(
            "Document(id={:?}, date={}, mentions={}, entities={}, relations={})",
            record.id,
            record.date.as_deref().unwrap_or("None"),
            record.mentions.len(),
            record.entities.len(),
            record.relations.len(),
        )
    }
}
