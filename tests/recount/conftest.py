"""Twenty random offices."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.recount.offices import RandomOffice

OFFICES = 20


@pytest.fixture(params=range(OFFICES))
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[RandomOffice]:
    made = RandomOffice(tmp_path / "office.boarddesk", request.param)
    with made.file:
        yield made
