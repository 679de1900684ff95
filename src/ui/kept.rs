//! State outside the URL, for the lifetime of the page. `Kept` is untracked, `Live` is tracked; both are leaked on
//! purpose and `Copy`.
//!
//! The reactive system's own signals and stored values bring their code once more for every type that they hold. Of these
//! two little is made anew, and what tells of a change is one type.

use std::sync::{Mutex, MutexGuard, PoisonError};

use reactive_graph::signal::ArcTrigger;
use reactive_graph::traits::{Notify as _, Track as _};

/// A value that nothing on the page follows. Behind a lock, since a memo wants what it reads to be `Sync`; the page has
/// one thread.
pub(super) struct Kept<T: 'static>(&'static Mutex<T>);

impl<T> Clone for Kept<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Kept<T> {}

impl<T> Kept<T> {
    pub(super) fn new(value: T) -> Self {
        Self(Box::leak(Box::new(Mutex::new(value))))
    }

    /// The value, for as long as the guard lives: nothing else may ask for it meanwhile.
    pub(super) fn lock(self) -> MutexGuard<'static, T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts another value in its place.
    pub(super) fn replace(self, value: T) -> T {
        std::mem::replace(&mut *self.lock(), value)
    }
}

impl<T: Clone> Kept<T> {
    pub(super) fn get(self) -> T {
        self.lock().clone()
    }
}

/// A value that memos and effects follow.
pub(super) struct Live<T: 'static> {
    value: Kept<T>,
    changed: &'static ArcTrigger,
}

impl<T> Clone for Live<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Live<T> {}

impl<T> Live<T> {
    pub(super) fn new(value: T) -> Self {
        Self { value: Kept::new(value), changed: Box::leak(Box::new(ArcTrigger::new())) }
    }

    /// The value, as with [`Kept::lock`]; whoever asks follows it.
    pub(super) fn follow(self) -> MutexGuard<'static, T> {
        self.changed.track();
        self.value.lock()
    }

    /// The value, as with [`Kept::lock`]; whoever asks does not follow it.
    pub(super) fn now(self) -> MutexGuard<'static, T> {
        self.value.lock()
    }

    /// Puts another value in its place, and tells who follows it.
    pub(super) fn set(self, value: T) {
        drop(self.value.replace(value));
        self.changed.notify();
    }

    /// Changes the value, and tells who follows it.
    pub(super) fn update(self, change: impl FnOnce(&mut T)) {
        change(&mut self.value.lock());
        self.changed.notify();
    }
}
