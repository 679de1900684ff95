//! Layout of the network as an arc diagram.
//!
//! Stakeholders are listed vertically by camp, in matrix order. Agreement arcs are drawn on one side of the names and
//! conflict arcs on the other, so position as well as colour shows the sign of a tie, no line crosses a name, and the
//! diagram fits a phone. Integer arithmetic makes it identical on every machine.

use dossier::Stakeholder;

use super::Tie;
use crate::engine::Engine;
use crate::query::{Query, View};
use crate::truncated::Truncated;
use crate::words;

/// Height of a stakeholder's row.
const ROW: usize = 80;
/// Height of a camp's heading. `style/views/network.css` repeats `ROW` and `HEAD`, at 32 units per `rem`.
const HEAD: usize = 56;
/// Extent of the longest arc, out of 100.
const FAR: usize = 96;
/// Extent of the shortest arc, out of 100.
const NEAR: usize = 24;
/// Maximum line width, in CSS pixels.
const THICK: usize = 6;

/// The arc diagram: the column of names and the arcs on both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arcs<'d> {
    /// Total height, in units. Each side is 100 units wide.
    pub height: usize,
    /// Connected stakeholders by camp, top to bottom.
    pub groups: Vec<SpotGroup<'d>>,
    /// Arcs of agreement.
    pub agreements: Vec<Arc>,
    /// Arcs of conflict.
    pub conflicts: Vec<Arc>,
}

/// Stakeholders of one camp.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpotGroup<'d> {
    /// Label of the camp.
    pub heading: &'static str,
    /// The camp's stakeholders, top to bottom.
    pub spots: Vec<Spot<'d>>,
}

/// A stakeholder in the diagram.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot<'d> {
    /// Index in the diagram, from 0; used by [`Arc::ends`].
    pub place: usize,
    /// The stakeholder's display name.
    pub name: &'d str,
    /// Vertical centre of the row, from the top.
    pub middle: usize,
    /// Link to the stakeholder.
    pub query: Query,
}

/// An arc between two rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arc {
    /// Indices of the connected stakeholders (`Spot::place`).
    pub ends: [usize; 2],
    /// Vertical start and end, from the top.
    pub from_to: [usize; 2],
    /// Horizontal extent, out of 100.
    pub reach: usize,
    /// Line width, in CSS pixels.
    pub width: usize,
    /// Text alternative: who agrees or disagrees on which issues, and how much.
    pub says: String,
    /// Opens the comparison of the two.
    pub query: Query,
}

/// Lays out `ties`. `pairs` holds the ends of each tie as indices in `holders`, whose values are indices in the
/// dossier.
pub(super) fn picture<'d>(
    engine: &Engine<'d>,
    query: &Query,
    holders: &[usize],
    ties: &[Tie<'d>],
    pairs: &[[usize; 2]],
) -> Arcs<'d> {
    let mut groups: Vec<SpotGroup<'d>> = Vec::new();
    let (mut height, mut count) = (0, 0);
    // For each stakeholder: its index in the diagram and the centre of its row.
    let mut spots = vec![(0, 0); holders.len()];
    for (place, &holder) in holders.iter().enumerate() {
        if !pairs.iter().any(|pair| pair.contains(&place)) {
            continue;
        }
        let Stakeholder { id, camp, .. } = engine.stakeholder(holder);
        let heading = words::camp(*camp);
        if groups.last().is_none_or(|group| group.heading != heading) {
            groups.push(SpotGroup { heading, spots: Vec::new() });
            height += HEAD;
        }
        let middle = height + ROW / 2;
        let query = query.to_item(View::Stakeholders, id.as_str());
        if let Some(group) = groups.last_mut() {
            group.spots.push(Spot { place: count, name: engine.name(holder), middle, query });
        }
        spots[place] = (count, middle);
        height += ROW;
        count += 1;
    }
    let ends: Vec<[(usize, usize); 2]> = pairs.iter().map(|pair| pair.map(|place| spots[place])).collect();
    Arcs { height, groups, agreements: side(&ends, ties, Meets::Agree), conflicts: side(&ends, ties, Meets::Disagree) }
}

/// Kind of arc, and so the side of the names it is drawn on.
#[derive(Clone, Copy)]
enum Meets {
    Agree,
    Disagree,
}

impl Meets {
    /// Issues of `tie` of this kind.
    fn issues<'t, 'd>(self, tie: &'t Tie<'d>) -> &'t Truncated<(&'d str, Query)> {
        match self {
            Self::Agree => &tie.agreed,
            Self::Disagree => &tie.disputed,
        }
    }

    /// Text alternative of an arc: `Ash and Cedar agree on Path (40%)`.
    fn says(self, tie: &Tie, weight: usize) -> String {
        let few = self.issues(tie);
        let mut issues: Vec<&str> = few.iter().map(|(issue, _)| *issue).collect();
        let more = few.more.to_string() + " more";
        if few.more > 0 {
            issues.push(&more);
        }
        let how = match self {
            Self::Agree => "agree",
            Self::Disagree => "disagree",
        };
        format!("{} {how} on {} ({weight}%)", words::and(&tie.names), words::and(&issues))
    }
}

/// Arcs of one side. `ends` holds, per tie, the index and row centre of both stakeholders.
fn side(ends: &[[(usize, usize); 2]], ties: &[Tie], meets: Meets) -> Vec<Arc> {
    let drawn: Vec<usize> = (0..ties.len()).filter(|&tie| !meets.issues(&ties[tie]).is_empty()).collect();
    let pairs: Vec<[usize; 2]> = drawn.iter().map(|&tie| ends[tie].map(|(place, _)| place)).collect();
    let span = |tie: usize| ends[tie][1].1 - ends[tie][0].1;
    let mut arcs = Vec::new();
    for &place in &drawn {
        let tie = &ties[place];
        let weight = tie.weight(meets.issues(tie).count());
        let [(one, upper), (other, lower)] = ends[place];
        // Extent by rank, not length: no two are equal, so arcs stay apart on narrow screens.
        let shorter = drawn.iter().filter(|&&at| (span(at), at) < (span(place), place)).count();
        arcs.push(Arc {
            ends: [one, other],
            from_to: [upper + gate(&pairs, one, other) - ROW / 2, lower + gate(&pairs, other, one) - ROW / 2],
            reach: NEAR + (FAR - NEAR) * shorter / (drawn.len() - 1).max(1),
            width: 1 + weight.of(THICK - 1),
            says: meets.says(tie, weight.of(100)),
            query: tie.query.clone(),
        });
    }
    arcs
}

/// Offset from the top of row `here` at which the arc to `there` starts. Upward arcs start above downward ones, and
/// those to the nearest row are outermost, so no two cross at the start.
fn gate(pairs: &[[usize; 2]], here: usize, there: usize) -> usize {
    let (mut before, mut count) = (0, 0);
    for pair in pairs {
        let other = match *pair {
            [one, other] if one == here => other,
            [other, one] if one == here => other,
            _ => continue,
        };
        count += 1;
        let is_first = match (other < here, there < here) {
            (true, true) | (false, false) => other > there,
            (up, _) => up,
        };
        before += usize::from(is_first);
    }
    let step = (ROW * 3 / 4 / count.max(1)).min(ROW / 6);
    ROW / 2 + before * step - (count.max(1) - 1) * step / 2
}
