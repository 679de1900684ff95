//! Layout of the network: an arc diagram.
//!
//! The holders stand below each other, camp by camp, in the order of the matrix. Agreement bows out on one side of the
//! names, conflict on the other, so that the sign of a tie is told by its place too, names never cross a line, and the
//! same picture fits a phone. Whole numbers throughout: it is the same on every machine.

use dossier::Stakeholder;

use super::Tie;
use crate::explore::engine::Engine;
use crate::explore::truncated::Truncated;
use crate::explore::words;
use crate::query::{Query, View};

/// The height of a holder's row.
const ROW: usize = 80;
/// The height of a camp's heading. `style/network.css` has the same two, 32 to the `rem`.
const HEAD: usize = 56;
/// How far the longest arc bows out, of 100.
const FAR: usize = 96;
/// How far the shortest does.
const NEAR: usize = 24;
/// How thick a line is at most, in CSS pixels.
const THICK: usize = 6;

/// The picture: what stands between the two sides, and the arcs on each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arcs<'d> {
    /// Its height. The arcs of each side have 100 to bow out.
    pub height: usize,
    /// The holders with a tie, camp by camp, from the top.
    pub groups: Vec<SpotGroup<'d>>,
    /// The agreements.
    pub agreements: Vec<Arc>,
    /// The conflicts.
    pub conflicts: Vec<Arc>,
}

/// The holders of one camp.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpotGroup<'d> {
    /// The camp.
    pub heading: &'static str,
    /// Its holders, from the top.
    pub spots: Vec<Spot<'d>>,
}

/// A holder in the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot<'d> {
    /// Which it is, counted from 0, as [`Arc::ends`] name it.
    pub place: usize,
    /// Its name.
    pub name: &'d str,
    /// The height of its row's middle, from the top.
    pub middle: usize,
    /// The way to it.
    pub query: Query,
}

/// A line that bows from one row to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arc {
    /// The holders that it joins.
    pub ends: [usize; 2],
    /// Where it begins and ends, from the top.
    pub from_to: [usize; 2],
    /// How far it bows out, of 100.
    pub reach: usize,
    /// How thick it is, in CSS pixels.
    pub width: usize,
    /// What it says: who agrees with whom on what, and how much.
    pub says: String,
    /// The two side by side.
    pub query: Query,
}

/// The picture of `ties`; `pairs` are the places of their ends in `holders`, which are places in the dossier.
pub(super) fn picture<'d>(
    engine: &Engine<'d>,
    query: &Query,
    holders: &[usize],
    ties: &[Tie<'d>],
    pairs: &[[usize; 2]],
) -> Arcs<'d> {
    let mut groups: Vec<SpotGroup<'d>> = Vec::new();
    let (mut height, mut count) = (0, 0);
    // Where each of the holders stands among the drawn ones, and the middle of its row.
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

/// On which side of the names a line bows out.
#[derive(Clone, Copy)]
enum Meets {
    Agree,
    Disagree,
}

impl Meets {
    /// The issues on which the two of `tie` meet so.
    fn issues<'t, 'd>(self, tie: &'t Tie<'d>) -> &'t Truncated<(&'d str, Query)> {
        match self {
            Self::Agree => &tie.agreed,
            Self::Disagree => &tie.disputed,
        }
    }

    /// What a line says: `Ash and Cedar agree on Path (40%)`.
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

/// The arcs of one side. `ends` are the holders of each tie, and the middles of their rows.
fn side(ends: &[[(usize, usize); 2]], ties: &[Tie], meets: Meets) -> Vec<Arc> {
    let drawn: Vec<usize> = (0..ties.len()).filter(|&tie| !meets.issues(&ties[tie]).is_empty()).collect();
    let pairs: Vec<[usize; 2]> = drawn.iter().map(|&tie| ends[tie].map(|(place, _)| place)).collect();
    let span = |tie: usize| ends[tie][1].1 - ends[tie][0].1;
    let mut arcs = Vec::new();
    for &place in &drawn {
        let tie = &ties[place];
        let weight = tie.weight(meets.issues(tie).count());
        let [(one, upper), (other, lower)] = ends[place];
        // By rank, not by length: so no two reach equally far, and they keep apart on a narrow screen.
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

/// Where in the row of `here` the line to `there` starts, from the row's top. Lines up start above lines down, those to
/// the nearest outermost: so no two cross where they set out.
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
