//! Arc diagram of the network: names in the middle, agreements to the left, conflicts to the right.

use dossier::direction::isolate;

use crate::markup::{Element, el, of_class};
use crate::parts::link;
use explore::{Arc, Arcs, Spot, SpotGroup};

/// Inset of a bar from the edges of its row of height 80.
const BAR: usize = 28;

/// One side of the picture.
struct Side {
    class: &'static str,
    label: &'static str,
    line: &'static str,
    /// The names' edge in a drawing 100 wide.
    edge: &'static str,
    /// The direction away from the names.
    out: &'static str,
}

const AGREE: Side = Side { class: "arcs__side", label: "Agreements", line: "tie tie--agree", edge: "100", out: "-" };
const DISAGREE: Side = Side { class: "arcs__side", label: "Conflicts", line: "tie tie--disagree", edge: "0", out: "" };

pub(super) fn picture(picture: &Arcs<'static>) -> Element {
    let sample = |class: &'static str| {
        of_class("svg", "arcs__sample")
            .attribute("viewBox", "0 0 32 8")
            .attribute("aria-hidden", "true")
            .with(of_class("path", class).attribute("d", "M1 4h30"))
    };
    let legend = of_class("p", "arcs__legend")
        .with(el("span").with(sample("tie__line tie__line--agree")).with(" agree"))
        .with(el("span").with("disagree ").with(sample("tie__line tie__line--disagree")));
    of_class("figure", "arcs")
        .attribute("aria-label", "Who agrees with whom, drawn")
        .with(of_class("figcaption", "network__how").with(
            "A line on the left joins two who take the same side on an issue, a dashed line on the right two who take \
             opposite sides. The larger the share of their issues that it stands for, the thicker the line. It leads to \
             the two side by side.",
        ))
        .with(legend)
        .with(side(&AGREE, picture, &picture.agreements))
        .with(of_class("div", "arcs__names").each(&picture.groups, group))
        .with(side(&DISAGREE, picture, &picture.conflicts))
}

fn group(group: &SpotGroup<'static>) -> Element {
    let spot = |spot: &Spot<'static>| {
        el("li").class(format!("arcs__name end-{}", spot.place)).with(link(&spot.query).isolated(spot.name))
    };
    el("div").with(of_class("h3", "arcs__camp").with(group.heading)).with(el("ul").each(&group.spots, spot))
}

fn side(side: &Side, picture: &Arcs<'static>, arcs: &[Arc]) -> Element {
    let mut drawing = of_class("svg", "arcs__drawing")
        .attribute("viewBox", format!("0 0 100 {}", picture.height))
        .attribute("preserveAspectRatio", "none")
        .attribute("role", "group")
        .attribute("aria-label", side.label);
    for spot in picture.groups.iter().flat_map(|group| &group.spots) {
        if arcs.iter().any(|arc| arc.ends.contains(&spot.place)) {
            let bar = format!("M{} {}v{}", side.edge, spot.middle - BAR, 2 * BAR);
            let bar = of_class("path", "arcs__bar").attribute("d", bar);
            drawing = drawing.with(bar.with(el("title").with(isolate(spot.name))));
        }
    }
    of_class("div", side.class).with(drawing.each(arcs, |arc| line(side, arc)))
}

/// A line, and around it what can be pressed.
fn line(side: &Side, arc: &Arc) -> Element {
    let Side { edge, out, .. } = side;
    let [from, to] = arc.from_to;
    // A curve with both its handles at the same distance bows out three quarters of that.
    let handle = arc.reach * 4 / 3;
    let curve = format!("M{edge} {from}c{out}{handle} 0 {out}{handle} {down} 0 {down}", down = to - from);
    let [one, other] = arc.ends;
    link(&arc.query)
        .class(format!("{} end-{one} end-{other}", side.line))
        .with(el("title").with(arc.says.clone()))
        .with(of_class("path", "tie__reach").attribute("d", curve.clone()))
        .with(of_class("path", "tie__line").attribute("stroke-width", arc.width.to_string()).attribute("d", curve))
}
