"""One sample office for all tests that only look at it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.sample.office import make_sample

TODAY = date(2026, 5, 28)


@pytest.fixture(scope="session")
def sample_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sample(tmp_path_factory.mktemp("sample") / "sample.boarddesk", today=TODAY)


@pytest.fixture
def sample(sample_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.open(sample_path, read_only=True) as file:
        yield file
