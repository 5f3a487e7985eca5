"""What a document is read as is decided in a process of its own, within bounds, and comes back as it was."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.importing.documents import Value, plan_document, row, table, word_file, workbook

from boarddesk.__main__ import DECIDE
from boarddesk.importing.deciding import child
from boarddesk.importing.deciding.reading import ReadingChoices, first_read, read_all
from boarddesk.importing.tables import child as tables_child
from boarddesk.importing.tables.source import read_tables
from boarddesk.rules.imports.contents import What
from boarddesk.rules.refused import FileProblem, Refused

REGISTER = [["Name", "Role", "9 Jun 2026", "14 Jul 2026"], ["Rowan Vale", "Chair", "P", "D – Kit Fell"]]


def test_what_is_decided_apart_is_exactly_what_is_decided_in_process(tmp_path: Path) -> None:
    for path in (plan_document(tmp_path / "a.docx"), workbook(tmp_path / "b.xlsx", {"One": REGISTER})):
        opened = child.open_apart(path)
        assert opened.tables == read_tables(path)
        assert opened.reading == first_read(opened.tables)
        again = child.read_again_apart(path.name, opened.handed, ReadingChoices())
        assert again == read_all(opened.tables, ReadingChoices())
        assert opened.reading.can_be


def test_a_refusal_is_the_same_sentence_beside_the_same_field(tmp_path: Path) -> None:
    path = workbook(tmp_path / "b.xlsx", {"One": REGISTER})
    handed = tables_child.tables_apart(path)
    with pytest.raises(Refused, match="has no sheet “Two”") as refused:
        child.read_as_apart(path.name, handed, What.ATTENDANCE, ReadingChoices(), sheet="Two")
    assert refused.value.field == "sheet"


def test_a_document_that_could_not_be_read_is_not_decided_about(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"There is no file “gone\.docx”"):
        child.open_apart(tmp_path / "gone.docx")


def test_the_packaged_program_starts_itself_to_decide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child._command() == [sys.executable, DECIDE]
    monkeypatch.setattr(sys, "frozen", False, raising=False)
    monkeypatch.setattr(child, "_command", lambda: [sys.executable, "-m", "boarddesk", DECIDE])
    assert child.open_apart(plan_document(tmp_path / "a.docx")).reading.plan is not None


def _instead(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    begin = "from boarddesk.importing.tables.child import confine; confine(0.2)\n"
    monkeypatch.setattr(child, "_command", lambda: [sys.executable, "-c", begin + code])


def test_a_process_that_has_had_its_time_takes_too_long_and_is_not_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _instead(monkeypatch, "while True: pass")
    with pytest.raises(FileProblem, match="takes too long to read"):
        child.open_apart(plan_document(tmp_path / "a.docx"))


def test_nobody_waits_for_a_process_that_only_sleeps(monkeypatch: pytest.MonkeyPatch) -> None:
    _instead(monkeypatch, "import time; time.sleep(99)")
    before = time.monotonic()
    assert child.asked(b"{}\n", seconds=0.5, given_up=lambda: False) is None
    assert time.monotonic() - before < 60


def test_a_process_that_says_too_much_has_said_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    _instead(monkeypatch, "import sys\nwhile True: sys.stdout.write('x' * 1_000_000)")
    monkeypatch.setattr(tables_child, "MOST_ANSWERED", 3_000_000)
    command = child._command()
    said = tables_child.answered(command, seconds=60, given_up=lambda: False, most=3_000_000)
    assert said == b"" or said is None


def test_what_is_more_than_an_answer_holds_is_said_to_be_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables_child, "MOST_ANSWERED", 1_000)
    told = json.loads(tables_child.said_within_bounds("a.csv", {"found": "x" * 2_000}))
    assert told["problem"].startswith("“a.csv” holds more than can be read at once.")


@pytest.mark.parametrize(
    "way",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('localhost', 9)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
    ],
)
def test_the_process_that_reads_finds_no_way_out(way: str) -> None:
    begin = "from boarddesk.importing.tables.child import confine; confine()\n"
    done = subprocess.run(
        [sys.executable, "-c", begin + way],
        capture_output=True,
        env=tables_child.environment(),
        check=False,
        text=True,
    )
    assert "is not for a process that reads documents" in done.stderr


# What a document takes of the machine's time ----------------------------------------------------------------

PLAN = ("Ref", "Action", "Lead", "By when", "RAG", "Success measure", "Progress", "Evidence", "Comments")
LEADS = ("Rowan Vale", "Ines Moor, Head of Inclusion", "Kit Fell; Bea Holt", "Northmoor Trust")
A_MOMENT = 2.0
"""Seconds for a plan of an ordinary length, in both processes together; at rest it takes less than one."""


def _plan_rows(many: int) -> list[list[Value]]:
    """A plan without two rows alike, so that nothing of it is remembered from the row before."""
    rows: list[list[Value]] = [list(PLAN)]
    for at in range(many):
        told = (f"Begun in week {at}", f"Minutes of meeting {at}", f"Line {at} of {many}")
        day = date(2026, 9, 1) + timedelta(days=at % 400)
        ref = f"{at // 90 + 1}.{at % 90 + 1}"
        rows.append([ref, f"Do what line {at} tells", LEADS[at % 4], day, "Amber", f"{at} more", *told])
    return rows


def _in_word(path: Path, rows: list[list[Value]]) -> Path:
    lines = [[one.strftime("%d %B %Y") if isinstance(one, date) else str(one) for one in row] for row in rows]
    return word_file(path, table(*(row(*line) for line in lines)))


def _in_excel(path: Path, rows: list[list[Value]]) -> Path:
    return workbook(path, {"Plan": rows})


def _clocked(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Callable[[], float]:
    """Both processes note what they took of the machine's time, whatever else it does meanwhile."""
    note = "import pathlib, sys, time; from {} import main; done = main(sys.argv[1:])\n"
    note += "pathlib.Path({!r}).write_text(str(time.process_time())); sys.exit(done)"
    spent = {one: folder / f"{one.__name__}.seconds" for one in (tables_child, child)}
    for one, kept in spent.items():
        command = [sys.executable, "-c", note.format(one.__name__, str(kept))]
        monkeypatch.setattr(one, "_command", lambda command=command: command)
    return lambda: sum(float(kept.read_text()) for kept in spent.values())


@pytest.mark.parametrize("written", [_in_word, _in_excel])
def test_a_plan_of_an_ordinary_length_is_read_in_a_moment(
    written: Callable[[Path, list[list[Value]]], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = _clocked(monkeypatch, tmp_path)
    reading = child.open_apart(written(tmp_path / "plan", _plan_rows(100))).reading
    assert reading.plan is not None and sum(len(area.actions) for area in reading.plan.areas) == 100
    assert seconds() < A_MOMENT


@pytest.mark.soak
@pytest.mark.parametrize("written", [_in_word, _in_excel])
def test_a_plan_of_five_thousand_rows_comes_in_within_its_time(
    written: Callable[[Path, list[list[Value]]], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = _clocked(monkeypatch, tmp_path)
    reading = child.open_apart(written(tmp_path / "plan", _plan_rows(5_000))).reading
    assert reading.plan is not None and sum(len(area.actions) for area in reading.plan.areas) == 5_000
    assert seconds() < tables_child.SECONDS * 0.8
