//! Filling `index.html`: `{{name}}` is replaced by a value. The build says what the files of the program are called, each page
//! what it is.

use thiserror::Error;

/// Values that are HTML. All others are texts, and escaped.
const HTML: &[&str] = &["head", "styles", "app", "views"];

/// The shell of every page, and what the build fills in.
#[derive(Clone, Debug)]
pub struct Shell {
    template: String,
    assets: Vec<(String, String)>,
}

/// Why a shell cannot be filled.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ShellError {
    /// The page would lack that file.
    #[error("index.html does not use {{{{{0}}}}}, so the page would lack it")]
    Unused(String),
    /// Something begins and does not end.
    #[error("index.html, line {0}: a {{{{ without its }}}}")]
    Endless(usize),
    /// Nothing is called so.
    #[error("index.html, line {line}: nothing fills {{{{{name}}}}}; there is {known}")]
    Unknown {
        /// Where.
        line: usize,
        /// What.
        name: String,
        /// What there is.
        known: String,
    },
}

impl Shell {
    /// The shell `template`, to be filled with `assets` by name on every page.
    ///
    /// # Errors
    /// If the shell does not use one of them.
    pub fn new(template: String, assets: Vec<(String, String)>) -> Result<Self, ShellError> {
        match assets.iter().find(|(name, _)| !template.contains(&format!("{{{{{name}}}}}"))) {
            Some((name, _)) => Err(ShellError::Unused(name.clone())),
            None => Ok(Self { template, assets }),
        }
    }

    /// The page with these values of its own.
    ///
    /// # Errors
    /// For a placeholder that is unknown or does not end.
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

/// `text`, so that it stands for itself in an element and in a quoted attribute.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
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
    fn a_text_is_escaped_html_is_not_and_neither_is_read_for_placeholders() {
        assert_eq!(
            filled("<p>{{title}}</p>{{app}}").as_deref(),
            Ok("boot.js\n<p>The &lt;harbour&gt; &amp; &quot;its&quot; &#39;{{bridge}}&#39;</p><p>{{boot}}</p>")
        );
    }

    #[test]
    fn what_cannot_be_filled_is_refused_with_its_line() {
        for (template, told) in [
            ("\n{{titel}}", "line 3: nothing fills {{titel}}; there is boot, title, app"),
            ("{{ title }}", "line 2: nothing fills {{ title }}"),
            ("{{}}", "line 2: nothing fills {{}}"),
            ("{{title", "line 2: a {{ without its }}"),
        ] {
            let error = filled(template).expect_err(template);
            assert!(error.contains(told), "{template}: {error}");
        }
    }

    #[test]
    fn a_shell_must_use_every_asset() {
        let error = Shell::new("<p>".to_owned(), vec![("wasm".to_owned(), "w".to_owned())]).expect_err("it does not");
        assert_eq!(error, ShellError::Unused("wasm".to_owned()));
    }
}
