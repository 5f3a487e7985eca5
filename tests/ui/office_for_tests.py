"""A small fictional office and a window on it, for tests of the frame."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.ui.action import Action
from boarddesk.ui.change_bus import ChangeBus
from boarddesk.ui.page import Page, Session
from boarddesk.ui.pages import PageEntry
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.label import label
from boarddesk.ui.window.keepers import Keepers

MORNING = datetime(2026, 5, 28, 10, 42)


def small_office(path: Path, *, boards: int = 2) -> OfficeFile:
    """Boards without people, and one meeting of the first."""
    file = OfficeFile.create(path, office="Northmoor")
    with file.change("Set up") as change:
        for number in range(1, boards + 1):
            board = change.insert("board", name=f"Board {number}", short_name=f"B{number}", position=number)
            if number == 1:
                change.insert("meeting", board_id=board, number=1, date="2026-06-09", start_time="13:30")
        change.insert("person", name="Tom Hesketh")
    return file


def office_of(file: OfficeFile, folder: Path) -> Session:
    """The office as pages get it."""
    return Session(
        file=file,
        board_id=None,
        today=date(2026, 5, 28),
        change_bus=ChangeBus(file),
        settings=Settings(folder / "window.json"),
    )


class PeoplePage(Page):
    """Lists names; counts its reloads."""

    name, title, icon = "people", "People", "people"
    opens = frozenset({"person"})

    def __init__(self) -> None:
        super().__init__()
        self.reloads = 0
        self.opened: list[tuple[str, str]] = []
        self.made = 0
        self.shown = label()
        self.body.addWidget(self.shown)

    def reload(self) -> None:
        self.reloads += 1
        self.shown.setText(
            ", ".join(str(row["name"]) for row in self.session.file.rows("SELECT name FROM person"))
        )

    def open_record(self, kind: str, record_id: str) -> None:
        self.opened.append((kind, record_id))

    def new_record(self) -> None:
        self.made += 1


class PlanPage(Page):
    """Offers a command; takes dropped Word files."""

    name, title, icon = "plan", "Plan", "plan"
    opens = frozenset({"action"})

    def __init__(self) -> None:
        super().__init__()
        self.rounds = 0
        self.taken: list[str] = []

    def commands(self) -> tuple[Action, ...]:
        return (Action("Start update round", self._start, "Plan", "Ctrl+U"),)

    def take_files(self, paths: Sequence[str]) -> bool:
        self.taken = [path for path in paths if path.endswith(".docx")]
        return bool(self.taken)

    def _start(self) -> None:
        self.rounds += 1


ENTRIES = (
    PageEntry("people", "People", "people", 1, PeoplePage.opens, PeoplePage),
    PageEntry("plan", "Plan", "plan", 2, PlanPage.opens, PlanPage),
)


def keepers(backups: list[str] | None = None) -> Keepers:
    """Files kept by records alone, backups noted in a list."""
    noted = backups if backups is not None else []

    def back_up(path: Path) -> datetime:
        noted.append(str(path))
        return MORNING.replace(hour=9, minute=3)

    return Keepers(
        open_file=OfficeFile.open,
        create_file=lambda path: OfficeFile.create(path, office=path.stem),
        make_sample=_made,
        back_up=back_up,
        last_backup=lambda _file: None,
        backup_due=lambda _file: False,
        faults=lambda _path: (),
        copies_beside=lambda _path: (),
        rescue=lambda _path: None,
    )


def _made(path: Path) -> Path:
    small_office(path).close()
    return path
