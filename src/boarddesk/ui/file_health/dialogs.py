"""Lists that are only read: the changes since a backup, and the confirmed minutes with their codes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.records.file.history import LogEntry
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.health import wall
from boarddesk.records.meetings import meeting, title
from boarddesk.records.minutes.sealing import seals
from boarddesk.rules.health.sentences import day_and_time
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Cell, Column, Ink, Row
from boarddesk.ui.widgets.window_place import resize_within

CHANGES = (
    Column("when", "When", 180, ink=Ink.MUTED),
    Column("label", "What was done", 300, stretch=True),
    Column("who", "Who", 140, ink=Ink.MUTED),
)
SEALS = (
    Column("title", "Minutes of", 200, stretch=True, names=True),
    Column("on", "Confirmed", 130, ink=Ink.MUTED),
    Column("code", "Fingerprint", 190),
)


class ReadOnlyList(QDialog):
    """A table under a title and a sentence."""

    def __init__(self, parent: QWidget, heading: str, said: str, *, table: RecordTable) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setAccessibleName(heading)
        self.table = table
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(heading, "title"))
        column.addWidget(WrappedLabel(said, "muted"))
        column.addWidget(table, 1)
        foot = QHBoxLayout()
        foot.addWidget(label(table.count_text(), "meta"))
        foot.addStretch(1)
        foot.addWidget(buttons.secondary("Close", self.accept))
        column.addLayout(foot)
        resize_within(self, look().px(760), look().px(480))
        table.choose_first()
        table.setFocus()


def changes_dialog(parent: QWidget, since: Sequence[LogEntry], *, made: str) -> ReadOnlyList:
    """What was done since a backup, newest first."""
    table = RecordTable("changes since a backup", CHANGES, noun=("change", "changes"))
    rows = [
        Row(
            str(entry.number),
            {
                "when": Cell(day_and_time(when), sort=-place),
                "label": Cell(entry.label, tip=entry.label),
                "who": entry.who or "–",
            },
        )
        for place, (entry, when) in enumerate((entry, wall(entry.when)) for entry in since)
    ]
    table.set_rows(rows)
    said = "Each of these is in the office now and not in that backup; the newest stands first."
    return ReadOnlyList(parent, f"Changes since {made}", said, table=table)


def seals_dialog(parent: QWidget, file: OfficeFile) -> ReadOnlyList:
    """Every set of confirmed minutes with the code that is printed in it, the last first."""
    table = RecordTable("fingerprints of minutes", SEALS, noun=("set of minutes", "sets of minutes"))
    held = sorted(seals(file), key=lambda seal: (seal.sealed_on, seal.sequence), reverse=True)
    rows = [
        Row(
            seal.meeting_id,
            {
                "title": title(file, meeting(file, seal.meeting_id)),
                "on": Cell(long_date(seal.sealed_on), sort=seal.sealed_on),
                "code": seal.code,
            },
        )
        for seal in held
    ]
    table.set_rows(rows)
    said = "The code stands in the document too: where both agree, the minutes are those that were confirmed."
    return ReadOnlyList(parent, "Fingerprints of confirmed minutes", said, table=table)
