"""A paper opened for a pack: its pages, whether it can be read aloud, and where each page has room."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, PdfError

from boarddesk.reports.pack.ink import PageInk, ink_of
from boarddesk.reports.pack.leaf import STRIP, Leaf, StampPlace, leaf_of
from boarddesk.rules.refused import FileProblem


@dataclass(frozen=True)
class PaperPdf:
    """One PDF of a pack. Its file stays open until the pack is written; `name` is what it is called by."""

    name: str
    pdf: Pdf
    leaves: tuple[Leaf, ...]
    inks: tuple[PageInk, ...]
    language: str = ""

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self.leaves)

    @cached_property
    def is_tagged(self) -> bool:
        """Whether it has tags to be taken over."""
        tags = self.pdf.Root.get(Name.StructTreeRoot)
        top = tags.get(Name.K) if isinstance(tags, Dictionary) else None
        return isinstance(top, Dictionary) or (isinstance(top, Array) and len(top) > 0)

    @property
    def tags(self) -> Object:
        """The root of its tags."""
        root = self.pdf.Root.StructTreeRoot
        if not root.is_indirect:
            root = self.pdf.Root.StructTreeRoot = self.pdf.make_indirect(root)
        return root

    @property
    def has_fields(self) -> bool:
        """Whether it has fields of a form."""
        return self.pdf.acroform.exists

    @cached_property
    def scanned_pages(self) -> tuple[int, ...]:
        """Its pages, from 1, that are a picture without any text."""
        return tuple(
            place for place, ink in enumerate(self.inks, start=1) if ink.has_picture and not ink.has_text
        )

    @property
    def is_scanned(self) -> bool:
        """Whether nothing in it can be read aloud."""
        return not self.is_tagged and len(self.scanned_pages) == self.pages

    @cached_property
    def places(self) -> tuple[StampPlace, ...]:
        """Where each page has room for the stamp."""
        return tuple(_place(leaf, ink) for leaf, ink in zip(self.leaves, self.inks, strict=True))


def open_paper(path: Path, name: str, *, language: str = "") -> PaperPdf:
    """Opens a paper and looks at each page; raises FileProblem that names it where that cannot be done.

    What only its owner has locked is open to everybody for reading; a password to open it is another thing.
    """
    try:
        pdf = pikepdf.open(path)
    except pikepdf.PasswordError as trouble:
        raise FileProblem(
            f"“{name}” asks for a password before it opens. Ask for a copy without one."
        ) from trouble
    except (PdfError, ValueError) as trouble:
        raise _damaged(name) from trouble
    try:
        leaves = tuple(leaf_of(page) for page in pdf.pages)
        inks = tuple(ink_of(page.obj, leaf.shown) for page, leaf in zip(pdf.pages, leaves, strict=True))
        spoken = language or str(pdf.Root.get(Name.Lang, ""))
    except (PdfError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError) as trouble:
        pdf.close()
        raise _damaged(name) from trouble
    if not leaves:
        pdf.close()
        raise FileProblem(f"“{name}” has no pages. Ask for a copy that opens.")
    return PaperPdf(name, pdf, leaves, inks, spoken)


def _damaged(name: str) -> FileProblem:
    return FileProblem(f"“{name}” is damaged and cannot be read as a PDF. Ask for a copy that opens.")


def _place(leaf: Leaf, ink: PageInk) -> StampPlace:
    if ink.is_free(float("-inf"), STRIP):
        return StampPlace.FOOT
    return StampPlace.HEAD if ink.is_free(leaf.height - STRIP, float("inf")) else StampPlace.REDUCED
