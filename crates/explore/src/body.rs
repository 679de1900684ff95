//! Content of the lazily loaded part of a page: lists, an opened cell, diagrams.

use super::changelog::{self, Since};
use super::compare::{self, Compare};
use super::empty_state::{self, Nothing};
use super::engine::Engine;
use super::import_view::{self, ImportView};
use super::lists::List;
use super::matches::Matches;
use super::matrix_cell::{self, Opened};
use super::network::{self, Network};
use super::panel::{self, PanelBody};
use super::reading::{self, Reading};
use super::shifts::{self, Shifts};
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
    ImportView(ImportView),
}

/// Answers what the page's view shows. Of a long list that is a [`Window`](super::Window) around entry `at`; where that is
/// not said, around what the link opens.
#[must_use]
pub fn body<'d>(engine: &Engine<'d>, page: &Page<'d>, at: Option<usize>) -> Body<'d> {
    let query = &page.query;
    let shown = Matches::of(engine, query);
    let part = match page.view {
        View::Matrix => Part::Opened(matrix_cell::opened(engine, query, &shown).map(Box::new)),
        View::Positions => Part::List(positions::list(engine, query, &shown, at)),
        View::Quotes => Part::List(quotes::list(engine, query, &shown, at)),
        View::Stakeholders => Part::List(stakeholders::list(engine, query, &shown, at)),
        View::Questions => Part::List(questions::list(engine, query, &shown, at)),
        View::Timeline => Part::Timeline(timeline::timeline(engine, page, &shown, at)),
        View::Compare => Part::Compare(compare::compare(engine, query, &shown)),
        View::Network => Part::Network(network::network(engine, query, &shown)),
        View::Shifts => Part::Shifts(shifts::shifts(engine, query, &shown, at)),
        View::Verify => Part::Verify(verify::verify(engine, query, &shown)),
        View::Reading => Part::Reading(reading::reading(engine, query, &shown)),
        View::Open => Part::ImportView(import_view::opening(engine, query)),
    };
    Body {
        nothing: empty_state::advice(engine, page, &shown),
        part,
        framed: query.embed.then(|| sending::address(engine, &page.link)),
        since: changelog::since(engine, page, &shown),
        panel: panel::panel(engine, page),
    }
}
