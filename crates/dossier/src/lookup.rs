//! Iteration over the items of a [`Dossier`], and lookup by id.
//!
//! There is no index: a dossier has hundreds of items, and callers that look up in a loop build an index of their own.

use crate::id::{DocumentId, EventId, IssueId, PositionId, QuestionId, QuoteId, StakeholderId};
use crate::model::{CodedDocument, Document, Dossier, Event, Evidence, Issue, Position, Question, Quote, Stakeholder};

impl Dossier {
    /// The stakeholder with this id. Linear in the number of stakeholders.
    #[must_use]
    pub fn stakeholder(&self, id: &StakeholderId) -> Option<&Stakeholder> {
        self.stakeholders.iter().find(|stakeholder| stakeholder.id == *id)
    }

    /// The issue with this id. Linear in the number of issues.
    #[must_use]
    pub fn issue(&self, id: &IssueId) -> Option<&Issue> {
        self.issues.iter().find(|issue| issue.id == *id)
    }

    /// The coded document with this id. Linear in the number of documents.
    #[must_use]
    pub fn document(&self, id: &DocumentId) -> Option<&CodedDocument> {
        self.documents.iter().find(|coded| coded.document.id == *id)
    }

    /// The position with this id and its document. Linear in the number of positions.
    #[must_use]
    pub fn position(&self, id: &PositionId) -> Option<(&Document, &Position)> {
        self.positions().find(|(_, position)| position.id == *id)
    }

    /// The quote with this id and its document. Linear in the number of quotes.
    #[must_use]
    pub fn quote(&self, id: &QuoteId) -> Option<(&Document, &Quote)> {
        self.quotes().find(|(_, quote)| quote.id == *id)
    }

    /// The event with this id and its document. Linear in the number of events.
    #[must_use]
    pub fn event(&self, id: &EventId) -> Option<(&Document, &Event)> {
        self.events().find(|(_, event)| event.id == *id)
    }

    /// The question with this id and its document. Linear in the number of questions.
    #[must_use]
    pub fn question(&self, id: &QuestionId) -> Option<(&Document, &Question)> {
        self.questions().find(|(_, question)| question.id == *id)
    }

    /// All positions with their documents, in file order.
    pub fn positions(&self) -> impl Iterator<Item = (&Document, &Position)> {
        self.items(|coded| &coded.positions)
    }

    /// All quotes with their documents, in file order.
    pub fn quotes(&self) -> impl Iterator<Item = (&Document, &Quote)> {
        self.items(|coded| &coded.quotes)
    }

    /// All events with their documents, in file order.
    pub fn events(&self) -> impl Iterator<Item = (&Document, &Event)> {
        self.items(|coded| &coded.events)
    }

    /// All questions with their documents, in file order.
    pub fn questions(&self) -> impl Iterator<Item = (&Document, &Question)> {
        self.items(|coded| &coded.questions)
    }

    fn items<'a, T: 'a>(
        &'a self,
        list: impl Fn(&'a CodedDocument) -> &'a [T],
    ) -> impl Iterator<Item = (&'a Document, &'a T)> {
        self.documents.iter().flat_map(move |coded| list(coded).iter().map(|item| (&coded.document, item)))
    }
}

impl CodedDocument {
    /// All pointers into the article: of positions, quotes, events and questions, each in file order.
    pub fn evidence(&self) -> impl Iterator<Item = &Evidence> {
        let positions = self.positions.iter().flat_map(|position| &position.evidence);
        let quotes = self.quotes.iter().flat_map(|quote| &quote.segments).flat_map(|segment| &segment.evidence);
        let events = self.events.iter().flat_map(|event| &event.evidence);
        let questions = self.questions.iter().flat_map(|question| &question.evidence);
        positions.chain(quotes).chain(events).chain(questions)
    }
}
