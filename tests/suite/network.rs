//! Who agrees with whom: the weights by hand, which positions count, and a picture in which nothing runs into another.

use std::sync::LazyLock;

use dossier::{Basis, Camp, CodedDocument, Dossier, Position, StakeholderKind, Stance};
use explore::query::Query;
use explore::query::codec::{decode, encode};
use explore::{Arcs, Content, Drawing, Engine, Network, ROOM, Tie, Weight, explore};
use proptest::prelude::*;
use proptest::sample::select;
use views::Markup;

use crate::fixture::{engine, harbour, real, rendered};
use crate::making::{document, issue, position, stakeholder};

/// The network that `link` shows.
fn network(engine: &Engine<'static>, link: &str) -> Network<'static> {
    let page = explore(engine, &decode(link));
    let Content::Network(network) = page.content.clone() else { panic!("{link} is no network") };
    network
}

/// A tie as `one|other +agreed -disputed congruence conflict`.
fn told(tie: &Tie) -> String {
    let issues = |list: &[(&str, _)]| list.iter().map(|(issue, _)| *issue).collect::<Vec<_>>().join(",");
    let ratio = |weight: Weight| format!("{}/{}", weight.over, weight.under);
    let [one, other] = tie.ends.map(|end| end.id.as_str().to_owned());
    let (agreed, disputed) = (issues(&tie.agreed), issues(&tie.disputed));
    format!("{one}|{other} +{agreed} -{disputed} {} {}", ratio(tie.congruence()), ratio(tie.conflict()))
}

fn ties(network: &Network<'static>) -> Vec<String> {
    network.ties.iter().map(told).collect()
}

fn names(list: &[(&'static str, Query)]) -> Vec<&'static str> {
    list.iter().map(|(name, _)| *name).collect()
}

fn picture(network: &Network<'static>) -> Arcs<'static> {
    let Drawing::Drawn(picture) = &network.drawing else { panic!("not drawn: {:?}", network.drawing) };
    picture.clone()
}

/// Position `id` of `holder` on `issue`.
fn held(id: &str, holder: &str, issue: &str, stance: Stance) -> Position {
    position(id, (holder, issue, stance), Basis::Indirect, "2031-05", "An invented stance.")
}

fn replacing(earlier: &str, position: Position) -> Position {
    Position { supersedes: Some(earlier.into()), ..position }
}

/// Five on four issues. By hand: Ash takes 3 sides, Birch 2, Cedar 2, Dogwood 1 and Elm 1.
fn grove() -> Dossier {
    use Stance::{Asks, Opposes, Supports, Unclear, Uncommitted};
    let tree = |id, name, camp| stakeholder(id, name, StakeholderKind::Person, camp);
    let positions = vec![
        held("ash-path", "ash", "path", Supports),
        held("ash-pond", "ash", "pond", Opposes),
        held("ash-gate", "ash", "gate", Supports),
        // Twice the same counts once.
        held("ash-gate-again", "ash", "gate", Supports),
        held("birch-path", "birch", "path", Supports),
        held("birch-pond", "birch", "pond", Supports),
        // Against it once, then for it: the latest counts.
        held("cedar-path-then", "cedar", "path", Opposes),
        replacing("cedar-path-then", held("cedar-path", "cedar", "path", Supports)),
        held("cedar-pond", "cedar", "pond", Opposes),
        // No side: they join nobody.
        held("cedar-gate", "cedar", "gate", Uncommitted),
        held("dogwood-pond", "dogwood", "pond", Asks),
        held("dogwood-path", "dogwood", "path", Unclear),
        held("dogwood-gate", "dogwood", "gate", Opposes),
        held("elm-gate", "elm", "gate", Supports),
        // Both at once: it counts for neither.
        held("elm-path", "elm", "path", Supports),
        held("elm-path-too", "elm", "path", Opposes),
        held("fir-shed", "fir", "shed", Supports),
        held("gorse-shed", "gorse", "shed", Uncommitted),
    ];
    Dossier {
        stakeholders: vec![
            tree("ash", "Ash", Camp::Russia),
            tree("birch", "Birch", Camp::Russia),
            tree("cedar", "Cedar", Camp::Ukraine),
            tree("dogwood", "Dogwood", Camp::Europe),
            tree("elm", "Elm", Camp::Europe),
            tree("fir", "Fir", Camp::Europe),
            tree("gorse", "Gorse", Camp::Other),
        ],
        issues: vec![
            issue("path", "Path", "Ground", "A path should lead round."),
            issue("pond", "Pond", "Ground", "The pond should stay."),
            issue("gate", "Gate", "Ground", "The gate should be shut at night."),
            issue("shed", "Shed", "Ground", "The shed should go."),
        ],
        documents: vec![CodedDocument {
            document: document("grove", "2031-05-12", None, 5),
            positions,
            quotes: Vec::new(),
            events: Vec::new(),
            questions: Vec::new(),
            uncoded: Vec::new(),
        }],
        ..harbour().clone()
    }
}

fn in_the_grove() -> &'static Engine<'static> {
    static GROVE: LazyLock<Dossier> = LazyLock::new(grove);
    static EDITION: LazyLock<Engine<'static>> = LazyLock::new(|| Engine::new(&GROVE));
    &EDITION
}

#[test]
fn weights_by_hand_for_a_small_case() {
    let all = network(in_the_grove(), "view=network");
    assert_eq!(
        ties(&all),
        [
            // They meet on both of the issues on which each takes a side: (1 + 1) / ((2 + 2) / 2).
            "birch|cedar +Path -Pond 2/4 2/4",
            "dogwood|elm + -Gate 0/2 2/2",
            "ash|birch +Path -Pond 2/5 2/5",
            "ash|cedar +Path,Pond - 4/5 0/5",
            "ash|dogwood + -Gate 0/4 2/4",
            "ash|elm +Gate - 2/4 0/4",
        ]
    );
    assert_eq!(names(&all.alone), ["Fir"]);
    assert_eq!(names(&all.sideless), ["Gorse"]);
    let split: Vec<&str> = all.split.iter().map(|(says, _)| says.as_str()).collect();
    assert_eq!(split, ["Elm on Path"]);
    // Where nothing else of Elm is shown, it takes both sides, not none.
    let path = network(in_the_grove(), "view=network&issue=path&who=elm");
    assert_eq!((path.split.len(), path.sideless.len(), path.alone.len()), (1, 0, 0));
}

#[test]
fn a_weight_is_shown_rounded_to_the_nearest() {
    let ties = network(in_the_grove(), "view=network").ties;
    let (two_fifths, four_fifths) = (ties[2].conflict(), ties[3].congruence());
    assert_eq!((two_fifths.of(100), four_fifths.of(100), ties[3].conflict().of(100)), (40, 80, 0));
    // 2.4 and 4.8.
    assert_eq!((two_fifths.of(6), four_fifths.of(6)), (2, 5));
}

#[test]
fn a_filter_changes_the_network() {
    let shown = |link| ties(&network(in_the_grove(), link));
    assert_eq!(
        shown("view=network&issue=gate"),
        ["ash|dogwood + -Gate 0/2 2/2", "ash|elm +Gate - 2/2 0/2", "dogwood|elm + -Gate 0/2 2/2"],
    );
    // Without the later position of Cedar the earlier one is the latest that is asked for.
    assert!(shown("view=network&stance=opposes").contains(&"ash|cedar +Pond - 2/3 0/3".to_owned()));
    assert_eq!(shown("view=network&who=-ash").len(), 2);
}

#[test]
fn fewer_than_four_with_a_tie_are_not_drawn_and_stand_in_the_table() {
    let three = network(in_the_grove(), "view=network&issue=gate");
    assert_eq!(three.drawing, Drawing::TooFew(3));
    assert_eq!(three.ties.len(), 3);
    let none = network(in_the_grove(), "view=network&who=fir");
    assert_eq!((none.drawing, none.ties.len()), (Drawing::TooFew(0), 0));
    assert_eq!(names(&none.alone), ["Fir"]);
    // In the invented harbour Lund, the bank and Marsh meet on the bridge, the crews and the town on the guarantees.
    let harbour = network(engine(), "view=network");
    assert_eq!(harbour.ties.len(), 4);
    assert_eq!(picture(&harbour).agreements.len(), 3);
    assert_eq!(picture(&network(engine(), "view=network&who=-lund")).agreements.len(), 1);
}

#[test]
fn more_than_a_picture_holds_are_not_drawn_and_the_strongest_stand_in_the_table() {
    static CROWD: LazyLock<Dossier> = LazyLock::new(|| {
        let mut crowd = grove();
        let ids: Vec<String> = (0..26).map(|number| format!("tree-{number}")).collect();
        let person = |id: &String| stakeholder(id, id, StakeholderKind::Person, Camp::Other);
        crowd.stakeholders = ids.iter().map(person).collect();
        crowd.documents[0].positions =
            ids.iter().map(|id| held(&format!("{id}-path"), id, "path", Stance::Supports)).collect();
        crowd
    });
    let engine = Engine::new(&CROWD);
    let crowd = network(&engine, "view=network");
    assert_eq!(crowd.drawing, Drawing::TooMany(26));
    // 26 * 25 / 2 pairs are 325.
    assert_eq!((crowd.ties.len(), crowd.withheld), (60, 325 - 60));
    assert_eq!(picture(&network(&engine, "view=network&who=-tree-7,-tree-8")).agreements.len(), 24 * 23 / 2);
}

#[test]
fn a_tie_leads_to_the_two_side_by_side_and_keeps_the_filters() {
    let tie = &network(in_the_grove(), "view=network&issue=gate&with=fir,gorse").ties[0];
    assert_eq!(encode(&tie.query), "view=compare&issue=gate&with=ash,dogwood");
    assert_eq!(encode(&tie.disputed[0].1), "view=positions&who=ash,dogwood&issue=gate&with=fir,gorse");
    let picture = picture(&network(in_the_grove(), "view=network&stance=-asks"));
    assert_eq!(encode(&picture.groups[0].spots[0].query), "view=stakeholders&item=ash");
}

/// Holds a picture to its rules, whatever it shows.
fn check(picture: &Arcs<'static>) {
    let spots: Vec<_> = picture.groups.iter().flat_map(|group| &group.spots).collect();
    for (place, spot) in spots.iter().enumerate() {
        assert_eq!(spot.place, place);
        assert!(spot.middle + 40 <= picture.height, "{} stands below the picture", spot.name);
        // A row is 80 high, so that no name stands on another.
        assert!(place == 0 || spot.middle - spots[place - 1].middle >= 80, "{} stands on another", spot.name);
    }
    for arcs in [&picture.agreements, &picture.conflicts] {
        let mut starts = Vec::new();
        for arc in arcs {
            let [from, to] = arc.from_to;
            assert!(from < to && to < picture.height && arc.reach <= 100, "{arc:?} leaves the drawing");
            assert!((1..=6).contains(&arc.width), "{arc:?}");
            for (end, at) in arc.ends.iter().zip(arc.from_to) {
                assert!(spots[*end].middle.abs_diff(at) < 40, "a line of {} starts in another row", spots[*end].name);
                starts.push(at);
            }
        }
        let all = starts.len();
        starts.sort_unstable();
        starts.dedup();
        assert_eq!(starts.len(), all, "two lines start at one place");
    }
    assert!(spots.len() >= 4);
}

#[test]
fn in_the_embedded_dossier_nothing_in_the_picture_runs_into_another() {
    let network = network(real(), "view=network");
    let picture = picture(&network);
    check(&picture);
    let drawn = picture.agreements.len() + picture.conflicts.len();
    let listed =
        network.ties.iter().map(|tie| usize::from(!tie.agreed.is_empty()) + usize::from(!tie.disputed.is_empty()));
    assert_eq!(drawn, listed.sum::<usize>(), "the table says what the picture says");
}

#[test]
fn lines_of_one_holder_set_out_in_an_order_in_which_they_do_not_cross() {
    let picture = picture(&network(in_the_grove(), "view=network"));
    // Agreements of Ash (row 0) with Birch (1), Cedar (2) and Elm (4): all lead down, so the farthest sets out first.
    let from_ash: Vec<(usize, usize)> =
        picture.agreements.iter().filter(|arc| arc.ends[0] == 0).map(|arc| (arc.ends[1], arc.from_to[0])).collect();
    // The middle of the first row is at 56 + 40; three lines stand 13 apart.
    assert_eq!(from_ash, [(1, 109), (2, 96), (4, 83)]);
    // Birch, whose row's middle is at 56 + 80 + 40, agrees with Ash above and Cedar below: the line up sets out above.
    let of_birch: Vec<(usize, usize)> = picture
        .agreements
        .iter()
        .filter_map(|arc| arc.ends.iter().position(|&end| end == 1).map(|here| (arc.ends[1 - here], arc.from_to[here])))
        .collect();
    assert_eq!(of_birch, [(2, 183), (0, 170)]);
}

/// The view that `link` shows, as HTML.
fn html(engine: &Engine<'static>, link: &str) -> String {
    rendered(engine, link).iter().map(Markup::html).collect()
}

#[test]
fn every_line_and_every_holder_of_the_picture_has_its_words_and_its_way() {
    let html = html(in_the_grove(), "view=network");
    // Four agreements, four conflicts; all five holders agree or disagree with somebody, Dogwood disagrees only.
    assert_eq!(html.matches("class=\"tie tie--agree end-").count(), 4);
    assert_eq!(html.matches("class=\"tie tie--disagree end-").count(), 4);
    assert_eq!(html.matches("<title>").count(), 8 + 4 + 5);
    assert!(html.contains("<title>Ash and Cedar agree on Path and Pond (80%)</title>"), "{html}");
    assert!(html.contains("href=\"?view=compare&amp;with=ash,cedar\" class=\"tie tie--agree end-0 end-2\""), "{html}");
    // The height by hand: three headings of 56, five rows of 80.
    assert_eq!(html.matches("viewBox=\"0 0 100 568\"").count(), 2);
}

#[test]
fn the_table_says_what_the_picture_says() {
    let html = html(in_the_grove(), "view=network");
    assert_eq!(html.matches("scope=\"row\"").count(), 6);
    let cell = "data-title=\"Agree on\"><a href=\"?view=positions&amp;who=ash,cedar&amp;issue=path\" dir=\"auto\">Path</a>, \
                <a href=\"?view=positions&amp;who=ash,cedar&amp;issue=pond\" dir=\"auto\">Pond</a> <span class=\"pairs__weight\">80%";
    assert!(html.contains(cell), "{html}");
}

#[test]
fn where_there_is_too_little_or_too_much_to_draw_it_says_so_and_keeps_the_table() {
    let few = html(in_the_grove(), "view=network&issue=gate");
    assert!(few.contains("Too little to draw: a picture needs 4 stakeholders") && !few.contains("<svg"), "{few}");
    assert_eq!(few.matches("scope=\"row\"").count(), 3);
    let nobody = html(in_the_grove(), "view=network&q=zzzzzzzz");
    assert!(nobody.contains("Nothing found") && !nobody.contains("Too little"), "{nobody}");
}

#[test]
fn the_style_has_the_heights_and_the_places_of_the_layout() {
    let style =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/style/views/network.css")).expect("it is there");
    for place in 0..ROOM {
        assert!(style.contains(&format!(".tie:not(.end-{place})")), "no rule for the lines of place {place}");
    }
    // 80 and 56, 32 to the rem.
    assert!(
        style.contains(".arcs__name {\n  block-size: 2.5rem;")
            && style.contains(".arcs__camp {\n  block-size: 1.75rem;")
    );
}

proptest! {
    #[test]
    fn the_order_of_the_positions_does_not_matter(seed in proptest::collection::vec(any::<u32>(), 18)) {
        let mut shuffled = grove();
        let positions = &mut shuffled.documents[0].positions;
        let mut keyed: Vec<(u32, Position)> = seed.into_iter().zip(positions.drain(..)).collect();
        keyed.sort_by_key(|(key, _)| *key);
        positions.extend(keyed.into_iter().map(|(_, position)| position));
        let engine = Engine::new(Box::leak(Box::new(shuffled)));
        prop_assert_eq!(network(&engine, "view=network"), network(in_the_grove(), "view=network"));
    }

    #[test]
    fn weights_lie_between_nothing_and_one_whatever_is_asked(
        camp in select(Camp::ALL), stance in select(Stance::ALL), basis in select(Basis::ALL),
    ) {
        let link = format!("view=network&camp=-{}&stance=-{}&basis=-{}", camp.word(), stance.word(), basis.word());
        let network = network(real(), &link);
        for tie in &network.ties {
            prop_assert!(tie.meeting().over > 0 && tie.meeting().over <= tie.meeting().under, "{}", told(tie));
        }
        if let Drawing::Drawn(picture) = &network.drawing {
            check(picture);
        }
    }
}
