"""How the window opens, makes, backs up and lets go of office files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from boarddesk.records.board_file import BoardFile


class OpenFile(Protocol):
    """Opens an office, for writing or to read only."""

    def __call__(self, path: Path, *, read_only: bool) -> BoardFile:
        """Raises FileProblem with a sentence."""


@dataclass(frozen=True)
class Keepers:
    """The functions the window keeps files with, given from outside so that tests can give their own."""

    open_file: OpenFile
    create_file: Callable[[Path], BoardFile]
    make_sample: Callable[[Path], Path]
    close_file: Callable[[BoardFile], object]
    back_up: Callable[[BoardFile], datetime | None]
    last_backup: Callable[[BoardFile], datetime | None]
    renew_lock: Callable[[BoardFile], object]
