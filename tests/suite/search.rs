//! What a search finds, in which order, and what it marks.

use explore::query::{Query, View};
use explore::{Entries, Marked};
use proptest::prelude::*;

use crate::ask::{Answer, answer, ids, page};
use crate::fixture::{engine, real};

/// The ids that `typed` finds in a view, best match first.
fn found(view: View, typed: &str) -> String {
    ids(&answer(engine(), &Query::default().with_view(view).with_text(typed))).join(" ")
}

#[test]
fn a_term_of_the_article_finds_every_holder_and_issue_that_it_stands_for() {
    let table = [
        ("NATO", View::Stakeholders, vec!["russia", "zelensky", "europeans", "nato-members"]),
        ("North Atlantic", View::Stakeholders, vec!["nato-members"]),
        ("Kremlin", View::Positions, vec!["russia-format", "russia-night-attacks", "russia-nato-peacekeepers"]),
        ("\"reassurance force\"", View::Questions, vec!["europe-in-force", "guarantees-as-force", "force-composition"]),
        ("\"reassurance force\"", View::Positions, vec!["trump-open-to-force"]),
        ("guarantees", View::Questions, vec!["which-guarantees", "us-support", "us-joins-guarantees"]),
        ("guarantees", View::Stakeholders, vec!["zelensky", "trump", "european-countries"]),
    ];
    for (typed, view, expected) in table {
        let found = ids(&answer(real(), &Query::default().with_view(view).with_text(typed)));
        let missed: Vec<_> = expected.iter().filter(|id| !found.contains(id)).collect();
        assert!(missed.is_empty(), "{typed} in {}: {missed:?} are not among {found:?}", view.word());
    }
}

#[test]
fn a_search_finds_positions_best_match_first() {
    let table = [
        // Case and accents do not matter, neither typed nor read.
        ("zoe", "lund-bridge-2029 lund-bridge-march lund-bridge-may"),
        ("ZOË", "lund-bridge-2029 lund-bridge-march lund-bridge-may"),
        ("Łódź", "bank-bridge"),
        ("lodz", "bank-bridge"),
        // Names, aliases, roles, issues with what they mean, summaries, conditions, quotes; names and aliases of whom one belongs to.
        ("hall", "town-guarantees lund-bridge-2029 lund-bridge-march lund-bridge-may"),
        ("\"town hall\"", "town-guarantees lund-bridge-2029 lund-bridge-march lund-bridge-may"),
        ("\"the crews\"", "union-guarantees union-ferry union-toll town-guarantees"),
        ("\"said on toll\"", "pike-toll gazette-toll union-toll"),
        ("engineer", "marsh-motive marsh-bridge"),
        ("motive", "marsh-motive"),
        ("drawings", "marsh-bridge"),
        ("sky", ""),
        // The last word matches as a prefix, unless white space follows it.
        ("pik", "pike-toll marsh-motive"),
        ("pik ", ""),
        ("pike ", "pike-toll marsh-motive"),
        ("guarant", "union-guarantees town-guarantees"),
        ("guarant crews", ""),
        // Words are ANDed, over the texts of one item together.
        ("lund vote", "lund-bridge-march"),
        ("vote lund", "lund-bridge-march"),
        ("zoe pike", ""),
        // Quoted phrases match as phrases, and never across two texts.
        ("\"open the\"", "lund-bridge-may"),
        ("\"the open\"", ""),
        ("\"open the", "lund-bridge-may"),
        ("“open the”", "lund-bridge-may"),
        ("\"bridge and\"", ""),
        ("\"lund bridge\"", ""),
        // A minus excludes: words, phrases, nothing else.
        ("ferry -crews", "lund-bridge-may gazette-ferry lund-bridge-2029"),
        ("lund -\"open it\" -vote", "lund-bridge-2029"),
        ("-bridge -ferry -toll", "town-guarantees"),
        ("lund -", "lund-bridge-2029 lund-bridge-march lund-bridge-may"),
        // One typing error is forgiven in words of five letters or more, none in shorter ones.
        ("brigde ", "lund-bridge-2029 lund-bridge-march lund-bridge-may bank-bridge marsh-motive marsh-bridge"),
        ("garantee", "union-guarantees town-guarantees"),
        ("garantee ", "union-guarantees"),
        ("garantees ", "union-guarantees town-guarantees"),
        ("garamtee", ""),
        ("tool ", ""),
        ("zoee", ""),
        ("-brigde zoe", "lund-bridge-2029 lund-bridge-march lund-bridge-may"),
        // A name or a quote ranks before a summary.
        ("ferry", "lund-bridge-may union-guarantees union-ferry union-toll gazette-ferry lund-bridge-2029"),
        // Exact before prefix before typing error.
        ("paper", "union-guarantees lund-bridge-march marsh-bridge"),
        ("taper", "marsh-bridge union-guarantees lund-bridge-march"),
        // Nothing but white space asks for nothing, and the list stands as it always does.
        (
            "  ",
            "lund-bridge-2029 lund-bridge-march lund-bridge-may bank-bridge marsh-bridge union-ferry gazette-ferry \
             pike-toll gazette-toll union-toll union-guarantees town-guarantees marsh-motive",
        ),
    ];
    for (typed, expected) in table {
        assert_eq!(found(View::Positions, typed), expected, "{typed:?}");
    }
}

#[test]
fn the_same_search_finds_quotes_stakeholders_and_questions() {
    let table = [
        (View::Quotes, "guarantee", "union-jobs union-who-pays"),
        (View::Quotes, "garantee", "union-jobs union-who-pays"),
        (View::Quotes, "fog", "lund-fog"),
        (View::Quotes, "\"harbour town\"", "lund-open lund-fog"),
        (View::Quotes, "\"said on toll\"", "pike-fair union-who-pays"),
        (View::Quotes, "mayor", "lund-open lund-fog"),
        (View::Quotes, "quay", "lund-open union-jobs pike-fair marsh-land union-who-pays lund-fog"),
        (View::Quotes, "\"fair and short\"", "pike-fair"),
        (View::Quotes, "\"bridge and\"", ""),
        (View::Quotes, "bank", "marsh-land union-who-pays"),
        (View::Stakeholders, "guarantee", "harbour-town ferry-union"),
        (View::Stakeholders, "fishers", "some-fishers"),
        (View::Stakeholders, "\"town hall\"", "lund harbour-town"),
        (View::Stakeholders, "\"said on guarantees\"", "harbour-town ferry-union"),
        (View::Stakeholders, "keel", "keel"),
        (View::Stakeholders, "fog", "lund"),
        (View::Questions, "repairs", "who-repairs"),
        (View::Questions, "lamp", "keeper"),
        (View::Questions, "\"said on lighthouse\"", "keeper"),
        (View::Questions, "brigde", "when-open who-repairs"),
    ];
    for (view, typed, expected) in table {
        assert_eq!(found(view, typed), expected, "{view:?} {typed:?}");
    }
}

/// A text with its marks in square brackets.
fn bracketed(marked: &Marked<'_>) -> String {
    marked.pieces().map(|(piece, hit)| if hit { format!("[{piece}]") } else { piece.to_owned() }).collect()
}

/// Every marked text of a page's list.
fn marked(page: &Answer) -> Vec<Marked<'static>> {
    let mut texts = Vec::new();
    for section in &page.list.sections {
        match &section.entries {
            Entries::Positions(entries) => {
                for entry in entries {
                    texts.extend(entry.holder.iter().chain(&entry.issue).chain([&entry.summary]).cloned());
                }
            }
            Entries::Quotes(entries) => {
                for entry in entries {
                    texts.extend(entry.segments.iter().chain([&entry.speaker]).chain(&entry.role).cloned());
                }
            }
            Entries::Stakeholders(entries) => {
                for entry in entries {
                    texts.extend([&entry.name].into_iter().chain(&entry.role).cloned());
                }
            }
            Entries::Questions(entries) => texts.extend(entries.iter().map(|entry| entry.text.clone())),
        }
    }
    texts
}

#[test]
fn what_was_found_is_marked_as_whole_words() {
    let table: &[(&str, &[&str])] = &[
        ("view=positions&q=lodz", &["[Łódź] Bank", "Bridge", "The bank is said to lend for the span."]),
        ("view=positions&q=draw", &["Ada Marsh", "Bridge", "Marsh trusts the [drawings]."]),
        ("view=positions&q=lund+vot+", &[]),
        (
            "view=positions&q=left+papers+vot",
            &["Zoë Lund", "Bridge", "Lund [left] the [papers] in the hall before the [vote]."],
        ),
        ("view=positions&q=%22open+it%22", &["Zoë Lund", "Bridge", "Lund will [open it]."]),
        ("view=positions&q=trusts+-paper", &["Ada Marsh", "Bridge", "Marsh [trusts] the drawings."]),
        ("view=quotes&q=garantee+", &["Every job needs a [guarantee] on paper.", "Ferry Union"]),
        (
            "view=quotes&q=%22will+sail%22+mayor",
            &["We will open the bridge,", "and the ferry [will sail] until that day.", "Zoë Lund", "harbour [mayor]"],
        ),
        ("view=stakeholders&q=engineer", &["Ada Marsh", "retired [engineer]"]),
        ("view=questions&q=lamp", &["Who keeps the [lamp]?"]),
    ];
    for (link, expected) in table {
        let found: Vec<String> = marked(&page(link)).iter().map(bracketed).collect();
        assert_eq!(found, *expected, "{link}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_pieces_of_a_text_are_the_text(
        typed in prop_oneof!["[a-z]{1,3}", "[a-zäëóź’\" -]{0,12}", "(the|crews|Łódź|brigde|\"will) ?(pa|to|of)?"],
        view in proptest::sample::select(View::ALL),
    ) {
        let page = answer(engine(), &Query::default().with_view(view).with_text(&typed));
        for text in marked(&page) {
            let pieces: Vec<(&str, bool)> = text.pieces().collect();
            prop_assert_eq!(pieces.iter().map(|(piece, _)| *piece).collect::<String>(), text.text);
            prop_assert!(pieces.iter().all(|(piece, _)| !piece.is_empty()));
            prop_assert_eq!(pieces.iter().filter(|(_, hit)| *hit).count(), text.marks.len());
        }
    }
}
