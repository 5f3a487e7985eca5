"""The panel of one backup: what it holds beside now, what is not in it, and how it is brought back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit

from boarddesk.disk.saving import stands
from boarddesk.records.health import in_force
from boarddesk.rules.health.holdings import Holdings, not_in_it
from boarddesk.rules.health.sentences import day_and_time, restored_name, size
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.file_health.kept_backups import KeptBackup, Seen, Shut
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.detail_panel import DetailPanel
from boarddesk.ui.widgets.label import WrappedLabel, label

ENDING = ".boarddesk"
NARROW, WIDE = 344, 400
_OTHER_KEY = (
    "It was made under an earlier passphrase. It opens with that one, or with the recovery key of that time."
)


class RestorePanel(DetailPanel):
    """Filled for one backup; a name somebody typed stays while the same backup is shown."""

    def __init__(
        self,
        restores: Callable[[Path], object],
        *,
        lists: Callable[[], object],
        unlocks: Callable[[], object],
    ) -> None:
        super().__init__(width=NARROW)
        self._restores, self._lists, self._unlocks = restores, lists, unlocks
        self._backup, self._folder = "", Path()
        self.name = QLineEdit()
        self.restore = buttons.secondary("Restore to this new file")

    def show_backup(self, kept: KeptBackup, *, of: Path, held: Seen | None, now: Holdings) -> None:
        """One backup of the file at a path: what it holds, or why that is not known."""
        same = self._backup == str(kept.backup.path)
        typed = self.name.text() if same else ""
        focused = same and self.name.hasFocus()
        self._backup, self._folder = str(kept.backup.path), of.parent
        self.clear()
        made = kept.made_at
        self.set_record(f"Backup of {day_and_time(made)}", kept.title)
        self.add_fact("Place", f"{kept.place}, {size(kept.size)}")
        self._show_holdings(held, now)
        inside = self.add_section(
            "Not in it",
            action=(f"List {count_in_figures(len(kept.since), 'change')}", self._lists)
            if kept.since
            else None,
        )
        inside.addWidget(WrappedLabel(not_in_it([entry.label for entry in in_force(kept.since)])))
        self._offer_to_restore(typed or self._free_name(of.stem, kept))
        if focused:
            self.name.setFocus()

    def _show_holdings(self, held: Seen | None, now: Holdings) -> None:
        if held is Shut.UNDER_ANOTHER_KEY:
            inside = self.add_section("What it holds", action=("Give the passphrase", self._unlocks))
            inside.addWidget(WrappedLabel(_OTHER_KEY))
            return
        inside = self.add_section("What it holds", aside="now")
        if not isinstance(held, Holdings):
            inside.addWidget(WrappedLabel(f"It {held}." if held else "It is being read."))
            return
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.setHorizontalSpacing(look().px(16))
        grid.setVerticalSpacing(4)
        right = Qt.AlignmentFlag.AlignRight
        for row, ((title, then), (_title, today)) in enumerate(zip(held.rows, now.rows, strict=True)):
            grid.addWidget(label(title, "meta"), row, 0)
            grid.addWidget(label(then, "strong" if then != today else ""), row, 1, right)
            grid.addWidget(label(today, "meta"), row, 2, right)
        inside.addLayout(grid)

    def _offer_to_restore(self, name: str) -> None:
        inside = self.add_section("Restore")
        self.name = QLineEdit(name)
        self.name.setAccessibleName("Name of the new file")
        inside.addWidget(label("To a new file", "field", buddy=self.name))
        inside.addWidget(WrappedLabel(f"in {self._folder}; the name can be changed", "meta"))
        inside.addWidget(self.name)
        self.restore = buttons.secondary("Restore to this new file", self.begin)
        self.name.returnPressed.connect(self.begin)
        inside.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignLeft)
        said = (
            "The file you have open stays as it is. Both can be compared before you go on with one of them."
        )
        inside.addWidget(WrappedLabel(said, "meta"))

    def begin(self) -> None:
        """Hand on where the restored office shall be."""
        name = self.name.text().strip()
        self._restores(self._folder / (name if name.casefold().endswith(ENDING) else name + ENDING))

    def _free_name(self, stem: str, kept: KeptBackup) -> str:
        """A name nothing has: a number is added where the plain one is taken."""
        plain = name = restored_name(stem, kept.made_at)
        number = 2
        while stands(self._folder / f"{name}{ENDING}"):
            name = f"{plain} ({number})"
            number += 1
        return name
