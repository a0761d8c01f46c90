//! Two pieces of start-up at a time.

use std::panic::resume_unwind;
use std::thread::{self, Builder};

/// What `other` and `here` give, `other` on a thread of its own where the platform has threads (WebAssembly has none).
/// A panic of either is the caller's.
pub(crate) fn both<A: Send, B>(other: impl Fn() -> A + Sync, here: impl FnOnce() -> B) -> (A, B) {
    thread::scope(|scope| match Builder::new().spawn_scoped(scope, &other) {
        Ok(handle) => {
            let here = here();
            (handle.join().unwrap_or_else(|panic| resume_unwind(panic)), here)
        }
        Err(_) => (other(), here()),
    })
}

#[cfg(test)]
mod tests {
    use super::both;

    #[test]
    fn each_result_in_its_place() {
        assert_eq!(both(|| "other", || "here"), ("other", "here"));
    }
}
