//! What callers hand in, checked: every complaint names the argument, and the row where there are rows.

use depeche::Date;
use pyo3::exceptions::{PyOSError, PyTypeError, PyUnicodeEncodeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyInt, PyString, PyTuple};
use std::fmt;

/// Where an argument stands: `text`, `texts[3]`.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    name: &'static str,
    row: Option<usize>,
}

impl Place {
    /// The argument called `name`.
    pub const fn of(name: &'static str) -> Self {
        Self { name, row: None }
    }

    /// One of its rows, counted from 0.
    pub const fn row(self, row: usize) -> Self {
        Self { row: Some(row), ..self }
    }

    fn expected(self, what: &str, found: &Bound<'_, PyAny>) -> PyErr {
        let kind = found.get_type().name().map_or_else(|_| "?".to_owned(), |name| name.to_string());
        PyTypeError::new_err(format!("{self}: expected {what}, not {kind}"))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.row {
            Some(row) => write!(f, "{}[{row}]", self.name),
            None => f.write_str(self.name),
        }
    }
}

/// One text to read.
pub struct Task {
    /// As Python holds it.
    pub source: Py<PyString>,
    /// The same in UTF-8.
    pub text: String,
    /// The day it was written.
    pub date: Option<Date>,
    /// The id of its document.
    pub id: String,
}

impl Task {
    /// A text with neither date nor id.
    pub fn new(value: &Bound<'_, PyAny>, place: Place) -> PyResult<Self> {
        let source = value.cast::<PyString>().map_err(|_| place.expected("str", value))?;
        Ok(Self { source: source.clone().unbind(), text: utf8(source, place)?, date: None, id: String::new() })
    }
}

/// The string in UTF-8, which has no lone surrogates.
fn utf8(value: &Bound<'_, PyString>, place: Place) -> PyResult<String> {
    let py = value.py();
    value.to_cow().map(std::borrow::Cow::into_owned).map_err(|error| {
        if !error.is_instance_of::<PyUnicodeEncodeError>(py) {
            return error;
        }
        match error.value(py).getattr("start").and_then(|at| at.extract::<usize>()) {
            Ok(at) => PyValueError::new_err(format!("{place}: a lone surrogate at position {at} is no text")),
            Err(error) => error,
        }
    })
}

/// A string argument.
pub fn string(value: &Bound<'_, PyAny>, place: Place) -> PyResult<String> {
    let text = value.cast::<PyString>().map_err(|_| place.expected("str", value))?;
    utf8(text, place)
}

/// An id: a string, or a whole number.
pub fn id(value: &Bound<'_, PyAny>, place: Place) -> PyResult<String> {
    if value.is_instance_of::<PyInt>() {
        return Ok(value.str()?.to_cow()?.into_owned());
    }
    let text = value.cast::<PyString>().map_err(|_| place.expected("str or int", value))?;
    utf8(text, place)
}

/// A day: `datetime.date`, `datetime.datetime` or ISO 8601; `None`, `NaN` and `NaT` are no date.
pub fn date(value: &Bound<'_, PyAny>, place: Place) -> PyResult<Option<Date>> {
    if value.is_none() || value.ne(value)? {
        return Ok(None);
    }
    let bad = |told: &str| {
        PyValueError::new_err(format!("{place}: bad date {told:?}: expected year-month-day, such as 2019-03-15"))
    };
    if let Ok(told) = value.cast::<PyString>() {
        let told = utf8(told, place)?;
        let day = told.split_once(['T', ' ']).map_or(told.as_str(), |(day, _)| day);
        return day.parse().map(Some).map_err(|_| bad(&told));
    }
    let part = |name| value.getattr(name).and_then(|part| part.extract::<i16>());
    let (Ok(year), Ok(month), Ok(day)) = (part("year"), part("month"), part("day")) else {
        return Err(place.expected("str or datetime.date", value));
    };
    let small = |part: i16| i8::try_from(part).ok();
    match small(month).zip(small(day)).and_then(|(month, day)| Date::new(year, month, day).ok()) {
        Some(date) => Ok(Some(date)),
        None => Err(bad(&value.str()?.to_cow()?)),
    }
}

/// The members of an iterable argument; one string is taken for a mistake.
pub fn rows<'py>(value: &Bound<'py, PyAny>, place: Place) -> PyResult<Vec<Bound<'py, PyAny>>> {
    if value.is_instance_of::<PyString>() {
        return Err(place.expected("several in a list", value));
    }
    value.try_iter().map_err(|_| place.expected("an iterable", value))?.collect()
}

/// Puts into every task what its row of `values` says, where such an argument was given.
pub fn column<T>(
    tasks: &mut [Task],
    values: Option<&Bound<'_, PyAny>>,
    place: Place,
    read: impl Fn(&Bound<'_, PyAny>, Place) -> PyResult<T>,
    put: impl Fn(&mut Task, T),
) -> PyResult<()> {
    let Some(values) = values else { return Ok(()) };
    let values = rows(values, place)?;
    if values.len() != tasks.len() {
        return Err(PyValueError::new_err(format!("{place}: {} of them for {} texts", values.len(), tasks.len())));
    }
    for (row, (task, value)) in tasks.iter_mut().zip(&values).enumerate() {
        put(task, read(value, place.row(row))?);
    }
    Ok(())
}

/// How many threads: as many as cores, where the caller does not say.
pub fn threads(value: Option<i64>) -> PyResult<usize> {
    match value {
        Some(threads) => at_least_one(threads, Place::of("threads")),
        None => Ok(std::thread::available_parallelism().map_or(1, usize::from)),
    }
}

/// A number that counts something there is.
pub fn at_least_one(value: i64, place: Place) -> PyResult<usize> {
    let counted = usize::try_from(value).ok().filter(|&value| value > 0);
    counted.ok_or_else(|| PyValueError::new_err(format!("{place}: expected at least 1, not {value}")))
}

/// A share: a number from 0 to 1.
pub fn share(value: &Bound<'_, PyAny>, place: Place) -> PyResult<f64> {
    match value.extract::<f64>() {
        Ok(share) if (0.0..=1.0).contains(&share) => Ok(share),
        Err(error) if error.is_instance_of::<PyTypeError>(value.py()) => Err(place.expected("a number", value)),
        // Also what is too large for a float.
        _ => Err(PyValueError::new_err(format!("{place}: expected a number from 0 to 1, not {}", value.str()?))),
    }
}

/// Files of the caller's own, name and content: each a path, or a pair of both.
pub fn files(values: Option<&Bound<'_, PyAny>>, place: Place) -> PyResult<Vec<(String, String)>> {
    let Some(values) = values else { return Ok(Vec::new()) };
    let read = |(row, value): (usize, &Bound<'_, PyAny>)| {
        let place = place.row(row);
        if let Ok(pair) = value.cast::<PyTuple>() {
            let (name, content) = pair.extract::<(Bound<'_, PyAny>, Bound<'_, PyAny>)>()?;
            return Ok((string(&name, place)?, string(&content, place)?));
        }
        let path: std::path::PathBuf =
            value.extract().map_err(|_| place.expected("a path, or a pair of name and content", value))?;
        let shown = path.display().to_string();
        let bytes = std::fs::read(&path).map_err(|error| {
            // With number and file name Python picks the subclass, such as FileNotFoundError.
            let told = error.to_string();
            let told = told.split_once(" (os error").map_or(told.as_str(), |(told, _)| told);
            PyOSError::new_err((error.raw_os_error(), told.to_owned(), shown.clone()))
        })?;
        match String::from_utf8(bytes) {
            Ok(content) => Ok((shown, content)),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                Err(PyValueError::new_err(format!("{place}: {shown} is not UTF-8 at byte {at}")))
            }
        }
    };
    rows(values, place)?.iter().enumerate().map(read).collect()
}
