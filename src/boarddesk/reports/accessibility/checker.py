"""All 22 rules over one Word file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from boarddesk.reports.accessibility import look, structure, whole
from boarddesk.reports.accessibility.package import Finding as Finding
from boarddesk.reports.accessibility.package import Package

Rule = Callable[[Package], Iterator[Finding]]

RULES: dict[int, Rule] = {
    1: whole.title,
    2: whole.language,
    3: structure.headings,
    4: structure.header_rows,
    5: structure.merged_cells,
    6: structure.table_shapes,
    7: structure.keeping_together,
    8: structure.table_words,
    9: whole.alternative_text,
    10: whole.pictures_in_line,
    11: whole.links,
    12: structure.lists,
    13: structure.spacing,
    14: look.contrasts,
    15: look.colour_alone,
    16: look.type_faces,
    17: whole.frames,
    18: whole.contents,
    19: whole.protection,
    20: whole.traces,
    21: whole.plain_words,
    22: whole.wholeness,
}


def check(content: bytes) -> list[Finding]:
    """Everything that keeps somebody from reading the document, in the order of the rules.

    Raises FileProblem where the bytes are no Word document.
    """
    package = Package(content)
    return [finding for rule in RULES.values() for finding in rule(package)]
