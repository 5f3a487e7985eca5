"""What goes into a pack and what comes out of it, known without a library for PDFs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from boarddesk.reports.document import Document
from boarddesk.rules.pack.numbering import Numbering
from boarddesk.rules.refused import FileProblem

PDF, PDF_BEGINS = ".pdf", b"%PDF-"


@dataclass(frozen=True)
class PaperFile:
    """A file that goes into a pack, as it came; what it is called in sentences."""

    name: str
    content: bytes

    @property
    def suffix(self) -> str:
        """The ending of its name, in small letters; a PDF is known by how it begins."""
        return PDF if PDF_BEGINS in self.content[:1024] else Path(self.name).suffix.lower()


@dataclass(frozen=True)
class FinishedPack:
    """A pack that was made: one PDF with its numbers, or the files of a folder and why.

    Where papers came late, `supplement` is the PDF of those alone behind the renewed list of contents.
    """

    document: Document
    pdf: bytes = b""
    supplement: bytes = b""
    numbering: Numbering | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)
    why_a_folder: str = ""

    @property
    def one_pdf(self) -> bytes:
        """The PDF; refused where the pack is a folder."""
        if not self.pdf:
            raise FileProblem(self.why_a_folder)
        return self.pdf
