//! schema.org JSON-LD of static pages (`Dataset`, `Person`, `Organization`, `DefinedTerm`, `Quotation`, `Event`).
//! Positions are `CreativeWork`s of the coding, not `ClaimReview`s, because the coding does not judge who is right.

use dossier::{Document, Dossier, ItemKind, Stakeholder, StakeholderKind};
use explore::{Engine, StaticPage};
use serde_json::{Value, json};

use crate::Subject;
use crate::describe::{position_title, quote_text};

/// JSON-LD of a page, safe inside a `script` element.
pub(crate) fn json(engine: &Engine<'static>, subject: Option<&Subject>, base: Option<&str>, path: &str) -> String {
    let ld = Ld { engine, base };
    let entity = match subject {
        None | Some(Subject::Dossier) => ld.dataset(true),
        Some(Subject::Thing(kind, id)) => ld.item(*kind, id).unwrap_or_else(|| ld.dataset(true)),
    };
    let mut data = json!({ "@context": "https://schema.org" });
    if let (Value::Object(members), Value::Object(own)) = (&mut data, entity) {
        members.extend(own);
    }
    if subject.is_some() {
        ld.insert_address(&mut data, path);
    }
    // Keeps `</script>` in a text from closing the element.
    data.to_string().replace('<', "\\u003c")
}

struct Ld<'e> {
    engine: &'e Engine<'static>,
    base: Option<&'e str>,
}

impl Ld<'_> {
    fn dossier(&self) -> &'static Dossier {
        self.engine.dossier
    }

    /// Inserts the address of the page at `path` if the site's address is known.
    fn insert_address(&self, data: &mut Value, path: &str) {
        if let Some(base) = self.base {
            data["@id"] = json!(format!("{base}{path}"));
            data["url"] = data["@id"].clone();
        }
    }

    /// Adds the address of an item's own page.
    fn with_address(&self, mut data: Value, kind: ItemKind, id: &str) -> Value {
        if let Some(static_page) = StaticPage::of(self.engine, kind, id) {
            self.insert_address(&mut data, &static_page.path);
        }
        data
    }

    /// The dossier, in full as a page's main entity, or in short as a reference.
    fn dataset(&self, is_full: bool) -> Value {
        let dossier = self.dossier();
        let cover = &dossier.cover;
        let mut data = json!({
            "@type": "Dataset",
            "name": cover.title,
            "version": dossier.version,
            "license": license(&cover.license),
        });
        if is_full {
            data["description"] = json!(cover.description);
            data["inLanguage"] = json!(cover.language);
            let sources = dossier.documents.iter().map(|coded| article(&coded.document));
            data["isBasedOn"] = sources.collect();
        }
        self.insert_address(&mut data, "");
        data
    }

    fn item(&self, kind: ItemKind, id: &str) -> Option<Value> {
        let dossier = self.dossier();
        match kind {
            ItemKind::Stakeholder => {
                let stakeholder = dossier.stakeholder(&id.into())?;
                let mut data = self.agent(stakeholder);
                if !stakeholder.aliases.is_empty() {
                    data["alternateName"] = json!(stakeholder.aliases);
                }
                if let Some(role) = &stakeholder.role {
                    data["description"] = json!(role);
                }
                if let Some(affiliation) = stakeholder.affiliation.as_ref().and_then(|id| dossier.stakeholder(id)) {
                    let property = if is_person(stakeholder) { "affiliation" } else { "parentOrganization" };
                    data[property] = self.agent(affiliation);
                }
                data["subjectOf"] = self.dataset(false);
                Some(data)
            }
            ItemKind::Issue => {
                let issue = dossier.issue(&id.into())?;
                let mut data = self.term(issue.id.as_str(), &issue.name);
                data["description"] = json!(issue.proposition);
                data["subjectOf"] = self.dataset(false);
                Some(data)
            }
            ItemKind::Position => {
                let (document, position) = dossier.position(&id.into())?;
                let statement = dossier.statement(position)?;
                let (holder, issue) = (statement.holder, statement.issue);
                Some(json!({
                    "@type": "CreativeWork",
                    "name": position_title(self.engine, &statement),
                    "abstract": position.summary,
                    "about": [self.agent(holder), self.term(issue.id.as_str(), &issue.name)],
                    "isPartOf": self.dataset(false),
                    "isBasedOn": article(document),
                }))
            }
            ItemKind::Quote => {
                let (document, quote) = dossier.quote(&id.into())?;
                let mut data = json!({
                    "@type": "Quotation",
                    "text": quote_text(quote),
                    "creator": self.agent(dossier.stakeholder(&quote.speaker)?),
                    "isPartOf": article(document),
                    "about": quote.issues.iter().filter_map(|id| dossier.issue(id))
                        .map(|issue| self.term(issue.id.as_str(), &issue.name)).collect::<Vec<_>>(),
                });
                if let Some(day) = quote.date.value {
                    data["dateCreated"] = json!(day.to_string());
                }
                let occasion = quote.occasion.as_ref().and_then(|id| dossier.event(id));
                if let Some((_, event)) = occasion {
                    // `recordedIn` is a property of the event, so that it is reversed here.
                    data["@reverse"] = json!({ "recordedIn": self.event(event) });
                }
                Some(data)
            }
            ItemKind::Event => {
                let (_, event) = dossier.event(&id.into())?;
                let mut data = self.event(event);
                let attendees = event.participants.iter().filter_map(|id| dossier.stakeholder(id));
                let attendees: Vec<Value> = attendees.map(|stakeholder| self.agent(stakeholder)).collect();
                if !attendees.is_empty() {
                    data["attendee"] = json!(attendees);
                }
                data["subjectOf"] = self.dataset(false);
                Some(data)
            }
            ItemKind::Question => None,
        }
    }

    fn agent(&self, stakeholder: &Stakeholder) -> Value {
        let kind = if is_person(stakeholder) { "Person" } else { "Organization" };
        let data = json!({ "@type": kind, "name": stakeholder.name });
        self.with_address(data, ItemKind::Stakeholder, stakeholder.id.as_str())
    }

    fn term(&self, id: &str, name: &str) -> Value {
        self.with_address(json!({ "@type": "DefinedTerm", "name": name }), ItemKind::Issue, id)
    }

    fn event(&self, event: &dossier::Event) -> Value {
        let mut data = json!({ "@type": "Event", "name": event.title });
        if let Some(day) = event.date.value {
            data["startDate"] = json!(day.to_string());
        }
        if let Some(place) = &event.place {
            data["location"] = json!({ "@type": "Place", "name": place });
        }
        self.with_address(data, ItemKind::Event, event.id.as_str())
    }
}

fn is_person(stakeholder: &Stakeholder) -> bool {
    match stakeholder.kind {
        StakeholderKind::Person => true,
        StakeholderKind::State
        | StakeholderKind::Bloc
        | StakeholderKind::Organization
        | StakeholderKind::Group
        | StakeholderKind::Narrator => false,
    }
}

/// The article, with the properties that its source states.
fn article(document: &Document) -> Value {
    let mut data = json!({
        "@type": "NewsArticle",
        "name": document.source_line(),
        "datePublished": document.published.to_string(),
        "dateline": document.dateline,
        "inLanguage": document.language,
    });
    if let Some(title) = &document.title {
        data["headline"] = json!(title);
    }
    if let Some(publisher) = &document.publisher {
        data["publisher"] = json!({ "@type": "Organization", "name": publisher });
    }
    if let Some(url) = &document.url {
        data["url"] = json!(url);
    }
    data
}

/// URL of a licence by its SPDX identifier; other SPDX expressions are returned unchanged.
fn license(spdx: &str) -> String {
    if spdx.chars().all(|character| character.is_ascii_alphanumeric() || "-.".contains(character)) {
        format!("https://spdx.org/licenses/{spdx}.html")
    } else {
        spdx.to_owned()
    }
}
