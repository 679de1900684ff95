//! A program that runs beside a journey and ends with it.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::Context as _;

/// Ends its program when it is dropped.
#[derive(Debug)]
pub(crate) struct Running(Child);

impl Running {
    /// Starts the program and waits for the first line on its stdout from which `read` makes something.
    pub(crate) fn start<T>(command: &mut Command, read: impl Fn(&str) -> Option<T>) -> anyhow::Result<(Self, T)> {
        let started = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
        let mut running = Self(started.with_context(|| format!("cannot start {command:?}"))?);
        let out = running.0.stdout.take().context("the program has no output")?;
        let mut lines = BufReader::new(out).lines();
        let found = lines.by_ref().map_while(Result::ok).find_map(|line| read(&line));
        // A program whose output nobody takes would block or be killed once the pipe is full or closed.
        std::thread::spawn(move || lines.for_each(drop));
        found
            .map(|found| (running, found))
            .with_context(|| format!("{command:?} ended without saying where it listens"))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
