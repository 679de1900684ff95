//! Template of the pages: `{{name}}` in `index.html` is replaced by a file name of the build or a value of the page.

use thiserror::Error;

/// Names of values that are HTML. All others are text and are escaped.
const HTML: &[&str] = &["head", "styles", "app", "views"];

/// The template of all pages, with the values that the build sets.
#[derive(Clone, Debug)]
pub struct Shell {
    template: String,
    assets: Vec<(String, String)>,
}

/// An error in the template.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ShellError {
    /// The template does not use this asset.
    #[error("index.html does not use {{{{{0}}}}}, so the page would lack it")]
    Unused(String),
    /// A placeholder on this line has no closing braces.
    #[error("index.html, line {0}: a {{{{ without its }}}}")]
    Endless(usize),
    /// A placeholder with an unknown name.
    #[error("index.html, line {line}: nothing fills {{{{{name}}}}}; there is {known}")]
    Unknown {
        /// Line number, from 1.
        line: usize,
        /// Name in the placeholder.
        name: String,
        /// Known names, comma-separated.
        known: String,
    },
}

impl Shell {
    /// Creates a shell with `assets`, pairs of name and value, to fill in on every page.
    ///
    /// # Errors
    /// If the template does not use one of the assets.
    pub fn new(template: String, assets: Vec<(String, String)>) -> Result<Self, ShellError> {
        match assets.iter().find(|(name, _)| !template.contains(&format!("{{{{{name}}}}}"))) {
            Some((name, _)) => Err(ShellError::Unused(name.clone())),
            None => Ok(Self { template, assets }),
        }
    }

    /// Fills in a page's own values.
    ///
    /// # Errors
    /// If a placeholder is unknown or not closed.
    pub(crate) fn fill(&self, own: &[(&str, &str)]) -> Result<String, ShellError> {
        let assets = self.assets.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let values: Vec<(&str, &str)> = assets.chain(own.iter().copied()).collect();
        let mut filled = String::with_capacity(self.template.len());
        let mut rest = self.template.as_str();
        while let Some((before, after)) = rest.split_once("{{") {
            filled += before;
            let line = self.template[..self.template.len() - after.len()].lines().count();
            let (name, after) = after.split_once("}}").ok_or(ShellError::Endless(line))?;
            let Some((_, value)) = values.iter().find(|(known, _)| *known == name) else {
                let known: Vec<_> = values.iter().map(|(known, _)| *known).collect();
                return Err(ShellError::Unknown { line, name: name.to_owned(), known: known.join(", ") });
            };
            if HTML.contains(&name) {
                filled += value;
            } else {
                filled += &escape(value);
            }
            rest = after;
        }
        Ok(filled + rest)
    }
}

/// Escapes text of an element or of a quoted attribute.
pub(crate) fn escape(text: &str) -> String {
    dossier::markup::escape(text, "\"'")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(template: &str) -> Result<String, String> {
        let assets = vec![("boot".to_owned(), "boot.js".to_owned())];
        let shell = Shell::new(format!("{{{{boot}}}}\n{template}"), assets).map_err(|error| error.to_string())?;
        let own = [("title", "The <harbour> & \"its\" '{{bridge}}'"), ("app", "<p>{{boot}}</p>")];
        shell.fill(&own).map_err(|error| error.to_string())
    }

    #[test]
    fn fill_escapes_text_but_not_html_and_ignores_placeholders_in_values() {
        assert_eq!(
            filled("<p>{{title}}</p>{{app}}").as_deref(),
            Ok("boot.js\n<p>The &lt;harbour&gt; &amp; &quot;its&quot; &#39;{{bridge}}&#39;</p><p>{{boot}}</p>")
        );
    }

    #[test]
    fn fill_rejects_unknown_or_unclosed_placeholder_with_line() {
        for (template, message) in [
            ("\n{{titel}}", "line 3: nothing fills {{titel}}; there is boot, title, app"),
            ("{{ title }}", "line 2: nothing fills {{ title }}"),
            ("{{}}", "line 2: nothing fills {{}}"),
            ("{{title", "line 2: a {{ without its }}"),
        ] {
            let error = filled(template).expect_err(template);
            assert!(error.contains(message), "{template}: {error}");
        }
    }

    #[test]
    fn new_rejects_unused_asset() {
        let error =
            Shell::new("<p>".to_owned(), vec![("wasm".to_owned(), "w".to_owned())]).expect_err("`wasm` is not used");
        assert_eq!(error, ShellError::Unused("wasm".to_owned()));
    }
}
