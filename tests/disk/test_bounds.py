"""A process that reads what came in is held to its memory, and ends when the program that asked does."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.conftest import except_under_wine

from boarddesk.disk.processes import is_alive

SRC = Path(__file__).parents[2] / "src"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(SRC)}

MB = 1024**2
GREEDY = f"""
from boarddesk.disk.bounds import bound_memory
print(bound_memory({{most}}), flush=True)
b"x" * {600 * MB}
"""

WAITING = "import os, time; print(os.getpid(), flush=True); time.sleep(60)"
PARENT = f"""
import os, subprocess, sys
from boarddesk.disk.bounds import ending_with_us
child = subprocess.Popen([sys.executable, "-c", {WAITING!r}], stdout=subprocess.PIPE)
with ending_with_us(child):
    print(child.stdout.readline().decode().strip(), flush=True)
    os._exit(0)
"""


@pytest.mark.skipif(sys.platform not in ("linux", "win32"), reason="no bound is kept by this system")
@except_under_wine("takes the bound of a job and does not keep it")
def test_a_process_cannot_take_more_than_its_memory() -> None:
    done = _run(GREEDY.format(most=400 * MB))
    assert done.stdout.strip() == b"True"
    assert b"MemoryError" in done.stderr


def test_the_same_process_takes_it_where_the_bound_is_wider() -> None:
    assert b"MemoryError" not in _run(GREEDY.format(most=2000 * MB)).stderr


@pytest.mark.skipif(sys.platform != "win32", reason="elsewhere its pipe and its time end a child left alone")
def test_a_child_does_not_outlive_the_program_that_asked() -> None:
    pid, until = int(_run(PARENT).stdout), time.monotonic() + 10
    while is_alive(pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert not is_alive(pid)


def _run(code: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, env=ENVIRONMENT, check=False)
