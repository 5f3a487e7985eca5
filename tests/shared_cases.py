"""Documents of the kinds people report, beside the project: a test that uses one skips where it is absent."""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "cases"


def shared_case(folder: str, name: str) -> Path:
    """One of them; the test is skipped where it is not there."""
    path = FOLDER / folder / name
    if not path.is_file():
        pytest.skip(f"{name} is not beside the project")
    return path
