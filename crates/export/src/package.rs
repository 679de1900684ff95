//! A ZIP archive of all formats: a Data Package (version 2).
//!
//! `datapackage.json` describes each file and, for tables, each column with type and foreign key. It is the last entry,
//! because it states sizes, digests and losses of the others. The archive is streamed; only its list of files is kept
//! in memory. Entries have no timestamps, so that the same data makes the same archive.

use std::io::{self, Write};

use dossier::export::Format;
use dossier::schema::{Bundle, Content as _};
use flate2::Compression;
use flate2::write::DeflateEncoder;
use rawzip::{CompressionMethod, ZipArchiveWriter};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::export_set::ExportSet;
use crate::progress::ProgressMeter;
use crate::table::{CellType, LIST, Table};
use crate::{Omission, readme};

/// Profile of version 2 of the standard.
const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";

/// A written file of the package.
struct Member {
    format: Format,
    bytes: u64,
    digest: String,
    losses: Vec<Omission>,
}

/// Writes the archive and returns the losses of all files, merged.
///
/// # Errors
/// If writing to `to` fails.
pub(crate) fn write(
    export_set: &ExportSet,
    to: &mut dyn Write,
    progress: &mut ProgressMeter,
) -> io::Result<Vec<Omission>> {
    let mut archive = ZipArchiveWriter::new(to);
    let mut members = Vec::new();
    for &format in Format::ALL.iter().filter(|&&format| format != Format::Package) {
        members.push(member(&mut archive, format, &mut |to| export_set.write_part(format, to, progress))?);
    }
    let schema = format!("{:#}\n", Bundle::schema());
    write_text(&mut archive, Bundle::LINK, &schema)?;
    let by_file: Vec<(String, String)> = members
        .iter()
        .flat_map(|member| member.losses.iter().map(|loss| (member.format.file().to_owned(), loss.to_string())))
        .collect();
    let readme = readme::text(export_set, &by_file);
    write_text(&mut archive, "README.txt", &readme)?;
    let description = format!("{:#}\n", describe(export_set, &members, &by_file));
    write_text(&mut archive, "datapackage.json", &description)?;
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

/// Writer of a file's content.
type Content<'c> = dyn FnMut(&mut dyn Write) -> io::Result<Vec<Omission>> + 'c;

fn member(archive: &mut ZipArchiveWriter<&mut dyn Write>, format: Format, content: &mut Content) -> io::Result<Member> {
    let (bytes, digest, losses) = entry(archive, format.file(), content)?;
    Ok(Member { format, bytes, digest, losses })
}

/// Writes an entry with the given text.
fn write_text(archive: &mut ZipArchiveWriter<&mut dyn Write>, name: &str, text: &str) -> io::Result<()> {
    entry(archive, name, &mut |to| to.write_all(text.as_bytes()).map(|()| Vec::new()))?;
    Ok(())
}

/// Writes an entry of the archive and returns its uncompressed size, its digest and its losses.
fn entry(
    archive: &mut ZipArchiveWriter<&mut dyn Write>,
    name: &str,
    content: &mut Content,
) -> io::Result<(u64, String, Vec<Omission>)> {
    let start = archive.new_file(name).compression_method(CompressionMethod::DEFLATE).start();
    let (mut entry, config) = start.map_err(io::Error::other)?;
    let encoder = DeflateEncoder::new(&mut entry, Compression::default());
    let mut writer = HashingWriter { to: config.wrap(encoder), bytes: 0, hash: Sha256::new() };
    let losses = content(&mut writer)?;
    let (content, bytes, hash) = writer.into_parts();
    let (encoder, descriptor) = content.finish().map_err(io::Error::other)?;
    encoder.finish()?;
    entry.finish(descriptor).map_err(io::Error::other)?;
    let digest = dossier::Digest::new(hash.finalize().into()).to_string();
    Ok((bytes, digest, losses))
}

/// A writer that counts and hashes the bytes it passes on.
struct HashingWriter<W> {
    to: W,
    bytes: u64,
    hash: Sha256,
}

impl<W> HashingWriter<W> {
    fn into_parts(self) -> (W, u64, Sha256) {
        (self.to, self.bytes, self.hash)
    }
}

impl<W: Write> Write for HashingWriter<W> {
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

fn describe(export_set: &ExportSet, members: &[Member], losses: &[(String, String)]) -> Value {
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
            "losses": losses.iter().map(|(file, loss)| json!({ "file": file, "loss": loss })).collect::<Vec<_>>()
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

/// Licences in the form of the standard: an SPDX identifier with its URL, or an expression as title.
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

/// Table Schema of a table.
fn schema(export_set: &ExportSet, table: Table) -> Value {
    let mut keys = Vec::new();
    let fields: Vec<Value> = table
        .columns()
        .map(|column| {
            if let Some(target) = column.references.filter(|&target| has_all_targets(export_set, table, target)) {
                let reference = json!({ "resource": target.word(), "fields": ["id"] });
                keys.push(json!({ "fields": [column.name], "reference": reference }));
            }
            let kind = match column.cell_type {
                CellType::Text => "string",
                CellType::Number => "integer",
                CellType::Flag => "boolean",
                CellType::List => "list",
            };
            let mut field = json!({ "name": column.name, "type": kind, "description": column.description });
            if column.cell_type == CellType::List {
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

/// Whether all rows that `table` refers to in `target` are exported. They need not be, because kinds are selected
/// independently.
fn has_all_targets(export_set: &ExportSet, table: Table, target: Table) -> bool {
    let exported: std::collections::BTreeSet<&str> = match target {
        Table::Stakeholders => export_set.selected_stakeholders().map(|stakeholder| stakeholder.id.as_str()).collect(),
        Table::Issues => export_set.selected_issues().map(|issue| issue.id.as_str()).collect(),
        Table::Documents => return true,
        Table::Positions | Table::Quotes | Table::Events | Table::Questions => return false,
    };
    let has = |id: &str| exported.contains(id);
    match (table, target) {
        (Table::Positions, Table::Stakeholders) => {
            export_set.positions().all(|(_, item)| has(item.stakeholder.as_str()))
        }
        (Table::Positions, Table::Issues) => export_set.positions().all(|(_, item)| has(item.issue.as_str())),
        (Table::Quotes, _) => export_set.quotes().all(|(_, item)| has(item.speaker.as_str())),
        (Table::Questions, _) => export_set.questions().all(|(_, item)| has(item.issue.as_str())),
        (Table::Positions | Table::Stakeholders | Table::Issues | Table::Events | Table::Documents, _) => true,
    }
}
