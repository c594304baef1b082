"""Tests of verify_draw.py: python3 -m unittest discover verifier

Random changes are drawn from a seed that is printed; DRAW_TEST_SEED=n repeats a run.
"""
import contextlib
import copy
import hashlib
import io
import json
import os
import random
import re
import signal
import struct
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile
import zlib
from pathlib import Path
from unittest import mock

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import verify_draw as v  # noqa: E402

VECTORS = HERE / "vectors"
GOOD = sorted(path.name for path in VECTORS.iterdir() if path.name != "refused")
SEED = int(os.environ.get("DRAW_TEST_SEED") or random.SystemRandom().randrange(10 ** 9))
print(f"DRAW_TEST_SEED={SEED}", file=sys.stderr)


def bundle(name):
    return {path.name: path.read_bytes() for path in (VECTORS / name).iterdir()}


def faults_of(files):
    faults = v.Faults()
    lines = v.check(files, faults)
    assert (lines is None) == bool(faults), "faults and a headline exclude each other"
    return faults


def run(*arguments):
    """Exit status and printed lines of the program."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        status = v.main([str(argument) for argument in arguments])
    out.flush()
    return status, out.buffer.getvalue().decode().splitlines()


def edited(files, name, edit):
    """A bundle with one JSON file changed and written canonically again."""
    value = json.loads(files[name])
    edit(value)
    return {**files, name: v.canonical(value).encode()}


def replaced(files, name, old, new):
    assert files[name].count(old) >= 1, (name, old)
    return {**files, name: files[name].replace(old, new, 1)}


def tsv(rows):
    return "".join("\t".join(row) + "\n" for row in rows).encode()


def committed(rule, sealed, values, frames, inspectors):
    """A bundle whose digests, roots and result agree with what is given."""
    rule = copy.deepcopy(rule)
    H = v.Digest(rule["digest"])
    salts = v.Salts(H, sealed["master"])
    inspectors_read = [v.Inspector(row) for row in inspectors]
    for target, rows in zip(rule["targets"], frames):
        target["root"] = v.frame_root(H, salts, target["department"], rows)
    rule["inspectors"]["root"] = v.inspectors_root(H, salts, inspectors_read)
    files = {"sealed.json": v.canonical(sealed).encode(), "sources.json": v.canonical(values).encode(),
             "inspectors.tsv": tsv(inspectors)}
    rule["sealed"] = H(files["sealed.json"]).hex()
    files["rule.json"] = v.canonical(rule).encode()
    for at, rows in enumerate(frames, 1):
        files[f"frame-{at}.tsv"] = tsv(rows)
    result = v.draw(H, rule, H(files["rule.json"]).hex(), sealed, values, frames, inspectors_read, salts)
    files["result.json"] = v.canonical(result).encode()
    return files


def parts(files):
    """What `committed` takes, from a bundle."""
    rule, sealed, values = (json.loads(files[name]) for name in ("rule.json", "sealed.json", "sources.json"))
    rows = {name: [line.split("\t") for line in data.decode().split("\n")[:-1]]
            for name, data in files.items() if name.endswith(".tsv")}
    frames = [rows[f"frame-{at}.tsv"] for at in range(1, len(rule["targets"]) + 1)]
    return [rule, sealed, values, frames, rows["inspectors.tsv"]]


class Refusals(unittest.TestCase):
    def assert_refused(self, files, file, text=""):
        faults = faults_of(files)
        self.assertTrue(faults, "accepted")
        self.assertTrue(any(fault.startswith(file + ":") and re.search(text, fault) for fault in faults),
                        f"no fault of {file} with /{text}/ among: {faults[:5]}")


class VectorTests(Refusals):
    def test_all_eight_vectors_agree(self):
        self.assertEqual(8, len(GOOD))
        for name in GOOD:
            with self.subTest(name):
                status, lines = run(VECTORS / name)
                self.assertEqual(0, status, lines)
                result = (VECTORS / name / "result.json").read_bytes()
                digest = "sm3" if name.startswith("sm3") else "sha256"
                if digest in hashlib.algorithms_available:
                    self.assertIn(hashlib.new(digest, result).hexdigest(), " ".join(lines))

    def test_all_fifteen_refused_vectors_are_refused_with_the_file_named(self):
        expected = {
            "frame-no-final-newline": "frame-1.tsv: the last line",
            "frame-row-missing": "frame-1.tsv: 37 rows, rule.json says 38",
            "frame-strata-exchanged": "frame-1.tsv: its root",
            "frame-unsorted": "frame-1.tsv: row 2",
            "inspector-recusal-dropped": "inspectors.tsv: its root",
            "public-source-silent": "sources.json: [3]",
            "public-source-without-fallback": "rule.json: sources[3]",
            "result-inspector-swapped": "result.json: visit 1 (unit 91150502KQQ0NE8PR7), teams",
            "result-visit-swapped": "result.json: visit 1, unit: expected 91150502KQQ0NE8PR7",
            "rule-not-canonical": "rule.json: not canonical",
            "rule-unknown-key": "rule.json: unknown key 'note'",
            "sealed-changed": "sealed.json: its digest",
            "source-other-value": "result.json: seed",
            "source-wrong-format": "sources.json: [3]",
            "witness-speaks-last": "rule.json: sources: a person speaks last",
        }
        self.assertEqual(sorted(expected), sorted(path.name for path in (VECTORS / "refused").iterdir()))
        for name, line in expected.items():
            with self.subTest(name):
                status, lines = run(VECTORS / "refused" / name)
                self.assertEqual(1, status)
                self.assertTrue(any(found.startswith(line) for found in lines), lines)
                self.assertEqual({line.split(":")[0]}, {found.split(":")[0] for found in lines[:-1]})

    def test_the_program_itself_ends_with_the_right_status(self):
        program = [sys.executable, str(HERE / "verify_draw.py")]
        for arguments, status in (([VECTORS / "corners"], 0), ([VECTORS / "refused" / "sealed-changed"], 1), ([], 2),
                                  ([VECTORS / "nowhere"], 1), (["--targets", VECTORS / "nowhere"], 1),
                                  (["--public", VECTORS / "nowhere"], 1), (["--help"], 2), (["a", "b"], 2)):
            with self.subTest(arguments):
                done = subprocess.run(program + [str(argument) for argument in arguments], capture_output=True,
                                      env={**os.environ, "PYTHONIOENCODING": "ascii"})
                self.assertEqual(status, done.returncode, done.stderr)
                self.assertNotIn(b"Traceback", done.stderr)

    def test_no_control_character_of_a_bundle_or_its_name_reaches_the_terminal(self):
        files = bundle("single-department")
        files["frame-1.tsv"] = files["frame-1.tsv"].replace(b"\n", b"\r\n")
        files["a\nAGREES: every digest\t\x1b[2J\x85\u2028\u202e.txt"] = b""
        with tempfile.TemporaryDirectory() as folder:
            packed = Path(folder) / "bundle.zip"
            with zipfile.ZipFile(packed, "w") as archive:
                for name, data in files.items():
                    archive.writestr(name, data)
            status, lines = run(packed)
            self.assertEqual(1, status)
            self.assertTrue(any(r"\r" in line for line in lines), lines)
            self.assertTrue(any(r"a\nAGREES: every digest\t\x1b[2J\x85\u2028\u202e.txt" in line for line in lines), lines)
            status, nowhere = run(Path(folder) / "no\nAGREES: such file\x1b[2J")
            self.assertEqual((1, 2), (status, len(nowhere)), nowhere)
            for line in lines + nowhere:
                self.assertTrue(line.isprintable(), repr(line))

    @unittest.skipUnless(hasattr(signal, "SIGPIPE"), "this system has no SIGPIPE")
    def test_the_program_ends_without_a_word_when_nobody_reads_on(self):
        for bundle_read in ("corners", "refused/sealed-changed"):
            reader, writer = os.pipe()
            os.close(reader)
            done = subprocess.run([sys.executable, str(HERE / "verify_draw.py"), str(VECTORS / bundle_read)],
                                  stdout=writer, stderr=subprocess.PIPE)
            os.close(writer)
            self.assertEqual((-signal.SIGPIPE, b""), (done.returncode, done.stderr), bundle_read)

    def test_the_page_asks_for_what_rewriting_a_vector_gives(self):
        # committed() is what several tests below stand on: it must give back a vector unchanged.
        for name in GOOD:
            self.assertEqual(bundle(name), committed(*parts(bundle(name))), name)


class ChangeTests(Refusals):
    def test_any_changed_byte_is_refused(self):
        chance = random.Random(SEED)
        for name in GOOD:
            files = bundle(name)
            for file, data in sorted(files.items()):
                for _ in range(20):
                    at, bit = chance.randrange(len(data)), chance.randrange(8)
                    kind = chance.choice(("flip", "flip", "drop", "double"))
                    changed = {"flip": data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1:],
                               "drop": data[:at] + data[at + 1:],
                               "double": data[:at] + data[at:at + 1] + data[at:]}[kind]
                    self.check_named({**files, file: changed}, file, f"{name} {file} {kind} {at} {bit}")

    def test_any_lost_repeated_or_exchanged_row_is_refused(self):
        chance = random.Random(SEED + 1)
        for name in GOOD:
            files = bundle(name)
            for file in sorted(file for file in files if file.endswith(".tsv")):
                rows = files[file].splitlines(keepends=True)
                for kind in ("drop", "double", "exchange"):
                    at = chance.randrange(len(rows))
                    other = chance.choice([row for row in range(len(rows)) if row != at] or [at])
                    changed = list(rows)
                    if kind == "drop":
                        del changed[at]
                    elif kind == "double" or at == other:
                        changed.insert(at, rows[at])
                    else:
                        changed[at], changed[other] = rows[other], rows[at]
                    self.check_named({**files, file: b"".join(changed)}, file, f"{name} {file} {kind} {at}")

    def test_any_changed_value_of_a_result_is_refused_with_its_visit_and_field(self):
        chance = random.Random(SEED + 2)
        for name in GOOD:
            files = bundle(name)
            paths = list(leaves(json.loads(files["result.json"])))
            for path in chance.sample(paths, min(40, len(paths))):
                changed = json.loads(files["result.json"])
                inside = changed
                for step in path[:-1]:
                    inside = inside[step]
                unit = changed[path[0]][path[1]].get("unit") if path[0] in ("visits", "unfilled") else None
                inside[path[-1]] = other_value(inside[path[-1]], chance)
                faults = faults_of({**files, "result.json": v.canonical(changed).encode()})
                field = [step for step in path if isinstance(step, str)][-1]
                with self.subTest(f"{name} {path}"):
                    self.assertTrue(any(fault.startswith("result.json:") and field in fault and (unit or "") in fault
                                        for fault in faults), faults[:3])

    def test_any_lost_or_repeated_row_of_a_result_is_refused_and_named(self):
        files = bundle("open-rehearsal-three-departments")
        for key, row, named in (("visits", 11, "visit 12, unit"), ("reserves", 5, "reserves 6"), ("unfilled", 29, "unfilled 30")):
            self.assert_refused(edited(files, "result.json", lambda it: it[key].pop(row)), "result.json", named)
            self.assert_refused(edited(files, "result.json", lambda it: it[key].append(it[key][row])), "result.json",
                                {"visits": "visit 13, unit: expected no visit"}.get(key, f"{key} {row + 2}: unexpected"))

    def test_any_changed_value_of_an_input_is_refused_even_when_committed_again(self):
        # The forger of these bundles recommits everything but keeps the old result.
        chance = random.Random(SEED + 3)
        for name in GOOD:
            files = bundle(name)
            for _ in range(10):
                rule, sealed, values, frames, inspectors = parts(files)
                at = chance.randrange(len(frames))
                row = chance.choice(frames[at])
                row[2] = chance.choice([region for region in ("130304", "150502", "150581") if region != row[2]])
                forged = {**committed(rule, sealed, values, frames, inspectors), "result.json": files["result.json"]}
                self.assert_refused(forged, "result.json", "commitment")

    def check_named(self, files, file, label):
        faults = faults_of(files)
        with self.subTest(label):
            self.assertTrue(faults, "accepted")
            if file in ("rule.json", "sources.json"):  # may show only where something no longer agrees with it
                return
            self.assertTrue(any(fault.startswith(file + ":") for fault in faults), faults[:3])


def leaves(value, path=()):
    if isinstance(value, (dict, list)) and value:
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(inner, path + (step,))
    elif path and not isinstance(value, (dict, list)):
        yield path


def other_value(value, chance):
    if isinstance(value, int):
        return value + chance.choice((1, 2, 10))
    if value in ("lead", "member"):
        return "lead" if value == "member" else "member"
    at = chance.randrange(len(value))
    return value[:at] + ("0" if value[at] != "0" else "1") + value[at + 1:]


def open_part(name):
    """What an open draw gives to everybody, from a vector: its own result without teams and empty seats."""
    files = bundle(name)
    targets = json.loads(files.pop("result.json"))
    del files["inspectors.tsv"], targets["unfilled"]
    for visit in targets["visits"]:
        del visit["teams"]
    return {**files, "targets.json": v.canonical(targets).encode()}


class OpenTests(unittest.TestCase):
    OPEN = "open-rehearsal-three-departments"

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.files = open_part(self.OPEN)

    def written(self, files):
        """A new folder with these files."""
        folder = Path(tempfile.mkdtemp(dir=self.folder))
        for file, data in files.items():
            (folder / file).write_bytes(data)
        return folder

    def ends(self, files):
        return run("--targets", self.written(files))

    def assert_refused(self, files, *named):
        status, lines = self.ends(files)
        self.assertEqual(1, status, lines)
        self.assertEqual({named[0].split(":")[0]}, {line.split(":")[0] for line in lines[:-1]}, lines)
        for begin in named:
            self.assertTrue(any(line.startswith(begin) for line in lines), f"{begin} not among {lines[:5]}")

    def test_anybody_recomputes_the_targets_of_an_open_draw_without_the_inspectors(self):
        status, lines = self.ends(self.files)
        self.assertEqual(0, status, lines)
        result = json.loads(bundle(self.OPEN)["result.json"])
        printed = dict(line.split(None, 1) for line in lines[:-1] if " " in line.strip())
        for key in ("commitment", "seed", "visitRoot"):
            self.assertEqual(result[key], printed[key])
        self.assertEqual("12", printed["visits"])
        self.assertIn("a rehearsal", printed["draw"])
        self.assertIn("who was sent to them is not in these files", lines[-1])

    def test_a_folder_and_a_zip_of_it_are_the_same(self):
        path = self.folder / "open.zip"
        for prefix in ("", "draw/"):
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
                for name, data in self.files.items():
                    archive.writestr(prefix + name, data)
            self.assertEqual(self.ends(self.files), run("--targets", path))

    def test_a_sealed_draw_has_no_public_targets(self):
        for name in GOOD:
            if name != self.OPEN:
                with self.subTest(name):
                    self.assert_refused(open_part(name), "rule.json: mode: expected open, found sealed")

    def test_a_changed_target_is_refused_with_its_visit_and_field(self):
        unit = json.loads(self.files["targets.json"])["visits"][2]["unit"]
        for path, line in (
            (("visits", 2, "ticket"), f"visit 3 (unit {unit}), ticket: expected"),
            (("visits", 2, "picks", 0, "place"), f"visit 3 (unit {unit}), picks 1"),
            (("visits", 2, "picks", 0, "stratum"), f"visit 3 (unit {unit}), picks 1"),
            (("visits", 2, "unit"), f"visit 3, unit: expected {unit}"),
            (("reserves", 0, "stratum"), "reserves 1"),
            (("seed",), "seed: expected"), (("commitment",), "commitment: expected"),
            (("visitRoot",), "visitRoot: expected"), (("draw",), "draw: expected"),
        ):
            def edit(targets):
                for step in path[:-1]:
                    targets = targets[step]
                targets[path[-1]] = other_value(targets[path[-1]], random.Random(SEED))
            with self.subTest(path):
                self.assert_refused(edited(self.files, "targets.json", edit), f"targets.json: {line}")

    def test_any_changed_value_of_the_targets_is_refused(self):
        chance = random.Random(SEED + 9)
        for path in leaves(json.loads(self.files["targets.json"])):
            changed = json.loads(self.files["targets.json"])
            inside = changed
            for step in path[:-1]:
                inside = inside[step]
            inside[path[-1]] = other_value(inside[path[-1]], chance)
            faults = v.Faults()
            self.assertIsNone(v.check_targets({**self.files, "targets.json": v.canonical(changed).encode()}, faults))
            self.assertTrue(faults and all(fault.startswith("targets.json:") for fault in faults), (path, faults[:3]))

    def test_a_visit_or_a_reserve_left_out_added_or_moved_is_refused(self):
        for edit, line in (
            (lambda targets: targets["visits"].pop(), "targets.json: visit 12, unit: expected"),
            (lambda targets: targets["visits"].append(targets["visits"][0]), "targets.json: visit 13, unit: expected no visit"),
            (lambda targets: targets["visits"].reverse(), "targets.json: visit 1, unit"),
            (lambda targets: targets["reserves"].pop(), "targets.json: reserves 6"),
            (lambda targets: targets["reserves"][0]["units"].append(targets["reserves"][1]["units"][0]),
             "targets.json: reserves 1"),
            (lambda targets: targets["reserves"][1]["units"].pop(), "targets.json: reserves 2"),
        ):
            self.assert_refused(edited(self.files, "targets.json", edit), line)

    def test_teams_and_empty_seats_are_no_part_of_the_targets(self):
        self.assert_refused(edited(self.files, "targets.json", lambda targets: targets["visits"][0].update(teams=[])),
                            "targets.json: visits[0]")
        self.assert_refused(edited(self.files, "targets.json", lambda targets: targets.update(unfilled=[])),
                            "targets.json: unknown key 'unfilled'")

    def test_other_lists_than_the_committed_are_refused_in_their_file(self):
        row = self.files["frame-2.tsv"].split(b"\n")[0]
        other = row[:-1] + (b"2" if row.endswith(b"1") else b"1")
        self.assert_refused(replaced(self.files, "frame-2.tsv", row, other), "frame-2.tsv: its root")
        self.assert_refused(replaced(self.files, "frame-2.tsv", row + b"\n", b""), "frame-2.tsv: 29 rows, rule.json says 30")
        self.assert_refused(edited(self.files, "sealed.json", lambda sealed: sealed["strata"][0][1].update(reserve=0)),
                            "sealed.json: its digest")

    def test_another_value_of_a_source_gives_another_seed_than_the_targets_claim(self):
        def edit(values):
            values[-1]["value"] = other_value(values[-1]["value"], random.Random(SEED))
        self.assert_refused(edited(self.files, "sources.json", edit), "targets.json: seed: expected")

    def test_a_missing_file_and_one_too_many_are_refused(self):
        for file in self.files:
            faults = v.Faults()
            v.check_targets({key: self.files[key] for key in self.files if key != file}, faults)
            self.assertIn(f"{file}: missing", faults)
        for file in ("inspectors.tsv", "result.json", "frame-01.tsv", "note.txt"):
            self.assertIn(f"'{file}': unknown file", self.ends({**self.files, file: b"x\n"})[1])
        self.assertIn("'frame-4.tsv': unknown file", self.ends({**self.files, "frame-4.tsv": self.files["frame-1.tsv"]})[1])

    def test_neither_kind_of_bundle_is_taken_for_the_other(self):
        status, lines = run(self.written(self.files))
        self.assertEqual(1, status)
        self.assertIn("'targets.json': unknown file", lines)
        status, lines = run("--targets", VECTORS / self.OPEN)
        self.assertEqual(1, status)
        self.assertIn("'inspectors.tsv': unknown file", lines)

    def test_wrong_use_is_not_taken_for_a_faulty_draw(self):
        for arguments in (["--targets"], ["--targets", "a", "b"], ["--target", VECTORS / self.OPEN],
                          ["--targets", "--public", VECTORS / self.OPEN]):
            self.assertEqual(2, run(*arguments)[0], arguments)


class JsonFormTests(Refusals):
    def setUp(self):
        self.files = bundle("single-department")

    def test_a_file_that_is_not_canonical_is_refused(self):
        for file in ("rule.json", "sealed.json", "sources.json", "result.json"):
            data = self.files[file]
            for text, changed in {
                "canonical": data + b"\n",
                "canonical ": b" " + data,
                "byte order mark": b"\xef\xbb\xbf" + data,
                "not UTF-8": data[:-3] + b"\xff" + data[-3:],
                "not JSON": data[:-1],
                "not JSON: ": b"",
                "not UTF-8 at byte 0": data.decode().encode("utf-16"),
                "nested too deep": b"[" * 100_000 + b"]" * 100_000,
            }.items():
                self.assert_refused({**self.files, file: changed}, file, text.strip())

    def test_spellings_of_the_same_value_are_refused(self):
        for file, old, new, text in (
            ("rule.json", b'"team":2', b'"team":2.0', "plain integer"),
            ("rule.json", b'"team":2', b'"team":2e0', "plain integer"),
            ("rule.json", b'"team":2', b'"team":NaN', "plain integer"),
            ("rule.json", b'"team":2', b'"team":-0', "canonical"),
            ("rule.json", b'"team":2', b'"team": 2', "canonical"),
            ("rule.json", b'"team":2', b'"team":2,"team":2', "stands twice"),
            ("rule.json", b'"cap":60', b'"cap":9007199254740992', "beyond"),
            ("rule.json", b'"cap":60', b'"cap":' + b"9" * 5000, "beyond"),
            ("rule.json", b'"draw":"s', b'"draw":"\\u0073', "canonical"),
            ("rule.json", b'"draw":"s', b'"draw":"\\ud800', "surrogate"),
            ("rule.json", b'"draw":"s', b'"draw":"\xed\xa0\x80', "UTF-8"),
            ("rule.json", b'"draw":"s', b'"draw":"\xc1\xb3', "UTF-8"),
            ("rule.json", b'"draw":"s', '"draw":"e\u0301'.encode(), "NFC"),
            ("rule.json", b'"draw":"s', '"draw":"\u212b'.encode(), "NFC"),
            ("sealed.json", b'"take":1', b'"take":1,"take":1', "stands twice"),
            ("result.json", b'"place":1', b'"place":01', "not JSON"),
        ):
            self.assert_refused(replaced(self.files, file, old, new), file, text)

    def test_the_greatest_number_is_accepted(self):
        self.assertEqual(2 ** 53 - 1, v.read_json(b"9007199254740991"))

    def test_keys_are_ordered_by_utf_16_code_units(self):
        right, wrong = '{"a":1,"😀":1,"Ａ":1}', '{"a":1,"Ａ":1,"😀":1}'
        self.assertEqual({"a": 1, "😀": 1, "Ａ": 1}, v.read_json(right.encode()))
        with self.assertRaisesRegex(ValueError, "canonical"):
            v.read_json(wrong.encode())

    def test_texts_escape_only_what_rfc_8785_escapes(self):
        for spelt in (r'"\u0000\u001f\b\t\n\f\r\"\\"', '"/\x7f\u0080\u2028é"'):
            v.read_json(spelt.encode())
        for spelt in (r'"\/"', r'"\u000a"', r'"\u001F"', r'"\u007f"', r'"\u00e9"'):
            with self.assertRaisesRegex(ValueError, "canonical"):
                v.read_json(spelt.encode())

    def test_a_missing_or_unknown_key_is_refused(self):
        for file in ("rule.json", "sealed.json", "result.json"):
            for key in json.loads(self.files[file]):
                self.assert_refused(edited(self.files, file, lambda it: it.pop(key)), file, f"'{key}' is missing")
            self.assert_refused(edited(self.files, file, lambda it: it.update(more=1)), file, "unknown key 'more'")
        for file, inside, key in (
            ("rule.json", lambda it: it["targets"][0], "cap"),
            ("rule.json", lambda it: it["sources"][3], "due"),
            ("rule.json", lambda it: it["sources"][3]["fallback"], "due"),
            ("sealed.json", lambda it: it["strata"][0][0], "reserve"),
            ("result.json", lambda it: it["visits"][0], "ticket"),
        ):
            self.assert_refused(edited(self.files, file, lambda it: inside(it).pop(key)), file, "is missing")
            self.assert_refused(edited(self.files, file, lambda it: inside(it).update(x=1)), file, "unknown key 'x'")

    def test_a_fault_of_form_in_a_visit_names_the_unit(self):
        def edit(result):
            result["visits"][2]["picks"][0]["place"] = True
        self.assert_refused(edited(self.files, "result.json", edit), "result.json", r"unit 91150581W192U29XY9\)\.picks.*place")

    def test_wrong_types_are_refused_everywhere(self):
        chance = random.Random(SEED + 4)
        for file in ("rule.json", "sealed.json", "sources.json", "result.json"):
            paths = list(leaves(json.loads(self.files[file])))
            for path in chance.sample(paths, min(25, len(paths))):
                for wrong in ([], {}, True, None, -1, "", "\u0085"):
                    value = json.loads(self.files[file])
                    inside = value
                    for step in path[:-1]:
                        inside = inside[step]
                    if inside[path[-1]] == wrong and type(inside[path[-1]]) is type(wrong):
                        continue
                    inside[path[-1]] = wrong
                    with self.subTest(f"{file} {path} {wrong!r}"):
                        self.assertTrue(faults_of({**self.files, file: v.canonical(value).encode()}))


class RuleTests(Refusals):
    def refuse(self, text, edit, name="single-department"):
        self.assert_refused(edited(bundle(name), "rule.json", edit), "rule.json", text)

    def test_each_value_out_of_its_range_is_refused(self):
        for key, wrongs in {
            "protocol": ["DR-2", "", None], "digest": ["SHA256", "sm3", "SHA-512"], "mode": ["public"],
            "office": ["", "a\tb", "a\x7f", "a\x85"], "draw": ["", "a\nb"], "serial": [0, -1, "1"],
            "chain": ["", "0" * 63, "A" * 64], "supersedes": ["", 1], "rehearsal": [0, "false", None],
            "roster": ["team"], "team": [0, 1, 10, True], "ends": ["2026-02-29", "2026-13-01", "2026-1-1", "20261231",
                                                                   "2026-12-31T00:00:00Z", "２０２６-12-31"],
            "sealed": ["", "0" * 65], "targets": [None, {}], "sources": [None], "inspectors": [None, []],
        }.items():
            for wrong in wrongs:
                self.refuse(key, lambda rule: rule.update({key: wrong}))
        for key, wrongs in {"cap": [0, -1, "60"], "size": [0], "take": [-1, 39], "department": ["", "a\0"],
                            "root": ["0" * 62], "scopes": ["", [""], ["a,b"], ["b", "a"], ["a", "a"], ["a\x01"]]}.items():
            for wrong in wrongs:
                self.refuse(key, lambda rule: rule["targets"][0].update({key: wrong}))
        self.refuse("size", lambda rule: rule["inspectors"].update(size=0))

    def test_what_the_keys_owe_to_each_other_is_checked(self):
        self.refuse("team", lambda rule: rule.update(roster="group"))
        self.refuse("team", lambda rule: rule.update(team=2), "groups-with-fallback-source")
        self.refuse("team", lambda rule: rule.update(roster="person"), "groups-with-fallback-source")
        self.refuse("chain", lambda rule: rule.update(serial=1))
        self.refuse("chain", lambda rule: rule.update(serial=2), "corners")
        self.refuse("supersedes", lambda rule: rule.update(supersedes="earlier"))
        self.refuse("supersedes", lambda rule: rule.update(reason="because"))
        self.refuse("targets: empty", lambda rule: rule.update(targets=[]))
        self.refuse("department", lambda rule: rule["targets"].reverse(), "joint-regions-differ")
        self.refuse("department", lambda rule: rule["targets"][1].update(department="150581-SCJG"), "joint-regions-differ")

    def test_sources_in_a_wrong_order_or_form_are_refused(self):
        def moved(at, due):
            return lambda rule: rule["sources"][at].update(due=due)
        self.refuse("order of due", moved(0, "2026-11-24T02:10:01Z"))
        self.refuse("person speaks last", moved(1, "2026-11-24T13:15:00Z"))  # one public source after, another at once
        self.refuse("last must be", lambda rule: rule["sources"].append(rule["sources"].pop(0)))
        self.refuse("last must be", lambda rule: rule.update(sources=[]))
        self.refuse("last must be", lambda rule: rule["sources"].__delitem__(slice(2, 4)))
        self.refuse("person speaks last", lambda rule: rule["sources"].pop(2))
        self.refuse("needs a fallback", lambda rule: rule["sources"][2].pop("fallback"))
        self.refuse("has no fallback", lambda rule: rule["sources"][0].update(
            fallback={"name": "other dice", "due": "2026-11-24T03:00:00Z"}))
        self.refuse("fallback.due", lambda rule: rule["sources"][3]["fallback"].update(due=rule["sources"][3]["due"]))
        self.refuse("used twice", lambda rule: rule["sources"][1].update(name=rule["sources"][0]["name"]))
        self.refuse("used twice", lambda rule: rule["sources"][2]["fallback"].update(name=rule["sources"][0]["name"]))
        self.refuse("'='", lambda rule: rule["sources"][1].update(name="a=b"))
        self.refuse("'='", lambda rule: rule["sources"][2]["fallback"].update(name="a=b"))
        self.refuse("kind", lambda rule: rule["sources"][1].update(kind="dice"))
        for due in ("2026-11-24T24:00:00Z", "2026-02-30T00:00:00Z", "2026-11-24T02:00:60Z", "2026-11-24 02:00:00Z",
                    "2026-11-24T02:00Z", "2026-11-24T02:00:00+00:00", "2026-11-24T02:00:00.0Z", "2026-11-24T02:00:00Z\n"):
            self.refuse("due", moved(0, due))
        for form in ([], [0], [-1], ["1"], 7):
            self.refuse("format", lambda rule: rule["sources"][1].update(format=form))

    def test_one_beacon_after_every_person_is_enough(self):
        rule, sealed, values, frames, inspectors = parts(bundle("single-department"))
        rule["sources"][2:] = json.loads(bundle("corners")["rule.json"])["sources"]
        values[2:] = json.loads(bundle("corners")["sources.json"])
        self.assertEqual([], faults_of(committed(rule, sealed, values, frames, inspectors)))
        rule["sources"][2]["due"] = rule["sources"][1]["due"]
        self.assert_refused(committed(rule, sealed, values, frames, inspectors), "rule.json", "person speaks last")


class SealedTests(Refusals):
    def test_strata_that_break_their_rules_are_refused(self):
        joint = bundle("joint-regions-differ")
        for text, edit in {
            "not in order": lambda sealed: sealed["strata"][0].reverse(),
            "repeated": lambda sealed: sealed["strata"][0][1].update(id="S1"),
            "take and reserve are more": lambda sealed: sealed["strata"][0][2].update(reserve=7),
            "reserve": lambda sealed: sealed["strata"][0][0].update(reserve=-1),
            "takes add up": lambda sealed: sealed["strata"][0][0].update(take=2),
            "sizes add up": lambda sealed: sealed["strata"][0][0].update(size=54),
            "expected 2 lists": lambda sealed: sealed["strata"].pop(),
            "master": lambda sealed: sealed.update(master="A" * 64),
            "id": lambda sealed: sealed["strata"][0][0].update(id=""),
        }.items():
            self.assert_refused(edited(joint, "sealed.json", edit), "sealed.json", text)

    def test_a_table_that_disagrees_with_its_frame_is_refused_though_all_digests_agree(self):
        rule, sealed, values, frames, inspectors = parts(bundle("single-department"))
        sealed["strata"][0][0]["size"] += 1
        sealed["strata"][0][1]["size"] -= 1
        forged = committed(rule, sealed, values, frames, inspectors)
        self.assert_refused(forged, "frame-1.tsv", "'S1': 24 rows, sealed.json says 25")

    def test_a_stratum_missing_from_the_table_is_refused_though_all_digests_agree(self):
        rule, sealed, values, frames, inspectors = parts(bundle("single-department"))
        files = committed(rule, sealed, values, frames, inspectors)
        frames[0][0][1] = "S9"
        H = v.Digest("SHA-256")
        rule["targets"][0]["root"] = v.frame_root(H, v.Salts(H, sealed["master"]), "150581-SCJG", frames[0])
        files.update({"frame-1.tsv": tsv(frames[0]), "rule.json": v.canonical(rule).encode()})
        self.assert_refused(files, "frame-1.tsv", "row 1, stratum: 'S9' is not in the table")


class SourceTests(Refusals):
    def refuse(self, at, value, text, name="single-department"):
        def edit(values):
            values[at] = value
        self.assert_refused(edited(bundle(name), "sources.json", edit), "sources.json", text)

    def test_values_with_another_spelling_are_refused(self):
        for value in ("", "84751", "8475140", " 847514", "847514 ", "84 7514", "84751a", "８４７５１４", "-84751", "+84751"):
            self.refuse(1, {"value": value}, "format")
        for value in ("3 08 14 19 27 33 11", "03  08 14 19 27 33 11", "03 08 14 19 27 33", "03\u00a008 14 19 27 33 11",
                      "03 08 14 19 27 33 11 01", "03,08,14,19,27,33,11"):
            self.refuse(2, {"value": value}, "format")
            self.refuse(2, {"fallback": value}, "format")
        self.refuse(0, {"value": "A" * 64}, "format", "corners")
        self.refuse(0, {"value": "a" * 63}, "format", "corners")
        self.refuse(0, {"value": "g" * 64}, "format", "corners")

    def test_silence_and_fallback_are_only_for_whom_they_are_meant(self):
        self.refuse(2, {"none": True}, "never silent")
        self.refuse(0, {"none": False}, "none")
        self.refuse(0, {"fallback": "6 6 2 2 3 4 5 2 1 6 6 2 3 1 6 4"}, "no fallback")
        self.refuse(1, {}, "exactly one")
        self.refuse(1, {"value": "847514", "none": True}, "exactly one")
        self.refuse(1, {"other": "847514"}, "unknown key")
        self.refuse(1, "847514", "object")

    def test_each_source_has_one_entry(self):
        files = bundle("single-department")
        self.assert_refused(edited(files, "sources.json", lambda values: values.pop()), "sources.json", "expected 4")
        self.assert_refused(edited(files, "sources.json", lambda values: values.append({"value": "1"})), "sources.json", "expected 4")

    def test_a_fallback_value_gives_another_seed_than_the_same_value_of_the_source(self):
        files = edited(bundle("single-department"), "sources.json",
                       lambda values: values[2].update(fallback=values[2].pop("value")))
        self.assert_refused(files, "result.json", "seed")


class RowTests(Refusals):
    def refuse(self, file, old, new, text, name="single-department"):
        self.assert_refused(replaced(bundle(name), file, old, new), file, text)

    def test_frame_rows_out_of_form_are_refused(self):
        row = b"911303040F19NUKJJC\tS1\t130304001\n"
        for new, text in (
            (b"911303040F19NUKJJC\tS1\n", "expected 3 fields"),
            (b"911303040F19NUKJJC\tS1\t130304001\t\n", "expected 3 fields"),
            (b"911303040F19NUKJJC\tS1\t130304001\r\n", "control"),
            (b"911303040F19NUKJJC\tS\xc2\x85\t130304001\n", "control"),
            (b"911303040F19NUKJJC\tS\x7f\t130304001\n", "control"),
            (b"911303040F19NUKJJC\tS\x00\t130304001\n", "control"),
            (b"911303040F19NUKJJC\t\t130304001\n", "stratum: empty"),
            (b"911303040f19NUKJJC\tS1\t130304001\n", "unit"),
            (b"911303040F19NUKJJ\tS1\t130304001\n", "unit"),
            (b"911303040F19NUKJJCC\tS1\t130304001\n", "unit"),
            ("911303040F19NUKJJ９\tS1\t130304001\n".encode(), "unit"),
            (b"911303040F19NUKJJC\tS1\t1303040\n", "region"),
            (b"911303040F19NUKJJC\tS1\t\n", "region"),
            ("911303040F19NUKJJC\tS1\t13030400１\n".encode(), "region"),
            (b"911303040F19NUKJJC\tS9\t130304001\n", "not in the table"),
            (b"\n" + row, "expected 3 fields"),
            (row + row, "repeated"),
            (b"\xef\xbb\xbf" + row, "byte order mark"),
            (b"911303040F19NUKJJC\te\xcc\x81\t130304001\n", "NFC"),
            (b"911303040F19NUKJJC\t\xff\t130304001\n", "UTF-8"),
        ):
            self.refuse("frame-1.tsv", row, new, text)

    def test_inspector_rows_out_of_form_are_refused(self):
        row = b"150581-SCJG-001\t150581-SCJG\t\xe8\xae\xa1\xe9\x87\x8f\t*\t2028-01-01\t91130304Y3WA000LH0,91150502KQQ0NE8PR7,91150502MHKYP0CRUT\n"
        head = b"150581-SCJG-001\t150581-SCJG\t"
        for new, text in (
            (head + b"a\t*\t2028-01-01\n", "expected 6 fields"),
            (head + b"a\t*\t2028-02-30\t\n", "validUntil"),
            (head + b"a\t*\t2028-1-1\t\n", "validUntil"),
            (head + b"a\t*\t\t\n", "validUntil"),
            (head + b"a\t*,130304\t2028-01-01\t\n", "regions: expected the single"),
            (head + b"a\t130304,*\t2028-01-01\t\n", "regions"),
            (head + b"a\t1303040000000\t2028-01-01\t\n", "regions"),
            (head + b"a\t13x\t2028-01-01\t\n", "regions"),
            (head + b"a\t150502,130304\t2028-01-01\t\n", "regions: an element"),
            (head + b"a\t130304,130304\t2028-01-01\t\n", "regions: an element"),
            (head + b"a\t130304,\t2028-01-01\t\n", "regions: an empty"),
            (head + b",a\t*\t2028-01-01\t\n", "scopes: an empty"),
            (head + b"a,,b\t*\t2028-01-01\t\n", "scopes: an empty"),
            (head + b"b,a\t*\t2028-01-01\t\n", "scopes: an element"),
            (head + b"a,a\t*\t2028-01-01\t\n", "scopes: an element"),
            ("150581-SCJG-001\t150581-SCJG\t😀,Ａ\t*\t2028-01-01\t\n".encode(), "scopes: an element"),
            (head + b"a\t*\t2028-01-01\tB,A\n", "recusals: an element"),
            (head + b"a\t*\t2028-01-01\tA,A\n", "recusals: an element"),
            (head + b"a\t*\t2028-01-01\t,\n", "recusals: an empty"),
            (head + b"a\x1b\t*\t2028-01-01\t\n", "control"),
            (b"\t150581-SCJG\ta\t*\t2028-01-01\t\n", "inspector: empty"),
            (b"150581-SCJG-001\t150581-ZJ\ta\t*\t2028-01-01\t\n", "not one of the rule's"),
            (row + row, "repeated"),
        ):
            self.refuse("inspectors.tsv", row, new, text)

    def test_an_empty_frame_or_inspector_list_is_refused(self):
        for file in ("frame-1.tsv", "inspectors.tsv"):
            self.assert_refused({**bundle("single-department"), file: b""}, file, "empty")
            self.assert_refused({**bundle("single-department"), file: b"\n"}, file, "fields")

    def test_sizes_and_roots_that_disagree_are_refused(self):
        files = bundle("single-department")
        self.assert_refused(edited(files, "rule.json", lambda rule: rule["inspectors"].update(size=7)), "inspectors.tsv", "6 rows")
        self.assert_refused(edited(files, "rule.json", lambda rule: rule["inspectors"].update(root="0" * 64)), "inspectors.tsv", "root")
        self.assert_refused(edited(files, "rule.json", lambda rule: rule["targets"][0].update(root="0" * 64)), "frame-1.tsv", "root")
        self.assert_refused(edited(files, "rule.json", lambda rule: rule.update(sealed="0" * 64)), "sealed.json", "digest")
        self.assert_refused(edited(files, "rule.json", lambda rule: rule["targets"][0].update(take=4)), "sealed.json", "takes")
        self.assert_refused(edited(files, "rule.json", lambda rule: rule["targets"][0].update(size=39)), "sealed.json", "sizes")


class Piece:
    """One entry of a zip made byte by byte; header and listed change fields of its two records."""

    def __init__(self, name, data, deflated=False, flags=0, behind=None, tail=None, extra=b"", listed_extra=b"",
                 header=None, listed=None, packed_more=b""):
        self.name, self.data = name, data
        content = data
        if deflated:
            packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
            content = packer.compress(data) + packer.flush() + packed_more
        fields = {"flags": flags | (0 if behind is None else 8), "method": 8 if deflated else 0, "crc": zlib.crc32(data),
                  "packed": len(content), "size": len(data), "name": name if isinstance(name, bytes) else name.encode()}
        sizes_behind = {} if behind is None else {"crc": 0, "packed": 0, "size": 0}
        in_header = {**fields, **sizes_behind, **(header or {})}
        if behind == b"":
            in_header.update(packed=len(content), size=len(data))
        self.bytes = (struct.pack("<I5H3I2H", 0x04034B50, 20, in_header["flags"], in_header["method"], 0, 33, in_header["crc"],
                                  in_header["packed"], in_header["size"], len(in_header["name"]), len(extra))
                      + in_header["name"] + extra + content)
        if tail is not None:
            self.bytes += tail
        elif behind is not None:
            self.bytes += behind + struct.pack("<3I", fields["crc"], len(content), len(data))
        self.fields = None if listed is False else {"offset": None, "comment": 0, "disk": 0, **fields, **(listed or {})}
        self.listed_extra = listed_extra

    def listed(self, offset):
        f = self.fields
        return (struct.pack("<I6H3I5H2I", 0x02014B50, 20, 20, f["flags"], f["method"], 0, 33, f["crc"], f["packed"], f["size"],
                            len(f["name"]), len(self.listed_extra), f["comment"], f["disk"], 0, 0,
                            offset if f["offset"] is None else f["offset"])
                + f["name"] + self.listed_extra + bytes(f["comment"]))


def zip_of(*pieces, before=b"", after=b"", comment=b"", listed=b"", disk=0, count=None, here=None, cut=0):
    body, entries = b"", []
    for piece in pieces:
        if isinstance(piece, bytes):
            body += piece
            continue
        if piece.fields:
            entries.append(piece.listed(len(body)))
        body += piece.bytes
    index = b"".join(entries) + listed
    count = len(entries) if count is None else count
    end = struct.pack("<I4H2IH", 0x06054B50, disk, 0, count if here is None else here, count, len(index), len(body), len(comment))
    return body + index + before + end + comment + after


class FileTests(Refusals):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def zipped(self, entries, **more):
        path = self.folder / "draw.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in entries:
                archive.writestr(name, data, **more)
        return path

    def assert_ends(self, status, text, *arguments):
        found, lines = run(*arguments)
        self.assertEqual(status, found, lines)
        self.assertTrue(any(text in line for line in lines), lines)

    def test_a_missing_file_is_refused(self):
        for name in ("corners", "single-department"):
            files = bundle(name)
            for file in files:
                self.assert_refused({key: files[key] for key in files if key != file}, file, "missing")

    def test_an_unknown_file_is_refused(self):
        for name in ("frame-2.tsv", "frame-01.tsv", "frame-0.tsv", "RULE.JSON", "note.txt", ".DS_Store"):
            for file, data in {**bundle("single-department"), name: b"x\n"}.items():
                (self.folder / file).write_bytes(data)
            self.assert_ends(1, f"'{name}': unknown file", self.folder)
            (self.folder / name).unlink()
        (self.folder / "more").mkdir()
        self.assert_ends(1, "'more': unknown file", self.folder)
        (self.folder / "rule.json").unlink()
        (self.folder / "rule.json").mkdir()
        self.assert_ends(1, "'rule.json': unknown file", self.folder)

    def test_a_zip_is_accepted_with_and_without_one_leading_folder(self):
        for name in GOOD:
            files = bundle(name)
            self.assert_ends(0, "AGREES", self.zipped(files.items()))
            self.assert_ends(0, "AGREES", self.zipped([(f"{name}/{file}", data) for file, data in files.items()]))
        nested = [("双随机/", b"")] + [(f"双随机/{file}", data) for file, data in files.items()]
        self.assert_ends(0, "AGREES", self.zipped(nested))
        self.assert_ends(0, "AGREES", self.zipped(nested[1:] + nested[:1]))

    def test_a_zip_with_more_or_other_folders_is_refused(self):
        files = list(bundle("single-department").items())
        for prefix in ("a/b/", "/", "../", "./", "a\\"):
            self.assert_ends(1, "unknown file", self.zipped([(prefix + name, data) for name, data in files]))
        self.assert_ends(1, "unknown file", self.zipped([("a/" + name, data) for name, data in files[:3]] + files[3:]))
        self.assert_ends(1, "unknown file", self.zipped([("a/" + name, data) for name, data in files] + [("b/", b"")]))
        self.assert_ends(1, "unknown file", self.zipped(files + [("a/", b"")]))
        self.assert_ends(1, "unknown file", self.zipped(files + [("a/rule.json", b"{}")]))
        path = self.zipped([(name.replace("rule.json", "rule.json#.txt"), data) for name, data in files])
        path.write_bytes(path.read_bytes().replace(b"rule.json#", b"rule.json\0"))
        self.assert_ends(1, "unknown file", path)

    def test_an_entry_that_stands_twice_is_refused(self):
        files = list(bundle("single-department").items())
        with self.assertWarns(UserWarning):
            path = self.zipped(files + files[:1])
        self.assert_ends(1, f"{files[0][0]}: stands twice", path)

    def test_bytes_in_front_of_a_zip_are_refused(self):
        path = self.zipped(bundle("single-department").items())
        path.write_bytes(b"#!/bin/sh\n" + path.read_bytes())
        self.assert_ends(1, "'draw.zip': not a readable zip: bytes stand in front", path)

    def shaped(self, *pieces, **end):
        path = self.folder / "shaped.zip"
        path.write_bytes(zip_of(*pieces, **end))
        return path

    def test_a_zip_of_any_common_tool_is_accepted(self):
        files = bundle("single-department")
        times, unix = struct.pack("<2HBI", 0x5455, 5, 3, 0), struct.pack("<2H8x", 0x5855, 8)
        for shape in (
            {},                                                              # Python, 7-Zip, Windows
            {"deflated": True},
            {"deflated": True, "extra": times + unix, "listed_extra": times},     # zip on Unix
            {"deflated": True, "behind": b"PK\7\b", "extra": unix},              # macOS, Java
            {"deflated": True, "behind": b"", "header": {"crc": 0}},              # without the mark, sizes in front too
            {"behind": b"PK\7\b"},                                              # Python into a pipe
            {"flags": 1 << 11, "extra": struct.pack("<2HBI", 0x7075, 5 + len("抽查/rule.json".encode()), 1, 0) + "抽查/rule.json".encode(),
             "only": "rule.json"},
        ):
            only = shape.pop("only", None)
            pieces = [Piece("抽查/" + name, data, **(shape if only in (None, name) else {})) for name, data in files.items()]
            with self.subTest(shape):
                self.assert_ends(0, "AGREES", self.shaped(*pieces))
                self.assert_ends(0, "AGREES", self.shaped(Piece("抽查/", b""), *pieces))
                self.assert_ends(0, "AGREES", self.shaped(*pieces, Piece("抽查/", b"", deflated=True)))
                with zipfile.ZipFile(self.folder / "shaped.zip") as archive:
                    self.assertIsNone(archive.testzip(), "the pieces are what other programs take for a zip")

    def test_a_zip_written_into_a_pipe_is_accepted(self):
        class Pipe(io.RawIOBase):
            data = b""

            def writable(self):
                return True

            def write(self, data):
                self.data += bytes(data)
                return len(data)

        for packing in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            pipe = Pipe()
            with zipfile.ZipFile(pipe, "w", packing) as archive:
                for name, data in bundle("single-department").items():
                    archive.writestr("双随机/" + name, data)
            path = self.folder / "piped.zip"
            path.write_bytes(pipe.data)
            self.assert_ends(0, "AGREES", path)

    def test_a_zip_that_could_be_read_in_two_ways_is_refused(self):
        files = bundle("single-department")
        *others, last = [Piece(name, data) for name, data in files.items()]
        stray_end = b"PK\5\6" + bytes(18)
        whole = zip_of(*others, last)
        again = Piece(last.name, last.data)
        shapes = {
            # a reader of headers stops at the stray end and never sees what the list points at
            "does not end where": [
                [*others, Piece(last.name, last.data, listed=False), stray_end, again],
                [others[0], stray_end, *others[1:], last],
                [*others, last, b"\0"],
                [*others, last, stray_end],
                [*others, Piece(last.name, last.data, tail=b"PK\7\b" + bytes(12))],
                [*others, Piece(last.name, last.data, behind=b"PK\7\b", tail=bytes(12))],
                [*others, Piece(last.name, last.data, behind=b"PK\7\7")],
                [*others, Piece("rule.json", b"{}", listed=False), last],
                [*others, last, Piece("more.txt", b"", listed=False)],
                [*others, Piece(last.name, last.data, listed={"offset": 1})],
                [*others, Piece(last.name, last.data, listed={"offset": 0xFFFFFFFE})],
                [*others, Piece(last.name, last.data, listed={"packed": 1}, header={"packed": 1})],
                [*others, Piece(last.name, last.data, listed={"packed": 0xFFFFFFFE})],
            ],
            "'shaped.zip': not a readable zip: bytes stand in front of its first entry": [
                [whole, *others, last],
                [b"#!/bin/sh\n", *others, last],
                [Piece("rule.json", b"{}", listed=False), *others, last],
            ],
            "stands twice in the zip": [
                [*others, last, again],
                [Piece("x/", b""), Piece("x/", b"")] + [Piece("x/" + name, data) for name, data in files.items()],
            ],
            "its own header names it 'other.txt'": [[*others, Piece(last.name, last.data, header={"name": b"other.txt"})]],
            "encrypted": [[*others, Piece(last.name, last.data, header={"flags": 1})],
                          [*others, Piece(last.name, last.data, flags=1)]],
            "has flags no bundle needs": [[*others, Piece(last.name, last.data, flags=1 << 13)]],
            "is packed in another way than the list": [
                [*others, Piece(last.name, last.data, header={"flags": 2})],
                [*others, Piece(last.name, last.data, header={"method": 8})]],
            "has not the size and checksum": [
                [*others, Piece(last.name, last.data, header={field: 1})] for field in ("crc", "packed", "size")] + [
                [*others, Piece(last.name, last.data, header={"crc": 0})]],
            "is stored with another size than its own": [
                [*others, Piece(last.name, last.data, listed={"size": 1}, header={"size": 1})]],
            "has its sizes in zip64 form": [
                [*others, Piece(last.name, last.data, extra=struct.pack("<2H2Q", 1, 16, 0, 0))],
                [*others, Piece(last.name, last.data, listed_extra=struct.pack("<2H2Q", 1, 16, 0, 0))],
                [*others, Piece(last.name, last.data, listed={"size": 0xFFFFFFFF})]],
            "has another name in an extra field": [
                [*others, Piece(last.name, last.data, extra=struct.pack("<2HBI", 0x7075, 14, 1, 0) + b"rule.json")]],
            "has a broken extra field": [[*others, Piece(last.name, last.data, extra=b"\0\0\0")],
                                         [*others, Piece(last.name, last.data, extra=b"\1\1\7\0")]],
            "has a comment": [[*others, Piece(last.name, last.data, listed={"comment": 4})]],
            "begins in another file": [[*others, Piece(last.name, last.data, listed={"disk": 1})]],
            "is damaged: it has not the size": [
                [*others, Piece(last.name, last.data, deflated=True, packed_more=b"\0")],
                [*others, Piece(last.name, last.data, deflated=True, listed={"size": 1}, header={"size": 1})]],
            "a folder has no content": [
                [Piece("x/", b"x")] + [Piece("x/" + name, data) for name, data in files.items()]],
            "an entry's name is not UTF-8": [
                [Piece(b"\xb3\xe9/" + name.encode(), data) for name, data in files.items()]],
            "unknown file": [[Piece("a\\b/" + name, data) for name, data in files.items()],
                             [*others, Piece(last.name + "\0", last.data)]],
        }
        for reason, lists in shapes.items():
            for number, pieces in enumerate(lists):
                with self.subTest(reason, number=number):
                    self.assert_ends(1, reason, self.shaped(*pieces))
        self.assert_ends(0, "AGREES", self.shaped(*others, last))

    def test_what_an_open_draw_gives_to_everybody_can_be_read_in_one_way_only_too(self):
        files = [Piece(name, data) for name, data in open_part(OpenTests.OPEN).items()]
        self.assert_ends(0, "AGREES", "--targets", self.shaped(*files))
        forged = Piece(files[-1].name, files[-1].data, listed=False)
        self.assert_ends(1, "does not end where", "--targets", self.shaped(*files[:-1], forged, b"PK\5\6" + bytes(18), files[-1]))
        self.assert_ends(1, "stands twice", "--targets", self.shaped(*files, files[-1]))

    def test_a_zip_ends_with_its_end_record_and_its_list_alone(self):
        pieces = [Piece(name, data) for name, data in bundle("single-department").items()]
        whole = zip_of(*pieces)
        for reason, end in (
            ("its last bytes are not the end record, without a comment", {"comment": b"x"}),
            ("its last bytes are not the end record, without a comment", {"after": b"\n"}),
            ("its last bytes are not the end record, without a comment", {"after": bytes(22)}),
            ("or between its list and its end record", {"before": b"x"}),
            ("it is one of several files", {"disk": 1}),
            ("it is one of several files", {"here": 5}),
            ("names 6 entries, the end record says 7", {"count": 7, "here": 7}),
            ("names 6 entries, the end record says 5", {"count": 5, "here": 5}),
            ("something else than entries", {"listed": bytes(50)}),
            ("something else than entries", {"listed": b"PK\1\2"}),
            ("the list at its end is cut off", {"listed": b"PK\1\2" + bytes(24) + b"\1" + bytes(17)}),
            ("it has a zip64 end record", {"listed": b"PK\6\7" + bytes(16)}),
            ("it is too short", {"cut": 21}),
        ):
            with self.subTest(reason, **end):
                path = self.shaped(*pieces, **end)
                if "cut" in end:
                    path.write_bytes(whole[-end["cut"]:])
                self.assert_ends(1, reason, path)

    def test_an_unknown_file_is_named_as_it_stands_in_the_archive_and_quoted(self):
        path = self.zipped([("x/y/rule.json", b""), ("x/y'\\.txt", b""), ("x/" + "长" * 200, b"")])
        for name in ("'x/y/rule.json'", "'x/y\\'\\\\.txt'", f"'x/{'长' * 58}...{'长' * 57}'"):
            self.assert_ends(1, f"{name}: unknown file", path)

    def test_a_wrong_checksum_is_told_of_its_file(self):
        path = self.zipped([("draw/" + name, data) for name, data in bundle("single-department").items()])
        data = bytearray(path.read_bytes())
        data[data.rindex(b"draw/frame-1.tsv") - 46 + 16] ^= 1
        path.write_bytes(bytes(data))
        self.assert_ends(1, "frame-1.tsv: has not the size and checksum the list at the end of the zip says", path)
        data[data.index(b"draw/frame-1.tsv") - 30 + 14] ^= 1
        path.write_bytes(bytes(data))
        self.assert_ends(1, "frame-1.tsv: is damaged: it has not the checksum", path)

    def test_a_zip_bomb_is_refused_without_being_unpacked(self):
        files = {**bundle("single-department"), "frame-1.tsv": bytes(v.FILE_BYTES + 1)}
        self.assert_ends(1, "frame-1.tsv: larger than", self.zipped(files.items()))
        with mock.patch.object(v, "BUNDLE_BYTES", 3000):
            self.assert_ends(1, "larger than", self.zipped(bundle("single-department").items()))
        with mock.patch.object(v, "BUNDLE_FILES", 5):
            self.assert_ends(1, "more than 5", self.zipped(bundle("single-department").items()))

    def test_a_damaged_zip_is_refused_or_still_holds_the_same_files(self):
        files = bundle("corners")
        path = self.zipped(files.items())
        data, chance = path.read_bytes(), random.Random(SEED + 5)
        for _ in range(300):
            at = chance.randrange(len(data))
            path.write_bytes(data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1:]
                             if chance.random() < .8 else data[:at])
            status, lines = run(path)
            if status == 0:
                self.assertEqual(files, v.read_bundle(path, v.Faults()))
            else:
                self.assertEqual(1, status, lines)

    def test_what_is_not_a_zip_is_refused(self):
        path = self.folder / "draw.zip"
        for data in (b"", b"PK\x03\x04", b"{}"):
            path.write_bytes(data)
            self.assert_ends(1, "not a readable zip", path)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_BZIP2) as archive:
            archive.writestr("rule.json", b"{}")
        self.assert_ends(1, "rule.json: encrypted, or packed in another way", path)
        with zipfile.ZipFile(path, "w"):
            pass
        self.assert_ends(1, "rule.json: missing", path)

    def test_the_public_part_gives_commitment_and_seed(self):
        files = bundle("joint-regions-differ")
        result = json.loads(files["result.json"])
        (self.folder / "rule.json").write_bytes(files["rule.json"])
        self.assert_ends(0, result["commitment"], "--public", self.folder)
        (self.folder / "sources.json").write_bytes(files["sources.json"])
        self.assert_ends(0, result["seed"], "--public", self.folder)
        (self.folder / "sources.json").write_bytes(files["sources.json"].replace(b"003756", b"00375"))
        self.assert_ends(1, "sources.json: [1]", "--public", self.folder)
        (self.folder / "rule.json").unlink()
        self.assert_ends(1, "rule.json: missing", "--public", self.folder)
        self.assert_ends(1, "rule.json: there is no such folder", "--public", self.folder / "rule.json")


class DigestTests(Refusals):
    def test_our_sm3_gives_the_examples_of_the_standard(self):
        self.assertEqual("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0", v.Sm3(b"abc").digest().hex())
        self.assertEqual("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732", v.Sm3(b"abcd" * 16).digest().hex())

    @unittest.skipUnless("sm3" in hashlib.algorithms_available, "this Python has no SM3 to compare with")
    def test_our_sm3_agrees_with_the_library_at_every_length(self):
        data = random.Random(SEED + 6).randbytes(300) if sys.version_info >= (3, 9) else os.urandom(300)
        for length in range(300):
            at = length // 3
            pieces = v.Sm3(data[:at])
            pieces.update(data[at:length])
            self.assertEqual(hashlib.new("sm3", data[:length]).digest(), pieces.digest(), length)

    def test_the_sm3_vector_agrees_by_our_own_sm3(self):
        with mock.patch.object(v, "_library_sm3", return_value=None):
            self.assertIs(v.Sm3, v.Digest("SM3").new)
            self.assertEqual([], faults_of(bundle("sm3-scarce-specialists")))

    def test_the_mac_is_hmac(self):
        import hmac
        self.assertEqual(hmac.new(b"k" * 32, "a\nb\n名".encode(), "sha256").digest(),
                         v.Digest("SHA-256").mac(b"k" * 32)("a", "b", "名"))

    def test_the_tree_is_the_tree_of_rfc_6962(self):
        H = v.Digest("SHA-256")

        def by_the_rfc(leaves):
            if len(leaves) == 1:
                return leaves[0]
            split = 1
            while split * 2 < len(leaves):
                split *= 2
            return H(b"\x01" + by_the_rfc(leaves[:split]) + by_the_rfc(leaves[split:]))
        leaves = [H(bytes([number])) for number in range(130)]
        for count in range(1, 131):
            self.assertEqual(by_the_rfc(leaves[:count]), v.tree_root(H, leaves[:count]), count)


def seat_by_the_page(leads, members, team, limit):
    """§7 word for word, recursive and without any shortcut: (lead, member, unfilled)."""
    load, lead, member = {}, [set() for _ in leads], [set() for _ in members]

    def seat(u, seen, preference, role):
        for i in preference[u]:
            if i in seen or i in lead[u] or i in member[u]:
                continue
            seen.add(i)
            if load.get(i, 0) < limit:
                role[u].add(i)
                load[i] = load.get(i, 0) + 1
                return True
            for w in [w for w in range(len(role)) if i in role[w]]:
                role[w].remove(i)
                if seat(w, seen, preference, role):
                    role[u].add(i)
                    return True
                role[w].add(i)
        return False

    unfilled = 0
    for preference, seats, role in ((leads, 1, lead), (members, team - 1, member)):
        for u in range(len(preference)):
            for _ in range(seats):
                unfilled += not seat(u, set(), preference, role)
    return lead, member, unfilled


class SeatingTests(unittest.TestCase):
    def cases(self, count, seed):
        chance = random.Random(seed)
        for _ in range(count):
            visits, staff = chance.randint(1, 9), [f"i{number}" for number in range(chance.randint(0, 7))]
            dense, led = chance.choice((.3, .6, .9)), chance.choice((.3, .6, 1))
            leaders = {name for name in staff if chance.random() < led}
            members = [[name for name in chance.sample(staff, len(staff)) if chance.random() < dense]
                       for _ in range(visits)]
            leads = [[name for name in names if name in leaders] for names in members]
            yield leads, members, chance.randint(1, 4), chance.randint(1, visits)

    def test_the_stack_and_its_shortcuts_seat_as_the_page_says(self):
        moved = 0
        for case in self.cases(4000, SEED + 7):
            attempt = v.Attempt(*case)
            self.assertEqual(seat_by_the_page(*case), (attempt.lead, attempt.member, attempt.unfilled), case)
            moved += attempt.limit_felt
        self.assertGreater(moved, 500, "the cases must make people change places")

    def test_the_limit_kept_is_the_one_the_page_keeps(self):
        units = [f"{number:018d}" for number in range(9)]
        for number, (leads, members, team, cap) in enumerate(self.cases(400, SEED + 8)):
            # Scopes and recusals stand for any reason of not being eligible; the lots give the preference.
            visits = units[:len(members)]
            staff = sorted({name for names in members for name in names} | {"idle"})
            rows = [[name, "D", "lead" if any(name in names for names in leads) else "", "*", "2030-01-01",
                     ",".join(unit for unit, names in zip(visits, members) if name not in names)] for name in staff]
            order = dict(zip(visits, members))
            teams, unfilled = v.seat_department(
                {"team": team, "ends": "2026-12-31"}, {"department": "D", "cap": cap, "scopes": ["lead"]},
                visits, dict.fromkeys(visits, "130304"), [v.Inspector(row) for row in rows],
                lambda unit, inspector: bytes([order[unit].index(inspector)]))
            most = max(1, min(cap, len(visits)))
            least = min(most, max(1, -(-team * len(visits) // len(staff))))
            attempts = [seat_by_the_page(leads, members, team, limit) for limit in range(least, most + 1)]
            lead, member, empty = min(attempts, key=lambda attempt: attempt[2])  # the first among equals
            self.assertEqual([sorted(lead[at]) + [name for name in members[at] if name in member[at]]
                              for at in range(len(visits))], [teams[unit] for unit in visits], number)
            self.assertEqual(empty, sum(row["missing"] for row in unfilled))
            self.assertEqual([unit for at, unit in enumerate(visits) if not lead[at]],
                             [row["unit"] for row in unfilled if row["role"] == "lead"])

    def test_who_may_serve_is_decided_by_day_recusal_region_and_scope(self):
        unit = "9" * 18
        for row, role in (
            (["a,b", "*", "2026-12-31", ""], "lead"),
            (["a,b", "*", "2026-12-30", ""], None),
            (["b,c", "*", "2027-01-01", ""], "member"),
            (["", "*", "2027-01-01", ""], "member"),
            (["a,b,c", "13,150581", "2027-01-01", ""], "lead"),
            (["a,b", "130304001002", "2027-01-01", ""], None),
            (["a,b", "150581", "2027-01-01", ""], None),
            (["a,b", "", "2027-01-01", ""], None),
            (["a,b", "*", "2027-01-01", "8" * 18 + "," + unit], None),
            (["a,b", "*", "2027-01-01", "8" * 18], "lead"),
        ):
            teams, unfilled = v.seat_department(
                {"team": 2, "ends": "2026-12-31"}, {"department": "D", "cap": 60, "scopes": ["a", "b"]}, [unit],
                {unit: "130304001"}, [v.Inspector(["i", "D"] + row)], lambda unit, inspector: b"")
            self.assertEqual(["i"] if role else [], teams[unit], row)
            self.assertEqual(role or "nobody", ({"lead", "member"} - {seat["role"] for seat in unfilled} or {"nobody"}).pop(), row)

    def test_a_long_chain_of_moves_needs_no_deep_stack(self):
        # Visit n may be led by n or n + 1; the last visit only by 0, so every earlier one must move on.
        length = 3000
        preference = [[f"{at:05d}", f"{at + 1:05d}"] for at in range(length)] + [["00000"]]
        attempt = v.Attempt(preference, preference, 1, 1)
        self.assertEqual(0, attempt.unfilled)
        self.assertEqual({"00000"}, attempt.lead[length])


def paths(H, leaves):
    """RFC 6962 §2.1.1, word for word: the audit path of each leaf, from the leaf up."""
    def root(nodes):
        return nodes[0] if len(nodes) == 1 else H(b"\x01" + root(nodes[:split(nodes)]) + root(nodes[split(nodes):]))

    def split(nodes):
        half = 1
        while half * 2 < len(nodes):
            half *= 2
        return half

    def path(at, nodes):
        if len(nodes) == 1:
            return []
        half = split(nodes)
        if at < half:
            return path(at, nodes[:half]) + [root(nodes[half:])]
        return path(at - half, nodes[half:]) + [root(nodes[:half])]
    return [path(at, leaves) for at in range(len(leaves))]


class MembershipTests(unittest.TestCase):
    """Whether one enterprise was in the frames, from answer.json and rule.json alone (§10)."""

    def proofs(self, files):
        """For each frame of a bundle the proof of each of its units."""
        rule, sealed, _, frames, _ = parts(files)
        H = v.Digest(rule["digest"])
        salts = v.Salts(H, sealed["master"])
        for target, rows in zip(rule["targets"], frames):
            inners = [H(H(salts.unit(unit) + target["department"].encode()) + f"{stratum}\n{region}".encode())
                      for unit, stratum, region in rows]
            leaves = [H(b"\x00" + row[0].encode() + inner) for row, inner in zip(rows, inners)]
            yield [{"unit": row[0], "index": at, "inner": inner.hex(), "path": [step.hex() for step in path]}
                   for at, (row, inner, path) in enumerate(zip(rows, inners, paths(H, leaves)))]

    def answer(self, files, unit):
        rule = json.loads(files["rule.json"])
        frames = []
        for target, proofs in zip(rule["targets"], self.proofs(files)):
            frame = {key: target[key] for key in ("department", "size", "root")}
            place = sum(proof["unit"] < unit for proof in proofs)
            if place < len(proofs) and proofs[place]["unit"] == unit:
                frame.update(present=True, proof=proofs[place])
            else:
                frame.update({key: proofs[at] for key, at in (("before", place - 1), ("after", place))
                              if 0 <= at < len(proofs)}, present=False)
            frames.append(frame)
        return {"protocol": "DR-1", "digest": rule["digest"], "draw": rule["draw"], "unit": unit, "frames": frames,
                "commitment": v.Digest(rule["digest"])(files["rule.json"]).hex()}

    def verdict(self, files, answer):
        with tempfile.TemporaryDirectory() as folder:
            told, rule = Path(folder, "told.json"), Path(folder, "rule.json")
            told.write_bytes(v.canonical(answer).encode())
            rule.write_bytes(files["rule.json"])
            return run("--membership", told, rule)

    @staticmethod
    def found(lines):
        return any(re.fullmatch(r"\S+ +in the frame", line) for line in lines)

    def test_whoever_was_in_a_frame_is_shown_to_have_been_and_whoever_was_not_is_not(self):
        for name in GOOD:
            files = bundle(name)
            units = sorted({row[0] for rows in parts(files)[3] for row in rows})
            for unit in units[:3] + units[-2:]:
                status, lines = self.verdict(files, self.answer(files, unit))
                self.assertEqual((0, True), (status, self.found(lines)), lines)
            for unit in ("0" * 18, "Z" * 18, units[0][:-1] + ("0" if units[0][-1] != "0" else "1")):
                if unit not in units:
                    status, lines = self.verdict(files, self.answer(files, unit))
                    self.assertEqual((0, False), (status, self.found(lines)), lines)

    def test_an_answer_that_is_not_true_is_refused(self):
        files = bundle("single-department")
        rows = parts(files)[3][0]
        here, next_one = rows[5][0], rows[6][0]
        absent = here[:-1] + ("0" if here[-1] != "0" else "1")
        [proofs] = self.proofs(files)

        def edited_answer(unit, edit):
            answer = self.answer(files, unit)
            edit(answer, answer["frames"][0])
            return answer

        def other(digits):
            return ("1" if digits[0] == "0" else "0") + digits[1:]

        for what, unit, edit in (
            ("commitment", here, lambda a, f: a.update(commitment="0" * 64)),
            ("rule.json says", here, lambda a, f: f.update(size=f["size"] + 1)),
            ("rule.json says", here, lambda a, f: f.update(root="0" * 64)),
            ("does not lead", here, lambda a, f: f["proof"].update(inner=other(f["proof"]["inner"]))),
            ("does not lead", here, lambda a, f: f["proof"].update(index=f["proof"]["index"] + 1)),
            ("does not lead", here, lambda a, f: f["proof"]["path"].pop()),
            ("does not lead", here, lambda a, f: f["proof"]["path"].append("0" * 64)),
            ("beyond a frame", here, lambda a, f: f["proof"].update(index=10 ** 9)),
            ("it is about", here, lambda a, f: a.update(unit=next_one)),
            ("is not shown by", here, lambda a, f: f.update(present=False)),
            ("is not shown by", here, lambda a, f: f.update(before=f["proof"])),
            ("is not shown by", here, lambda a, f: f.pop("proof")),
            ("do not follow", absent, lambda a, f: f.pop("after")),
            ("do not follow", absent, lambda a, f: f.update(after=proofs[f["after"]["index"] + 1])),
            ("does not stand", absent, lambda a, f: a.update(unit=here)),
            ("does not stand", absent, lambda a, f: a.update(unit=rows[9][0])),
            ("0 frames", absent, lambda a, f: a["frames"].clear()),
            ("unknown key", here, lambda a, f: f.update(stratum="S1")),
        ):
            status, lines = self.verdict(files, edited_answer(unit, edit))
            self.assertEqual(1, status, what)
            self.assertIn(what, " ".join(lines))

    def test_another_rule_than_the_one_answered_under_is_refused(self):
        files = bundle("single-department")
        answer = self.answer(files, parts(files)[3][0][0][0])
        status, lines = self.verdict(bundle("corners"), answer)
        self.assertEqual(1, status)
        self.assertIn("commitment", " ".join(lines))

    def test_wrong_use_says_how_to_use_it(self):
        self.assertEqual(2, run("--membership", VECTORS / "corners" / "rule.json")[0])

    def test_an_answer_that_is_not_there_is_a_fault(self):
        status, lines = run("--membership", "no-such.json", VECTORS / "corners" / "rule.json")
        self.assertEqual((1, "no-such.json: there is no such file"), (status, lines[0]))


class SpeedTests(unittest.TestCase):
    def test_a_frame_of_a_hundred_thousand_units_is_checked_within_thirty_seconds(self):
        rule, sealed, values, _, inspectors = parts(bundle("single-department"))
        frame = [[f"{number:018d}", f"S{number % 4 + 1}", "130304001"] for number in range(100_000)]
        sealed["strata"] = [[{"id": f"S{number}", "size": 25_000, "take": 250, "reserve": 20} for number in (1, 2, 3, 4)]]
        rule["targets"][0].update(size=100_000, take=1000)
        inspectors = [[f"I{number:03d}", "150581-SCJG", "食品" if number % 2 else "", "*", "2028-01-01", ""]
                      for number in range(60)]
        rule["inspectors"]["size"] = 60
        files = committed(rule, sealed, values, [frame], inspectors)
        start = time.monotonic()
        self.assertEqual([], faults_of(files))
        self.assertLess(time.monotonic() - start, 30)


if __name__ == "__main__":
    unittest.main()
