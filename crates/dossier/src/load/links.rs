//! References from an item to others, read from its JSON, so that they are checked even where the item has other
//! faults.

use serde_json::Value;

use crate::item::RecordKind;

/// One link of an item.
pub(super) struct Link {
    /// The field that holds it: `attribution.by[0]`.
    pub(super) field: String,
    /// What it must lead to.
    pub(super) kind: RecordKind,
    /// The id.
    pub(super) id: String,
}

/// Every link of an item. What is no text is no link; the schema has reported it.
pub(super) fn links(kind: RecordKind, item: &Value) -> Vec<Link> {
    let mut links = Links { item, found: Vec::new() };
    match kind {
        RecordKind::Stakeholder => {
            links.one("affiliation", RecordKind::Stakeholder);
            links.each("mentions", "document", RecordKind::Document);
        }
        RecordKind::Position => {
            links.one("stakeholder", RecordKind::Stakeholder);
            links.one("issue", RecordKind::Issue);
            links.many("attribution.by", &item["attribution"]["by"], RecordKind::Stakeholder);
            links.many("quotes", &item["quotes"], RecordKind::Quote);
            links.one("supersedes", RecordKind::Position);
        }
        RecordKind::Quote => {
            links.one("speaker", RecordKind::Stakeholder);
            links.one("addressee", RecordKind::Stakeholder);
            links.one("occasion", RecordKind::Event);
            links.many("issues", &item["issues"], RecordKind::Issue);
            links.many("positions", &item["positions"], RecordKind::Position);
        }
        RecordKind::Event => links.many("participants", &item["participants"], RecordKind::Stakeholder),
        RecordKind::Question => links.one("issue", RecordKind::Issue),
        RecordKind::Former => {
            let now = &item["now"];
            if let Some(kind) = RecordKind::ALL.iter().find(|kind| now["kind"] == kind.word()) {
                links.add("now.id".to_owned(), &now["id"], *kind);
            }
        }
        RecordKind::Document | RecordKind::Issue | RecordKind::Uncoded => {}
    }
    links.found
}

struct Links<'v> {
    item: &'v Value,
    found: Vec<Link>,
}

impl Links<'_> {
    fn add(&mut self, field: String, id: &Value, kind: RecordKind) {
        if let Some(id) = id.as_str() {
            self.found.push(Link { field, kind, id: id.to_owned() });
        }
    }

    fn one(&mut self, field: &str, kind: RecordKind) {
        self.add(field.to_owned(), &self.item[field], kind);
    }

    fn many(&mut self, field: &str, ids: &Value, kind: RecordKind) {
        for (index, id) in ids.as_array().into_iter().flatten().enumerate() {
            self.add(format!("{field}[{index}]"), id, kind);
        }
    }

    /// A link in `member` of every element of `field`.
    fn each(&mut self, field: &str, member: &str, kind: RecordKind) {
        for (index, element) in self.item[field].as_array().into_iter().flatten().enumerate() {
            self.add(format!("{field}[{index}].{member}"), &element[member], kind);
        }
    }
}
