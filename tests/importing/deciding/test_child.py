"""What a document is read as is decided in a process of its own, within bounds, and comes back as it was."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.importing.documents import plan_document, workbook

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
