"""A second verifier of audit bundles, written from the definition with the standard library only.

Usage: independent_verifier.py <bundle.ndjson>      prints "whole <size>" or "broken <position>"; exit 0 or 1
It shares no code with the product: where both agree, the definition is clear.
"""
import base64
import hashlib
import json
import re
import struct
import sys
import unicodedata
import uuid

KEYS = (
    "action actorPersonId actorPostId at authAgeSeconds authMethod clientAddress contentHashAfter contentHashBefore "
    "fileSha256 fromState itemId itemKind onBehalfOf organizationId reasonHash requestId schema seq sessionHash "
    "softwareVersion toState"
).split()
DOMAIN = b"\x02tenant-log-v1"


def no_duplicates(pairs):
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError("duplicate key")
    return dict(pairs)


def load(text):
    return json.loads(text, object_pairs_hook=no_duplicates)


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


def broken_at(lines):
    manifest = load(lines[0])
    tenant = uuid.UUID(manifest["organizationId"]).bytes
    head = hashlib.sha256(DOMAIN + tenant + struct.pack(">Q", 0) + manifest["createdAt"].encode()).digest()
    for seq, line in enumerate(lines[1:], start=1):
        try:
            entry = load(line)
            raw = base64.b64decode(entry["bytes"], validate=True)
            if entry["seq"] != str(seq):
                return seq
            check_event(raw, manifest["organizationId"], seq)
            head = hashlib.sha256(DOMAIN + tenant + struct.pack(">Q", seq) + head + struct.pack(">I", len(raw)) + raw).digest()
            if head.hex() != entry["hash"]:
                return seq
        except (ValueError, KeyError, TypeError):
            return seq
    size = len(lines) - 1
    if size < int(manifest["size"]):
        return size + 1
    if size > int(manifest["size"]):
        return int(manifest["size"]) + 1
    return None if head.hex() == manifest["head"] else max(size, 1)


def main():
    with open(sys.argv[1], "rb") as file:
        lines = file.read().decode("utf-8").split("\n")
    if lines and lines[-1] == "":
        lines.pop()
    position = broken_at(lines)
    print("whole %d" % (len(lines) - 1) if position is None else "broken %d" % position)
    sys.exit(0 if position is None else 1)


main()
