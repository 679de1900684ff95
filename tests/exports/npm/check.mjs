// Checks an export, or the JSON-LD of pages, with one library: check.mjs MODULES CHECK FOLDER. Prints `checked` on success.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inflateRawSync } from "node:zlib";

const [modules, check, folder] = process.argv.slice(2);
const library = createRequire(join(modules, "here.js"));
const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));
let files;

/** Returns the text of a file in the package. */
function text(name) {
  files ??= unpack(readFileSync(join(folder, "standpoint.zip")));
  return new TextDecoder("utf-8", { fatal: true }).decode(files.get(name));
}

/** Returns the triples of a published vocabulary whose subject, predicate and object are all IRIs. */
function vocabulary(name) {
  const quads = readFileSync(library.resolve(`@vocabulary/${name}/${name}.nq`), "utf8");
  return [...quads.matchAll(/^<([^>]+)> <([^>]+)> <([^>]+)> /gm)].map(([, ...quad]) => quad);
}

/** Unpacks a ZIP archive by its central directory. */
function unpack(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let end = bytes.length - 22;
  while (view.getUint32(end, true) !== 0x06054b50) end -= 1;
  const found = new Map();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const [size, name, extra, comment] = [view.getUint32(at + 20, true), ...[28, 30, 32].map((to) => view.getUint16(at + to, true))];
    const local = view.getUint32(at + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    found.set(bytes.toString("utf8", at + 46, at + 46 + name), inflateRawSync(bytes.subarray(start, start + size)));
    at += 46 + name + extra + comment;
  }
  return found;
}

const checks = {
  csv() {
    const { parse } = library("csv-parse/sync");
    for (const table of ["positions", "quotes", "stakeholders", "issues", "events", "questions"]) {
      const rows = parse(text(`${table}.csv`), { columns: true, record_delimiter: "\r\n" });
      assert.equal(rows.length, expected[table], table);
      for (const row of rows) {
        assert.deepEqual([row.link, row.data_version, row.license], [expected.link, expected.version, expected.license]);
        assert.ok(row.view && row.sentence && row.citation.includes(expected.link), "a row has its metadata");
        for (const [name, cell] of Object.entries(row)) assert.doesNotMatch(cell, /^[=+\-@\t\r\n]/, `${table}: ${name}`);
      }
    }
    const statements = parse(text("dna.csv"), { columns: true, delimiter: ";" });
    const sides = parse(text("positions.csv"), { columns: true }).filter((row) => /^(supports|opposes)$/.test(row.stance));
    assert.deepEqual(statements.map((row) => row.position), sides.map((row) => row.id));
  },
  schema() {
    const Ajv = library("ajv/dist/2020").default;
    const ajv = new Ajv({ allErrors: true, formats: { uint32: true }, strictTypes: false });
    const dossier = JSON.parse(text("dossier.json"));
    const valid = ajv.compile(JSON.parse(text("schema/bundle.schema.json")));
    assert.ok(valid(dossier), JSON.stringify(valid.errors));
    const count = (kind) => dossier.documents.reduce((sum, document) => sum + document[kind].length, 0);
    for (const kind of ["positions", "quotes", "events", "questions"]) assert.equal(count(kind), expected[kind], kind);
    assert.equal(dossier.export.link, expected.link);
    delete dossier.export.link;
    assert.ok(!valid(dossier), "the schema wants a link");
  },
  async jsonld() {
    const jsonld = library("jsonld");
    const context = JSON.parse(readFileSync(new URL("anno.jsonld", import.meta.url), "utf8"));
    const documentLoader = async (url) => {
      assert.equal(url, "http://www.w3.org/ns/anno.jsonld", "no other context is asked for");
      return { contextUrl: null, document: context, documentUrl: url };
    };
    // In safe mode, anything that would be dropped (unknown members, relative IRIs) is an error.
    const options = { documentLoader, safe: true };
    const page = JSON.parse(text("annotations.jsonld"));
    const [expanded] = await jsonld.expand(page, options);
    assert.deepEqual(expanded["@type"], ["http://www.w3.org/ns/activitystreams#OrderedCollectionPage"]);
    assert.equal(expanded["http://purl.org/dc/terms/source"][0]["@value"], expected.link);
    const rdf = await jsonld.toRDF(page, options);
    // The context is our own copy, so its terms must be in the published vocabularies.
    // (One of them is published under https but refers to http.)
    const known = new Set(["oa", "as"].flatMap(vocabulary).map(([subject]) => subject.replace(/^https:/, "http:")));
    for (const { predicate, object } of rdf) {
      for (const { value } of [predicate, object]) {
        assert.ok(known.has(value) || !/^http:\/\/www\.w3\.org\/ns\/(oa|activitystreams)#/.test(value), `${value} is no term`);
      }
    }
    const ends = (name) => ({ predicate, object }) => predicate.value.endsWith("#type") && object.value === `http://www.w3.org/ns/oa#${name}`;
    const count = expected.positions + expected.quotes + expected.events + expected.questions;
    assert.equal(rdf.filter(ends("Annotation")).length, count);
    const passages = page.items.reduce((sum, item) => sum + item.target.length, 0);
    assert.equal(rdf.filter(ends("TextPositionSelector")).length, passages);
    assert.equal(new Set(page.items.map((item) => item.id)).size, count, "no two annotations have one id");
  },
  async schemaorg() {
    const { default: Validator } = await import(pathToFileURL(library.resolve("@adobe/structured-data-validator")));
    const name = (address) => ({ "@id": address });
    const terms = new Map();
    for (const [subject, predicate, object] of vocabulary("schema")) {
      const term = terms.get(subject) ?? { "@id": subject, "rdfs:subClassOf": [], "schema:domainIncludes": [], ranges: [] };
      if (predicate.endsWith("#type")) {
        term["@type"] ??= { Class: "rdfs:Class", Property: "rdf:Property" }[object.split("#")[1]];
      } else if (predicate.endsWith("#subClassOf")) {
        term["rdfs:subClassOf"].push(name(object));
      } else if (predicate.endsWith("/domainIncludes")) {
        term["schema:domainIncludes"].push(name(object));
      } else if (predicate.endsWith("/rangeIncludes")) {
        term.ranges.push(object);
      }
      terms.set(subject, term);
    }
    const validator = new Validator({ "@graph": [...terms.values()] });
    const pages = JSON.parse(readFileSync(join(folder, "data.json"), "utf8"));
    assert.equal(pages.length, expected.pages);
    // Reversed properties belong to the other entity, which is checked as well.
    const reversed = pages.flatMap((page) =>
      Object.entries(page["@reverse"] ?? {}).map(([property, other]) => ({ ...other, [property]: { "@type": page["@type"], name: "" } })),
    );
    const issues = await validator.validate({ jsonld: { page: [...pages, ...reversed] } });
    assert.deepEqual(issues.map(({ issueMessage, path }) => [issueMessage, JSON.stringify(path)]), []);
    // The validator does not check the range of properties.
    const isA = (kind, wanted) => kind === wanted || terms.get(kind)["rdfs:subClassOf"].some((above) => isA(above["@id"], wanted));
    const checkRanges = (entity) => {
      for (const [property, value] of Object.entries(entity).filter(([key]) => !key.startsWith("@"))) {
        for (const other of [value].flat().filter((value) => typeof value === "object")) {
          const { ranges } = terms.get(`http://schema.org/${property}`);
          const kind = `http://schema.org/${other["@type"]}`;
          assert.ok(ranges.some((range) => isA(kind, range)), `${entity["@type"]}.${property} leads to no ${other["@type"]}`);
          checkRanges(other);
        }
      }
    };
    [...pages, ...reversed].forEach(checkRanges);
  },
  graphology() {
    const { Graph } = library("graphology");
    const { parse } = library("graphology-graphml");
    for (const name of ["two", "one"]) {
      const xml = text(`graph-${name}-mode.graphml`);
      const graph = parse(Graph, xml);
      // Gephi drops graph attributes with a warning, so the file's metadata is in its description.
      assert.deepEqual(graph.getAttributes(), { id: "standpoint" });
      assert.equal(xml.match(/<desc>[^]*?\nlink: ([^\n]+)\n[^]*?<\/desc>/)[1].replaceAll("&amp;", "&"), expected.link);
      assert.equal(graph.multi, false);
      graph.forEachNode((node, { label }) => assert.ok(label, node));
      graph.forEachEdge((edge, { weight }) => assert.ok(weight > 0, edge));
      assert.equal(graph.order > 0, expected.positions > 0);
    }
  },
};

await checks[check]();
console.log("checked");
