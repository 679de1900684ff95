//! How a reader brings something: a file that is picked or dropped, a text that is pasted. And how they take something
//! away: a report to keep.

use dossier::export::Format;
use dossier::text::Flow;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, DataTransfer, DomParser, DragEvent, Element, Event, File, FileList,
    HtmlAnchorElement, HtmlInputElement, HtmlTextAreaElement, Node, Response, SupportedType, Url,
};

use super::{App, close, forget, open, tell, window};
use crate::desk::{Ask, Brought, LONGEST, Markup, Order};
use crate::explore::Source;
use crate::ui::browser::{around, document, later, listen as listen_to, of_boot, target, window as browser};
use crate::ui::location::Location;
use crate::views::{Action, WHOLE};

/// Listens for as long as the page lives.
pub(super) fn listen(app: App) {
    listen_to(&browser(), "click", Box::new(move |event| press(app, &event)));
    listen_to(&browser(), "change", Box::new(move |event| pick(app, &event)));
    listen_to(&browser(), "paste", Box::new(|event| paste(&event)));
    // Without this a browser leaves the page for the file that is dropped on it.
    let hover = |event: Event| {
        if dragged(&event).is_some() {
            event.prevent_default();
        }
    };
    listen_to(&browser(), "dragover", Box::new(hover));
    listen_to(&browser(), "drop", Box::new(move |event| drop_in(app, &event)));
}

/// What an element of the page asks for.
fn asked(event: &Event) -> Option<(Action, Element)> {
    let element = around(event, "[data-act]")?;
    Some((Action::from_word(&element.get_attribute("data-act")?)?, element))
}

fn press(app: App, event: &Event) {
    let Some((action, element)) = asked(event) else { return };
    match action {
        Action::CheckText => {
            let field = document().get_element_by_id(&element.get_attribute("data-link").unwrap_or_default());
            if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) {
                check(app, field.value(), Markup::Plain, None);
            }
        }
        Action::Reach => {
            window::reach(
                app,
                element.get_attribute("data-entry").and_then(|entry| entry.parse().ok()).unwrap_or_default(),
            );
        }
        Action::SaveReport => tell(app, &Ask::Report),
        Action::Export => order(app, &element),
        Action::Forget => forget(app),
        Action::CloseDossier => close(app),
        Action::Copy
        | Action::CopyField
        | Action::Share
        | Action::Theme
        | Action::Open
        | Action::Close
        | Action::Hush
        | Action::Again
        | Action::Search
        | Action::From
        | Action::To
        | Action::Shortcuts
        | Action::CheckFile
        | Action::OpenFiles => {}
    }
}

/// Files were chosen in a field.
fn pick(app: App, event: &Event) {
    let Some((action, element)) = asked(event) else { return };
    let Ok(field) = element.dyn_into::<HtmlInputElement>() else { return };
    let files = all(field.files());
    if files.is_empty() {
        return;
    }
    if action == Action::CheckFile {
        take_text(app, files);
    } else if action == Action::OpenFiles {
        take_dossier(app, &files);
    }
    // The same file, mended, can then be chosen again.
    field.set_value("");
}

/// Files were dropped: on a field, for what the field is for; elsewhere, for what they look like.
fn drop_in(app: App, event: &Event) {
    let Some(data) = dragged(event) else { return };
    event.prevent_default();
    let files = all(data.files());
    let Some(first) = files.first() else { return };
    let place = target(event).and_then(|target| target.closest("[data-drop]").ok().flatten());
    let place = place.and_then(|place| Action::from_word(&place.get_attribute("data-drop")?));
    let is_data = first.name().to_ascii_lowercase().ends_with(".json");
    if place == Some(Action::OpenFiles) || (place.is_none() && is_data) {
        take_dossier(app, &files);
    } else {
        take_text(app, files);
    }
}

/// What is dragged, if it is files: a text that is dragged into a field is the browser's to handle.
fn dragged(event: &Event) -> Option<DataTransfer> {
    let data = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    data.types().includes(&JsValue::from_str("Files"), 0).then_some(data)
}

fn all(files: Option<FileList>) -> Vec<File> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length()).filter_map(|place| files.get(place)).collect()
}

/// The files of a dossier, each by its name with the folders above it where a folder was picked.
fn take_dossier(app: App, files: &[File]) {
    let path = JsValue::from_str("webkitRelativePath");
    let name = |file: &File| {
        let inside = js_sys::Reflect::get(file, &path).ok().and_then(|path| path.as_string());
        inside.filter(|inside| !inside.is_empty()).unwrap_or_else(|| file.name())
    };
    open(app, files.iter().map(name).collect(), files);
}

/// A copy of an article.
fn take_text(app: App, files: Vec<File>) {
    let Some(file) = files.into_iter().next() else { return };
    if file.size() > f64::from(LONGEST) {
        app.surroundings.trouble("This file is larger than 5 MB. Bring the article alone.".to_owned());
        return;
    }
    spawn_local(async move {
        let Some(text) = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string()) else {
            app.surroundings.trouble("This file cannot be read. Pick it again.".to_owned());
            return;
        };
        let name = file.name();
        let ends = |ending: &str| name.to_ascii_lowercase().ends_with(ending);
        if ends(".html") || ends(".htm") || file.type_() == "text/html" {
            check(app, of_html(&text), Markup::Plain, Some(name));
        } else {
            let markup = if ends(".md") { Markup::Markdown } else { Markup::Plain };
            check(app, text, markup, Some(name));
        }
    });
}

fn check(app: App, text: String, markup: Markup, name: Option<String>) {
    tell(app, &Ask::Check(Brought { text, markup, name, by: Source::Reader }));
}

/// Fetches the texts that the site carries, if it carries any, and has the pointers checked against them.
pub(super) fn fetch_texts(app: App) {
    for name in of_boot("data-texts").split_whitespace().map(str::to_owned) {
        spawn_local(async move {
            let response = JsFuture::from(browser().fetch_with_str(&name)).await.ok();
            let response = response.map(JsCast::unchecked_into::<Response>).filter(Response::ok);
            let Some(text) = response.and_then(|response| response.text().ok()) else { return };
            if let Some(text) = JsFuture::from(text).await.ok().and_then(|text| text.as_string()) {
                tell(app, &Ask::Check(Brought { text, markup: Markup::Plain, name: None, by: Source::Publisher }));
            }
        });
    }
}

/// What was copied from a page comes with its markup: its paragraphs are then known for sure.
fn paste(event: &Event) {
    let Some(field) = target(event).and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) else { return };
    let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
    let html = data.and_then(|data| data.get_data("text/html").ok()).filter(|html| !html.is_empty());
    if let Some(html) = html {
        event.prevent_default();
        field.set_range_text(&of_html(&html)).ok();
    }
}

/// The text of a page that is only read: its scripts do not run, and nothing that it names is fetched.
fn of_html(html: &str) -> String {
    let mut flow = Flow::new();
    let parsed = DomParser::new().and_then(|parser| parser.parse_from_string(html, SupportedType::TextHtml));
    if let Some(root) = parsed.ok().and_then(|parsed| parsed.document_element()) {
        walk(&root, &mut flow);
    }
    flow.finish()
}

/// Every node below `root`, without recursion: a page can be nested as deep as its writer likes.
fn walk(root: &Node, flow: &mut Flow) {
    let name = |node: &Node| node.node_name().to_ascii_lowercase();
    let mut at = root.clone();
    loop {
        match at.node_type() {
            Node::TEXT_NODE => flow.text(&at.node_value().unwrap_or_default()),
            Node::ELEMENT_NODE => flow.open(&name(&at)),
            _ => {}
        }
        if let Some(child) = at.first_child() {
            at = child;
            continue;
        }
        loop {
            if at.node_type() == Node::ELEMENT_NODE {
                flow.close(&name(&at));
            }
            if at == *root {
                return;
            }
            if let Some(next) = at.next_sibling() {
                at = next;
                break;
            }
            let Some(parent) = at.parent_node() else { return };
            at = parent;
        }
    }
}

/// Orders the file that a button names, of what is shown or of everything, as the reader chose.
fn order(app: App, button: &Element) {
    let Some(format) = button.get_attribute("data-link").and_then(|word| Format::from_word(&word)) else { return };
    let field = document().get_element_by_id(WHOLE).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    let order = Order {
        format,
        search: app.location.search.now().clone(),
        whole: field.is_some_and(|field| field.checked()),
        address: Location::address_of("./"),
    };
    tell(app, &Ask::Export(order));
}

/// Hands a text to the reader as a file.
pub(super) fn save(name: &str, text: &str) {
    let kind = BlobPropertyBag::new();
    kind.set_type("text/plain;charset=utf-8");
    let parts = Array::of1(&JsValue::from_str(text));
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &kind) {
        save_blob(name, &blob);
    }
}

/// Hands a file to the reader.
pub(super) fn save_blob(name: &str, blob: &Blob) {
    let Ok(url) = Url::create_object_url_with_blob(blob) else { return };
    if let Ok(link) = document().create_element("a").map(JsCast::unchecked_into::<HtmlAnchorElement>) {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    // The browser has taken the file by then.
    later(std::time::Duration::from_mins(1), Box::new(move || drop(Url::revoke_object_url(&url))));
}
