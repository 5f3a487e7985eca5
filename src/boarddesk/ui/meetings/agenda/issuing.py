"""Before an agenda goes out: what is missing or unsafe, in sentences; some of it stops the issue."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.rules.agenda.before_issue import Concern
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.widgets.form import Form
from boarddesk.ui.widgets.label import WrappedLabel
from boarddesk.ui.widgets.shape_sign import ShapeSign

ALL_WELL = "Nothing is missing, and nothing was found that should not go out."
STANDS = "Once issued it stands: a later change is a supplement, or a new version with its reason."


def issue_agenda_form(found: Sequence[Concern], *, meeting: str, go_on: Callable[[], object]) -> Form:
    """Each concern in its sentence; the button is off while the law says no."""
    stops = [concern for concern in found if concern.stops]
    return Form(
        "issue agenda",
        "Issue agenda",
        lambda _given: go_on(),
        [lambda: _listed(found)],
        button="Issue agenda",
        under=f"{meeting}. {STANDS}",
        ready=lambda _given: not stops,
    )


def _listed(found: Sequence[Concern]) -> QWidget:
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    if not found:
        column.addWidget(WrappedLabel(ALL_WELL))
    for concern in found:
        row = QHBoxLayout()
        row.setSpacing(8)
        shape = Shape.TRIANGLE if concern.stops else Shape.DIAMOND
        sign = ShapeSign(shape, ink="bad" if concern.stops else "warn")
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        says = WrappedLabel(concern.says, "bad" if concern.stops else "")
        says.setAccessibleName(f"{'Stops the issue' if concern.stops else 'To know'}: {concern.says}")
        row.addWidget(says, 1)
        column.addLayout(row)
    return held
