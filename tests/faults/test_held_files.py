"""Files that another program holds, for a moment or for ever: calm sentences, and nothing left behind."""

from __future__ import annotations

import os
import shutil
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook
from tests.faults.scanner import FOR_EVER, FRESH, Scanner, scanning

from boarddesk.cli.commands import run
from boarddesk.disk import patience
from boarddesk.disk.saving import save, why_beside
from boarddesk.issuing.attendance import ATTENDANCE
from boarddesk.issuing.document_kind import DocumentQuery
from boarddesk.issuing.issue import issue
from boarddesk.records import boards, documents
from boarddesk.records.file.backups import back_up, backups_folder, backups_of, restore, restore_in_place
from boarddesk.records.file.check import faults
from boarddesk.records.file.lock import lock_path
from boarddesk.records.file.moments import now
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.refused import FileProblem, Refused
from boarddesk.sample.office import make_sample
from boarddesk.ui.settings import Settings

TODAY = date(2026, 6, 2)
OLD_BACKUPS = 5
DAYS = (1, 2)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sample(tmp_path_factory.mktemp("sample") / "sample.boarddesk", today=TODAY)


@dataclass
class Secretary:
    """Somebody at work beside a scanner, with what went wrong and what was said."""

    folder: Path
    tried: int = 0
    tracebacks: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    @property
    def office(self) -> Path:
        return self.folder / "office.boarddesk"

    @property
    def report(self) -> Path:
        return self.folder / "report.docx"

    def attempt(self, deed: Callable[[], object]) -> None:
        self.tried += 1
        try:
            deed()
        except (FileProblem, Refused) as problem:
            self.said.append(problem.sentence)
        except Exception:
            self.tracebacks.append(traceback.format_exc(limit=-4))

    def day_of_work(self, number: int) -> None:
        """Everything that puts a file on disk, and closing after all of it."""
        for deed in (
            lambda: self.saves(number),
            lambda: self.works_in_the_office(number),
            lambda: self.chooses(number),
            lambda: self.makes(number),
            lambda: self.imports(number),
            lambda: self.restores(number),
        ):
            self.attempt(deed)

    def saves(self, number: int) -> None:
        content = f"day {number}".encode()
        written = save(self.report, content)
        why = why_beside(written, self.report)
        if why:
            self.said.append(f"{why}.")

    def works_in_the_office(self, number: int) -> None:
        with OfficeFile.open(self.office) as file:
            for name in ("Robin", "Rowan"):
                with file.change(f"Add {name}") as change:
                    change.insert("person", name=f"{name} {number}")
                self.attempt(lambda: back_up(self.office))
            self.attempt(lambda: self.issues(file))
            assert file.keep_lock()

    def issues(self, file: OfficeFile) -> None:
        board = boards.board_named(file, "SIB")
        before = len(documents.issued(file))
        prepared = ATTENDANCE.prepare(file, DocumentQuery(TODAY, board_id=board.id))
        out = self.folder / f"attendance {before}.docx"
        try:
            issue(file, prepared, out, today=TODAY)
        finally:
            assert (len(documents.issued(file)) > before) == out.exists(), "kept and written, or neither"

    def chooses(self, number: int) -> None:
        settings = Settings(self.folder / "settings" / "window.json")
        for name in ("page", "board", "size"):
            settings.remember(name, number)

    def makes(self, number: int) -> None:
        OfficeFile.create(self.folder / f"new {number}.boarddesk", office="Northmoor").close()

    def imports(self, number: int) -> None:
        source = self.folder / f"register {number}.xlsx"
        run(["import", "attendance", str(source), "--into", str(self.office), "--board", "SIB", "--json"])

    def restores(self, number: int) -> None:
        (newest, *_) = backups_of(self.file_id())
        restored = restore(newest, self.folder / f"restored {number}.boarddesk")
        patience.patiently(lambda: restored.write_bytes(b"spoilt"))
        restore_in_place(newest, restored)

    def file_id(self) -> str:
        with OfficeFile.open(self.office, read_only=True) as file:
            return file.file_id

    def offices(self) -> Iterator[Path]:
        yield from self.folder.glob("*.boarddesk")

    def leftovers(self) -> list[str]:
        places = (self.folder, backups_folder().parent)
        found = [path for place in places for path in place.rglob("*") if path.is_file()]
        return [path.name for path in found if ".part" in path.name or path.suffix == ".lock"]


def write_register(path: Path, name: str) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Name", "Organisation", "Role", date(2026, 1, 13), date(2026, 2, 13)])
    sheet.append([name, "Council", "Chair", "P", "A"])
    book.save(path)


def at_work(folder: Path, sample: Path) -> Secretary:
    """With an office that has backups to be thinned, a report, settings and a lock of a program that died."""
    folder.mkdir()
    secretary = Secretary(folder)
    shutil.copy(sample, secretary.office)
    with OfficeFile.open(secretary.office) as file:
        for hour in range(OLD_BACKUPS):
            with file.change("Add Ash") as change:
                change.insert("person", name=f"Ash {hour}")
            back_up(secretary.office, at=now() - timedelta(days=30, hours=-hour))
    secretary.report.write_bytes(b"the day before")
    Settings(folder / "settings" / "window.json").remember("page", -1)
    for number in DAYS:
        write_register(folder / f"register {number}.xlsx", f"Ada Brook {number}")
    for path in [*folder.rglob("*"), *backups_folder().parent.rglob("*")]:
        os.utime(path, (0, 0))  # nothing of it is fresh
    return secretary


def hold_what_stands(scanner: Scanner, secretary: Secretary, seconds: float) -> None:
    for backup in backups_of(secretary.file_id()):
        scanner.hold(backup.path, seconds)
    seen = list((backups_folder().parent / "seen").glob("*.json"))
    for path in (secretary.report, secretary.folder / "settings" / "window.json", *seen):
        scanner.hold(path, seconds)


def day_beside(secretary: Secretary, *, fresh: float = FRESH, held: float = 0.0) -> int:
    """A day of work beside the scanner; how often it was in the way."""
    with scanning(secretary.folder, backups_folder().parent, fresh=fresh) as scanner:
        if held:
            hold_what_stands(scanner, secretary, held)
        secretary.day_of_work(1)
        return scanner.refused


def day_after(secretary: Secretary, refused: int) -> None:
    """What was let go of is in nobody's way, and the leftovers of the day before are cleared."""
    before = len(secretary.said)
    secretary.day_of_work(2)
    assert secretary.said[before:] == []
    say(secretary, refused)


def say(secretary: Secretary, refused: int) -> None:
    print(
        f"{secretary.tried} deeds, {refused} times in the way: {len(secretary.tracebacks)} tracebacks, "
        f"{len(secretary.leftovers())} leftovers, said: {secretary.said}"
    )


def is_true(sentence: str) -> bool:
    return "another program" in sentence and "Word" not in sentence and "damaged" not in sentence


def check_calm(secretary: Secretary, refused: int) -> None:
    """After the day beside the scanner, and one more."""
    assert refused > 0, "the scanner must be met at all"
    day_after(secretary, refused)
    assert secretary.tracebacks == []
    assert secretary.leftovers() == []
    assert [sentence for sentence in secretary.said if not is_true(sentence)] == []
    assert [path.name for path in secretary.offices() if faults(path)] == []
    assert not lock_path(secretary.office).exists()


def test_a_scanner_on_every_fresh_file_is_noticed_by_nobody(tmp_path: Path, sample: Path) -> None:
    secretary = at_work(tmp_path / "desk", sample)
    check_calm(secretary, day_beside(secretary))
    assert secretary.said == []
    assert secretary.report.read_bytes() == b"day 2" and not list(secretary.folder.glob("report (*"))
    assert len(backups_of(secretary.file_id())) < OLD_BACKUPS + 8, "the old ones are thinned"


def test_without_patience_the_same_scanner_is_noticed(
    tmp_path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: the same work by a program that tries once."""
    secretary = at_work(tmp_path / "desk", sample)
    monkeypatch.setattr(patience, "WAITS", ())
    say(secretary, day_beside(secretary))
    assert secretary.said or secretary.tracebacks or secretary.leftovers()


@pytest.mark.soak
@pytest.mark.parametrize("held", [2.0, FOR_EVER])
def test_what_stands_and_is_held_is_left_and_the_work_is_done(
    held: float, tmp_path: Path, sample: Path
) -> None:
    secretary = at_work(tmp_path / "desk", sample)
    check_calm(secretary, day_beside(secretary, held=held))
    assert secretary.said == ["report.docx is open in another program."]
    assert (secretary.folder / "report (2).docx").read_bytes() == b"day 1"
    assert secretary.report.read_bytes() == b"day 2"


@pytest.mark.soak
def test_where_whatever_is_written_stays_held_each_deed_ends_in_a_sentence(
    tmp_path: Path, sample: Path
) -> None:
    secretary = at_work(tmp_path / "desk", sample)
    refused = day_beside(secretary, fresh=FOR_EVER)
    for lock in secretary.folder.glob("*.lock"):  # held when it was to go: the next to open knows it for dead
        OfficeFile.open(lock.with_suffix("")).close()
    check_calm(secretary, refused)
    if sys.platform != "win32":  # there a file is moved before the scanner comes, now and then
        assert len(secretary.said) >= 3


@pytest.mark.soak
def test_an_open_office_is_closed_where_whatever_is_written_stays_held(tmp_path: Path, sample: Path) -> None:
    secretary = at_work(tmp_path / "desk", sample)
    file = OfficeFile.open(secretary.office)
    with scanning(secretary.folder, backups_folder().parent, fresh=FOR_EVER) as scanner:
        with file.change("Add Robin") as change:
            change.insert("person", name="Robin")
        secretary.attempt(lambda: back_up(secretary.office))
        secretary.attempt(lambda: secretary.issues(file))
        secretary.attempt(file.close)
        refused = scanner.refused
    assert secretary.tracebacks == []
    if sys.platform != "win32":  # there a file is moved before the scanner comes, now and then
        assert len(secretary.said) == 2, "the backup and the document"
    check_calm(secretary, refused)
