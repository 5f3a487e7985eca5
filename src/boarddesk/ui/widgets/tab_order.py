"""Where Tab goes from one part of the window to the next: Qt puts whatever is made late behind all else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def gather(part: QWidget) -> None:
    """What stands in a part follows the place of the part itself, in the order in which it was put there."""
    policy, before = part.focusPolicy(), part
    part.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt puts nothing behind what takes no focus
    for inside in part.findChildren(QWidget):
        # The list of a choice is a window of its own.
        if inside.focusPolicy() & Qt.FocusPolicy.TabFocus and inside.window() is part.window():
            QWidget.setTabOrder(before, inside)
            before = inside
    part.setFocusPolicy(policy)
