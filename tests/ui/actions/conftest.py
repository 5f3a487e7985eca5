"""The small action log on its page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.actions.business_desk import BusinessDesk, office_with_business


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[BusinessDesk]:
    """The page at the width of a laptop's window."""
    made = BusinessDesk(qtbot, office_with_business(tmp_path / "office.boarddesk"), tmp_path)
    yield made
    made.close()
