//! Texts of the dossier keep their own direction and language, whatever of the page's own words stands around them.

use std::sync::LazyLock;

use dossier::direction::is_right_to_left;
use dossier::{Dossier, text, verify};
use explore::query::codec::decode;
use explore::{Article, Engine, Source, explore};
use views::Markup;

use crate::copies::exact;
use crate::fixture::rendered;
use crate::namesakes::bundle;

/// `text` with a Hebrew letter for each of its letters.
fn hebrew(text: &str) -> String {
    let letter = |letter: char| ('א'..='ת').nth(letter as usize % 27).expect("the alphabet has 27 letters and forms");
    text.chars().map(|each| if each.is_alphabetic() { letter(each) } else { each }).collect()
}

fn turn(text: &mut String) {
    *text = hebrew(text);
}

/// The invented dossier with every text of it in Hebrew letters; `language` is that of its documents.
fn turned(language: &str) -> Dossier {
    let mut dossier = exact().dossier.clone();
    let cover = &mut dossier.cover;
    [&mut cover.title, &mut cover.description].into_iter().for_each(turn);
    "he".clone_into(&mut cover.language);
    for stakeholder in &mut dossier.stakeholders {
        turn(&mut stakeholder.name);
        stakeholder.role.iter_mut().chain(&mut stakeholder.aliases).for_each(turn);
    }
    for issue in &mut dossier.issues {
        [&mut issue.name, &mut issue.proposition, &mut issue.definition, &mut issue.topic].into_iter().for_each(turn);
    }
    for coded in &mut dossier.documents {
        let document = &mut coded.document;
        turn(&mut document.dateline);
        document.title.iter_mut().chain(&mut document.publisher).for_each(turn);
        language.clone_into(&mut document.language);
        for position in &mut coded.positions {
            turn(&mut position.summary);
            let more = position.conditions.iter_mut().chain(&mut position.note).chain(&mut position.attribution.cue);
            more.for_each(turn);
        }
        for quote in &mut coded.quotes {
            [&mut quote.cue, &mut quote.context].into_iter().for_each(turn);
            quote.segments.iter_mut().for_each(|segment| turn(&mut segment.text));
        }
        for event in &mut coded.events {
            turn(&mut event.title);
            event.place.iter_mut().for_each(turn);
        }
        coded.questions.iter_mut().for_each(|question| turn(&mut question.question));
    }
    dossier
}

/// The same with a copy of its first document's text.
fn edition_in(language: &str) -> Engine<'static> {
    let Article { text: original, report, by, .. } = exact().articles[0].clone();
    let turned_text = text::normalize(&hebrew(&original.paragraphs().join("\n\n")));
    let dossier = Box::leak(Box::new(turned(language)));
    Engine::new(dossier).with_article(Article { text: turned_text, report, name: None, by })
}

static HEBREW: LazyLock<Engine<'static>> = LazyLock::new(|| edition_in("he"));

const LINKS: [&str; 27] = [
    "",
    "item=lund-bridge-may&with=lund,pike,camp-europe&by=bridge",
    "view=positions&item=lund-bridge-may&who=lund,-pike&issue=bridge",
    "view=positions&item=union-guarantees",
    "view=positions&item=marsh-motive&group=who",
    "view=positions&item=pike-toll&group=camp",
    "view=positions&item=bank-bridge&group=stance",
    "view=quotes&item=lund-open",
    "view=quotes&item=marsh-land",
    "view=quotes&group=who&doc=may",
    "view=quotes&stance=unclear&who=-lund&issue=ferry",
    "view=stakeholders&item=lund",
    "view=stakeholders&item=harbour-town",
    "view=questions&item=when-open",
    "view=timeline&item=quay-meeting",
    "view=timeline&item=opening",
    "view=compare",
    "view=compare&with=lund",
    "view=compare&with=lund,marsh,camp-other",
    "view=network",
    "view=shifts&item=lund-bridge-may",
    "view=verify",
    "view=reading&item=gazette-toll",
    "view=open",
    "panel=share",
    "view=quotes&item=lund-open&panel=cite",
    "view=positions&embed=1&who=lund",
];

/// The surroundings of a text: whether an element isolates it, and the nearest language.
#[derive(Clone, Copy)]
struct Around<'n> {
    isolated: bool,
    language: Option<&'n str>,
}

/// Calls `see` with every text and where it stands; with an attribute as with a text in an element of its own.
fn each_text<'n>(nodes: &'n [Markup], around: Around<'n>, see: &mut impl FnMut(&'n str, Around<'n>)) {
    for node in nodes {
        let element = match node {
            Markup::Text(text) => {
                see(text, around);
                continue;
            }
            Markup::Element(element) => element,
        };
        let attribute = |sought: &str| element.attributes.iter().find(|(name, _)| *name == sought);
        let here = Around {
            isolated: attribute("dir").map_or(around.isolated, |(_, dir)| dir == "auto"),
            language: attribute("lang").map_or(around.language, |(_, language)| Some(&**language)),
        };
        for (name, value) in &element.attributes {
            // A field has the direction of what stands in it.
            let is_field = element.tag == "input" && *name == "value" && here.isolated;
            see(value, Around { isolated: is_field, language: None });
        }
        each_text(&element.children, here, see);
    }
}

/// `text` less what stands in isolates; fails if a letter from right to left is left.
fn outside(link: &str, text: &str) {
    let mut depth = 0;
    for letter in text.chars() {
        match letter {
            '\u{2068}' => depth += 1,
            '\u{2069}' => depth -= 1,
            letter => assert!(depth > 0 || !is_right_to_left(letter), "{link} has among the page's words: {text}"),
        }
    }
    assert_eq!(depth, 0, "{link} leaves an isolate open: {text}");
}

const NOTHING: Around = Around { isolated: false, language: None };

#[test]
fn every_text_of_a_dossier_has_its_own_direction_in_every_view() {
    let mut isolated = 0;
    for link in LINKS {
        let nodes = rendered(&HEBREW, link);
        each_text(&nodes, NOTHING, &mut |text, around| {
            if around.isolated && text.chars().any(is_right_to_left) {
                isolated += 1;
            } else {
                outside(link, text);
            }
        });
        let page = explore(&HEBREW, &decode(link));
        for text in [&page.title, &page.citation, &page.sentence()] {
            outside(link, text);
        }
    }
    assert!(isolated > 1000, "{isolated} texts of the dossier");
}

#[test]
fn texts_of_a_dossier_say_their_language_and_the_words_of_the_page_never_do() {
    for link in LINKS {
        let nodes = rendered(&HEBREW, link);
        each_text(&nodes, NOTHING, &mut |text, around| {
            let is_of_the_dossier = text.chars().any(is_right_to_left);
            if around.isolated && is_of_the_dossier && !text.contains('\u{2068}') {
                assert_eq!(around.language, Some("he"), "{link}: {text}");
            }
            let is_of_the_page = text.chars().any(|letter| letter.is_ascii_alphabetic());
            assert!(around.language.is_none() || !is_of_the_page, "{link} says that this is Hebrew: {text}");
        });
    }
}

#[test]
fn the_words_of_a_document_say_its_language_where_the_dossier_has_another() {
    let engine = edition_in("yi");
    let words = |link: &str| {
        let mut words = Vec::new();
        each_text(&rendered(&engine, link), NOTHING, &mut |text, around| {
            if around.language == Some("yi") {
                words.push(text.to_owned());
            }
        });
        words.concat()
    };
    let quote = &engine.dossier.documents[0].quotes[0];
    let shown = words("view=quotes&item=lund-open");
    assert!(quote.segments.iter().all(|segment| shown.contains(&segment.text)), "{shown}");
    let shown = words("view=stakeholders&item=lund");
    assert!(quote.segments.iter().all(|segment| shown.contains(&segment.text)), "{shown}");
    let paragraph = engine.articles[0].text.paragraph(1).expect("there is one");
    assert!(words("view=reading").contains(paragraph));
    let proposition = &engine.dossier.issues[0].proposition;
    assert!(!words("view=positions&item=lund-bridge-may").contains(proposition), "{proposition}");
}

#[test]
fn an_english_dossier_is_shown_without_a_language_or_an_isolate() {
    for link in LINKS {
        each_text(&rendered(exact(), link), NOTHING, &mut |text, around| {
            assert_eq!(around.language, None, "{link}: {text}");
            assert!(!text.contains(['\u{2068}', '\u{2069}']), "{link}: {text}");
        });
    }
}

#[test]
fn a_dossier_in_hebrew_and_its_article_keep_every_law() {
    static DOSSIER: LazyLock<Dossier> = LazyLock::new(|| bundle("mezach-he.json"));
    let article = include_str!("../fiction/articles/mezach-he.txt");
    let text = text::normalize(article);
    let report = verify(&DOSSIER.documents[0], &text);
    assert!(report.is_exact(), "{report}");
    let engine = Engine::new(&DOSSIER).with_article(Article { text, report, name: None, by: Source::Reader });
    for link in ["", "view=quotes&item=barak-sea", "view=reading", "view=positions&item=barak-pier&q=המזח"] {
        let nodes = rendered(&engine, link);
        each_text(&nodes, NOTHING, &mut |text, around| {
            if !around.isolated {
                outside(link, text);
            }
        });
    }
    // The quotation marks stand in the element that has the quote's direction.
    let html: String = rendered(&engine, "view=quotes").iter().map(Markup::html).collect();
    assert!(html.contains("<blockquote dir=\"auto\" lang=\"he\"><p>“אף אחד לא ייקח מאיתנו את הים!”</p></blockquote>"));
}
