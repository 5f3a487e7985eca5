"""Paints every cell of every table, its ground, accent bar and focus ring; makes the editors."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from boarddesk.ui.look import icons
from boarddesk.ui.look.theme import look
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.widgets import paint
from boarddesk.ui.widgets.date_text import long_date, read_date
from boarddesk.ui.widgets.offered_names import offer_names
from boarddesk.ui.widgets.table.cells import paint_cell
from boarddesk.ui.widgets.table.model import TableModel
from boarddesk.ui.widgets.table.rows import EditorKind, Group, Line

Index = QModelIndex | QPersistentModelIndex


class _Choices(QComboBox):
    """A list of choices in a cell, gone with its list."""

    hidden = Signal()

    def showPopup(self) -> None:
        super().showPopup()
        self.view().window().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide and watched is self.view().window():
            QTimer.singleShot(0, self, self.hidden.emit)  # Qt says what was picked after its list is hidden
        return super().eventFilter(watched, event)


class TableDelegate(QStyledItemDelegate):
    """Honours selection, focus and the row under the pointer, which the view tells it."""

    def __init__(self, model: TableModel, parent: QObject) -> None:
        super().__init__(parent)
        self.table = model
        self.hovered = -1
        self.ground, self.has_lines = "page", True  # the token its rows stand on, and a hairline under each
        self.first_column = 0

    # ── painting ──

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        at, column = index.row(), index.column()
        line = self.table.lines[at]
        box = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(option.rect)
        self._paint_ground(painter, box, at=at, column=column, chosen=chosen)
        if line.group is not None:
            box = self.group_box(box)
        first = column == self.first_column or line.group is not None
        if chosen and first:
            tokens = look().tokens
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), look().colour(tokens.accent))
        if line.group is not None:
            paint_group(painter, box, line)
        else:
            paint_cell(painter, box, self.table, at=at, column=column, first=first, chosen=chosen)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint.focus_ring(painter, box.adjusted(1, 1, -1, -2))
        painter.restore()

    def group_box(self, box: QRectF) -> QRectF:
        """Where a group's header is written: in what can be seen of the table, wherever it is scrolled to."""
        view = self.parent()
        if not isinstance(view, QAbstractItemView):
            return box
        sight = QRectF(view.viewport().rect())
        return QRectF(
            sight.left(), box.top(), min(box.right(), sight.right() + 1) - sight.left(), box.height()
        )

    def _paint_ground(self, painter: QPainter, box: QRectF, *, at: int, column: int, chosen: bool) -> None:
        tokens, here = look().tokens, look()
        line = self.table.lines[at]
        ground = str(getattr(tokens, self.ground))
        if chosen:
            ground = tokens.sel
        elif line.group is not None or (line.row and self.table.cell(at, column).muted_ground):
            ground = tokens.panel
        elif at == self.hovered:
            ground = tokens.hover
        painter.fillRect(box, here.colour(ground))
        if self.has_lines:
            painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), here.colour(tokens.line))

    # ── editing ──

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self.table.columns[index.column()]
        editor: QWidget
        if column.editor is not None and column.editor.kind is EditorKind.CHOICE:
            editor = self._choice(parent, column.editor.choices)
        else:
            editor = QLineEdit(parent)
            if column.editor is not None and column.editor.offers is not None:
                offer_names(editor, column.editor.offers())
        editor.setProperty("role", "cell")
        editor.setAccessibleName(column.name)
        return editor

    def _choice(self, parent: QWidget, choices: tuple[tuple[str, str], ...]) -> QComboBox:
        """Opens its list by itself; what is picked is written at once, nothing picked changes nothing."""
        made = _Choices(parent)
        for value, words in choices:
            made.addItem(words, value)
        made.activated.connect(lambda _at: self.commitData.emit(made))
        made.hidden.connect(lambda: self.closeEditor.emit(made, self.EndEditHint.NoHint))
        QTimer.singleShot(0, made, made.showPopup)
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findData(value), 0))
        elif isinstance(editor, QLineEdit):
            day = read_date(value) if self._is_date(index) else None
            editor.setText(long_date(day) if day else value)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            day = read_date(editor.text()) if self._is_date(index) else None
            model.setData(index, day.isoformat() if day else editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(1, 1, -1, -2))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QComboBox) and event.type() == QEvent.Type.FocusOut:
            return False  # the drop-down list takes the focus while it is open
        return super().eventFilter(watched, event)

    def _is_date(self, index: Index) -> bool:
        editor = self.table.columns[index.column()].editor
        return editor is not None and editor.kind is EditorKind.DATE


def paint_group(painter: QPainter, box: QRectF, line: Line) -> None:
    """A group's header: chevron, number and title, count in words, bar at the right."""
    here, group = look(), line.group
    if group is None:
        return
    tokens = here.tokens
    paint_chevron(painter, QPointF(box.left() + here.px(16), box.center().y() - 0.5), is_open=line.is_open)
    x = box.left() + here.px(30)
    whole = " ".join(part for part in (group.number, group.title) if part)
    title = whole.removesuffix(f", {group.beside}") if group.beside else whole
    bar = here.px(150) if group.bar else _paint_far_count(painter, box, group) if group.far else 0
    room = box.right() - here.px(24) - bar - x
    font, small = here.font(13, strong=True), here.font(12)
    words = QRectF(x, box.top(), room, box.height())
    paint.text(painter, words, title, font=font, colour=tokens.ink)
    after = min(paint.width_of(title, font), room) + here.px(10)
    if room - after > here.px(20):
        muted = group.beside if group.far else group.count
        paint.text(painter, words.adjusted(after, 0, 0, 0), muted, font=small, colour=tokens.muted)
    if group.bar:
        height = here.px(12)
        place = QRectF(box.right() - here.px(12) - bar, box.center().y() - height / 2 - 0.5, bar, height)
        paint.stacked_bar(painter, place, group.bar, numbers=False)


def _paint_far_count(painter: QPainter, box: QRectF, group: Group) -> float:
    """`3 open ▲ 1 late` at the right, the end that is late in red; the room it takes."""
    here, strong = look(), look().font(12, strong=True)
    end = box.right() - here.px(12)
    wide = 0.0
    if group.late:
        wide = paint.width_of(group.late, strong) + here.px(4)
        place = QRectF(end - wide, box.top(), wide, box.height())
        paint.text(painter, place, group.late, font=strong, colour=here.tokens.bad)
        sign = QPointF(end - wide - here.px(8), box.center().y() - 0.5)
        paint.shape(painter, Shape.TRIANGLE, centre=sign, size=here.px(8), colour=here.tokens.bad)
        wide += here.px(22)
    words = group.count.removesuffix(group.late).rstrip(", ")
    own = paint.width_of(words, here.font(12)) + here.px(4)
    place = QRectF(end - wide - own, box.top(), own, box.height())
    paint.text(painter, place, words, font=here.font(12), colour=here.tokens.muted)
    return wide + own


def paint_chevron(painter: QPainter, centre: QPointF, *, is_open: bool, size: int = 16) -> None:
    """The sign of something that opens: right when closed, down when open."""
    half = look().px(size) / 2
    box = QRectF(centre.x() - half, centre.y() - half, half * 2, half * 2)
    name = "chevron-down" if is_open else "chevron-right"
    icons.paint(painter, name, box=box, colour=look().tokens.muted)
