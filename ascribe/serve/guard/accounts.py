"""Who has an account at a case, with which role: a file beside the case, which only its owner may read."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import IO, Any

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from ascribe.errors import ConfigError
from ascribe.serve.guard.visitors import Role

SHORTEST, LONGEST = 10, 1000
LONGEST_NAME = 60
#: Letters that cannot be seen, turn the line or are nobody's.
UNSEEN = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")


@dataclass(frozen=True, slots=True)
class Account:
    """One person. `password` is its argon2id hash."""

    name: str
    role: Role
    password: str
    since: str

    @property
    def stamp(self) -> str:
        """Another one with another password."""
        return hashlib.sha256(self.password.encode()).hexdigest()


class Accounts:
    """The accounts of one case. What another process writes is seen at the next look."""

    def __init__(self, case: Path) -> None:
        self.case = case
        self.path = case.with_name(f"{case.name}.users.json")
        self._seen: tuple[int, int, int] | None = None
        self._held: dict[str, Account] = {}

    def all(self) -> list[Account]:
        """All of them, by name."""
        return sorted(self._now().values(), key=lambda each: key(each.name))

    def find(self, name: str) -> Account | None:
        """The account of this name, however it is capitalised."""
        return self._now().get(key(name))

    def proved(self, name: str, password: str) -> Account | None:
        """The account whose password this is. It takes the same time for a name that there is not, so that names cannot be tried out."""
        found = self.find(name)
        hashed = found.password if found is not None else self._nobody
        try:
            is_right = self._hasher.verify(hashed, password[: LONGEST + 1])
        except (Argon2Error, InvalidHashError):
            return None
        return found if is_right else None

    def add(self, name: str, role: Role, password: str) -> Account:
        """A new account."""
        made = Account(spelled(name), role, self._hashed(password), datetime.now(UTC).isoformat(timespec="seconds"))
        with self._changing() as held:
            if key(name) in held:
                raise ConfigError(f"{made.name} has an account already; ascribe user password {self.case} {made.name} gives it another one")
            held[key(made.name)] = made
        return made

    def remove(self, name: str) -> None:
        """Nobody signs in by this name any more; whoever has is out at once."""
        with self._changing() as held:
            del held[key(self._known(held, name).name)]

    def change(self, name: str, *, role: Role | None = None, password: str | None = None) -> Account:
        """Another role or another password. With another password, all sessions of the account are over."""
        hashed = self._hashed(password) if password is not None else None
        with self._changing() as held:
            known = self._known(held, name)
            changed = replace(known, role=role or known.role, password=hashed or known.password)
            held[key(known.name)] = changed
        return changed

    @cached_property
    def _hasher(self) -> PasswordHasher:
        return PasswordHasher()

    @cached_property
    def _nobody(self) -> str:
        """The hash of what nobody knows."""
        return self._hasher.hash(secrets.token_urlsafe(32))

    def prepare(self) -> None:
        """So that the first name that there is not takes no longer than the second."""
        _ = self._nobody

    def _hashed(self, password: str) -> str:
        if len(password) < SHORTEST:
            raise ConfigError(f"a password has at least {SHORTEST} characters, this one has {len(password)}; some words in a row do well")
        if len(password) > LONGEST:
            raise ConfigError(f"a password has at most {LONGEST} characters")
        return self._hasher.hash(password)

    def _known(self, held: dict[str, Account], name: str) -> Account:
        if (found := held.get(key(name))) is None:
            there = ", ".join(sorted(each.name for each in held.values())) or "none"
            raise ConfigError(f"{name} has no account at {self.case}; there are: {there}")
        return found

    def _now(self) -> dict[str, Account]:
        """What the file says; read anew where it is another one."""
        try:
            state = self.path.stat()
        except FileNotFoundError:
            self._seen, self._held = None, {}
            return self._held
        seen = (state.st_mtime_ns, state.st_size, state.st_ino)
        if seen != self._seen:
            self._held = self._read()
            self._seen = seen
        return self._held

    def _read(self) -> dict[str, Account]:
        try:
            listed = json.loads(self.path.read_text(encoding="utf-8"))["accounts"]
            return {key(each["name"]): Account(each["name"], Role(each["role"]), each["password"], each["since"]) for each in listed}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ConfigError(
                f"{self.path}: the accounts cannot be read ({error}); put a copy back, or delete it and make them anew: ascribe user add"
            ) from error

    @contextmanager
    def _changing(self) -> Iterator[dict[str, Account]]:
        """What the file says, to be changed: one process at a time, and whole or not at all."""
        with _alone(self.path.with_name(f"{self.path.name}.lock")):
            held = self._read()
            yield held
            self._write(held)

    def _write(self, held: dict[str, Account]) -> None:
        listed: list[dict[str, Any]] = [
            {"name": each.name, "role": each.role.value, "password": each.password, "since": each.since} for each in held.values()
        ]
        unfinished = self.path.with_name(f".{self.path.name[:100]}.{secrets.token_hex(6)}.part")
        try:
            with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
                json.dump({"version": 1, "accounts": listed}, file, indent=2, ensure_ascii=False)
                file.flush()
                os.fsync(file.fileno())
            os.replace(unfinished, self.path)  # noqa: PTH105 the call whose promise we rely on
        finally:
            with suppress(OSError):
                unfinished.unlink()


def spelled(name: str) -> str:
    """A name that can be shown and told from others: letters that are seen, one space between words."""
    plain = " ".join(unicodedata.normalize("NFC", name).split())
    if not plain or len(plain) > LONGEST_NAME:
        raise ConfigError(f"a name has 1 to {LONGEST_NAME} characters, this one has {len(plain)}")
    if any(unicodedata.category(each) in UNSEEN for each in plain):
        raise ConfigError("a name has only letters and signs that can be seen")
    return plain


def key(name: str) -> str:
    """The same for names that look alike: capitals and widths do not tell people apart."""
    return unicodedata.normalize("NFKC", " ".join(name.split())).casefold()


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """No other process is here at the same time."""
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+") as file:
        _lock(file)
        yield


def _lock(file: IO[str]) -> None:
    """Until the file is closed. Where the system knows no such lock, the last to write holds."""
    with suppress(ImportError):
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX)
        return
    import msvcrt

    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined,unused-ignore]
