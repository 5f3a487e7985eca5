"""A run of tests ends as it went: not in a crash, after the last dot, of what a test left with Qt."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COPIES = "tests/ui/widgets/table/test_record_table.py::test_copy_gives_tabs_for_excel_and_a_table_for_word"
ANOTHER_FOLDER = "tests/ui/plan/test_words.py"


def test_two_folders_of_which_one_copied_a_table_end_without_a_crash() -> None:
    """What is copied offscreen stays with Qt until after Python has ended, unless it is taken back before."""
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", ANOTHER_FOLDER, COPIES],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
