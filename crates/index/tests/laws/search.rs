//! Tests of query matching, tiers and marks.

use index::{MAX_WORDS, SearchQuery};

#[test]
fn row_tier_is_that_of_weakest_word() {
    let head = "Ostrava’s Envoy";
    let body = "Wants guarantees before any cease-fire; a lasting peace deal.";
    let table = [
        ("", Some(0)),
        ("-", Some(0)),
        ("envoy", Some(0)),
        ("ENVOY ", Some(0)),
        ("ostrava", Some(0)),
        ("ostravas", Some(0)),
        ("ostrava's", Some(0)),
        ("peace", Some(1)),
        ("envoy peace", Some(1)),
        ("env", Some(2)),
        ("env ", None),
        ("guar", Some(3)),
        ("envo peace", None),
        ("envoi ", Some(4)),
        ("envyo", Some(4)),
        ("garantee", Some(5)),
        ("garantee ", None),
        ("garantees ", Some(5)),
        ("ceasefire", Some(1)),
        ("cease-fire", Some(1)),
        ("cease fire", Some(1)),
        ("cease-f", Some(3)),
        ("\"cease-fire\"", Some(1)),
        ("\"cease fire\"", Some(1)),
        ("\"lasting peace", Some(1)),
        ("\"lasting deal\"", None),
        ("\"envoy wants\"", None),
        ("\"peac\"", None),
        ("“peace deal”", Some(1)),
        ("envoy -war", Some(0)),
        ("envoy -peace", None),
        ("envoy -peac", Some(0)),
        ("-guarantee", Some(0)),
        ("-guarantees", None),
        ("-\"peace deal\"", None),
        ("-\"peace now\"", Some(0)),
        ("-cease-fire", None),
        ("-ceasefire", None),
        ("...", Some(0)),
    ];
    for (typed, tier) in table {
        assert_eq!(SearchQuery::parse(typed).matches(head, body), tier, "{typed}");
    }
}

#[test]
fn marks_cover_whole_matching_words() {
    let text = "Ostrava’s envoy wants a cease-fire; guarantees, then cease fire.";
    let table: &[(&str, &[&str])] = &[
        ("", &[]),
        ("ostrava", &["Ostrava"]),
        ("ostravas", &["Ostrava"]),
        ("cease", &["cease", "cease"]),
        ("ceasefire", &["cease-fire"]),
        ("cease-fire", &["cease-fire", "cease fire"]),
        ("\"wants a\" env", &["envoy", "wants a"]),
        ("garantee", &["guarantees"]),
        ("-envoy guar", &["guarantees"]),
    ];
    for (typed, expected) in table {
        let marks = SearchQuery::parse(typed).marks(text);
        let found: Vec<_> = marks.into_iter().map(|mark| &text[mark]).collect();
        assert_eq!(found, *expected, "{typed}");
    }
}

#[test]
fn world_names_match_in_common_spellings() {
    // Typed, read, and what is marked; `None` where nothing is found.
    let table = [
        ("nguyen thi hanh ", "Nguyễn Thị Hạnh", Some("Nguyễn|Thị|Hạnh")),
        ("\"nguyen thi hanh\"", "Nguyễn Thị Hạnh", Some("Nguyễn Thị Hạnh")),
        ("phuong", "Đặng Vũ Phương", Some("Phương")),
        ("\"dang vu\"", "Đặng Vũ Phương", Some("Đặng Vũ")),
        ("\"əsmər əlizadə\"", "Əsmər Əlizadə", Some("Əsmər Əlizadə")),
        ("\"esmer\"", "Əsmər Əlizadə", Some("Əsmər")),
        ("\"փառանձեմ վարդանյան\"", "Փառանձեմ Վարդանյան", Some("Փառանձեմ Վարդանյան")),
        ("\"andrei gelil\"", "Ǎndrei Ǧelil", Some("Ǎndrei Ǧelil")),
        // Without the vowel signs, with them, and stretched.
        ("كاظم قدوم", "كَاظِم قَدُّوم", Some("كَاظِم|قَدُّوم")),
        ("\"كاظم قدوم\"", "كَاظِم قَدُّوم", Some("كَاظِم قَدُّوم")),
        ("كَاظِم ", "كاظم", Some("كاظم")),
        ("كـــاظم ", "كاظم", Some("كاظم")),
        ("احمد ", "أحمد", Some("أحمد")),
        ("علی ", "علي", Some("علي")),
        ("שלום ", "שָׁלוֹם", Some("שָׁלוֹם")),
        ("צה\"ל", "דובר צה״ל אמר", Some("צה״ל")),
        ("צה״ל", "דובר צה\"ל אמר", Some("צה\"ל")),
        // German and Scandinavian, both ways, alone and in phrases.
        ("mueckler ", "Jürgen Mückler", Some("Mückler")),
        ("\"mueckler\"", "Jürgen Mückler", Some("Mückler")),
        ("\"juergen muckler\"", "Jürgen Mückler", Some("Jürgen Mückler")),
        ("muec", "Jürgen Mückler", Some("Mückler")),
        ("\"mückler\"", "Juergen Mueckler", Some("Mueckler")),
        ("\"jürgen mückler\"", "Juergen Muckler", Some("Juergen Muckler")),
        ("\"mueckler\"", "Jurgen Muckler", None),
        ("\"soeren\" aegirsen ", "Søren Ægirsen", Some("Søren|Ægirsen")),
        ("\"søren\" \"ägirsen\"", "Soeren Aegirsen", Some("Soeren|Aegirsen")),
        ("\"sören\"", "Søren", Some("Søren")),
        ("\"aalesund\"", "Ålesund", Some("Ålesund")),
        ("\"ålesund\"", "Aalesund", Some("Aalesund")),
        ("\"weiss\"", "Weiß", Some("Weiß")),
        ("\"WEIẞ\"", "Weiss", Some("Weiss")),
        ("-mueckler", "Jürgen Mückler", None),
        ("\"blu\"", "blue", None),
        ("\"istanbul\"", "İstanbul", Some("İstanbul")),
        // Scripts without spaces.
        ("防波堤", "港の防波堤を再建する", Some("防波堤")),
        ("\"防波堤\" ", "港の防波堤を再建する", Some("防波堤")),
        ("再建 防波", "港の防波堤を再建する", Some("防波|再建")),
        ("堤防", "港の防波堤を再建する", None),
        ("堤", "港の防波堤を再建する", Some("堤")),
        ("を港", "防波堤を。港の", None),
        ("2031年", "案は2031年に、年内", Some("2031年")),
        ("２０３１年", "案は2031年に", Some("2031年")),
        ("スミス", "ジョン・スミス氏", Some("スミス")),
        ("ジョンスミス", "ジョン・スミス氏", Some("ジョン・スミス")),
        ("ｼﾞｮﾝ", "ジョン・スミス氏", Some("ジョン")),
        ("はは", "ばば", None),
        ("สนับสนุน", "รัฐบาลสนับสนุนแผน", Some("สนับสนุน")),
        ("สนับสน", "รัฐบาลสนับสนุนแผน", Some("สนับสนุ")),
        ("สนับสน ", "รัฐบาลสนับสนุนแผน", None),
        ("서울", "정부는 서울에서 말했다", Some("서울")),
        ("서우", "정부는 서울에서 말했다", Some("서울")),
        ("-防波堤", "港の防波堤を再建する", None),
        ("－防波堤", "港の防波堤を再建する", None),
        ("हिन्दी", "हिन्दी में", Some("हिन्दी")),
        ("हन्द ", "हिन्दी में", None),
    ];
    for (typed, text, expected) in table {
        let search_query = SearchQuery::parse(typed);
        let found = search_query.matches(text, "").map(|_| {
            let marked: Vec<_> = search_query.marks(text).into_iter().map(|mark| &text[mark]).collect();
            marked.join("|")
        });
        assert_eq!(found.as_deref(), expected, "{typed} in {text}");
    }
}

#[test]
fn words_past_the_limit_are_ignored() {
    let mut typed = "peace ".repeat(MAX_WORDS);
    assert_eq!(SearchQuery::parse(&(typed.clone() + "war")), SearchQuery::parse(&typed));
    typed.truncate(typed.len() - "peace ".len());
    assert_ne!(SearchQuery::parse(&(typed.clone() + "war")), SearchQuery::parse(&typed));
}

#[test]
fn noise_query_matches_and_marks_without_panic() {
    const LENGTH: usize = 200_000;
    for piece in [
        "\"",
        "-",
        "- ",
        "a",
        "a-",
        "é",
        "\u{301}",
        "’",
        "\"a",
        " ",
        "…",
        "-\"",
        "a b ",
        "a-b ",
        "\u{1F600}",
        "ü",
        "防",
        "防。",
        "か\u{3099}",
        "ü-",
        "防a",
        "א\"",
    ] {
        let noise = piece.repeat(LENGTH / piece.len());
        let search_query = SearchQuery::parse(&noise);
        let text = piece.repeat(LENGTH / 20 / piece.len());
        assert_eq!(search_query.matches(&text, "").is_some(), search_query.matches("", &text).is_some(), "{piece}");
        assert!(search_query.marks(&text).iter().all(|mark| text.get(mark.clone()).is_some()), "{piece}");
    }
}
