//! Closed sets of words: an enum whose every value stands for one word, in files and in links.

/// Declares a closed set of words: the enum, the word of each value, and the list of all values in their fixed order.
///
/// ```
/// dossier::words! {
///     /// What the weather does.
///     Weather {
///         /// It rains.
///         Rain = "rain",
///         /// It does not.
///         Sun = "sun",
///     }
/// }
/// assert_eq!(Weather::from_word("sun"), Some(Weather::Sun));
/// assert_eq!(Weather::Rain.word(), "rain");
/// ```
#[macro_export]
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$variant_meta])* $variant,)+
        }

        impl $name {
            /// Every value, in the order in which a reader sees them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word that stands for this value.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }

            /// The value that `word` stands for, if there is one.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.word() == word)
            }
        }
    };
}
