//! Content of a page: what its view shows, its panel, the changes since the link's data version, and suggestions where
//! nothing matches. The page in the browser loads this code lazily, so nothing on the startup path may call
//! [`complete`].

pub(crate) mod compare;
pub(crate) mod import_view;
pub(crate) mod matrix_cell;
pub(crate) mod network;
pub(crate) mod positions;
pub(crate) mod questions;
pub(crate) mod quotes;
pub(crate) mod reading;
pub(crate) mod shifts;
pub(crate) mod stakeholders;
pub(crate) mod timeline;
pub(crate) mod verify;

pub use compare::{Choice, ChoiceGroup, Compare, Compared, IssueCompared, Pair, Statement, Verdict, Voice};
pub use import_view::{FaultyFile, ImportView, MOST_FAULTS, Refusal};
pub use matrix_cell::MatrixCell;
pub use network::{Arc, Arcs, Drawing, ENOUGH, Network, ROOM, Spot, SpotGroup, Tie, Weight};
pub use positions::{PositionDetail, PositionEntry, PositionLink};
pub use questions::QuestionEntry;
pub use quotes::{QuoteDetail, QuoteEntry, QuoteLink, occasion, quoted};
pub use reading::{MarkedText, Note, Paragraph, Reading};
pub use shifts::{Change, Shifts};
pub use stakeholders::{StakeholderDetail, StakeholderEntry};
pub use timeline::{
    Bend, Bundle, Demand, EventMark, Moment, Picture, PositionMark, Scale, TimeColumn, Timeline, day_number,
};
pub use verify::{Copy, Figure, ItemChecked, OutcomeGroup, Verify};

use super::changelog;
use super::empty_state;
use super::engine::Engine;
use super::lists::List;
use super::matches::Matches;
use super::panel;
use super::{Outline, Page, link, links};
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

/// Completes an outline with its `matches`. A long list shows the [`Window`](super::Window) around `entry` (index from
/// 0); if `None`, around the item that the link opens.
pub(super) fn complete<'d>(
    engine: &Engine<'d>,
    mut outline: Outline<'d>,
    matches: &Matches,
    entry: Option<usize>,
) -> Page<'d> {
    outline.link = link(engine, &outline.query.to_send());
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
