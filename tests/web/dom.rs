//! The least change: what stays the same element, and that what is shown is always what should be.

use js_sys::{Function, Reflect};
use standpoint::ui::dom::Root;
use views::Markup;
use views::markup::{Content, el};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlDetailsElement, HtmlElement, HtmlInputElement};

use crate::browser::document;
use crate::trees::Dice;

/// An element on the page whose children are shown, gone again with the test.
struct Stage {
    element: web_sys::Element,
    root: Root,
}

impl Stage {
    fn new() -> Self {
        let element = document().create_element("div").expect("an element can be made");
        document().body().expect("a page has a body").append_child(&element).expect("it can be put there");
        Self { root: Root::of(element.clone(), &[]), element }
    }

    fn show(&mut self, contents: impl IntoIterator<Item = impl Content>) {
        let mut nodes = Vec::new();
        for content in contents {
            content.put(&mut nodes);
        }
        assert!(self.root.show(&nodes, usize::MAX), "without a limit all is shown");
    }

    fn find<T: JsCast>(&self, selector: &str) -> T {
        let found = self.element.query_selector(selector).expect("a selector").expect("it is there");
        found.dyn_into().unwrap_or_else(|_| panic!("{selector} is something else"))
    }

    fn html(&self) -> String {
        self.element.inner_html()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.element.remove();
    }
}

#[wasm_bindgen_test]
fn an_element_with_the_same_tag_and_key_stays_with_its_focus_its_caret_and_its_openness() {
    let mut stage = Stage::new();
    let page = |class: &'static str, says: &'static str| {
        let field = el("input").attribute("value", "harbour").class(class);
        el("details").key("filter").with(el("summary").with(says)).with(field)
    };
    stage.show([page("one", "three boats")]);
    let details: HtmlDetailsElement = stage.find("details");
    let field: HtmlInputElement = stage.find("input");
    details.set_open(true);
    field.focus().expect("a field takes the focus");
    field.set_selection_range(2, 4).expect("a field has a caret");

    stage.show([el("p").key("news").with("a line more"), page("two", "two boats")]);
    assert_eq!(stage.find::<HtmlDetailsElement>("details"), details);
    assert_eq!(stage.find::<HtmlInputElement>("input"), field);
    assert!(details.open());
    assert_eq!(document().active_element().as_ref(), Some(field.as_ref()));
    assert_eq!((field.selection_start(), field.selection_end()), (Ok(Some(2)), Ok(Some(4))));
    assert_eq!(
        (field.class_name().as_str(), stage.find::<HtmlElement>("summary").inner_text().as_str()),
        ("two", "two boats")
    );
}

#[wasm_bindgen_test]
fn what_stands_open_is_closed_by_the_reader_alone() {
    let mut stage = Stage::new();
    stage.show([el("details").with(el("summary").with("three boats"))]);
    let details: HtmlDetailsElement = stage.find("details");
    for (open, stands_open) in [(false, false), (true, true), (false, true)] {
        stage.show([el("details").flag("open", open).with(el("summary").with("three boats"))]);
        assert_eq!(details.open(), stands_open, "shown with open: {open}");
    }
    details.set_open(false);
    stage.show([el("details").with(el("summary").with("two boats"))]);
    assert!(!details.open());
}

#[wasm_bindgen_test]
fn another_key_or_another_tag_makes_another_element() {
    for (before, after) in [
        (el("p").key("ferry"), el("p").key("bridge")),
        (el("p").key("ferry"), el("p")),
        (el("p"), el("p").key("ferry")),
        (el("p").key("ferry"), el("section").key("ferry")),
        (el("p"), el("section")),
    ] {
        let mut stage = Stage::new();
        stage.show([before.clone()]);
        let was = stage.element.first_element_child();
        stage.show([after.clone()]);
        assert_ne!(stage.element.first_element_child(), was, "{before:?} to {after:?}");
        assert_eq!(stage.element.child_element_count(), 1, "{before:?} to {after:?}");
    }
}

#[wasm_bindgen_test]
fn elements_with_a_key_are_moved_not_made_again() {
    let mut stage = Stage::new();
    let show = |stage: &mut Stage, keys: &[&'static str]| {
        stage.show(keys.iter().map(|key| el("p").key(key).attribute("id", *key).with(*key)));
    };
    let places = ["ferry", "bridge", "market", "tower"];
    show(&mut stage, &places);
    let made: Vec<HtmlElement> = places.iter().map(|key| stage.find(&format!("#{key}"))).collect();
    for order in [["tower", "market", "bridge", "ferry"], ["market", "ferry", "tower", "bridge"]] {
        show(&mut stage, &order);
        assert_eq!(stage.element.text_content(), Some(order.concat()));
        for (key, was) in places.iter().zip(&made) {
            assert_eq!(stage.find::<HtmlElement>(&format!("#{key}")), *was, "{key}");
        }
    }
    show(&mut stage, &["bridge"]);
    assert_eq!(stage.find::<HtmlElement>("#bridge"), made[1]);
    assert_eq!(stage.element.child_element_count(), 1);
}

#[wasm_bindgen_test]
fn attributes_come_change_and_go() {
    let mut stage = Stage::new();
    for (paragraph, html) in [
        (el("p").class("one").attribute("title", "a boat"), r#"<p class="one" title="a boat"></p>"#),
        (el("p").class("two"), r#"<p class="two"></p>"#),
        (el("p").class("two").flag("hidden", true), r#"<p class="two" hidden=""></p>"#),
        (el("p"), "<p></p>"),
    ] {
        stage.show([paragraph]);
        assert_eq!(stage.html(), html);
    }
}

/// Counts in `field.times` how often the field's value is set.
const COUNT: &str = "
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    field.times = 0;
    Object.defineProperty(field, 'value', {
        get: () => get.call(field),
        set: (value) => { field.times += 1; set.call(field, value); },
    });
";

#[wasm_bindgen_test]
fn a_field_holds_what_it_should_and_is_set_only_when_it_holds_something_else() {
    let mut stage = Stage::new();
    let field = |value: &'static str| el("input").attribute("value", value);
    stage.show([field("")]);
    let input: HtmlInputElement = stage.find("input");
    // In some browsers the caret goes to the end whenever the value is set.
    Function::new_with_args("field", COUNT).call1(&JsValue::NULL, &input).expect("it can be watched");
    for (typed, should_be, set) in [
        ("harbour", "harbour", 0),
        // The page says what it said before, and the reader has typed something since.
        ("something else", "harbour", 1),
        ("harbour", "", 1),
        ("", "", 0),
    ] {
        input.set_value(typed);
        let before = times(&input);
        stage.show([field(should_be)]);
        assert_eq!((input.value().as_str(), times(&input) - before), (should_be, f64::from(set)), "{typed}");
    }
}

fn times(field: &HtmlInputElement) -> f64 {
    Reflect::get(field, &"times".into()).ok().and_then(|times| times.as_f64()).expect("it is counted")
}

/// What must stay a text.
const HOSTILE: &str = "<img src=x onerror=\"document.title='fooled'\"><script>document.title='fooled'</script>";

#[wasm_bindgen_test]
fn text_is_never_read_as_markup() {
    let mut stage = Stage::new();
    stage.show([el("p").with("before")]);
    stage.show([el("p").attribute("title", HOSTILE).with(HOSTILE), el("p").with(HOSTILE.to_owned())]);
    assert_eq!(stage.element.text_content(), Some(HOSTILE.repeat(2)));
    assert_eq!(stage.element.query_selector_all("img, script").expect("a selector").length(), 0);
    assert_eq!(stage.find::<HtmlElement>("p").title(), HOSTILE);
}

#[wasm_bindgen_test]
fn whatever_was_shown_before_the_page_is_as_if_it_were_shown_first() {
    let mut dice = Dice(8);
    let mut patched = Stage::new();
    for turn in 0..400 {
        let trees = dice.trees(3);
        let mut fresh = Stage::new();
        fresh.root.show(&trees, usize::MAX);
        patched.root.show(&trees, usize::MAX);
        // In which order attributes were set does not matter.
        assert!(
            patched.element.is_equal_node(Some(&fresh.element)),
            "turn {turn}: {trees:?}\nshould be {}\nbut is    {}",
            fresh.html(),
            patched.html()
        );
    }
}

#[wasm_bindgen_test]
fn a_page_shown_in_slices_is_in_the_end_as_if_it_were_shown_at_once() {
    let mut dice = Dice(21);
    let mut sliced = Stage::new();
    for turn in 0..400 {
        let trees = dice.trees(3);
        let mut fresh = Stage::new();
        fresh.root.show(&trees, usize::MAX);
        let most = 1 + turn % 7;
        // Now and then a newer page comes before this one is whole.
        let calls = if turn % 5 == 0 { 2 } else { 1_000 };
        let whole = (0..calls).any(|_| sliced.root.show(&trees, most));
        if calls == 1_000 {
            assert!(whole, "turn {turn}: a slice of {most} must get on: {trees:?}");
            assert!(
                sliced.element.is_equal_node(Some(&fresh.element)),
                "turn {turn}: {trees:?}\nshould be {}\nbut is    {}",
                fresh.html(),
                sliced.html()
            );
        }
    }
}

#[wasm_bindgen_test]
fn a_slice_makes_no_more_than_its_changes_and_leaves_the_rest_as_it_is() {
    let mut stage = Stage::new();
    let list = |says: &'static str| [el("p").with(says), el("p").with(says), el("p").with(says)].map(Markup::Element);
    stage.show(list("before"));
    assert!(!stage.root.show(&list("after"), 2));
    assert_eq!(stage.html(), "<p>after</p><p>after</p><p>before</p>");
    assert!(stage.root.show(&list("after"), 2));
    assert_eq!(stage.html(), "<p>after</p><p>after</p><p>after</p>");
    assert!(stage.root.show(&list("after"), 1), "what is shown already is no change");
}

#[wasm_bindgen_test]
fn where_the_first_of_a_list_go_the_others_do_not_move() {
    let mut stage = Stage::new();
    let show = |stage: &mut Stage, keys: &[&'static str]| {
        stage.show(keys.iter().map(|key| el("button").key(key).with(*key)));
    };
    show(&mut stage, &["ferry", "bridge", "market", "tower"]);
    // An element that is moved loses the focus.
    let last: HtmlElement = stage.find("button:last-child");
    last.focus().expect("a button takes the focus");
    show(&mut stage, &["market", "tower", "well"]);
    assert_eq!(stage.element.text_content(), Some("markettowerwell".to_owned()));
    assert_eq!(document().active_element().as_ref(), Some(last.as_ref()));
}

#[wasm_bindgen_test]
fn what_was_served_stays_and_only_what_differs_is_made() {
    let mut served = Vec::new();
    let list = |last: &'static str| el("ul").class("boats").with(el("li").with("a ferry")).with(el("li").with(last));
    el("p").class("news").with("The bridge ").with("is open").with(el("b").with("!")).put(&mut served);
    list("a tug").put(&mut served);
    let html: String = served.iter().map(Markup::html).collect();
    let mut stage = Stage::new();
    stage.element.set_inner_html(&html);
    let (paragraph, boats): (HtmlElement, HtmlElement) = (stage.find("p"), stage.find("ul"));
    let bold: HtmlElement = stage.find("b");

    let mut nodes = Vec::new();
    el("p")
        .class("news")
        .attribute("title", "today")
        .with("The bridge ")
        .with("")
        .with("is open")
        .with(el("b").with("!"))
        .put(&mut nodes);
    el("hr").put(&mut nodes);
    list("a yacht").put(&mut nodes);
    stage.root = Root::of(stage.element.clone(), &nodes);
    assert!(stage.root.show(&nodes, usize::MAX));
    assert_eq!(stage.html(), nodes.iter().map(Markup::html).collect::<String>().replace("<hr></hr>", "<hr>"));
    assert_eq!((stage.find::<HtmlElement>("p"), stage.find::<HtmlElement>("b")), (paragraph, bold));
    assert_eq!(stage.find::<HtmlElement>("ul"), boats);
}
