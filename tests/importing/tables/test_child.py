"""A source document is read in a process of its own, bounded in time and memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.importing.documents import plan_document, workbook

from boarddesk.__main__ import READ_TABLES
from boarddesk.importing.tables import child
from boarddesk.importing.tables.source import read_tables
from boarddesk.rules.refused import FileProblem


def test_the_child_reads_exactly_what_is_read_in_process(tmp_path: Path) -> None:
    for path in (plan_document(tmp_path / "a.docx"), workbook(tmp_path / "b.xlsx", {"One": [["a", 1.5]]})):
        assert child.read_tables_apart(path) == read_tables(path)


def test_the_childs_refusal_is_the_same_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"There is no file “gone\.docx”"):
        child.read_tables_apart(tmp_path / "gone.docx")


def test_a_document_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="takes too long"):
        child.read_tables_apart(plan_document(tmp_path / "a.docx"), seconds=0.001)


def test_what_the_process_took_to_start_is_not_taken_off_a_documents_time() -> None:
    code = (
        "import time\n"
        "while time.process_time() < 1.2: pass\n"
        "from boarddesk.importing.tables.child import confine; confine(1)\n"
        "time.sleep(0.5); print('read')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=child.environment(), check=False, text=True
    )
    assert (done.returncode, done.stdout.strip()) == (0, "read")


def test_a_child_that_dies_is_a_damaged_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "_command", lambda: [sys.executable, "-c", "import os; os.abort()"])
    with pytest.raises(FileProblem, match="could not be read"):
        child.read_tables_apart(plan_document(tmp_path / "a.docx"))


def test_the_packaged_program_starts_itself_to_read_a_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child._command() == [sys.executable, READ_TABLES]
    monkeypatch.setattr(child, "_command", lambda: [sys.executable, "-m", "boarddesk", READ_TABLES])
    assert len(child.read_tables_apart(plan_document(tmp_path / "a.docx")).grids) == 3


def test_a_document_read_apart_does_not_wait_for_the_whole_program(tmp_path: Path) -> None:
    """On a slow computer the rest of it takes longer to load than the document takes to read."""
    asked = (
        "import sys; from boarddesk.__main__ import main; main(sys.argv[1:]); "
        "print(sorted(each for each in sys.modules if each.startswith(('boarddesk.cli', 'boarddesk.rec'))))"
    )
    command = [sys.executable, "-c", asked, READ_TABLES, str(plan_document(tmp_path / "a.docx"))]
    said = subprocess.run(command, capture_output=True, text=True, check=True, env=child.environment())
    assert said.stdout.endswith("[]\n"), said.stdout[-300:]


def test_the_child_starts_without_the_window_the_database_or_the_big_libraries() -> None:
    code = (
        "import sys; from boarddesk.importing.tables import child, source, word, excel, separated; "
        "print(sorted({'PySide6','sqlcipher3','docx','openpyxl','matplotlib','numpy'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=child.environment(), check=True
    )
    assert done.stdout.strip() == b"[]"


def test_a_document_nobody_waits_for_any_more_is_let_go_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "_command", lambda: [sys.executable, "-c", "import time; time.sleep(30)"])
    with pytest.raises(FileProblem, match="was not read to its end"):
        child.read_tables_apart(plan_document(tmp_path / "a.docx"), given_up=lambda: True)
