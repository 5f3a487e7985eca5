"""The steps from one version of the format to the next, in order; version 1 is the first and needs none."""

from __future__ import annotations

from boarddesk.records.driver import Migrations

STEPS = Migrations("boarddesk")
