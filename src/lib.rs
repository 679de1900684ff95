//! Standpoint: who stands where on a contested story, in whose words, and how we know.
