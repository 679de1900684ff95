//! The laws of the query and of its link, over any query that a reader can make and over any text somebody can paste.

use dossier::Date;
use explore::query::codec::{Decoded, KEYS, MAX_TEXT, MAX_VALUES, MAX_WITH, RejectedParam, decode, encode, href};
use explore::query::{Facet, Group, Hide, Panel, Pick, Query, Sort, View};
use proptest::prelude::*;
use proptest::sample::select;

use crate::ask::{a_date, a_query};

/// The query less what every move makes stale.
fn settled(query: &Query) -> Query {
    Query { item: None, panel: None, at: None, ..query.clone() }
}

/// Text that looks like a link and need not be one.
fn noise() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        select(&KEYS[..]).prop_map(str::to_owned),
        select(vec!["=", "&", ",", "-", "%", "+", "?", "%zz", "%C3", "%F0%9F", "%00", "2031-05", "quotes", "lund"])
            .prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
        any::<u8>().prop_map(|byte| format!("%{byte:02x}")),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Nothing that was decoded is larger than its bound, whatever the link.
fn assert_bounded(decoded: &Decoded) {
    let Decoded { query, rejected } = decoded;
    assert!(query.text.chars().count() <= MAX_TEXT);
    for &facet in Facet::ALL {
        assert!(query.picked().filter(|(of, _, _)| *of == facet).count() <= MAX_VALUES);
    }
    assert!(query.with.len() <= 4);
    let singles = query.with.iter().chain(&query.item).chain(&query.at);
    let ids = query.picked().map(|(_, word, _)| word).chain(singles.map(String::as_str));
    assert!(ids.map(str::len).all(|length| (1..=80).contains(&length)));
    assert!(rejected.iter().all(|rejected| rejected.sample.chars().count() <= RejectedParam::SAMPLE));
}

#[test]
fn the_link_of_the_default_query_is_empty_and_leads_to_the_bare_page() {
    assert_eq!(encode(&Query::default()), "");
    assert_eq!(href(&Query::default()), "./");
    assert_eq!(decode(""), Decoded::default());
    assert_eq!(href(&Query::default().with_view(View::Quotes)), "?view=quotes");
}

proptest! {
    #[test]
    fn a_link_says_just_what_its_query_asks(query in a_query()) {
        prop_assert_eq!(decode(&encode(&query)), Decoded { query, rejected: Vec::new() });
    }

    #[test]
    fn a_link_has_one_spelling(query in a_query()) {
        let link = encode(&query);
        prop_assert_eq!(&encode(&decode(&link).query), &link);
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~,*+%=&?".contains(&byte);
        prop_assert!(link.bytes().all(plain), "{} can be pasted anywhere", link);
    }

    #[test]
    fn the_order_of_a_links_pairs_does_not_matter(
        (query, pairs) in a_query().prop_flat_map(|query| {
            let pairs: Vec<String> =
                encode(&query).split('&').filter(|pair| !pair.is_empty()).map(str::to_owned).collect();
            (Just(query), Just(pairs).prop_shuffle())
        })
    ) {
        prop_assert_eq!(decode(&format!("?{}", pairs.join("&"))), Decoded { query, rejected: Vec::new() });
    }

    #[test]
    fn every_text_is_read_as_some_query_whose_link_reads_the_same(text in prop_oneof![noise(), any::<String>()]) {
        let decoded = decode(&text);
        assert_bounded(&decoded);
        let again = decode(&encode(&decoded.query));
        prop_assert_eq!(again, Decoded { query: decoded.query, rejected: Vec::new() });
    }

    #[test]
    fn keys_of_others_around_a_good_link_take_nothing_from_it_and_are_in_no_link_made_from_it(
        query in a_query(),
        key in "(utm_[a-z]{1,6}|[a-z]{2}clid|mc_[ce]id|_[a-z]{1,4}|X[A-Z]{1,6})",
        value in "[^&#=%.…\\r\\n]{0,40}",
    ) {
        let link = encode(&query);
        for link in [format!("{link}&{key}={value}"), format!("{key}={value}&{link}"), format!("{link}?{key}={value}")] {
            if query.is_searched() && link.contains('?') {
                // A search may have a question mark.
                continue;
            }
            let decoded = decode(&link);
            prop_assert_eq!(encode(&decoded.query), encode(&query));
            prop_assert_eq!(decoded, Decoded { query: query.clone(), rejected: Vec::new() });
        }
    }

    #[test]
    fn toggling_twice_returns_unless_the_value_was_excluded(
        query in a_query(),
        facet in select(Facet::ALL),
        value in "[a-z]{1,6}",
    ) {
        let query = query.without(facet, &value);
        prop_assert_eq!(query.toggle(facet, &value).toggle(facet, &value), settled(&query));
        prop_assert_eq!(query.exclude(facet, &value).exclude(facet, &value), settled(&query));
    }

    #[test]
    fn toggling_and_excluding_switch_between_each_other(
        query in a_query(),
        facet in select(Facet::ALL),
        value in "[a-z]{1,6}",
    ) {
        let query = query.without(facet, &value);
        let (with, without) = (query.toggle(facet, &value), query.exclude(facet, &value));
        prop_assert_eq!(with.pick(facet, &value), Some(Pick::Include));
        prop_assert_eq!(without.pick(facet, &value), Some(Pick::Exclude));
        prop_assert_eq!(with.exclude(facet, &value), without.clone());
        prop_assert_eq!(without.toggle(facet, &value), with.clone());
        for picked in [with, without] {
            prop_assert_eq!(picked.without(facet, &value), settled(&query));
        }
    }

    #[test]
    fn a_move_forgets_the_opened_item_the_open_panel_and_the_edition_of_the_sender(
        query in a_query(),
        facet in select(Facet::ALL),
        view in select(View::ALL),
        sort in proptest::option::of(select(Sort::ALL)),
        group in proptest::option::of(select(Group::ALL)),
        axis in select(Hide::ALL),
        date in a_date(),
    ) {
        let moved = [
            query.toggle(facet, "a"),
            query.exclude(facet, "a"),
            query.without(facet, "a"),
            query.without_facet(facet),
            query.only(view, facet, "a"),
            query.clear(),
            query.with_text("a"),
            query.with_dates(Some(date), None),
            query.with_view(view),
            query.with_sort(sort),
            query.with_group(group),
            query.with_by(Some("a")),
            query.toggle_hide(axis),
            query.with_item(None),
        ];
        for next in moved {
            prop_assert_eq!((next.item, next.panel, next.at), (None, None, None));
            prop_assert_eq!((next.embed, next.with), (query.embed, query.with.clone()));
        }
        let opened = query.with_item(Some("a"));
        prop_assert_eq!(&opened.item, &Some("a".to_owned()));
        prop_assert_eq!(settled(&opened), settled(&query));
    }

    #[test]
    fn a_panel_opens_and_closes_over_what_is_shown_and_takes_nothing_with_it(
        query in a_query(),
        panel in select(Panel::ALL),
        version in "[0-9a-f]{12}",
    ) {
        let closed = Query { panel: None, at: None, ..query.clone() };
        let open = query.with_panel(Some(panel));
        prop_assert_eq!(&open, &Query { panel: Some(panel), ..closed.clone() });
        let pinned = open.pinned(Some(&version));
        prop_assert_eq!(&pinned, &Query { at: Some(version), ..open.clone() });
        prop_assert_eq!(pinned.pinned(None), open.clone());
        prop_assert_eq!(pinned.with_panel(None), closed.clone());
        prop_assert_eq!(pinned.to_send(), Query { embed: false, ..closed });
    }

    #[test]
    fn hiding_twice_shows_again(query in a_query(), axis in select(Hide::ALL)) {
        prop_assert_eq!(query.toggle_hide(axis).toggle_hide(axis), settled(&query));
        prop_assert_ne!(query.toggle_hide(axis).hide, query.hide);
    }

    #[test]
    fn a_comparison_takes_in_what_fits_and_lets_go_of_what_it_has(query in a_query()) {
        let next = query.toggle_with("newcomer");
        if query.with.len() == MAX_WITH {
            prop_assert_eq!(&next.with, &query.with);
        } else {
            prop_assert_eq!(next.with.last().map(String::as_str), Some("newcomer"));
            prop_assert_eq!(next.toggle_with("newcomer"), settled(&query));
        }
    }

    #[test]
    fn a_facet_taken_back_takes_no_other_with_it(query in a_query(), facet in select(Facet::ALL)) {
        let without = query.without_facet(facet);
        let rest: Vec<_> = query.picked().filter(|(of, _, _)| *of != facet).collect();
        prop_assert_eq!(without.picked().collect::<Vec<_>>(), rest);
        let one_by_one = query.picked().filter(|(of, _, _)| *of == facet);
        let one_by_one = one_by_one.fold(settled(&query), |query, (_, word, _)| query.without(facet, word));
        prop_assert_eq!(without, one_by_one, "a facet without picks leaves nothing behind");
    }

    #[test]
    fn clearing_takes_back_every_filter_and_nothing_else(query in a_query()) {
        let cleared = query.clear();
        prop_assert!(!cleared.is_narrowed());
        let kept = Facet::ALL.iter().fold(query, |query, &facet| query.without_facet(facet));
        let kept = Query { text: String::new(), from: None, to: None, ..settled(&kept) };
        prop_assert_eq!(cleared, kept);
    }

    #[test]
    fn another_view_is_shown_in_its_own_way_under_the_same_filters(query in a_query(), view in select(View::ALL)) {
        prop_assert_eq!(query.with_view(view), Query { view, sort: None, group: None, by: None, hide: Vec::new(), ..settled(&query) });
    }

    #[test]
    fn only_asks_for_one_value_and_nothing_else(query in a_query(), facet in select(Facet::ALL)) {
        let only = query.only(View::Quotes, facet, "a");
        prop_assert_eq!(only.picked().collect::<Vec<_>>(), vec![(facet, "a", Pick::Include)]);
        prop_assert_eq!((only.view, only.text, only.from, only.to), (View::Quotes, String::new(), None, None));
    }

    #[test]
    fn an_item_in_another_view_is_not_hidden_by_what_was_asked_before(query in a_query(), view in select(View::ALL)) {
        let next = query.to_item(view, "a");
        prop_assert_eq!(&next.item, &Some("a".to_owned()));
        prop_assert_eq!(next.view, view);
        let kept = if query.view == view { query.is_narrowed() } else { false };
        prop_assert_eq!(next.is_narrowed(), kept);
    }

    #[test]
    fn days_the_wrong_way_round_are_swapped(query in a_query(), one in a_date(), other in a_date()) {
        let next = query.with_dates(Some(one), Some(other));
        let (Some(from), Some(to)) = (next.from, next.to) else { panic!("both days are kept") };
        prop_assert!(from.first_day() <= to.last_day());
        prop_assert!((from, to) == (one, other) || (from, to) == (other, one));
        let swapped = query.with_dates(Some(other), Some(one));
        if one.first_day() > other.last_day() || other.first_day() > one.last_day() {
            prop_assert_eq!(swapped, next);
        }
    }

    #[test]
    fn a_search_is_cut_to_what_a_link_can_carry(text in any::<String>(), times in 1_usize..80) {
        let query = Query::default().with_text(&text.repeat(times));
        prop_assert!(query.text.chars().count() <= MAX_TEXT);
        prop_assert!(text.repeat(times).starts_with(&query.text));
        prop_assert_eq!(decode(&encode(&query)), Decoded { query, rejected: Vec::new() });
    }
}

#[test]
fn two_hundred_kilobytes_of_anything_are_read_into_a_small_query() {
    let fill = |piece: &str| piece.repeat(200_000 / piece.len());
    let list = (0..40_000).map(|number| format!("a{number}")).collect::<Vec<_>>().join(",");
    let pairs = (0..20_000).map(|number| format!("k{number}=v")).collect::<Vec<_>>().join("&");
    let table = [
        fill("%"),
        fill("&"),
        fill("="),
        fill("%C3"),
        fill("q=a&"),
        fill("who=-&"),
        format!("q={}", fill("é")),
        format!("who={}", fill("a")),
        format!("item={}", fill("a")),
        format!("issue={list}"),
        format!("with={list}"),
        format!("{}=1", fill("x")),
        pairs,
    ];
    for link in table {
        let start: String = link.chars().take(12).collect();
        let decoded = decode(&link);
        assert_bounded(&decoded);
        assert!(encode(&decoded.query).len() < 20_000, "{start} leads to a link of a sensible length");
        assert_eq!(decode(&encode(&decoded.query)).query, decoded.query, "{start}");
    }
}

#[test]
fn a_month_and_one_of_its_days_stand_the_right_way_round() {
    let date = |text: &str| text.parse::<Date>().ok();
    let table = [
        (("2031-05", "2031-05-10"), ("2031-05", "2031-05-10")),
        (("2031-05-10", "2031-05"), ("2031-05-10", "2031-05")),
        (("2031", "2029-12-31"), ("2029-12-31", "2031")),
        (("2031-05-11", "2031-05-10"), ("2031-05-10", "2031-05-11")),
    ];
    for ((from, to), (first, last)) in table {
        let query = Query::default().with_dates(date(from), date(to));
        assert_eq!((query.from, query.to), (date(first), date(last)), "{from} to {to}");
    }
}
