"""Checks an export with one library: check.py CHECK FOLDER. Prints `checked` on success."""

import csv
import json
import pathlib
import sys
import xml.etree.ElementTree
import zipfile

check, folder = sys.argv[1], pathlib.Path(sys.argv[2])
expected = json.loads((folder / "expected.json").read_text("utf-8"))
package = folder / "package"
with zipfile.ZipFile(folder / "standpoint.zip") as archive:
    assert archive.testzip() is None, "a checksum of the archive is wrong"
    archive.extractall(package)


def rows(name):
    with open(package / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def networkx():
    import networkx

    positions = rows("positions.csv")
    pairs = {(row["stakeholder"], row["issue"]) for row in positions}
    holders = {row["stakeholder"] for row in positions}
    for name in ["two", "one"]:
        path = package / f"graph-{name}-mode.graphml"
        graph = networkx.read_graphml(path)
        assert not graph.is_multigraph() and not graph.is_directed()
        # Gephi drops graph attributes with a warning, so the file's metadata is in its description.
        assert not set(graph.graph) - {"node_default", "edge_default"}, graph.graph
        desc = xml.etree.ElementTree.parse(path).getroot().find("{http://graphml.graphdrawing.org/xmlns}desc")
        stated = dict(line.split(": ", 1) for line in desc.text.strip().splitlines())
        assert list(stated) == ["view", "sentence", "link", "data_version", "license", "citation"], stated
        assert (stated["link"], stated["data_version"]) == (expected["link"], expected["version"]), stated
        labels = [data["label"] for _, data in graph.nodes(data=True) if data["mode"] == "stakeholder"]
        assert all(labels) and len(labels) == len(set(labels)), labels
        nodes = {node for node, data in graph.nodes(data=True) if data["mode"] == "stakeholder"}
        assert nodes == {f"stakeholder-{holder}" for holder in holders}
        assert all(isinstance(weight, float) and weight > 0 for _, _, weight in graph.edges(data="weight"))
        if name == "two":
            assert graph.number_of_edges() == len(pairs)
            assert networkx.is_bipartite(graph)
            assert sum(data["weight"] for _, _, data in graph.edges(data=True)) == len(positions)
        else:
            assert all(abs(data["weight"] - data["congruence"] - data["conflict"]) < 2e-6 for _, _, data in graph.edges(data=True))


def frictionless():
    import frictionless as library

    report = library.validate(str(package / "datapackage.json"))
    faults = [(task.name, error.message) for task in report.tasks for error in task.errors]
    assert report.valid, (report.errors, faults)
    found = {task.name: task.stats.get("rows") for task in report.tasks}
    for name in ["positions", "quotes", "stakeholders", "issues", "events", "questions"]:
        assert (found[name] or 0) == expected[name], (name, found[name], expected[name])


def profile():
    import dplib
    import jsonschema

    profiles = pathlib.Path(dplib.__file__).parent / "profiles" / "2.0"
    described = json.loads((package / "datapackage.json").read_text("utf-8"))
    assert described["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    # The packaged profile predates the standard's type `list`, which frictionless knows.
    for resource in described["resources"]:
        for field in resource.get("schema", {}).get("fields", []):
            if field["type"] == "list":
                assert field.pop("delimiter") == "|" and field.pop("itemType") == "string"
                field["type"] = "string"
    jsonschema.validate(described, json.loads((profiles / "datapackage.json").read_text("utf-8")))
    table = json.loads((profiles / "tableschema.json").read_text("utf-8"))
    tables = [resource["schema"] for resource in described["resources"] if resource.get("type") == "table"]
    assert len(tables) == 7
    for schema in tables:
        jsonschema.validate(schema, table)
    stated = described["standpoint"]["export"]
    assert (stated["link"], stated["data_version"], stated["license"]) == (
        expected["link"],
        expected["version"],
        expected["license"],
    )


{"networkx": networkx, "frictionless": frictionless, "profile": profile}[check]()
print("checked")
