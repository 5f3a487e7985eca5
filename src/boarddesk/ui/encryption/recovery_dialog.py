"""The recovery key of an office, shown to be saved, printed or written down before it counts."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.disk.saving import save
from boarddesk.issuing.recovery import recovery_content
from boarddesk.reports.recovery_page import WHAT_IT_IS
from boarddesk.rules.recovery_key import written
from boarddesk.ui.look.theme import look
from boarddesk.ui.office_dialogs import ask_save
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.label import WrappedLabel, label

_ACROSS = 4
"""Groups in a line: so many of the widest letters fit in every font."""
_KINDS = {".docx": "Word documents (*.docx)", ".txt": "Text files (*.txt)"}
DELETE_IT = "Print it and put it away; then delete that file, which holds the key as anybody can read it."


class RecoveryDialog(QDialog):
    """The thirteen groups; goes on only once they were saved, or somebody says that they are written down."""

    def __init__(self, parent: QWidget, key: bytes, office: Path, *, today: date, go_on: str = "") -> None:
        """Without words to go on with it only shows the key once more."""
        super().__init__(parent)
        self._key, self._office, self._today = key, office, today
        self.setObjectName("recovery key")
        self.setWindowTitle("Recovery key")
        self.setAccessibleName("Recovery key")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(f"Recovery key of “{office.name}”", "title"))
        column.addWidget(WrappedLabel(WHAT_IT_IS, "muted"))
        column.addLayout(self._groups())
        saves = QHBoxLayout()
        saves.setSpacing(8)
        saves.addWidget(buttons.secondary("Save as a Word page…", partial(self.save_as, ".docx")))
        saves.addWidget(buttons.secondary("Save as text…", partial(self.save_as, ".txt")))
        saves.addStretch(1)
        column.addLayout(saves)
        self.saved = WrappedLabel("", "meta")
        self.saved.hide()
        column.addWidget(self.saved)
        self.written_down = QCheckBox("I have written it down")
        self.written_down.setVisible(bool(go_on))
        column.addWidget(self.written_down)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(buttons.secondary("Cancel" if go_on else "Close", self.reject))
        self.go_on = buttons.on_ctrl_enter(buttons.primary(go_on, self.accept))
        self.go_on.setVisible(bool(go_on))
        self.go_on.setEnabled(False)
        self.written_down.toggled.connect(lambda _on: self._settle())
        foot.addWidget(self.go_on)
        column.addLayout(foot)
        self.setFixedWidth(look().px(520))

    def _groups(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for at, group in enumerate(written(self._key).split("-")):
            shown = label(group, "title")
            shown.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            shown.setAccessibleName(f"Group {at + 1}: {' '.join(group)}")
            grid.addWidget(shown, at // _ACROSS, at % _ACROSS)
        return grid

    def save_as(self, ending: str) -> None:
        """Ask where the page goes; it goes on from there."""
        name = f"Recovery key of {self._office.stem}{ending}"
        ask_save(self, self.save_at, title="Save the recovery key", name=name, kinds=_KINDS[ending])

    def save_at(self, path: Path) -> None:
        content = recovery_content(self._key, self._office, ending=path.suffix.lower(), today=self._today)
        place = save(path, content)
        self.saved.setText(f"Saved as {place}. {DELETE_IT}")
        self.saved.show()
        self._settle()

    def _settle(self) -> None:
        self.go_on.setEnabled(self.written_down.isChecked() or not self.saved.isHidden())
