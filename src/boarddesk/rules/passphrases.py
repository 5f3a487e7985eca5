"""What is said of a passphrase: how long it holds, by its length alone; no rules about signs and figures."""

from __future__ import annotations

from typing import Final

from boarddesk.rules.refused import Refused

SHORT: Final = 10
FAIR: Final = 16


def strength(passphrase: str) -> str:
    """One sentence; empty for an empty passphrase."""
    length = len(passphrase.strip())
    if not length:
        return ""
    if length < SHORT:
        return "Short: a patient program could guess it. Four or five ordinary words are better."
    if length < FAIR:
        return "Fair. One more word makes it much harder to guess."
    return "Long enough, if nobody would think of it."


def refuse_empty(passphrase: str) -> None:
    if not passphrase.strip():
        raise Refused("Choose a passphrase: an empty one protects nothing.", field="passphrase")


def refuse_different(passphrase: str, again: str) -> None:
    if passphrase != again:
        raise Refused("The two passphrases are not the same.", field="again")
