"""The heads of a table's columns: painted in the design's type, sorted by click, with a filter row."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QLineEdit, QWidget

from boarddesk.ui.look import icons
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets import paint
from boarddesk.ui.widgets.table.cells import FIRST_PAD, PAD
from boarddesk.ui.widgets.table.model import TableModel, alignment
from boarddesk.ui.widgets.table.rows import Kind

ONE_LINE, LINE, FILTER = 28, 16, 28


class TableHeader(QHeaderView):
    """One head per column and, when asked for, one filter field under each."""

    filter_typed = Signal(str, str)  # column key, words

    def __init__(self, model: TableModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.table = model
        self.first_column = 0
        self._fields: dict[str, QLineEdit] = {}
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        self.sectionResized.connect(self._place_fields)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        return QSize(self.length(), self._heads() + (look().px(FILTER) if self._fields else 0))

    def _heads(self) -> int:
        more = max((column.title.count("\n") for column in self.table.columns), default=0)
        return look().px(ONE_LINE + more * LINE)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        here, tokens = look(), look().tokens
        painter.save()
        painter.fillRect(rect, here.colour(tokens.page))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, here.colour(tokens.rule))
        left, right = self._beside(logicalIndex)
        box = QRectF(rect.left() + left, rect.top(), rect.width() - left - right, self._heads() - 1)
        self._paint_title(painter, box, logicalIndex)
        painter.restore()

    def _paint_title(self, painter: QPainter, box: QRectF, section: int) -> None:
        here, column = look(), self.table.columns[section]
        align = alignment(column)
        if self.table.arrangement.sort_key == column.key:
            box = self._paint_order(painter, box, column.title)
        lines = column.title.split("\n")
        if len(lines) == 1:
            foot = QRectF(
                box.left(), box.bottom() - here.px(ONE_LINE - 1), box.width(), here.px(ONE_LINE - 1)
            )
            font = here.font(12, strong=True)
            paint.text(painter, foot, lines[0], font=font, colour=here.tokens.muted, align=align)
            return
        for at, words in enumerate(
            reversed(lines)
        ):  # a day stands out over its month, the year above recedes
            line = QRectF(box.left(), box.bottom() - here.px(22 + at * LINE), box.width(), here.px(LINE + 1))
            colour = here.tokens.ink if at == 1 else here.tokens.muted
            paint.text(painter, line, words, font=here.font(12, strong=at == 1), colour=colour, align=align)

    def _beside(self, section: int) -> tuple[int, int]:
        """The room left and right of a title; a day over its letters needs none."""
        if self.table.columns[section].kind is Kind.MARK:
            return look().px(1), look().px(1)
        return look().px(FIRST_PAD if section == self.first_column else PAD), look().px(PAD)

    def _paint_order(self, painter: QPainter, box: QRectF, title: str) -> QRectF:
        """The sign of the order right after the title, or under its end where room is short."""
        here = look()
        side = here.px(12)
        name = "chevron-down" if self.table.arrangement.descending else "chevron-up"
        middle = box.bottom() - here.px(ONE_LINE - 1) / 2
        end = box.left() + paint.width_of(title, here.font(12, strong=True)) + 2
        place = QRectF(min(end, box.right() - side + here.px(PAD)), middle - side / 2, side, side)
        icons.paint(painter, name, box=place, colour=here.tokens.muted)
        return box.adjusted(0, 0, here.px(PAD), 0)

    # ── the filter row ──

    def show_filters(self, *, shown: bool) -> None:
        """Show or take away the fields under the heads."""
        for field in self._fields.values():
            field.hide()
            field.deleteLater()
        self._fields = {}
        if shown:
            self._fields = {column.key: self._field(column.key, column.name) for column in self.table.columns}
        self.updateGeometries()
        self.geometriesChanged.emit()
        self._place_fields()

    def filters_shown(self) -> bool:
        """Whether the filter row is there."""
        return bool(self._fields)

    def focus_filters(self) -> None:
        """Put the cursor into the first field of the filter row."""
        for key, field in self._fields.items():
            if not self.isSectionHidden(self._section(key)):
                field.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _field(self, key: str, name: str) -> QLineEdit:
        made = QLineEdit(self)
        made.setProperty("role", "filter")
        made.setAccessibleName(f"Filter {name}")
        made.setClearButtonEnabled(True)
        made.textEdited.connect(lambda words, key=key: self.filter_typed.emit(key, words))
        return made

    def _section(self, key: str) -> int:
        return next(at for at, column in enumerate(self.table.columns) if column.key == key)

    def _place_fields(self) -> None:
        if not self._fields:  # every column's width is told of, and there may be many
            return
        top = self._heads()
        for key, field in self._fields.items():
            section = self._section(key)
            x = self.sectionViewportPosition(section)
            field.setGeometry(x + 2, top, self.sectionSize(section) - 4, look().px(FILTER - 3))
            field.setVisible(not self.isSectionHidden(section))
