"""The next meeting: when, where, and whether it will be quorate as replies stand, drawn seat by seat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout

from boarddesk.rules.meetings.meeting import Meeting
from boarddesk.rules.registers.quorum import Answer, Forecast, Reply
from boarddesk.rules.registers.register import RollRow
from boarddesk.ui.look.theme import look
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.widgets import paint
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.detail_panel import DetailPanel
from boarddesk.ui.widgets.drawing import Drawing
from boarddesk.ui.widgets.label import WrappedLabel, label, rule
from boarddesk.ui.widgets.shape_sign import ShapeSign


@dataclass(frozen=True)
class NextMeeting:
    """What the card shows."""

    meeting: Meeting
    number: str
    roll: tuple[RollRow, ...]
    replies: tuple[Reply, ...]
    forecast: Forecast


class SeatsForecast(Drawing):
    """Quorum seats in order: coming, apologies, no reply, vacant; a line stands at the quorum."""

    def __init__(self, shown: NextMeeting) -> None:
        super().__init__(width=288, height=44, grows=True)
        answers = {reply.seat_id: reply.answer for reply in shown.replies}
        counting = [row for row in shown.roll if row.counts_for_quorum]
        self._seats = sorted(
            (self._kind(row, answers.get(row.seat_id)) for row in counting), key="cda?v".index
        )
        self._needed = shown.forecast.quorum.needed
        coming = sum(seat in "cd" for seat in self._seats)
        held = sum(seat != "v" for seat in self._seats)
        self.counted = f"{coming} of {held} quorum seats coming"
        self.say(shown.forecast.sentence)

    @staticmethod
    def _kind(row: RollRow, answer: Answer | None) -> str:
        if not row.person_id:
            return "v"
        known = {Answer.COMING: "c", Answer.DEPUTY: "d", Answer.APOLOGIES: "a"}
        return known[answer] if answer else "?"

    def draw(self, painter: QPainter, box: QRectF) -> None:
        here = look()
        count = max(len(self._seats), 1)
        pitch = min(box.width() / count, here.px(22))
        wide = pitch - here.px(3)
        for at, kind in enumerate(self._seats):
            place = QRectF(round(box.left() + at * pitch), box.top() + 2, round(wide), here.px(20))
            self._draw_seat(painter, place, kind)
        if self._needed:
            self._draw_line(painter, box, x=round(box.left() + self._needed * pitch - here.px(1.5)))
        foot = QRectF(box.left(), box.top() + here.px(25), box.width(), here.px(18))
        paint.text(
            painter, foot, self.counted, font=here.font(12), colour=here.tokens.muted, align=paint.RIGHT
        )

    def _draw_line(self, painter: QPainter, box: QRectF, *, x: int) -> None:
        here = look()
        painter.fillRect(QRectF(x - 1, box.top() - 2, 2, here.px(26)), here.colour(here.tokens.ink))
        words = f"quorum {self._needed}"
        font = here.font(12, strong=True)
        wide = paint.width_of(words, font)
        beside = paint.width_of(self.counted, here.font(12)) + here.px(8)
        left = max(min(x - wide / 2, box.right() - wide - beside), box.left())
        place = QRectF(left, box.top() + here.px(25), wide + 2, here.px(18))
        paint.text(painter, place, words, font=font, colour=here.tokens.ink)

    def _draw_seat(self, painter: QPainter, place: QRectF, kind: str) -> None:
        here, tokens = look(), look().tokens
        if kind in "cd":
            coming = tokens.marks["P" if kind == "c" else "D"]
            paint.box_edge(painter, place, fill=coming.ground, edge="")
            if kind == "c":
                paint.shape(painter, Shape.TICK, centre=place.center(), size=here.px(8), colour=coming.letter)
            else:
                paint.mark(painter, place, "D")
        elif kind == "a":
            paint.mark(painter, place, "A")
        elif kind == "v":
            paint.box_edge(painter, place, fill="", edge=tokens.ctl, dashed=True)
        else:
            paint.box_edge(painter, place, fill=tokens.key, edge=tokens.ctl)
            paint.text(painter, place, "?", font=here.font(12), colour=tokens.muted, align=paint.CENTRE)


class MeetingCard(DetailPanel):
    """Filled again whenever anything about the meeting changes."""

    def __init__(self) -> None:
        super().__init__(width=320, closable=False)

    def show_none(self) -> None:
        """No meeting is planned."""
        self.clear()
        self.add(label("Next meeting", "section"))
        self.add(WrappedLabel("No meeting is planned. Add one on the Meetings page.", "muted"))

    def show_meeting(self, shown: NextMeeting) -> None:
        """When, where, and the forecast with its sum."""
        self.clear()
        meeting, forecast = shown.meeting, shown.forecast
        top = QHBoxLayout()
        top.addWidget(label("Next meeting", "section"))
        top.addStretch(1)
        top.addWidget(label(shown.number, "meta"))
        self.add(top)
        times = " to ".join(part for part in (meeting.start_time, meeting.end_time) if part)
        self.add(WrappedLabel(", ".join(part for part in (long_date(meeting.date), times) if part), "record"))
        self.add(WrappedLabel(meeting.venue or "No place given", "meta"))
        self.add(rule())
        self.column.setSpacing(4)
        self.add(_verdict(forecast))
        self.add(SeatsForecast(shown))
        self.add(WrappedLabel(_replies(shown), "meta"))
        unmet = [check for check in forecast.quorum.rules if not check.met]
        for check in unmet:
            words = check.words[:1].upper() + check.words[1:]
            self.add(WrappedLabel(f"{words}: {check.have} coming", "warn"))


def _verdict(forecast: Forecast) -> QHBoxLayout:
    tone = "good" if forecast.quorum.quorate else "warn" if forecast.quorum.possible else "bad"
    shape = Shape.DOT if tone == "good" else Shape.DIAMOND if tone == "warn" else Shape.TRIANGLE
    word = "Quorate if nothing changes" if tone == "good" and forecast.quorum.is_set else forecast.word
    across = QHBoxLayout()
    across.setSpacing(6)
    across.addWidget(ShapeSign(shape, ink=tone))
    across.addWidget(label(word, "section"))
    across.addStretch(1)
    return across


def _replies(shown: NextMeeting) -> str:
    forecast = shown.forecast
    vacant = sum(not row.person_id for row in shown.roll if row.counts_for_quorum)
    parts: Sequence[tuple[int, str]] = (
        (forecast.deputies, "deputy"),
        (forecast.apologies, "apologies"),
        (forecast.no_reply, "no reply"),
        (vacant, "vacant"),
    )
    return " · ".join(f"{count} {words}" for count, words in parts if count) or "Everyone is coming"
