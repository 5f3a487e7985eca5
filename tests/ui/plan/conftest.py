"""The small plan on its page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.plan.plan_desk import PlanDesk, office_with_a_plan


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[PlanDesk]:
    """The page at the width of a laptop's window."""
    made = PlanDesk(qtbot, office_with_a_plan(tmp_path / "office.boarddesk"))
    yield made
    made.close()
