"""Beside the register: the quorum at each key, the marks counted, and who else is in the room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QLabel, QWidget

from boarddesk.rules.meetings.points import point_words
from boarddesk.rules.registers.declarations import Declaration, DeclaredItem
from boarddesk.rules.registers.quorum import Quorum, QuorumCheck
from boarddesk.rules.registers.register import (
    GUEST_LETTER,
    MARK_LABELS,
    NOT_RECORDED,
    Guest,
    Mark,
    MarkLabels,
    Register,
    short_labels,
)
from boarddesk.ui.look.theme import look
from boarddesk.ui.look.tokens import MarkStyle, Shape
from boarddesk.ui.meetings.register.interests import item_words
from boarddesk.ui.widgets import paint
from boarddesk.ui.widgets.detail_panel import MARGIN, DetailPanel
from boarddesk.ui.widgets.drawing import Drawing
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.mark import MarkLetter
from boarddesk.ui.widgets.shape_sign import ShapeSign
from boarddesk.ui.widgets.tab_order import gather
from boarddesk.ui.widgets.words_button import WordsButton


class SeatsBar(Drawing):
    """A box per quorum seat: filled when there, pale when away, hollow when not known; a line at the need."""

    def __init__(self, quorum: Quorum, register: Register) -> None:
        super().__init__(width=200, height=22, grows=True)
        counting = [
            row for row in register.rows if row.counts_for_quorum and row.mark is not Mark.NOT_REQUIRED
        ]
        self._there = quorum.present
        self._away = sum(row.mark in (Mark.APOLOGIES, Mark.ABSENT) for row in counting)
        self._seats = len(counting)
        self._needed = quorum.needed
        needed = f"{self._needed} needed, " if self._needed else ""
        self.say(f"{self._there} present, {needed}{quorum.word.lower()}")

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


@dataclass(frozen=True)
class _PanelState:
    """What the panel was filled from last."""

    register: Register
    quorum: Quorum
    turns: tuple[tuple[str, Quorum], ...]
    declared: tuple[DeclaredItem, ...]
    labels: tuple[tuple[Mark, str], ...]


class QuorumPanel(DetailPanel):
    """Filled again after every key, and when it has another width; what has the focus in it keeps it."""

    def __init__(
        self,
        *,
        add_guest: Callable[[], object],
        open_guest: Callable[[str], object],
        declare: Callable[[], object],
        open_declaration: Callable[[DeclaredItem, Declaration], object],
    ) -> None:
        super().__init__(width=300, closable=False)
        self._add_guest, self._open_guest = add_guest, open_guest
        self._declare, self._open_declaration = declare, open_declaration
        self._shown: _PanelState | None = None
        self._filled_at = 0
        self._clock = label("", "meta")

    def show_register(
        self,
        register: Register,
        quorum: Quorum,
        *,
        turns: Sequence[tuple[str, Quorum]] = (),
        declared: Sequence[DeclaredItem] = (),
        clock: str = "",
        labels: MarkLabels = MARK_LABELS,
    ) -> None:
        """Everything beside the register as it is marked now; `turns` where people came or left between."""
        shown = _PanelState(
            register, quorum, tuple(turns), tuple(declared), tuple(short_labels(labels).items())
        )
        if shown != self._shown:
            self._shown = shown
            self._fill(shown)
        self._clock.setText(clock)

    def _fill(self, shown: _PanelState) -> None:
        at, focused, clock = self.verticalScrollBar().value(), self._focused(), self._clock.text()
        self._filled_at = self.width()
        self.clear()
        self.setAccessibleName(f"Quorum: {shown.quorum.sentence}")
        self._add_quorum(shown.register, shown.quorum)
        self._add_turns(shown.turns)
        self._add_marks(shown.register, shown.labels)
        self._add_guests(shown.register)
        self._add_declared(shown.declared)
        self._clock.setText(clock)
        gather(self)
        self.verticalScrollBar().setValue(at)
        self._focus(focused)

    def _focused(self) -> str:
        """What has the focus in here, by its name; empty where nothing has."""
        has = self.window().focusWidget()
        return has.accessibleName() if has is not None and self.isAncestorOf(has) else ""

    def _focus(self, name: str) -> None:
        """The focus again where it was; where that is gone, on what stands last."""
        found = self.findChildren(QAbstractButton)
        there = [button for button in found if button.accessibleName() == name] or found[-1:]
        if name and there and self.isVisible():
            _show_now(there[0])
            there[0].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shown is not None and self._filled_at != self.width():
            self._fill(self._shown)

    def _room(self) -> int:
        """How wide a line may be, also once the panel has to be scrolled."""
        bar = self.verticalScrollBar()
        bar.ensurePolished()
        return self.width() - 2 * MARGIN - bar.sizeHint().width()

    def _add_quorum(self, register: Register, quorum: Quorum) -> None:
        top = QHBoxLayout()
        top.addWidget(label("Quorum now" if not register.closed else "Quorum", "head"))
        top.addStretch(1)
        self._clock = label("", "meta")
        top.addWidget(self._clock)
        self.add(top)
        self._add_verdict(quorum)
        if not quorum.is_set:
            self.add_text("This board’s terms of reference set no quorum. Give one under People.", "meta")
            return
        self.add(SeatsBar(quorum, register))
        add_checks(self, quorum)

    def _add_verdict(self, quorum: Quorum) -> None:
        """The verdict with its count at the right, or under it where the two are too long for one line."""
        tone = "good" if quorum.quorate and quorum.is_set else "warn" if quorum.possible else "bad"
        shape = Shape.DOT if tone == "good" else Shape.DIAMOND if tone == "warn" else Shape.TRIANGLE
        needed = f", {quorum.needed} needed" if quorum.needed else ""
        parts = (
            ShapeSign(shape, ink=tone),
            label(quorum.word, "title"),
            label(f"{quorum.present} present{needed}", "meta"),
        )
        sign, word, count = parts
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(sign)
        line.addWidget(word)
        line.addStretch(1)
        self.add(line)
        if sum(_width_of(part) for part in parts) + 2 * 8 <= self._room():
            line.addWidget(count)
        else:
            self.add(count)

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

    def _add_declared(self, declared: Sequence[DeclaredItem]) -> None:
        """What was declared, item by item; the quorum of an item somebody left for."""
        aside = "" if declared else "none"
        inside = self.add_section("Interests", aside=aside, action=("Declare", self._declare))
        for of in declared:
            grid = _grid()
            grid.setColumnMinimumWidth(0, look().px(16))
            enough = of.quorum.quorate or not of.away
            if of.away:
                tone = "good" if enough else "bad"
                grid.addWidget(ShapeSign(Shape.TICK if enough else Shape.TRIANGLE, ink=tone), 0, 0)
                count = label(str(of.quorum.present), "strong")
                count.setAccessibleName(of.sentence)
                grid.addWidget(count, 0, 2)
            verdict = "" if enough else f": {of.quorum.word.lower()}"
            grid.addWidget(WrappedLabel(f"{item_words(of)}{verdict}"), 0, 1)
            for at, known in enumerate(of.declared, 1):
                name = WordsButton(known.person, look="link")
                name.setAccessibleName(f"Change the declaration of {known.person}, {item_words(of)}")
                name.clicked.connect(lambda _on=False, of=of, known=known: self._open_declaration(of, known))
                grid.addWidget(name, 2 * at - 1, 1)
                grid.addWidget(WrappedLabel(known.did, "meta"), 2 * at, 1)
            inside.addLayout(grid)

    def _add_marks(self, register: Register, labels: Sequence[tuple[Mark, str]]) -> None:
        inside = self.add_section("Marks")
        counts = Counter(row.mark for row in register.rows)
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(4)
        entries: list[tuple[Mark | None, str]] = [*labels, (None, NOT_RECORDED)]
        parts = [
            _mark_counted(mark, f"{words[:1].upper()}{words[1:]}", counts[mark]) for mark, words in entries
        ]
        widest = [max(_width_of(part[at % 3]) for part in parts[at // 3 :: 2]) for at in range(6)]
        across = 2 if sum(widest) + 5 * 6 <= self._room() else 1
        for at, part in enumerate(parts):
            row, column = at // across, (at % across) * len(part)
            grid.setColumnStretch(column + 1, 1)
            for place, shown in enumerate(part):
                grid.addWidget(shown, row, column + place)
        inside.addLayout(grid)

    def _add_guests(self, register: Register) -> None:
        action = None if register.closed else ("Add guest", self._add_guest)
        inside = self.add_section("In attendance", aside=str(len(register.guests) or ""), action=action)
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
            grid.addWidget(WrappedLabel(guest.name), 0, 1)
        else:
            name = WordsButton(guest.name, look="link")
            name.setAccessibleName(f"Change guest {guest.name}")
            name.clicked.connect(lambda _checked=False: self._open_guest(guest.id))
            grid.addWidget(name, 0, 1)
        if guest_words(guest):
            grid.addWidget(WrappedLabel(guest_words(guest), "meta"), 1, 1)
        return shown


def _show_now(shown: QWidget) -> None:
    """A layout shows what was added a moment later; until then it cannot take the focus."""
    within = shown.parentWidget()
    if within is not None and not within.isVisible():
        _show_now(within)
    shown.show()


def _width_of(shown: QWidget) -> int:
    """How wide something will be once it stands in the panel."""
    shown.ensurePolished()
    return shown.sizeHint().width()


def _mark_counted(mark: Mark | None, words: str, count: int) -> tuple[MarkLetter, QLabel, QLabel]:
    """A letter, its word and how many have it."""
    style = MarkStyle.COUNTED if mark else MarkStyle.NOT_RECORDED
    shown = label(str(count), "strong" if count else "muted")
    shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    letter = MarkLetter(mark.value if mark else "", words, style=style)
    return letter, label(words, "" if count else "muted"), shown


def guest_words(guest: Guest) -> str:
    """What is known of a guest beside the name."""
    arrived = f"from {point_words(guest.arrived)}" if guest.arrived else ""
    departed = f"until {point_words(guest.departed)}" if guest.departed else ""
    times = " ".join(part for part in (arrived, departed) if part)
    return ", ".join(part for part in (guest.organisation, guest.purpose, times) if part)


def add_checks(panel: DetailPanel, quorum: Quorum) -> None:
    """Every condition of the quorum with its sum."""
    grid = _grid()
    for at, check in enumerate(quorum.checks):
        _add_check(grid, at, check)
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
