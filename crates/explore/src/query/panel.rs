//! Panels that a query can open.

use dossier::words;

words! {
    /// What stands open over the view: it is about what the view shows, and has a link of its own.
    Panel {
        /// How to send the view to somebody, or to show it inside another page.
        Share = "share",
        /// How to cite what is shown.
        Cite = "cite",
        /// How to take along the data of what is shown.
        Export = "export",
    }
}
