//! What a page shows in its view, below what the first view needs: lists, an opened cell, pictures.

use super::compare::{self, Compare};
use super::edition::Edition;
use super::lists::List;
use super::log::{self, Since};
use super::network::{self, Network};
use super::nothing::{self, Nothing};
use super::opened::{self, Opened};
use super::opening::{self, Opening};
use super::panel::{self, PanelBody};
use super::reading::{self, Reading};
use super::shifts::{self, Shifts};
use super::shown::Shown;
use super::timeline::{self, Timeline};
use super::verify::{self, Verify};
use super::{Page, positions, questions, quotes, sending, stakeholders};
use crate::query::View;

/// What the view of a page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body<'d> {
    /// What to do where nothing is found.
    pub nothing: Option<Nothing>,
    /// What is shown.
    pub part: Part<'d>,
    /// In a frame, the whole address of the same view by itself.
    pub framed: Option<String>,
    /// What has changed in it since the data that the link was made from.
    pub since: Option<Since>,
    /// What stands open over it.
    pub panel: Option<PanelBody>,
}

/// What is shown, by view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part<'d> {
    /// The cell of the matrix that is opened, if one is.
    Opened(Option<Box<Opened<'d>>>),
    /// Positions, quotes, stakeholders or open questions.
    List(List<'d>),
    /// What happened when, and who stood where when.
    Timeline(Timeline<'d>),
    /// Two to four side by side.
    Compare(Compare<'d>),
    /// Who agrees with whom.
    Network(Network<'d>),
    /// Who took another position than before.
    Shifts(Shifts<'d>),
    /// What copies of the texts say about every pointer.
    Verify(Verify<'d>),
    /// The texts with their marks.
    Reading(Reading<'d>),
    /// Where to open a dossier.
    Opening(Opening),
}

/// Answers what the page's view shows. Of a long list that is a [`Window`](super::Window) around entry `at`; where that is
/// not said, around what the link opens.
#[must_use]
pub fn body<'d>(edition: &Edition<'d>, page: &Page<'d>, at: Option<usize>) -> Body<'d> {
    let query = &page.query;
    let needle = edition.needle(query);
    let shown = Shown::of(edition, query, &needle);
    let part = match page.view {
        View::Matrix => Part::Opened(opened::opened(edition, query, &needle, &shown).map(Box::new)),
        View::Positions => Part::List(positions::list(edition, query, &needle, &shown, at)),
        View::Quotes => Part::List(quotes::list(edition, query, &needle, &shown, at)),
        View::Stakeholders => Part::List(stakeholders::list(edition, query, &needle, &shown, at)),
        View::Questions => Part::List(questions::list(edition, query, &needle, &shown, at)),
        View::Timeline => Part::Timeline(timeline::timeline(edition, page, &needle, &shown, at)),
        View::Compare => Part::Compare(compare::compare(edition, query, &needle, &shown)),
        View::Network => Part::Network(network::network(edition, query, &shown)),
        View::Shifts => Part::Shifts(shifts::shifts(edition, query, &needle, &shown, at)),
        View::Verify => Part::Verify(verify::verify(edition, query, &shown)),
        View::Reading => Part::Reading(reading::reading(edition, query, &shown)),
        View::Open => Part::Opening(opening::opening(edition, query)),
    };
    Body {
        nothing: nothing::advice(edition, page, &shown),
        part,
        framed: query.embed.then(|| sending::address(edition, &page.link)),
        since: log::since(edition, page, &shown),
        panel: panel::panel(edition, page),
    }
}
