//! Settings in local storage: theme and keyboard shortcuts. Nothing about what the user views is stored.

use super::browser::window;

/// What the browser has under `key`. `None` where it has nothing, or does not let the page ask.
pub(super) fn get(key: &str) -> Option<String> {
    storage()?.get_item(&named(key)).ok().flatten()
}

/// Keeps `value` under `key`, or takes it away. `false` where the browser does not let the page keep anything.
pub(super) fn set(key: &str, value: Option<&str>) -> bool {
    let Some(storage) = storage() else { return false };
    match value {
        Some(value) => storage.set_item(&named(key), value).is_ok(),
        None => storage.remove_item(&named(key)).is_ok(),
    }
}

/// Other pages of the same origin keep things too.
fn named(key: &str) -> String {
    format!("standpoint.{key}")
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}
