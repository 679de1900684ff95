//! `cargo xtask test`: every test there is, natively, in a browser's WebAssembly, and against the built site.
//!
//! A stage that fails does not stop the next one. The last line on stdout says how many tests passed and failed.

mod browser;
mod hosts;
mod stages;
mod tally;

use std::process::ExitCode;

use crate::args::Args;
use crate::paths::Paths;
use crate::run::say;
use tally::Tally;

/// `cargo xtask pictures`: the test that compares the page with its pictures writes them instead.
pub(crate) fn pictures(args: Args) -> anyhow::Result<ExitCode> {
    args.end()?;
    let paths = Paths::find()?;
    stages::take_pictures(&paths)?;
    say("the pictures are in docs/pictures: look at them before you send them");
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn run(args: Args) -> anyhow::Result<ExitCode> {
    args.end()?;
    let paths = Paths::find()?;
    let mut all = Tally::default();
    let mut troubles = Vec::new();
    for stage in stages::ALL {
        say(format_args!("testing {}", stage.name));
        let (tally, trouble) = (stage.run)(&paths).unwrap_or_else(|error| (Tally::FAULT, Some(error)));
        all = all + tally;
        if let Some(trouble) = trouble {
            let trouble = format!("{}: {trouble:#}", stage.name);
            say(&trouble);
            troubles.push(trouble);
        }
    }
    for trouble in troubles {
        println!("could not run: {trouble}");
    }
    println!("{all}");
    Ok(if all.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
