"""A paper is looked through in a process of its own, bounded in time and memory."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from tests.importing.papers import made, seeded_excel, seeded_word

from boarddesk import paper_child
from boarddesk.__main__ import LOOK_AT_PAPER
from boarddesk.importing.papers.check import check_paper, clean_copy
from boarddesk.importing.tables import child
from boarddesk.paper_child import clean_apart, look_apart
from boarddesk.rules.papers.finding import FindingKind
from boarddesk.rules.refused import FileProblem


def test_the_child_finds_exactly_what_is_found_in_process() -> None:
    content = seeded_excel.commented()
    assert look_apart(content, "a.xlsx", names=["Jo Amberley"]) == check_paper(
        content, "a.xlsx", names=["Jo Amberley"]
    )


def test_a_paper_of_many_megabytes_is_given_whole_to_a_child_that_takes_its_time() -> None:
    waits = "import sys, time; time.sleep(0.5); sys.stdout.write(str(len(sys.stdin.buffer.read())))"
    given = b"x" * 5_000_000
    said = child.answered([sys.executable, "-c", waits], given=given, seconds=20, given_up=lambda: False)
    assert said == b"5000000"


def test_a_clean_copy_comes_back_byte_for_byte_with_what_is_left_in_it() -> None:
    content = seeded_excel.hidden_sheet()
    clean, check = clean_apart(content, "a.xlsx")
    assert clean == clean_copy(content, "a.xlsx") and not check.findings


def test_a_word_document_is_held_against_our_own_rules_too() -> None:
    found = {finding.kind: finding for finding in look_apart(seeded_word.picture(), "a.docx").findings}
    assert found[FindingKind.ACCESSIBILITY].sentence.startswith("The picture has no alternative text")
    assert FindingKind.COMMENTS not in found


def test_the_childs_refusal_is_the_same_sentence() -> None:
    with pytest.raises(FileProblem, match=r"“a\.docx” is a program or starts one"):
        look_apart(b"MZ\0\0", "a.docx")


def test_a_paper_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(FileProblem, match="takes too long to look through"):
        look_apart(made.word(), "a.docx", seconds=0.001)


def test_a_paper_nobody_waits_for_any_more_is_let_go_at_once() -> None:
    began = time.monotonic()
    with pytest.raises(FileProblem, match="was not looked through to its end"):
        look_apart(made.word(), "a.docx", given_up=lambda: True)
    assert time.monotonic() - began < 5


def test_a_child_that_dies_is_a_damaged_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper_child, "_command", lambda: [sys.executable, "-c", "import os; os.abort()"])
    with pytest.raises(FileProblem, match="could not be looked through"):
        look_apart(made.word(), "a.docx")


def test_the_packaged_program_starts_itself_to_look_through_a_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert paper_child._command() == [sys.executable, LOOK_AT_PAPER]
    monkeypatch.setattr(paper_child, "_command", lambda: [sys.executable, "-m", "boarddesk", LOOK_AT_PAPER])
    assert look_apart(made.pdf(), "a.pdf").pages == 2


def test_nothing_that_reads_papers_is_loaded_into_the_window_nor_the_window_into_the_child() -> None:
    def loaded(code: str, of: str) -> bytes:
        said = f"import sys; {code}; print(sorted({{{of}}} & set(sys.modules)))"
        done = subprocess.run(
            [sys.executable, "-c", said], capture_output=True, env=child.environment(), check=True
        )
        return done.stdout.strip()

    assert loaded("import boarddesk.papers", "'pikepdf', 'lxml', 'docx', 'PySide6'") == b"[]"
    looks = 'from boarddesk import paper_child; paper_child.answer(b\'{"name": "a", "names": []}\\nWaits\')'
    assert loaded(looks, "'PySide6', 'sqlcipher3', 'docx', 'openpyxl', 'matplotlib', 'numpy', 'PIL'") == b"[]"
