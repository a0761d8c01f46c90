//! Many documents at once, out in the order they came in, with no more of them in memory than three batches.

use super::input::{Documents, Loaded};
use super::Problem;
use depeche::{Document, Extractor, Input, Scratch};
use rayon::prelude::*;

/// Documents of a batch, and the bytes of text at which it is full before that.
const DOCUMENTS: usize = 512;
const BYTES: u64 = 4 << 20;

type Read = Result<Loaded, Problem>;

fn fill(documents: &mut Documents, keep: &mut (dyn FnMut(&Read) -> bool + Send)) -> Vec<Read> {
    let (mut batch, mut bytes) = (Vec::new(), 0);
    while batch.len() < DOCUMENTS && bytes < BYTES {
        let Some(read) = documents.next() else { break };
        if keep(&read) {
            bytes += read.as_ref().map_or(0, |loaded| loaded.bytes);
            batch.push(read);
        }
    }
    batch
}

/// Extracts every document that `keep` lets through and makes a `T` of it; `each` gets them in order and may stop.
pub fn run<T: Send>(
    extractor: &Extractor,
    mut documents: Documents,
    mut keep: impl FnMut(&Read) -> bool + Send,
    make: impl Fn(&Loaded, &Document<'_>) -> T + Sync,
    mut each: impl FnMut(Result<(Loaded, T), Problem>) -> bool + Send,
) {
    let mut batch = fill(&mut documents, &mut keep);
    let mut done = Vec::new();
    loop {
        let last = batch.is_empty();
        let work = || -> Vec<Result<(Loaded, T), Problem>> {
            let one = |scratch: &mut Scratch, read: Read| {
                let loaded = read?;
                let made = {
                    let mut input = Input::new(&loaded.text);
                    if let Some(date) = loaded.date {
                        input = input.date(date);
                    }
                    make(&loaded, &extractor.extract_with(scratch, input))
                };
                Ok((loaded, made))
            };
            batch.into_par_iter().map_init(Scratch::new, one).collect()
        };
        // Beside the work on this batch the one before is handed on and the one after is read.
        let beside = || match done.into_iter().all(&mut each) {
            true => Some(fill(&mut documents, &mut keep)),
            false => None,
        };
        let (made, next) = rayon::join(work, beside);
        match next {
            Some(next) if !last => (done, batch) = (made, next),
            _ => return,
        }
    }
}
