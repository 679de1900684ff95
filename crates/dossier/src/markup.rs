//! Escaping of text in HTML and XML.

/// `text` with `&`, `<`, `>` and the characters of `quotes` (`"` and `'` at most) as character references.
#[must_use]
pub fn escape(text: &str, quotes: &str) -> String {
    let mut markup = String::with_capacity(text.len());
    escape_into(&mut markup, text, quotes);
    markup
}

/// Appends to `markup` what [`escape`] returns.
pub fn escape_into(markup: &mut String, text: &str, quotes: &str) {
    for character in text.chars() {
        match character {
            '&' => markup.push_str("&amp;"),
            '<' => markup.push_str("&lt;"),
            '>' => markup.push_str("&gt;"),
            '"' if quotes.contains('"') => markup.push_str("&quot;"),
            '\'' if quotes.contains('\'') => markup.push_str("&#39;"),
            other => markup.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_leaves_quotation_marks_unless_requested() {
        let text = "<a href=\"?b&c\">it's";
        assert_eq!(escape(text, ""), "&lt;a href=\"?b&amp;c\"&gt;it's");
        assert_eq!(escape(text, "\""), "&lt;a href=&quot;?b&amp;c&quot;&gt;it's");
        assert_eq!(escape(text, "\"'"), "&lt;a href=&quot;?b&amp;c&quot;&gt;it&#39;s");
    }
}
