//! The pipeline of Standpoint: everything that is done to the sources, as `cargo xtask <command>`.
//!
//! One module per command; [`site`] is the page as files, which `build` writes and `serve` shows. What more than one
//! command needs is in [`paths`], [`run`], [`toolchain`], [`npm`] and [`args`].

mod args;
mod bench;
mod build;
mod bundle;
mod check;
mod check_data;
mod export;
mod fingerprint;
mod fuzz;
mod hosting;
mod import_dna;
mod invent;
mod locate;
mod new_article;
mod npm;
mod palette;
mod paths;
mod run;
mod schema;
mod sentences;
mod serve;
mod site;
mod table;
mod test;
mod toolchain;
mod validators;
mod verify;
mod versions;

use std::process::ExitCode;

use args::{Args, Usage};

/// One `cargo xtask` command.
struct Command {
    name: &'static str,
    /// Its arguments, as `--help` shows them.
    arguments: &'static str,
    /// What it does, in one line.
    about: &'static str,
    run: fn(Args) -> anyhow::Result<ExitCode>,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "serve",
        arguments: "[--port N] [--release] [--seeds DIR] [--dist DIR] [--base /some/where/]",
        about: "builds the page, serves it on 127.0.0.1, and rebuilds and reloads it when a source changes",
        run: serve::run,
    },
    Command {
        name: "build",
        arguments: "[--out DIR] [--base-url URL] [--with-text FILE]... [--seeds DIR] [--stock-std]",
        about: "builds the site for a static host into dist/ and prints what a first view transfers",
        run: build::run,
    },
    Command {
        name: "hosting",
        arguments: "[--dist DIR] [--root DIR] [--base /some/where/] [--frame-ancestors ORIGINS] [--out DIR]",
        about: "writes what a host has to be told about the built site: for nginx, for Caddy, and as _headers",
        run: hosting::run,
    },
    Command {
        name: "test",
        arguments: "",
        about: "runs every test: native, in a browser's WebAssembly, and a reader's journeys through the built site",
        run: test::run,
    },
    Command {
        name: "pictures",
        arguments: "",
        about: "takes the pictures of docs/pictures/ anew, which the README shows and the tests compare with",
        run: test::pictures,
    },
    Command {
        name: "check",
        arguments: "",
        about: "checks format, lints, documentation, licences, advisories, the data's schema and the site's size",
        run: check::run,
    },
    Command {
        name: "verify",
        arguments: "[ARTICLE.txt]",
        about: "checks every pointer of the dossier against a copy of the article",
        run: verify::run,
    },
    Command {
        name: "new-article",
        arguments: "FILE --published DATE [--id ID] [--seeds DIR]",
        about: "begins the coding of an article: its text's digest, its quotations to complete, the names to go through",
        run: new_article::run,
    },
    Command {
        name: "locate",
        arguments: "PASSAGE [--article FILE] [--paragraph N]",
        about: "prints the pointer to a passage of an article, as JSON for seeds/",
        run: locate::run,
    },
    Command {
        name: "check-data",
        arguments: "[--seeds DIR] [--article FILE]... [--compare OTHER_SEEDS]",
        about: "validates a dossier, verifies its pointers, tells what each paragraph yields and how two coders agree",
        run: check_data::run,
    },
    Command {
        name: "fingerprint",
        arguments: "[--seeds DIR] [--article FILE]",
        about: "writes seeds/fingerprints/, by which passages are found fast in a changed copy of the article",
        run: fingerprint::run,
    },
    Command {
        name: "bundle",
        arguments: "--out FILE [--seeds DIR]",
        about: "writes a dossier into one file, which a reader can open in the page",
        run: bundle::run,
    },
    Command {
        name: "versions",
        arguments: "[--seeds DIR] [--date DATE]",
        about: "adds the data as it is to seeds/versions.json, so that old links can be told what has changed since",
        run: versions::run,
    },
    Command {
        name: "sentences",
        arguments: "[--seeds DIR]",
        about: "prints every sentence that the site makes about who stands where, one a line, to be read before publishing",
        run: sentences::run,
    },
    Command {
        name: "schema",
        arguments: "",
        about: "writes the JSON Schema of the data into seeds/schema/",
        run: schema::run,
    },
    Command {
        name: "import-dna",
        arguments: "FILE.csv --seeds DIR [--article [DOCUMENT_ID=]FILE]... [--person COLUMN] [--organization COLUMN] \
                    [--concept COLUMN] [--agreement COLUMN] [--time COLUMN] [--without COLUMN]... [--supports VALUE]... \
                    [--opposes VALUE]... [--days day-first|month-first] [--encoding NAME] [--part NAME]...",
        about: "makes a folder of data to complete of an event list of Discourse Network Analyzer",
        run: import_dna::run,
    },
    Command {
        name: "export",
        arguments: "[--format F]... [--query LINK] [--seeds DIR] [--article FILE]... [--base-url URL] [--out FILE|DIR]",
        about: "writes a dossier, or what a link shows of it, for other programs: tables, JSON, graphs, all in a package",
        run: export::run,
    },
    Command {
        name: "export-dna",
        arguments: "[--seeds DIR] [--article FILE]... [--out FILE.csv]",
        about: "the same as `export --format dna`: an event list of Discourse Network Analyzer",
        run: export::run_dna,
    },
    Command {
        name: "fuzz",
        arguments: "[TARGET]... [--minutes N]",
        about: "searches for texts, pages, links and dossiers that break what must hold for any; five minutes a target",
        run: fuzz::run,
    },
    Command {
        name: "palette",
        arguments: "",
        about: "measures whether the page's colours can be read and told apart, also without one kind of cone",
        run: palette::run,
    },
    Command {
        name: "invent",
        arguments: "[--positions N] --out FILE.json",
        about: "writes an invented dossier of N positions (100,000) as one file, to open in the page and to measure with",
        run: invent::run,
    },
    Command {
        name: "bench",
        arguments: "[OPTIONS of the benchmark]",
        about: "measures how fast views are selected, counted and searched, up to a million rows",
        run: bench::run,
    },
];

fn main() -> ExitCode {
    stop_quietly_when_nobody_reads();
    let mut arguments = std::env::args_os().skip(1);
    let Some(name) = arguments.next() else {
        eprint!("{}", help());
        return ExitCode::from(2);
    };
    let name = name.to_string_lossy();
    if matches!(&*name, "--help" | "-h" | "help") {
        print!("{}", help());
        return ExitCode::SUCCESS;
    }
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        eprint!("`{name}` is no command of cargo xtask.\n\n{}", help());
        return ExitCode::from(2);
    };
    let args = Args::new(arguments);
    if args.ask_for_help() {
        println!("cargo xtask {} {}\n    {}", command.name, command.arguments, command.about);
        return ExitCode::SUCCESS;
    }
    match (command.run)(args) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("cargo xtask {name}: {error:#}");
            if error.is::<Usage>() {
                eprintln!("usage: cargo xtask {} {}", command.name, command.arguments);
                return ExitCode::from(2);
            }
            ExitCode::FAILURE
        }
    }
}

/// `cargo xtask check-data | head` ends when `head` does: that is no fault to tell.
fn stop_quietly_when_nobody_reads() {
    let tell = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let nobody_reads = panic.payload().downcast_ref::<String>().is_some_and(|says| says.contains("Broken pipe"));
        if nobody_reads {
            std::process::exit(1);
        }
        tell(panic);
    }));
}

/// Every command with its arguments and what it does.
fn help() -> String {
    let mut text = String::from("cargo xtask <command>\n\n");
    for command in COMMANDS {
        text += format!("  {:<11} {}\n", command.name, command.about).as_str();
        if !command.arguments.is_empty() {
            text += format!("              {}\n", command.arguments).as_str();
        }
    }
    text
}
