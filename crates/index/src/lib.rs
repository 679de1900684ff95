//! Faceted selection and word search over plain columns.
