"""The time of a seat as a strip: who held it one after another, and where it stood vacant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from boarddesk.rules.memberships.timeline import Spell
from boarddesk.rules.wording import month_in_short
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets import paint
from boarddesk.ui.widgets.date_text import short_date
from boarddesk.ui.widgets.drawing import Drawing

_BAR, _FOOT, _GAP, _LEAST = 20, 18, 1.5, 4
_OPEN = 0.35
"""How much of what is known stands for a beginning nobody knows, or for what is open in the time to come."""


class SeatTimeline(Drawing):
    """Whoever holds it now stands out, a vacancy is a dashed gap; it ends today or with what is planned."""

    def __init__(self, spells: Sequence[Spell], *, names: Callable[[str], str], today: date) -> None:
        super().__init__(width=240, height=_BAR + _FOOT, grows=True)
        self._spells, self._names, self._today = spells, names, today
        self._first, self._last = _axis(spells, today)
        self.say("; ".join(spell_words(spell, self._name(spell) or "vacant", today) for spell in spells))

    def _name(self, spell: Spell) -> str:
        return self._names(spell.membership.person_id) if spell.membership else ""

    def draw(self, painter: QPainter, box: QRectF) -> None:
        here, tokens = look(), look().tokens
        bar = QRectF(box.left(), box.top(), box.width(), here.px(_BAR))
        left = bar.left()
        for spell in self._spells:
            segment = self._segment(bar, spell, after=left)
            self._spell(painter, segment, spell)
            left = segment.right() + _GAP
        foot = QRectF(box.left(), bar.bottom() + here.px(2), box.width(), here.px(_FOOT - 2))
        font, colour = here.font(12), tokens.muted
        begins = month_in_short(self._first) if self._spells[0].first else "earlier"
        paint.text(painter, foot, begins, font=font, colour=colour)
        ends = "today" if self._last == self._today else month_in_short(self._last)
        if _is_open(self._spells, self._today):
            ends = "later"
        paint.text(painter, foot, ends, font=font, colour=colour, align=paint.RIGHT)
        if self._last > self._today:
            at = round(self._at(bar, self._today))
            painter.fillRect(QRectF(at - 1, bar.top(), 2, bar.height()), here.colour(tokens.ink))

    def _spell(self, painter: QPainter, box: QRectF, spell: Spell) -> None:
        here, tokens = look(), look().tokens
        if spell.membership is None:
            paint.box_edge(painter, box, fill="", edge=tokens.ctl, dashed=True)
            return
        now = spell.is_on(self._today)
        paint.box_edge(painter, box, fill=tokens.chart if now else tokens.chart_lesser, edge="")
        font, words = here.font(12, strong=True), self._name(spell)
        room = box.adjusted(here.px(6), 0, -here.px(4), 0)
        for shown in (words, words.split()[-1] if words else ""):
            if shown and paint.width_of(shown, font) <= room.width():
                colour = tokens.page if now else tokens.ink
                paint.text(painter, room, shown, font=font, colour=colour)
                return

    def _segment(self, bar: QRectF, spell: Spell, *, after: float) -> QRectF:
        left = after if spell.first is None else self._at(bar, spell.first)
        right = self._at(bar, spell.last + timedelta(days=1)) if spell.last else bar.right()
        return QRectF(left, bar.top(), max(right - left - _GAP, look().px(_LEAST)), bar.height())

    def _at(self, bar: QRectF, day: date) -> float:
        whole = max((self._last - self._first).days, 1)
        return bar.left() + bar.width() * min(max((day - self._first).days, 0) / whole, 1)


def _axis(spells: Sequence[Spell], today: date) -> tuple[date, date]:
    """From the first day known to the last, with room for a beginning and an end nobody knows."""
    known = [day for spell in spells for day in (spell.first, spell.last) if day] or [today]
    first, last = min(*known, today), max(*known, today)
    room = timedelta(days=round(max((last - first).days, 90) * _OPEN))
    begins = first - room if spells and spells[0].first is None else first
    return begins, last + room if _is_open(spells, today) else last


def _is_open(spells: Sequence[Spell], today: date) -> bool:
    """Whether the last spell is still to come and has no end."""
    return bool(spells) and spells[-1].last is None and (spells[-1].first or today) > today


def spell_words(spell: Spell, name: str, today: date) -> str:
    """`Derek Lomas until 21 May 2026`, `vacant since 22 May 2026`, `vacant 1 Jan 2026 to 28 Feb 2026`.

    A spell still to come begins with `from`.
    """
    first, last = spell.first, spell.last
    if first and last:
        return f"{name} {short_date(first)} to {short_date(last)}"
    if first:
        return f"{name} {'from' if first > today else 'since'} {short_date(first)}"
    return f"{name} until {short_date(last)}" if last else name
