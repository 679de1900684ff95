//! The text of a page that somebody pastes.

use dossier::text::{Flow, normalize};

/// What an element does to the text around it, as far as this target tells elements apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Inline,
    Block,
    Preformatted,
    Break,
    NoText,
}

use Role::{Block, Break, Inline, NoText, Preformatted};

/// The elements that pages here have. Any other name is one that no browser knows either.
const ELEMENTS: [(&str, Role); 16] = [
    ("p", Block),
    ("div", Block),
    ("li", Block),
    ("td", Block),
    ("h1", Block),
    ("blockquote", Block),
    ("pre", Preformatted),
    ("br", Break),
    ("a", Inline),
    ("em", Inline),
    ("span", Inline),
    ("wbr", Inline),
    ("script", NoText),
    ("style", NoText),
    ("svg", NoText),
    ("head", NoText),
];

/// What a page is made of, as a walk through its tree meets it.
enum Event<'p> {
    Open(&'static str, Role),
    Text(&'p str),
    Close(&'static str, Role),
}

/// The text of a page is what its blocks hold, one paragraph or more for each, and never what is no text.
pub fn paste(data: &[u8]) {
    let page = String::from_utf8_lossy(data);
    let events = walk(&page);
    let mut flow = Flow::new();
    for event in &events {
        match event {
            Event::Open(tag, _) => flow.open(tag),
            Event::Text(text) => flow.text(text),
            Event::Close(tag, _) => flow.close(tag),
        }
    }
    assert_eq!(normalize(&flow.finish()), normalize(&blocks(&events).join("\n\n")), "{page:?}");
}

/// The text between each two borders of blocks, by a plain reading of the rules.
fn blocks(events: &[Event]) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut block = String::new();
    let mut inside: Vec<Role> = Vec::new();
    for event in events {
        let hidden = inside.contains(&NoText);
        let border = |role| !hidden && matches!(role, Block | Preformatted);
        match *event {
            Event::Open(_, role) => {
                if border(role) {
                    blocks.push(std::mem::take(&mut block));
                } else if role == Break && !hidden {
                    block.push('\n');
                }
                inside.push(role);
            }
            Event::Close(_, role) => {
                if border(role) {
                    blocks.push(std::mem::take(&mut block));
                }
                inside.pop();
            }
            Event::Text(_) if hidden => {}
            Event::Text(text) => {
                let text = text.replace(['\u{ad}', '\u{200b}'], "");
                let keeps_lines = inside.contains(&Preformatted);
                block.push_str(&if keeps_lines { text } else { text.replace(['\n', '\r'], " ") });
            }
        }
    }
    blocks.push(block);
    blocks
}

/// Reads `page` as a browser would have built its tree: every element that is opened is closed, in order.
fn walk(page: &str) -> Vec<Event<'_>> {
    let mut events = Vec::new();
    let mut open: Vec<(&'static str, Role)> = Vec::new();
    let mut rest = page;
    while let Some((text, tagged)) = rest.split_once('<') {
        let Some((tag, after)) = tagged.split_once('>') else { break };
        events.push(Event::Text(text));
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            let (name, role) = element(name);
            if open.last().is_some_and(|(last, _)| *last == name) {
                open.pop();
                events.push(Event::Close(name, role));
            }
            continue;
        }
        let (name, role) = element(tag);
        events.push(Event::Open(name, role));
        if ["br", "wbr"].contains(&name) {
            events.push(Event::Close(name, role));
        } else {
            open.push((name, role));
        }
    }
    events.push(Event::Text(rest));
    events.extend(open.into_iter().rev().map(|(name, role)| Event::Close(name, role)));
    events
}

/// The element that the inside of a tag names.
fn element(tag: &str) -> (&'static str, Role) {
    let name = tag.split(|sign: char| !sign.is_ascii_alphanumeric()).next().unwrap_or_default();
    ELEMENTS.iter().copied().find(|(known, _)| known.eq_ignore_ascii_case(name)).unwrap_or(("x-none", Inline))
}
