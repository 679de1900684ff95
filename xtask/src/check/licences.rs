//! Checks the licence of every package in the lock file against `deny.toml`, which `cargo deny` reads too. `cargo deny`
//! itself takes longer to compile than the page.

use std::fs;

use anyhow::{Context as _, bail};
use serde_json::Value;
use spdx::{Expression, LicenseReq, ParseMode};

use crate::paths::Paths;
use crate::run;

/// Checks every package, for every platform, and returns how many there are.
///
/// # Errors
/// Names each package whose licence is not on the list.
pub(super) fn check(paths: &Paths) -> anyhow::Result<usize> {
    let allowed = allowed(&fs::read_to_string(paths.root.join("deny.toml")).context("cannot read deny.toml")?)?;
    let metadata = run::output(run::cargo(&paths.root).args(["metadata", "--locked", "--format-version=1"]))?;
    let metadata: Value = serde_json::from_str(&metadata).context("cargo metadata is not JSON")?;
    let packages = metadata["packages"].as_array().context("cargo metadata lists no packages")?;
    let refused: Vec<_> = packages
        .iter()
        .filter_map(|package| {
            let licence = package["license"].as_str().unwrap_or_default();
            let name = || format!("{} {}", package["name"], package["version"]).replace('"', "");
            (!is_allowed(licence, &allowed))
                .then(|| format!("{} ({})", name(), if licence.is_empty() { "none stated" } else { licence }))
        })
        .collect();
    if !refused.is_empty() {
        bail!("not on the list of licences in deny.toml: {}", refused.join(", "));
    }
    Ok(packages.len())
}

/// The list `licenses.allow` of `deny.toml`.
fn allowed(config: &str) -> anyhow::Result<Vec<String>> {
    let config: toml::Table = config.parse().context("deny.toml")?;
    let list = config.get("licenses").and_then(|licenses| licenses.get("allow")?.as_array());
    let list = list.context("deny.toml has no licenses.allow")?;
    Ok(list.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect())
}

/// Whether the expression can be met with licences that are on the list; what is no expression cannot.
fn is_allowed(expression: &str, allowed: &[String]) -> bool {
    let on_list = |needed: &LicenseReq| allowed.contains(&needed.to_string());
    Expression::parse_mode(expression, ParseMode::LAX).is_ok_and(|expression| expression.evaluate(on_list))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_is_met_by_the_licences_on_the_list() {
        let allowed = allowed("[licenses]\nallow = [\"MIT\", \"Apache-2.0\", \"Apache-2.0 WITH LLVM-exception\"]")
            .expect("a list");
        for (expression, met) in [
            ("MIT", true),
            ("MIT OR GPL-3.0-only", true),
            ("MIT/GPL-3.0-only", true),
            ("MIT AND GPL-3.0-only", false),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", false),
            ("Apache-2.0 WITH LLVM-exception", true),
            ("MIT WITH LLVM-exception", false),
            ("", false),
            ("ask me", false),
        ] {
            assert_eq!(is_allowed(expression, &allowed), met, "{expression}");
        }
    }

    #[test]
    fn a_config_without_a_list_is_refused() {
        assert!(allowed("[licenses]\n").is_err());
        assert!(allowed("[licenses\n").is_err());
    }
}
