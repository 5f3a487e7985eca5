"""The review of ten risks."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.records.risks.ten_risks import office_with_ten_risks
from tests.ui.risks.review.review_desk import ReviewDesk

from boarddesk.records.file.office_file import OfficeFile


@pytest.fixture(scope="session")
def ten_risks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office, made once; tests open copies."""
    path = tmp_path_factory.mktemp("risks") / "office.boarddesk"
    office_with_ten_risks(path).close()
    return path


@pytest.fixture
def desk(qtbot: QtBot, ten_risks: Path, tmp_path: Path) -> Iterator[ReviewDesk]:
    """The first risk is looked at."""
    path = Path(shutil.copy(ten_risks, tmp_path / "office.boarddesk"))
    made = ReviewDesk(qtbot, OfficeFile.open(path))
    yield made
    made.close()
