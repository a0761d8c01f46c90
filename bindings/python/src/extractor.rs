//! The class `Extractor`.

use crate::arguments::{self, Place, Task};
use crate::document::Document;
use crate::error;
use crate::pipe::Pipe;
use depeche::output::{jsonl, Item};
use depeche::{Input, Scratch};
use pyo3::prelude::*;
use pyo3::types::PyDict;
use std::sync::atomic::{AtomicUsize, Ordering};

type Files = Vec<(String, String)>;

/// Finds mentions, entities and relations in French texts.
///
/// ``gazetteers`` and ``relations`` are files of your own: paths, or pairs of
/// name and content. Relations whose ``confidence`` is below
/// ``min_confidence`` are left out; 0 keeps all. An extractor is immutable,
/// can be shared by threads and pickles with the contents of its files.
#[pyclass(frozen, module = "depeche")]
pub struct Extractor {
    inner: depeche::Extractor,
    gazetteers: Files,
    relations: Files,
    /// As the caller gave it.
    min_confidence: Option<f64>,
}

/// The line of one document, without its line feed.
fn line(extractor: &depeche::Extractor, scratch: &mut Scratch, task: &Task) -> String {
    let mut input = Input::new(&task.text);
    if let Some(date) = task.date {
        input = input.date(date);
    }
    let document = extractor.extract_with(scratch, input);
    let mut line = jsonl::line(&Item::new(&task.id, &document));
    line.pop();
    // Documents may be kept: no more than they need.
    line.shrink_to_fit();
    line
}

/// The lines of all tasks, in their order; threads take the next task when they are done with one.
fn lines(extractor: &depeche::Extractor, tasks: &[Task], threads: usize) -> Vec<String> {
    let next = AtomicUsize::new(0);
    let work = || {
        let (mut scratch, mut done) = (Scratch::new(), Vec::new());
        while let Some((at, task)) =
            Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| Some((at, tasks.get(at)?)))
        {
            done.push((at, line(extractor, &mut scratch, task)));
        }
        done
    };
    let mut done = std::thread::scope(|scope| {
        let helpers: Vec<_> = (1..threads.min(tasks.len())).map(|_| scope.spawn(work)).collect();
        let mut done = work();
        for helper in helpers {
            match helper.join() {
                Ok(more) => done.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
    done.sort_unstable_by_key(|&(at, _)| at);
    done.into_iter().map(|(_, line)| line).collect()
}

impl Extractor {
    /// Reads all tasks with the interpreter's lock released.
    pub fn run(&self, py: Python<'_>, tasks: Vec<Task>, threads: usize) -> Vec<Document> {
        let lines = py.detach(|| lines(&self.inner, &tasks, threads));
        tasks.into_iter().zip(lines).map(|(task, json)| Document::new(task.source, json)).collect()
    }
}

#[pymethods]
impl Extractor {
    #[new]
    #[pyo3(signature = (gazetteers=None, relations=None, *, min_confidence=None))]
    fn new(
        py: Python<'_>,
        gazetteers: Option<&Bound<'_, PyAny>>,
        relations: Option<&Bound<'_, PyAny>>,
        min_confidence: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let gazetteers = arguments::files(gazetteers, Place::of("gazetteers"))?;
        let relations = arguments::files(relations, Place::of("relations"))?;
        let share = |value| arguments::share(value, Place::of("min_confidence"));
        let min_confidence = min_confidence.map(share).transpose()?;
        if gazetteers.is_empty() && relations.is_empty() && min_confidence.is_none() {
            let inner = py.detach(depeche::Extractor::default);
            return Ok(Self { inner, gazetteers, relations, min_confidence });
        }
        let built = py.detach(|| {
            let mut builder = depeche::Extractor::builder();
            if let Some(share) = min_confidence {
                builder = builder.min_confidence(share as f32);
            }
            for (name, content) in &gazetteers {
                builder = builder.gazetteer(name, content);
            }
            for (name, content) in &relations {
                builder = builder.frames(name, content);
            }
            builder.build()
        });
        Ok(Self { inner: built.map_err(|error| error::faulty(&error))?, gazetteers, relations, min_confidence })
    }

    /// Reads one text.
    ///
    /// ``date`` is the day the text was written, by which « jeudi » is read:
    /// a ``datetime.date`` or ``"2019-03-15"``. Without it the text's own
    /// header is looked at. ``id`` names the document in its JSON.
    #[pyo3(signature = (text, date=None, *, id=None))]
    fn extract(
        &self,
        py: Python<'_>,
        text: &Bound<'_, PyAny>,
        date: Option<&Bound<'_, PyAny>>,
        id: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Document> {
        let mut task = Task::new(text, Place::of("text"))?;
        task.date = date.map_or(Ok(None), |date| arguments::date(date, Place::of("date")))?;
        task.id = id.map_or(Ok(String::new()), |id| arguments::id(id, Place::of("id")))?;
        let json = py.detach(|| line(&self.inner, &mut Scratch::new(), &task));
        Ok(Document::new(task.source, json))
    }

    /// Reads many texts on several threads, without the interpreter's lock; the documents come in the order of the texts.
    ///
    /// ``dates`` has one date or ``None`` for each text. ``threads`` is by
    /// default the number of cores. ``ids`` are by default the positions.
    #[pyo3(signature = (texts, dates=None, threads=None, *, ids=None))]
    fn extract_batch(
        &self,
        py: Python<'_>,
        texts: &Bound<'_, PyAny>,
        dates: Option<&Bound<'_, PyAny>>,
        threads: Option<i64>,
        ids: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Vec<Document>> {
        let threads = arguments::threads(threads)?;
        let place = Place::of("texts");
        let mut tasks = Vec::new();
        for (row, text) in arguments::rows(texts, place)?.iter().enumerate() {
            tasks.push(Task { id: row.to_string(), ..Task::new(text, place.row(row))? });
        }
        arguments::column(&mut tasks, dates, Place::of("dates"), arguments::date, |task, date| task.date = date)?;
        arguments::column(&mut tasks, ids, Place::of("ids"), arguments::id, |task, id| task.id = id)?;
        Ok(self.run(py, tasks, threads))
    }

    /// Reads a stream of texts, or of pairs of text and date, and yields their documents in order.
    ///
    /// No more than ``batch_size`` texts are in memory at once.
    #[pyo3(signature = (texts, batch_size=256, threads=None))]
    fn pipe(slf: Bound<'_, Self>, texts: &Bound<'_, PyAny>, batch_size: i64, threads: Option<i64>) -> PyResult<Pipe> {
        let batch_size = arguments::at_least_one(batch_size, Place::of("batch_size"))?;
        Pipe::new(slf.unbind(), texts, batch_size, arguments::threads(threads)?)
    }

    /// Names of your own: pairs of file name and content.
    #[getter]
    fn gazetteers(&self) -> Files {
        self.gazetteers.clone()
    }

    /// Relations of your own: pairs of file name and content.
    #[getter]
    fn relations(&self) -> Files {
        self.relations.clone()
    }

    /// The bound given by the caller; ``None``: the default.
    #[getter]
    const fn min_confidence(&self) -> Option<f64> {
        self.min_confidence
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (Files, Files))> {
        let (py, this) = (slf.py(), slf.get());
        // A pickle hands arguments over by position.
        let named = PyDict::new(py);
        named.set_item("min_confidence", this.min_confidence)?;
        let make = py.import("functools")?.getattr("partial")?.call((slf.get_type(),), Some(&named))?;
        Ok((make, (this.gazetteers.clone(), this.relations.clone())))
    }

    fn __repr__(&self) -> String {
        let names = |files: &Files| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        let mut told = Vec::new();
        if !(self.gazetteers.is_empty() && self.relations.is_empty()) {
            told.push(format!("gazetteers={:?}, relations={:?}", names(&self.gazetteers), names(&self.relations)));
        }
        told.extend(self.min_confidence.map(|share| format!("min_confidence={share:?}")));
        format!("Extractor({})", told.join(", "))
    }
}
