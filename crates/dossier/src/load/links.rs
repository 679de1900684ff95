//! References from an item to others, read from its JSON, so that they are checked even where the item has other
//! faults.

use serde_json::Value;

use crate::item::Kind;

/// One link of an item.
pub(super) struct Link {
    /// The field that holds it: `attribution.by[0]`.
    pub(super) field: String,
    /// What it must lead to.
    pub(super) kind: Kind,
    /// The id.
    pub(super) id: String,
}

/// Every link of an item. What is no text is no link; the schema has reported it.
pub(super) fn links(kind: Kind, item: &Value) -> Vec<Link> {
    let mut links = Links { item, found: Vec::new() };
    match kind {
        Kind::Stakeholder => {
            links.one("affiliation", Kind::Stakeholder);
            links.each("mentions", "document", Kind::Document);
        }
        Kind::Position => {
            links.one("stakeholder", Kind::Stakeholder);
            links.one("issue", Kind::Issue);
            links.many("attribution.by", &item["attribution"]["by"], Kind::Stakeholder);
            links.many("quotes", &item["quotes"], Kind::Quote);
            links.one("supersedes", Kind::Position);
        }
        Kind::Quote => {
            links.one("speaker", Kind::Stakeholder);
            links.one("addressee", Kind::Stakeholder);
            links.one("occasion", Kind::Event);
            links.many("issues", &item["issues"], Kind::Issue);
            links.many("positions", &item["positions"], Kind::Position);
        }
        Kind::Event => links.many("participants", &item["participants"], Kind::Stakeholder),
        Kind::Question => links.one("issue", Kind::Issue),
        Kind::Former => {
            let now = &item["now"];
            if let Some(kind) = Kind::ALL.iter().find(|kind| now["kind"] == kind.word()) {
                links.add("now.id".to_owned(), &now["id"], *kind);
            }
        }
        Kind::Document | Kind::Issue | Kind::Uncoded => {}
    }
    links.found
}

struct Links<'v> {
    item: &'v Value,
    found: Vec<Link>,
}

impl Links<'_> {
    fn add(&mut self, field: String, id: &Value, kind: Kind) {
        if let Some(id) = id.as_str() {
            self.found.push(Link { field, kind, id: id.to_owned() });
        }
    }

    fn one(&mut self, field: &str, kind: Kind) {
        self.add(field.to_owned(), &self.item[field], kind);
    }

    fn many(&mut self, field: &str, ids: &Value, kind: Kind) {
        for (index, id) in ids.as_array().into_iter().flatten().enumerate() {
            self.add(format!("{field}[{index}]"), id, kind);
        }
    }

    /// A link in `member` of every element of `field`.
    fn each(&mut self, field: &str, member: &str, kind: Kind) {
        for (index, element) in self.item[field].as_array().into_iter().flatten().enumerate() {
            self.add(format!("{field}[{index}].{member}"), &element[member], kind);
        }
    }
}
