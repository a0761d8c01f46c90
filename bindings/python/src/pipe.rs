//! Streams: texts in, documents out, a batch at a time.

use crate::arguments::{self, Place, Task};
use crate::document::Document;
use crate::extractor::Extractor;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyIterator, PyString, PyTuple};
use std::collections::VecDeque;

/// The documents of a stream of texts; see ``Extractor.pipe``.
#[pyclass(module = "depeche")]
pub struct Pipe {
    extractor: Py<Extractor>,
    texts: Py<PyIterator>,
    batch_size: usize,
    threads: usize,
    taken: usize,
    ready: VecDeque<Document>,
    /// What went wrong after the texts that are being read: raised once their documents are out.
    failed: Option<PyErr>,
}

impl Pipe {
    /// A stream that nothing has been taken from yet.
    pub fn new(
        extractor: Py<Extractor>,
        texts: &Bound<'_, PyAny>,
        batch_size: usize,
        threads: usize,
    ) -> PyResult<Self> {
        if texts.is_instance_of::<PyString>() {
            return Err(PyTypeError::new_err("texts: expected several in an iterable, not str"));
        }
        let texts = texts.try_iter()?.unbind();
        Ok(Self { extractor, texts, batch_size, threads, taken: 0, ready: VecDeque::new(), failed: None })
    }

    fn task(&mut self, item: &Bound<'_, PyAny>) -> PyResult<Task> {
        let place = Place::of("texts").row(self.taken);
        let id = self.taken.to_string();
        self.taken += 1;
        if let Ok(pair) = item.cast::<PyTuple>() {
            let (text, date) = pair
                .extract::<(Bound<'_, PyAny>, Bound<'_, PyAny>)>()
                .map_err(|_| PyTypeError::new_err(format!("{place}: expected a text or a pair of text and date")))?;
            let date = arguments::date(&date, place)?;
            return Ok(Task { date, id, ..Task::new(&text, place)? });
        }
        Ok(Task { id, ..Task::new(item, place)? })
    }

    fn fill(&mut self, py: Python<'_>) {
        let mut texts = self.texts.bind(py).clone();
        let mut tasks = Vec::new();
        while tasks.len() < self.batch_size {
            match texts.next().map(|item| item.and_then(|item| self.task(&item))) {
                None => break,
                Some(Ok(task)) => tasks.push(task),
                Some(Err(error)) => {
                    self.failed = Some(error);
                    break;
                }
            }
        }
        self.ready.extend(self.extractor.get().run(py, tasks, self.threads));
    }
}

#[pymethods]
impl Pipe {
    const fn __iter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    fn __next__(&mut self, py: Python<'_>) -> PyResult<Option<Document>> {
        if self.ready.is_empty() && self.failed.is_none() {
            self.fill(py);
        }
        match self.ready.pop_front() {
            Some(document) => Ok(Some(document)),
            None => self.failed.take().map_or(Ok(None), Err),
        }
    }
}
