//! Filling index.html: `{{name}}` is replaced by a value, escaped for HTML.

use anyhow::{Context as _, bail};

use super::facts::Facts;
use super::policy;

/// The paths of the page's files, relative to index.html.
#[derive(Default)]
pub(super) struct Assets {
    /// The script that starts the program and tells the reader if that fails.
    pub(super) boot: String,
    /// The script that loads the module.
    pub(super) glue: String,
    /// The module, or the first of two.
    pub(super) wasm: String,
    /// The second module; empty if there is none.
    pub(super) more: String,
    /// The script of the worker.
    pub(super) desk: String,
    /// The texts of articles that the site carries, between spaces; empty if there are none.
    pub(super) texts: String,
    /// The stylesheet.
    pub(super) style: String,
}

impl Assets {
    fn by_name(&self) -> [(&'static str, &str); 7] {
        [
            ("boot", &self.boot),
            ("glue", &self.glue),
            ("wasm", &self.wasm),
            ("more", &self.more),
            ("desk", &self.desk),
            ("texts", &self.texts),
            ("style", &self.style),
        ]
    }
}

/// Whether the shell can be filled, before the files are there whose names it will carry.
///
/// # Errors
/// As [`fill`].
pub(super) fn check(shell: &str, facts: &Facts) -> anyhow::Result<()> {
    fill(shell, &Assets::default(), facts).map(drop)
}

/// The shell with every placeholder replaced.
///
/// # Errors
/// For a placeholder that is unknown, does not end or stands in a style, and if the shell does not use one of the assets.
pub(super) fn fill(shell: &str, assets: &Assets, facts: &Facts) -> anyhow::Result<String> {
    for (name, _) in assets.by_name() {
        if !shell.contains(&format!("{{{{{name}}}}}")) {
            bail!("index.html does not use {{{{{name}}}}}, so the page would lack that file");
        }
    }
    let facts = facts.iter().map(|(name, value)| (*name, value.as_str()));
    let policy = policy::meta(shell)?;
    let values: Vec<_> = assets.by_name().into_iter().chain(facts).chain([("policy", policy.as_str())]).collect();

    let mut filled = String::with_capacity(shell.len());
    let mut rest = shell;
    while let Some((before, after)) = rest.split_once("{{") {
        filled += before;
        let line = shell[..shell.len() - after.len()].lines().count();
        let (name, after) =
            after.split_once("}}").with_context(|| format!("index.html, line {line}: a {{{{ without its }}}}"))?;
        let Some((_, value)) = values.iter().find(|(known, _)| *known == name) else {
            let known: Vec<_> = values.iter().map(|(known, _)| *known).collect();
            bail!("index.html, line {line}: nothing fills {{{{{name}}}}}; there is {}", known.join(", "));
        };
        escape(value, &mut filled);
        rest = after;
    }
    Ok(filled + rest)
}

/// Appends `text` so that it stands for itself in an element and in a quoted attribute.
fn escape(text: &str, html: &mut String) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            other => html.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ASSETS: &str = "{{boot}} {{glue}} {{wasm}} {{more}} {{desk}} {{texts}} {{style}}";

    fn filled(shell: &str) -> Result<String, String> {
        let assets = Assets {
            boot: "b".into(),
            glue: "g".into(),
            wasm: "w".into(),
            more: "m".into(),
            desk: "d".into(),
            texts: "t".into(),
            style: "s".into(),
        };
        let facts = vec![("title", "The <harbour> & \"its\" '{{bridge}}'".to_owned())];
        fill(&format!("{ASSETS}\n{shell}"), &assets, &facts).map_err(|error| error.to_string())
    }

    #[test]
    fn a_value_is_escaped_and_not_read_for_placeholders() {
        assert_eq!(
            filled("<p>{{title}}</p>").as_deref(),
            Ok("b g w m d t s\n<p>The &lt;harbour&gt; &amp; &quot;its&quot; &#39;{{bridge}}&#39;</p>")
        );
    }

    #[test]
    fn what_cannot_be_filled_is_refused_with_its_line() {
        for (shell, told) in [
            (
                "\n{{titel}}",
                "line 3: nothing fills {{titel}}; there is boot, glue, wasm, more, desk, texts, style, title, policy",
            ),
            ("{{ title }}", "line 2: nothing fills {{ title }}"),
            ("{{}}", "line 2: nothing fills {{}}"),
            ("{{title", "line 2: a {{ without its }}"),
        ] {
            let error = filled(shell).expect_err(shell);
            assert!(error.contains(told), "{shell}: {error}");
        }
    }

    #[test]
    fn a_shell_must_use_every_asset() {
        for (name, _) in Assets::default().by_name() {
            let shell = ASSETS.replace(&format!("{{{{{name}}}}}"), "");
            let error = check(&shell, &Facts::new()).expect_err(name).to_string();
            assert!(error.contains(name), "{error}");
        }
    }
}
