"""What is done with papers, from the agenda and from the list of papers alike."""

from __future__ import annotations

import atexit
import tempfile
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from boarddesk.disk.drafts import left_in_temp
from boarddesk.papers import (
    LookedAt,
    in_force,
    keep_clean,
    look_at,
    make_clean,
    names_known,
    take_down,
    take_in,
    write_to_read,
)
from boarddesk.records.agenda import papers
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.agenda.laid_out import AgendaRow
from boarddesk.rules.papers.paper import Clearance, KeptFinding, Paper, live
from boarddesk.rules.refused import FileProblem, Refused
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui import background, office_dialogs
from boarddesk.ui.meetings.papers import forms
from boarddesk.ui.meetings.shown_agenda import ShownAgenda
from boarddesk.ui.meetings.workspace import Workspace
from boarddesk.ui.widgets.form_dialog import open_form
from boarddesk.ui.widgets.opening import check_may_write

KINDS = (
    "Papers (*.docx *.pdf *.xlsx *.pptx *.docm *.xlsm *.pptm *.doc *.xls *.ppt *.odt *.ods *.odp *.rtf"
    " *.txt *.png *.jpg *.jpeg);;All files (*)"
)

TO_READ = "boarddesk-papers-"


@cache
def folder_to_read() -> Path:
    """Where copies are put down to be opened; what is no longer open is gone when the program ends.

    What was still open then goes another day.
    """
    for left in left_in_temp(TO_READ):
        take_down(left)
    made = Path(tempfile.mkdtemp(prefix=TO_READ))
    atexit.register(take_down, made)
    return made


class PaperActions:
    """Asks for files and words, has papers looked through beside the window, and writes what comes of it."""

    def __init__(self, on: Workspace, shown: Callable[[], ShownAgenda | None]) -> None:
        self._on, self._shown = on, shown

    @property
    def file(self) -> OfficeFile:
        """The open office."""
        return self._on.session.file

    def _ready(self) -> ShownAgenda:
        check_may_write(self._on)
        shown = self._shown()
        if shown is None:
            raise Refused("Open a meeting first.")
        return shown

    # ── taking in ──

    def add(self, item_id: str) -> None:
        """Ask for the files of an item."""
        self._ready()
        dialog = office_dialogs.file_dialog(self._on, "Add papers", KINDS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.take_files(item_id, names))
        dialog.open()

    def take_files(self, item_id: str, names: Sequence[str]) -> None:
        """Files for an item: the first goes to its paper that is to follow, the others are new papers."""
        shown = self._ready()
        awaited = [paper.id for paper in live(shown.papers_of(item_id)) if paper.copy is None]
        for name, paper_id in zip(names, [*awaited, *[""] * len(names)], strict=False):
            self._look_at(Path(name), partial(self._keep, item_id=item_id, paper_id=paper_id))

    def replace(self, paper: Paper) -> None:
        """Ask for another file of a paper; once the agenda went out, what changed is asked too."""
        shown = self._ready()

        def take(path: Path) -> None:
            if shown.meeting.agenda_version:
                form = forms.replace_paper_form(paper, lambda says: self._replace(paper, path, says))
                open_form(self._on, form)
            else:
                self._replace(paper, path, "")

        office_dialogs.ask_open(self._on, take, title=f"The file of {paper.title}", kinds=KINDS)

    def _replace(self, paper: Paper, path: Path, says: str) -> None:
        self._look_at(path, partial(self._keep, item_id="", paper_id=paper.id, what_changed=says))

    def _look_at(self, path: Path, keep: Callable[[LookedAt], None]) -> None:
        names = names_known(self.file)
        background.run(lambda: look_at(path, names=names), keep, self._complain, of=self._on)

    def _keep(self, looked: LookedAt, *, item_id: str, paper_id: str, what_changed: str = "") -> None:
        on = self._on.session.today
        take_in(self.file, looked, on=on, item_id=item_id, paper_id=paper_id, what_changed=what_changed)
        found = looked.check.findings
        says = ", ".join(finding.sentence for finding in found[:2])
        if found:
            many = count_in_figures(len(found), "finding")
            self._on.told.emit(f"{looked.name} is in, with {many}.", f"{says}.")
        else:
            self._on.told.emit(f"{looked.name} is in, and nothing was found in it.", "")

    def _complain(self, error: Exception) -> None:
        if not isinstance(error, FileProblem | Refused):
            raise error
        raise Refused(error.sentence)

    def clean(self, paper: Paper) -> None:
        """A copy without what was found; the original is kept under it."""
        self._ready()
        copy, names = in_force(self.file, paper.id), names_known(self.file)

        def keep(clean: LookedAt) -> None:
            keep_clean(self.file, paper.id, clean, on=self._on.session.today)
            left = count_in_figures(len(clean.check.findings), "finding")
            stays = f"{left} no copy can take out." if clean.check.findings else "Nothing is left to settle."
            self._on.told.emit(
                f"A clean copy of {paper.title} is in force.", f"{stays} The original is kept."
            )

        background.run(lambda: make_clean(copy, names=names), keep, self._complain, of=self._on)

    def open(self, paper: Paper, row: AgendaRow | None, position: int) -> None:
        """The copy in force in the program for it, as a file that can only be read."""
        number = row.number if row is not None else ""
        written = write_to_read(self.file, paper.id, folder_to_read(), item=number, position=position)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(written)))

    # ── asked, settled, cleared ──

    def name(self, item_id: str) -> None:
        """A paper that is to follow, by its title."""
        shown = self._ready()
        row = shown.row(item_id)
        form = forms.name_paper_form(
            self.file, item_id, about=row.item.title if row else "", on=self._on.session.today
        )
        open_form(self._on, form)

    def ask(self, paper: Paper) -> None:
        """Its author was asked for it today."""
        self._ready()
        papers.ask_for_paper(self.file, paper.id, on=self._on.session.today)

    def accept(self, paper: Paper, finding: KeptFinding) -> None:
        """Let what was found stay, with the reason."""
        self._ready()
        open_form(self._on, forms.accept_finding_form(self.file, paper, finding))

    def withdraw(self, paper: Paper) -> None:
        """The board does not get it, and why; done again it gets it after all."""
        self._ready()
        if paper.is_withdrawn:
            papers.bring_back_paper(self.file, paper.id)
        else:
            form = forms.withdraw_paper_form(self.file, paper, on=self._on.session.today)
            open_form(self._on, form)

    def rename(self, paper: Paper) -> None:
        """Another title, which names the file that goes out."""
        self._ready()
        open_form(self._on, forms.rename_paper_form(self.file, paper))

    def clear(self, paper: Paper, clearance: Clearance | None = None) -> None:
        """A sign-off given, or asked for."""
        self._ready()
        if not paper.clearances:
            raise Refused("This board has no sign-offs. Name them under People, at the board.")
        form = forms.clear_paper_form(self.file, paper, on=self._on.session.today, first=clearance)
        open_form(self._on, form)

    # ── its items ──

    def put_on(self, paper: Paper) -> None:
        """Let it belong to another item of this agenda too."""
        shown = self._ready()
        there = papers.items_of(self.file, paper.id)
        rows = [row for row in shown.agenda.items if row.item.id not in there]
        open_form(self._on, forms.put_on_form(self.file, paper, rows))

    def take_off(self, paper: Paper, item_id: str) -> None:
        """Let it belong to an item no longer; Undo brings it back."""
        self._ready()
        papers.take_off(self.file, paper.id, item_id)

    def move(self, paper: Paper, item_id: str, step: int) -> None:
        """Earlier or later among the papers of its item."""
        self._ready()
        papers.order_paper(self.file, item_id, paper.id, step=step)
