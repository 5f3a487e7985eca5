"""Beside the register: the quorum at each key, the marks counted, and who else is in the room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from boarddesk.rules.attendance import GUEST_LETTER, NOT_RECORDED, Guest, Mark, Register
from boarddesk.rules.quorum import Quorum, QuorumCheck
from boarddesk.ui.theme import look
from boarddesk.ui.tokens import MarkStyle, Shape
from boarddesk.ui.widgets import paint
from boarddesk.ui.widgets.buttons import link
from boarddesk.ui.widgets.detail_panel import DetailPanel
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.mark import MarkLetter
from boarddesk.ui.widgets.painted import Painted
from boarddesk.ui.widgets.shape_sign import ShapeSign

SHORT = {
    Mark.PRESENT: "Present",
    Mark.REMOTE: "Remote",
    Mark.PART: "Part",
    Mark.DEPUTY: "Deputy",
    Mark.APOLOGIES: "Apologies",
    Mark.ABSENT: "Absent",
    Mark.NOT_REQUIRED: "Not required",
}


class SeatsBar(Painted):
    """A box per quorum seat: filled when there, pale when away, hollow when not known; a line at the need."""

    def __init__(self, quorum: Quorum, register: Register) -> None:
        super().__init__(width=200, height=22, grows=True)
        counting = [
            row for row in register.rows if row.counts_for_quorum and row.mark is not Mark.NOT_REQUIRED
        ]
        self._there = quorum.present
        self._away = sum(row.mark in (Mark.APOLOGIES, Mark.ABSENT) for row in counting)
        self._seats = len(counting)
        self._needed = quorum.checks[0].needed if quorum.checks else 0
        self.say(f"{self._there} present, {self._needed} needed, {quorum.word.lower()}")

    def draw(self, painter: QPainter, box: QRectF) -> None:
        here, tokens = look(), look().tokens
        gap = here.px(2)
        wide = min((box.width() - gap * (self._seats - 1)) / max(self._seats, 1), here.px(22))
        for at in range(self._seats):
            place = QRectF(round(box.left() + at * (wide + gap)), box.top() + 4, round(wide), here.px(14))
            if at < self._there:
                paint.box_edge(painter, place, fill=tokens.good, edge=tokens.good, radius=2)
            elif at < self._there + self._away:
                ground = tokens.marks["A"]
                paint.box_edge(painter, place, fill=ground.ground, edge=ground.letter, radius=2)
            else:
                paint.box_edge(painter, place, fill=tokens.key, edge=tokens.ctl, radius=2)
        if self._needed:
            x = round(box.left() + self._needed * (wide + gap) - gap / 2)
            painter.fillRect(QRectF(x - 1, box.top(), 2, here.px(22)), here.colour(tokens.ink))


class QuorumPanel(DetailPanel):
    """Filled again after every key."""

    def __init__(self, *, add_guest: Callable[[], object], open_guest: Callable[[str], object]) -> None:
        super().__init__(width=300, closable=False)
        self._add_guest, self._open_guest = add_guest, open_guest

    def show_register(
        self,
        register: Register,
        quorum: Quorum,
        *,
        turns: Sequence[tuple[str, Quorum]] = (),
        clock: str = "",
    ) -> None:
        """Everything beside the register as it is marked now; `turns` where people came or left between."""
        at = self.verticalScrollBar().value()
        self.clear()
        self.setAccessibleName(f"Quorum: {quorum.sentence}")
        self._add_quorum(register, quorum, clock)
        self._add_turns(turns)
        self._add_marks(register)
        self._add_guests(register)
        self.verticalScrollBar().setValue(at)

    def _add_quorum(self, register: Register, quorum: Quorum, clock: str) -> None:
        top = QHBoxLayout()
        top.addWidget(label("Quorum now" if not register.closed else "Quorum", "head"))
        top.addStretch(1)
        top.addWidget(label(clock, "meta"))
        self.add(top)
        word = QHBoxLayout()
        word.setSpacing(8)
        tone = "good" if quorum.quorate and quorum.is_set else "warn" if quorum.possible else "bad"
        shape = Shape.DOT if tone == "good" else Shape.DIAMOND if tone == "warn" else Shape.TRIANGLE
        word.addWidget(ShapeSign(shape, ink=tone))
        word.addWidget(label(quorum.word, "title"))
        word.addStretch(1)
        needed = f", {quorum.checks[0].needed} needed" if quorum.checks else ""
        word.addWidget(label(f"{quorum.present} present{needed}", "meta"))
        self.add(word)
        if not quorum.is_set:
            self.add_text("This board’s terms of reference set no quorum. Give one under People.", "meta")
            return
        self.add(SeatsBar(quorum, register))
        add_checks(self, quorum)

    def _add_turns(self, turns: Sequence[tuple[str, Quorum]]) -> None:
        """How many are there between each coming and going, and whether that is enough."""
        if not turns:
            return
        inside = self.add_section("Coming and going")
        grid = _grid()
        for at, (words, found) in enumerate(turns):
            tone = "good" if found.quorate else "bad"
            grid.addWidget(ShapeSign(Shape.TICK if found.quorate else Shape.TRIANGLE, ink=tone), at, 0)
            grid.addWidget(WrappedLabel(words if found.quorate else f"{words}: {found.word.lower()}"), at, 1)
            count = label(str(found.present), "strong")
            count.setAccessibleName(f"{words}: {found.sentence}")
            count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(count, at, 2)
        inside.addLayout(grid)

    def _add_marks(self, register: Register) -> None:
        inside = self.add_section("Marks")
        counts = Counter(row.mark for row in register.rows)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(4, 1)
        entries: list[tuple[Mark | None, str]] = [*SHORT.items(), (None, NOT_RECORDED.capitalize())]
        for at, (mark, words) in enumerate(entries):
            row, column = at // 2, (at % 2) * 3
            style = MarkStyle.COUNTED if mark else MarkStyle.NOT_RECORDED
            grid.addWidget(MarkLetter(mark.value if mark else "", words, style=style), row, column)
            grid.addWidget(label(words, "" if counts[mark] else "muted"), row, column + 1)
            count = label(str(counts[mark]), "strong" if counts[mark] else "muted")
            count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(count, row, column + 2)
        inside.addLayout(grid)

    def _add_guests(self, register: Register) -> None:
        deed = None if register.closed else ("Add guest", self._add_guest)
        inside = self.add_section("In attendance", aside=str(len(register.guests) or ""), deed=deed)
        for guest in register.guests:
            inside.addWidget(self._guest(guest, closed=register.closed))
        if not register.guests:
            inside.addWidget(WrappedLabel("Presenters, observers and note takers without a seat.", "meta"))

    def _guest(self, guest: Guest, *, closed: bool) -> QWidget:
        shown = QWidget()
        grid = QGridLayout(shown)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(MarkLetter(GUEST_LETTER, "in attendance"), 0, 0)
        if closed:
            grid.addWidget(label(guest.name), 0, 1)
        else:
            name = link(guest.name, lambda: self._open_guest(guest.id))
            name.setAccessibleName(f"Change guest {guest.name}")
            grid.addWidget(name, 0, 1, Qt.AlignmentFlag.AlignLeft)
        if guest_words(guest):
            grid.addWidget(WrappedLabel(guest_words(guest), "meta"), 1, 1)
        return shown


def guest_words(guest: Guest) -> str:
    """What is known of a guest beside the name."""
    arrived = f"from {guest.arrived}" if guest.arrived else ""
    departed = f"until {guest.departed}" if guest.departed else ""
    times = " ".join(part for part in (arrived, departed) if part)
    return ", ".join(part for part in (guest.organisation, guest.purpose, times) if part)


def add_checks(panel: DetailPanel, quorum: Quorum) -> None:
    """Every condition of the quorum with its sum."""
    grid = _grid()
    for at, one in enumerate(quorum.checks):
        _add_check(grid, at, one)
    panel.add(grid)


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 4, 0, 4)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    return grid


def _add_check(grid: QGridLayout, at: int, check: QuorumCheck) -> None:
    tone = "good" if check.met else "warn" if check.possible else "bad"
    grid.addWidget(ShapeSign(Shape.TICK if check.met else Shape.RING, ink=tone), at, 0)
    words = WrappedLabel(check.words[:1].upper() + check.words[1:])
    grid.addWidget(words, at, 1)
    count = label(str(check.have), "strong")
    count.setAccessibleName(f"{check.words}: {check.have}, {'enough' if check.met else 'not enough'}")
    count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    grid.addWidget(count, at, 2)
