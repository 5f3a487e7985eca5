"""The steps of an import, in their order."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget

from boarddesk.ui.widgets.stepper import Step, StepState


class At(IntEnum):
    """Where the import is; also the place of the step among the widgets."""

    FILE = 0
    FOUND = 1
    COLUMNS = 2
    PROPOSALS = 3
    DONE = 4


class Steps(QStackedWidget):
    """One step at a time in the room there is: a list that would like more of it scrolls by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _at: self.updateGeometry())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        return False


def steps_at(now: At) -> list[Step]:
    """Every step as the stepper shows it; once all is done the last step is done too."""
    return [_step(one, now) for one in At]


def _step(one: At, now: At) -> Step:
    done = one < now or now is At.DONE
    state = StepState.DONE if done else StepState.NOW if one is now else StepState.TO_COME
    return Step(one.name.capitalize(), state)
