//! Many documents at once, out in the order they came in, with no more of them in memory than three batches. Short ones
//! are read in groups, side by side.

use super::input::{Documents, Loaded};
use super::Problem;
use depeche::{Document, Extractor, Input, Scratch};
use rayon::prelude::*;
use std::sync::{Mutex, PoisonError};

/// Documents of a batch for each thread, and the bytes of text at which it is full before that.
const DOCUMENTS: usize = 512;
const BYTES: u64 = 4 << 20;
/// Bytes at which a group is full: the more, the less often the code of a stage is fetched anew, and the more memory.
const GROUP: u64 = 40 << 10;

type Read = Result<Loaded, Problem>;

/// The next batch, in groups.
fn fill(documents: &mut Documents, keep: &mut (dyn FnMut(&Read) -> bool + Send)) -> Vec<Vec<Read>> {
    let mut batch: Vec<Vec<Read>> = Vec::new();
    let most = DOCUMENTS * rayon::current_num_threads();
    let (mut count, mut bytes, mut end) = (0, 0, 0);
    while count < most && bytes < BYTES {
        let Some(read) = documents.next() else { break };
        if keep(&read) {
            count += 1;
            let size = read.as_ref().map_or(0, |loaded| loaded.bytes);
            match batch.last_mut().filter(|_| bytes < end) {
                Some(group) => group.push(read),
                None => {
                    end = bytes + GROUP;
                    batch.push(vec![read]);
                }
            }
            bytes += size;
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
    // Buffers nobody uses right now: as many as there are threads.
    let scratches = Mutex::new(Vec::<Scratch>::new());
    let spare = || scratches.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        let last = batch.is_empty();
        let work = || -> Vec<Vec<Result<(Loaded, T), Problem>>> {
            let group = |group: Vec<Read>| {
                let mut scratch = spare().pop().unwrap_or_default();
                let inputs: Vec<Input<'_>> = group.iter().flatten().map(Loaded::input).collect();
                let documents = extractor.extract_each(&mut scratch, &inputs);
                spare().push(scratch);
                let made = group.iter().flatten().zip(documents).map(|(loaded, document)| make(loaded, &document));
                let mut made = made.collect::<Vec<T>>().into_iter();
                // One for each that could be read.
                let one = |read: Read| match read {
                    Ok(loaded) => made.next().map(|made| Ok((loaded, made))),
                    Err(problem) => Some(Err(problem)),
                };
                group.into_iter().filter_map(one).collect()
            };
            batch.into_par_iter().map(group).collect()
        };
        // Beside the work on this batch the one before is handed on and the one after is read.
        let beside = || match done.into_iter().flatten().all(&mut each) {
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
