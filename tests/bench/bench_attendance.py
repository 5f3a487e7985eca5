"""Attendance over ten years of twelve boards, against the plain SQL that counts the same rows."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from random import Random

from tests.bench.ratio import Ratio, milliseconds, once

from boarddesk.records.attendance.tallies import tallies
from boarddesk.records.file.office_file import Change, OfficeFile
from boarddesk.rules.attendance.groups import By
from boarddesk.rules.people import Role
from boarddesk.rules.registers.register import Mark

BOARDS, YEARS, SEATS = 12, 10, 60
FIRST_YEAR = date.today().year - YEARS  # up to last December, so that the page begins with some of them
SCREEN = 15
"""Times as long as the same counts read by plain SQL and painted in a bare table. By person there is a row
for everybody with a mark for each of hundreds of meetings, by role a handful, hardly dearer than it."""

KEYS = {
    By.PERSON: "rr.person_id",
    By.SEAT: "rr.seat_id",
    By.ORGANISATION: "rr.organisation_id",
    By.SECTOR: "o.sector",
    By.ROLE: "rr.role",
    By.MEETING: "m.id",
    By.BOARD: "m.board_id",
}

PLAIN = """
SELECT {key}, a.mark, count(*) FROM meeting m JOIN roll r ON r.meeting_id = m.id
JOIN roll_row rr ON rr.roll_id = r.id JOIN attendance_mark a ON a.row_id = rr.id
LEFT JOIN organisation o ON o.id = rr.organisation_id
WHERE r.state = 'closed' AND m.state = 'held' GROUP BY 1, 2
"""


@contextmanager
def ten_years() -> Iterator[OfficeFile]:
    """1,440 meetings with 60 seats each; a seat of every board changes hands each year."""
    with (
        tempfile.TemporaryDirectory() as folder,
        OfficeFile.create(Path(folder) / "office.boarddesk") as file,
    ):
        random = Random(1)
        with file.change("Ten years of registers") as change:
            organisations = [
                change.insert("organisation", name=f"Org {one}", sector="health") for one in range(20)
            ]
            for number in range(BOARDS):
                _board(change, number, organisations, random)
        yield file


def _board(change: Change, number: int, organisations: list[str], random: Random) -> None:
    board = change.insert("board", name=f"Board {number}", short_name=f"B{number}", position=number)
    seats = [change.insert("seat", board_id=board, title=f"Seat {at}", position=at) for at in range(SEATS)]
    people = [change.insert("person", name=f"Person {number} {at}") for at in range(SEATS)]
    for month in range(12 * YEARS):
        if month % 12 == 0:
            people[month // 12] = change.insert("person", name=f"Newcomer {number} {month}")
        day = date(FIRST_YEAR + month // 12, month % 12 + 1, 9)
        meeting = change.insert("meeting", board_id=board, number=month % 12 + 1, date=day, state="held")
        roll = change.insert("roll", meeting_id=meeting, state="closed", opened_on=day, closed_on=day)
        for at, seat in enumerate(seats):
            row = change.insert(
                "roll_row",
                roll_id=roll,
                seat_id=seat,
                person_id=people[at],
                seat_title=f"Seat {at}",
                organisation_id=organisations[at % 20],
                role=Role.ADVISER if at > 55 else Role.MEMBER,
                expected=True,
                counts_for_quorum=True,
                position=at,
            )
            change.insert("attendance_mark", row_id=row, mark=random.choice(list(Mark)))


def mark_somebody(file: OfficeFile) -> None:
    """One mark of one register becomes another, as after a correction."""
    marks = file.rows("SELECT id, mark FROM attendance_mark LIMIT 1")
    with file.change("Correct a mark") as change:
        change.update("attendance_mark", marks[0]["id"], mark="P" if marks[0]["mark"] != "P" else "A")


def just_opened(path: Path, by: By) -> float:
    """Nothing of the registers is known yet, but the disk has been read, as it has for the plain SQL."""
    with OfficeFile.open(path, read_only=True) as file:
        file.rows(PLAIN.format(key=KEYS[by]))
        return once(lambda: tallies(file, by))


def bench_attendance() -> Iterator[Ratio]:
    with ten_years() as file:
        path = file.path
        assert path is not None
        for by in By:
            plain = milliseconds(partial(file.rows, PLAIN.format(key=KEYS[by])))
            anew = statistics.median(just_opened(path, by) for _ in range(5))
            again = milliseconds(partial(tallies, file, by), before=lambda: mark_somebody(file))
            yield Ratio(f"by {by}, all read, against plain SQL", anew, plain, allowed=1.3)
            yield Ratio(f"by {by}, one mark corrected, against plain SQL", again, plain, allowed=1.3)


def bench_attendance_to_the_screen() -> Iterator[Ratio]:
    """Twelve boards, ten years, all of it on the page: read, counted, laid out and painted."""
    from PySide6.QtWidgets import QApplication
    from tests.bench.floor import BarePage
    from tests.look.windows import settle, window_at

    from boarddesk.ui.application import keep_out_of_the_way
    from boarddesk.ui.attendance.matrix import HEADS
    from boarddesk.ui.attendance.page import AttendancePage
    from boarddesk.ui.attendance.period import Period

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with ten_years() as file, tempfile.TemporaryDirectory() as folder:
        path = file.path
        assert path is not None
        file.close()
        window = window_at(app, Path(folder))
        window.open_path(path)
        settle()
        keep_out_of_the_way(window)
        desk = window.desk
        assert desk is not None
        desk.show_page("attendance")
        page = desk.page("attendance")
        assert isinstance(page, AttendancePage)
        settle()

        def show() -> None:
            page.reload()
            page.repaint()

        def correct() -> None:
            mark_somebody(page.session.file)
            settle()

        page.controls.show_period(Period.ALL)
        first = once(show)
        bare = BarePage(page.session.file, page)
        for by in HEADS:
            page.controls.group_by(by)
            least = milliseconds(partial(bare.read, PLAIN.format(key=KEYS[by])), before=settle)
            if by is By.SEAT:
                yield Ratio("by seat on the screen, the first time", first, least, allowed=SCREEN)
            corrected = milliseconds(show, before=correct)
            yield Ratio(f"by {by} on the screen, one mark corrected", corrected, least, allowed=SCREEN)
        bare.close()
        window.close()
