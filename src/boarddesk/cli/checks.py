"""`boarddesk check`: what a careful reader would point out in an office."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path

from boarddesk.cli.command import Command, json_argument, today
from boarddesk.cli.offices import to_read
from boarddesk.cli.passphrases import passphrase_argument
from boarddesk.cli.terminal import say, say_json
from boarddesk.records.packs.whole_office import whole_office
from boarddesk.rules.checks import Finding, Severity, check, worst
from boarddesk.rules.plan.flags import FlagKind
from boarddesk.rules.wording import count_in_figures


class Ends(IntEnum):
    """How the check ends: by the gravest finding."""

    NOTHING_ABOVE_A_NOTE = 0
    WARNINGS = 1
    ERRORS = 3


STATUS = {Severity.ERROR: Ends.ERRORS, Severity.WARNING: Ends.WARNINGS}
TITLES = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.NOTE: "Notes"}


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the office file")
    passphrase_argument(parser)
    json_argument(parser)


def checked(chosen: Namespace) -> int:
    with to_read(chosen.file) as file:
        findings = check(whole_office(file, today()), today=today())
    return pointed_out(findings, json=chosen.json)


def pointed_out(findings: Sequence[Finding], *, json: bool) -> int:
    """Prints what was found, and how a command ends that found it."""
    if json:
        say_json(
            {
                TITLES[severity].lower(): [_document(found) for found in of(findings, severity)]
                for severity in Severity
            }
        )
    else:
        say_findings(findings)
    gravest = worst(findings)
    return STATUS.get(gravest, Ends.NOTHING_ABOVE_A_NOTE) if gravest else Ends.NOTHING_ABOVE_A_NOTE


def of(findings: Sequence[Finding], severity: Severity) -> list[Finding]:
    return [found for found in findings if found.severity is severity]


def said_once(findings: Sequence[Finding]) -> list[Finding]:
    """Without the lateness of an action that is also declared on course: that sentence gives the date too."""
    told = {found.id for found in findings if found.rule == FlagKind.ON_TRACK_BUT_OVERDUE}
    return [found for found in findings if found.rule != FlagKind.OVERDUE or found.id not in told]


def _document(found: Finding) -> dict[str, str]:
    return {"rule": found.rule, "about": found.about, "says": found.says}


def say_findings(findings: Sequence[Finding]) -> None:
    findings = said_once(findings)
    for severity in Severity:
        chosen = of(findings, severity)
        if chosen:
            say(f"{TITLES[severity]} ({len(chosen)})")
            for found in chosen:
                say(f"  {found.about}: {found.says}")
            say()
    counts = [count_in_figures(len(of(findings, severity)), severity.value) for severity in Severity]
    say(", ".join(counts) if findings else "Nothing to point out.")


CHECK = Command(
    "check",
    "Point out errors, warnings and notes; ends with 0, 1 for warnings, 3 for errors.",
    "boarddesk check office.boarddesk --json",
    arguments,
    checked,
    prints=True,
)
