//! Time measurement.

use std::fmt;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Result of `work` and its processor time in milliseconds. If the system does not report that, it is the
/// time on the clock.
pub(crate) fn processor_time<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let busy = || -> Option<f64> {
        let nanoseconds = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        nanoseconds.split_whitespace().next()?.parse().ok()
    };
    let (clock, before) = (Instant::now(), busy());
    let made = black_box(work());
    let on_clock = milliseconds(clock.elapsed());
    (made, before.zip(busy()).map_or(on_clock, |(before, after)| (after - before) / 1e6))
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// Time of each query, in milliseconds.
pub(crate) struct Times(Vec<f64>);

impl Times {
    /// Asks every question `repeats` times and keeps each one's fastest answer, since the rest is what else the machine
    /// does.
    pub(crate) fn of<Q, A>(questions: &[Q], repeats: usize, ask: impl Fn(&Q) -> A) -> Times {
        let once = |question| {
            let clock = Instant::now();
            black_box(ask(black_box(question)));
            milliseconds(clock.elapsed())
        };
        let fastest = |question| (0..repeats).map(|_| once(question)).fold(f64::INFINITY, f64::min);
        Times(questions.iter().map(fastest).collect())
    }

    /// The time that `share` of the questions do not exceed.
    fn percentile(&self, share: f64) -> f64 {
        let mut times = self.0.clone();
        times.sort_by(f64::total_cmp);
        times[((times.len() - 1) as f64 * share).round() as usize]
    }

    /// The slowest questions, and their times.
    pub(crate) fn slowest<'a, Q>(&self, questions: &'a [Q]) -> impl Iterator<Item = (&'a Q, f64)> {
        let mut times: Vec<_> = questions.iter().zip(self.0.iter().copied()).collect();
        times.sort_by(|a, b| b.1.total_cmp(&a.1));
        times.into_iter().take(10)
    }
}

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:>8.4} / {:>6.3}", self.percentile(0.5), self.percentile(0.95))
    }
}
