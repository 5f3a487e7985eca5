"""Everything that was ever changed on an action or area, read from the change log."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.records.file.history import HistoryEntry
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.dates.deadlines import ByWhen, Precision, read_by_when
from boarddesk.rules.plan.actions import Action, Area
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Cell, Column, Ink, Row
from boarddesk.ui.widgets.window_place import resize_within

COLUMNS = (
    Column("when", "When", 180, ink=Ink.MUTED),
    Column("label", "What was done", 220),
    Column("change", "What changed", 320, stretch=True),
    Column("who", "Who", 140, ink=Ink.MUTED, from_width=900),
)
_FIELDS = {
    "ref": "Ref",
    "text": "Text",
    "by_when": "By when",
    "accountable": "Accountable",
    "success_measure": "Success measure",
    "title": "Title",
    "outcome": "Outcome",
    "weakness": "Weakness",
    "project_team": "Project team",
    "why": "Reason",
    "path_to_green": "Path to green",
    "done": "Done",
    "answer": "Answer",
    "owner": "Owner",
}
_SPACES = re.compile(r"\s+")


class HistoryDialog(QDialog):
    """A list that is only read, newest first."""

    def __init__(self, parent: QWidget, file: OfficeFile, of: Action | Area) -> None:
        super().__init__(parent)
        title = f"History of {f'area {of.number}' if isinstance(of, Area) else of.ref}"
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.table = RecordTable("history of a plan row", COLUMNS, noun=("change", "changes"))
        self.table.set_rows(list(_rows(file, of)))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(title, "title"))
        column.addWidget(WrappedLabel(of.title if isinstance(of, Area) else of.text, "muted"))
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.addWidget(label(self.table.count_text(), "meta"))
        foot.addStretch(1)
        foot.addWidget(buttons.secondary("Close", self.accept))
        column.addLayout(foot)
        resize_within(self, look().px(860), look().px(480))
        self.table.choose_first()
        self.table.setFocus()


def _rows(file: OfficeFile, of: Action | Area) -> Iterator[Row]:
    """One line a change, however many rows it wrote."""
    judged = {judgement.id: judgement.status.label for judgement in of.judgements}
    found: dict[int, list[HistoryEntry]] = {}
    for entry in _entries(file, of):
        found.setdefault(entry.number, []).append(entry)
    for number in sorted(found, reverse=True):
        entries = found[number]
        when, changed = entries[0].when.astimezone(), "; ".join(_changed(entries, judged))
        yield Row(
            str(number),
            {
                "when": Cell(f"{long_date(when.date())}, {when:%H:%M}", sort=number),
                "label": Cell(entries[0].label, tip=entries[0].label),
                "change": Cell(changed or "–", tip=changed),
                "who": entries[0].who,
            },
        )


def _entries(file: OfficeFile, of: Action | Area) -> Iterator[HistoryEntry]:
    yield from file.history("area" if isinstance(of, Area) else "action", of.id)
    for table, ids in _parts(of).items():
        for row_id in ids:
            yield from file.history(table, row_id)


def _parts(of: Action | Area) -> Mapping[str, list[str]]:
    """The rows that hang on it."""
    judged = {"judgement": [judgement.id for judgement in of.judgements]}
    if isinstance(of, Area):
        return judged | {"highlight": [highlight.id for highlight in of.highlights]}
    return judged | {
        "progress_update": [update.id for update in of.updates],
        "milestone": [milestone.id for milestone in of.milestones],
        "challenge": [challenge.id for challenge in of.challenges],
    }


def _changed(entries: list[HistoryEntry], judged: Mapping[str, str]) -> Iterator[str]:
    """What each row said before and says now, in the field's words."""
    for entry in entries:
        if entry.op == "update":
            yield from _updated(entry)
        else:
            words = _said(entry.after if entry.op == "insert" else entry.before)
            if entry.row_id in judged:
                words = f"{judged[entry.row_id]}: {words}" if words else judged[entry.row_id]
            if words:
                yield words if entry.op == "insert" else f"deleted: {words}"


def _updated(entry: HistoryEntry) -> Iterator[str]:
    for name, words in _FIELDS.items():
        if name in entry.after:
            before, after = _plain(entry.before.get(name)), _plain(entry.after[name])
            if name == "by_when":
                before, after = _deadline(entry.before), _deadline(entry.after)
            if name == "done":
                before, after = (("yes" if value == "1" else "no") for value in (before, after))
            yield f"{words}: {before or '–'} → {after or '–'}"


def _deadline(row: Mapping[str, object]) -> str:
    """As written and as it was understood when it was kept."""
    read = read_by_when(_plain(row.get("by_when")))
    kept = row.get("latest")
    if kept and str(kept) != str(read.latest):
        latest = date.fromisoformat(str(kept))
        read = ByWhen(read.as_written, None, latest, Precision.TERM)
    return read.in_full if read.as_written else ""


def _said(row: Mapping[str, object]) -> str:
    return next((_plain(row[key]) for key in ("why", "text", "title") if row.get(key)), "")


def _plain(value: object) -> str:
    return "" if value is None else _SPACES.sub(" ", str(value)).strip()
