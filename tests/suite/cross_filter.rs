//! What each filter shows of positions, quotes and stakeholders at once, written out: one question, three lists.

use crate::ask::{ids, page};

/// A filter; then the ids of the positions, of the quotes and of the stakeholders, in the order of the dossier.
type Case = (&'static str, &'static str, &'static str, &'static str);

const CASES: &[Case] = &[
    // Asking for an issue shows its positions, the quotes on it and whoever spoke to it.
    ("issue=toll", "pike-toll gazette-toll union-toll", "pike-fair union-who-pays", "gazette ferry-union pike"),
    (
        "issue=bridge",
        "lund-bridge-2029 lund-bridge-march lund-bridge-may bank-bridge marsh-bridge",
        "lund-open marsh-land",
        "lund lodz-bank marsh",
    ),
    ("issue=guarantees", "union-guarantees town-guarantees", "union-jobs union-who-pays", "harbour-town ferry-union"),
    ("issue=ferry", "union-ferry gazette-ferry", "lund-open", "gazette lund ferry-union"),
    ("issue=lighthouse", "", "", ""),
    // OR within a facet, AND across.
    (
        "issue=toll,ferry",
        "union-ferry pike-toll gazette-toll union-toll gazette-ferry",
        "lund-open pike-fair union-who-pays",
        "gazette lund ferry-union pike",
    ),
    ("issue=toll&camp=other", "union-toll", "union-who-pays", "ferry-union"),
    ("issue=toll&camp=europe", "", "", ""),
    ("issue=bridge&stance=supports&basis=indirect", "marsh-bridge", "", "marsh"),
    // Camp and stakeholder; a stakeholder of whom nothing is reported is shown where nothing of speech is asked.
    (
        "camp=europe",
        "lund-bridge-2029 lund-bridge-march lund-bridge-may bank-bridge town-guarantees",
        "lund-open lund-fog",
        "lund harbour-town lodz-bank",
    ),
    ("camp=other", "union-guarantees union-ferry union-toll", "union-jobs union-who-pays", "ferry-union some-fishers"),
    ("camp=other&has=conditions", "", "", ""),
    ("camp=europe&who=lodz-bank", "bank-bridge", "", "lodz-bank"),
    ("who=marsh", "marsh-motive marsh-bridge", "marsh-land", "marsh"),
    ("who=keel", "", "", "keel"),
    ("who=keel&stance=supports", "", "", ""),
    // Stance: a quote has the stances of the positions that it expresses.
    ("stance=opposes", "lund-bridge-2029 town-guarantees", "", "lund harbour-town"),
    ("stance=asks", "union-toll", "union-who-pays", "ferry-union"),
    ("stance=uncommitted,unclear", "lund-bridge-march gazette-toll gazette-ferry", "", "gazette lund"),
    // How we know: whatever stands in quotation marks is direct.
    (
        "basis=direct",
        "lund-bridge-may union-guarantees pike-toll union-toll",
        "lund-open union-jobs pike-fair marsh-land union-who-pays lund-fog",
        "lund ferry-union pike marsh",
    ),
    ("basis=allegation", "marsh-motive", "marsh-land", "marsh"),
    ("basis=third-party", "bank-bridge", "", "lodz-bank"),
    ("basis=conduct", "lund-bridge-march", "", "lund"),
    ("basis=narration", "gazette-toll gazette-ferry", "", "gazette"),
    // Quote form: a position has the forms of the quotes that express it.
    ("form=fragment", "pike-toll", "pike-fair", "pike"),
    (
        "form=full",
        "lund-bridge-may union-guarantees marsh-motive union-toll",
        "lund-open union-jobs marsh-land union-who-pays lund-fog",
        "lund ferry-union marsh",
    ),
    // What a position comes with.
    ("has=conditions", "lund-bridge-may pike-toll marsh-bridge", "lund-open pike-fair", "lund pike marsh"),
    ("has=shift", "lund-bridge-2029 lund-bridge-march lund-bridge-may", "lund-open", "lund"),
    (
        "has=quote",
        "lund-bridge-may union-guarantees pike-toll marsh-motive union-toll",
        "lund-open union-jobs pike-fair marsh-land union-who-pays lund-fog",
        "lund ferry-union pike marsh",
    ),
    (
        "has=conditions,shift",
        "lund-bridge-2029 lund-bridge-march lund-bridge-may pike-toll marsh-bridge",
        "lund-open pike-fair",
        "lund pike marsh",
    ),
    // Documents: a silent stakeholder belongs to those that name it.
    (
        "doc=june",
        "town-guarantees union-toll marsh-bridge gazette-ferry",
        "union-who-pays lund-fog",
        "gazette lund harbour-town ferry-union marsh keel",
    ),
    // Days: a month counts if one of its days does; what has no date is not shown.
    (
        "from=2031-05-10&to=2031-05-10",
        "lund-bridge-may union-guarantees bank-bridge",
        "lund-open union-jobs",
        "lund ferry-union lodz-bank",
    ),
    ("to=2030", "lund-bridge-2029", "", "lund"),
    (
        "from=2031-06",
        "town-guarantees union-toll marsh-bridge gazette-ferry",
        "union-who-pays",
        "gazette harbour-town ferry-union marsh",
    ),
    ("from=2031-03-31&to=2031-04", "lund-bridge-march", "", "lund"),
    ("from=2040", "", "", ""),
    // Exclusion: none of the values, be there others or not.
    (
        "who=-lund,-ferry-union",
        "pike-toll bank-bridge marsh-motive gazette-toll town-guarantees marsh-bridge gazette-ferry",
        "pike-fair marsh-land",
        "gazette harbour-town pike lodz-bank marsh some-fishers keel",
    ),
    ("camp=-press&stance=unclear", "", "", ""),
    (
        "stance=-supports",
        "lund-bridge-2029 lund-bridge-march gazette-toll town-guarantees union-toll gazette-ferry",
        "union-who-pays lund-fog",
        "gazette lund harbour-town ferry-union",
    ),
    (
        "basis=-direct",
        "lund-bridge-2029 lund-bridge-march union-ferry bank-bridge marsh-motive gazette-toll town-guarantees \
         marsh-bridge gazette-ferry",
        "",
        "gazette lund harbour-town ferry-union lodz-bank marsh",
    ),
    (
        "issue=bridge,-ferry",
        "lund-bridge-2029 lund-bridge-march lund-bridge-may bank-bridge marsh-bridge",
        "marsh-land",
        "lund lodz-bank marsh",
    ),
    // A search joins in like a facet.
    ("q=drawings", "marsh-bridge", "", "marsh"),
    ("q=fog&camp=europe", "", "lund-fog", "lund"),
    ("q=keel", "", "", "keel"),
];

fn shown(filter: &str, view: &str) -> String {
    ids(&page(&format!("{filter}&view={view}&sort=article&group=none"))).join(" ")
}

#[test]
fn one_question_shows_its_positions_its_quotes_and_who_spoke() {
    for (filter, positions, quotes, stakeholders) in CASES {
        assert_eq!(shown(filter, "positions"), *positions, "{filter}: positions");
        assert_eq!(shown(filter, "quotes"), *quotes, "{filter}: quotes");
        assert_eq!(shown(filter, "stakeholders"), *stakeholders, "{filter}: stakeholders");
    }
}

#[test]
fn open_questions_follow_what_they_have_and_ignore_what_they_have_not() {
    let cases = [
        ("", "when-open keeper who-repairs"),
        ("issue=toll", "who-repairs"),
        ("issue=lighthouse", "keeper"),
        ("issue=-toll", "when-open keeper"),
        ("doc=june", "keeper who-repairs"),
        ("who=lund", "when-open"),
        ("camp=other", "who-repairs"),
        ("who=keel", ""),
        ("q=lamp", "keeper"),
        ("stance=opposes&basis=direct&form=full&has=shift&from=2040", "when-open keeper who-repairs"),
    ];
    for (filter, expected) in cases {
        assert_eq!(ids(&page(&format!("{filter}&view=questions"))).join(" "), expected, "{filter}");
    }
}
