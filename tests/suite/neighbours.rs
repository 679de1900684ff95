//! Wherever the page leads, there is a page: every link of every page is followed.

use explore::query::codec::{decode, encode};
use explore::query::{Query, View};
use explore::{Entries, Heading, PositionLink};
use proptest::prelude::*;

use crate::ask::{Answer, a_known_query, answer};
use crate::fixture::{engine, harbour};

fn add_passing<'p>(links: &mut Vec<&'p Query>, passing: &'p [PositionLink<'static>]) {
    links.extend(passing.iter().map(|link| &link.query));
}

fn add_entries<'p>(links: &mut Vec<&'p Query>, entries: &'p Entries<'static>) {
    match entries {
        Entries::Positions(entries) => {
            for entry in entries {
                links.extend([&entry.toggle, &entry.holder_link]);
                if let Some(detail) = &entry.detail {
                    add_passing(links, &detail.earlier);
                    add_passing(links, &detail.later);
                    add_passing(links, &detail.same_issue);
                    links.extend(detail.quotes.iter().map(|quote| &quote.query));
                    links.extend(detail.same_holder.iter().map(|(_, query)| query));
                }
            }
        }
        Entries::Quotes(entries) => {
            for entry in entries {
                links.extend([&entry.toggle, &entry.speaker_link]);
                links.extend(entry.issues.iter().map(|(_, query)| query));
                if let Some(detail) = &entry.detail {
                    add_passing(links, &detail.positions);
                    links.extend(detail.same_speaker.iter().map(|(_, query)| query));
                }
            }
        }
        Entries::Stakeholders(entries) => {
            for entry in entries {
                links.push(&entry.toggle);
                add_passing(links, &entry.positions);
                if let Some(detail) = &entry.detail {
                    links.extend(detail.affiliation.iter().chain(&detail.affiliates).map(|(_, query)| query));
                    links.extend(detail.quotes.iter().map(|quote| &quote.query));
                    links.extend(&detail.all_positions);
                    links.extend(&detail.compare);
                    links.extend(detail.unspoken.iter().flat_map(|(_, issues)| issues).map(|(_, query)| query));
                }
            }
        }
        Entries::Questions(entries) => {
            for entry in entries {
                links.push(&entry.toggle);
                links.extend(entry.spoke.iter().map(|(_, query)| query));
            }
        }
    }
}

/// Every link of a page.
fn links(page: &Answer) -> Vec<&Query> {
    let mut links: Vec<&Query> = vec![&page.query];
    links.extend(page.tabs.iter().map(|tab| &tab.query));
    for group in page.facets.iter().flat_map(|list| &list.groups) {
        links.extend(group.head.iter().chain(&group.values).flat_map(|value| [&value.toggle, &value.exclude]));
    }
    links.extend(page.dates.values.iter().map(|value| &value.toggle));
    links.extend(page.chips.iter().map(|chip| &chip.removal));
    links.extend(&page.clear);
    links.extend(page.notice.iter().map(|notice| &notice.dismissal));
    if let Some(matrix) = &page.page.matrix {
        links.extend(matrix.legend.iter().map(|sign| &sign.query));
        links.extend(matrix.sorts.iter().chain(&matrix.hides).map(|switch| &switch.query));
        links.extend(matrix.compare.iter().map(|(_, query)| query));
        links.extend(matrix.columns.iter().flat_map(|column| [&column.query, &column.sort]));
        for row in matrix.groups.iter().flat_map(|group| &group.rows) {
            links.push(&row.query);
            links.extend(row.pick.iter().chain(row.cells.iter().filter_map(|cell| cell.query.as_ref())));
        }
        if let Some(focus) = &matrix.focus {
            links.extend(focus.issues.iter().map(|(_, query)| query));
            links.extend(focus.stances.iter().flat_map(|(_, entries)| entries).map(|entry| &entry.query));
        }
    }
    if let Some(timeline) = &page.timeline {
        links.extend(timeline.legend.iter().map(|sign| &sign.query));
        links.extend(timeline.moments.iter().filter_map(|moment| moment.query.as_ref()));
        for column in timeline.picture.iter().flat_map(|picture| &picture.columns) {
            links.extend(&column.query);
            links.extend(column.events.iter().map(|mark| &mark.query));
            links.extend(column.positions.iter().map(|mark| &mark.link.query));
        }
    }
    for entry in page.events().chain(page.hidden_events()) {
        links.push(&entry.toggle);
        if let Some(detail) = &entry.detail {
            add_passing(&mut links, &detail.positions);
            links.extend(detail.participants.iter().map(|(_, query)| query));
            links.extend(detail.quotes.iter().map(|quote| &quote.query));
        }
    }
    links.extend(page.list.sorts.iter().chain(&page.list.groups).map(|switch| &switch.query));
    for section in &page.list.sections {
        links.extend(section.heading.iter().filter_map(|heading: &Heading<'static>| heading.query.as_ref()));
        add_entries(&mut links, &section.entries);
    }
    links.extend(page.list.aside.iter().flat_map(|entries| {
        let mut links = Vec::new();
        add_entries(&mut links, entries);
        links
    }));
    if let Some(nothing) = &page.nothing {
        links.extend(nothing.suggestions.iter().map(|suggestion| &suggestion.query));
        links.extend(nothing.elsewhere.iter().map(|(_, query)| query));
        links.push(&nothing.clear);
    }
    links
}

/// The ids of the items that are open on a page, in its list or above it.
pub(crate) fn open(page: &Answer) -> Vec<&'static str> {
    let lists = page.list.sections.iter().map(|section| &section.entries).chain(&page.list.aside);
    let open = lists.flat_map(|entries| -> Vec<&'static str> {
        match entries {
            Entries::Positions(entries) => {
                entries.iter().filter(|entry| entry.detail.is_some()).map(|entry| entry.position.id.as_str()).collect()
            }
            Entries::Quotes(entries) => {
                entries.iter().filter(|entry| entry.detail.is_some()).map(|entry| entry.quote.id.as_str()).collect()
            }
            Entries::Stakeholders(entries) => {
                let open = entries.iter().filter(|entry| entry.detail.is_some());
                open.map(|entry| entry.stakeholder.id.as_str()).collect()
            }
            Entries::Questions(entries) => {
                entries.iter().filter(|entry| entry.open).map(|entry| entry.question.id.as_str()).collect()
            }
        }
    });
    let events = page.events().chain(page.hidden_events()).filter(|entry| entry.detail.is_some());
    open.chain(events.map(|entry| entry.event.id.as_str())).collect()
}

/// Every item with the view that shows it.
fn items() -> Vec<(View, &'static str)> {
    let dossier = harbour();
    let positions = dossier.positions().map(|(_, position)| (View::Positions, position.id.as_str()));
    let quotes = dossier.quotes().map(|(_, quote)| (View::Quotes, quote.id.as_str()));
    let questions = dossier.questions().map(|(_, question)| (View::Questions, question.id.as_str()));
    let events = dossier.events().map(|(_, event)| (View::Timeline, event.id.as_str()));
    let stakeholders = dossier.stakeholders.iter().map(|holder| (View::Stakeholders, holder.id.as_str()));
    positions.chain(quotes).chain(questions).chain(events).chain(stakeholders).collect()
}

/// Follows every link of the page that `query` leads to.
fn follow_all(query: &Query) {
    let page = answer(engine(), query);
    for link in links(&page) {
        let text = encode(link);
        let next = answer(engine(), link);
        assert_eq!(next.notice, None, "{} leads to {text}", encode(query));
        assert_eq!(decode(&text).query, *link, "{} leads to {text}", encode(query));
        let expected: Vec<&str> = link.item.iter().map(String::as_str).collect();
        assert_eq!(open(&next), expected, "{} leads to {text}", encode(query));
    }
    // The page's and the opened item's link to send.
    let sent = links(&page).iter().filter(|link| link.embed != query.embed).count();
    assert!(sent <= 2, "{sent} links of {} lead out of the frame that it is embedded in", encode(query));
}

#[test]
fn every_opened_item_leads_to_its_neighbours() {
    for (view, item) in items() {
        follow_all(&Query::default().with_view(view).with_item(Some(item)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_link_of_every_page_leads_to_a_page_without_a_notice(
        query in a_known_query(&["", "", "zoe", "garantee", "sky"]),
        (view, item) in proptest::sample::select(items()),
        opens in any::<bool>(),
        embed in any::<bool>(),
    ) {
        let query = if opens { query.with_view(view).with_item(Some(item)) } else { query };
        follow_all(&Query { embed, ..query });
    }
}
