"""Looks through a paper in a process of its own, so that no paper can hang, fill or end the program.

The parent gives it the bytes; it answers with a line of JSON, and with the clean copy it was asked for.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import astuple
from pathlib import Path
from typing import Any

from boarddesk.importing.tables.child import answered, confine, started_as
from boarddesk.reports.accessibility.finding import Finding
from boarddesk.rules.checks import Severity
from boarddesk.rules.papers.finding import LARGEST, FindingKind, PaperCheck, PaperFinding, PaperKind
from boarddesk.rules.papers.sentences import not_for_everybody
from boarddesk.rules.refused import FileProblem

SECONDS = 30
WAITED = 4 * SECONDS
FLAG = "--look-at-paper"
"""What a packaged program, which has no interpreter to call, is started with instead."""
_OTHERWISE_SAID = (19, 20)
"""Rules about protection and traces: the paper check has told them with their place."""

# The parent, which is the window, loads none of the libraries that read papers.
GivenUp = Callable[[], bool]


def look_apart(
    content: bytes,
    name: str,
    *,
    names: Sequence[str] = (),
    seconds: float = WAITED,
    given_up: GivenUp = lambda: False,
) -> PaperCheck:
    """As `check_paper`, with our own rules for Word, in a child process bounded in time and memory."""
    header, _ = _asked({"name": name, "names": list(names)}, content, seconds=seconds, given_up=given_up)
    return _check(header)


def clean_apart(
    content: bytes,
    name: str,
    *,
    names: Sequence[str] = (),
    seconds: float = WAITED,
    given_up: GivenUp = lambda: False,
) -> tuple[bytes, PaperCheck]:
    """As `clean_copy`, and what is still found in it, in a child process bounded in time and memory."""
    wanted = {"name": name, "names": list(names), "clean": True}
    header, clean = _asked(wanted, content, seconds=seconds, given_up=given_up)
    return clean, _check(header)


def breaches_apart(path: Path) -> list[Finding]:
    """What keeps somebody from reading a Word document, in a child process bounded in time and memory."""
    wanted = {"name": path.name, "path": str(path.absolute())}
    header, _ = _asked(wanted, b"", seconds=WAITED, given_up=lambda: False)
    return [Finding(*breach) for breach in header["breaches"]]


def _asked(
    wanted: dict[str, Any], content: bytes, *, seconds: float, given_up: GivenUp
) -> tuple[dict[str, Any], bytes]:
    name = wanted["name"]
    given = json.dumps(wanted).encode() + b"\n" + content
    said = answered(_command(), given=given, seconds=seconds, given_up=given_up, most=2 * LARGEST)
    if said is None:
        why = "was not looked through to its end" if given_up() else "takes too long to look through"
        raise FileProblem(f"“{name}” {why}. Ask for it as a PDF, or in parts, and drop that.")
    line, _, clean = said.partition(b"\n")
    try:
        header: dict[str, Any] = json.loads(line)
    except ValueError as trouble:
        raise FileProblem(
            f"“{name}” could not be looked through: it is damaged or far bigger inside than it looks. "
            "Ask for it to be sent again, or as a PDF."
        ) from trouble
    if "problem" in header:
        raise FileProblem(header["problem"])
    return header, clean


def _command() -> list[str]:
    return started_as(FLAG, __name__)


def _check(header: dict[str, Any]) -> PaperCheck:
    found = tuple(
        PaperFinding(FindingKind(kind), sentence, place, count)
        for kind, sentence, place, count in header["findings"]
    )
    return PaperCheck(PaperKind(header["kind"]), header["pages"], found)


def answer(given: bytes) -> bytes:
    """What the child says to what it was given: what was found or why not, then a clean copy."""
    from boarddesk.importing.papers.check import clean_copy

    line, _, content = given.partition(b"\n")
    wanted = json.loads(line)
    if "path" in wanted:
        return json.dumps(_breaches(Path(wanted["path"]))).encode()
    name, names = wanted["name"], wanted["names"]
    try:
        clean = clean_copy(content, name) if wanted.get("clean") else b""
        header = _plain(looked_through(clean or content, name, names=names))
    except FileProblem as problem:
        clean, header = b"", {"problem": problem.sentence}
    return json.dumps(header).encode() + b"\n" + clean


def _breaches(path: Path) -> dict[str, Any]:
    from boarddesk.importing.tables.source import word_document
    from boarddesk.reports.accessibility.checker import findings_of

    try:
        return {"breaches": [astuple(breach) for breach in findings_of(word_document(path))]}
    except FileProblem as problem:
        return {"problem": problem.sentence}


def _plain(check: PaperCheck) -> dict[str, Any]:
    findings = [[found.kind, found.sentence, found.place, found.count] for found in check.findings]
    return {"kind": check.kind, "pages": check.pages, "findings": findings}


def looked_through(content: bytes, name: str, *, names: Sequence[str] = ()) -> PaperCheck:
    """The paper check, and for Word what our own rules say keeps somebody from reading it."""
    from boarddesk.importing.papers.check import check_paper
    from boarddesk.reports.accessibility.checker import RULES, findings_of

    check = check_paper(content, name, names=names)
    if check.kind is not PaperKind.WORD:
        return check
    try:
        breaches = [
            (breach.rule, breach.says, breach.place)
            for breach in findings_of(content)
            if breach.rule not in _OTHERWISE_SAID and RULES[breach.rule].severity_of(breach) is Severity.ERROR
        ]
    except FileProblem:  # a Word document whose main part has an unusual name
        return check
    return check.with_finding(not_for_everybody(breaches))


def main(_arguments: list[str]) -> int:
    """Keep within bounds, look at what is given on standard input, answer on standard output."""
    confine(SECONDS)
    sys.stdout.buffer.write(answer(sys.stdin.buffer.read()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
