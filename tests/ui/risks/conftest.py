"""The small register on its page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.risks.risk_desk import RiskDesk, office_with_risks


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[RiskDesk]:
    """The page at the width of a laptop's window."""
    made = RiskDesk(qtbot, office_with_risks(tmp_path / "office.boarddesk"), tmp_path)
    yield made
    made.close()
