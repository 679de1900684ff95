//! Names and sentences of a fictitious place.

use crate::random::Random;

const BEGIN: [&str; 24] = [
    "Bel", "Cor", "Dal", "Er", "Fen", "Gar", "Hol", "Ist", "Jor", "Kel", "Lor", "Mar", "Nol", "Os", "Pel", "Quin",
    "Ros", "Sel", "Tar", "Ul", "Ven", "Wil", "Yor", "Zan",
];
const END: [&str; 20] = [
    "an", "bek", "da", "dor", "en", "fur", "ga", "hem", "ik", "kor", "lin", "mos", "nar", "ov", "pil", "ras", "sen",
    "tun", "vik", "zel",
];
const THINGS: [&str; 20] = [
    "harbour", "ferry", "bridge", "lamp", "market", "well", "mill", "orchard", "quarry", "canal", "tower", "garden",
    "school", "archive", "theatre", "station", "forest", "meadow", "workshop", "library",
];
const MATTERS: [&str; 15] = [
    "toll", "repair", "name", "hours", "roof", "guard", "sale", "lease", "light", "noise", "fence", "fund", "opening",
    "map", "keeper",
];
const VERBS: [&str; 12] = [
    "should change",
    "should stay",
    "should be public",
    "should be sold",
    "should be shared",
    "should be kept",
    "should end",
    "should grow",
    "should wait",
    "should be put to a vote",
    "should be moved",
    "should be free",
];
const REASONS: [&str; 10] = [
    "before winter",
    "after the vote",
    "for the whole island",
    "in the old quarter",
    "with the guilds",
    "at any price",
    "without delay",
    "by the next fair",
    "for one year",
    "as the elders wished",
];

/// Name of a person.
pub(crate) fn person(random: &mut Random) -> String {
    let given = [random.pick(&BEGIN), random.pick(&END)].concat();
    format!("{given} {}{}", random.pick(&BEGIN), random.pick(&END))
}

/// Name of an organization: the guild of some place.
pub(crate) fn body(random: &mut Random) -> String {
    let kind = random.pick(&["Guild", "Council", "Society", "League", "Office", "Union"]);
    format!("{kind} of {}{}", random.pick(&BEGIN), random.pick(&END))
}

/// Topic, name and proposition of issue number `place`. Names are pairs of a thing and a matter; once all pairs are
/// used, a number is added.
pub(crate) fn issue(place: usize) -> (String, String, String) {
    let thing = THINGS[place % THINGS.len()];
    let matter = MATTERS[place / THINGS.len() % MATTERS.len()];
    let round = place / (THINGS.len() * MATTERS.len());
    let number = if round == 0 { String::new() } else { format!(" {}", round + 1) };
    let name = format!("{} {matter}{number}", capital(thing));
    let verb = VERBS[place % VERBS.len()];
    (format!("The {matter}s"), name, format!("The {matter} of the {thing}{number} {verb}."))
}

/// An opinion in one sentence.
pub(crate) fn opinion(random: &mut Random, verb: &str) -> String {
    let (thing, matter, reason) = (random.pick(&THINGS), random.pick(&MATTERS), random.pick(&REASONS));
    format!("They {verb} the {matter} of the {thing} {reason}.")
}

/// A statement in quotation marks.
pub(crate) fn saying(random: &mut Random) -> String {
    let (thing, matter, verb, reason) =
        (random.pick(&THINGS), random.pick(&MATTERS), random.pick(&VERBS), random.pick(&REASONS));
    format!("The {matter} of the {thing} {verb} {reason}.")
}

/// Description of an event, without a full stop.
pub(crate) fn happening(random: &mut Random) -> String {
    let (thing, matter) = (random.pick(&THINGS), random.pick(&MATTERS));
    format!("The island talks about the {matter} of the {thing}")
}

fn capital(word: &str) -> String {
    word[..1].to_ascii_uppercase() + &word[1..]
}
