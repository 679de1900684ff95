//! `cargo xtask palette`: whether the colours of `style/tokens.css` can be read and told apart, in both themes, also by
//! readers who lack one kind of cone.
//!
//! Contrast is that of WCAG 2.2: 4.5 for text, 3 for signs and edges. How far two colours look apart is CIEDE2000 (ISO/CIE
//! 11664-6), of which 1 is about what an eye just notices. Missing cones are simulated with the matrices of Machado,
//! Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), severity 1,
//! on linear sRGB.

use std::fmt::Write as _;
use std::fs;
use std::process::ExitCode;

use anyhow::{Context as _, ensure};
use palette::color_difference::{Ciede2000 as _, Wcag21RelativeContrast as _};
use palette::{IntoColor as _, Lab, LinSrgb, Srgb};

use crate::args::Args;
use crate::paths::Paths;

/// How far two stances must look apart.
const APART: f32 = 11.0;

/// What is drawn upon.
const GROUNDS: [&str; 2] = ["paper", "card"];
/// What is read, with the contrast that it needs.
const READ: [(&str, f32); 10] = [
    ("ink", 4.5),
    ("muted", 4.5),
    ("accent", 4.5),
    ("edge", 3.0),
    ("supports", 4.5),
    ("opposes", 4.5),
    ("uncommitted", 4.5),
    ("asks", 4.5),
    ("unclear", 4.5),
    ("ink on mark", 4.5),
];
const STANCES: [&str; 5] = ["supports", "opposes", "uncommitted", "asks", "unclear"];

type Matrix = [[f32; 3]; 3];

/// The ways of seeing: all cones, and each of the three kinds missing.
const SIGHTS: [(&str, Matrix); 4] = [
    ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    ),
    (
        "deuteranopia",
        [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    ),
    (
        "tritanopia",
        [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
    ),
];

/// The tokens of one theme.
struct Theme {
    name: &'static str,
    colours: Vec<(String, Srgb)>,
}

pub(crate) fn run(args: Args) -> anyhow::Result<ExitCode> {
    args.end()?;
    let (report, faults) = judge(&Paths::find()?)?;
    print!("{report}");
    for fault in &faults {
        println!("fault: {fault}");
    }
    Ok(if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What was measured, as a table, and what falls short.
///
/// # Errors
/// If the tokens cannot be read.
pub(crate) fn judge(paths: &Paths) -> anyhow::Result<(String, Vec<String>)> {
    let css = fs::read_to_string(paths.root.join("style/tokens.css")).context("cannot read style/tokens.css")?;
    let (mut report, mut faults) = (String::new(), Vec::new());
    for theme in themes(&css)? {
        contrasts(&theme, &mut report, &mut faults)?;
        distances(&theme, &mut report, &mut faults)?;
    }
    Ok((report, faults))
}

fn contrasts(theme: &Theme, report: &mut String, faults: &mut Vec<String>) -> anyhow::Result<()> {
    for (name, least) in READ {
        let pairs = match name.split_once(" on ") {
            Some((front, ground)) => vec![(front, ground)],
            None => GROUNDS.iter().map(|&ground| (name, ground)).collect(),
        };
        for (front, ground) in pairs {
            let ratio = theme.get(front)?.relative_contrast(theme.get(ground)?);
            writeln!(report, "{:<6}{front:<12} on {ground:<6} contrast {ratio:5.2}, at least {least}", theme.name)?;
            if ratio < least {
                faults.push(format!("{}: {front} on {ground} has a contrast of {ratio:.2}", theme.name));
            }
        }
    }
    Ok(())
}

fn distances(theme: &Theme, report: &mut String, faults: &mut Vec<String>) -> anyhow::Result<()> {
    for (sight, matrix) in &SIGHTS {
        let mut nearest = (f32::INFINITY, "", "");
        for (place, one) in STANCES.iter().enumerate() {
            for other in &STANCES[place + 1..] {
                let distance = seen(theme.get(one)?, matrix).difference(seen(theme.get(other)?, matrix));
                if distance < nearest.0 {
                    nearest = (distance, one, other);
                }
                if distance < APART {
                    faults.push(format!("{}, {sight}: {one} and {other} look {distance:.1} apart", theme.name));
                }
            }
        }
        let (distance, one, other) = nearest;
        writeln!(
            report,
            "{:<6}{sight:<13} nearest: {one} and {other}, {distance:.1} apart, at least {APART}",
            theme.name
        )?;
    }
    Ok(())
}

/// How a colour looks to who sees it through `matrix`.
fn seen(colour: Srgb, matrix: &Matrix) -> Lab {
    let linear: LinSrgb = colour.into_linear();
    let channel = |row: &[f32; 3]| (row[0] * linear.red + row[1] * linear.green + row[2] * linear.blue).clamp(0.0, 1.0);
    LinSrgb::new(channel(&matrix[0]), channel(&matrix[1]), channel(&matrix[2])).into_color()
}

impl Theme {
    fn get(&self, name: &str) -> anyhow::Result<Srgb> {
        let found = self.colours.iter().find(|(token, _)| token == name);
        found.map(|(_, colour)| *colour).with_context(|| format!("style/tokens.css has no --{name}"))
    }
}

/// The tokens of the light and of the dark theme: `--name: light-dark(#…, #…);`.
fn themes(css: &str) -> anyhow::Result<[Theme; 2]> {
    let (mut light, mut dark) = (Vec::new(), Vec::new());
    for line in css.lines() {
        let Some((name, rest)) = line.trim().strip_prefix("--").and_then(|line| line.split_once(": light-dark("))
        else {
            continue;
        };
        let both = rest.trim_end_matches(");").split_once(", ");
        let (one, other) = both.with_context(|| format!("--{name} has no two colours"))?;
        for (list, text) in [(&mut light, one), (&mut dark, other)] {
            let colour: Srgb<u8> = text.parse().with_context(|| format!("--{name}: {text} is no colour"))?;
            list.push((name.to_owned(), colour.into_format()));
        }
    }
    ensure!(!light.is_empty(), "style/tokens.css has no `--name: light-dark(#…, #…);`");
    Ok([Theme { name: "light", colours: light }, Theme { name: "dark", colours: dark }])
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALIKE: &str = "--paper: light-dark(#ffffff, #000000);\n--card: light-dark(#ffffff, #000000);\n";

    fn theme(more: &str) -> Theme {
        let [light, _] = themes(&format!("{ALIKE}{more}")).expect("the tokens can be read");
        light
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let theme = theme("--ink: light-dark(#767676, #ffffff);");
        let ratio = theme.get("ink").expect("a token").relative_contrast(theme.get("paper").expect("a token"));
        assert!((ratio - 4.54).abs() < 0.01, "{ratio}");
    }

    #[test]
    fn red_and_green_that_a_missing_cone_makes_alike_are_a_fault() {
        let same = STANCES.map(|stance| format!("  --{stance}: light-dark(#0072b2, #000000);\n")).concat();
        let theme = theme(&same.replace("--supports: light-dark(#0072b2", "--supports: light-dark(#d07a3a"));
        let (mut report, mut faults) = (String::new(), Vec::new());
        distances(&theme, &mut report, &mut faults).expect("every token is there");
        // Each of the six pairs among the four that are one colour, for each way of seeing.
        assert_eq!(faults.len(), 24, "{faults:?}");
        assert!(faults.iter().all(|fault| !fault.contains("supports")), "{faults:?}");
    }

    #[test]
    fn a_grey_is_the_same_grey_to_everyone() {
        for (sight, matrix) in &SIGHTS {
            let grey = Srgb::new(0.5, 0.5, 0.5);
            let plain: Lab = grey.into_linear().into_color();
            assert!(seen(grey, matrix).difference(plain) < 0.5, "{sight}");
        }
    }
}
