"""What could name a child: by kind, each in its sentence with the words marked, and how it is settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from boarddesk.rules.publishing.choices import PublishChoice
from boarddesk.rules.publishing.clue import GROUPS, Clue, ClueKind
from boarddesk.rules.wording import count_in_figures, listed, lower_first
from boarddesk.ui.look.theme import look

WHERE, SETTLED, HIGH, HEAD, PAD = 112, 172, 44, 28, 12
TO_SETTLE: Final = "To settle"
_NAMED: Final = 4
"""Kinds with nothing found that are named; the tip names them all."""
_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class ClueRow:
    """One clue as it is shown: what settles it, or None."""

    clue: Clue
    choice: PublishChoice | None

    @property
    def settled(self) -> str:
        """`Withheld`, or that it waits."""
        return self.choice.told if self.choice else TO_SETTLE

    @property
    def said(self) -> str:
        """What a screen reader says of it."""
        clue = self.clue
        return f"{clue.where}: “{clue.words}” in “{clue.sentence}”. {clue.advice} {self.settled}."


class ClueList(QListWidget):
    """Rows of clues under the heads of their kinds; only what is unsettled is semibold."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_ClueDelegate(self))
        self.setAccessibleName("What could name a child")
        self.setProperty("ground", "page")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def show_rows(self, rows: Sequence[ClueRow]) -> None:
        """By kind, in the order of the kinds; kinds with nothing found are one line at the end."""
        chosen = self.chosen_key()
        self.blockSignals(True)
        self.clear()
        order = list(ClueKind)
        in_order = sorted(rows, key=lambda row: order.index(row.clue.kind))
        for kind, found in groupby(in_order, key=lambda row: row.clue.kind):
            under = tuple(found)
            self._add(f"{GROUPS[kind]}  {len(under)}", None)
            for row in under:
                self._add(row.said, row)
        clear = [GROUPS[kind] for kind in order if kind not in {row.clue.kind for row in rows}]
        if clear:
            names = [clear[0], *map(lower_first, clear[1:])]
            more = len(names) - _NAMED
            told = [*names[:_NAMED], count_in_figures(more, "other kind")] if more > 0 else names
            self._add(f"✓  {listed(told)}: nothing found", None)
            self.item(self.count() - 1).setToolTip(f"{listed(names)}: nothing found")
        self.blockSignals(False)
        self.choose(chosen)

    def _add(self, said: str, row: ClueRow | None) -> None:
        item = QListWidgetItem()
        item.setData(_ROLE, row)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        if row is None:
            item.setText(said)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.addItem(item)

    def chosen(self) -> ClueRow | None:
        """The row chosen."""
        item = self.currentItem()
        found = item.data(_ROLE) if item is not None else None
        return found if isinstance(found, ClueRow) else None

    def chosen_key(self) -> tuple[str, ClueKind, str] | None:
        """What the chosen row is about."""
        row = self.chosen()
        return row.clue.key if row else None

    def rows(self) -> list[ClueRow]:
        """Every clue, in the order shown."""
        found = (self.item(at).data(_ROLE) for at in range(self.count()))
        return [row for row in found if isinstance(row, ClueRow)]

    def choose(self, key: tuple[str, ClueKind, str] | None) -> None:
        """Bring a clue to the front: that one, else the first to settle, else the first."""
        places = {
            row.clue.key: at
            for at in range(self.count())
            if isinstance(row := self.item(at).data(_ROLE), ClueRow)
        }
        waiting = [row.clue.key for row in self.rows() if row.choice is None]
        wanted = key if key in places else next(iter(waiting or places), None)
        if wanted is not None:
            self.setCurrentRow(places[wanted])

    def choose_next(self) -> None:
        """The next that is to settle, after the one chosen, else from the beginning."""
        rows = self.rows()
        key = self.chosen_key()
        at = next((place for place, row in enumerate(rows) if row.clue.key == key), -1)
        waiting = [row for row in (*rows[at + 1 :], *rows[: at + 1]) if row.choice is None]
        if waiting:
            self.choose(waiting[0].clue.key)


class _ClueDelegate(QStyledItemDelegate):
    """Paints the heads and the rows of two lines each."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, look().px(HIGH if isinstance(index.data(_ROLE), ClueRow) else HEAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        here, row = look(), index.data(_ROLE)
        colours, rect = here.tokens, option.rect
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and isinstance(row, ClueRow)
        ground = colours.sel if chosen else colours.page if isinstance(row, ClueRow) else colours.panel
        painter.fillRect(rect, here.colour(ground))
        if chosen:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), here.colour(colours.accent))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), here.colour(colours.line))
        if isinstance(row, ClueRow):
            self._paint_row(painter, rect, row)
        else:
            strong = not str(index.data()).startswith("✓")
            painter.setFont(here.font(strong=strong))
            painter.setPen(here.colour(colours.ink))
            inside = rect.adjusted(here.px(PAD), 0, -here.px(PAD), 0)
            shown = QFontMetrics(painter.font()).elidedText(
                str(index.data()), Qt.TextElideMode.ElideRight, inside.width()
            )
            painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def _paint_row(self, painter: QPainter, rect: QRect, row: ClueRow) -> None:
        here = look()
        colours, half = here.tokens, rect.height() // 2
        top = QRect(rect.left() + here.px(PAD), rect.top() + 3, here.px(WHERE - PAD), half - 3)
        painter.setFont(here.font())
        painter.setPen(here.colour(colours.muted))
        _write(painter, top, row.clue.where)
        left = rect.left() + here.px(WHERE + 4)
        width = rect.width() - here.px(WHERE + 4 + SETTLED)
        _paint_sentence(painter, QRect(left, top.top(), width, top.height()), row.clue)
        painter.setFont(here.font(12))
        painter.setPen(here.colour(colours.muted))
        _write(painter, QRect(left, rect.top() + half, width, half - 3), row.clue.advice)
        settled = QRect(
            rect.right() - here.px(SETTLED - PAD), top.top(), here.px(SETTLED - 2 * PAD), top.height()
        )
        painter.setFont(here.font(strong=row.choice is None))
        painter.setPen(here.colour(colours.muted if row.choice else colours.warn))
        _write(painter, settled, f"✓ {row.settled}" if row.choice else f"◆ {row.settled}")


def _write(painter: QPainter, rect: QRect, words: str) -> None:
    shown = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)


def _paint_sentence(painter: QPainter, rect: QRect, clue: Clue) -> None:
    """The sentence cut around the words, never the words; they stand on a ground of their own."""
    here = look()
    colours = here.tokens
    plain, strong = QFontMetrics(here.font()), QFontMetrics(here.font(strong=True))
    before, words, after = parted(clue)
    wide = strong.horizontalAdvance(words)
    room = max(rect.width() - wide - 8, 0)
    lead = plain.elidedText(
        before, Qt.TextElideMode.ElideLeft, max(room // 2, room - plain.horizontalAdvance(after))
    )
    rest = plain.elidedText(after, Qt.TextElideMode.ElideRight, room - plain.horizontalAdvance(lead))
    at = rect.left()
    painter.setPen(here.colour(colours.ink))
    painter.setFont(here.font())
    painter.drawText(QRect(at, rect.top(), rect.width(), rect.height()), Qt.AlignmentFlag.AlignVCenter, lead)
    at += plain.horizontalAdvance(lead) + 1
    marked = QRect(at, rect.top() + 1, wide + 4, rect.height() - 1)
    painter.fillRect(marked, here.colour(colours.warn_ground))
    painter.fillRect(QRect(at, marked.bottom() - 1, marked.width(), 2), here.colour(colours.warn))
    painter.setFont(here.font(strong=True))
    painter.drawText(marked.adjusted(2, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
    painter.setFont(here.font())
    at += marked.width() + 1
    painter.drawText(
        QRect(at, rect.top(), rect.right() - at, rect.height()), Qt.AlignmentFlag.AlignVCenter, rest
    )


def parted(clue: Clue) -> tuple[str, str, str]:
    """What stands before the words, the words, and what follows."""
    end = clue.at + len(clue.words)
    return clue.sentence[: clue.at], clue.words, clue.sentence[end:]
