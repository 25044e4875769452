"""A second verifier of audit bundles, written from the definition with the standard library only.

Usage: independent_verifier.py [--witness <key>] <bundle.tar>...
prints one line for each bundle, "whole <size>" or "broken <file> <position>"; exit 0 when all are whole, else 1
With --witness it goes on with "cosigned <size> <seconds since 1970>" for each checkpoint that this witness has cosigned.
With --lives it prints the lifecycles it knows, for comparing them with those of the product.
It shares no code with the product: where both agree, the definition is clear.
"""
import base64
import hashlib
import hmac
import json
import re
import struct
import sys
import tarfile
import unicodedata
import uuid

KEYS = (
    "action actorPersonId actorPostId at authAgeSeconds authMethod clientAddress contentHashAfter contentHashBefore "
    "fileSha256 fromState itemId itemKind onBehalfOf organizationId reasonHash requestId schema seq sessionHash "
    "softwareVersion toState"
).split()
RECORDS = {
    "people": "id name nameEn key isCurrent",
    "posts": "id title titleEn kind divisionId endsOn key isCurrent",
    "orders": "id personId postId capacity throughOrderId orderNumber orderedOn startsOn endsOn revokedOn itemKinds "
    "inCapacityOf key",
    "appointments": "id personId postId startsOn endsOn key",
    "routes": "id itemKind version steps key",
    "versions": "itemKind itemId number contentHash content frozenBy frozenAt",
    "decisions": "itemKind itemId round stage step act postId personId actingOrderIds shownHash affirms reason reasonKey "
    "reasonCode backToStep isSetAside decidedAt",
    "overrides": "itemKind itemId round transition personId reason madeAt ratifiedBy ratifiedAt",
    "editions": "id itemKind itemId documentId number language template title snapshotHash snapshot signedAt "
    "renderedSha256 sealedSha256 sealLevel sealIsDemo checkpoint",
    "publications": "editionId target address desired desiredSha256 generation verifiedAt withdrawnReason",
}
DOMAIN = b"\x02tenant-log-v1"
# rows of which the log holds a keyed hash: what their events call them, and whether former ones are kept
STATED = {"people": "person", "posts": "post", "orders": "acting-order", "appointments": "appointment", "routes": "route"}
# deed: from, to, flags: p by the product itself, s signature, r opens a round, b back to an earlier step
DOCUMENT = {
    "submit": ("draft", "signing", "r"), "sign": ("signing", "signed", "s"), "return": ("signing", "draft", ""),
    "return_to_step": ("signing", "signing", "b"), "recall": ("signing", "draft", ""),
    "publish": ("signed", "published", "p"), "supersede": ("published", "superseded", "p"),
    "withdraw": ("published", "withdrawn", ""),
}
REVIEWS = "division_review executive_review"
LIVES = {
    "report": DOCUMENT,
    "announcement": DOCUMENT,
    "measure": {
        "submit": ("draft", "division_review", "r"), "sign_off": ("division_review", "division_review", "s"),
        "pass_divisions": ("division_review", "executive_review", "p"), "approve": ("executive_review", "approved", "s"),
        "return": (REVIEWS, "draft", ""), "return_to_review": (REVIEWS, "division_review", "b"),
        "return_to_approval": ("executive_review", "executive_review", "b"), "recall": ("division_review", "draft", ""),
        "submit_results": ("approved", "results_review", "r"), "endorse": ("results_review", "results_review", "s"),
        "complete": ("results_review", "completed", "p"), "return_results": ("results_review", "approved", ""),
        "submit_interim": ("approved", "results_review", "r"),
        "endorse_interim": ("results_review", "results_review", "s"), "complete_interim": ("results_review", "approved", "p"),
        "drop_amendment": ("draft", "cancelled", ""),
        "return_to_results": ("results_review", "results_review", "b"), "recall_results": ("results_review", "approved", ""),
        "cancel": ("draft approved", "cancelled", ""),
    },
}
WRITTEN_IN = {"report": {"draft"}, "announcement": {"draft"}, "measure": {"draft", "approved"}}


class Broken(Exception):
    def __init__(self, file, position=0):
        super().__init__(file, position)
        self.file, self.position = file, position


# --- Ed25519 verification (RFC 8032, 5.1.7) ---------------------------------------------------------------------------
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
SQRT_MINUS_1 = pow(2, (P - 1) // 4, P)


def add(a, b):
    x1, y1, z1, t1 = a
    x2, y2, z2, t2 = b
    e, f = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P
    g, h = 2 * t1 * t2 * D % P, 2 * z1 * z2 % P
    i, j, k, m = f - e, h - g, h + g, f + e
    return i * j % P, k * m % P, j * k % P, i * m % P


def times(n, point):
    result = (0, 1, 1, 0)
    while n:
        if n & 1:
            result = add(result, point)
        point = add(point, point)
        n >>= 1
    return result


def decompress(raw):
    y = int.from_bytes(raw, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= P:
        raise ValueError("not a point")
    xx = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(xx, (P + 3) // 8, P)
    if (x * x - xx) % P:
        x = x * SQRT_MINUS_1 % P
    if (x * x - xx) % P or (x == 0 and sign):
        raise ValueError("not a point")
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = decompress(BASE_Y.to_bytes(32, "little"))


def ed25519_ok(public, message, signature):
    try:
        a, r = decompress(public), decompress(signature[:32])
    except ValueError:
        return False
    s = int.from_bytes(signature[32:], "little")
    if s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    left, right = times(s, BASE), add(r, times(h, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


# --- signed notes and checkpoints (C2SP) ------------------------------------------------------------------------------
def key_hash(name, public, kind=b"\x01"):
    return hashlib.sha256(name.encode() + b"\n" + kind + public).digest()[:4]


def signature_line(line):
    """Name and bytes of a line below a note: four of the key, then the signature. None for anything else."""
    match = re.fullmatch(r"— ([^\s+]+) ((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)", line)
    raw = base64.b64decode(match.group(2), validate=True) if match else b""
    return (match.group(1), raw) if len(raw) > 4 and base64.b64encode(raw).decode() == match.group(2) else None


def open_note(note, keys):
    """The text of a note and the key that signed it; None when it is no note or none of the keys signed it."""
    at = note.rfind("\n\n")
    if at < 0 or not note.endswith("\n") or re.search("[\x00-\x09\x0b-\x1f\x7f]", note):
        return None
    text, found = note[: at + 1], None
    lines = [signature_line(line) for line in note[at + 2 : -1].split("\n")]
    if None in lines:
        return None
    for name, raw in lines:
        for key in keys:
            if key["name"] == name and key_hash(key["name"], key["public"]) == raw[:4]:
                if len(raw) != 68 or not ed25519_ok(key["public"], text.encode(), raw[4:]):
                    return None
                found = found or key
    return found and (text, found)


OPENED = {}


def read_checkpoint(note, keys, origin):
    """Size and root of a checkpoint that the key of its time signed; None for anything else."""
    known = (note, tuple(key["public"] for key in keys))
    if known not in OPENED:
        OPENED[known] = open_note(note, keys)
    opened = OPENED[known]
    match = opened and re.fullmatch(r"([\x21-\x7e]+)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n", opened[0])
    if not match or match.group(1) != origin:
        return None
    size = int(match.group(2))
    in_force = [key for key in keys if key["since"] <= size]
    if not in_force or in_force[-1]["public"] != opened[1]["public"]:
        return None
    return size, base64.b64decode(match.group(3))


COSIGNED = {}


def cosigned(line, text, witnesses):
    """Which of the witnesses cosigned the text of a checkpoint, and when (tlog-cosignature); None for nobody."""
    known = (line, text, tuple(witnesses))
    if known not in COSIGNED:
        COSIGNED[known] = check_cosignature(line, text, witnesses)
    return COSIGNED[known]


def check_cosignature(line, text, witnesses):
    name, raw = signature_line(line) or ("", b"")
    if len(raw) != 4 + 8 + 64 or text is None:
        return None
    seconds = struct.unpack(">Q", raw[4:12])[0]
    message = "cosignature/v1\ntime %d\n%s" % (seconds, text)
    keys = [key for known, key in witnesses if known == name and key_hash(name, key, b"\x04") == raw[:4]]
    return next(((name, key, seconds) for key in keys if ed25519_ok(key, message.encode(), raw[12:])), None)


def witness_key(text):
    """Name and public key of a witness as it is handed out; None for anything else."""
    match = re.fullmatch(r"([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})", text)
    raw = base64.b64decode(match.group(3)) if match else b""
    if raw[:1] != b"\x04" or key_hash(match.group(1), raw[1:], b"\x04").hex() != match.group(2):
        return None
    return match.group(1), raw[1:]


# --- Merkle tree (RFC 9162, 2.1) --------------------------------------------------------------------------------------
def leaf_hash(raw):
    return hashlib.sha256(b"\0" + raw).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def push(peaks, leaf):
    """Peaks are pairs of height and hash, highest first."""
    height = 0
    while peaks and peaks[-1][0] == height:
        leaf = node_hash(peaks.pop()[1], leaf)
        height += 1
    peaks.append((height, leaf))


def root_of(peaks):
    root = None
    for _, peak in reversed(peaks):
        root = peak if root is None else node_hash(peak, root)
    return root if root is not None else hashlib.sha256().digest()


def included(leaf, index, size, path, root):
    if index >= size:
        return False
    fn, sn, r = index, size - 1, leaf
    for p in path:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            r = node_hash(p, r)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            r = node_hash(r, p)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and r == root


def consistent(first, first_root, second, second_root, path):
    if first == 0 or first > second:
        return False
    if first == second:
        return not path and first_root == second_root
    if not path:
        return False
    if first & (first - 1) == 0:
        path = [first_root] + path
    fn, sn = first - 1, second - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = path[0]
    for c in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = node_hash(c, fr), node_hash(c, sr)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node_hash(sr, c)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and fr == first_root and sr == second_root


# --- the bundle -------------------------------------------------------------------------------------------------------
def no_duplicates(pairs):
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError("duplicate key")
    return dict(pairs)


def load(text):
    return json.loads(text, object_pairs_hook=no_duplicates)


def exact(line):
    """An object whose only form is the line itself."""
    value = load(line)
    if json.dumps(value, ensure_ascii=False, separators=(",", ":")) != line:
        raise ValueError("another form")
    return value


def check_event(raw, organization, seq):
    event = load(raw.decode("utf-8"))
    if list(event) != KEYS or any(not isinstance(value, str) for value in event.values()):
        raise ValueError("keys or values")
    if any("\0" in value or unicodedata.normalize("NFC", value) != value for value in event.values()):
        raise ValueError("text")
    if json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode("utf-8") != raw:
        raise ValueError("not canonical")
    if event["schema"] != "prongsai-event.v1" or event["organizationId"] != organization or event["seq"] != str(seq):
        raise ValueError("content")
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", event["at"]):
        raise ValueError("time")
    if not re.fullmatch(r"(|0|[1-9]\d*)", event["authAgeSeconds"]):
        raise ValueError("age")
    return event


class Bundle:
    def __init__(self, path):
        with tarfile.open(path, "r:") as tar:
            self.files = {member.name: tar.extractfile(member).read() for member in tar.getmembers()}
        self.manifest = load(self.files["manifest.json"].decode())
        self.organization = self.manifest["organizationId"]
        self.origin = "prongsai/" + self.organization
        self.tenant = uuid.UUID(self.organization).bytes
        self.size = int(self.manifest["size"])
        self.events, self.run, self.cosigned = [], None, []

    def lines(self, name):
        lines = self.files.get(name, b"").decode("utf-8", "replace").split("\n")
        return lines[:-1] if lines[-1] == "" else lines

    def records(self, kind):
        name, found = "records/%s.ndjson" % kind, []
        for number, line in enumerate(self.lines(name), start=1):
            try:
                record = exact(line)
                if list(record) != RECORDS[kind].split() or any(not isinstance(value, str) for value in record.values()):
                    raise ValueError("fields")
                found.append(record)
            except (ValueError, TypeError):
                raise Broken(name, number)
        return found

    def check(self):
        self.people = {kind: self.records(kind) for kind in RECORDS}
        self.read_keys()
        self.read_checkpoints()
        self.check_events()
        self.check_consistency()
        self.check_records()
        self.check_cosignatures()
        self.check_files()
        return len(self.events) if self.run is None else self.run

    def read_keys(self):
        self.keys = []
        for number, line in enumerate(self.lines("keys.ndjson"), start=1):
            entry = exact(line)
            name, digest, raw = re.fullmatch(r"([^\s+]+)\+([0-9a-f]{8})\+(\S+)", entry["key"]).groups()
            public = base64.b64decode(raw, validate=True)[1:]
            if name != self.origin or key_hash(name, public).hex() != digest:
                raise Broken("keys.ndjson", number)
            key = {"name": name, "public": public, "since": int(entry["since"])}
            text = "prongsai-log-key.v1\n%s\n%s\n" % (self.origin, entry["key"])
            endorsed = self.keys and open_note(entry["endorsement"], self.keys[-1:])
            if self.keys and (not endorsed or endorsed[0] != text or key["since"] <= self.keys[-1]["since"]):
                raise Broken("keys.ndjson", number)
            if not self.keys and entry["endorsement"]:
                raise Broken("keys.ndjson", number)
            self.keys.append(key)

    def read_checkpoints(self):
        self.roots, self.known = {}, {}
        for name in sorted(name for name in self.files if name.startswith("checkpoints/")):
            read = read_checkpoint(self.files[name].decode("utf-8", "replace"), self.keys, self.origin)
            if not read:
                raise Broken(name)
            if read[0] in self.roots:
                raise Broken(name, read[0])
            self.roots[read[0]] = read[1]
        for number, edition in enumerate(self.people["editions"], start=1):
            if edition["checkpoint"]:
                read = read_checkpoint(edition["checkpoint"], self.keys, self.origin)
                if not read or self.known.setdefault(read[0], read[1]) != read[1]:
                    raise Broken("records/editions.ndjson", number)

    def read_inclusion(self):
        proofs = {}
        for number, line in enumerate(self.lines("proofs/inclusion.ndjson"), start=1):
            try:
                proof = exact(line)
                proofs[int(proof["seq"])] = int(proof["size"]), [base64.b64decode(each, validate=True) for each in proof["path"]]
            except (ValueError, KeyError, TypeError):
                raise Broken("proofs/inclusion.ndjson", number)
        return proofs

    def check_events(self):
        scope, states = self.manifest["scope"], {}
        after, head, peaks = self.beginning() if scope != "item" else (self.size, b"", [])
        proofs = self.read_inclusion()
        if scope != "log":
            self.check_proven("earlier.ndjson" if scope == "period" else "events.ndjson", after, proofs, states)
        if scope != "item":
            self.check_run(after, head, peaks, proofs, states)

    def beginning(self):
        """Where the events begin that follow each other: how many stand before, the last hash, the edge of the tree."""
        head = hashlib.sha256(DOMAIN + self.tenant + struct.pack(">Q", 0) + self.manifest["createdAt"].encode()).digest()
        period = self.manifest.get("period")
        if self.manifest["scope"] == "log":
            return 0, head, []
        after, given, edge = int(period["after"]), bytes.fromhex(period["head"]), bytes.fromhex(period["edge"])
        heights = [height for height in range(after.bit_length() - 1, -1, -1) if after >> height & 1]
        peaks = [(height, edge[32 * at : 32 * at + 32]) for at, height in enumerate(heights)]
        root = root_of(peaks)
        fits = len(edge) == 32 * len(heights) and self.roots.get(after) == root and self.known.get(after, root) == root
        if (given != head) if after == 0 else not fits:
            raise Broken("manifest.json")
        return after, given, peaks

    def read_event(self, line, file, position, follows):
        """One line of events as (seq, bytes, hash, event)."""
        try:
            entry = exact(line)
            raw, seq = base64.b64decode(entry["bytes"], validate=True), int(entry["seq"])
            if list(entry) != ["seq", "bytes", "hash"] or str(seq) != entry["seq"] or not re.fullmatch("[0-9a-f]{64}", entry["hash"]):
                raise ValueError("line")
            if not follows(seq):
                raise ValueError("place")
            position = seq
            return seq, raw, entry["hash"], check_event(raw, self.organization, seq)
        except (ValueError, KeyError, TypeError):
            raise Broken(file, position)

    def check_proven(self, file, upto, proofs, states):
        last = 0
        for line in self.lines(file):
            seq, raw, _, event = self.read_event(line, file, last + 1, lambda seq: seq > last)
            if seq not in proofs:
                raise Broken(file, seq)
            self.check_inclusion({seq: leaf_hash(raw)}, seq, *proofs[seq])
            if not self.follows(states, event):
                raise Broken(file, seq)
            self.events.append(event)
            last = seq
        if last > upto:
            raise Broken(file, last)
        announced = {int(e["seq"]): e["contentHashAfter"] for e in self.events if e["action"] == "log-key.set"}
        for key in self.keys:
            if key["since"] <= upto and announced.get(key["since"]) != hashlib.sha256(key["public"]).hexdigest():
                raise Broken("events.ndjson", key["since"])

    def check_run(self, after, head, peaks, proofs, states):
        leaves, last = {}, after
        for line in self.lines("events.ndjson"):
            position = last + 1
            seq, raw, given, event = self.read_event(line, "events.ndjson", position, lambda seq: seq == position)
            head = hashlib.sha256(DOMAIN + self.tenant + struct.pack(">Q", seq) + head + struct.pack(">I", len(raw)) + raw).digest()
            push(peaks, leaf_hash(raw))
            if head.hex() != given or not self.place_ok(event, seq, peaks) or not self.follows(states, event):
                raise Broken("events.ndjson", position)
            leaves[seq] = leaf_hash(raw)
            self.events.append(event)
            last = seq
        self.check_end(head, last)
        for seq, proof in proofs.items():
            if seq > after:
                self.check_inclusion(leaves, seq, *proof)
        self.run = last - after

    def check_inclusion(self, leaves, seq, size, path):
        if seq not in leaves or size not in self.roots or not included(leaves[seq], seq - 1, size, path, self.roots[size]):
            raise Broken("proofs/inclusion.ndjson", seq)

    def place_ok(self, event, seq, peaks):
        key = [key for key in self.keys if key["since"] == seq]
        announces = event["action"] == "log-key.set"
        if announces != bool(key) or (key and event["contentHashAfter"] != hashlib.sha256(key[0]["public"]).hexdigest()):
            return False
        return all(roots.get(seq, root_of(peaks)) == root_of(peaks) for roots in (self.roots, self.known) if seq in roots)

    @staticmethod
    def follows(states, event):
        """Does a deed follow from those before it, by the lifecycle of its kind, in four eyes?"""
        if event["itemKind"] not in LIVES:
            return True
        item = states.setdefault(event["itemId"], {"state": "", "authors": set(), "decided": set(), "emergency": set()})
        action, who, life = event["action"], event["actorPersonId"], LIVES[event["itemKind"]]
        if action == "override":
            item["emergency"].add(who)
        if event["toState"] == "":
            return True
        before, after = event["fromState"], event["toState"]
        written = event["contentHashAfter"] != event["contentHashBefore"]
        origin, to, flags = life.get(action, ("", "", ""))
        if item["state"] == "":
            ok = before == "" and after == "draft" and action not in life
        elif before != item["state"]:
            ok = False
        elif action not in life:
            ok = before == after and (not written or before in WRITTEN_IN[event["itemKind"]])
        else:
            moves = after == to or ("s" in flags and after == before)
            ok = before in origin.split() and moves and not written and ("p" in flags) == (who == "")
        item["state"] = after
        if not ok:
            return False
        if written and action != "amend" and who:
            item["authors"].add((after, who))
        if "r" in flags:
            item.update(submitter=who, writtenIn=before, decided=set())
        if "b" in flags:
            item["decided"] = set()
        if "s" not in flags:
            return True
        own = who == item.get("submitter") or (item.get("writtenIn"), who) in item["authors"] or who in item["decided"]
        emergency = who in item["emergency"]
        item["emergency"].discard(who)
        item["decided"].add(who)
        return emergency or not own

    def check_end(self, head, last):
        if last < self.size:
            raise Broken("events.ndjson", last + 1)
        if last > self.size:
            raise Broken("events.ndjson", self.size + 1)
        if head.hex() != self.manifest["head"]:
            raise Broken("events.ndjson", max(last, 1))
        if any(size > last for size in [*self.roots, *self.known, *(key["since"] for key in self.keys)]):
            raise Broken("events.ndjson", last + 1)

    def check_consistency(self):
        roots, name = {**self.known, **self.roots}, "proofs/consistency.ndjson"
        period = self.manifest.get("period")
        end = int(period["after"]) if period else max(self.roots, default=0)
        proven = {end}
        for size in self.known:
            if roots[size] != self.known[size]:
                raise Broken("events.ndjson", size)
        for number, line in enumerate(self.lines(name), start=1):
            try:
                proof = exact(line)
                first, second = int(proof["from"]), int(proof["to"])
                path = [base64.b64decode(each, validate=True) for each in proof["path"]]
            except (ValueError, KeyError, TypeError):
                raise Broken(name, number)
            if not (first in roots and second in roots and consistent(first, roots[first], second, roots[second], path)):
                raise Broken(name, number)
            proven |= {first} if second == end else set()
        sizes = [size for size in roots if size < end or not period]
        missing = [] if self.manifest["scope"] == "log" else [size for size in sizes if size not in proven]
        if missing:
            raise Broken(name, missing[0])

    def check_records(self):
        by_item = {}
        for event in self.events:
            by_item.setdefault(event["itemId"], []).append(event)
        sha256 = lambda text: hashlib.sha256(text.encode()).hexdigest()
        for number, version in enumerate(self.people["versions"], start=1):
            if version["content"] and sha256(version["content"]) != version["contentHash"]:
                raise Broken("records/versions.ndjson", number)
        authors = {(each["itemId"], each["number"], each["frozenBy"]) for each in self.people["versions"]}
        emergencies = {(each["itemId"], each["round"], each["personId"], each["transition"]) for each in self.people["overrides"]}
        for number, decision in enumerate(self.people["decisions"], start=1):
            if not self.decision_ok(decision, by_item.get(decision["itemId"], []), authors, emergencies):
                raise Broken("records/decisions.ndjson", number)
        for number, edition in enumerate(self.people["editions"], start=1):
            events = by_item.get(edition["id"], [])
            said = lambda action, key, value: value == "" or any(e["action"] == action and e[key] == value for e in events)
            if sha256(edition["snapshot"]) != edition["snapshotHash"] or not (
                said("edition.freeze", "contentHashAfter", edition["snapshotHash"])
                and said("edition.render", "fileSha256", edition["renderedSha256"])
                and said("edition.seal", "fileSha256", edition["sealedSha256"])
            ):
                raise Broken("records/editions.ndjson", number)
        for number, override in enumerate(self.people["overrides"], start=1):
            said = {(e["action"], e["actorPersonId"]) for e in by_item.get(override["itemId"], [])}
            wanted = {("override", override["personId"])}
            wanted |= {("override.ratify", override["ratifiedBy"])} if override["ratifiedBy"] else set()
            if not wanted <= said:
                raise Broken("records/overrides.ndjson", number)
        self.check_stated()

    def check_stated(self):
        """Rows beside the log against the keyed hashes in their events."""
        said, hashes = {}, {}
        for event in self.events:
            if event["itemKind"] in STATED.values() and event["contentHashAfter"]:
                said.setdefault((event["itemKind"], event["itemId"]), []).append(event["contentHashAfter"])
        for kind, noun in STATED.items():
            for number, row in enumerate(self.people[kind], start=1):
                words = {name: value for name, value in row.items() if name not in ("key", "isCurrent")}
                text = json.dumps(words, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
                digest = hmac.new(bytes.fromhex(row["key"]), text.encode(), "sha256").hexdigest() if row["key"] else ""
                log = said.get((noun, row["id"]), [])
                if digest not in (log if row.get("isCurrent") == "false" else log[-1:]):
                    raise Broken("records/%s.ndjson" % kind, number)
                hashes.setdefault(kind, set()).add(digest)
        for kind in ("people", "posts", "orders"):
            for (noun, _), log in said.items():
                wanted = log if kind != "orders" else log[-1:]
                if noun == STATED[kind] and not set(wanted) <= hashes.get(kind, set()):
                    raise Broken("records/%s.ndjson" % kind)

    def decision_ok(self, decision, events, authors, emergencies):
        event = self.event_of(decision, events)
        if event is None:
            return False
        together = [
            each
            for each in self.people["decisions"]
            if all(each[key] == decision[key] for key in ("itemId", "act", "personId", "decidedAt"))
        ]
        own = lambda each: each["actingOrderIds"] == "" and each["postId"] == event["actorPostId"]
        by_order = lambda each: event["onBehalfOf"] == each["postId"] + ";" + each["actingOrderIds"]
        if not any(by_order(each) if event["onBehalfOf"] else own(each) for each in together):
            return False
        reason, key = decision["reason"], bytes.fromhex(decision["reasonKey"])
        code = "%s %s\n" % (decision["reasonCode"], decision["backToStep"]) if decision["reasonCode"] else ""
        if (hmac.new(key, (code + reason).encode(), "sha256").hexdigest() if reason else "") != event["reasonHash"]:
            return False
        if (decision["isSetAside"] == "true") != self.set_aside(decision, event, events):
            return False
        turn = (decision["itemId"], decision["round"], decision["personId"])
        again = any(
            self.same_round(each, decision) and each["personId"] == decision["personId"]
            and each["decidedAt"] < decision["decidedAt"] and (each["affirms"], each["isSetAside"]) == ("true", "false")
            for each in self.people["decisions"]
        )
        wrong = turn in authors or (again and decision["isSetAside"] == "false")
        return decision["affirms"] != "true" or not wrong or (*turn, decision["act"]) in emergencies

    @staticmethod
    def same_round(one, other):
        return all(one[key] == other[key] for key in ("itemKind", "itemId", "round"))

    @staticmethod
    def event_of(decision, events):
        alike = (decision["act"], decision["itemKind"], decision["personId"], decision["shownHash"])
        return next(
            (
                e
                for e in events
                if (e["action"], e["itemKind"], e["actorPersonId"], e["contentHashAfter"]) == alike
                and e["at"] >= decision["decidedAt"]
            ),
            None,
        )

    def set_aside(self, decision, event, events):
        """Did a return to its step, or to one before it, come after this signature?"""
        returns = [
            (each, self.event_of(each, events))
            for each in self.people["decisions"]
            if each["backToStep"] and self.same_round(each, decision)
        ]
        return decision["affirms"] == "true" and any(
            back and int(each["backToStep"]) <= int(decision["step"]) and int(back["seq"]) > int(event["seq"])
            for each, back in returns
        )

    def check_cosignatures(self):
        witnesses = []
        for number, line in enumerate(self.lines("witnesses.txt"), start=1):
            witnesses.append(witness_key(line))
            if witnesses[-1] is None:
                raise Broken("witnesses.txt", number)
        for name in sorted(name for name in self.files if name.startswith("cosignatures/")):
            note = self.files.get(name.replace("cosignatures/", "checkpoints/", 1), b"").decode("utf-8", "replace")
            text = note[: note.rfind("\n\n") + 1] or None
            lines = self.lines(name)
            for number, line in enumerate(lines, start=1):
                found = cosigned(line, text, witnesses)
                if found is None:
                    raise Broken(name, number)
                self.cosigned.append((int(text.split("\n")[1]), *found))
            if not lines:
                raise Broken(name)

    def check_files(self):
        for name, digest in self.manifest["files"].items():
            if name not in self.files or hashlib.sha256(self.files[name]).hexdigest() != digest:
                raise Broken(name)
        for name in self.files:
            if name not in ("manifest.json", "manifest.sig") and name not in self.manifest["files"]:
                raise Broken(name)
        in_force = [key for key in self.keys if key["since"] <= self.size][-1:]
        digest = hashlib.sha256(self.files["manifest.json"]).hexdigest()
        opened = open_note(self.files.get("manifest.sig", b"").decode("utf-8", "replace"), in_force)
        if not opened or opened[0] != "prongsai-audit-bundle.v3\n%s\n%s\n" % (self.origin, digest):
            raise Broken("manifest.sig")


def main():
    if sys.argv[1:] == ["--lives"]:
        print(json.dumps({"lives": LIVES, "writtenIn": {kind: sorted(states) for kind, states in WRITTEN_IN.items()}}))
        return
    paths, trusted, worst = sys.argv[1:], None, 0
    if paths[:1] == ["--witness"]:
        trusted, paths = witness_key(paths[1]), paths[2:]
    for path in paths:
        try:
            bundle = Bundle(path)
            print("whole %d" % bundle.check())
            for size, name, key, seconds in bundle.cosigned:
                if (name, key) == trusted:
                    print("cosigned %d %d" % (size, seconds))
        except Broken as broken:
            print("broken %s %d" % (broken.file, broken.position))
            worst = 1
    sys.exit(worst)


main()
