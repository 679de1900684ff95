//! A W3C Web Annotation page with one annotation for each item, targeting its passages.
//!
//! A target's source is the document's URL if known, else the `ni:` URI of its normalized text (RFC 6920). A passage is
//! selected by the line of its paragraph (RFC 5147; a blank line separates paragraphs), refined by code point offsets.
//! Of the article's words, only quotes are included. Ids are UUIDs derived from item ids, so that they are stable
//! across exports.

use std::io::{self, Write};

use dossier::export::FileMetadata;
use dossier::{Document, Evidence};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::Omission;
use crate::export_set::ExportSet;
use crate::progress::ProgressMeter;

/// Writes the page.
///
/// # Errors
/// If writing to `to` fails.
pub(crate) fn write(
    export_set: &ExportSet,
    to: &mut dyn Write,
    progress: &mut ProgressMeter,
) -> io::Result<Vec<Omission>> {
    let page = Page { export_set, dossier: &export_set.dossier.cover.id };
    let mut head = page.head();
    let context = head["@context"].take();
    writeln!(to, "{{\"@context\":{context},")?;
    let Value::Object(members) = head else { return Ok(Vec::new()) };
    for (name, value) in members.iter().filter(|(name, _)| *name != "@context") {
        writeln!(to, "{}:{value},", Value::from(name.as_str()))?;
    }
    to.write_all(b"\"items\":[")?;
    let mut first = true;
    page.items(&mut |annotation| {
        to.write_all(if first { b"\n" } else { b",\n" })?;
        first = false;
        progress.add();
        serde_json::to_writer(&mut *to, &annotation).map_err(io::Error::from)
    })?;
    to.write_all(b"]}\n")?;
    Ok(Vec::new())
}

struct Page<'e, 'd> {
    export_set: &'e ExportSet<'d>,
    /// The dossier's id.
    dossier: &'d str,
}

impl Page<'_, '_> {
    /// The page without its items.
    fn head(&self) -> Value {
        let FileMetadata { view, sentence, link, data_version, .. } = &self.export_set.metadata;
        // Without a link, view, sentence and data version identify the page.
        let identity = if link.is_empty() { format!("{view}/{sentence}/{data_version}") } else { link.clone() };
        let mut head = json!({
            "@context": [
                "http://www.w3.org/ns/anno.jsonld",
                {
                    "view": "dcterms:subject",
                    "sentence": "dcterms:description",
                    "link": "dcterms:source",
                    "data_version": "schema:version",
                    "license": "dcterms:license",
                    "citation": "dcterms:bibliographicCitation",
                    "sha256": "schema:sha256"
                }
            ],
            "id": self.id("page", &identity),
            "type": "AnnotationPage",
            "label": self.export_set.dossier.cover.title,
            "startIndex": 0
        });
        for (name, value) in self.export_set.known_metadata() {
            head[name] = value.into();
        }
        head
    }

    fn items(&self, write: &mut dyn FnMut(Value) -> io::Result<()>) -> io::Result<()> {
        let export_set = self.export_set;
        for (coded, position) in export_set.positions() {
            let (holder, issue) = (position.stakeholder.as_str(), position.issue.as_str());
            let mut body = vec![
                self.text("describing", &position.summary),
                self.text("classifying", position.stance.word()),
                self.text("tagging", &format!("stakeholder: {}", export_set.distinct_name(holder))),
                self.text("tagging", &format!("issue: {}", export_set.distinct_issue_name(issue))),
                self.text("tagging", &format!("basis: {}", position.attribution.kind.word())),
            ];
            body.extend(position.note.iter().map(|note| self.text("commenting", note)));
            let targets = targets(&coded.document, &position.evidence);
            write(self.annotation("position", position.id.as_str(), "assessing", &body, &targets))?;
        }
        for (coded, quote) in export_set.quotes() {
            let speaker = export_set.distinct_name(quote.speaker.as_str());
            let body = vec![
                self.text("identifying", &format!("{speaker} {}", quote.cue)),
                self.text("describing", &quote.context),
                self.text("tagging", &format!("stakeholder: {speaker}")),
                self.text("tagging", &format!("form: {}", quote.form.word())),
            ];
            let segments = quote.segments.iter();
            let passages = segments.flat_map(|segment| segment.evidence.iter().map(move |passage| (segment, passage)));
            let targets = passages.map(|(segment, passage)| target(&coded.document, passage, Some(&segment.text)));
            write(self.annotation("quote", quote.id.as_str(), "identifying", &body, &targets.collect::<Vec<_>>()))?;
        }
        for (coded, event) in export_set.events() {
            let body = vec![
                self.text("describing", &event.title),
                self.text("tagging", &format!("event: {}", event.kind.word())),
            ];
            let targets = targets(&coded.document, &event.evidence);
            write(self.annotation("event", event.id.as_str(), "describing", &body, &targets))?;
        }
        for (coded, question) in export_set.questions() {
            let issue = export_set.distinct_issue_name(question.issue.as_str());
            let body =
                vec![self.text("questioning", &question.question), self.text("tagging", &format!("issue: {issue}"))];
            let targets = targets(&coded.document, &question.evidence);
            write(self.annotation("question", question.id.as_str(), "questioning", &body, &targets))?;
        }
        Ok(())
    }

    fn annotation(&self, kind: &str, id: &str, motivation: &str, body: &[Value], target: &[Value]) -> Value {
        json!({
            "id": self.id(kind, id),
            "type": "Annotation",
            "motivation": motivation,
            "canonical": self.id(kind, id),
            "body": body,
            "target": target
        })
    }

    /// A body with text written by the coder.
    fn text(&self, purpose: &str, value: &str) -> Value {
        json!({
            "type": "TextualBody",
            "purpose": purpose,
            "value": value,
            "format": "text/plain",
            "language": self.export_set.dossier.cover.language
        })
    }

    /// A UUID of version 8 (RFC 9562) derived from the SHA-256 of dossier, kind and id.
    fn id(&self, kind: &str, id: &str) -> String {
        let digest = Sha256::digest(format!("standpoint/{}/{kind}/{id}", self.dossier));
        let mut bytes: [u8; 16] = std::array::from_fn(|place| digest[place]);
        bytes[6] = bytes[6] & 0x0f | 0x80;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        let hex: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let group = |from: usize, to: usize| hex[from..to].concat();
        format!("urn:uuid:{}-{}-{}-{}-{}", group(0, 4), group(4, 6), group(6, 8), group(8, 10), group(10, 16))
    }
}

fn targets(document: &Document, evidence: &[Evidence]) -> Vec<Value> {
    evidence.iter().map(|passage| target(document, passage, None)).collect()
}

/// A target that selects a passage; `exact` are its words if it is a quote.
fn target(document: &Document, passage: &Evidence, exact: Option<&str>) -> Value {
    let Evidence { paragraph, start, end, sha256, .. } = passage;
    // RFC 5147 numbers the positions between lines from 0. Paragraph n follows n - 1 paragraphs and as many blank
    // lines.
    let line = (paragraph.saturating_sub(1)) * 2;
    let place = json!({
        "type": "FragmentSelector",
        "conformsTo": "http://tools.ietf.org/rfc/rfc5147",
        "value": format!("line={line},{}", line + 1),
        "refinedBy": { "type": "TextPositionSelector", "start": start, "end": end, "sha256": sha256 }
    });
    let words = exact.map(|exact| json!({ "type": "TextQuoteSelector", "exact": exact }));
    let name = digest_uri(document);
    json!({
        "type": "SpecificResource",
        "source": {
            "id": document.url.as_deref().unwrap_or(&name),
            "type": "Text",
            "canonical": name,
            "language": document.language
        },
        "selector": std::iter::once(place).chain(words).collect::<Vec<_>>()
    })
}

/// URI of a document's normalized text by its digest: `ni:///sha-256;…` (RFC 6920).
fn digest_uri(document: &Document) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let bytes = document.text_sha256.bytes();
    let mut name = "ni:///sha-256;".to_owned();
    for chunk in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits, place| bits << 8 | chunk.get(place).copied().map_or(0, u32::from));
        for digit in 0..=chunk.len() {
            name.push(char::from(DIGITS[(bits >> (18 - 6 * digit) & 63) as usize]));
        }
    }
    name
}
