"""Where a page has ink: whether the strip for the stamp is free, seen as the page is shown on a screen.

Only what the stamp needs to know is read from the content: where text, pictures and filled or drawn paths
stand. White is no ink, nor is text that is drawn unseen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pikepdf import Array, Dictionary, Matrix, Name, Object, Stream

STRING = rb"\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*+\))*+\)"
NUMBERS = rb"(?:[-+.\d]++\s++)*+"
TOKEN = re.compile(
    rb"(?P<text>\[(?:[^\[\]()]++|" + STRING + rb")*+\]|" + STRING + rb"|<[0-9A-Fa-f\s]*>)"
    rb"|(?P<image>\bBI\b.*?\bID\s.*?\sEI\b)"
    rb"|(?P<name>/[^\s()<>\[\]{}/%]*)"
    rb"|<<|>>|%[^\r\n]*"
    rb"|(?P<numbers>" + NUMBERS + rb")(?P<operator>[A-Za-z'\"][A-Za-z0-9*]*)",
    re.DOTALL,
)
BLANK = re.compile(rb"[\[\]()\s<>\d.-]*")
MOST_READ = 4_000_000
"""Bytes of content from which nobody waits: such a page counts as drawn all over."""
MOST_NESTED = 6
UNSEEN = 3
"""The way of showing text that leaves no ink, as text under a scan has it."""
WHITE = ((1.0,), (1.0, 1.0, 1.0), (0.0, 0.0, 0.0, 0.0))
WHOLE: tuple[float, float] = (float("-inf"), float("inf"))


@dataclass
class PageInk:
    """From where to where ink stands, as heights above the foot of the page; `depth` of states left open."""

    spans: list[tuple[float, float]] = field(default_factory=list)
    depth: int = 0
    has_text: bool = False
    has_picture: bool = False

    def is_free(self, low: float, high: float) -> bool:
        """Whether nothing reaches into that strip."""
        return not any(bottom < high and top > low for bottom, top in self.spans)


@dataclass(frozen=True)
class _State:
    """The graphics state, as far as it says where and whether ink falls."""

    matrix: Matrix
    fill: tuple[float, ...] = (0.0,)
    stroke: tuple[float, ...] = (0.0,)
    size: float = 0.0
    leading: float = 0.0
    mode: int = 0


def ink_of(page: Dictionary, shown: Matrix) -> PageInk:
    """Reads a page; `shown` turns its own places into those of the page as it is shown."""
    ink = PageInk()
    content = b"\n".join(stream.read_bytes() for stream in _streams(page.get(Name.Contents)))
    resources = page.get(Name.Resources)
    _Reader(ink, resources if isinstance(resources, Dictionary) else Dictionary()).read(
        content, _State(shown)
    )
    return ink


def _streams(contents: Object | None) -> Iterator[Stream]:
    if isinstance(contents, Stream):
        yield contents
    elif isinstance(contents, Array):
        for each in contents:
            if isinstance(each, Stream):
                yield each


class _Reader:
    """Follows one stream of content, and those it draws inside."""

    def __init__(self, ink: PageInk, resources: Dictionary, nested: int = 0) -> None:
        self.ink, self.resources, self.nested = ink, resources, nested
        self.heights: list[float] = []
        self.text = self.line = Matrix()

    def read(self, content: bytes, state: _State) -> None:
        """Every operator of the content, in order."""
        if len(content) > MOST_READ:
            self.ink.spans.append(WHOLE)
            return
        states, shown, name = list[_State](), b"", ""
        for token in TOKEN.finditer(content):
            kind = token.lastgroup
            if kind == "text":
                shown = token.group()
            elif kind == "name":
                name = token.group().decode("latin-1")
            elif kind == "image":
                self._picture(state)
            elif kind == "operator":
                operator = token["operator"]
                if operator == b"q":
                    states.append(state)
                elif operator == b"Q":
                    state = states.pop() if states else state
                elif operator in (b"Tj", b"TJ", b"'", b'"'):
                    if operator in (b"'", b'"'):
                        self._move(0, -state.leading)
                    self._show(shown, state)
                elif operator == b"Do":
                    self._draw(name, state)
                elif operator in _PAINTS:
                    self._paint(state, *_PAINTS[operator])
                else:
                    state = self._follow(operator, token["numbers"], state)
        if not self.nested:
            self.ink.depth = len(states)

    def _follow(self, operator: bytes, written: bytes, state: _State) -> _State:
        """An operator that only moves or sets something."""
        if operator not in _FOLLOWED:
            return state
        try:
            given = [float(each) for each in written.split()]
        except ValueError:  # such as 1.-2, which some programs write
            return state
        try:
            return self._set(operator, given, state)
        except (IndexError, TypeError, ValueError):  # fewer numbers than it needs: readers pass over it
            return state

    def _set(self, operator: bytes, given: list[float], state: _State) -> _State:
        match operator:
            case b"cm":
                return replace(state, matrix=Matrix(*given) @ state.matrix)
            case b"re":
                x, y, wide, high = given
                self._points(state, (x, y), (x + wide, y + high), (x, y + high), (x + wide, y))
            case b"m" | b"l" | b"c" | b"v" | b"y":
                self._points(state, *zip(given[::2], given[1::2], strict=True))
            case b"g" | b"rg" | b"k" | b"sc" | b"scn":
                return replace(state, fill=tuple(given))
            case b"G" | b"RG" | b"K" | b"SC" | b"SCN":
                return replace(state, stroke=tuple(given))
            case b"BT":
                self.text = self.line = Matrix()
            case b"Tm":
                self.text = self.line = Matrix(*given)
            case b"Td":
                self._move(given[0], given[1])
            case b"TD":
                self._move(given[0], given[1])
                return replace(state, leading=-given[1])
            case b"T*":
                self._move(0, -state.leading)
            case b"TL":
                return replace(state, leading=given[0])
            case b"Tf":
                return replace(state, size=given[0])
            case b"Tr":
                return replace(state, mode=int(given[0]))
        return state

    def _move(self, across: float, down: float) -> None:
        self.text = self.line = Matrix(1, 0, 0, 1, across, down) @ self.line

    def _points(self, state: _State, *points: tuple[float, float]) -> None:
        matrix = state.matrix
        self.heights += [x * matrix.b + y * matrix.d + matrix.f for x, y in points]

    def _paint(self, state: _State, fills: bool, strokes: bool) -> None:
        seen = (fills and state.fill not in WHITE) or (strokes and state.stroke not in WHITE)
        if self.heights and seen:
            self.ink.spans.append((min(self.heights), max(self.heights)))
        self.heights = []

    def _show(self, shown: bytes, state: _State) -> None:
        if shown[:1] in b"([" and b"<" not in shown and BLANK.fullmatch(shown):
            return  # spaces, with the numbers that set them apart
        self.ink.has_text = True
        if state.mode == UNSEEN:
            return
        at = self.text @ state.matrix
        size, letters = state.size, len(shown) / 4
        corners = [(along, up) for along in (0, letters) for up in (-0.2, 0.8)]
        ends = [at.f + size * (along * at.b + up * at.d) for along, up in corners]
        self.ink.spans.append((min(ends), max(ends)))

    def _picture(self, state: _State) -> None:
        self.ink.has_picture = True
        matrix = state.matrix
        ends = [matrix.f, matrix.f + matrix.b, matrix.f + matrix.d, matrix.f + matrix.b + matrix.d]
        self.ink.spans.append((min(ends), max(ends)))

    def _draw(self, name: str, state: _State) -> None:
        """A picture, or a drawing with content of its own."""
        kept = self.resources.get(Name.XObject)
        drawn = kept.get(name) if isinstance(kept, Dictionary) else None
        if not isinstance(drawn, Stream):
            return
        if drawn.get(Name.Subtype) == Name.Image:
            self._picture(state)
        elif self.nested < MOST_NESTED:
            own = drawn.get(Name.Resources)
            inside = _Reader(
                self.ink, own if isinstance(own, Dictionary) else self.resources, self.nested + 1
            )
            placed = drawn.get(Name.Matrix)
            matrix = Matrix(placed) if isinstance(placed, Array) else Matrix()
            inside.read(drawn.read_bytes(), replace(state, matrix=matrix @ state.matrix))


_PAINTS = {
    **dict.fromkeys((b"f", b"F", b"f*"), (True, False)),
    **dict.fromkeys((b"S", b"s"), (False, True)),
    **dict.fromkeys((b"B", b"B*", b"b", b"b*"), (True, True)),
    b"n": (False, False),
}
_FOLLOWED = frozenset(
    {
        *(b"cm", b"re", b"m", b"l", b"c", b"v", b"y", b"g", b"rg", b"k", b"sc", b"scn", b"G", b"RG", b"K"),
        *(b"SC", b"SCN", b"BT", b"Tm", b"Td", b"TD", b"T*", b"TL", b"Tf", b"Tr"),
    }
)
