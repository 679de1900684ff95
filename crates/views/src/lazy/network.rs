//! The network view: a diagram, and the same data as a table.

mod picture;

use crate::markup::{Element, el, of_class};
use crate::parts::{and_more, bdi, few, line, link};
use explore::query::Query;
use explore::{Drawing, ENOUGH, Network, ROOM, Tie, Truncated, Weight, words};

/// Columns of the table.
const AGREE: &str = "Agree on";
const DISAGREE: &str = "Disagree on";

/// Puts the network into `place`; nothing without stakeholders.
pub(crate) fn network(place: Element, network: &Network<'static>) -> Element {
    let Network { ties, alone, sideless, split, .. } = network;
    if ties.is_empty() && alone.is_empty() && sideless.is_empty() && split.is_empty() {
        return place;
    }
    let drawing = match &network.drawing {
        Drawing::Drawn(picture) => picture::picture(picture),
        Drawing::TooFew(count) => of_class("p", "network__none").with(format!(
            "Too little to draw: a picture needs {ENOUGH} stakeholders that share an issue with another, and here {count} do."
        )),
        Drawing::TooMany(count) => of_class("p", "network__none").with(format!(
            "Too much to draw: {count} stakeholders share an issue with another, and a picture holds {ROOM}. Add a filter to see fewer."
        )),
    };
    let left_out = (network.left_out > 0).then(|| {
        let who = words::count(network.left_out, "stakeholder");
        let says = format!("{who} who take sides on fewer issues are left out: add a filter to see them.");
        of_class("p", "network__none").with(says)
    });
    place.with(
        of_class("section", "network")
            .key("network")
            .with(el("h2").with("Who agrees with whom"))
            .with(left_out)
            .with(drawing)
            .with((!ties.is_empty()).then(|| table(network)))
            .with(rest(network)),
    )
}

/// Table with the data of the diagram and the issues behind each line.
fn table(network: &Network<'static>) -> Element {
    let column =
        |title: &&'static str| el("th").attribute("scope", "col").attribute("role", "columnheader").with(*title);
    let withheld = (network.withheld > 0).then(|| {
        let says =
            format!("{} of no larger weight: add a filter to see them.", words::count(network.withheld, "more tie"));
        of_class("p", "withheld").with(says)
    });
    el("div")
        .with(el("h3").with("Pair by pair"))
        .with(of_class("p", "network__how").with(
            "The percentage is the weight of a line: the issues beside it, divided by the average number of issues on which \
             the two take a side. Only positions for or against count, and of those that replaced one another, the \
             latest. In discourse network analysis (Leifeld 2017) these are congruence and conflict, normalized by \
             average activity. The formula and its source are in docs/network.md of the program’s source.",
        ))
        .with(
            // Roles, because on a phone rows are blocks, which some browsers do not expose as rows.
            of_class("table", "pairs")
                .attribute("role", "table")
                .with(el("thead").with(row().each(&["Between", AGREE, DISAGREE], column)))
                .with(el("tbody").each(&network.ties, tie)),
        )
        .with(withheld)
}

fn tie(tie: &Tie<'static>) -> Element {
    let [one, other] = tie.names;
    let pair = link(&tie.query).attribute("title", "Compare the two").with(bdi(one)).with(" and ").with(bdi(other));
    row()
        .with(el("th").attribute("scope", "row").attribute("role", "rowheader").with(pair))
        .with(issues("pairs__issues pairs__issues--agree", AGREE, &tie.agreed, tie.congruence()))
        .with(issues("pairs__issues pairs__issues--disagree", DISAGREE, &tie.disputed, tie.conflict()))
}

fn row() -> Element {
    el("tr").attribute("role", "row")
}

/// Issues of one sign with their weight. `title` replaces the column head where that is hidden.
fn issues(
    class: &'static str,
    title: &'static str,
    issues: &Truncated<(&'static str, Query)>,
    weight: Weight,
) -> Element {
    let cell = of_class("td", class).attribute("role", "cell");
    if weight.is_zero() {
        return cell;
    }
    cell.attribute("data-title", title)
        .with(few(issues))
        .with(" ")
        .with(of_class("span", "pairs__weight").with(format!("{}%", weight.of(100))))
}

/// Stakeholders without a line, and issues that do not count.
fn rest(network: &Network<'static>) -> Element {
    let people =
        |term, people: &Truncated<(&'static str, Query)>| (!people.is_empty()).then(|| line(term, few(people)));
    let split = || {
        let split = |(says, query): &(String, Query)| el("li").with(link(query).with(says.clone()));
        of_class("ul", "links links--bare")
            .each(&network.split, split)
            .with(and_more(network.split.more).map(|more| el("li").with(more)))
    };
    of_class("dl", "detail network__rest")
        .with(people("Alone on their issues", &network.alone))
        .with(people("Take no side here", &network.sideless))
        .with((!network.split.is_empty()).then(|| line("Take both sides, which counts for neither", split())))
}
