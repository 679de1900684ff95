//! Opening a dossier of one's own.
