//! Content of a page: what its view shows, its panel, the changes since the link's data version, and suggestions where nothing
//! matches. The page in the browser loads this code lazily, so nothing on the startup path may call [`complete`].

use super::changelog;
use super::compare::{self, Compare};
use super::empty_state;
use super::engine::Engine;
use super::import_view::{self, ImportView};
use super::lists::List;
use super::matches::Matches;
use super::matrix_cell::{self, MatrixCell};
use super::network::{self, Network};
use super::panel;
use super::reading::{self, Reading};
use super::shifts::{self, Shifts};
use super::timeline::{self, Timeline};
use super::verify::{self, Verify};
use super::{Outline, Page, links, positions, questions, quotes, stakeholders};
use crate::query::View;

/// Content of a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content<'d> {
    /// The matrix, with its open cell. The matrix itself is [`Outline::matrix`].
    Matrix(Option<Box<MatrixCell<'d>>>),
    /// Positions, quotes, stakeholders or open questions.
    List(List<'d>),
    /// Events and positions by date.
    Timeline(Timeline<'d>),
    /// Two to four stakeholders side by side.
    Compare(Compare<'d>),
    /// Stakeholders and their agreements.
    Network(Network<'d>),
    /// Changed positions.
    Shifts(Shifts<'d>),
    /// Evidence checked against copies of the articles.
    Verify(Verify<'d>),
    /// Copies of the articles with coded passages marked.
    Reading(Reading<'d>),
    /// Import of a dossier.
    ImportView(ImportView),
}

/// Completes an outline with its `matches`. A long list shows the [`Window`](super::Window) around `entry` (index from 0); if
/// `None`, around the item that the link opens.
pub(super) fn complete<'d>(
    engine: &Engine<'d>,
    outline: Outline<'d>,
    matches: &Matches,
    entry: Option<usize>,
) -> Page<'d> {
    let query = &outline.query;
    let content = match outline.view {
        View::Matrix => Content::Matrix(matrix_cell::matrix_cell(engine, query, matches).map(Box::new)),
        View::Positions => Content::List(positions::list(engine, query, matches, entry)),
        View::Quotes => Content::List(quotes::list(engine, query, matches, entry)),
        View::Stakeholders => Content::List(stakeholders::list(engine, query, matches, entry)),
        View::Questions => Content::List(questions::list(engine, query, matches, entry)),
        View::Timeline => Content::Timeline(timeline::timeline(engine, &outline, matches, entry)),
        View::Compare => Content::Compare(compare::compare(engine, query, matches)),
        View::Network => Content::Network(network::network(engine, query, matches)),
        View::Shifts => Content::Shifts(shifts::shifts(engine, query, matches, entry)),
        View::Verify => Content::Verify(verify::verify(engine, query, matches)),
        View::Reading => Content::Reading(reading::reading(engine, query, matches)),
        View::Open => Content::ImportView(import_view::import_view(engine, query)),
    };
    Page {
        content,
        empty_state: empty_state::empty_state(engine, &outline, matches),
        standalone: query.embed.then(|| links::address(engine, &outline.link)),
        changes: changelog::changes_since(engine, &outline, matches),
        panel: panel::panel(engine, &outline),
        outline,
    }
}
