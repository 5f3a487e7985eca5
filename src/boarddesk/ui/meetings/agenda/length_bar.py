"""How long an agenda is, drawn: each item as wide as its minutes, red past the end of the meeting."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.rules.agenda.laid_out import Agenda, AgendaRow
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.look.theme import look
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.widgets import paint
from boarddesk.ui.widgets.drawing import Drawing
from boarddesk.ui.widgets.label import label, set_role
from boarddesk.ui.widgets.shape_sign import ShapeSign

_TOP, _HIGH, _GAP, _NUMBERED = 4, 18, 1.5, 18
"""Above the bar, its height, between its segments, and how wide one is at least that has its number in it."""


def said(agenda: Agenda) -> str:
    """`10 minutes over, ends 15:40`, or how much is left."""
    if not agenda.rows:
        return ""
    spare = agenda.length - agenda.minutes
    words = (
        f"{count_in_figures(-spare, 'minute')} over"
        if spare < 0
        else f"{count_in_figures(spare, 'minute')} free"
        if spare
        else "exactly as long as the meeting"
    )
    untimed = f"{count_in_figures(agenda.untimed, 'item')} without minutes" if agenda.untimed else ""
    ends = f"ends {agenda.ends}" if agenda.ends else ""
    return ", ".join(part for part in (words, ends, untimed) if part)


class LengthPart(QWidget):
    """The length in words over the bar."""

    def __init__(self) -> None:
        super().__init__()
        self.minutes, self.verdict = label("", "meta"), label("", "meta")
        self._sign = ShapeSign(Shape.TRIANGLE, ink="bad")
        self.bar = LengthBar()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label("Length", "section"))
        head.addWidget(self.minutes)
        head.addStretch(1)
        head.addWidget(self._sign)
        head.addWidget(self.verdict)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.bar)

    def show_agenda(self, agenda: Agenda, chosen: str) -> None:
        """The agenda with one item chosen."""
        self.minutes.setText(f"{agenda.minutes} of {agenda.length} minutes")
        self.verdict.setText(said(agenda))
        set_role(self.verdict, "bad strong" if agenda.over else "meta")
        self._sign.setVisible(bool(agenda.over))
        self.bar.show_agenda(agenda, chosen)


class LengthBar(Drawing):
    """Segments with their numbers, the end of the meeting as a line with its time."""

    item_picked = Signal(str)

    def __init__(self) -> None:
        super().__init__(width=400, height=_TOP + _HIGH + 22, grows=True)
        self._agenda = Agenda((), 0, 1)
        self._chosen = ""

    def show_agenda(self, agenda: Agenda, chosen: str) -> None:
        """The agenda, and the item whose segment stands out; a heading has those under it stand out."""
        self._agenda, self._chosen = agenda, chosen
        over = f", {said(agenda)}" if agenda.rows else ""
        self.say(f"Length: {agenda.minutes} of {agenda.length} minutes{over}")

    def _width_of_a_minute(self) -> float:
        return self.width() / max(self._agenda.minutes, self._agenda.length, 1)

    def _box(self, row: AgendaRow) -> QRectF:
        unit = self._width_of_a_minute()
        wide = max(row.minutes * unit - _GAP, 1)
        return QRectF(row.begins * unit, look().px(_TOP), wide, look().px(_HIGH))

    def _segments(self) -> list[AgendaRow]:
        return [row for row in self._agenda.items if row.minutes]

    def draw(self, painter: QPainter, box: QRectF) -> None:
        for row in self._segments():
            self._paint_segment(painter, row)
        self._paint_times(painter, box)

    def _paint_segment(self, painter: QPainter, row: AgendaRow) -> None:
        here, tokens = look(), look().tokens
        place = self._box(row)
        end = self._agenda.length * self._width_of_a_minute()
        chosen = self._chosen in (row.item.id, row.item.parent_id)
        fill, ink = (
            (tokens.bad, tokens.page)
            if row.past_the_end
            else (tokens.accent, tokens.on_accent)
            if chosen
            else (tokens.chart_lesser, tokens.ink)
        )
        paint.box_edge(painter, place, fill=fill, edge="")
        if not row.past_the_end and place.right() > end + 1:  # it goes on past the end
            painter.save()
            painter.setClipRect(QRectF(end, place.top(), place.right() - end, place.height()))
            paint.box_edge(painter, place, fill=tokens.bad, edge="")
            painter.restore()
        if row.past_the_end and chosen:
            paint.box_edge(painter, place, fill="", edge=tokens.ink)
        font = here.font(12, strong=True)
        fits = paint.width_of(row.number, font) <= place.width() - 2
        if fits and place.width() >= here.px(_NUMBERED):
            paint.text(painter, place, row.number, font=font, colour=ink, align=paint.CENTRE)

    def _paint_times(self, painter: QPainter, box: QRectF) -> None:
        """Start at the left, the end of the meeting at its line, the end of the agenda where it is later."""
        here, tokens, agenda = look(), look().tokens, self._agenda
        end = min(round(agenda.length * self._width_of_a_minute()), box.width())
        high = here.px(_TOP + _HIGH + 4)
        line = QRectF(max(end - 2, 0), 0, 2, high)
        painter.fillRect(line, here.colour(tokens.ink))
        under = QRectF(0, high - here.px(3), box.width(), box.height() - high + here.px(3))
        small, strong = here.font(12), here.font(12, strong=True)
        words = f"end of meeting {agenda.should_end}" if agenda.should_end else "end of meeting"
        wide = paint.width_of(words, strong)
        left = max(min(end - wide - here.px(1), box.width() - wide), 0)
        paint.text(
            painter,
            QRectF(left, under.top(), wide + 1, under.height()),
            words,
            font=strong,
            colour=tokens.ink,
        )
        if agenda.start and paint.width_of(agenda.start, small) + here.px(8) < left:
            paint.text(painter, under, agenda.start, font=small, colour=tokens.muted)
        room = box.width() - left - wide - here.px(8)
        if agenda.over and agenda.ends and paint.width_of(agenda.ends, small) <= room:
            paint.text(painter, under, agenda.ends, font=small, colour=tokens.muted, align=paint.RIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A segment pressed chooses its item."""
        at = QPointF(event.position())
        for row in self._segments():
            if event.button() == Qt.MouseButton.LeftButton and self._box(row).contains(at):
                self.item_picked.emit(row.item.id)
