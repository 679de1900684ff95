//! Fictional dossier that satisfies every rule, to be modified by tests.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use dossier::text::normalize;
use dossier::{Dossier, Faults, Text};
use serde_json::{Value, json};

/// Article of `documents/harbour.json`.
pub(crate) const ARTICLE: &str = "\
date 2031-06-11 HOLM—“We will build the bridge this year,” said Mayor Ada Berg, “and we will not ask twice.”

The harbour guild, which had backed a tunnel in May, now says that it prefers the bridge.

Jon Lund of the fishermen’s club spoke of “reckless haste” at a meeting on Tuesday.

Lund added that the mayor wants the contract for her cousin.

Guild members believe that the province will pay half.

The plan looks dear and slow.

Who will pay for the ferries is not known.

A photograph shows the old quay.
";

/// Article of `documents/sequel.json`.
pub(crate) const SEQUEL: &str = "The harbour guild will wait for the province.\n";

/// Files of a dossier by name.
#[derive(Clone, Debug)]
pub(crate) struct Fixture {
    pub(crate) files: BTreeMap<String, Value>,
}

pub(crate) fn article() -> Text {
    normalize(ARTICLE)
}

fn at(text: &Text, paragraph: u32, passage: &str) -> Value {
    json!(text.point(paragraph, passage).expect("the passage is in the article once"))
}

fn day(value: &str) -> Value {
    json!({ "value": value, "precision": "day", "inferred": false })
}

fn stakeholder(id: &str, kind: &str, affiliation: Option<&str>) -> Value {
    json!({
        "id": id, "name": id.to_uppercase(), "kind": kind, "role": null, "affiliation": affiliation,
        "camp": if kind == "narrator" { "press" } else { "other" }, "anonymous": false, "aliases": [],
        "mentions": [{ "document": "harbour", "paragraph": 1 }],
    })
}

fn issue(id: &str) -> Value {
    json!({
        "id": id, "name": id, "proposition": format!("{id} should be."), "definition": "What it is.", "topic": "Harbour",
    })
}

fn position(holder: &str, issue: &str, stance: &str, kind: &str, evidence: &Value) -> Value {
    json!({
        "id": format!("{holder}-{issue}"), "stakeholder": holder, "issue": issue, "stance": stance, "conditions": [],
        "summary": "It is so.", "attribution": { "kind": kind, "by": [], "cue": null }, "date": day("2031-06-10"),
        "evidence": [evidence], "quotes": [], "supersedes": null, "confidence": "high", "note": null,
    })
}

fn quote(id: &str, speaker: &str, form: &str, position: &str, segments: &[(&str, &Value)]) -> Value {
    let segment = |(text, evidence): &(&str, &Value)| json!({ "text": text, "evidence": [evidence] });
    json!({
        "id": id, "speaker": speaker, "segments": segments.iter().map(segment).collect::<Vec<_>>(), "form": form,
        "cue": "said", "addressee": null, "occasion": null, "date": day("2031-06-10"), "issues": ["bridge"],
        "positions": [position], "context": "On the bridge.",
    })
}

fn document(id: &str, text: &Text, mut content: Value) -> Value {
    content["$schema"] = json!("../schema/document.schema.json");
    content["document"] = json!({
        "id": id, "published": "2031-06-11", "dateline": "Holm", "title": null, "publisher": null, "url": null,
        "language": "en", "paragraphs": text.paragraphs().len(), "text_sha256": text.digest(),
        "normalization": "standpoint-text/1", "offset_unit": "unicode code point",
    });
    content
}

fn harbour() -> Value {
    let text = article();
    let [year, twice] = ["We will build the bridge this year,", "and we will not ask twice."];
    let mut berg = position("berg", "bridge", "supports", "direct", &at(&text, 1, year));
    berg["quotes"] = json!(["berg-this-year"]);
    let mut tunnel = position("guild", "bridge", "opposes", "indirect", &at(&text, 2, "had backed a tunnel in May"));
    tunnel["id"] = json!("guild-bridge-in-may");
    tunnel["date"] = json!({ "value": "2031-05", "precision": "month", "inferred": true });
    let mut guild = position("guild", "bridge", "supports", "indirect", &at(&text, 2, "it prefers the bridge"));
    guild["supersedes"] = json!("guild-bridge-in-may");
    guild["conditions"] = json!(["If it is paid for."]);
    let mut lund = position("lund", "bridge", "opposes", "direct", &at(&text, 3, "spoke of “reckless haste”"));
    lund["quotes"] = json!(["lund-haste"]);
    let motives = position("lund", "motives", "supports", "allegation", &at(&text, 4, "the mayor wants the contract"));
    let mut province =
        position("province", "cost", "supports", "third-party", &at(&text, 5, "the province will pay half"));
    province["attribution"]["by"] = json!(["guild"]);
    let article = position("article", "cost", "unclear", "narration", &at(&text, 6, "looks dear and slow"));
    let mut haste =
        quote("lund-haste", "lund", "fragment", "lund-bridge", &[("reckless haste", &at(&text, 3, "reckless haste"))]);
    haste["occasion"] = json!("tuesday-meeting");
    haste["addressee"] = json!("guild");
    let segments = [(year, &at(&text, 1, year)), (twice, &at(&text, 1, twice))];
    let content = json!({
        "positions": [berg, tunnel, guild, lund, motives, province, article],
        "quotes": [quote("berg-this-year", "berg", "full", "berg-bridge", &segments), haste],
        "events": [{
            "id": "tuesday-meeting", "title": "The club meets", "date": day("2031-06-10"), "place": null,
            "participants": ["lund"], "kind": "meeting", "evidence": [at(&text, 3, "a meeting on Tuesday")],
        }],
        "questions": [{
            "id": "ferries", "question": "Who pays?", "issue": "cost", "evidence": [at(&text, 7, "is not known")],
        }],
        "uncoded": [{ "paragraph": 8, "reason": "A caption." }],
    });
    document("harbour", &text, content)
}

fn sequel() -> Value {
    let text = normalize(SEQUEL);
    let mut waits = position("guild", "cost", "uncommitted", "indirect", &at(&text, 1, "will wait for the province"));
    waits["date"] = json!({ "value": null, "precision": "none", "inferred": false });
    let content = json!({ "positions": [waits], "quotes": [], "events": [], "questions": [], "uncoded": [] });
    document("sequel", &text, content)
}

impl Fixture {
    /// Dossier without faults.
    pub(crate) fn new() -> Self {
        let stakeholders = [
            stakeholder("berg", "person", Some("holm")),
            stakeholder("holm", "state", Some("province")),
            stakeholder("guild", "organization", None),
            stakeholder("lund", "person", None),
            stakeholder("province", "state", None),
            stakeholder("article", "narrator", None),
        ];
        let issues = ["bridge", "cost", "motives"].map(issue);
        let files = [
            (
                "dossier.json",
                json!({
                    "$schema": "schema/dossier.schema.json", "schema": "standpoint/1", "id": "harbour-bridge",
                    "title": "The bridge", "description": "Who wants it.", "language": "en", "license": "CC-BY-4.0",
                    "documents": ["harbour", "sequel"],
                }),
            ),
            (
                "stakeholders.json",
                json!({ "$schema": "schema/stakeholders.schema.json", "stakeholders": stakeholders }),
            ),
            (
                "issues.json",
                json!({
                    "$schema": "schema/issues.schema.json", "issues": issues,
                }),
            ),
            ("documents/harbour.json", harbour()),
            ("documents/sequel.json", sequel()),
        ];
        Self { files: files.into_iter().map(|(file, value)| (file.to_owned(), value)).collect() }
    }

    pub(crate) fn file(&mut self, name: &str) -> &mut Value {
        self.files.get_mut(name).expect("the fixture has the file")
    }

    /// Value at the place that a fault names: an item such as `position berg-bridge`, a field such as
    /// `evidence[0].start`.
    pub(crate) fn place(&mut self, file: &str, item: &str, field: &str) -> &mut Value {
        let item = match item.split_once(' ') {
            Some(("the", "file")) => self.file(file),
            Some(("document", _)) => &mut self.file(file)["document"],
            Some((kind, id)) => self.item(&format!("{kind}s"), id),
            None => self.file(file).pointer_mut(&pointer(item)).expect("the fixture has the item"),
        };
        let (parent, name) = field.rsplit_once('.').unwrap_or(("", field));
        let parent =
            if parent.is_empty() { item } else { item.pointer_mut(&pointer(parent)).expect("it has the field") };
        match name.split_once('[') {
            Some(_) => parent.pointer_mut(&pointer(name)).expect("it has the element"),
            None => &mut parent[name],
        }
    }

    /// Item with this id in the given list of any file.
    pub(crate) fn item(&mut self, list: &str, id: &str) -> &mut Value {
        let lists = self.files.values_mut().filter_map(|file| file.get_mut(list)?.as_array_mut());
        lists.flatten().find(|item| item["id"] == id).expect("the fixture has the item")
    }

    /// Writes the files into a temporary directory and loads them.
    pub(crate) fn load(&self) -> Result<Dossier, Faults> {
        let dir = Dir::new();
        for (file, value) in &self.files {
            dir.write(file, &value.to_string());
        }
        dossier::load(&dir.0)
    }
}

/// Converts `evidence[0].start` to a JSON pointer.
fn pointer(field: &str) -> String {
    format!("/{}", field.replace(['[', '.'], "/").replace(']', ""))
}

/// Temporary directory, removed on drop.
pub(crate) struct Dir(pub(crate) PathBuf);

impl Dir {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(path.join("documents")).expect("the target directory can be written");
        Self(path)
    }

    pub(crate) fn write(&self, file: &str, content: &str) {
        std::fs::write(self.0.join(file), content).expect("the target directory can be written");
    }
}

impl Drop for Dir {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
