//! The words of a text that is written in Markdown.

use std::borrow::Cow;

use dossier::text::Flow;
use pulldown_cmark::{Event, Options, Parser, TagEnd};
use standpoint::desk::Markup;

/// What is to be read of `text`: its words, paragraph by paragraph.
pub(crate) fn read(text: &str, markup: Markup) -> Cow<'_, str> {
    match markup {
        Markup::Plain => Cow::Borrowed(text),
        Markup::Markdown => Cow::Owned(words(text)),
    }
}

fn words(text: &str) -> String {
    let mut flow = Flow::new();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS) {
        match event {
            Event::Start(tag) => flow.open(of(tag.to_end())),
            Event::End(tag) => flow.close(of(tag)),
            Event::Text(words) | Event::Code(words) => flow.text(&words),
            Event::SoftBreak => flow.text(" "),
            Event::HardBreak => flow.open("br"),
            Event::Rule => flow.open("hr"),
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }
    flow.finish()
}

/// The element of HTML that stands for a part of Markdown.
const fn of(tag: TagEnd) -> &'static str {
    match tag {
        TagEnd::Paragraph => "p",
        TagEnd::Heading(_) => "h2",
        TagEnd::BlockQuote(_) => "blockquote",
        TagEnd::CodeBlock => "pre",
        TagEnd::List(_) => "ul",
        TagEnd::Item | TagEnd::DefinitionListTitle | TagEnd::DefinitionListDefinition => "li",
        TagEnd::Table => "table",
        TagEnd::TableHead | TagEnd::TableRow => "tr",
        TagEnd::TableCell => "td",
        TagEnd::HtmlBlock | TagEnd::FootnoteDefinition | TagEnd::DefinitionList => "div",
        TagEnd::MetadataBlock(_) => "script",
        TagEnd::Emphasis
        | TagEnd::Strong
        | TagEnd::Strikethrough
        | TagEnd::Superscript
        | TagEnd::Subscript
        | TagEnd::Link
        | TagEnd::Image => "span",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signs_of_markdown_fall_away_and_its_blocks_are_paragraphs() {
        let text = "---\ntitle: x\n---\n# The bridge\n\nThe *mayor* said\nit [would](http://x.test) open.\n\n> “Soon,” she **added**.\n\n- one\n- two\n";
        let paragraphs = dossier::text::normalize(&read(text, Markup::Markdown));
        assert_eq!(
            paragraphs.paragraphs(),
            ["The bridge", "The mayor said it would open.", "“Soon,” she added.", "one", "two"]
        );
        assert_eq!(read("*as it is*", Markup::Plain), "*as it is*");
    }
}
