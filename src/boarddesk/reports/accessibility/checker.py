"""All 22 rules over one Word file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from boarddesk.reports.accessibility import (
    contents,
    contrast,
    frames,
    headings,
    lists,
    metadata,
    naming,
    pictures,
    schema,
    sentences,
    tables,
    traces,
    typography,
    wholeness,
)
from boarddesk.reports.accessibility.finding import Finding as Finding
from boarddesk.reports.accessibility.package import Package
from boarddesk.rules.checks import Severity

Check = Callable[[Package], Iterator[Finding]]


@dataclass(frozen=True)
class Rule:
    """One rule: what it is about, how much it matters to a reader, and what checks it."""

    name: str
    severity: Severity
    check: Check

    def severity_of(self, finding: Finding) -> Severity:
        """How much a finding of this rule matters: advice is never more than a note."""
        return Severity.NOTE if finding.advice else self.severity


def _together(*checks: Check) -> Check:
    return lambda package: chain.from_iterable(check(package) for check in checks)


_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
RULES: dict[int, Rule] = {
    1: Rule("title", _ERROR, naming.title),
    2: Rule("language", _ERROR, naming.language),
    3: Rule("headings", _ERROR, headings.headings),
    4: Rule("header rows", _ERROR, tables.header_rows),
    5: Rule("merged cells", _WARNING, tables.merged_cells),
    6: Rule("shapes of tables", _WARNING, tables.table_shapes),
    7: Rule("keeping together", _WARNING, tables.keeping_together),
    8: Rule("words of tables", _WARNING, tables.table_words),
    9: Rule("alternative text", _ERROR, pictures.alternative_text),
    10: Rule("pictures in line", _WARNING, pictures.pictures_in_line),
    11: Rule("links", _ERROR, pictures.links),
    12: Rule("lists", _ERROR, lists.lists),
    13: Rule("spacing", _WARNING, lists.spacing),
    14: Rule("contrast", _ERROR, contrast.contrasts),
    15: Rule("colour alone", _ERROR, contrast.colour_alone),
    16: Rule("type", _WARNING, typography.type_faces),
    17: Rule("headers and footers", _WARNING, frames.frames),
    18: Rule("contents", _WARNING, contents.contents),
    19: Rule("protection", _ERROR, traces.protection),
    20: Rule("traces", _ERROR, _together(traces.traces, traces.leftovers, metadata.properties)),
    21: Rule("plain words", _NOTE, sentences.plain_words),
    22: Rule("whole file", _ERROR, _together(wholeness.wholeness, schema.structure)),
}


def findings_of(content: bytes) -> list[Finding]:
    """Everything that keeps somebody from reading the document, in the order of the rules.

    Raises FileProblem where the bytes are no Word document.
    """
    package = Package(content)
    return [finding for rule in RULES.values() for finding in rule.check(package)]
