"""`boarddesk check-document`: whether everybody can read a Word document, whoever wrote it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from boarddesk.cli.checks import pointed_out
from boarddesk.cli.command import Command, json_argument
from boarddesk.paper_child import breaches_apart
from boarddesk.reports.accessibility.checker import RULES
from boarddesk.rules.checks import Finding


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the Word document (.docx)")
    json_argument(parser)


def checked(chosen: Namespace) -> int:
    found = breaches_apart(chosen.file)
    return pointed_out(
        [
            Finding(
                RULES[each.rule].severity_of(each),
                f"{each.rule} {RULES[each.rule].name}",
                each.place,
                each.says,
            )
            for each in found
        ],
        json=chosen.json,
    )


CHECK_DOCUMENT = Command(
    "check-document",
    "Check a Word document against the 22 rules of accessibility; ends with 0, 1 for warnings, 3 for errors.",
    "boarddesk check-document paper.docx --json",
    arguments,
    checked,
    prints=True,
)
