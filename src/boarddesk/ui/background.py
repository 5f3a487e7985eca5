"""The whole threading story: `run(job, on_done, on_error)`; in tests jobs run at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, SignalInstance, Slot
from shiboken6 import isValid

Result = TypeVar("Result")
Heard = Callable[[Exception], None]

_at_once: list[bool] = []
_running: set[_Job] = set()


class _Messenger(QObject):
    """Lives on the window's thread and hands the outcome of a job over there."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, on_done: Callable[[Any], None], on_error: Heard) -> None:
        super().__init__()
        self._on_done = on_done
        self._on_error = on_error
        self.done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self.failed.connect(self._complain, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _deliver(self, outcome: object) -> None:
        self._on_done(outcome)

    @Slot(object)
    def _complain(self, error: Exception) -> None:
        self._on_error(error)


class _Job(QRunnable):
    def __init__(self, job: Callable[[], object], messenger: _Messenger) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.messenger = messenger
        self._job = job

    @Slot()
    def run(self) -> None:
        try:
            outcome = self._job()
        except Exception as error:
            self._tell(self.messenger.failed, error)
        else:
            self._tell(self.messenger.done, outcome)

    def _tell(self, news: SignalInstance, what: object) -> None:
        """The program may have ended while the job ran; then nobody is left to hear."""
        if isValid(self.messenger):
            news.emit(what)


def _raise(error: Exception) -> None:
    raise error


def run(
    job: Callable[[], Result],
    on_done: Callable[[Result], None],
    on_error: Heard | None = None,
    *,
    of: QObject | None = None,
) -> None:
    """Do a job off the window's thread and hear its outcome on it; an unheard error goes where all errors go.

    A job never touches widgets, and reads an office file only through a copy of its own.  Once the page or
    dialog it is done for is gone, nobody waits for it: the outcome goes nowhere.
    """
    heard = on_error or _raise
    if of is not None:
        on_done, heard = _while_there(of, on_done), _while_there(of, heard)
    if _at_once:
        _run_at_once(job, on_done, heard)
    else:
        _start(job, on_done, heard)


def _while_there(of: QObject, heard: Callable[[Any], None]) -> Callable[[Any], None]:
    def hear(outcome: Any) -> None:
        if isValid(of):
            heard(outcome)

    return hear


def _run_at_once(job: Callable[[], Result], on_done: Callable[[Result], None], heard: Heard) -> None:
    try:
        outcome = job()
    except Exception as error:
        heard(error)
    else:
        on_done(outcome)


def _start(job: Callable[[], Result], on_done: Callable[[Result], None], heard: Heard) -> None:
    def done(outcome: Result) -> None:
        _running.discard(work)
        on_done(outcome)

    def failed(error: Exception) -> None:
        _running.discard(work)
        heard(error)

    work = _Job(job, _Messenger(done, failed))
    _running.add(work)
    QThreadPool.globalInstance().start(work)


@contextmanager
def at_once() -> Iterator[None]:
    """Within this block jobs are done where they are asked for: for tests and for closing the window."""
    _at_once.append(True)
    try:
        yield
    finally:
        _at_once.pop()
