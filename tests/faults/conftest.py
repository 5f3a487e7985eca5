"""The office that commands are tried on, made once."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.faults.office_commands import prepare


@pytest.fixture(scope="session")
def office_prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office, and beside it a backup and all that the commands bring in."""
    folder = tmp_path_factory.mktemp("commands")
    prepare(folder)
    return folder
