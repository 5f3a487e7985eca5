"""A secretary brings a register of risks in through the window; one of children never opens."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.importing.plan.layouts.book import write_book

from boarddesk.records.risks import register
from boarddesk.rules.imports.contents import What
from boarddesk.ui.import_wizard.page import ImportPage
from boarddesk.ui.import_wizard.steps import At
from boarddesk.ui.page import Session
from boarddesk.ui.widgets.banner import Banner

REGISTER = """
Ref | Risk title | Risk owner | L | I | Score | Controls | Further action | Next review
SR1 | Too few therapists | Isla Crane | 4{num} | 5{num} | 20{num} | Locums | Start a bursary by 30/09/2026 |\
 2026-09-01{day}
SR2 | Old records | Ned Holm | 2{num} | 2{num} | 4{num} | Archive | | 2026-09-01{day}
"""
CHILDREN = """
Surname | Forename | Date of birth
Orrel | Wim | 2013-04-17{day}
"""


@pytest.fixture
def risks_path(tmp_path: Path) -> Path:
    return write_book(tmp_path / "risks.xlsx", {"Register": REGISTER})


def test_a_register_is_found_proposed_and_taken(
    page: ImportPage, empty_office: Session, risks_path: Path
) -> None:
    page.take_files([str(risks_path)])
    assert page.found.form.kind() is What.RISKS
    page.found.form.new_name.setText("Northmoor Improvement Board")
    page.found.form.new_short.setText("NIB")
    page.go_on()
    page.go_on()
    assert page.at is At.PROPOSALS
    page.go_on()
    assert page.at is At.DONE
    kept = register.risks(empty_office.file)
    assert [(risk.ref, risk.title, risk.current[0].product) for risk in kept] == [
        ("SR1", "Too few therapists", 20),
        ("SR2", "Old records", 4),
    ]


def test_a_column_can_be_said_to_be_another(page: ImportPage, risks_path: Path) -> None:
    page.take_files([str(risks_path)])
    page.choose_column("Controls", "mitigations")
    assert page.reading is not None
    assert page.reading.risks is not None
    assert not page.reading.risks.risks[0].controls


def test_a_list_of_children_is_refused_before_anything_of_it_is_shown(
    page: ImportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write_book(tmp_path / "list.xlsx", {"Register": REGISTER, "Cases": CHILDREN})
    page.take_files([str(path)])
    assert page.at is At.FILE
    assert page.reading is None
    qtbot.waitUntil(lambda: any(banner.isVisible() for banner in page.findChildren(Banner)))
    shown = [banner for banner in page.findChildren(Banner) if banner.isVisible()]
    said = " ".join(f"{banner.title()} {banner.advice()}" for banner in shown)
    assert "children" in said
    assert "Orrel" not in said
