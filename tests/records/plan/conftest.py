"""A small plan, closed again after the test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.records.plan_offices import SmallPlan, small_plan


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallPlan]:
    made = small_plan(tmp_path / "office.boarddesk")
    with made.file:
        yield made
