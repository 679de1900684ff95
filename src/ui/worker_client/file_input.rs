//! File inputs, drop zones and paste, and downloads of what the worker wrote.

use std::cell::RefCell;

use dossier::export::Format;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, DataTransfer, DragEvent, Element, Event, File, FileList, HtmlAnchorElement,
    HtmlInputElement, HtmlTextAreaElement, Response, Url,
};

use super::{App, close, forget, open, tell, window};
use crate::ui::browser::{around, document, later, listen as listen_to, of_boot, target, window as browser};
use crate::ui::location::Location;
use explore::{Source, Unreadable};
use views::{Action, WHOLE};
use worker_protocol::{ExportRequest, ImportedText, LARGEST, Request, TextFormat};

/// Adds the listeners; they stay for the lifetime of the page.
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
                let text = field.value();
                let (text, format) =
                    pasted_page(&text).map_or((text, TextFormat::Plain), |page| (page, TextFormat::Html));
                tell(app, &Request::Check(ImportedText { text, format, name: None, by: Source::Reader }), &[]);
            }
        }
        Action::Reach => {
            window::reach(
                app,
                element.get_attribute("data-entry").and_then(|entry| entry.parse().ok()).unwrap_or_default(),
            );
        }
        Action::SaveReport => tell(app, &Request::Report, &[]),
        Action::Export => order(app, &element),
        Action::Forget => forget(app),
        Action::CloseDossier => close(app),
        Action::Copy
        | Action::CopyField
        | Action::Share
        | Action::Theme
        | Action::Open
        | Action::Close
        | Action::Dismiss
        | Action::Retry
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
        take_text(app, &files);
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
        take_text(app, &files);
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
fn take_text(app: App, files: &[File]) {
    let Some(file) = files.first() else { return };
    let name = file.name();
    if file.size() > f64::from(LARGEST) {
        let why = "It is larger than 50 MB. Bring the article alone.".to_owned();
        tell(app, &Request::Unreadable(Unreadable { name: Some(name), why }), &[]);
    } else {
        tell(app, &Request::CheckFile { name }, std::slice::from_ref(file));
    }
}

/// Fetches the texts that the site carries, if it carries any, and has the pointers checked against them.
pub(super) fn fetch_texts(app: App) {
    for name in of_boot("data-texts").split_whitespace().map(str::to_owned) {
        spawn_local(async move {
            let response = JsFuture::from(browser().fetch_with_str(&name)).await.ok();
            let response = response.map(JsCast::unchecked_into::<Response>).filter(Response::ok);
            let Some(text) = response.and_then(|response| response.text().ok()) else { return };
            if let Some(text) = JsFuture::from(text).await.ok().and_then(|text| text.as_string()) {
                let brought = ImportedText { text, format: TextFormat::Plain, name: None, by: Source::Publisher };
                tell(app, &Request::Check(brought), &[]);
            }
        });
    }
}

thread_local! {
    /// The page that was pasted last, and the text that the field then has.
    static PASTED: RefCell<Option<(String, String)>> = const { RefCell::new(None) };
}

/// Keeps the markup that comes with what was copied from a page: it says what a paragraph is, a note, a struck word.
/// The field shows the text; the worker reads the markup, if the field still has just that text.
fn paste(event: &Event) {
    if target(event).and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()).is_none() {
        return;
    }
    let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else { return };
    let get = |kind: &str| data.get_data(kind).ok().filter(|content| !content.is_empty());
    PASTED.set(get("text/html").zip(get("text/plain")));
}

/// The page that `text` was pasted of.
fn pasted_page(text: &str) -> Option<String> {
    let is_same = |plain: &str| plain.split_whitespace().eq(text.split_whitespace());
    PASTED.with_borrow(|pasted| pasted.as_ref().filter(|(_, plain)| is_same(plain)).map(|(page, _)| page.clone()))
}

/// Orders the file that a button names, of what is shown or of everything, as the reader chose.
fn order(app: App, button: &Element) {
    let Some(format) = button.get_attribute("data-link").and_then(|word| Format::from_word(&word)) else { return };
    let field = document().get_element_by_id(WHOLE).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    let order = ExportRequest {
        format,
        query: app.query(),
        whole: field.is_some_and(|field| field.checked()),
        address: Location::address_of("./"),
    };
    tell(app, &Request::Export(Box::new(order)), &[]);
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
