//! Changes of position, open questions and silence: both ends of a change, who spoke, who did not.

use explore::query::Query;
use explore::query::codec::{Decoded, decode, encode};
use explore::{Content, Entries, Shifts, StakeholderDetail, Truncated, explore};

use crate::ask::{answer, page};
use crate::fixture::engine;

/// The changes that `query` shows.
pub(crate) fn shifts(query: &Query) -> Shifts<'static> {
    let page = explore(engine(), &Decoded { query: query.clone(), rejected: Vec::new() });
    let Content::Shifts(shifts) = page.content.clone() else { panic!("{} shows changes", encode(query)) };
    shifts
}

fn changes(link: &str) -> Shifts<'static> {
    shifts(&decode(&format!("view=shifts&{link}")).query)
}

/// Who changed position on what: every end with its stance, opened ones in brackets.
fn outline(shifts: &Shifts<'static>) -> Vec<String> {
    let changes = shifts.changes.iter().map(|change| {
        let ends = change.ends.iter().map(|end| {
            let says = format!("{} {}", end.provenance.when, end.position.stance.word());
            if end.detail.is_some() { format!("[{says}]") } else { says }
        });
        format!("{}, {}: {}", change.holder, change.issue.name, ends.collect::<Vec<_>>().join(" → "))
    });
    changes.collect()
}

/// What the tab of the changes counts.
fn counted(link: &str) -> Option<usize> {
    page(link).tabs.iter().find(|tab| tab.label == "Changes").and_then(|tab| tab.count)
}

#[test]
fn a_change_is_one_chain_from_its_oldest_end() {
    let all = changes("");
    assert_eq!(outline(&all), ["Zoë Lund, Bridge: 2029 opposes → March 2031 uncommitted → 10 May 2031 supports"]);
    assert_eq!(all.hidden, None);
    assert_eq!(counted(""), Some(1));
}

#[test]
fn a_change_is_shown_whole_while_the_filters_show_one_of_its_ends() {
    for link in ["stance=opposes", "stance=supports", "from=2031-05-10", "q=papers"] {
        assert_eq!(outline(&changes(link)).len(), 1, "{link}");
        assert_eq!(changes(link).changes[0].ends.len(), 3, "{link}");
        assert_eq!(counted(link), Some(1), "{link}");
    }
    let hidden = changes("issue=toll");
    assert_eq!((outline(&hidden).len(), counted("issue=toll")), (0, Some(0)));
    assert_eq!(hidden.hidden.map(|(count, query)| (count, encode(&query))), Some((1, "view=shifts".to_owned())));
}

#[test]
fn a_link_opens_one_end_of_a_change() {
    let opened = "Zoë Lund, Bridge: 2029 opposes → [March 2031 uncommitted] → 10 May 2031 supports";
    assert_eq!(outline(&changes("item=lund-bridge-march")), [opened]);
    assert_eq!(outline(&changes("item=lund-bridge-march&issue=toll")), [opened], "even where the filters hide it");
    for end in &changes("").changes[0].ends {
        assert_eq!(encode(&end.toggle), format!("view=shifts&item={}", end.position.id));
    }
}

#[test]
fn an_open_question_names_who_spoke_to_its_issue_each_with_what_they_said() {
    let page = page("view=questions");
    let mut spoke = Vec::new();
    for section in &page.list.sections {
        let Entries::Questions(entries) = &section.entries else { panic!("questions are listed") };
        for entry in entries {
            let names: Vec<&str> = entry.spoke.iter().map(|(name, _)| *name).collect();
            spoke.push(format!("{}: {}", entry.question.id, names.join(", ")));
            for (_, query) in &entry.spoke {
                assert!(!crate::ask::ids(&answer(engine(), query)).is_empty(), "{}", encode(query));
            }
            if let Some((_, query)) = entry.spoke.first().filter(|_| entry.question.id.as_str() == "when-open") {
                assert_eq!(encode(query), "view=positions&who=lund&issue=bridge");
            }
        }
    }
    assert_eq!(
        spoke,
        ["when-open: Zoë Lund, Łódź Bank, Ada Marsh", "keeper: ", "who-repairs: the article, Ferry Union, Tomas Pike"]
    );
}

/// The opened stakeholder of a page, with the issues it is shown to speak to.
fn opened(link: &str) -> (Vec<&'static str>, StakeholderDetail<'static>) {
    let page = page(link);
    let lists = page.list.sections.iter().map(|section| &section.entries).chain(&page.list.aside);
    for entries in lists {
        let Entries::Stakeholders(entries) = entries else { panic!("stakeholders are listed") };
        for entry in entries {
            if let Some(detail) = &entry.detail {
                return (entry.positions.iter().map(|position| position.issue).collect(), detail.clone());
            }
        }
    }
    panic!("{link} opens nobody");
}

#[test]
fn a_stakeholder_says_what_it_spoke_to_and_what_it_did_not() {
    let unspoken = |detail: &StakeholderDetail<'static>| -> Vec<String> {
        let topic = |(topic, issues): &(&str, Truncated<(&str, Query)>)| {
            let names: Vec<&str> = issues.iter().map(|(name, _)| *name).collect();
            format!("{topic}: {}", names.join(", "))
        };
        detail.unspoken.iter().map(topic).collect()
    };
    let (spoken, union) = opened("view=stakeholders&item=ferry-union");
    assert_eq!(spoken, ["Guarantees", "Ferry", "Toll"]);
    assert_eq!(unspoken(&union), ["Crossing: Bridge, Lighthouse", "Trust: Pike’s motive"]);
    assert_eq!(encode(&union.unspoken[0].1[0].1), "view=positions&issue=bridge");
    // What the filters hide was said all the same.
    let (spoken, filtered) = opened("view=stakeholders&item=ferry-union&issue=toll");
    assert_eq!((spoken, filtered.hidden), (vec!["Toll"], 2));
    assert_eq!(unspoken(&filtered), unspoken(&union));
    let (_, keel) = opened("view=stakeholders&item=keel");
    assert_eq!((keel.unspoken.len(), keel.compare), (0, None), "who said nothing at all is said to have");
}
