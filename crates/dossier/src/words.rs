//! Closed vocabularies: enums whose values each correspond to one word in files and links.

/// Declares a closed vocabulary: the enum, the word of each value, and the list of all values in a fixed order.
///
/// ```
/// dossier::words! {
///     /// Kind of weather.
///     Weather {
///         /// Rain or snow.
///         Rain = "rain",
///         /// Clear sky.
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
            /// All values, in display order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Word for this value.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }

            /// Value for `word`; `None` if the word is unknown.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.word() == word)
            }
        }
    };
}
