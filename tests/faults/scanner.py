"""A program that holds files as a virus scanner does: each fresh one for a moment, others as long as told.

On Windows it opens them itself and shares them with nobody. Elsewhere no program can, so what Windows would
say is raised in its place, by the clock on the wall; a file this process has open is held by nobody else.
"""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from typing import Any, Protocol
from unittest.mock import patch

import sqlcipher3.dbapi2

from boarddesk.records.file import held_files

FRESH = 0.3
"""Seconds for which each file is held once it was written."""
DRIVERS_PATIENCE = 1.4
"""Seconds for which SQLite itself tries to open a held file on Windows."""
FOR_EVER = 10**6


class Scanner(Protocol):
    """Holds files beside the program that writes them."""

    refused: int
    """How often it was in the way, or held a file."""

    def hold(self, path: Path, seconds: float = FOR_EVER) -> None:
        """Nobody else opens, moves or removes the file until then."""

    def let_go(self) -> None:
        """Of all that is held; what is fresh from now on is left alone."""


class Violation(PermissionError):
    """What Windows says of a file that another program has open."""

    def __init__(self, winerror: int, path: Path) -> None:
        super().__init__(13, "The process cannot access the file", str(path))
        self.winerror = winerror


class SimulatedScanner:
    """In the way of every call that opens, moves or removes a file."""

    def __init__(self, folders: tuple[Path, ...], fresh: float) -> None:
        self._folders = {folder.resolve() for folder in folders}
        self._until: dict[Path, float] = {}
        self._fresh = fresh
        self.refused = 0

    def hold(self, path: Path, seconds: float = FOR_EVER) -> None:
        self._until[path] = time.time() + seconds

    def let_go(self) -> None:
        self._until.clear()
        self._fresh = 0.0

    def holds(self, path: Path) -> bool:
        try:
            there = path.stat()
        except OSError:
            return False
        if not path.is_file() or self._folders.isdisjoint(path.resolve().parents):
            return False
        if (there.st_dev, there.st_ino) in held_files._held:
            return False
        return time.time() < max(self._until.get(path, 0.0), there.st_mtime + self._fresh)

    def refuse(self, path: Path, *, winerror: int = 32) -> None:
        if self.holds(path):
            self.refused += 1
            raise Violation(winerror, path)

    def in_the_way(self) -> Iterator[Any]:
        """The patches under which it stands in the way."""
        yield patch.object(os, "open", self._first(os.open))
        yield patch.object(io, "open", self._first(io.open))
        yield patch.object(os, "unlink", self._first(os.unlink))
        for name in ("rename", "replace", "link"):
            yield patch.object(os, name, self._both(getattr(os, name)))
        yield patch.object(sqlcipher3.dbapi2, "connect", self._database(sqlcipher3.dbapi2.connect))

    def _first(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def called(path: Any, *rest: Any, **options: Any) -> Any:
            if isinstance(path, str | Path):
                within = options.get("dir_fd")
                self.refuse(Path(f"/proc/self/fd/{within}" if within is not None else "", path))
            return call(path, *rest, **options)

        return called

    def _both(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def called(source: Any, target: Any, **options: Any) -> Any:
            self.refuse(Path(source))
            self.refuse(Path(target), winerror=5)
            return call(source, target, **options)

        return called

    def _database(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def called(name: str, **options: Any) -> Any:
            path = Path(name.removeprefix("file://").partition("?")[0])
            given_up = time.time() + DRIVERS_PATIENCE
            while self.holds(path):
                if time.time() > given_up:
                    self.refused += 1
                    error = sqlcipher3.dbapi2.OperationalError("unable to open database file")
                    error.sqlite_errorcode = 14
                    raise error
                time.sleep(0.025)
            return call(name, **options)

        return called


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class OpeningScanner:
        """A thread that looks for fresh files in some folders and opens them, shared with nobody."""

        def __init__(self, folders: tuple[Path, ...], fresh: float) -> None:
            self._folders, self._fresh = folders, fresh
            self._handles: dict[Path, tuple[int, float]] = {}
            self._until: dict[Path, float] = {}
            self._seen: dict[str, int] = {}
            self._stop = Event()
            self.refused = 0
            self._kernel = ctypes.WinDLL("kernel32", use_last_error=True)
            self._kernel.CreateFileW.restype = wintypes.HANDLE
            self._kernel.CloseHandle.argtypes = [wintypes.HANDLE]
            self._look()  # what stands there already is not fresh
            self._thread = Thread(target=self._watch)
            self._thread.start()

        def hold(self, path: Path, seconds: float = FOR_EVER) -> None:
            self._until[path] = time.time() + seconds
            while path not in self._handles:
                time.sleep(0.005)

        def let_go(self) -> None:
            self._stop.set()
            self._thread.join()
            for handle, _ in self._handles.values():
                self._kernel.CloseHandle(handle)
            self._handles.clear()

        def _watch(self) -> None:
            while not self._stop.wait(0.003):
                for path in self._look():
                    self._open(path, time.time() + self._fresh)
                for path, until in list(self._until.items()):
                    if path not in self._handles:
                        self._open(path, until)
                for path, (handle, until) in list(self._handles.items()):
                    if time.time() > until:
                        self._kernel.CloseHandle(handle)
                        del self._handles[path]
                        self._until.pop(path, None)

        def _look(self) -> list[Path]:
            fresh = []
            for folder in self._folders:
                for place, _, names in os.walk(folder):
                    for name in names:
                        with suppress(OSError):
                            path = Path(place, name)
                            written = path.stat().st_mtime_ns
                            if self._seen.get(str(path)) != written:
                                fresh.append(path)
                                self._seen[str(path)] = written
            return fresh

        def _open(self, path: Path, until: float) -> None:
            handle = self._kernel.CreateFileW(str(path), 0x80000000, 0, None, 3, 0x80, None)
            if handle not in (None, wintypes.HANDLE(-1).value):
                self._handles[path] = (handle, until)
                self.refused += 1
            else:
                self._seen.pop(str(path), None)  # somebody has it open: looked at again in a moment


@contextmanager
def scanning(*folders: Path, fresh: float = FRESH) -> Iterator[Scanner]:
    """Every file that is written is held for a moment as soon as nobody has it open."""
    with ExitStack() as ending:
        if sys.platform == "win32":
            scanner = OpeningScanner(folders, fresh)
        else:
            scanner = SimulatedScanner(folders, fresh)
            for in_the_way in scanner.in_the_way():
                ending.enter_context(in_the_way)
        ending.callback(scanner.let_go)
        yield scanner
