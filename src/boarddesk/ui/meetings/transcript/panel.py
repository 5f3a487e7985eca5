"""What was said while an item was taken, under the text of its minute: searched, and quoted by one key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from boarddesk.importing.transcripts.child import read_transcript_apart
from boarddesk.records.minutes.transcripts import lines_of, take_in_transcript, transcript_of
from boarddesk.rules.minutes.minutes import ItemMinute
from boarddesk.rules.minutes.transcript import (
    FoundTranscript,
    SpokenLine,
    Transcript,
    holding,
    stretches,
    time_of_line,
)
from boarddesk.rules.refused import FileProblem
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui import background, office_dialogs
from boarddesk.ui.action import Action
from boarddesk.ui.look.theme import look
from boarddesk.ui.meetings.transcript.forms import (
    delete_transcript_form,
    transcript_begins_form,
    transcript_of_another_day_form,
)
from boarddesk.ui.meetings.workspace import Workspace
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.form_dialog import open_form
from boarddesk.ui.widgets.label import ElidedLabel, label
from boarddesk.ui.widgets.opening import check_may_write

KINDS: Final = "Transcripts (*.vtt *.docx *.txt)"
HIGH: Final = 190
MOST: Final = 1000
"""Lines shown at once; the search leads to the others."""


class TranscriptPanel(QWidget):
    """Shows itself once it is asked for; `quoted` gives a line as it stands in a minute."""

    quoted = Signal(str)

    def __init__(self, on: Workspace) -> None:
        super().__init__()
        self._on = on
        self._asked = False
        self._item_id = ""
        self._locked = False
        self._items: Sequence[ItemMinute] = ()
        self._lines: dict[str, SpokenLine] = {}
        self._every: tuple[str, tuple[SpokenLine, ...]] = ("", ())
        self.transcript: Transcript | None = None
        self.words = ElidedLabel("", "meta")
        self.search = QLineEdit(placeholderText="Search what was said")
        self.search.setAccessibleName("Search the transcript")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _words: self._fill())
        self.list = QListWidget()
        self.list.setAccessibleName("Transcript: Enter quotes a line into the minute")
        self.list.setWordWrap(True)
        self.list.setLayoutMode(QListWidget.LayoutMode.Batched)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemDoubleClicked.connect(lambda _item: self.quote())
        for key in ("Return", "Enter"):
            QShortcut(QKeySequence(key), self.list, self.quote, context=Qt.ShortcutContext.WidgetShortcut)
        self._lay_out()
        self.setFixedHeight(look().px(HIGH))
        self.hide()
        self.actions_offered = self._actions()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label("Transcript", "section"))
        head.addWidget(self.words)
        head.addStretch(1)
        self.search.setFixedWidth(look().px(180))
        head.addWidget(self.search)
        head.addWidget(buttons.icon_button("close", "Close the transcript", self.toggle))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.list, 1)

    def _actions(self) -> tuple[Action, ...]:
        def of(title: str, run: Callable[[], object], applies: Callable[[], bool]) -> Action:
            return Action(title, run, "Meeting", words="minutes said teams zoom vtt", applies=applies)

        return (
            of("Take in transcript…", self.ask_file, self._may_take_in),
            of("Transcript under the text", self.toggle, lambda: self.transcript is not None),
            of("When the transcript begins…", self._ask_begins, lambda: self.transcript is not None),
            of("Delete transcript…", self._ask_delete, lambda: self.transcript is not None),
        )

    def _may_take_in(self) -> bool:
        return self.transcript is None and not self._locked and bool(self._item_id)

    # ── showing ──

    def show_item(self, items: Sequence[ItemMinute], item_id: str, *, locked: bool) -> None:
        """What was said while this item was taken; to locked minutes none comes any more."""
        found = self._on.found
        held = transcript_of(self._on.session.file, found.meeting.id) if found else None
        self._locked = locked
        self.transcript = held if held and not held.deleted_on else None
        self._items, self._item_id = items, item_id
        self.setVisible(self._asked and self.transcript is not None)
        if not self.isHidden():
            self._fill()

    def toggle(self) -> None:
        """Open it under the text, or close it again."""
        self._asked = not self._asked
        self.setVisible(self._asked and self.transcript is not None)
        if not self.isHidden():
            self._fill()
            self.search.setFocus()

    def _fill(self) -> None:
        transcript = self.transcript
        if transcript is None:
            return
        every = self._every_line(transcript)
        found = holding(every, self.search.text()) if self.search.text().strip() else self._of_item(every)
        self.list.clear()
        self._lines = {str(at): line for at, line in enumerate(found[:MOST])}
        for key, line in self._lines.items():
            time = time_of_line(line, transcript.starts)
            said = "  ".join(part for part in (time, line.speaker, line.text) if part)
            shown = QListWidgetItem(said)
            shown.setData(Qt.ItemDataRole.UserRole, key)
            self.list.addItem(shown)
        self.list.setCurrentRow(0)
        self.words.setText(self._said(len(found), len(every)))

    def _every_line(self, transcript: Transcript) -> tuple[SpokenLine, ...]:
        """Read once: they never change."""
        if self._every[0] != transcript.sha256:
            self._every = transcript.sha256, lines_of(self._on.session.file, transcript)
        return self._every[1]

    def _of_item(self, every: Sequence[SpokenLine]) -> tuple[SpokenLine, ...]:
        """The lines of the item in front; all of them where none can be put to an item."""
        began = [(item.row.item.id, item.began) for item in self._items if item.began]
        timed = any(line.seconds is not None for line in every)
        cut = stretches(every, starts=self.transcript.starts if self.transcript else "", began=began)
        if not began or not timed:
            return tuple(every)
        return tuple(line for stretch in cut if stretch.item_id == self._item_id for line in stretch.lines)

    def _said(self, found: int, every: int) -> str:
        assert self.transcript is not None
        which = "found" if self.search.text().strip() else "of this item" if found != every else ""
        lines = " ".join(part for part in (count_in_figures(found, "line"), which) if part)
        more = f", the first {MOST:,} shown" if found > MOST else ""
        begins = f", begins {self.transcript.starts}" if self.transcript.starts else ""
        return f"{lines}{more}{begins} · Enter quotes"

    def quote(self) -> None:
        """The chosen line goes into the minute as what somebody said."""
        chosen = self.list.currentItem()
        if chosen is not None:
            self.quoted.emit(self._lines[chosen.data(Qt.ItemDataRole.UserRole)].quoted)

    # ── taking in, mending, deleting ──

    def ask_file(self) -> None:
        """Ask for the file as Teams or Zoom saved it."""
        check_may_write(self)
        office_dialogs.ask_open(self, self.take_file, title="Take in a transcript", kinds=KINDS)

    def take_file(self, path: Path) -> None:
        """Read it apart, and keep it with the meeting; of another day only when somebody says so."""
        check_may_write(self)
        found = self._on.found
        if found is None:
            return
        meeting = found.meeting

        def read() -> FoundTranscript:
            return read_transcript_apart(_content(path), path.name)

        def take(transcript: FoundTranscript) -> None:
            if transcript.day is not None and transcript.day != meeting.date:
                form = transcript_of_another_day_form(
                    transcript.day, meeting.date, name=path.name, take=lambda: keep(transcript)
                )
                open_form(self, form)
            else:
                keep(transcript)

        def keep(transcript: FoundTranscript) -> None:
            session = self._on.session
            self._asked = True
            take_in_transcript(
                session.file,
                meeting.id,
                transcript.lines,
                name=path.name,
                starts=transcript.starts,
                on=session.today,
            )

        background.run(read, take, of=self)

    def _ask_begins(self) -> None:
        check_may_write(self)
        if self.transcript is not None:
            open_form(self, transcript_begins_form(self._on.session.file, self.transcript))

    def _ask_delete(self) -> None:
        check_may_write(self)
        if self.transcript is not None:
            session = self._on.session
            open_form(self, delete_transcript_form(session.file, self.transcript, today=session.today))


def as_pasted(words: str) -> QMimeData:
    """Words as the field takes them in, as one step to undo."""
    data = QMimeData()
    data.setText(words)
    return data


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as trouble:
        raise FileProblem(
            f"“{path.name}” cannot be read: another program has it open, or it is no longer there."
        ) from trouble
