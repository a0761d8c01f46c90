//! Faults of gazetteers and frame files as Python exceptions.

use depeche::Error;
use pyo3::prelude::*;

mod python {
    pyo3::import_exception!(depeche.errors, GazetteerError);
    pyo3::import_exception!(depeche.errors, FrameError);
}

/// `depeche.GazetteerError` or `depeche.FrameError` with every fault.
pub fn faulty(error: &Error) -> PyErr {
    let fault = |f: &depeche::Fault| (f.file.clone(), f.line, f.column, f.message.clone());
    let faults: Vec<(String, usize, usize, String)> = error.faults().iter().map(fault).collect();
    match error.is_gazetteer() {
        true => python::GazetteerError::new_err((faults,)),
        false => python::FrameError::new_err((faults,)),
    }
}
