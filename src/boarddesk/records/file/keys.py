"""The keys of encrypted office files: made of a passphrase, tried on a page, known to this process alone.

An encrypted file begins with sixteen bytes of its own, the salt; everything after them is read with a key of
32 bytes. Keys are kept by salt and in memory only: whoever connects to a file finds its key by looking at it.
"""

from __future__ import annotations

import os
import unicodedata
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from boarddesk.records.file.held_files import looked_at
from boarddesk.rules.recovery_key import LENGTH
from boarddesk.rules.refused import FileProblem

PAGE: Final = 4096
"""Bytes of an encrypted page, the driver's own size."""
SALT: Final = 16
ROUNDS: Final = 256_000
_TAG: Final = 64
_MASK: Final = 0x3A  # the driver derives the key of its page checks under the salt with these bits turned

# A page that is no noise is not encrypted: of 4,096 random bytes none comes up this often.
_NOISE: Final = 60
_OTHER_FORMATS: Final = (
    *(b"SQLite format 3\0", b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\xff\xd8\xff", b"\x89PNG"),
    *(b"GIF8", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"MZ", b"\x7fELF", b"RIFF", b"BZh", b"\xfd7zXZ"),
)


class KeyNeeded(FileProblem):
    """An encrypted file whose key this process does not know."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path.name} is encrypted, or is no office file: from outside they look alike. "
            "Give its passphrase or its recovery key."
        )
        self.path = path


class WrongKey(FileProblem):
    """A passphrase or a recovery key that does not open the file."""


@dataclass(frozen=True)
class FileKey:
    """What reads one encrypted file; neither part is ever shown or logged."""

    raw: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    @property
    def spelled(self) -> str:
        """As the driver takes a key that is not derived again."""
        return f"x'{self.raw.hex()}{self.salt.hex()}'"

    def authenticates(self, page: bytes, number: int) -> bool:
        """Whether the page, the first being number 1, was written with this key and is as it was written."""
        import hashlib  # not at the start: see the change log
        import hmac

        turned = bytes(byte ^ _MASK for byte in self.salt)
        checks = hashlib.pbkdf2_hmac("sha512", self.raw, turned, 2, LENGTH)
        held = page[SALT:-_TAG] if number == 1 else page[:-_TAG]
        tag = hmac.digest(checks, held + number.to_bytes(4, "little"), "sha512")
        return hmac.compare_digest(tag, page[-_TAG:])


def key_from(passphrase: str, salt: bytes) -> FileKey:
    """Made slowly, a quarter of a second, so that guessing takes for ever; the same words however typed."""
    import hashlib  # not at the start: see the change log

    words = unicodedata.normalize("NFKC", passphrase.strip()).encode()
    return FileKey(hashlib.pbkdf2_hmac("sha512", words, salt, ROUNDS, LENGTH), salt)


def new_key(passphrase: str) -> FileKey:
    return key_from(passphrase, os.urandom(SALT))


_known: dict[bytes, FileKey] = {}


def learn(key: FileKey) -> None:
    """Know a key that was found to be right, until the program ends or keys are forgotten."""
    _known[key.salt] = key


def known(salt: bytes) -> FileKey | None:
    return _known.get(salt)


def forget_keys(*, but: Path | None = None) -> None:
    """Whoever opens a file again is asked again, `but` for the one that is open now."""
    key = None
    if but is not None and _known:
        with suppress(FileProblem):
            key = key_of(but)
    _known.clear()
    if key is not None:
        learn(key)


def salt_of(start: bytes) -> bytes:
    """The salt in the first page of an encrypted file; b"" for a page that is not encrypted."""
    if len(start) < PAGE or start.startswith(_OTHER_FORMATS):
        return b""
    return start[:SALT] if max(map(start.count, range(256))) < _NOISE else b""


def key_of(path: Path) -> FileKey | None:
    """What to read a file with; None for one that is not encrypted, or is not there. Raises KeyNeeded."""
    try:
        with looked_at(path) as file:
            salt = salt_of(file.bytes_at(0, PAGE))
    except OSError:  # whoever connects says it better
        return None
    if not salt:
        return None
    key = known(salt)
    if key is None:
        raise KeyNeeded(path)
    return key
