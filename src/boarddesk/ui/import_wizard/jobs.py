"""One job at a time, and whether anybody still waits for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from boarddesk.ui import background

Result = TypeVar("Result")
GivenUp = Callable[[], bool]


class Jobs:
    """A job begun later, or stopped, makes the outcome of the one before it go nowhere."""

    def __init__(self) -> None:
        self._number = 0
        self._under_way = False

    @property
    def under_way(self) -> bool:
        """Whether something is waited for."""
        return self._under_way

    def stop(self) -> None:
        """Nobody waits any more."""
        self._number += 1
        self._under_way = False

    def run(
        self,
        job: Callable[[GivenUp], Result],
        on_done: Callable[[Result], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        """Do a job off the window's thread; it is given a way to ask whether it was given up."""
        self.stop()
        mine, self._under_way = self._number, True

        def given_up() -> bool:
            return self._number != mine

        def done(outcome: Result) -> None:
            if not given_up():
                self._under_way = False
                on_done(outcome)

        def failed(error: Exception) -> None:
            if not given_up():
                self._under_way = False
                on_error(error)

        background.run(lambda: job(given_up), done, failed)
