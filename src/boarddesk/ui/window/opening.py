"""What is said and offered of an office that is opened, or that will not open as asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from boarddesk.disk.places import place_of
from boarddesk.records.file.keys import KeyNeeded
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.problems import DamagedFile, LockedByAnother, OnlyReadable
from boarddesk.records.file.second_place import second_place
from boarddesk.records.file.unlocking import unlock
from boarddesk.rules.health.facts import Place, PlaceKind
from boarddesk.rules.health.sentences import OPEN_ALL, copies_beside
from boarddesk.rules.refused import FileProblem
from boarddesk.ui import background
from boarddesk.ui.problems import ProblemDialog
from boarddesk.ui.widgets.banner import in_two
from boarddesk.ui.widgets.form_dialog import open_form
from boarddesk.ui.window.first_paint import FirstPaint

if TYPE_CHECKING:
    from boarddesk.ui.window.main_window import MainWindow

RESTORE = "Restore the newest backup"
IN_ITS_PLACE = "It comes in the place of this file, which is kept beside it under another name."
TOLD_OF_PLACE = "told that the folder is synced"


def offer_reading(window: MainWindow, path: Path, problem: OnlyReadable) -> None:
    """A file that cannot be written can be read, or taken over where its holder has fallen silent."""
    offered: list[tuple[str, Callable[[], object]]] = []
    if isinstance(problem, LockedByAnother) and problem.may_be_taken:
        offered.append(("Take it over", lambda: window.open_path(path, take_over=True)))
    offered.append(("Open to read only", lambda: window.open_path(path, read_only=True)))
    ProblemDialog(problem.sentence, window, choices=offered).open()


def ask_key(window: MainWindow, path: Path, *, read_only: bool, take_over: bool) -> None:
    """The key of an encrypted file, asked for until one opens it or the person leaves it."""
    # Loaded where a file is encrypted.
    from boarddesk.ui.encryption.forms import key_form

    damaged: list[DamagedFile] = []

    def give(to: Path, typed: str) -> None:
        try:
            unlock(to, typed)
        except DamagedFile as problem:
            damaged.append(problem)

    def go_on(_id: str) -> None:
        if damaged:
            offer_backup(window, path, damaged[0])
        else:
            window.open_path(path, read_only=read_only, take_over=take_over)

    open_form(window, key_form(path, give), go_on)


def offer_backup(window: MainWindow, path: Path, problem: DamagedFile) -> None:
    """A damaged file is set aside and the newest good backup put in its place, where there is one."""
    try:
        rescue = window.keepers.rescue(path)
    except KeyNeeded as needed:
        _ask_backup_key(window, path, problem, needed.path)
        return
    if rescue is None:
        ProblemDialog(problem.sentence, window).open()
        return
    newest = f"The newest backup holds the office {rescue.holds}."
    told = f"{path.name} is damaged and cannot be read safely. {newest} {IN_ITS_PLACE}"
    ProblemDialog(told, window, choices=[(RESTORE, partial(_restore, window, path, rescue.run))]).open()


def _ask_backup_key(window: MainWindow, path: Path, problem: DamagedFile, backup: Path) -> None:
    # Loaded where a file is encrypted.
    from boarddesk.ui.encryption.forms import backup_key_form

    form = backup_key_form(backup, f"Open the newest backup of “{path.name}”", unlock)
    open_form(window, form, lambda _id: offer_backup(window, path, problem))


def _restore(
    window: MainWindow, path: Path, run: Callable[[bool], object], *, take_over: bool = False
) -> None:
    try:
        run(take_over)
    except LockedByAnother as problem:
        again = ("Take it over", partial(_restore, window, path, run, take_over=True))
        ProblemDialog(problem.sentence, window, choices=[again] if problem.may_be_taken else []).open()
    except FileProblem as problem:
        ProblemDialog(problem.sentence, window).open()
    else:
        window.open_path(path)


def look_after(window: MainWindow, file: OfficeFile) -> None:
    """Once the window stands: what stopped half-way, what this copy is, whether it is whole, its copies."""
    path, keepers = file.path, window.keepers
    notice = " ".join([*keepers.complete_deliveries(file), file.notice]).strip()
    if notice:
        window.tell(*in_two(notice), stays=True)
    if path is None:
        return
    say_place(window, place_of(path.parent), file_id=file.file_id, quiet=bool(notice))
    say_second(window, file)
    if window.desk is not None:
        window.desk.session.change_bus.file_looked_after.connect(partial(say_second, window, file))

    def say(found: tuple[Sequence[str], Sequence[Path]]) -> None:
        faults, copies = found
        if window.desk is None or not _is_open(window, file):
            return
        window.desk.session.change_bus.file_looked_after.emit()
        if faults:
            window.tell(
                faults[0],
                "Restore the newest backup, and keep this file.",
                stays=True,
                action=(RESTORE, lambda: _leave(window, path)),
            )
        elif copies:
            window.tell(*of_copies(copies, notice=notice), stays=True)

    def fail(error: Exception) -> None:
        if _is_open(window, file):
            raise error

    def look() -> None:
        if _is_open(window, file):  # and not left before it was painted
            background.run(lambda: (keepers.faults(path), keepers.copies_beside(path)), say, fail)

    FirstPaint(window.page() or window, look)


def say_place(window: MainWindow, place: Place, *, file_id: str, quiet: bool) -> None:
    """What the file lies on stands at the foot; of a synced folder it is said once what can be done."""
    on_disk, synced = place.kind is PlaceKind.DISK, place.kind is PlaceKind.SYNCED
    window.foot.show_place("" if on_disk else f"in {place.name}" if synced else "on a network share")
    told = window.settings.words(TOLD_OF_PLACE) or []
    if synced and not quiet and file_id not in told:
        window.settings.remember(TOLD_OF_PLACE, [*told, file_id])
        title = f"This office lies in {place.name}, which copies it while it is written."
        window.tell(title, "File health offers to work on a local copy.", stays=True)


def say_second(window: MainWindow, file: OfficeFile) -> None:
    """A second place that is away is said at the foot until it is reached again: nobody is to stop for it."""
    if _is_open(window, file):
        second = second_place(file.file_id)
        waits = second is not None and second.trouble
        window.foot.show_second("backups wait for the second place" if waits else "")


def of_copies(copies: Sequence[Path], *, notice: str = "") -> tuple[str, str]:
    """The notice of copies found beside an office, with what is to be said of this copy anyway."""
    return copies_beside([copy.name for copy in copies]), f"{notice} {OPEN_ALL}".strip()


def _is_open(window: MainWindow, file: OfficeFile) -> bool:
    return window.desk is not None and window.desk.session.file is file


def _leave(window: MainWindow, path: Path) -> None:
    window.leave_office()
    offer_backup(window, path, DamagedFile("This office has no backup on this machine. Keep the file."))
