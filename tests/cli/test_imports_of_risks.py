"""What the terminal says of a register of risks, and that a register of children never gets that far."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Call
from tests.importing.plan.layouts.book import write_book

REGISTER = """
Ref | Risk title | Cause | Event | Effect | Owner | L | I | Score | Controls | Action | Action owner | Due |\
 Status
SR1 | Too few therapists | pay is low | clinics stop | waits grow | Isla Crane | 4{num} | 5{num} | 20{num} |\
 Locums | Start a bursary | Ned Holm | 30/09/2026 | Open
"""
CHILDREN = """
Surname | Forename | Date of birth | NHS number | RAG
Orrel | Wim | 2013-04-17{day} | 999 000 0115 | Red
"""


@pytest.fixture
def office(boarddesk: Call, tmp_path: Path) -> Path:
    boarddesk("new", tmp_path / "office.boarddesk", "--office", "Northmoor")
    return tmp_path / "office.boarddesk"


def test_a_register_is_brought_in_and_listed(boarddesk: Call, office: Path, tmp_path: Path) -> None:
    source = write_book(tmp_path / "risks.xlsx", {"Register": REGISTER})
    said = boarddesk("import", "risks", source, "--into", office, "--board", "SIB", "--json")
    assert said.status == 0
    (proposal,) = said.json["proposals"]
    assert (proposal["kind"], proposal["ref"], proposal["verdict"]) == ("risk", "SR1", "new")
    assert proposal["values"]["current"]["score"] == 20
    assert said.json["tables"][0]["looks_like"] == "risks"
    assert said.json["tables"][0]["columns"]["L"] == "current_likelihood"
    (risk,) = boarddesk("list", "risks", office, "--json").json
    assert (risk["cause"], risk["owner"], risk["current"]["likelihood"]) == ("pay is low", "Isla Crane", 4)
    assert risk["mitigations"] == [
        {
            "text": "Start a bursary",
            "owner": "Ned Holm",
            "due": "2026-09-30",
            "due_as_written": "30/09/2026",
            "done_on": None,
        }
    ]


def test_a_dry_run_shows_each_risk_and_writes_nothing(boarddesk: Call, office: Path, tmp_path: Path) -> None:
    source = write_book(tmp_path / "risks.xlsx", {"Register": REGISTER})
    said = boarddesk("import", "risks", source, "--into", office, "--dry-run")
    assert "SR1" in said.out and "Too few" in said.out
    assert "4 × 5 = 20" in said.out
    assert boarddesk("list", "risks", office, "--json").json == []


def test_what_is_new_in_the_next_version_is_shown_old_and_new(
    boarddesk: Call, office: Path, tmp_path: Path
) -> None:
    source = write_book(tmp_path / "risks.xlsx", {"Register": REGISTER})
    boarddesk("import", "risks", source, "--into", office)
    write_book(source, {"Register": REGISTER.replace("Locums", "Bank staff").replace("pay is", "pay was")})
    said = boarddesk("import", "risks", source, "--into", office)
    assert "risk SR1: Cause: pay is low → pay was low" in said.out
    assert "risk SR1: Control: – → Bank staff" in said.out


@pytest.mark.parametrize("sheet", ["", "Register"])
def test_a_register_of_children_is_refused_whatever_sheet_is_asked_for(
    boarddesk: Call, office: Path, tmp_path: Path, sheet: str
) -> None:
    source = write_book(tmp_path / "Wim Orrel.xlsx", {"Register": REGISTER, "Cases": CHILDREN})
    before = office.read_bytes()
    more = ("--sheet", sheet) if sheet else ()
    said = boarddesk("import", "risks", source, "--into", office, *more, "--json")
    assert said.status == 1
    assert "children" in said.err
    assert not [word for word in ("Orrel", "Wim", "2013", "0115") if word in said.out + said.err]
    assert office.read_bytes() == before
