//! Arguments of a command.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::ValueExt as _;

/// The arguments of one command, taken one by one.
pub(crate) struct Args {
    all: Vec<OsString>,
    parser: lexopt::Parser,
}

/// One argument.
pub(crate) enum Arg {
    /// `--name`, without its dashes.
    Option(String),
    /// Anything else.
    Value(OsString),
}

/// A command line that the command does not understand; ends the program with code 2.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Usage(String);

impl std::fmt::Display for Usage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Usage {}

impl Usage {
    /// `what` says what is wrong with the command line.
    pub(crate) fn new(what: String) -> Self {
        Self(what)
    }
}

impl Args {
    /// The arguments after the command's name.
    pub(crate) fn new(arguments: impl Iterator<Item = OsString>) -> Self {
        let all: Vec<_> = arguments.collect();
        Self { parser: lexopt::Parser::from_args(all.clone()), all }
    }

    /// Whether `--help` or `-h` is among them.
    pub(crate) fn ask_for_help(&self) -> bool {
        self.all.iter().any(|argument| argument == "--help" || argument == "-h")
    }

    /// The next argument, if there is one.
    ///
    /// # Errors
    /// [`Usage`] for a value given to an option that takes none, and for a short option.
    pub(crate) fn next(&mut self) -> Result<Option<Arg>, Usage> {
        Ok(match self.parser.next().map_err(|error| Usage(error.to_string()))? {
            Some(lexopt::Arg::Long(name)) => Some(Arg::Option(name.to_owned())),
            Some(lexopt::Arg::Value(value)) => Some(Arg::Value(value)),
            Some(lexopt::Arg::Short(letter)) => return Err(Usage(format!("there is no option -{letter}"))),
            None => None,
        })
    }

    /// The value of the option just taken.
    ///
    /// # Errors
    /// [`Usage`] if there is none.
    pub(crate) fn value(&mut self) -> Result<OsString, Usage> {
        self.parser.value().map_err(|error| Usage(error.to_string()))
    }

    /// The value of the option just taken, as a path.
    ///
    /// # Errors
    /// [`Usage`] if there is none.
    pub(crate) fn path(&mut self) -> Result<PathBuf, Usage> {
        self.value().map(PathBuf::from)
    }

    /// The value of the option just taken, as text.
    ///
    /// # Errors
    /// [`Usage`] if there is none.
    pub(crate) fn text(&mut self) -> Result<String, Usage> {
        Ok(self.value()?.to_string_lossy().into_owned())
    }

    /// The value of the option just taken, as a number or whatever else `T` is.
    ///
    /// # Errors
    /// [`Usage`] if there is none or it cannot be read as a `T`.
    pub(crate) fn parse<T: std::str::FromStr<Err: std::error::Error + Send + Sync + 'static>>(
        &mut self,
    ) -> Result<T, Usage> {
        self.value()?.parse().map_err(|error| Usage(error.to_string()))
    }

    /// All of them, as they are, for a program that is started with them.
    pub(crate) fn rest(self) -> Vec<OsString> {
        self.all
    }

    /// Nothing may be left.
    ///
    /// # Errors
    /// [`Usage`] if something is.
    pub(crate) fn end(mut self) -> Result<(), Usage> {
        self.next()?.map_or(Ok(()), |arg| Err(arg.unknown()))
    }
}

impl Arg {
    /// The error for an argument that the command does not know.
    pub(crate) fn unknown(&self) -> Usage {
        match self {
            Self::Option(name) => Usage(format!("there is no option --{name}")),
            Self::Value(value) => Usage(format!("`{}` is one argument too many", value.to_string_lossy())),
        }
    }
}

/// The error for a command line that lacks something; `what` says what.
pub(crate) fn missing(what: &str) -> Usage {
    Usage(format!("{what} is missing"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(line: &str) -> Args {
        Args::new(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn an_option_takes_its_value_with_a_space_or_an_equals_sign() {
        for line in ["--port 81", "--port=81"] {
            let mut args = args(line);
            assert!(matches!(args.next(), Ok(Some(Arg::Option(name))) if name == "port"), "{line}");
            assert_eq!(args.parse::<u16>(), Ok(81), "{line}");
            assert_eq!(args.end(), Ok(()), "{line}");
        }
    }

    #[test]
    fn what_is_left_over_is_named() {
        assert_eq!(args("--fast").end(), Err(Usage("there is no option --fast".to_owned())));
        assert_eq!(args("file").end(), Err(Usage("`file` is one argument too many".to_owned())));
        assert_eq!(args("-x").end(), Err(Usage("there is no option -x".to_owned())));
    }
}
