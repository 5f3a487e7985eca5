"""The People page over the sample office."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from boarddesk.ui.page import Session
from boarddesk.ui.people.page import PeoplePage


@pytest.fixture
def page(qtbot: QtBot, sample_office: Session) -> PeoplePage:
    """At the width of a laptop's window."""
    made = PeoplePage()
    qtbot.addWidget(made)
    made.resize(1180, 680)
    made.show_session(sample_office)
    made.show()
    return made
