"""Where this machine keeps backups, and what it last saw of each file."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def data_folder() -> Path:
    """The user's data folder, never a synchronised one; the environment may name another."""
    named = os.environ.get("BOARDDESK_DATA")
    return Path(named) if named else platformdirs.user_data_path("BoardDesk", appauthor=False)


def sync_folder(folder: Path) -> None:
    """Make a rename or a removal in the folder outlast a power cut, where the system can."""
    if os.name == "nt":  # directories cannot be opened there, and renames are journalled
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_file(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())
