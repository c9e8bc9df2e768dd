"""Runs the command line with a pipeline that invents its results, so that these tests are of the command line alone.

The bytes of the "document" say what happens: ``raise Name`` raises that error, ``die NAME`` ends the process by that
signal, ``hang`` never ends, ``eat`` takes memory without end; other bytes are the canonical text.
"""

from __future__ import annotations

import builtins
import hashlib
import os
import signal
import sys
import time
import types
from pathlib import Path

from ciextract import errors
from ciextract.document import Document, Notice
from ciextract.record import Check
from ciextract.schema import record_type

STANDIN = Path(__file__)
REPORT = "Statement 1: Children are safe\nOver three quarters of records were “good” or better.\n"
RULE = "programmes/invented.toml#title"


def read_document(source, *, encoding=None, password=None, ocr="never", progress=None):
    text = source.decode(encoding or "utf-8")
    _fail_if_told(text, password)
    ledger = {"body": len(text), "tables": 0, "footnotes": 0, "furniture": 0, "contents": 0, "unplaced": 0}
    notices = (Notice("lost-page", "page 3 could not be read", lost=True),) if "damaged" in text else ()
    return Document(text, (), (), (), (), ledger, "plain", "text/plain", notices=notices)


def parse(
    source,
    *,
    name=None,
    encoding=None,
    password=None,
    source_url=None,
    retrieved=None,
    scale=None,
    programme=None,
    ocr="never",
    progress=None,
):
    raw = source if isinstance(source, bytes) else Path(source).read_bytes()
    document = read_document(raw, encoding=encoding, password=password)
    return invented_record(
        document.text, sha256=hashlib.sha256(raw).hexdigest(), name=name, url=source_url, retrieved=retrieved
    )


def invented_record(text, *, sha256="0" * 64, name="report.txt", url=None, retrieved=None):
    """A record of a document whose first line is a heading; words in the text make it fall short."""
    title, _, body = text.partition("\n")
    evidence = {"start": 0, "end": len(title), "quote": title, "page": 1}
    own = {"document": 0, "rule": RULE}
    sections = [
        {**own, "id": "s1", "kind": "statement", "number": 1, "title": title, "level": 1, "parent": None, "role": None,
         "start": 0, "end": len(text), "pages": [1, 2], "text": text, "evidence": evidence},
        {**own, "id": "s2", "kind": "topic", "number": None, "title": "[bold]Aims[/x]\x1b[31m", "level": 2,
         "parent": "s1", "role": None, "start": len(text), "end": len(text), "pages": [2, 2], "text": "",
         "evidence": None},
    ]  # fmt: skip
    kind = "other" if "unknown" in body else "inspection_report"
    return record_type().validate_python(
        {
            "record_id": f"unknown-undated-{sha256[:8]}",
            "source": {
                "file_name": name, "media_type": "text/plain", "sha256": sha256, "bytes": len(text.encode()),
                "pages": None, "characters": len(text), "text_layer": "plain", "url": url, "retrieved": retrieved,
                "ledger": {"body": len(text)},
            },
            "complete": "damaged" not in body,
            "incomplete_because": ["page 3 could not be read"] if "damaged" in body else [],
            "extractor": {"version": "0.1.0"},
            "looked_for": ["sections"],
            "documents": [
                {"kind": kind, "title": title, "published": None, "publication_code": None, "start": 0,
                 "end": len(text), "rule": RULE, "title_evidence": evidence},
            ],
            "inspection": {
                "programme": None if "unknown" in body else "children_at_risk_of_harm",
                "areas": [], "period": None, "partners": [],
            },
            "sections": sections,
            "key_messages": [
                {**own, "kind": "message", "number": 1, "section": "s1", "statement": None, "text": title,
                 "evidence": evidence},
            ],
            "evaluations": [],
            "checks": [Check(id="tally-percent", status="fail", message="", evidence=[])] if "odds" in body else [],
            "warnings": [{"code": "no-date", "message": "no date of publication"}] if "undated" in body else [],
        }
    )  # fmt: skip


def _fail_if_told(text, password):
    command, _, name = text.partition(" ")
    if command == "die":
        os.kill(os.getpid(), getattr(signal, name))
    if command == "hang":
        time.sleep(600)
    if command == "eat":
        held = []
        while True:
            held.append(bytearray(10_000_000))
    if command != "raise":
        return
    if name == "PasswordRequired" and password == "sésame":
        return
    if hasattr(errors, name):
        raise getattr(errors, name)("something is wrong", "mend it")
    if hasattr(builtins, name):
        raise getattr(builtins, name)("secret")


def install():
    """Put this in the place of the pipeline."""
    pipeline = types.ModuleType("ciextract.pipeline")
    pipeline.parse, pipeline.read_document = parse, read_document
    sys.modules["ciextract.pipeline"] = pipeline


if __name__ == "__main__":
    from ciextract.cli import main

    install()
    sys.exit(main())
