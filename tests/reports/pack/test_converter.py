"""Papers become PDFs by an office program that is there, answers and is held to its time."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import docx
import openpyxl
import pikepdf
import pytest

from boarddesk.reports.pack.converter import Converter, can_convert, installed_converter, run_at_most

needs_office = pytest.mark.skipif(installed_converter() is None, reason="LibreOffice is not on this machine")
needs_scripts = pytest.mark.skipif(
    sys.platform == "win32", reason="programs are written as shell scripts here"
)


def word_paper(path: Path, heading: str = "Waiting times") -> Path:
    made = docx.Document()
    made.add_heading(heading, 1)
    made.add_paragraph("Families wait nine weeks.")
    made.save(str(path))
    return path


def program(path: Path, script: str) -> Path:
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)
    return path


def is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text("utf-8").rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"


@needs_office
def test_word_and_excel_papers_become_tagged_pdfs_with_their_bookmarks(tmp_path: Path) -> None:
    word = word_paper(tmp_path / "1.docx")
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Month", "Weeks"])
    book.save(tmp_path / "2.xlsx")
    found = installed_converter()
    assert found
    made = found.convert([word, tmp_path / "2.xlsx"], tmp_path)
    assert set(made) == {word, tmp_path / "2.xlsx"}
    with pikepdf.open(made[word]) as pdf:
        assert pikepdf.Name.StructTreeRoot in pdf.Root
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == ["Waiting times"]


@needs_office
def test_a_paper_that_cannot_be_read_does_not_keep_the_others_back(tmp_path: Path) -> None:
    good = word_paper(tmp_path / "good.docx")
    broken = tmp_path / "broken.docx"
    broken.write_bytes(good.read_bytes()[:2000])
    found = installed_converter()
    assert found
    made = found.convert([broken, good], tmp_path)
    assert good in made
    assert broken not in made


def test_without_an_office_program_there_is_no_converter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("boarddesk.reports.pack.converter.PLACES", ())
    assert installed_converter() is None


@needs_scripts
def test_one_that_hangs_is_ended_with_all_it_started(tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    hangs = program(tmp_path / "soffice", f"sleep 300 & echo $! >> {pids}; echo $$ >> {pids}; wait")
    began = time.monotonic()
    made = Converter(hangs, seconds=1, seconds_a_paper=0).convert([word_paper(tmp_path / "1.docx")], tmp_path)
    assert made == {}
    assert time.monotonic() - began < 30, "asked once and no more"
    started = [int(pid) for pid in pids.read_text("utf-8").split()]
    assert len(started) == 2
    until = time.monotonic() + 20
    while any(is_running(pid) for pid in started) and time.monotonic() < until:
        time.sleep(0.05)
    assert not [pid for pid in started if is_running(pid)]


@needs_scripts
def test_what_a_program_leaves_running_after_it_ended_is_ended_too(tmp_path: Path) -> None:
    pid = tmp_path / "pid"
    leaves = program(tmp_path / "soffice", f"sleep 300 & echo $! > {pid}")
    assert run_at_most([str(leaves)], 20)
    until = time.monotonic() + 20
    while is_running(int(pid.read_text("utf-8"))) and time.monotonic() < until:
        time.sleep(0.05)
    assert not is_running(int(pid.read_text("utf-8")))


@needs_scripts
def test_one_paper_that_stops_the_program_is_left_out_alone(tmp_path: Path) -> None:
    """A program that crashes at the second of several papers, as a word processor may."""
    convert = (
        'while [ "$1" != "--outdir" ]; do shift; done; out=$2; shift 2; '
        'for each in "$@"; do case $each in *bad*) exit 1;; esac; '
        'name=$(basename "$each"); printf pdf > "$out/${name%.*}.pdf"; done'
    )
    crashes = program(tmp_path / "soffice", convert)
    papers = [word_paper(tmp_path / name) for name in ("a.docx", "bad.docx", "c.docx")]
    made = Converter(crashes).convert(papers, tmp_path)
    assert [path.name for path in sorted(made)] == ["a.docx", "c.docx"]


def test_what_an_office_program_opens_is_known_by_its_ending() -> None:
    assert all(can_convert(ending) for ending in (".docx", ".DOCX", ".xlsx", ".pptx", ".odt", ".jpg"))
    assert not any(can_convert(ending) for ending in (".exe", ".pdf", ".zip", ""))
