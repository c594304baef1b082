#!/usr/bin/env python3
"""Recompute a finished double-random draw and compare it with what was recorded.

    python3 verify_draw.py BUNDLE             a full bundle: a folder, or a zip of it
    python3 verify_draw.py --targets BUNDLE   what an open draw gives to everybody: no inspectors, no teams
    python3 verify_draw.py --public FOLDER    only rule.json and, once known, sources.json
    python3 verify_draw.py --membership answer.json rule.json   was one enterprise in the frames?

Exit 0: everything agrees.  Exit 1: one line for each fault; a path that leads nowhere is one.
Exit 2: wrong use.

This file follows DR-1.md, which lies beside it, and shares no code with the program
that made the draw.  "§4" in a comment means section 4 of that page.  It needs Python
3.9 or later and nothing else, reads only the bundle, and writes nothing.
"""
import datetime
import hashlib
import json
import os
import re
import reprlib
import signal
import struct
import sys
import unicodedata
import zlib
from itertools import zip_longest

# ------------------------------------------------------------------ faults


class Faults(list):
    """Every fault found, each a line that begins with the file it is in."""

    def add(self, file, text):
        self.append(f"{file}: {text}")


_SHORT = reprlib.Repr()
_SHORT.maxstring = _SHORT.maxother = 120
_SHORT.maxlist, _SHORT.maxdict, _SHORT.maxlevel = 12, 8, 4


def shown(value):
    """A value as it may be printed: not too long, and with control characters spelt out."""
    return _SHORT.repr(value)


def quoted(name):
    """A file name that could be anything, as both programs that check a draw print it."""
    short = name if len(name) <= 120 else name[:60] + "..." + name[-57:]
    return "'" + short.replace("\\", "\\\\").replace("'", "\\'") + "'"


def say(line, stream=None):
    """Print one line, whatever a file, a path or a name brings into it: nothing of that ends the line or
    steers the terminal."""
    if not line.isprintable():  # which refuses some harmless letters too
        line = "".join(letter.encode("unicode_escape").decode()
                       if unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp") else letter for letter in line)
    print(line, file=stream)


def refuse(faults):
    for fault in faults:
        say(fault)
    say(f"REFUSED: {len(faults)} fault{'s' if len(faults) > 1 else ''}")
    return 1


# ------------------------------------------------------------------ §2 digests


def _rotate(word, by):
    by %= 32
    return (word << by | word >> (32 - by)) & 0xFFFFFFFF


_SM3_START = (0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600,
              0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E)
_SM3_ROUND = [_rotate(0x79CC4519 if j < 16 else 0x7A879D8A, j) for j in range(64)]


def _sm3_compress(state, block):
    w = [int.from_bytes(block[at:at + 4], "big") for at in range(0, 64, 4)]
    for j in range(16, 68):
        x = w[j - 16] ^ w[j - 9] ^ _rotate(w[j - 3], 15)
        w.append(x ^ _rotate(x, 15) ^ _rotate(x, 23) ^ _rotate(w[j - 13], 7) ^ w[j - 6])
    a, b, c, d, e, f, g, h = state
    for j in range(64):
        a12 = _rotate(a, 12)
        ss1 = _rotate(a12 + e + _SM3_ROUND[j] & 0xFFFFFFFF, 7)
        if j < 16:
            ff, gg = a ^ b ^ c, e ^ f ^ g
        else:
            ff, gg = a & b | a & c | b & c, e & f | ~e & g
        tt1 = ff + d + (ss1 ^ a12) + (w[j] ^ w[j + 4]) & 0xFFFFFFFF
        tt2 = gg + h + ss1 + w[j] & 0xFFFFFFFF
        a, b, c, d = tt1, a, _rotate(b, 9), c
        e, f, g, h = tt2 ^ _rotate(tt2, 9) ^ _rotate(tt2, 17), e, _rotate(f, 19), g
    return tuple(old ^ new for old, new in zip(state, (a, b, c, d, e, f, g, h)))


class Sm3:
    """SM3 (GB/T 32905), written out because not every Python carries it."""

    def __init__(self, data=b""):
        self._state, self._rest, self._length = _SM3_START, b"", 0
        self.update(data)

    def update(self, data):
        self._length += len(data)
        data = self._rest + data
        whole = len(data) - len(data) % 64
        for at in range(0, whole, 64):
            self._state = _sm3_compress(self._state, data[at:at + 64])
        self._rest = data[whole:]

    def copy(self):
        twin = Sm3()
        twin._state, twin._rest, twin._length = self._state, self._rest, self._length
        return twin

    def digest(self):
        end = self.copy()
        end.update(b"\x80" + bytes((55 - self._length) % 64) + (8 * self._length).to_bytes(8, "big"))
        return b"".join(word.to_bytes(4, "big") for word in end._state)


def _library_sm3():
    """The library's SM3 where it has one that gives the standard's example: far faster than ours."""
    def sm3(data=b""):
        return hashlib.new("sm3", data)
    try:
        return sm3 if sm3(b"abc").digest() == Sm3(b"abc").digest() else None
    except ValueError:
        return None


class Digest:
    """H and MAC of §2 for the digest that the rule names."""

    def __init__(self, name):
        self.new = hashlib.sha256 if name == "SHA-256" else _library_sm3() or Sm3

    def __call__(self, data):
        return self.new(data).digest()

    def mac(self, key):
        """MAC(key, ...) as a function of its texts; RFC 2104 with a 32-byte key and a 64-byte block."""
        padded = key.ljust(64, b"\0")
        inner = self.new(bytes(byte ^ 0x36 for byte in padded))
        outer = self.new(bytes(byte ^ 0x5C for byte in padded))

        def mac(*texts):
            first, second = inner.copy(), outer.copy()
            first.update("\n".join(texts).encode())
            second.update(first.digest())
            return second.digest()
        return mac


def tree_root(H, leaves):
    """§4: the tree of RFC 6962 §2.1.  Pairing level by level, a last odd node going up unchanged,
    splits where the RFC does: at the largest power of two below the number of leaves."""
    while len(leaves) > 1:
        above = [H(b"\x01" + leaves[at] + leaves[at + 1]) for at in range(0, len(leaves) - 1, 2)]
        leaves = above + leaves[len(above) * 2:]
    return leaves[0]


# ------------------------------------------------------------------ §2 text and JSON

MAX_INTEGER = 2 ** 53 - 1
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


def read_text(data):
    """The text of a file, or ValueError: UTF-8 without BOM, NFC."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise ValueError(f"not UTF-8 at byte {fault.start}") from None
    if text.startswith("\ufeff"):
        raise ValueError("begins with a byte order mark")
    if not unicodedata.is_normalized("NFC", text):
        raise ValueError("not in Unicode normal form NFC")
    return text


def canonical(value):
    """RFC 8785 for the values DR-1 knows: integers, texts, booleans, null, arrays, objects."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(canonical(key) + ":" + canonical(value[key]) for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    return json.dumps(value, ensure_ascii=False)  # escapes exactly what RFC 8785 §3.2.2.2 escapes


def read_json(data):
    """The value of a JSON file, or ValueError; whatever is not byte for byte canonical is refused."""
    def members(pairs):
        found = dict(pairs)
        if len(found) < len(pairs):
            raise ValueError("a key stands twice in one object")
        return found

    def integer(digits):
        if len(digits) > 17 or abs(int(digits)) > MAX_INTEGER:
            raise ValueError(f"a number beyond 2^53 - 1: {digits[:40]}")
        return int(digits)

    def no_number(digits):
        raise ValueError(f"a number that is not a plain integer: {digits[:40]}")

    text = read_text(data)
    try:
        value = json.loads(text, object_pairs_hook=members, parse_int=integer,
                           parse_float=no_number, parse_constant=no_number)
        if canonical(value).encode("utf-8") != data:
            raise ValueError("not canonical JSON (RFC 8785: key order, spaces, escapes, no final line end)")
    except json.JSONDecodeError as fault:
        raise ValueError(f"not JSON: {fault}") from None
    except UnicodeEncodeError:
        raise ValueError("not canonical JSON: half of a surrogate pair") from None
    except RecursionError:
        raise ValueError("nested too deep") from None
    return value


# ------------------------------------------------------------------ §3, §8 the form of each JSON file


def text_like(pattern):
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value) is not None


def is_name(value):
    return isinstance(value, str) and value != "" and not CONTROL.search(value)


def is_date(value):
    if not text_like("[0-9]{4}-[0-9]{2}-[0-9]{2}")(value):
        return False
    try:
        datetime.date(*map(int, value.split("-")))
    except ValueError:
        return False
    return True


def is_instant(value):
    return (text_like(".{10}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z")(value)
            and is_date(value[:10]))


def whole(least, what="a whole number"):
    return (f"{what}, {least} or more",
            lambda value: type(value) is int and value >= least)


def one_of(*choices):
    return (" or ".join(map(json.dumps, choices)), lambda value: value in choices and type(value) is str)


def or_null(leaf):
    return (f"null or {leaf[0]}", lambda value: value is None or leaf[1](value))


TEXT = ("a text", lambda value: isinstance(value, str))
NAME = ("a name (not empty, no control character)", is_name)
HEX = ("64 lower-case hex digits", text_like("[0-9a-f]{64}"))
UNIT = ("a credit code (18 of 0-9A-Z)", text_like("[0-9A-Z]{18}"))
DATE = ("a calendar day YYYY-MM-DD", is_date)
INSTANT = ("a moment like 2026-11-24T13:15:00Z", is_instant)
BOOLEAN = ("true or false", lambda value: isinstance(value, bool))
SCOPE = ("a scope (a name without comma)", lambda value: is_name(value) and "," not in value)
SOURCE_NAME = ("a name without '='", lambda value: is_name(value) and "=" not in value)

# A form is a leaf (what is expected, test), a [form] for arrays, or a {key: form} for objects with
# exactly these keys; a key written with "?" may be absent.
RULE = {
    "protocol": one_of("DR-1"), "digest": one_of("SHA-256", "SM3"), "mode": one_of("open", "sealed"),
    "office": NAME, "serial": whole(1), "chain": HEX, "draw": NAME,
    "supersedes": or_null(NAME), "reason": or_null(TEXT), "rehearsal": BOOLEAN,
    "roster": one_of("person", "group"), "team": whole(1), "ends": DATE,
    "targets": [{"department": NAME, "size": whole(1), "take": whole(0), "root": HEX,
                 "scopes": [SCOPE], "cap": whole(1)}],
    "inspectors": {"size": whole(1), "root": HEX},
    "sealed": HEX,
    "sources": [{"name": SOURCE_NAME, "kind": one_of("DICE", "WITNESS", "LOTTERY", "INDEX", "BEACON"),
                 "due": INSTANT, "format": [whole(1, "a number of digits")],
                 "fallback?": {"name": SOURCE_NAME, "due": INSTANT}}],
}
SEALED = {"master": HEX,
          "strata": [[{"id": NAME, "size": whole(0), "take": whole(0), "reserve": whole(0)}]]}
SOURCES = [{"value?": TEXT, "fallback?": TEXT, "none?": ("true", lambda value: value is True)}]
RESULT = {
    "draw": NAME, "commitment": HEX, "seed": HEX,
    "visitRoot": ('64 lower-case hex digits or ""', text_like("([0-9a-f]{64})?")),
    "visits": [{"unit": UNIT, "ticket": HEX,
                "picks": [{"department": NAME, "stratum": NAME, "place": whole(1)}],
                "teams": [{"department": NAME, "inspectors": [NAME]}]}],
    "reserves": [{"department": NAME, "stratum": NAME, "units": [UNIT]}],
    "unfilled": [{"department": NAME, "unit": UNIT, "role": one_of("lead", "member"), "missing": whole(1)}],
}
# §10: the targets of the result, which an open draw publishes: all of it but teams and unfilled seats.
TARGETS = {key: RESULT[key] for key in ("draw", "commitment", "seed", "visitRoot", "reserves")}
TARGETS["visits"] = [{key: RESULT["visits"][0][key] for key in ("unit", "ticket", "picks")}]


def form_faults(value, form, where=""):
    """What in a JSON value is not of the form, each with the path to it."""
    place = f"{where}: " if where else ""
    if isinstance(form, dict):
        if not isinstance(value, dict):
            yield f"{place}expected an object, found {shown(value)}"
            return
        known = {key.rstrip("?"): inner for key, inner in form.items()}
        for key in sorted(set(value) - set(known)):
            yield f"{place}unknown key {shown(key)}"
        for key, inner in known.items():
            if key in value:
                yield from form_faults(value[key], inner, f"{where}.{key}" if where else key)
            elif key + "?" not in form:
                yield f"{place}key {shown(key)} is missing"
    elif isinstance(form, list):
        if not isinstance(value, list):
            yield f"{place}expected an array, found {shown(value)}"
            return
        for at, element in enumerate(value):
            named = f" (unit {element['unit']})" if isinstance(element, dict) and UNIT[1](element.get("unit")) else ""
            yield from form_faults(element, form[0], f"{where}[{at}]{named}")
    else:
        expected, test = form
        if not test(value):
            yield f"{place}expected {expected}, found {shown(value)}"


def ascending(values):
    """Sorted by UTF-8 bytes without repetition; Python compares code points, which is the same order."""
    return all(before < after for before, after in zip(values, values[1:]))


def read_form(files, name, form, faults):
    """The value of a JSON file, or None when a fault was added."""
    if name not in files:
        return None  # reported as missing with the other names
    try:
        value = read_json(files[name])
    except ValueError as fault:
        faults.add(name, str(fault))
        return None
    found = list(form_faults(value, form))
    for fault in found:
        faults.add(name, fault)
    return None if found else value


PUBLIC = ("LOTTERY", "INDEX", "BEACON")


def rule_faults(rule):
    """§3 and §5: what the keys of rule.json owe to each other."""
    if rule["roster"] == "group" and rule["team"] != 1:
        yield f"team: expected 1 with roster \"group\", found {rule['team']}"
    if rule["roster"] == "person" and not 2 <= rule["team"] <= 9:
        yield f"team: expected 2 to 9 with roster \"person\", found {rule['team']}"
    if (rule["serial"] == 1) != (rule["chain"] == "0" * 64):
        yield "chain: expected 64 zeros exactly when serial is 1"
    if (rule["supersedes"] is None) != (rule["reason"] is None):
        yield "supersedes, reason: expected both null or both set"

    targets = rule["targets"]
    if not targets:
        yield "targets: empty"
    if not ascending([target["department"] for target in targets]):
        yield "targets: a department is repeated or not in order"
    for at, target in enumerate(targets):
        if target["take"] > target["size"]:
            yield f"targets[{at}].take: {target['take']} is more than the size {target['size']}"
        if not ascending(target["scopes"]):
            yield f"targets[{at}].scopes: an element is repeated or not in order"

    sources = rule["sources"]
    names = set()
    for at, source in enumerate(sources):
        fallback = source.get("fallback")
        for name in [source["name"]] + ([fallback["name"]] if fallback else []):
            if name in names:
                yield f"sources[{at}]: the name {shown(name)} is used twice"
            names.add(name)
        if not source["format"]:
            yield f"sources[{at}].format: empty, so no value could have it"
        if source["kind"] in PUBLIC and fallback is None:
            yield f"sources[{at}]: the kind {source['kind']} needs a fallback"
        if source["kind"] not in PUBLIC and fallback is not None:
            yield f"sources[{at}]: the kind {source['kind']} has no fallback"
        if fallback and fallback["due"] <= source["due"]:
            yield f"sources[{at}].fallback.due: expected later than {source['due']}, found {fallback['due']}"
    dues = [source["due"] for source in sources]  # one fixed form, so the texts sort as the moments do
    if dues != sorted(dues):
        yield "sources: not in the order of due"
    if not sources or sources[-1]["kind"] not in PUBLIC:
        yield "sources: the last must be a LOTTERY, INDEX or BEACON"
    people = max([source["due"] for source in sources if source["kind"] not in PUBLIC], default="")
    after = [source["kind"] for source in sources if source["kind"] in PUBLIC and source["due"] > people]
    if len(after) < 2 and "BEACON" not in after:
        yield "sources: a person speaks last; two public sources, or one BEACON, must be due after every DICE and WITNESS"


def sealed_faults(sealed, rule):
    """§3: the strata tables, and what they owe to the rule."""
    if len(sealed["strata"]) != len(rule["targets"]):
        yield f"strata: expected {len(rule['targets'])} lists, one for each target, found {len(sealed['strata'])}"
        return
    for target, strata in zip(rule["targets"], sealed["strata"]):
        where = f"strata of {shown(target['department'])}"
        if not ascending([stratum["id"] for stratum in strata]):
            yield f"{where}: a stratum is repeated or not in order"
        for stratum in strata:
            if stratum["take"] + stratum["reserve"] > stratum["size"]:
                yield f"{where}, {shown(stratum['id'])}: take and reserve are more than the size {stratum['size']}"
        for key in ("size", "take"):
            total = sum(stratum[key] for stratum in strata)
            if total != target[key]:
                yield f"{where}: the {key}s add up to {total}, rule.json says {target[key]}"


def source_faults(values, rule):
    """§5: one value for each source, spelt as its format says."""
    if len(values) != len(rule["sources"]):
        yield f"expected {len(rule['sources'])} values, one for each source, found {len(values)}"
        return
    for at, (value, source) in enumerate(zip(values, rule["sources"])):
        where = f"[{at}] ({shown(source['name'])})"
        if len(value) != 1:
            yield f"{where}: expected exactly one of value, fallback, none"
        elif "none" in value:
            if source["kind"] in PUBLIC:
                yield f"{where}: a public source is never silent; its fallback enters"
        elif "fallback" in value and "fallback" not in source:
            yield f"{where}: this source has no fallback"
        else:
            [text] = value.values()
            digits = "[0-9a-f]+" if source["kind"] == "BEACON" else "[0-9]+"
            groups = text.split(" ")
            if ([len(group) for group in groups] != source["format"]
                    or not all(re.fullmatch(digits, group) for group in groups)):
                yield f"{where}: {shown(text)} is not in the format {shown(source['format'])}"


# ------------------------------------------------------------------ §3 the TSV files


def read_rows(files, name, fields, faults):
    """The numbered rows of a TSV file that have the right number of fields; adds a fault for all others."""
    if name not in files:
        return []  # reported as missing with the other names
    try:
        text = read_text(files[name])
    except ValueError as fault:
        faults.add(name, str(fault))
        return []
    if text == "":
        faults.add(name, "empty")
        return []
    if not text.endswith("\n"):
        faults.add(name, "the last line does not end in a line feed")
    rows = [line.split("\t") for line in text.removesuffix("\n").split("\n")]
    for number, row in enumerate(rows, 1):
        if len(row) != fields:
            faults.add(name, f"row {number}: expected {fields} fields, found {len(row)}")
        if any(map(CONTROL.search, row)):
            faults.add(name, f"row {number}: a control character")
        if number > 1 and rows[number - 2][0] >= row[0]:
            faults.add(name, f"row {number}: {shown(row[0])} is repeated or not in order")
    return [(number, row) for number, row in enumerate(rows, 1) if len(row) == fields]


def read_frame(files, name, faults):
    """The rows of a frame, to be used only when no fault was added."""
    rows = read_rows(files, name, 3, faults)
    for number, (unit, stratum, region) in rows:
        if not re.fullmatch("[0-9A-Z]{18}", unit):
            faults.add(name, f"row {number}, unit: expected {UNIT[0]}, found {shown(unit)}")
        if stratum == "":
            faults.add(name, f"row {number}, stratum: empty")
        if not re.fullmatch("[0-9]{6}|[0-9]{9}|[0-9]{12}", region):
            faults.add(name, f"row {number}, region: expected 6, 9 or 12 digits, found {shown(region)}")
    return [row for _, row in rows]


class Inspector:
    """One row of inspectors.tsv, with its lists taken apart."""

    def __init__(self, row):
        self.row = row
        self.id, self.department, scopes, regions, self.valid_until, recusals = row
        self.scopes, self.regions, self.recusals = (
            text.split(",") if text else [] for text in (scopes, regions, recusals))

    def faults(self):
        if self.id == "":
            yield "inspector: empty"
        if not is_date(self.valid_until):
            yield f"validUntil: expected {DATE[0]}, found {shown(self.valid_until)}"
        for field in ("scopes", "regions", "recusals"):
            elements = getattr(self, field)
            if "" in elements:
                yield f"{field}: an empty list element"
            if not ascending(elements):
                yield f"{field}: an element is repeated or not in order"
        if self.regions != ["*"]:
            for region in self.regions:
                if not re.fullmatch("[0-9]{1,12}", region):
                    yield f"regions: expected the single * or prefixes of 1 to 12 digits, found {shown(region)}"


def read_inspectors(files, rule, faults):
    """The inspectors, to be used only when no fault was added."""
    name, inspectors = "inspectors.tsv", []
    departments = {target["department"] for target in rule["targets"]}
    for number, row in read_rows(files, name, 6, faults):
        inspector = Inspector(row)
        inspectors.append(inspector)
        for fault in inspector.faults():
            faults.add(name, f"row {number}, {fault}")
        if inspector.department not in departments:
            faults.add(name, f"row {number}, department: {shown(inspector.department)} is not one of the rule's")
    return inspectors


# ------------------------------------------------------------------ §4 commitment, §5 seed


class Salts:
    """§4: the salts, each computed once."""

    def __init__(self, H, master):
        self._mac, self._known = H.mac(bytes.fromhex(master)), {}

    def unit(self, unit):
        return self._of("unit", unit)

    def inspector(self, inspector):
        return self._of("inspector", inspector)

    def _of(self, kind, name):
        if (kind, name) not in self._known:
            self._known[kind, name] = self._mac(kind, name)[:16]
        return self._known[kind, name]


def frame_root(H, salts, department, rows):
    department, leaves = department.encode(), []
    for unit, stratum, region in rows:
        inner = H(H(salts.unit(unit) + department) + f"{stratum}\n{region}".encode())
        leaves.append(H(b"\x00" + unit.encode() + inner))
    return tree_root(H, leaves).hex()


def inspectors_root(H, salts, inspectors):
    leaves = []
    for inspector in inspectors:
        inner = H(salts.inspector(inspector.id) + "\n".join(inspector.row[1:]).encode())
        leaves.append(H(b"\x00" + inspector.id.encode() + inner))
    return tree_root(H, leaves).hex()


def seed_of(H, rule, commitment, values):
    lines = ["DR-1/rehearsal" if rule["rehearsal"] else "DR-1/seed", commitment]
    for source, value in zip(rule["sources"], values):
        if "none" in value:
            lines.append(source["name"] + "=NONE")
        elif "fallback" in value:
            lines.append(source["fallback"]["name"] + "=" + value["fallback"])
        else:
            lines.append(source["name"] + "=" + value["value"])
    return H("".join(line + "\n" for line in lines).encode())


# ------------------------------------------------------------------ §6 targets, §8 result


def draw_targets(H, rule, commitment, sealed, values, frames, salts):
    """The targets that DR-1 demands, as the value of targets.json."""
    seed = seed_of(H, rule, commitment, values)
    mac, tickets = H.mac(seed), {}

    def lot(kind, unit):
        return mac(kind, unit, salts.unit(unit).hex())

    picks, reserves = {}, []  # picks: unit -> one entry for each department that drew it
    for target, strata, rows in zip(rule["targets"], sealed["strata"], frames):
        in_stratum = {stratum["id"]: [] for stratum in strata}
        for unit, stratum, _ in rows:
            if unit not in tickets:
                tickets[unit] = lot("target", unit)
            in_stratum[stratum].append((tickets[unit], unit))
        for stratum in strata:
            take, reserve = stratum["take"], stratum["reserve"]
            in_order = [unit for _, unit in sorted(in_stratum[stratum["id"]])]
            for place, unit in enumerate(in_order[:take], 1):
                picks.setdefault(unit, []).append(
                    {"department": target["department"], "stratum": stratum["id"], "place": place})
            reserves.append({"department": target["department"], "stratum": stratum["id"],
                             "units": in_order[take:take + reserve]})

    visits = [unit for _, unit in sorted((lot("order", unit), unit) for unit in picks)]
    leaves = [H(b"\x00" + unit.encode() + H(salts.unit(unit) + b"visit")) for unit in sorted(visits)]
    return {
        "draw": rule["draw"], "commitment": commitment, "seed": seed.hex(),
        "visitRoot": tree_root(H, leaves).hex() if leaves else "",
        "visits": [{"unit": unit, "ticket": tickets[unit].hex(), "picks": picks[unit]} for unit in visits],
        "reserves": reserves,
    }


def draw(H, rule, commitment, sealed, values, frames, inspectors, salts):
    """The result that DR-1 demands, as the value of result.json."""
    targets = draw_targets(H, rule, commitment, sealed, values, frames, salts)
    mac = H.mac(bytes.fromhex(targets["seed"]))

    def lot(unit, inspector):
        return mac("inspector", unit, salts.unit(unit).hex(), inspector)

    picks = {visit["unit"]: visit["picks"] for visit in targets["visits"]}  # in the order of visits
    teams, unfilled = {unit: [] for unit in picks}, []
    for target, rows in zip(rule["targets"], frames):
        department = target["department"]
        drawn = [unit for unit in picks if any(pick["department"] == department for pick in picks[unit])]
        regions = {unit: region for unit, _, region in rows}
        own = [inspector for inspector in inspectors if inspector.department == department]
        seated, empty = seat_department(rule, target, drawn, regions, own, lot)
        for unit in drawn:
            teams[unit].append({"department": department, "inspectors": seated[unit]})
        unfilled += empty
    return {**targets, "visits": [{**visit, "teams": teams[visit["unit"]]} for visit in targets["visits"]],
            "unfilled": unfilled}


# ------------------------------------------------------------------ §7 inspectors


def seat_department(rule, target, visits, regions, inspectors, lot):
    """The teams of one department, by unit, and its rows of `unfilled`."""
    recused = {inspector.id: set(inspector.recusals) for inspector in inspectors}

    def eligible(inspector, unit):
        return (inspector.valid_until >= rule["ends"]
                and unit not in recused[inspector.id]
                and (inspector.regions == ["*"] or any(map(regions[unit].startswith, inspector.regions))))

    team, wanted = rule["team"], set(target["scopes"])
    scopes = {inspector.id: set(inspector.scopes) for inspector in inspectors}
    members, leads = [], []  # for each visit the ids that may take the role, in the order of preference
    for unit in visits:
        order = sorted((lot(unit, inspector.id), inspector.id)
                       for inspector in inspectors if eligible(inspector, unit))
        members.append([name for _, name in order])
        leads.append([name for _, name in order if wanted <= scopes[name]])

    most = max(1, min(target["cap"], len(visits)))
    least = min(most, max(1, -(-team * len(visits) // max(len(inspectors), 1))))
    best = None
    for limit in range(least, most + 1):
        attempt = Attempt(leads, members, team, limit)
        if best is None or attempt.unfilled < best.unfilled:
            best = attempt
        # When nobody was ever passed over for a full load, every higher limit repeats this attempt.
        if best.unfilled == 0 or not attempt.limit_felt:
            break

    teams, empty = {}, []
    for at, unit in enumerate(visits):
        teams[unit] = sorted(best.lead[at]) + [name for name in members[at] if name in best.member[at]]
    for role, seats, taken in (("lead", 1, best.lead), ("member", team - 1, best.member)):
        for at, unit in enumerate(visits):
            if len(taken[at]) < seats:
                empty.append({"department": target["department"], "unit": unit, "role": role,
                              "missing": seats - len(taken[at])})
    return teams, empty


class Attempt:
    """One attempt of §7: all leads are seated, then all members, nobody above the limit."""

    def __init__(self, leads, members, team, limit):
        self.limit, self.limit_felt = limit, False
        self.load = {}                        # inspector -> seats held, in both roles
        self.lead = [set() for _ in leads]    # for each visit, who holds which role
        self.member = [set() for _ in members]
        self.unfilled = self._seat_all(leads, 1, self.lead) + self._seat_all(members, team - 1, self.member)

    def _seat_all(self, preference, seats, holders):
        """Seat one role; the number of seats that stay empty."""
        serves = {}     # inspector -> the visits served in this role
        hopeless = set()  # the inspectors seen by failed searches: nobody can be freed through them
        empty = 0
        for visit in range(len(preference)):
            for _ in range(seats):
                empty += not self._seat(visit, preference, holders, serves, hopeless)
        return empty

    def _seat(self, visit, preference, holders, serves, hopeless):
        """`seat(u)` of §7 with its own stack.  Each level is a visit that looks for an inspector; `asked`
        is the full inspector it is trying to free, `others` the visits from which it may still do so."""
        def give(inspector, to):
            holders[to].add(inspector)
            serves.setdefault(inspector, set()).add(to)

        def take(inspector, away):
            holders[away].remove(inspector)
            serves[inspector].remove(away)

        seen, in_vain = set(), set()
        stack = [Level(visit, preference)]
        while stack:
            level = stack[-1]
            level.source = next((other for other in level.others if other not in in_vain), None)
            if level.source is not None:
                take(level.asked, level.source)
                stack.append(Level(level.source, preference))
                continue
            for inspector in level.candidates:
                if (inspector in seen or inspector in hopeless
                        or inspector in self.lead[level.visit] or inspector in self.member[level.visit]):
                    continue
                seen.add(inspector)
                if self.load.get(inspector, 0) < self.limit:
                    self.load[inspector] = self.load.get(inspector, 0) + 1
                    give(inspector, level.visit)
                    for above in reversed(stack[:-1]):  # each gets whom it was waiting for
                        give(above.asked, above.visit)
                    return True
                self.limit_felt = True
                level.asked, level.others = inspector, iter(sorted(serves.get(inspector, ())))
                break
            else:
                in_vain.add(level.visit)
                stack.pop()
                if stack:
                    give(stack[-1].asked, stack[-1].source)  # back to where it was
        hopeless.update(seen)
        return False


class Level:
    """One visit on the stack of a search for a seat."""

    def __init__(self, visit, preference):
        self.visit, self.candidates = visit, iter(preference[visit])
        self.asked, self.others, self.source = None, iter(()), None


# ------------------------------------------------------------------ §9 comparing the result


def differences(expected, found, where):
    """Each leaf in which two values of the same form differ."""
    if isinstance(expected, dict):
        named = " ".join(str(expected[key]) for key in ("department", "stratum", "unit", "role") if key in expected)
        for key in expected:
            yield from differences(expected[key], found[key], f"{where} ({named}), {key}")
    elif isinstance(expected, list) and any(isinstance(element, dict) for element in expected + found):
        for at, (wanted, got) in enumerate(zip_longest(expected, found), 1):
            if got is None:
                yield f"{where} {at}: missing, expected {shown(wanted)}"
            elif wanted is None:
                yield f"{where} {at}: unexpected, found {shown(got)}"
            else:
                yield from differences(wanted, got, f"{where} {at}")
    elif expected != found:
        yield f"{where}: expected {shown(expected)}, found {shown(found)}"


def result_faults(expected, found):
    """Where a result, or the targets of one, are not as expected; both have the same keys."""
    for key in ("draw", "commitment", "seed", "visitRoot"):
        yield from differences(expected[key], found[key], key)
    wanted_by_unit = {visit["unit"]: visit for visit in expected["visits"]}
    for at, (wanted, got) in enumerate(zip_longest(expected["visits"], found["visits"]), 1):
        if got is None:
            yield f"visit {at}, unit: expected {wanted['unit']}, found no visit"
        elif wanted is None or got["unit"] != wanted["unit"]:
            yield f"visit {at}, unit: expected {wanted['unit'] if wanted else 'no visit'}, found {got['unit']}"
        if got is not None and got["unit"] in wanted_by_unit:
            for key in [key for key in ("ticket", "picks", "teams") if key in got]:
                yield from differences(wanted_by_unit[got["unit"]][key], got[key],
                                       f"visit {at} (unit {got['unit']}), {key}")
    for key in [key for key in ("reserves", "unfilled") if key in expected]:
        yield from differences(expected[key], found[key], key)


# ------------------------------------------------------------------ the whole check


def frame_names(rule):
    return [f"frame-{at}.tsv" for at in range(1, len(rule["targets"]) + 1)]


def read_rule(files, faults):
    rule = read_form(files, "rule.json", RULE, faults)
    if rule is None:
        return None
    found = list(rule_faults(rule))
    for fault in found:
        faults.add("rule.json", fault)
    return None if found else rule


def read_parts(files, last, form, faults):
    """The parts every bundle has, and its last file: rule, sealed, values, frames and what is claimed.  Without a
    rule nothing else can be judged, and then there are none."""
    rule = read_rule(files, faults)
    sealed = read_form(files, "sealed.json", SEALED, faults)
    values = read_form(files, "sources.json", SOURCES, faults)
    found = read_form(files, last, form, faults)
    if rule is None:
        if "rule.json" not in files:
            faults.add("rule.json", "missing")
        return None
    names = ["rule.json", "sealed.json", "sources.json", *frame_names(rule),
             *(["inspectors.tsv"] if last == "result.json" else []), last]
    for name in names:
        if name not in files:
            faults.add(name, "missing")
    frames = [read_frame(files, name, faults) for name in frame_names(rule)]
    inspectors = read_inspectors(files, rule, faults) if "inspectors.tsv" in names else None
    for name in sorted(set(files) - set(names)):
        faults.add(quoted(name), "unknown file")
    for name, value, check_form in (("sealed.json", sealed, sealed_faults), ("sources.json", values, source_faults)):
        for fault in check_form(value, rule) if value is not None else ():
            faults.add(name, fault)
    return rule, sealed, values, frames, inspectors, found


def check_lists(H, files, rule, sealed, frames, salts, faults):
    """What sealed.json and the frames owe to the commitment."""
    if H(files["sealed.json"]).hex() != rule["sealed"]:
        faults.add("sealed.json", "its digest is not the one in rule.json")
    for name, target, strata, rows in zip(frame_names(rule), rule["targets"], sealed["strata"], frames):
        sizes = dict.fromkeys((stratum["id"] for stratum in strata), 0)
        for number, (_, stratum, _) in enumerate(rows, 1):
            if stratum in sizes:
                sizes[stratum] += 1
            else:
                faults.add(name, f"row {number}, stratum: {shown(stratum)} is not in the table of sealed.json")
        for stratum in strata:
            if sizes[stratum["id"]] != stratum["size"]:
                faults.add(name, f"stratum {shown(stratum['id'])}: {sizes[stratum['id']]} rows, "
                                 f"sealed.json says {stratum['size']}")
        if len(rows) != target["size"]:
            faults.add(name, f"{len(rows)} rows, rule.json says {target['size']}")
        if frame_root(H, salts, target["department"], rows) != target["root"]:
            faults.add(name, "its root is not the one in rule.json")


def compare(files, name, expected, found, faults):
    """Holds a file against the bytes it should have."""
    if canonical(expected).encode() == files[name]:
        return
    for fault in result_faults(expected, found):
        faults.add(name, fault)
    if not faults:
        faults.add(name, "differs from the result of the draw")


def check(files, faults):
    """Check a bundle, given as file name -> bytes; adds to faults, or returns the lines to publish."""
    # Form first: what is not in form is refused, never repaired, so nothing is computed from it.
    parts = read_parts(files, "result.json", RESULT, faults)
    if faults:
        return None
    rule, sealed, values, frames, inspectors, found = parts

    # Then what the files owe to the commitment.
    H = Digest(rule["digest"])
    salts = Salts(H, sealed["master"])
    check_lists(H, files, rule, sealed, frames, salts, faults)
    if len(inspectors) != rule["inspectors"]["size"]:
        faults.add("inspectors.tsv", f"{len(inspectors)} rows, rule.json says {rule['inspectors']['size']}")
    if inspectors_root(H, salts, inspectors) != rule["inspectors"]["root"]:
        faults.add("inspectors.tsv", "its root is not the one in rule.json")
    if faults:
        return None

    # Then the draw itself, from the beginning.
    commitment = H(files["rule.json"]).hex()
    expected = draw(H, rule, commitment, sealed, values, frames, inspectors, salts)
    compare(files, "result.json", expected, found, faults)
    if faults:
        return None
    return headline(rule) + [
        ("commitment", commitment), ("seed", expected["seed"]),
        ("visits", str(len(expected["visits"]))), ("visitRoot", expected["visitRoot"]),
        ("resultDigest", H(files["result.json"]).hex())]


def check_targets(files, faults):
    """§10, the open column: what an open draw gives to everybody, from which its targets follow."""
    parts = read_parts(files, "targets.json", TARGETS, faults)
    if parts and parts[0]["mode"] != "open":
        faults.add("rule.json", "mode: expected open, found sealed: the targets of a sealed draw are never public")
    if faults:
        return None
    rule, sealed, values, frames, _, found = parts
    H = Digest(rule["digest"])
    salts = Salts(H, sealed["master"])
    check_lists(H, files, rule, sealed, frames, salts, faults)
    if faults:
        return None
    commitment = H(files["rule.json"]).hex()
    expected = draw_targets(H, rule, commitment, sealed, values, frames, salts)
    compare(files, "targets.json", expected, found, faults)
    if faults:
        return None
    return headline(rule) + [
        ("commitment", commitment), ("seed", expected["seed"]),
        ("visits", str(len(expected["visits"]))), ("visitRoot", expected["visitRoot"])]


def check_public(files, faults):
    """§10, the public part of any draw: the commitment from rule.json and, once known, the seed."""
    rule = read_rule(files, faults)
    values = read_form(files, "sources.json", SOURCES, faults)
    if "rule.json" not in files:
        faults.add("rule.json", "missing")
    if rule is not None and values is not None:
        for fault in source_faults(values, rule):
            faults.add("sources.json", fault)
    if faults:
        return None
    H = Digest(rule["digest"])
    commitment = H(files["rule.json"]).hex()
    lines = headline(rule) + [("chain", rule["chain"]), ("commitment", commitment)]
    return lines + ([("seed", seed_of(H, rule, commitment, values).hex())] if values is not None else [])


def headline(rule):
    kind = "a rehearsal" if rule["rehearsal"] else rule["mode"]
    return [("draw", f"{rule['draw']} (office {rule['office']}, serial {rule['serial']}, {kind})")]


# ------------------------------------------------------------------ §4, §10 what one enterprise is told

PROOF = {"unit": UNIT, "index": whole(0), "inner": HEX, "path": [HEX]}
ANSWER = {
    "protocol": one_of("DR-1"), "digest": one_of("SHA-256", "SM3"), "draw": NAME, "commitment": HEX, "unit": UNIT,
    "frames": [{"department": NAME, "size": whole(1), "root": HEX, "present": BOOLEAN,
                "proof?": PROOF, "before?": PROOF, "after?": PROOF}],
}


def path_root(H, leaf, index, size, path):
    """RFC 6962 §2.1.1: the root to which a path leads from a leaf, or None when a tree of that size has
    no such path."""
    if size == 1:
        return None if path else leaf
    if not path:
        return None
    left = 1 << (size - 1).bit_length() - 1  # the largest power of two below the number of leaves
    if index < left:
        below = path_root(H, leaf, index, left, path[:-1])
        return below and H(b"\x01" + below + path[-1])
    below = path_root(H, leaf, index - left, size - left, path[:-1])
    return below and H(b"\x01" + path[-1] + below)


def proof_faults(H, proof, target):
    if proof["index"] >= target["size"]:
        yield f"index {proof['index']} is beyond a frame of {target['size']}"
        return
    leaf = H(b"\x00" + proof["unit"].encode() + bytes.fromhex(proof["inner"]))
    path = [bytes.fromhex(step) for step in proof["path"]]
    if path_root(H, leaf, proof["index"], target["size"], path) != bytes.fromhex(target["root"]):
        yield f"the path of {proof['unit']} does not lead to the root in rule.json"


def frame_faults(H, unit, frame, target):
    for key in ("department", "size", "root"):
        if frame[key] != target[key]:
            yield f"{key}: rule.json says {shown(target[key])}, found {shown(frame[key])}"
    shows = [key for key in ("proof", "before", "after") if key in frame]
    if not (shows == ["proof"] if frame["present"] else "proof" not in shows):
        yield f"present: {json.dumps(frame['present'])} is not shown by {', '.join(shows) or 'nothing'}"
        return
    for key in shows:
        for fault in proof_faults(H, frame[key], target):
            yield f"{key}: {fault}"
    if frame["present"]:
        if frame["proof"]["unit"] != unit:
            yield f"proof: it is about {frame['proof']['unit']}"
        return
    before, after = frame.get("before"), frame.get("after")
    first = before["index"] if before else -1
    last = after["index"] if after else target["size"]
    if last != first + 1:
        yield f"before, after: the places {first} and {last} do not follow each other"
    if before and not before["unit"] < unit:
        yield f"before: {before['unit']} does not stand before {unit}"
    if after and not unit < after["unit"]:
        yield f"after: {after['unit']} does not stand after {unit}"


def check_membership(files, faults):
    """§10: whether one enterprise was in the frames, from answer.json and the public rule.json alone."""
    rule = read_rule(files, faults)
    answer = read_form(files, "answer.json", ANSWER, faults)
    if faults:
        return None
    H = Digest(rule["digest"])
    commitment = H(files["rule.json"]).hex()
    for key, expected in (("digest", rule["digest"]), ("draw", rule["draw"]), ("commitment", commitment)):
        if answer[key] != expected:
            faults.add("answer.json", f"{key}: rule.json gives {shown(expected)}, found {shown(answer[key])}")
    if len(answer["frames"]) != len(rule["targets"]):
        faults.add("answer.json", f"{len(answer['frames'])} frames, rule.json has {len(rule['targets'])} departments")
    for frame, target in zip(answer["frames"], rule["targets"]):
        for fault in frame_faults(H, answer["unit"], frame, target):
            faults.add("answer.json", f"{shown(target['department'])}: {fault}")
    if faults:
        return None
    return headline(rule) + [("commitment", commitment), ("unit", answer["unit"])] + [
        (frame["department"], "in the frame" if frame["present"] else "not in the frame") for frame in answer["frames"]]


def membership(paths):
    if len(paths) != 2:
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 2
    faults, files = Faults(), {}
    for path in paths:
        if not os.path.isfile(path):
            faults.add(path, "there is no such file")
    if faults:
        return refuse(faults)
    for name, path in zip(("answer.json", "rule.json"), paths):
        with open(path, "rb") as stream:
            read_into(files, name, stream, faults)
    lines = None if faults else check_membership(files, faults)
    if lines is None:
        return refuse(faults)
    for label, text in lines:
        say(f"{label:<13} {text}")
    print("AGREES: the answer is proven; compare the commitment with what was published before the draw")
    return 0


# ------------------------------------------------------------------ reading a folder or a zip

FILE_BYTES, BUNDLE_BYTES, BUNDLE_FILES = 128 << 20, 512 << 20, 10_000  # far above any real draw
FULL = re.compile(r"(rule|sealed|sources|result)\.json|inspectors\.tsv|frame-[1-9][0-9]{0,4}\.tsv")
OPEN = re.compile(r"(rule|sealed|sources|targets)\.json|frame-[1-9][0-9]{0,4}\.tsv")
PUBLISHED = re.compile(r"(rule|sources)\.json")


def read_bundle(path, faults, known=FULL):
    """File name -> bytes, or None when there is nothing to read.  A file that is not part of any bundle
    is reported and never opened."""
    if os.path.isdir(path):
        return read_folder(path, faults, known)
    with open(path, "rb") as stream:
        try:
            return read_zip(stream, faults, known)
        except BadZip as fault:
            faults.add(quoted(os.path.basename(path)), f"not a readable zip: {fault}")
        except BadEntry as fault:
            own = fault.name.split("/", 1)[-1]  # all of them may lie in one folder
            faults.add(own if known.fullmatch(own) else quoted(fault.name), fault.reason)
    return None


def read_folder(path, faults, known):
    files = {}
    for name in sorted(os.listdir(path)):
        inside = os.path.join(path, name)
        if known.fullmatch(name) and os.path.isfile(inside):
            with open(inside, "rb") as stream:
                read_into(files, name, stream, faults)
        elif known is not PUBLISHED:  # which may lie among other downloads
            faults.add(quoted(name), "unknown file")
    return files


class BadZip(Exception):
    """What is wrong with the zip as a whole."""


class BadEntry(Exception):
    def __init__(self, name, reason):
        super().__init__(name, reason)
        self.name, self.reason = name, reason


STORED, DEFLATED = 0, 8
ENCRYPTED, BEHIND = 1, 1 << 3  # BEHIND: checksum and sizes stand once more behind the content
KNOWN_FLAGS = 0b110 | BEHIND | 1 << 11  # how hard it was packed, and a name in UTF-8: nothing else is in use
LIST_BYTES = 16 << 20


class ZipRecord:
    """What a zip says of one entry, in the list at its end or in the header before the content."""

    def __init__(self, name, fixed, extra, offset):
        self.name, self.offset = utf8(name), offset
        self.flags, self.method, self.crc, self.packed, self.size = struct.unpack("<HH4x3I", fixed)
        if self.flags & ENCRYPTED or self.method not in (STORED, DEFLATED):
            raise BadEntry(self.name, "encrypted, or packed in another way than stored or deflated")
        if self.flags & ~KNOWN_FLAGS:
            raise BadEntry(self.name, "has flags no bundle needs")
        # extra fields may tell times and owners; one that moves a size or gives another name makes a second reading
        if 0xFFFFFFFF in (self.packed, self.size, self.offset):
            raise BadEntry(self.name, "has its sizes in zip64 form")
        while extra:
            if len(extra) < 4 or len(extra) < 4 + struct.unpack_from("<H", extra, 2)[0]:
                raise BadEntry(self.name, "has a broken extra field")
            kind, length = struct.unpack_from("<2H", extra)
            if kind == 0x0001:
                raise BadEntry(self.name, "has its sizes in zip64 form")
            if kind == 0x7075 and extra[9:4 + length] != name:
                raise BadEntry(self.name, "has another name in an extra field")
            extra = extra[4 + length:]

    def refuse_other(self, header):
        """Hold the header before the content against this, which the list says."""
        if header.name != self.name:
            raise BadEntry(self.name, f"its own header names it {quoted(header.name)}")
        if (header.flags, header.method) != (self.flags, self.method):
            raise BadEntry(self.name, "is packed in another way than the list at the end of the zip says")
        for field in ("crc", "packed", "size"):
            there = getattr(header, field)
            if there != getattr(self, field) and not (self.flags & BEHIND and there == 0):
                raise BadEntry(self.name, "has not the size and checksum the list at the end of the zip says")
        if self.method == STORED and self.packed != self.size:
            raise BadEntry(self.name, "is stored with another size than its own")

    def tails(self):
        """What may stand between the content and the next entry."""
        described = struct.pack("<3I", self.crc, self.packed, self.size)
        return (described, b"PK\7\b" + described) if self.flags & BEHIND else (b"",)


def utf8(name):
    try:
        return name.decode()
    except UnicodeDecodeError:
        raise BadZip("an entry's name is not UTF-8") from None


def part(stream, at, length):
    stream.seek(at)
    return stream.read(length)


def zip_layout(stream):
    """The entries of a zip that can be read in one way only: they stand from the first byte on, each ending where
    the next begins, in the order of the list; then the list, then the end record, then nothing.  Programs differ in
    whether they go by the headers or by the list, and in what they step over; here there is nothing to differ about."""
    end_at = stream.seek(0, os.SEEK_END) - 22
    if end_at < 0:
        raise BadZip("it is too short")
    mark, disk, list_disk, here, count, length, list_at, comment = struct.unpack("<I4H2IH", part(stream, end_at, 22))
    if mark != 0x06054B50 or comment:
        raise BadZip("its last bytes are not the end record, without a comment")
    if disk or list_disk or here != count:
        raise BadZip("it is one of several files")
    if list_at + length != end_at:
        raise BadZip("bytes stand in front of its first entry, or between its list and its end record")
    if part(stream, max(0, end_at - 20), 4) == b"PK\6\7":
        raise BadZip("it has a zip64 end record")
    if length > LIST_BYTES:
        raise BadZip(f"the list at its end has more than {LIST_BYTES} bytes")
    records = listed(part(stream, list_at, length))
    if len(records) != count:
        raise BadZip(f"the list at its end names {len(records)} entries, the end record says {count}")
    begins = [record.offset for record in records] + [list_at]
    if begins[0]:
        raise BadZip("bytes stand in front of its first entry")
    return [(record, content_of(stream, record, after)) for record, after in zip(records, begins[1:])]


def listed(data):
    records, names, at = [], set(), 0
    while at < len(data):
        if data[at:at + 4] != b"PK\1\2" or len(data) < at + 46:
            raise BadZip("the list at its end holds something else than entries")
        name, extra, comment, disk = struct.unpack_from("<4H", data, at + 28)
        [offset] = struct.unpack_from("<I", data, at + 42)
        from_, behind = at + 46, at + 46 + name + extra
        if behind > len(data):
            raise BadZip("the list at its end is cut off")
        record = ZipRecord(data[from_:from_ + name], data[at + 8:at + 28], data[from_ + name:behind], offset)
        if comment:
            raise BadEntry(record.name, "has a comment in the list at the end of the zip")
        if disk:
            raise BadEntry(record.name, "begins in another file, says the list at the end of the zip")
        if record.name in names:
            raise BadEntry(record.name, "stands twice in the zip")
        names.add(record.name)
        records.append(record)
        at = behind
    return records


def content_of(stream, record, after):
    """Where the content of an entry begins, which has to end where the next one begins, or the list."""
    fixed = part(stream, record.offset, 30)
    if fixed[:4] != b"PK\3\4":
        raise BadEntry(record.name, "does not begin where the list at the end of the zip says")
    name, extra = struct.unpack_from("<2H", fixed.ljust(30, b"\0"), 26)
    begin = record.offset + 30 + name + extra
    length = after - begin - record.packed
    if not 0 <= length <= 16 or part(stream, begin + record.packed, length) not in record.tails():
        raise BadEntry(record.name, "does not end where the next entry or the list begins")
    more = part(stream, record.offset + 30, name + extra)
    record.refuse_other(ZipRecord(more[:name], fixed[6:26], more[name:], record.offset))
    return begin


def read_zip(stream, faults, known):
    entries = zip_layout(stream)
    if len(entries) > BUNDLE_FILES:
        faults.add("the zip", f"more than {BUNDLE_FILES} entries")
        return None
    folder = ""
    if entries and all("/" in record.name for record, _ in entries):
        folder = entries[0][0].name.split("/")[0] + "/"
    if folder in ("/", "./", "../") or "\\" in folder:  # not a folder's name, so every entry below is an unknown file
        folder = ""
    files = {}
    for record, begin in entries:
        if record.name == folder:
            if record.size:
                faults.add(quoted(folder), "a folder has no content")
            else:
                read_into({}, quoted(folder), Unpacked(stream, record, begin), faults)
            continue
        name = record.name[len(folder):] if record.name.startswith(folder) else record.name
        if not known.fullmatch(name):
            faults.add(quoted(record.name), "unknown file")
        else:
            read_into(files, name, Unpacked(stream, record, begin), faults)
    return files


class Unpacked:
    """The content of an entry, as a file to be read at once."""

    def __init__(self, stream, record, begin):
        self.stream, self.record, self.begin = stream, record, begin

    def read(self, most):
        """All of it, or only its first bytes when it is longer; wrong content is a zlib.error."""
        data, whole = self.unpack(min(most, self.record.size + 1))
        if len(data) < most:
            if not whole or len(data) != self.record.size:
                raise zlib.error("it has not the size the list at the end of the zip says")
            if zlib.crc32(data) != self.record.crc:
                raise zlib.error("it has not the checksum the list at the end of the zip says")
        return data

    def unpack(self, most):
        at, end = self.begin, self.begin + self.record.packed
        if self.record.method == STORED:
            return part(self.stream, at, min(most, self.record.packed)), True
        data, inflater = bytearray(), zlib.decompressobj(-zlib.MAX_WBITS)
        while len(data) < most and not inflater.eof:
            packed = part(self.stream, at, min(1 << 16, end - at))
            if not packed:
                break
            at += len(packed)
            data += inflater.decompress(packed, most - len(data))
            at -= len(inflater.unconsumed_tail)
        return bytes(data), inflater.eof and not inflater.unused_data and at == end


def read_into(files, name, stream, faults):
    """Read at most the limit, whatever length the archive claims: a small zip can unpack to terabytes."""
    room = min(FILE_BYTES, BUNDLE_BYTES - sum(map(len, files.values())))
    try:
        data = stream.read(room + 1)
    except zlib.error as fault:
        faults.add(name, f"is damaged: {fault}")
        data = b""
    if len(data) > room:
        faults.add(name, f"larger than this program reads ({FILE_BYTES >> 20} MiB a file, {BUNDLE_BYTES >> 20} in all)")
        data = b""
    files[name] = data


VERDICTS = {
    None: (check, "AGREES: every digest, target, team and reserve was recomputed"),
    "--targets": (check_targets, "AGREES: every digest, target and reserve was recomputed; who was sent to them is not"
                                 " in these files"),
    "--public": (check_public, "AGREES in form"),
}


def main(arguments):
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # a narrow terminal must not hide a fault
    if arguments[:1] == ["--membership"]:
        return membership(arguments[1:])
    mode = arguments[0] if arguments[:1] in (["--public"], ["--targets"]) else None
    paths = arguments[1:] if mode else arguments
    if len(paths) != 1 or paths[0].startswith("-"):
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 2
    [path] = paths
    public = mode == "--public"
    if not (os.path.isdir(path) if public else os.path.isdir(path) or os.path.isfile(path)):
        return refuse([f"{path}: there is no such {'folder' if public else 'folder or zip'}"])
    verify, verdict = VERDICTS[mode]
    faults = Faults()
    try:
        if public:
            files = read_folder(path, faults, PUBLISHED)
        else:
            files = read_bundle(path, faults, OPEN if mode else FULL)
    except OSError as fault:
        return refuse([f"{path}: cannot be read: {fault}"])
    if files is not None:
        lines = verify(files, faults)
    if faults:
        return refuse(faults)
    for label, text in lines:
        say(f"{label:<13} {text}")
    print(f"{verdict}; compare these lines with what was published")
    return 0


if __name__ == "__main__":
    if hasattr(signal, "SIGPIPE"):  # Windows has none
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # as any tool ends whose reader, head say, has seen enough
    sys.exit(main(sys.argv[1:]))
