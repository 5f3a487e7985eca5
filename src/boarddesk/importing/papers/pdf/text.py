"""The words of a PDF's pages, line by line, as far as its fonts say what their signs mean."""

from __future__ import annotations

from typing import Any

from pikepdf import Array, Page, String, parse_content_stream

from boarddesk.importing.papers.pdf.fonts import PageFont, font_of, number
from boarddesk.importing.papers.pdf.objects import name, part

MOST_PAGES = 300
"""Beyond these the words are not read: it would take longer than anybody waits for a check."""
_OPERATORS = "Tf Tj TJ ' \" Td TD TL Tm T* BT Do"
_GAP = 0.18
"""Part of the type's size that parts two words."""
_SAME_LINE = 0.5
_DEEPEST_FORM = 3


def page_lines(page: Page) -> list[str]:
    """The lines of a page that say something."""
    words = PageWords()
    words.read(page, part(page.obj, "/Resources") or page.resources)
    return [line for line in "".join(words.said).split("\n") if line.strip()]


class PageWords:
    """Puts the words of one page into lines, as they are shown one after the other."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self._font, self._size = PageFont(), 1.0
        self._scale, self._leading = 1.0, 0.0
        self._line_x, self._x, self._y = 0.0, 0.0, 0.0
        self._ended: tuple[float, float] | None = None

    def read(self, content: Any, resources: Any, depth: int = 0) -> None:
        """Follow what is shown; forms drawn inside are read where they stand."""
        fonts: dict[str, PageFont] = {}
        instructions: Any = parse_content_stream(content, _OPERATORS)
        for operands, operator in instructions:
            kind = str(operator)
            if kind == "Tf":
                key = str(operands[0])
                if key not in fonts:
                    fonts[key] = font_of(part(resources, "/Font", key))
                self._font, self._size = fonts[key], number(operands[1], 1.0)
            elif kind == "Do" and depth < _DEEPEST_FORM:
                form = part(resources, "/XObject", str(operands[0]))
                if name(form, "/Subtype") == "Form":
                    self.read(form, part(form, "/Resources") or resources, depth + 1)
            else:
                self._follow(kind, operands)

    def _follow(self, kind: str, operands: Any) -> None:
        values = [number(value, 0.0) for value in operands] if kind in ("Td", "TD", "TL", "Tm") else []
        if kind == "BT":
            self._scale, self._leading = 1.0, 0.0
            self._line_x = self._x = self._y = 0.0
        elif kind == "TL" and values:
            self._leading = values[0]
        elif kind in ("Td", "TD") and len(values) == 2:
            self._leading = -values[1] if kind == "TD" else self._leading
            self._move(values[0], values[1])
        elif kind == "Tm" and len(values) == 6:
            self._scale = abs(values[0]) or abs(values[1]) or 1.0
            self._line_x = self._x = values[4]
            self._y = values[5]
        elif kind in ("T*", "'", '"'):
            self._move(0.0, -self._leading)
        if kind in ("Tj", "TJ", "'", '"') and len(operands):
            self._show(operands[-1])

    def _move(self, across: float, up: float) -> None:
        self._line_x += across * self._scale
        self._x = self._line_x
        self._y += up * self._scale

    def _show(self, shown: Any) -> None:
        em = self._size * self._scale or 1.0
        for each in list(shown) if isinstance(shown, Array) else [shown]:
            if not isinstance(each, String):
                self._x -= number(each, 0.0) / 1000 * em
                continue
            said, width = self._font.read(bytes(each))
            self._part_from_last(em)
            self.said.append(said)
            self._x += width / 1000 * em
            self._ended = (self._x, self._y)

    def _part_from_last(self, em: float) -> None:
        """A new line, or a space, between what was said last and what comes."""
        if self._ended is None:
            return
        ended_x, ended_y = self._ended
        if abs(self._y - ended_y) > _SAME_LINE * abs(em):
            self.said.append("\n")
        elif abs(self._x - ended_x) > _GAP * abs(em):
            self.said.append(" ")
