"""Edits a matrix: how many steps, what they are called, which levels there are, which level a cell has."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from boarddesk.rules.risks.matrix import (
    LARGEST,
    SMALLEST,
    Cell,
    Level,
    Matrix,
    Severity,
    by_share,
    without_level,
)
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.label import WrappedLabel, label

_SEVERITIES = tuple((severity.value, f"as {severity.value}") for severity in Severity)
_SIZES = tuple((str(size), str(size)) for size in range(SMALLEST, LARGEST + 1))
_NO_LEVEL = "–"


class MatrixEditor(QWidget):
    """Likelihoods upwards, impacts to the right, as on the map; says which cells lack a level."""

    def __init__(self, matrix: Matrix) -> None:
        super().__init__()
        self.setAccessibleName("Risk matrix")
        self.likelihoods = [_word(f"Likelihood {at}") for at in range(1, LARGEST + 1)]
        self.impacts = [_word(f"Impact {at}") for at in range(1, LARGEST + 1)]
        self.names = [_word(f"Level {at}") for at in range(1, LARGEST + 1)]
        self.severities = [Choice(_SEVERITIES, name=f"How bad level {at} is") for at in range(1, LARGEST + 1)]
        self.days = [_days(at) for at in range(1, LARGEST + 1)]
        self.cells: dict[Cell, Choice] = {
            (up, across): Choice(name=f"Level of {up} × {across}", width=72)
            for up in range(1, LARGEST + 1)
            for across in range(1, LARGEST + 1)
        }
        self.up = Choice(_SIZES, name="Steps of likelihood")
        self.across = Choice(_SIZES, name="Steps of impact")
        self.many = Choice([(str(at), str(at)) for at in range(2, LARGEST + 1)], name="Levels")
        self.lacking = WrappedLabel("", "warn")
        self._lay_out()
        self._show(matrix)
        for choice in (self.up, self.across, self.many):
            choice.picked.connect(lambda _value: self._resize_to())
        for word in self.names:
            word.textChanged.connect(lambda _words: self._offer_levels())
        for choice in self.cells.values():
            choice.picked.connect(lambda _value: self._say_lacking())

    def matrix(self) -> Matrix:
        """What stands here; whether it can stand is for the rules to say."""
        levels = self._levels()
        cells = {
            place: levels[int(choice.value())]
            for place, choice in self.cells.items()
            if place[0] <= self._up and place[1] <= self._across and choice.value() not in ("", _NO_LEVEL)
        }
        return Matrix(
            tuple(word.text().strip() for word in self.likelihoods[: self._up]),
            tuple(word.text().strip() for word in self.impacts[: self._across]),
            tuple(levels),
            cells,
        )

    @property
    def _up(self) -> int:
        return int(self.up.value())

    @property
    def _across(self) -> int:
        return int(self.across.value())

    def _levels(self) -> list[Level]:
        many = int(self.many.value())
        return [
            Level(name.text().strip(), Severity(severity.value()), days.value())
            for name, severity, days in zip(
                self.names[:many], self.severities[:many], self.days[:many], strict=True
            )
        ]

    # ── laid out ──

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        sizes = QHBoxLayout()
        sizes.setSpacing(8)
        for words, choice in (("Likelihood", self.up), ("Impact", self.across), ("Levels", self.many)):
            sizes.addWidget(label(words, "field", buddy=choice))
            sizes.addWidget(choice)
            sizes.addSpacing(12)
        sizes.addStretch(1)
        sizes.addWidget(buttons.secondary("Levels by product", self.level_by_product))
        column.addLayout(sizes)
        self._level_rows, self._cell_rows = self._level_grid(), self._cell_grid()
        column.addLayout(self._level_rows)
        column.addWidget(label("Cells: likelihood upwards, impact to the right", "field"))
        column.addLayout(self._cell_rows)
        column.addWidget(self.lacking)

    def _level_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for row, words in enumerate(("Level, lowest first", "How bad", "Reviewed after, days")):
            grid.addWidget(label(words, "meta"), row, 0)
        for at, (name, severity, days) in enumerate(
            zip(self.names, self.severities, self.days, strict=True), 1
        ):
            for row, part in enumerate((name, severity, days)):
                grid.addWidget(part, row, at)
        return grid

    def _cell_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for up, word in enumerate(self.likelihoods, 1):
            grid.addWidget(word, LARGEST - up, 0)
        for across, word in enumerate(self.impacts, 1):
            grid.addWidget(word, LARGEST, across)
        for (up, across), choice in self.cells.items():
            grid.addWidget(choice, LARGEST - up, across)
        grid.addWidget(label("", "meta"), LARGEST, 0, Qt.AlignmentFlag.AlignTop)
        return grid

    # ── kept in step ──

    def _show(self, matrix: Matrix) -> None:
        for words, fields in ((matrix.likelihoods, self.likelihoods), (matrix.impacts, self.impacts)):
            for field, word in zip(fields, words, strict=False):
                field.setText(word)
        for at, level in enumerate(matrix.levels):
            self.names[at].setText(level.name)
            self.severities[at].choose(level.severity.value)
            self.days[at].setValue(level.review_every_days)
        self.up.choose(str(len(matrix.likelihoods)))
        self.across.choose(str(len(matrix.impacts)))
        self.many.choose(str(len(matrix.levels)))
        self._offer_levels()
        for place, level in matrix.cells.items():
            self.cells[place].choose(str(matrix.levels.index(level)))
        self._resize_to()

    def _offer_levels(self) -> None:
        many = int(self.many.value() or 2)
        choices = [(_NO_LEVEL, _NO_LEVEL)]
        choices += [(str(at), self.names[at].text() or f"Level {at + 1}") for at in range(many)]
        for choice in self.cells.values():
            choice.set_choices(choices)

    def _resize_to(self) -> None:
        """What is not part of a matrix of this size is not there."""
        self._offer_levels()
        many = int(self.many.value())
        columns: Sequence[tuple[Sequence[QWidget], int]] = (
            (self.likelihoods, self._up),
            (self.impacts, self._across),
            (self.names, many),
            (self.severities, many),
            (self.days, many),
        )
        for parts, size in columns:
            for at, part in enumerate(parts, 1):
                part.setVisible(at <= size)
        for at in range(1, LARGEST + 1):
            self._level_rows.setColumnStretch(at, int(at <= many))
            self._cell_rows.setColumnStretch(at, int(at <= self._across))
        for (up, across), choice in self.cells.items():
            choice.setVisible(up <= self._up and across <= self._across)
        self._say_lacking()

    def level_by_product(self) -> None:
        """Each cell the level its product has, by its share of the highest product."""
        levels = self._levels()
        made = by_share(self._up, self._across, levels)
        for place, level in made.items():
            self.cells[place].choose(str(levels.index(level)))
        self._say_lacking()

    def _say_lacking(self) -> None:
        bare = without_level(self.matrix())
        named = ", ".join(f"{up} × {across}" for up, across in bare)
        self.lacking.setText(f"Without a level, likelihood × impact: {named}." if bare else "")
        self.lacking.setVisible(bool(bare))


def _word(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(name)
    made.setMinimumWidth(look().px(64))
    return made


def _days(at: int) -> QSpinBox:
    made = QSpinBox()
    made.setRange(1, 730)
    made.setValue(31)
    made.setAccessibleName(f"Days between reviews at level {at}")
    made.lineEdit().setTextMargins(9, 0, 9, 0)
    return made
