"""Runs first in the packaged program: what BoardDesk opens, such as a word processor, finds its libraries.

The starter points the dynamic loader at the packaged folder. This process has read that already; the programs
it opens must not. BoardDesk itself, started once more to read a document, is to be pointed there again.
"""

from __future__ import annotations

import os

BEFORE = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
if BEFORE:
    os.environ["LD_LIBRARY_PATH"] = BEFORE
else:
    os.environ.pop("LD_LIBRARY_PATH", None)
os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
