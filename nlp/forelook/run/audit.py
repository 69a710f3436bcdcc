"""Audits releases one by one: `forelook audit`.

In: paths. Out: a table per release in the terminal, or the releases with their audits as JSON, on standard output or in a file.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from rich.console import Console

from forelook.analyze.audit import GRADES, audit
from forelook.errors import OutputError
from forelook.export import Format, find_format, write_blocks
from forelook.export.audit import render_audit
from forelook.read.keep import ID_AND_TEXT, Columns
from forelook.records import Audit, Release
from forelook.run.each import tag_each, write_releases
from forelook.run.progress import Reporter
from forelook.tagger import load

AuditFormat = Literal["text", "json"]
FailOn = Literal["weak", "missing"]


def audit_releases(
    paths: Sequence[str],
    *,
    model: Path | None,
    precise: bool = False,
    columns: Columns = ID_AND_TEXT,
    out: Path | None,
    format_: AuditFormat,
    fail_on: FailOn | None,
) -> bool:
    """Audit every release of `paths`; return whether an input failed or a finding is at least as serious as `fail_on`.

    Raises OutputError for an `out` that ends in neither .json nor .jsonl.
    """
    target = (out, _json_format(out)) if out is not None else None
    tagger = load(model, precise=precise)
    console = Console(highlight=False)
    audited: list[Release] = []
    failed = False
    with Reporter(paths, bar=False) as reporter:
        for release in tag_each(tagger, paths, reporter, columns):
            release.audit = found = audit(release)
            failed = failed or (fail_on is not None and _reaches(found, fail_on))
            if format_ == "text":
                console.print(render_audit(release, found, len(audited) + 1))
            if target is not None or format_ == "json":
                audited.append(release)
        if target is not None:
            write_releases(audited, *target)
            reporter.say(f"written to {out}")
        elif format_ == "json":
            write_blocks((release.to_json() + b"\n" for release in audited), sys.stdout.buffer, "json")
    return failed or reporter.failures > 0


def _json_format(out: Path) -> Format:
    chosen = find_format(out)
    if chosen not in {"json", "jsonl"}:
        raise OutputError(f"{out}: an audit is written as JSON; let the name end in .json or .jsonl")
    return chosen


def _reaches(found: Audit, limit: FailOn) -> bool:
    return GRADES.index(found.worst) <= GRADES.index(limit)
