"""The command line as a person calls it, and the sample office to call it on."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from boarddesk.cli import attendance, checks, feeds, imports, office, reports
from boarddesk.cli.commands import run
from boarddesk.cli.listing import subjects
from boarddesk.records.file.office_file import OfficeFile, Row
from boarddesk.sample.office import make_sample

TODAY = date(2026, 6, 2)


@dataclass(frozen=True)
class Said:
    """How a command ended and what it printed."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Call = Callable[..., Said]


@pytest.fixture
def boarddesk(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Runs a command on the same day as the sample was made."""
    for module in (attendance, checks, feeds, imports, office, reports, subjects):
        if hasattr(module, "today"):
            monkeypatch.setattr(module, "today", lambda: TODAY)

    def call(*arguments: object) -> Said:
        capsys.readouterr()
        try:
            status = run([str(one) for one in arguments])
        except SystemExit as ended:
            status = int(ended.code or 0)
        said = capsys.readouterr()
        return Said(status, said.out, said.err)

    return call


@pytest.fixture(scope="session")
def made_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sample(tmp_path_factory.mktemp("sample") / "sample.boarddesk", today=TODAY)


@pytest.fixture
def sample(made_sample: Path, tmp_path: Path) -> Path:
    """A sample office of the test's own."""
    return Path(shutil.copy(made_sample, tmp_path / "sample.boarddesk"))


def tables_of(office: Path) -> dict[str, list[Row]]:
    """Every row of every table that people's work is kept in."""
    with OfficeFile.open(office, read_only=True) as file:
        kept = file.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        names = [row["name"] for row in kept if not row["name"].startswith(("change_", "file_meta"))]
        return {name: sorted(file.rows(f"SELECT * FROM {name}"), key=repr) for name in names}
