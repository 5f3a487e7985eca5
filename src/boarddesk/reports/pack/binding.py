"""Binds papers into one PDF: pages, tags, links and bookmarks kept, every page stamped and labelled."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pikepdf import Array, Dictionary, Name, NumberTree, Object, ObjectStreamMode, Page, Pdf, PdfError, String

from boarddesk.reports.pack.outline import write_bookmarks
from boarddesk.reports.pack.paper import PaperPdf
from boarddesk.reports.pack.stamp import Stamps
from boarddesk.reports.pack.tags import Tags
from boarddesk.rules.pack.numbering import PAGE_LINK, PageNumber
from boarddesk.rules.refused import FileProblem

MAKER = "BoardDesk"
PDF_VERSION = "1.7"
HARMLESS = ("/GoTo", "/URI", "/Named", "/GoToR")


@dataclass(frozen=True)
class BoundPart:
    """One paper of a pack to bind.

    `heading` and `title` are its bookmarks, of the item and its own; `said` is what its stamp says before
    the page (`Item 4`); without it the pages have a footer of their own and are not stamped.
    """

    paper: PaperPdf
    heading: str
    title: str
    numbers: tuple[PageNumber, ...]
    said: str = ""


@dataclass(frozen=True)
class PackCover:
    """What a pack is called by programs, and what every stamp of it says at the left."""

    title: str
    author: str
    stamp: str
    total: int
    language: str = "en-GB"


def bind(parts: Sequence[BoundPart], cover: PackCover) -> bytes:
    """The pack as the bytes of one PDF; its first part is the list of contents, which leads to the others."""
    with Pdf.new() as pack:
        tags, stamps = Tags(pack), Stamps(pack, cover.stamp)
        for part in parts:
            try:
                _take_in(pack, part, tags, stamps, cover.total)
            except (PdfError, ValueError, TypeError, LookupError, AttributeError) as trouble:
                raise FileProblem(
                    f"“{part.paper.name}” cannot be bound into the pack: something inside it is damaged. "
                    "Ask for a copy that opens."
                ) from trouble
        tags.write()
        write_bookmarks(pack, [(part.heading, part.title, part.paper.pages) for part in parts])
        numbers = [number for part in parts for number in part.numbers]
        _label(pack, numbers)
        _lead_to_pages(pack, parts[0], numbers)
        _name(pack, cover)
        held = io.BytesIO()
        pack.save(
            held,
            min_version=PDF_VERSION,
            object_stream_mode=ObjectStreamMode.generate,
            deterministic_id=True,
        )
        return held.getvalue()


def _take_in(pack: Pdf, part: BoundPart, tags: Tags, stamps: Stamps, total: int) -> None:
    paper, start = part.paper, len(pack.pages)
    pack.add_pages_from(paper.pdf)
    pages: list[Dictionary] = [page.obj for page in pack.pages[start:]]
    for page in pages:
        _calm(page)
    tags.add(paper, pages, title=part.title or part.heading)
    if not part.said:
        return
    for page, leaf, ink, place, number in zip(
        pages, paper.leaves, paper.inks, paper.places, part.numbers, strict=True
    ):
        of = "" if number.supplement else f" of {total}"
        stamps.stamp(page, leaf, ink, place, f"{part.said} · page {number.said}{of}")


def _calm(page: Dictionary) -> None:
    """Nothing in a pack runs, sends or opens a program: what a page does by itself is left out.

    So is what the program that made it kept for itself.
    """
    for key in (Name.AA, Name.PieceInfo, Name.Metadata):
        if key in page:
            del page[key]
    for annotation in page.get(Name.Annots, Array()):
        if Name.AA in annotation:
            del annotation[Name.AA]
        action = annotation.get(Name.A)
        if isinstance(action, Dictionary) and str(action.get(Name.S)) not in HARMLESS:
            del annotation[Name.A]


def _label(pack: Pdf, numbers: Sequence[PageNumber]) -> None:
    """The numbers as the viewer shows them beside its pages: one entry where they do not simply run on."""
    labels = NumberTree.new(pack)
    for place, (before, number) in enumerate(pairwise([None, *numbers])):
        if number is None or (before is not None and _runs_on(before, number)):
            continue
        if number.letter:
            labels[place] = Dictionary(P=String(number.said))
        else:
            labels[place] = Dictionary(S=Name.D, St=number.number)
            if number.supplement:
                labels[place].P = String(number.prefix)
    pack.Root.PageLabels = labels.obj


def _runs_on(before: PageNumber, number: PageNumber) -> bool:
    plain = not before.letter and not number.letter and before.supplement == number.supplement
    return plain and number.number == before.number + 1


def _lead_to_pages(pack: Pdf, contents: BoundPart, numbers: Sequence[PageNumber]) -> None:
    """The links of the list of contents, each to its page; where that is not in this PDF it leads nowhere."""
    places = {number.said: place for place, number in reversed(list(enumerate(numbers)))}
    for page in pack.pages[: contents.paper.pages]:
        for annotation in page.obj.get(Name.Annots, Array()):
            action = annotation.get(Name.A)
            said = str(action.get(Name.URI, "")) if isinstance(action, Dictionary) else ""
            if not said.startswith(PAGE_LINK):
                continue
            place = places.get(said.removeprefix(PAGE_LINK))
            if place is None:
                del annotation[Name.A]
            else:
                annotation.A = Dictionary(S=Name.GoTo, D=_top_of(pack.pages[place]))


def _top_of(page: Page) -> Object:
    return Array([page.obj, Name.XYZ, None, None, None])


def _name(pack: Pdf, cover: PackCover) -> None:
    pack.Root.Lang = String(cover.language)
    pack.Root.PageMode = Name.UseOutlines
    pack.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    with pack.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:title"] = cover.title
        metadata["dc:language"] = [cover.language]
        if cover.author:
            metadata["dc:creator"] = [cover.author]
        metadata["xmp:CreatorTool"] = MAKER
        metadata["pdf:Producer"] = MAKER
