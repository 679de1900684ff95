//! Panels that a query can open.

use dossier::words;

words! {
    /// Panel over a view.
    Panel {
        /// Link and embed code.
        Share = "share",
        /// Citations.
        Cite = "cite",
        /// Downloads.
        Export = "export",
    }
}
