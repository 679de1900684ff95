//! `cargo xtask versions`: the log of what each published version of the data held (`seeds/versions.json`).

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::SystemTime;

use anyhow::{Context as _, bail};
use dossier::schema::SeedFile;
use dossier::versions::{Recorded, Versions};
use dossier::{Date, Dossier};

use crate::args::{Arg, Args, Usage};
use crate::paths::Paths;
use crate::site::write;

pub(crate) fn run(mut args: Args) -> anyhow::Result<ExitCode> {
    let (mut seeds, mut date) = (None, None);
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Option(name) if name == "seeds" => seeds = Some(args.path()?),
            Arg::Option(name) if name == "date" => date = Some(day(&args.value()?.to_string_lossy())?),
            Arg::Option(_) | Arg::Value(_) => return Err(arg.unknown().into()),
        }
    }
    let paths = Paths::find()?.with_seeds(seeds)?;
    let dossier = dossier::load(paths.seeds()).context("the data has faults")?;
    let log = read(paths.seeds())?.unwrap_or_default();
    if log.get(&dossier.version).is_some() {
        println!("data {} is in {}", dossier.version, paths.show(&file(paths.seeds())));
        return Ok(ExitCode::SUCCESS);
    }
    let log = log.with(&dossier, date.unwrap_or_else(today));
    let json = serde_json::to_string_pretty(&SeedFile::from(log)).context("a log is JSON")?;
    write(&file(paths.seeds()), format!("{json}\n").as_bytes())?;
    println!("data {} was added to {}", dossier.version, paths.show(&file(paths.seeds())));
    Ok(ExitCode::SUCCESS)
}

/// The log of the dossier in `seeds`; `None` where it has none.
///
/// # Errors
/// If it cannot be read, or is no log.
pub(crate) fn read(seeds: &Path) -> anyhow::Result<Option<Versions>> {
    let file = file(seeds);
    if !file.is_file() {
        return Ok(None);
    }
    let json = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let read: SeedFile<Versions> = serde_json::from_str(&json)
        .with_context(|| format!("{} is no log of versions: restore it, it cannot be made again", file.display()))?;
    Ok(Some(read.content))
}

/// Whether the log has the data as it is now.
///
/// # Errors
/// If it has not; the message says what to do.
pub(crate) fn check(paths: &Paths) -> anyhow::Result<()> {
    let dossier = dossier::load(paths.seeds()).context("the data has faults")?;
    judge(&read(paths.seeds())?.unwrap_or_default(), &dossier)
}

fn judge(log: &Versions, dossier: &Dossier) -> anyhow::Result<()> {
    match log.get(&dossier.version) {
        Some(recorded) if *recorded == Recorded::of(dossier, recorded.date) => Ok(()),
        Some(_) => bail!("seeds/versions.json says other items of data {} than there are: restore it", dossier.version),
        None => bail!("run `cargo xtask versions`: seeds/versions.json lacks data {}", dossier.version),
    }
}

fn file(seeds: &Path) -> PathBuf {
    seeds.join("versions.json")
}

fn day(text: &str) -> Result<Date, Usage> {
    match text.parse::<Date>() {
        Ok(date) if date.day().is_some() => Ok(date),
        Ok(_) | Err(_) => Err(Usage::new(format!("--date takes a day like 2025-08-18, not {text}"))),
    }
}

/// The day by the machine's clock, in UTC.
fn today() -> Date {
    let seconds = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
    let (year, month, day) = civil(seconds / 86_400);
    format!("{year:04}-{month:02}-{day:02}").parse().unwrap_or_else(|_| unreachable!("every day is a date"))
}

/// The day of the Gregorian calendar that is so many days after 1 January 1970 (H. Hinnant, *chrono-Compatible Low-Level Date
/// Algorithms*, `civil_from_days`).
const fn civil(days: u64) -> (u64, u64, u64) {
    let days = days + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + (month <= 2) as u64, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_the_calendar_has_them() {
        for (days, date) in [
            (0, (1970, 1, 1)),
            (59, (1970, 3, 1)),
            (11_016, (2000, 2, 29)),
            (11_017, (2000, 3, 1)),
            (20_319, (2025, 8, 19)),
            (47_540, (2100, 2, 28)),
            (47_541, (2100, 3, 1)),
        ] {
            assert_eq!(civil(days), date, "{days}");
        }
    }

    fn fiction() -> Dossier {
        let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fiction/seeds");
        dossier::load(&seeds).unwrap_or_else(|faults| panic!("{faults}"))
    }

    #[test]
    fn a_log_must_have_the_data_as_it_is() {
        let (dossier, date) = (fiction(), "2033-06-23".parse().expect("a date"));
        let lacking = judge(&Versions::default(), &dossier).expect_err("it is empty").to_string();
        assert!(lacking.starts_with("run `cargo xtask versions`"), "{lacking}");
        let log = Versions::default().with(&dossier, date);
        assert!(judge(&log, &dossier).is_ok());
        assert_eq!(log.clone().with(&dossier, date), log, "what is there stays as it is");
        let mut tampered = log;
        tampered.versions[0].quotes.pop_first();
        assert!(judge(&tampered, &dossier).is_err());
    }
}
