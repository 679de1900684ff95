//! Titles and descriptions of static pages.

use dossier::direction::isolate;
use dossier::{ItemKind, Quote};
use explore::{Engine, words};

use crate::Subject;

/// Title and description of a static page; `None` if its subject is not in the dossier.
#[must_use]
pub fn describe(engine: &Engine<'static>, subject: &Subject) -> Option<(String, String)> {
    let dossier = engine.dossier;
    let Subject::Thing(kind, id) = subject else {
        return Some((dossier.cover.title.clone(), dossier.cover.description.clone()));
    };
    match kind {
        ItemKind::Stakeholder => {
            let stakeholder = dossier.stakeholder(&id.as_str().into())?;
            let name = engine.called(id);
            let role = stakeholder.role.as_deref().filter(|_| name == stakeholder.name);
            let role = role.map(|role| format!(", {}", isolate(role))).unwrap_or_default();
            let stands = match dossier.stands_of(stakeholder) {
                stands if stands.is_empty() && stakeholder.is_plural() => "Hold no position here.".to_owned(),
                stands if stands.is_empty() => "Holds no position here.".to_owned(),
                stands => stands,
            };
            let verb = if stakeholder.is_plural() { "stand" } else { "stands" };
            let title = format!("Where {} {verb}", isolate(engine.called_in_sentence(id)));
            Some((title, format!("{}{role}. {stands}", isolate(name))))
        }
        ItemKind::Issue => {
            let issue = dossier.issue(&id.as_str().into())?;
            let stands = match dossier.stands_on(issue) {
                stands if stands.is_empty() => "Nobody takes a position on it here.".to_owned(),
                stands => stands,
            };
            Some((
                format!("{}: who stands where", isolate(engine.issue_called(id))),
                format!("{} {stands}", isolate(&format!("“{}”", issue.proposition))),
            ))
        }
        ItemKind::Position => {
            let (document, position) = dossier.position(&id.as_str().into())?;
            let statement = dossier.statement(position)?;
            let source = format!("{}, {}", words::basis(position.attribution.kind), document.source_line());
            Some((position_title(engine, &statement), format!("{statement} {} {source}.", isolate(&position.summary))))
        }
        ItemKind::Quote => {
            let (document, quote) = dossier.quote(&id.as_str().into())?;
            let name = isolate(engine.called(quote.speaker.as_str()));
            let name = format!("{name}: {}", isolate(&format!("“{}”", quote_text(quote))));
            Some((name, format!("{} {}.", isolate(&quote.context), document.source_line())))
        }
        ItemKind::Event => {
            let (document, event) = dossier.event(&id.as_str().into())?;
            let place = event.place.as_deref().map(|place| format!(", {}", isolate(place))).unwrap_or_default();
            let description = format!("{}{place}. {}.", words::when(&event.date), document.source_line());
            Some((event.title.clone(), description))
        }
        ItemKind::Question => None,
    }
}

/// Title of a position: `Trump on “A quick end is possible”: formerly agreed`.
pub(crate) fn position_title(engine: &Engine, statement: &dossier::Statement) -> String {
    format!(
        "{} on “{}”: {}",
        isolate(&statement.name),
        isolate(engine.issue_called(statement.issue.id.as_str())),
        statement.predicate(statement.holder.is_plural())
    )
}

/// Words of a quote, its segments joined by `[…]`.
pub(crate) fn quote_text(quote: &Quote) -> String {
    quote.segments.iter().map(|segment| segment.text.as_str()).collect::<Vec<_>>().join(" […] ")
}
