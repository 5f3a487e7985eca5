"""File names of papers: in the order of the agenda, and good on every disk."""

from __future__ import annotations

from pathlib import PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.file_names import LONGEST
from boarddesk.rules.papers.finding import PaperKind
from boarddesk.rules.papers.names import (
    clean_name,
    kept_name,
    paper_file_name,
    title_of,
)

FORBIDDEN = set('<>:"/\\|?*') | {chr(code) for code in range(32)}
PORTS = {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
RESERVED = {"con", "prn", "aux", "nul", *PORTS}


@pytest.mark.parametrize(
    ("item", "position", "title", "suffix", "name"),
    [
        ("4", 1, "Therapies waiting times", ".pdf", "04-1 Therapies waiting times.pdf"),
        ("3.1", 2, "Minutes of 12 May", ".docx", "03.1-2 Minutes of 12 May.docx"),
        ("12", 1, "Budget: high needs / early years?", ".xlsx", "12-1 Budget high needs early years.xlsx"),
        ("", 1, "con", ".pdf", "Paper con.pdf"),
        ("4", 1, "../../etc/passwd", ".pdf", "04-1 etc passwd.pdf"),
        ("4", 1, "   ", ".pdf", "04-1 Paper.pdf"),
        ("4", 1, "Waits", ".p/df", "04-1 Waits"),
    ],
)
def test_a_paper_is_named_after_its_item_and_its_title(
    item: str, position: int, title: str, suffix: str, name: str
) -> None:
    assert paper_file_name(item, position, title, suffix=suffix) == name


@given(
    item=st.one_of(st.just(""), st.from_regex(r"[1-9][0-9]?(\.[1-9])?", fullmatch=True), st.text(max_size=8)),
    position=st.integers(1, 99),
    title=st.text(max_size=300),
    suffix=st.sampled_from([".pdf", ".docx", ".PDF", "", "..", ".a/b"]),
)
def test_every_name_is_good_on_every_disk(item: str, position: int, title: str, suffix: str) -> None:
    name = paper_file_name(item, position, title, suffix=suffix)
    assert name and len(name) <= LONGEST and len(name.encode()) <= 255
    assert not FORBIDDEN & set(name) and name == name.strip(" .")
    assert name.partition(".")[0].strip().casefold() not in RESERVED
    assert PureWindowsPath(name).name == name


@given(st.integers(1, 40), st.integers(1, 40))
def test_names_sort_as_the_agenda_does(one: int, other: int) -> None:
    names = [paper_file_name(str(item), 1, "Paper", suffix=".pdf") for item in (one, other)]
    assert (names[0] < names[1]) is (one < other)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("04-1_Therapies_waiting_times.pdf", "Therapies waiting times"),
        ("Item 7 - Budget.docx", "Budget"),
        ("03.1 Minutes.docx", "Minutes"),
        ("12 May minutes.docx", "12 May minutes"),
        ("12.05.26 minutes.docx", "12.05.26 minutes"),
        ("2026-05 report.pdf", "2026-05 report"),
        ("Waits", "Waits"),
        ("04-1 .pdf", "04-1"),
    ],
)
def test_a_new_paper_is_called_as_its_file_says(name: str, title: str) -> None:
    assert title_of(name) == title


def test_a_long_or_dangerous_name_keeps_its_ending() -> None:
    assert kept_name("../" + "waits " * 60 + ".PDF").endswith(".pdf")
    assert len(kept_name("waits " * 60 + ".pdf")) <= LONGEST
    assert kept_name("con.docx") == "Paper con.docx"
    assert kept_name("a:b?.docx") == "a b.docx"


def test_a_clean_copy_loses_the_ending_of_macros() -> None:
    assert clean_name("Waits.v2.docm", PaperKind.WORD) == "Waits.v2.docx"
    assert clean_name("Waits", PaperKind.PDF) == "Waits.pdf"
