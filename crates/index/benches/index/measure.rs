//! Taking times.

use std::fmt;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// What `work` makes, and how long it takes.
pub(crate) fn seconds<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let made = black_box(work());
    (made, start.elapsed())
}

pub(crate) fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// How long each question of a mix took, in milliseconds.
pub(crate) struct Times(Vec<f64>);

impl Times {
    /// Asks every question `repeats` times and keeps each one's fastest answer, since the rest is what else the machine does.
    pub(crate) fn of<Q, A>(questions: &[Q], repeats: usize, ask: impl Fn(&Q) -> A) -> Times {
        let once = |question| milliseconds(seconds(|| ask(black_box(question))).1);
        let fastest = |question| (0..repeats).map(|_| once(question)).fold(f64::INFINITY, f64::min);
        Times(questions.iter().map(fastest).collect())
    }

    /// The time that `share` of the questions do not exceed.
    fn percentile(&self, share: f64) -> f64 {
        let mut times = self.0.clone();
        times.sort_by(f64::total_cmp);
        times[((times.len() - 1) as f64 * share).round() as usize]
    }

    /// The slowest questions, by their place, and their times.
    pub(crate) fn slowest(&self, count: usize) -> Vec<(usize, f64)> {
        let mut times: Vec<_> = self.0.iter().copied().enumerate().collect();
        times.sort_by(|a, b| b.1.total_cmp(&a.1));
        times.truncate(count);
        times
    }
}

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:>8.4} / {:>6.3}", self.percentile(0.5), self.percentile(0.95))
    }
}
