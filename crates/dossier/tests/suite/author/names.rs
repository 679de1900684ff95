//! Names that may be stakeholders.

use dossier::author::names::candidates;
use dossier::text::normalize;

/// Each name with its other forms, its count and its paragraphs.
fn names(text: &str) -> Vec<String> {
    let found = candidates(&normalize(text)).names;
    let line = |candidate: &dossier::author::names::Candidate| {
        let forms: Vec<&str> = std::iter::once(&candidate.name).chain(&candidate.also).map(String::as_str).collect();
        format!("{} x{} in {:?}", forms.join(" = "), candidate.count, candidate.paragraphs)
    };
    found.iter().map(line).collect()
}

#[test]
fn a_run_of_capitalised_words_is_one_name() {
    assert_eq!(
        names("Then the University of Ostrand, the Fishers’ Guild and Jean-Luc van Damm met."),
        ["University of Ostrand x1 in [1]", "Fishers’ Guild x1 in [1]", "Jean-Luc van Damm x1 in [1]"]
    );
    assert_eq!(
        names("we saw Berg’s Harbor Office"),
        ["Berg x1 in [1]", "Harbor Office x1 in [1]"],
        "whose it is, is another"
    );
    assert_eq!(names("we saw Berg, Lund and Aske"), ["Berg x1 in [1]", "Lund x1 in [1]", "Aske x1 in [1]"]);
}

#[test]
fn a_shorter_form_counts_for_the_one_name_that_it_ends() {
    let text = "We saw Mayor Mira Solen.\n\nThen Ms. Solen left.\n\nThen Solen and Mira Solen came.";
    assert_eq!(names(text), ["Mayor Mira Solen = Ms. Solen = Solen = Mira Solen x4 in [1, 2, 3]"]);
}

#[test]
fn a_name_that_two_others_end_in_is_given_to_neither() {
    assert_eq!(
        names("we saw Mira Solen, Ada Solen and later Solen"),
        ["Mira Solen x1 in [1]", "Ada Solen x1 in [1]", "Solen x1 in [1]"]
    );
}

#[test]
fn a_place_in_the_name_of_a_body_stays_a_name_of_its_own() {
    assert_eq!(names("the Guild of Varn, in Varn"), ["Guild of Varn x1 in [1]", "Varn x1 in [1]"]);
}

#[test]
fn the_beginning_of_a_sentence_alone_makes_no_name() {
    let text = "The council met. Council members sat. Boats left. Boats came back. “Nothing,” she said.";
    assert_eq!(names(text), Vec::<String>::new());
    let doubtful = candidates(&normalize(text)).doubtful;
    assert_eq!(doubtful, ["Boats", "Nothing"], "what might be a name is still shown");
}

#[test]
fn a_sentence_may_begin_with_a_name() {
    assert_eq!(names("Lena Voss came. But Otto Brandt left."), ["Lena Voss x1 in [1]", "Otto Brandt x1 in [1]"]);
    assert_eq!(names("Berg came.\n\nWe saw Berg."), ["Berg x2 in [1, 2]"], "known from elsewhere");
}

#[test]
fn a_dateline_a_title_and_initials_end_no_sentence() {
    assert_eq!(names("VARN—The council met Mr. Brandt."), ["Mr. Brandt x1 in [1]"]);
    assert_eq!(names("we saw the U.S. Senate and J. R. Lund"), ["U.S. Senate x1 in [1]", "J. R. Lund x1 in [1]"]);
}

#[test]
fn days_and_months_are_nobody() {
    assert_eq!(names("On Tuesday Ada Berg spoke in March."), ["Ada Berg x1 in [1]"]);
}
