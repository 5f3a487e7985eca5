"""A Word document read back by another library: paragraphs and tables as plain text, in their order."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from boarddesk.reports.document import Document as Made
from boarddesk.reports.word.writer import write

DATE = r"\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)"
KNOWN = re.compile(
    rf"\b{DATE}(?: \d{{4}})?\b|\b\d{{1,2}} [A-Z][a-z]{{2}}(?: \d{{4}})?\b"  # days
    r"|\b[A-Z][a-z]{2,8} \d{4}\b|\b\d\d:\d\d\b"  # months, times
    r"|\b[KR]\d+(?:\.\d+)?\b|\b\d+\.\d+(?![\d%])\b|\bareas? \d(?:, \d)*(?: and \d)?\b"  # refs
    r"|\bArea \d\b|\bversion \d+\b"
)
"""Numbers that count nothing: days, refs, versions."""


@dataclass
class Paper:
    """What a document says, and how many of its figures were found to be right."""

    paragraphs: list[str] = field(default_factory=list)
    tables: list[list[list[str]]] = field(default_factory=list)
    compared: int = 0

    @classmethod
    def read(cls, content: bytes) -> Paper:
        made, document = cls(), Document(io.BytesIO(content))
        for part in document.element.body:
            if part.tag.endswith("}p"):
                made.paragraphs.append(
                    re.sub(r"\t\d+$|, part \d of \d", "", _tidy(Paragraph(part, document).text))
                )
            elif part.tag.endswith("}tbl"):
                rows = Table(part, document).rows
                made.tables.append([[_tidy(cell.text) for cell in row.cells] for row in rows])
        return made

    def same(self, found: object, counted: object, *, figures: int = 1) -> None:
        """What is printed is what was counted."""
        assert found == counted
        self.compared += figures

    def says(self, start: str, expected: str) -> None:
        """The one paragraph that begins so says exactly this; each of its numbers is a figure compared."""
        (found,) = [one for one in self.paragraphs if one.startswith(start)] or [""]
        assert found.startswith(expected), f"{found!r} is not {expected!r}"
        self.paragraphs[self.paragraphs.index(found)] = found[len(expected) :].strip()
        self.compared += len(re.findall(r"\d+(?:\.\d+)?%?", KNOWN.sub("", expected)))

    def cells(self, found: list[str], expected: list[str]) -> None:
        """A row of a table, each number in it a figure compared."""
        assert found == expected
        self.compared += sum(len(re.findall(r"\d+(?:\.\d+)?%?", KNOWN.sub("", one))) for one in expected)

    def table(self, *heads: str) -> list[list[list[str]]]:
        """The tables whose headings begin so, without their headings; each is taken out."""
        found = [one for one in self.tables if tuple(one[0][: len(heads)]) == heads]
        self.tables = [one for one in self.tables if one not in found]
        return found

    def unexplained(self) -> list[str]:
        """Paragraphs, and tables nobody asked for, that still hold a number that is no day and no ref."""
        rest = [*self.paragraphs, *(" ".join(row) for table in self.tables for row in table[1:])]
        return [one for one in rest if re.search(r"\d", KNOWN.sub("", one))]


def _tidy(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ").strip()


def printed(document: Made) -> Paper:
    """A document of ours as it reads once written and opened again."""
    return Paper.read(write(document))
