"""The stamp on each page of a pack: board and date at the left, item and page at the right.

It is an artifact, so nobody who listens hears it on each page; one font serves all pages.
"""

from __future__ import annotations

import re
import unicodedata

from pikepdf import Array, Dictionary, Matrix, Name, Object, Pdf

from boarddesk.reports.house_style import INK
from boarddesk.reports.metrics import width_of
from boarddesk.reports.pack.ink import PageInk
from boarddesk.reports.pack.leaf import ABOVE, BELOW, EDGE, POINTS_PER_CM, SIZE, Leaf, StampPlace

SIDE = 1.8 * POINTS_PER_CM
GAP = 12.0
FONT = Name("/PackStamp")
ENCODING = "cp1252"


class Stamps:
    """Stamps the pages of one PDF, in a bold font that all of them share."""

    def __init__(self, pdf: Pdf, left: str) -> None:
        self._pdf, self._left = pdf, left
        self._font = pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type1,
                BaseFont=Name("/Helvetica-Bold"),
                Encoding=Name.WinAnsiEncoding,
            )
        )
        self._before = pdf.make_stream(b"q\n")

    def stamp(self, page: Dictionary, leaf: Leaf, ink: PageInk, place: StampPlace, right: str) -> None:
        """Stamp a page where it has room; one that has none is drawn smaller first."""
        before = self._before
        if place is StampPlace.REDUCED:
            before = self._pdf.make_stream(b"q %s cm\n" % _numbers(leaf.reduced))
            _reduce_annotations(page, leaf.reduced)
        line = leaf.height - EDGE - ABOVE if place is StampPlace.HEAD else EDGE + BELOW
        kind = b"Header" if place is StampPlace.HEAD else b"Footer"
        # The states a page leaves open are closed with our own: the stamp stands on its own feet.
        after = b"\n%s\n/Artifact <</Type /Pagination /Subtype /%s>> BDC\nq %s cm\n%sQ\nEMC\n" % (
            b"Q " * (ink.depth + 1),
            kind,
            _numbers(leaf.from_shown),
            self._words(leaf.width, line, right),
        )
        contents = page.get(Name.Contents, Array())
        drawn = list(contents) if isinstance(contents, Array) else [contents]
        page.Contents = Array([before, *drawn, self._pdf.make_stream(after)])
        _fonts(self._pdf, page)[FONT] = self._font

    def _words(self, width: float, line: float, right: str) -> bytes:
        """Both ends of the line; the left is cut, or left out, where there is no room for both."""
        side = min(SIDE, width / 10)
        most = width - 2 * side
        size = min(SIZE, SIZE * most / width_of(right, SIZE, bold=True))
        end = width_of(right, size, bold=True)
        left = _cut(self._left, size, most - end - GAP)
        said = [(side, left), (width - side - end, right)]
        colour = b" ".join(b"%.3f" % (part / 255) for part in bytes.fromhex(INK))
        texts = [
            b"BT %s %.1f Tf 1 0 0 1 %.2f %.2f Tm %s rg (%s) Tj ET\n"
            % (FONT_NAME, size, at, line, colour, _written(text))
            for at, text in said
            if text
        ]
        return b"".join(texts)


FONT_NAME = str(FONT).encode()


def _cut(text: str, size: float, most: float) -> str:
    if width_of(text, size, bold=True) <= most:
        return text
    kept = text
    while kept and width_of(f"{kept}…", size, bold=True) > most:
        kept = kept[:-1].rstrip(" ·,")
    return f"{kept}…" if kept else ""


def _written(text: str) -> bytes:
    """In the letters of the font; one it has not is written without its accent, or as a question mark."""
    return re.sub(rb"([\\()])", rb"\\\1", b"".join(_letter(each) for each in text))


def _letter(letter: str) -> bytes:
    for tried in (letter, unicodedata.normalize("NFKD", letter)[0]):
        try:
            return tried.encode(ENCODING)
        except UnicodeEncodeError:
            continue
    return b"?"


def _fonts(pdf: Pdf, page: Dictionary) -> Object:
    """The fonts of a page, which many pages may share."""
    if Name.Resources not in page:
        page.Resources = Dictionary()
    if not isinstance(page.Resources.get(Name.Font), Dictionary):
        page.Resources.Font = Dictionary()
    return page.Resources.Font


def _numbers(matrix: Matrix) -> bytes:
    return b" ".join(b"%.5f" % number for number in matrix.shorthand)


def _reduce_annotations(page: Dictionary, smaller: Matrix) -> None:
    """Links and fields stay on the words they belong to."""
    for annotation in page.get(Name.Annots, Array()):
        for key in (Name.Rect, Name.QuadPoints):
            places = annotation.get(key)
            if isinstance(places, Array):
                numbers = [float(each) for each in places]
                pairs = zip(numbers[::2], numbers[1::2], strict=False)
                annotation[key] = Array(
                    [round(each, 3) for x, y in pairs for each in smaller.transform((x, y))]
                )
