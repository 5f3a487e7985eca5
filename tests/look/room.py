"""Measures whether what a window shows has the room it needs: no word cut, nothing covered or outside."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QListView,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStackedLayout,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTabBar,
    QTextEdit,
    QWidget,
)

from boarddesk.ui.page import PageHeader
from boarddesk.ui.widgets import paint
from boarddesk.ui.widgets.form import Field
from boarddesk.ui.widgets.label import ElidedLabel, WrappedLabel
from boarddesk.ui.widgets.table import delegate as table_delegate
from boarddesk.ui.widgets.table.cells import paint_cell
from boarddesk.ui.widgets.table.model import TableModel
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.words_button import WordsButton

SLACK = 1
"""Pixels by which a rounded width may fall short without a letter being cut."""

FIELD_GAP = 4
"""Between a label, its hint and its field."""

FREE_TEXT = frozenset(
    {
        ("board_action", "text"),
        ("minutes items", "title"),
        ("minutes screen", "title"),
        ("history of a plan row", "change"),
        ("history of a plan row", "label"),
        ("import areas", "title"),
        ("import areas", "why"),
        ("import columns", "samples"),
        ("import found", "text"),
        ("import left over", "text"),
        ("import left over", "why"),
        ("import proposals", "what"),
        ("meeting business", "text"),
        ("meetings", "venue"),
        ("people board", "quorum"),
        ("people person", "seats"),
        ("people seat", "title"),
        ("plan", "text"),
        ("plan", "update"),
        ("proposed meetings", "wrong"),
        ("register", "note"),
        ("register", "seat"),
        ("replies", "note"),
        ("replies", "seat"),
        ("certificates", "why"),
        ("risk review", "risk"),
        ("waiting", "says"),
    }
)
"""Columns of long free text, table and column: they take the slack and may end in an ellipsis."""

SAID_BELOW = frozenset({("plan", "by_when")})
"""Columns of words that stand whole, as they are understood, in the line below."""

SIDEWAYS = frozenset({"attendance"})
"""Tables whose columns may be scrolled: one for every meeting, names and figures staying in sight."""


@dataclass
class Drawing:
    """Words that were painted with an ellipsis, each with the column it stands in where it is one."""

    cut: set[str] = field(default_factory=set)
    column: tuple[str, str] = ("", "")
    second: str = ""


@contextmanager
def watched() -> Iterator[Drawing]:
    """Hears of every painted line that did not fit its box."""
    heard = Drawing()
    text, cell = paint.text, paint_cell

    def hear(painter: QPainter, box: QRectF, words: str, **how: Any) -> bool:
        cut = text(painter, box, words, **how)
        free = heard.column in FREE_TEXT or words == heard.second
        free |= heard.column in SAID_BELOW and bool(heard.second)
        if cut and not free:
            where = " ".join(heard.column).strip() or "painted"
            heard.cut.add(
                f"{where}: “{words}” has {box.width():.0f} of {paint.width_of(words, how['font']):.0f}"
            )
        return cut

    def note(painter: QPainter, box: QRectF, model: TableModel, **where: Any) -> None:
        table = model.parent()
        name = table.name if isinstance(table, RecordTable) else ""
        heard.column = (name, model.columns[where["column"]].key)
        heard.second = model.second(where["at"], where["column"])
        cell(painter, box, model, **where)
        heard.column, heard.second = ("", ""), ""

    with patch.object(paint, "text", hear), patch.object(table_delegate, "paint_cell", note):
        yield heard


def faults(top: QWidget) -> list[str]:
    """Everything in a window that is cut, covered or outside, each as a line that says where."""
    with watched() as heard:
        top.grab()
    found = set(heard.cut)
    for shown in _visible(top):
        found.update(f"{_name(shown)}: {fault}" for fault in _faults_of(shown))
    return sorted(found)


def _visible(top: QWidget) -> Iterator[QWidget]:
    yield top
    yield from (one for one in top.findChildren(QWidget) if one.isVisibleTo(top) and one.window() is top)


def _name(shown: QWidget) -> str:
    words = shown.accessibleName() or getattr(shown, "text", str)() or shown.objectName()
    return f"{type(shown).__name__} “{str(words)[:60]}”"


def _faults_of(shown: QWidget) -> Iterator[str]:
    yield from _words_cut(shown)
    yield from _outside(shown)
    if shown.layout() is not None:
        yield from _covered(shown)
    if isinstance(shown, QPushButton) and shown.property("look") == "primary":
        seen = shown.visibleRegion().boundingRect()
        if seen != shown.rect():
            yield f"the primary button is in sight by {_size(seen.size())} of {_size(shown.size())}"
    if isinstance(shown, QAbstractScrollArea):
        yield from _sideways(shown)
    if isinstance(shown, Field):
        yield from _torn(shown)


# ── words ──


def _words_cut(shown: QWidget) -> Iterator[str]:
    match shown:
        case ElidedLabel():
            may = isinstance(shown.parent(), PageHeader) or shown.objectName() == "document title"
            if shown.text() != shown.full_text() and not may:
                yield f"“{shown.full_text()}” is cut"
        case QLabel():
            yield from _label(shown)
        case WordsButton() if shown.text().lstrip() != shown.words():
            yield f"“{shown.words()}” is cut at {shown.width()}"
        case QPushButton() | QCheckBox() | QRadioButton():
            yield from _too_small(shown, shown.sizeHint())
        case QComboBox():
            option = QStyleOptionComboBox()
            shown.initStyleOption(option)
            part = QStyle.SubControl.SC_ComboBoxEditField
            room = shown.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, shown)
            yield from _line(shown, shown.currentText(), room.width() - 2)
        case QLineEdit() if not isinstance(shown.parent(), QAbstractSpinBox):
            yield from _field(shown)
        case QTabBar():
            yield from _too_small(shown, shown.sizeHint())
        case QMenuBar():
            for action in shown.actions():
                if action.isVisible() and not shown.rect().contains(shown.actionGeometry(action)):
                    yield f"the menu “{action.text()}” is outside"
        case QListView():
            wide = shown.sizeHintForColumn(0)
            if wide > shown.viewport().width() + SLACK:
                yield f"a line has {shown.viewport().width()} of {wide}"
        case _:
            return


def _label(shown: QLabel) -> Iterator[str]:
    if not shown.text():
        return
    if not shown.wordWrap():
        yield from _too_small(shown, shown.sizeHint())
        return
    room = shown.contentsRect().width() - 2 * shown.margin()
    words = shown.words() if isinstance(shown, WrappedLabel) else shown.text().split()
    longest = max(words, key=shown.fontMetrics().horizontalAdvance, default="")
    yield from _line(shown, longest, room)
    needed = shown.heightForWidth(shown.width())
    if needed > shown.height() + SLACK:
        yield f"its lines have {shown.height()} of {needed} in height"


def _line(shown: QWidget, words: str, room: int) -> Iterator[str]:
    needed = shown.fontMetrics().horizontalAdvance(words)
    if needed > room + SLACK:
        yield f"“{words}” has {room} of {needed}"


def _field(shown: QLineEdit) -> Iterator[str]:
    if shown.text() and not shown.isReadOnly():
        return  # what somebody types runs on under the edge
    option = QStyleOptionFrame()
    shown.initStyleOption(option)
    room = shown.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, shown)
    beside = sum(26 for action in shown.actions() if action.isVisible())
    caps = sum(one.width() + 8 for one in shown.findChildren(QLabel) if one.isVisibleTo(shown))
    yield from _line(shown, shown.text() or shown.placeholderText(), room.width() - beside - caps - 4)


def _too_small(shown: QWidget, needed: QSize) -> Iterator[str]:
    if needed.width() > shown.width() + SLACK or needed.height() > shown.height() + SLACK:
        yield f"has {_size(shown.size())} of {_size(needed)}"


def _size(size: QSize) -> str:
    return f"{size.width()}×{size.height()}"


# ── places ──


def _outside(shown: QWidget) -> Iterator[str]:
    """Outside what holds it: a layout squeezed below its least size goes on past the edge."""
    holder = shown.parentWidget()
    if holder is None or shown.isWindow() or holder.layout() is None or not shown.size().isValid():
        return
    if holder.layout().indexOf(shown) < 0 and shown not in _held(holder):
        return
    if not holder.rect().contains(shown.geometry()):
        yield f"lies outside {_name(holder)}: {_rect(shown.geometry())} in {_size(holder.size())}"


def _torn(field: Field) -> Iterator[str]:
    """A label, its hint and its field stand together: more room than between two fields parts them."""
    parts = sorted((one for one in _held(field) if one.isVisibleTo(field)), key=QWidget.y)
    for above, below in pairwise(parts):
        gap = below.y() - above.y() - above.height()
        if isinstance(above, QLabel) and not above.wordWrap():
            gap += above.height() - above.sizeHint().height()
        if gap > FIELD_GAP + SLACK:
            yield f"its parts stand {gap} from each other"


def _covered(holder: QWidget) -> Iterator[str]:
    held = [one for one in _held(holder) if one.isVisibleTo(holder) and not one.size().isEmpty()]
    for at, one in enumerate(held):
        for other in held[at + 1 :]:
            both = one.geometry().intersected(other.geometry())
            if both.width() > SLACK and both.height() > SLACK:
                yield f"{_name(one)} and {_name(other)} lie over each other"


def _held(holder: QWidget) -> list[QWidget]:
    """What the layout of a widget holds, that of its layouts too; of a stack what is in front.

    No item of a layout is asked for: Qt gives spacers up without a word, and what Python holds of one would
    go on standing for whatever widget gets its place in memory.
    """
    layout = holder.layout()
    if not isinstance(layout, QLayout):  # a wrapper may outlive what it stood for
        return []
    layouts = [layout, *layout.findChildren(QLayout)]
    inside = holder.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [one for one in inside if any(_shows(held, one) for held in layouts)]


def _shows(layout: QLayout, one: QWidget) -> bool:
    if isinstance(layout, QStackedLayout):
        return layout.currentWidget() is one
    return layout.indexOf(one) >= 0


def _rect(rect: QRect) -> str:
    return f"{rect.x()},{rect.y()} {_size(rect.size())}"


def _sideways(area: QAbstractScrollArea) -> Iterator[str]:
    holder = area.parentWidget()
    if isinstance(holder, RecordTable) and holder.name in SIDEWAYS:
        return
    if isinstance(area, QPlainTextEdit | QTextEdit):
        return
    if area.horizontalScrollBar().maximum() > 0:
        yield f"scrolls sideways by {area.horizontalScrollBar().maximum()}"
    inside = area.widget() if isinstance(area, QScrollArea) else None
    if inside is not None and inside.width() > area.viewport().width() + SLACK:
        yield f"holds {inside.width()} in {area.viewport().width()}"
