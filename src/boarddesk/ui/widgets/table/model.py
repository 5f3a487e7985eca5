"""The model under every table: rows given as data, shown as lines; it knows nothing of the database."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from boarddesk.ui.widgets.table.lines import Keep, kept_rows, lines
from boarddesk.ui.widgets.table.rows import Arrangement, Cell, Column, EditorKind, Group, Kind, Line, Row

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = frozenset({Kind.NUMBER})
_CENTRE = frozenset({Kind.MARK})


class TableModel(QAbstractTableModel):
    """Lines over columns. An edit is announced, never kept: the page writes it and gives the rows again."""

    edited = Signal(str, str, str)  # row id, column key, value

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.arrangement = Arrangement()
        self.keep: Keep | None = None
        self.read_only = False
        self.rows: tuple[Row, ...] = ()
        self.groups: tuple[Group, ...] = ()
        self.kept: list[Row] = []
        self.lines: list[Line] = []
        self.seconds: dict[str, str] = {}
        self._known_groups: set[str] = set()

    # ── giving rows ──

    def set_rows(self, rows: Sequence[Row], groups: Sequence[Group] = ()) -> None:
        """Show other rows; groups the person closed or opened stay so."""
        self.rows, self.groups = tuple(rows), tuple(groups)
        for group in groups:
            if group.key not in self._known_groups and not group.is_open:
                self.arrangement.closed_groups.add(group.key)
            self._known_groups.add(group.key)
        self.arrange()

    def arrange(self) -> None:
        """Filter, sort and open again after the arrangement changed."""
        self.beginResetModel()
        self.kept = kept_rows(self.rows, self.arrangement, self.columns, self.keep)
        self.lines = lines(self.kept, self.groups, self.arrangement)
        self.endResetModel()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Other columns: a matrix over other meetings."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.kept = kept_rows(self.rows, self.arrangement, self.columns, self.keep)
        self.lines = lines(self.kept, self.groups, self.arrangement)
        self.endResetModel()

    def toggle(self, line: Line) -> None:
        """Open what is closed, close what is open."""
        if line.group is not None:
            self.arrangement.closed_groups ^= {line.group.key}
        elif line.row is not None:
            self.arrangement.open_rows ^= {line.row.id}
        self.arrange()

    def line_of(self, row_id: str) -> int:
        """The visible line of a row; -1 when it is not shown."""
        return next((at for at, line in enumerate(self.lines) if line.id == row_id), -1)

    def cell(self, line: int, column: int) -> Cell:
        """The cell at a line and column; a group's line has none."""
        row = self.lines[line].row
        return row.cell(self.columns[column].key) if row is not None else Cell()

    def second(self, line: int, column: int) -> str:
        """The second line of a cell: its own, or the text of a column hidden just now."""
        row, key = self.lines[line].row, self.columns[column].key
        if row is None:
            return ""
        return row.cell(key).second or (row.cell(self.seconds[key]).text if key in self.seconds else "")

    # ── what Qt asks ──

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        line, column = self.lines[index.row()], self.columns[index.column()]
        cell = self.cell(index.row(), index.column())
        editor = column.editor
        ticks = editor is None or editor.kind is EditorKind.TICK
        if line.row is None or ticks or not cell.editable or self.read_only:
            return plain
        return plain | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        at, column = index.row(), index.column()
        line = self.lines[at]
        if line.group is not None:
            return _group_data(line, column, role)
        cell = self.cell(at, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.words
        if role == Qt.ItemDataRole.EditRole:
            return cell.text if cell.value is None else cell.value
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(at, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.tip or None
        return None

    def spoken(self, at: int, column: int) -> str:
        """Column, then what stands there, then the second line: what a screen reader says of a cell."""
        cell, line = self.cell(at, column), self.lines[at]
        words = cell.spoken or "nothing"
        second = self.second(at, column)
        if second and second != cell.second:
            words = f"{words}, {second}"
        state = (", open" if line.is_open else ", closed") if column == 0 and line.can_open else ""
        return f"{self.columns[column].name}: {words}{state}"

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line = self.lines[index.row()] if index.isValid() else None
        if role != Qt.ItemDataRole.EditRole or line is None or line.row is None:
            return False
        if str(value) != self.data(index, role):
            self.edited.emit(line.row.id, self.columns[index.column()].key, str(value))
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.name}{self._order(column)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip or None
        return None

    def _order(self, column: Column) -> str:
        if self.arrangement.sort_key != column.key:
            return ""
        return ", sorted downwards" if self.arrangement.descending else ", sorted upwards"


def alignment(column: Column) -> Qt.AlignmentFlag:
    """Figures right, marks in the middle, everything else left."""
    across = Qt.AlignmentFlag.AlignLeft
    if column.kind in _RIGHT:
        across = Qt.AlignmentFlag.AlignRight
    elif column.kind in _CENTRE:
        across = Qt.AlignmentFlag.AlignHCenter
    return across | Qt.AlignmentFlag.AlignVCenter


def group_words(line: Line) -> str:
    """A group's header in words."""
    group = line.group
    if group is None:
        return ""
    title = " ".join(part for part in (group.number, group.title) if part)
    return f"{title}, {group.count}" if group.count else title


def _group_data(line: Line, column: int, role: int) -> object:
    if column or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return None
    words = group_words(line)
    return (
        words if role == Qt.ItemDataRole.DisplayRole else f"{words}, {'open' if line.is_open else 'closed'}"
    )
