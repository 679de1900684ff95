//! Links that mail, chat, social sites, word processors, HTML and Markdown have damaged.

use explore::query::codec::{Decoded, RejectedParam, decode, encode, foreign, href, joined, whole};
use explore::query::{Group, Query, Sort};
use explore::{cited, explore, link};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::ask::{a_known_query, a_query, answer, follow, page};
use crate::fixture::{engine, real};

/// The plain spelling of what a link says, and the parts that could not be read.
fn read(link: &str) -> (String, Vec<String>) {
    let Decoded { query, rejected } = decode(link);
    (encode(&query), rejected.iter().map(RejectedParam::part).collect())
}

#[test]
fn links_out_of_a_chat_or_a_social_site_show_what_was_sent() {
    let putin = "view=positions&who=putin";
    let clean = follow(real(), &decode(putin));
    for (link, plain) in [
        ("?view=positions&who=putin.", putin),
        ("?view=positions&who=putin,", putin),
        ("?view=positions&who=putin)", putin),
        ("?view=positions&who=putin).", putin),
        ("?view=positions&who=putin”", putin),
        ("?view=positions&who=putin>", putin),
        ("?view=positions&who=putin%29", putin),
        ("?who=putin&view=positions;", putin),
        ("?view=positions&who=putin%252Czelensky", "view=positions&who=putin,zelensky"),
        (
            "?view=positions&who=putin&fbclid=IwAR0abcDEF123&utm_source=newsletter&utm_medium=email&mc_eid=9f8e7d6c5b",
            putin,
        ),
        ("?fbclid=IwAR0abcDEF123", ""),
    ] {
        let shown = follow(real(), &decode(link));
        assert_eq!((encode(&shown.page.query).as_str(), &shown.page.notice), (plain, &None), "{link}");
        if plain == putin {
            assert_eq!((shown.count, &shown.counts, &shown.link), (clean.count, &clean.counts, &clean.link), "{link}");
        }
    }
}

#[test]
fn what_can_only_be_damage_is_taken_off() {
    for (link, plain) in [
        // Around a word.
        ("who=“lund”,(pike).&view=**quotes**", "view=quotes&who=lund,pike"),
        ("who=»lund«&issue=_toll_&camp=~~bank~~|", "who=lund&camp=bank&issue=toll"),
        ("who=lund…&who=pike。", "who=pike"),
        ("who=lund👍&item=-open-–—'", "who=lund"),
        ("who=-lund–&issue=–toll", "who=-lund&issue=-toll"),
        ("who=,.lund,+pike%20&item=&by=).", "who=lund,pike"),
        ("from=2031-05-10.&to=(2031–05–12)", "from=2031-05-10&to=2031-05-12"),
        ("embed=1.&hide=rows,*columns*", "hide=columns,rows&embed=1"),
        // Within a word.
        ("VIEW=Quotes&Who=LUND", "view=quotes&who=lund"),
        ("issue=to\u{ad}ll&doc=2031\\-05\u{2011}12%E2%80%8B-quay", "issue=toll&doc=2031-05-12-quay"),
        ("who=lu\r\nnd&vi\new=quotes", "view=quotes&who=lund"),
        ("who=lu%0D%0And", "who=lund"),
        // Signs that part a link.
        ("view%3Dquotes%26who%3Dlund%2Cpike", "view=quotes&who=lund,pike"),
        ("view%253Dquotes%2526who%253Dlund%25252Cpike", "view=quotes&who=lund,pike"),
        ("view=quotes%26who=lund%2526issue=toll", "view=quotes&who=lund&issue=toll"),
        (
            "view=quotes&amp;who=lund&amp;amp;issue=toll&#38;camp=bank&#x26;has=shift",
            "view=quotes&who=lund&camp=bank&issue=toll&has=shift",
        ),
        ("view=quotes&AMP;who=lund&ampissue=toll", "view=quotes&who=lund&issue=toll"),
        ("view=quotes&who=lund&quot;&nbsp;", "view=quotes&who=lund"),
        ("view=3Dquotes&w=\nho=3D-lund", "view=quotes&who=-lund"),
        (r"view\=quotes\&who=lund\,pike", "view=quotes&who=lund,pike"),
        ("view=quotes#who=lund", "view=quotes&who=lund"),
        ("view=quotes%23who=lund?issue=toll", "view=quotes&who=lund&issue=toll"),
        ("https://example.org/harbour/?view=quotes&who=lund", "view=quotes&who=lund"),
        // A search is free text, and ends where a key of ours begins.
        ("q=open?&view=quotes", "view=quotes&q=open%3F"),
        ("q=a%26b%3Dc%3Bd).", "q=a%26b%3Dc%3Bd%29."),
        ("q=a%26who=lund", "q=a&who=lund"),
        ("q=a%26who%3Dlund", "q=a%26who%3Dlund"),
        ("q=a&amp;who=lund", "q=a&who=lund"),
        ("q=%25C3", "q=%25C3"),
        ("q%3D100%2525%26who%3Dlund", "q=100%25&who=lund"),
    ] {
        let (said, rejected) = read(link);
        assert_eq!(said, plain, "{link}");
        let cut = if link.contains('…') { vec!["who=lund…"] } else { vec![] };
        let hyphen: &[&str] = if link.contains("-open-") { &["item=-open-–—'"] } else { &[] };
        assert_eq!(rejected, [&cut[..], hyphen].concat(), "{link}");
    }
}

#[test]
fn a_fragment_that_took_a_part_of_the_link_is_read_and_a_place_in_the_page_is_not() {
    assert_eq!(whole("?view=quotes", "#who=lund"), "?view=quotes#who=lund");
    assert_eq!(read(&whole("?view=quotes&", "#38;who=lund")), ("view=quotes&who=lund".to_owned(), vec![]));
    assert_eq!(read(&whole("", "#view%3Dquotes")), ("view=quotes".to_owned(), vec![]));
    assert_eq!(whole("?view=quotes", "#results"), "?view=quotes");
    assert_eq!(read(&whole("?view=quotes", "#:~:text=who")), ("view=quotes".to_owned(), vec![]));
}

#[test]
fn a_leaf_is_asked_by_a_damaged_link_as_by_a_whole_one() {
    let static_page = "view=positions&issue=bridge";
    for (search, plain) in [
        ("?who=lund).", "view=positions&who=lund&issue=bridge"),
        ("?amp;issue=toll", "view=positions&issue=toll"),
        ("?issue%3Dtoll", "view=positions&issue=toll"),
        ("?issue=.", "view=positions"),
        ("?utm_source=issue", static_page),
        ("?)", static_page),
        ("#who=lund", "view=positions&who=lund&issue=bridge"),
    ] {
        let link = joined(static_page, search);
        assert_eq!(read(&link), (plain.to_owned(), vec![]), "{search}");
    }
}

#[test]
fn what_a_damaged_link_lost_is_told_in_quotation_marks() {
    let told = |link: &str| page(link).page.outline.notice.map(|notice| notice.text);
    let applied = "Everything else in the link is applied.";
    assert_eq!(
        told("view=quotes&who=lund+and+others."),
        Some(format!("This link has parts that cannot be read: “who=lund and others.”. {applied}"))
    );
    assert_eq!(
        told("view=quotes&who=lund)+See+also:"),
        Some(format!("This link has parts that cannot be read: “) See also:”. {applied}"))
    );
    assert_eq!(
        told("own=aaaaaaaaaaaa&who=nobody&item=gone&at=bbbbbbbbbbbb").as_deref(),
        Some(
            "This link needs a dossier file that its sender had opened (data aaaaaaaaaaaa): ask for it, then open it here. Until then \
             another dossier is shown, with as much of the link as it knows."
        )
    );
    assert_eq!(told("who=lund).&utm_source=chat"), None);
}

#[test]
fn the_keys_of_others_are_named_for_who_wants_them() {
    assert_eq!(foreign("?who=lund&utm_source=chat&amp;issue=toll&x"), ["utm_source=chat", "x"]);
}

/// A way to damage a link, given a place in it.
type Damage = fn(&str, usize) -> String;

/// The texts that can stand around a link and become part of it.
const AROUND: &[&str] = &[
    "LINK.",
    "LINK,",
    "LINK;",
    "LINK:",
    "LINK!",
    "LINK?",
    "LINK)",
    "LINK).",
    "(LINK)",
    "[LINK]",
    "{LINK}",
    "<LINK>",
    "\"LINK\"",
    "'LINK'",
    "“LINK”",
    "„LINK“",
    "«LINK»",
    "‘LINK’.",
    "LINK—",
    "LINK。",
    "（LINK）",
    "LINK%29",
    "LINK%E2%80%9D",
    "LINK%22%3E",
    "LINK&quot;",
    "LINK&#8221;.",
    "LINK&gt;",
    "**LINK**",
    "LINK_",
    "_https://example.org/harbour/?LINK_",
    "`LINK`",
    "~~LINK~~",
    "| LINK |",
    "LINK\\",
    "LINK+",
    " LINK ",
    "LINK%20",
    "LINK\r\n",
    "LINK\u{200b}",
    "\u{feff}LINK",
    "LINK\u{a0}",
    "LINK&utm_source=chat&fbclid=IwAR0-x_Y",
    "fbclid=1&LINK",
    "LINK?mc_eid=9f",
    "LINK#results",
    "https://example.org/harbour/?LINK",
    "[here](https://example.org/?LINK)",
];

/// The two halves of a link.
fn halves(link: &str, place: usize) -> (&str, &str) {
    link.split_at(link.floor_char_boundary(place % (link.len() + 1)))
}

fn put(link: &str, place: usize, text: &str) -> String {
    let (before, behind) = halves(link, place);
    [before, text, behind].concat()
}

fn percent(link: &str, escaped: &dyn Fn(u8) -> bool) -> String {
    link.bytes().map(|byte| if escaped(byte) { format!("%{byte:02X}") } else { char::from(byte).to_string() }).collect()
}

/// Damage that leaves one reading, within a link of ASCII.
const WITHIN: &[(&str, Damage)] = &[
    ("capitals", |link, _| link.to_ascii_uppercase()),
    ("everything encoded", |link, _| percent(link, &|byte| !byte.is_ascii_alphanumeric())),
    ("encoded twice", |link, _| {
        let once = percent(link, &|byte| !byte.is_ascii_alphanumeric());
        percent(&once, &|byte| byte == b'%')
    }),
    ("& encoded", |link, _| link.replace('&', "%26")),
    ("= encoded", |link, _| link.replace('=', "%3D")),
    (", encoded", |link, _| link.replace(',', "%2C")),
    (", encoded twice", |link, _| link.replace(',', "%252C")),
    ("- encoded", |link, _| link.replace('-', "%2D")),
    ("a blank behind each comma", |link, _| link.replace(',', ", ")),
    ("a plus behind each comma", |link, _| link.replace(',', ",+")),
    ("signs at the ends of a list", |link, _| link.replace(',', "”,“")),
    ("entities", |link, _| link.replace('&', "&amp;")),
    ("entities of entities", |link, _| link.replace('&', "&amp;amp;")),
    ("numbers for entities", |link, _| link.replace('&', "&#038;")),
    ("hexadecimal entities", |link, _| link.replace('&', "&#x26;")),
    ("entities encoded", |link, _| link.replace('&', "%26amp%3B")),
    ("entities without their &", |link, _| link.replace('&', "&amp")),
    ("quoted-printable", |link, _| link.replace('=', "=3D")),
    ("Markdown", |link, _| link.replace('&', "\\&").replace('-', "\\-").replace('=', "\\=")),
    ("a word processor's hyphens", |link, _| link.replace('-', "\u{2011}")),
    ("a word processor's dashes", |link, _| link.replace('-', "–")),
    ("a fragment", |link, _| link.replacen('&', "#", 1)),
    ("a fragment encoded", |link, _| link.replacen('&', "%23", 1)),
    ("a second question mark", |link, _| link.replacen('&', "?", 1)),
    ("a line break", |link, place| put(link, place, "\n")),
    ("a line break encoded", |link, place| put(link, place, "%0D%0A")),
    ("a soft hyphen", |link, place| put(link, place, "\u{ad}")),
    ("a sign without width", |link, place| put(link, place, "%E2%80%8B")),
];

/// Damage that may cost a part of the link.
const LOSING: &[(&str, Damage)] = &[
    ("cut", |link, place| format!("{}…", halves(link, place).0)),
    ("a tag", |link, _| format!("{link}\"></a>")),
    ("the sentence", |link, _| format!("{link}) See there.")),
    ("words", |link, _| format!("{link} and so on")),
    ("entities of other signs", |link, _| link.replace(',', "&#44;").replace('=', "&equals;")),
    ("a genitive", |link, _| format!("{link}’s")),
    ("a link in its own text", |link, _| format!("{link}](https://example.org/?{link})")),
    ("semicolons", |link, _| link.replace(',', ";")),
    ("letters of no id", |link, place| put(link, place, "ü")),
    ("bytes that are no UTF-8", |link, place| put(link, place, "%FF")),
];

/// Damage to a link with a search: what leaves its text alone.
const AROUND_A_SEARCH: &[(&str, Damage)] = &[
    ("everything encoded", |link, _| percent(link, &|byte| !byte.is_ascii_alphanumeric())),
    ("& encoded", |link, _| link.replace('&', "%26")),
    ("entities", |link, _| link.replace('&', "&amp;")),
    ("entities of entities", |link, _| link.replace('&', "&amp;amp;")),
    ("numbers for entities", |link, _| link.replace('&', "&#38;")),
    ("Markdown", |link, _| link.replace('&', "\\&")),
    ("a fragment", |link, _| link.replacen('&', "#", 1)),
    ("keys of others", |link, _| format!("fbclid=1&{link}&utm_source=chat")),
    ("capitals of keys", |link, _| link.replace("&who=", "&WHO=").replace("view=", "View=")),
];

/// A query without a search.
fn a_query_of_words() -> impl Strategy<Value = Query> {
    a_query().prop_map(|query| Query { text: String::new(), ..query })
}

fn any_damage() -> impl Strategy<Value = (&'static str, Damage)> {
    prop_oneof![2 => select(WITHIN), 1 => select(LOSING)]
}

/// Whether a damaged link still asks for `query`, or leads to a page that says what it lost.
fn is_same_or_told(link: &str, query: &Query) -> bool {
    let decoded = decode(link);
    decoded.query == *query || explore(engine(), &decoded).notice.is_some()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn damage_within_a_link_and_around_it_changes_nothing_where_one_reading_is_left(
        query in a_query_of_words(),
        (name, damage) in select(WITHIN),
        place in any::<usize>(),
        around in select(AROUND),
    ) {
        let link = damage(&encode(&query), place);
        // Of capitals, this may be quoted-printable, too.
        prop_assume!(name != "capitals" || !link.contains("=3D"));
        prop_assert_eq!(&decode(&link), &Decoded { query: query.clone(), rejected: vec![] }, "{}: {}", name, link);
        let link = around.replace("LINK", &link);
        prop_assert_eq!(decode(&link), Decoded { query, rejected: vec![] }, "{}: {}", name, link);
    }

    #[test]
    fn a_link_that_was_damaged_twice_shows_the_same_or_says_what_it_lost(
        query in a_known_query(&[""]),
        (sort, group) in (option::of(select(Sort::ALL)), option::of(select(Group::ALL))),
        (one, first) in any_damage(),
        (two, second) in any_damage(),
        places in any::<(usize, usize)>(),
        around in select(AROUND),
        begins in any::<bool>(),
    ) {
        let query = query.with_sort(sort).with_group(group);
        let link = encode(&query);
        // What is done to the value of another's key in front is not done to the link.
        let begins = begins && !around.starts_with("fbclid");
        let link = if begins { around.replace("LINK", &link) } else { link };
        let link = second(&first(&link, places.0), places.1);
        prop_assert!(is_same_or_told(&link, &query), "{}, {}: {}", one, two, link);
        let link = around.replace("LINK", &link);
        prop_assert!(is_same_or_told(&link, &query), "{}, {}: {}", one, two, link);
    }

    #[test]
    fn damage_to_a_link_with_a_search_leaves_the_search_and_all_else_as_they_were(
        query in a_query(),
        (name, damage) in select(AROUND_A_SEARCH),
        place in any::<usize>(),
    ) {
        let link = damage(&encode(&query), place);
        prop_assert_eq!(decode(&link), Decoded { query, rejected: vec![] }, "{}: {}", name, link);
    }

    #[test]
    fn what_a_damaged_link_shows_has_a_clean_link(
        query in a_query_of_words(),
        (_, damage) in any_damage(),
        place in any::<usize>(),
        around in select(AROUND),
    ) {
        let damaged = around.replace("LINK", &damage(&encode(&query), place));
        let shown = answer(engine(), &decode(&damaged).query);
        let plain = [href(&shown.page.query), shown.page.link.clone(), shown.page.address.clone()];
        let cited = cited(engine(), &shown.page).into_iter().map(|cited| cited.address);
        for link in plain.into_iter().chain(cited).chain([link(engine(), &shown.page.query.to_send())]) {
            prop_assert!(!link.contains("utm") && !link.contains("clid") && !link.contains("mc_eid"), "{}", link);
            let said = link.split_once('?').map_or("", |(_, said)| said);
            prop_assert_eq!(decode(said).rejected, vec![], "{}", link);
        }
    }
}
