"""What the head of the page Risks says, counted again from the bare rows of offices made up at random."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.recount.risk_registers import RandomRegister
from tests.recount.test_risk_documents import OFFICES, Counted

from boarddesk.ui.risks.page import RisksPage
from boarddesk.ui.risks.shown_register import load


@pytest.fixture(params=range(OFFICES))
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[RandomRegister]:
    made = RandomRegister(tmp_path / "office.boarddesk", request.param)
    with made.file:
        yield made


def test_the_header_of_the_page_says_what_is_counted_apart(office: RandomRegister, qtbot: QtBot) -> None:
    page = RisksPage()
    qtbot.addWidget(page)
    for whose in (office.board, office.above):
        counted = Counted(office, whose)
        above = sum(map(counted.is_above, counted.live))
        late = sum(map(counted.is_late, counted.live))
        waiting = len(
            office.file.rows(
                "SELECT id FROM escalation WHERE board_id = ? AND taken_on IS NULL AND came_down_on IS NULL",
                (whose,),
            )
        )
        parts = [f"{len(counted.live)} open"] if counted.risks else []
        parts += [f"{above} above tolerable"] if above else []
        parts += [f"{late} review{'' if late == 1 else 's'} late"] if late else []
        parts += [f"{waiting} waiting to be taken"] if waiting else []
        assert page.says(load(office.file, whose, today=office.today)) == ", ".join(parts)
