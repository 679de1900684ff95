//! Everything in one archive: a Data Package (version 2 of the standard).
//!
//! `datapackage.json` describes each file: for tables every column, what their cells hold and which table they name. It comes
//! last, because it says how long each file is, its digest, and what is lost in it. Nothing is held in memory but the archive's
//! list of files; entries bear no time, so that the same data makes the same archive.

use std::io::{self, Write};

use dossier::export::Format;
use dossier::schema::{Bundle, Content as _};
use flate2::Compression;
use flate2::write::DeflateEncoder;
use rawzip::{CompressionMethod, ZipArchiveWriter};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::export_set::ExportSet;
use crate::meter::Meter;
use crate::table::{Holds, LIST, Table};
use crate::{Omission, readme};

/// The profile of the standard's version 2.
const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";

/// A file of the package, written.
struct Member {
    format: Format,
    bytes: u64,
    digest: String,
    losses: Vec<Omission>,
}

/// Writes the archive; its losses are those of all of its files, each behind the file's name.
///
/// # Errors
/// If `to` does not take it.
pub(crate) fn write(export_set: &ExportSet, to: &mut dyn Write, meter: &mut Meter) -> io::Result<Vec<Omission>> {
    let mut archive = ZipArchiveWriter::new(to);
    let mut members = Vec::new();
    for &format in Format::ALL.iter().filter(|&&format| format != Format::Package) {
        members.push(member(&mut archive, format, &mut |to| export_set.part(format, to, meter))?);
    }
    let schema = format!("{:#}\n", Bundle::schema());
    plain(&mut archive, Bundle::LINK, &schema)?;
    let told: Vec<(String, String)> = members
        .iter()
        .flat_map(|member| member.losses.iter().map(|loss| (member.format.file().to_owned(), loss.to_string())))
        .collect();
    let readme = readme::text(export_set, &told);
    plain(&mut archive, "README.txt", &readme)?;
    let description = format!("{:#}\n", describe(export_set, &members, &told));
    plain(&mut archive, "datapackage.json", &description)?;
    archive.finish().map_err(io::Error::other)?;
    let mut losses: Vec<Omission> = Vec::new();
    for loss in members.into_iter().flat_map(|member| member.losses) {
        match losses.iter_mut().find(|known| known.what == loss.what) {
            Some(known) => known.items.extend(loss.items),
            None => losses.push(loss),
        }
    }
    Ok(losses)
}

/// What writes the content of a file.
type Content<'c> = dyn FnMut(&mut dyn Write) -> io::Result<Vec<Omission>> + 'c;

fn member(archive: &mut ZipArchiveWriter<&mut dyn Write>, format: Format, content: &mut Content) -> io::Result<Member> {
    let (bytes, digest, losses) = entry(archive, format.file(), content)?;
    Ok(Member { format, bytes, digest, losses })
}

/// Writes a text that is there already.
fn plain(archive: &mut ZipArchiveWriter<&mut dyn Write>, name: &str, text: &str) -> io::Result<()> {
    entry(archive, name, &mut |to| to.write_all(text.as_bytes()).map(|()| Vec::new()))?;
    Ok(())
}

/// Writes an entry of the archive: its length, its digest, and what is lost in it.
fn entry(
    archive: &mut ZipArchiveWriter<&mut dyn Write>,
    name: &str,
    content: &mut Content,
) -> io::Result<(u64, String, Vec<Omission>)> {
    let start = archive.new_file(name).compression_method(CompressionMethod::DEFLATE).start();
    let (mut entry, config) = start.map_err(io::Error::other)?;
    let encoder = DeflateEncoder::new(&mut entry, Compression::default());
    let mut sum = Sum { to: config.wrap(encoder), bytes: 0, hash: Sha256::new() };
    let losses = content(&mut sum)?;
    let (content, bytes, hash) = sum.end();
    let (encoder, descriptor) = content.finish().map_err(io::Error::other)?;
    encoder.finish()?;
    entry.finish(descriptor).map_err(io::Error::other)?;
    let digest = dossier::Digest::new(hash.finalize().into()).to_string();
    Ok((bytes, digest, losses))
}

/// Passes bytes on, and counts and digests them.
struct Sum<W> {
    to: W,
    bytes: u64,
    hash: Sha256,
}

impl<W> Sum<W> {
    fn end(self) -> (W, u64, Sha256) {
        (self.to, self.bytes, self.hash)
    }
}

impl<W: Write> Write for Sum<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.to.write(bytes)?;
        self.hash.update(&bytes[..taken]);
        self.bytes += taken as u64;
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

fn describe(export_set: &ExportSet, members: &[Member], told: &[(String, String)]) -> Value {
    let cover = &export_set.dossier.cover;
    let metadata = &export_set.metadata;
    let counts = export_set.counts();
    let sources: Vec<Value> = export_set
        .documents()
        .iter()
        .map(|coded| {
            let mut source = json!({ "title": coded.document.source_line() });
            if let Some(url) = coded.document.url.as_deref().filter(|url| url.starts_with("http")) {
                source["path"] = url.into();
            }
            source
        })
        .collect();
    let mut package = json!({
        "$schema": PROFILE,
        "name": cover.id,
        "title": cover.title,
        "description": format!("{}\n\nView: {}. {}.", cover.description, metadata.view, metadata.sentence),
        "version": metadata.data_version,
        "licenses": licenses(&metadata.license),
        "resources": members.iter().map(|member| resource(export_set, member)).collect::<Vec<_>>(),
        "standpoint": {
            "export": metadata,
            "counts": {
                "stakeholders": counts.stakeholders,
                "issues": counts.issues,
                "positions": counts.positions,
                "quotes": counts.quotes,
                "events": counts.events,
                "questions": counts.questions
            },
            "losses": told.iter().map(|(file, loss)| json!({ "file": file, "loss": loss })).collect::<Vec<_>>()
        }
    });
    if !sources.is_empty() {
        package["sources"] = sources.into();
    }
    if metadata.link.starts_with("http") {
        package["homepage"] = metadata.link.as_str().into();
    }
    package
}

/// The licence as the standard writes it: by name where that is one licence, with the page that has its text.
fn licenses(expression: &str) -> Value {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-.".contains(letter);
    if expression.chars().all(plain) {
        json!([{ "name": expression, "path": format!("https://spdx.org/licenses/{expression}.html") }])
    } else {
        json!([{ "name": "other", "title": expression }])
    }
}

fn resource(export_set: &ExportSet, member: &Member) -> Value {
    let mut resource = json!({
        "name": member.format.file().split('.').next().unwrap_or_default(),
        "path": member.format.file(),
        "mediatype": member.format.media().split(';').next().unwrap_or_default(),
        "bytes": member.bytes,
        "hash": format!("sha256:{}", member.digest)
    });
    if let Some(table) = Table::of(member.format) {
        resource["type"] = "table".into();
        resource["format"] = "csv".into();
        resource["encoding"] = "utf-8".into();
        resource["dialect"] = json!({ "lineTerminator": "\r\n" });
        resource["schema"] = schema(export_set, table);
    } else if member.format == Format::Dna {
        resource["format"] = "csv".into();
        resource["encoding"] = "utf-8".into();
        resource["dialect"] = json!({ "delimiter": ";" });
    }
    resource
}

/// The columns of a table as a Table Schema.
fn schema(export_set: &ExportSet, table: Table) -> Value {
    let mut keys = Vec::new();
    let fields: Vec<Value> = table
        .columns()
        .map(|column| {
            if let Some(named) = column.names.filter(|&named| is_whole(export_set, table, named)) {
                let reference = json!({ "resource": named.word(), "fields": ["id"] });
                keys.push(json!({ "fields": [column.name], "reference": reference }));
            }
            let (kind, item) = match column.holds {
                Holds::Text => ("string", false),
                Holds::Number => ("integer", false),
                Holds::Flag => ("boolean", false),
                Holds::List => ("list", true),
            };
            let mut field = json!({ "name": column.name, "type": kind, "description": column.about });
            if item {
                field["delimiter"] = LIST.into();
                field["itemType"] = "string".into();
            }
            if column.required {
                field["constraints"] = json!({ "required": true });
            }
            field
        })
        .collect();
    let mut schema = json!({ "fields": fields, "primaryKey": ["id"] });
    if !keys.is_empty() {
        schema["foreignKeys"] = keys.into();
    }
    schema
}

/// Whether what a table's rows name is among the rows of the other: whoever chose need not have chosen both.
fn is_whole(export_set: &ExportSet, table: Table, named: Table) -> bool {
    let chosen: std::collections::BTreeSet<&str> = match named {
        Table::Stakeholders => export_set.chosen_stakeholders().map(|stakeholder| stakeholder.id.as_str()).collect(),
        Table::Issues => export_set.chosen_issues().map(|issue| issue.id.as_str()).collect(),
        Table::Documents => return true,
        Table::Positions | Table::Quotes | Table::Events | Table::Questions => return false,
    };
    let has = |id: &str| chosen.contains(id);
    match (table, named) {
        (Table::Positions, Table::Stakeholders) => {
            export_set.positions().all(|(_, item)| has(item.stakeholder.as_str()))
        }
        (Table::Positions, Table::Issues) => export_set.positions().all(|(_, item)| has(item.issue.as_str())),
        (Table::Quotes, _) => export_set.quotes().all(|(_, item)| has(item.speaker.as_str())),
        (Table::Questions, _) => export_set.questions().all(|(_, item)| has(item.issue.as_str())),
        (Table::Positions | Table::Stakeholders | Table::Issues | Table::Events | Table::Documents, _) => true,
    }
}
