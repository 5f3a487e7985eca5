"""A PDF looked through."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import ObjectStreamMode, Pdf, Stream
from pikepdf.sanitize import (
    remove_multimedia,
    remove_private_app_data,
    remove_thumbnails,
    remove_web_capture,
)

from boarddesk.importing.papers.hit import Hit
from boarddesk.importing.papers.pdf.about import about, unreadable
from boarddesk.importing.papers.pdf.actions import actions
from boarddesk.importing.papers.pdf.marks import attached, marks
from boarddesk.importing.papers.pdf.objects import dictionaries, name, part, same, text
from boarddesk.importing.papers.pdf.tags import tags
from boarddesk.importing.papers.pdf.text import MOST_PAGES, page_lines
from boarddesk.rules.papers.finding import FindingKind, PaperTrace
from boarddesk.rules.papers.placeholders import placeholders
from boarddesk.rules.refused import FileProblem

TROUBLE = (
    pikepdf.PikepdfError,
    pikepdf.PdfError,
    AttributeError,
    IndexError,
    KeyError,
    NotImplementedError,
    OverflowError,
    RecursionError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What reading a PDF that does not hold together may raise."""


class Locked(Exception):
    """The PDF opens only with a password."""


class PdfPaper:
    """A PDF looked through, page by page."""

    def __init__(self, content: bytes, title: str) -> None:
        self.title = title
        try:
            self.pdf = Pdf.open(io.BytesIO(content), suppress_warnings=True)
            self.pages = len(self.pdf.pages)
        except pikepdf.PasswordError as trouble:
            raise Locked from trouble
        except TROUBLE as trouble:
            raise self.damaged() from trouble
        if not self.pages:
            raise self.damaged()
        self.protected = self.pdf.is_encrypted

    def damaged(self) -> FileProblem:
        """The sentence for a PDF that does not hold together."""
        return FileProblem(f"“{self.title}” is damaged and could not be read. Ask for it to be sent again.")

    def hits(self) -> Iterator[Hit]:
        """Everything found, each with what takes it away."""
        yield from actions(self.pdf)
        yield from marks(self.pdf)
        yield from attached(self.pdf)
        yield from about(self.pdf)

    def remarks(self) -> Iterator[PaperTrace]:
        """What is not taken out of it but said, or is gone once it is written anew."""
        if self.protected:
            yield PaperTrace(FindingKind.PROTECTION)
        yield from self._layers()
        yield from self._read()
        if self.pdf.get_warnings():
            yield PaperTrace(FindingKind.DAMAGE)

    def _layers(self) -> Iterator[PaperTrace]:
        settings = part(self.pdf.Root, "/OCProperties", "/D")
        layers = dictionaries(self.pdf.Root, "/OCProperties", "/OCGs")
        off, on = dictionaries(settings, "/OFF"), dictionaries(settings, "/ON")
        for layer in layers:
            unseen = any(same(layer, one) for one in off)
            if name(settings, "/BaseState") == "OFF":
                unseen = not any(same(layer, one) for one in on)
            if unseen:
                yield PaperTrace(FindingKind.HIDDEN_LAYERS, words=text(layer, "/Name"))

    def _read(self) -> Iterator[PaperTrace]:
        says_something = False
        for number, page in enumerate(self.pdf.pages, 1):
            if number > MOST_PAGES:
                what = f"the words after page {MOST_PAGES}"
                yield PaperTrace(FindingKind.UNCHECKED, what=what)
                break
            for line in page_lines(page):
                says_something = True
                for words in placeholders(line):
                    yield PaperTrace(FindingKind.PLACEHOLDERS, f"page {number}", words=words)
        yield from tags(self.pdf, says_something=says_something)

    def tidy(self) -> None:
        """Small pictures of pages, what programs keep for themselves, what pictures say of their makers."""
        for take in (remove_thumbnails, remove_private_app_data, remove_web_capture, remove_multimedia):
            take(self.pdf)
        if unreadable(self.pdf):
            del self.pdf.Root["/Metadata"]
        own = part(self.pdf.Root, "/Metadata")
        for found in self.pdf.objects:
            if isinstance(found, Stream) and "/Metadata" in found and not same(found, own):
                del found["/Metadata"]

    def written(self) -> bytes:
        """The PDF anew, without what nothing leads to any more and without its earlier versions."""
        out = io.BytesIO()
        self.pdf.save(
            out,
            deterministic_id=True,
            fix_metadata_version=False,
            object_stream_mode=ObjectStreamMode.preserve,
        )
        return out.getvalue()
