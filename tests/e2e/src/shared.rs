//! What journeys that run at the same time use together.

use std::sync::{Arc, Mutex, PoisonError, Weak};

/// Started by the first who needs it, ended with the last who holds it: a value in a `static` would never be dropped, and
/// a program that runs beside the tests would outlive them.
pub(crate) struct Shared<T>(Mutex<Weak<T>>);

impl<T> Shared<T> {
    pub(crate) const fn new() -> Self {
        Self(Mutex::new(Weak::new()))
    }

    /// The one that there is, or what `start` makes.
    pub(crate) fn get(&self, start: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<Arc<T>> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(running) = kept.upgrade() {
            return Ok(running);
        }
        let started = Arc::new(start()?);
        *kept = Arc::downgrade(&started);
        Ok(started)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_started_once_while_somebody_holds_it_and_again_afterwards() {
        static NUMBER: Shared<u32> = Shared::new();
        let first = NUMBER.get(|| Ok(1)).expect("it starts");
        assert_eq!(*NUMBER.get(|| Ok(2)).expect("it is there"), 1);
        drop(first);
        assert_eq!(*NUMBER.get(|| Ok(3)).expect("it starts again"), 3);
    }
}
