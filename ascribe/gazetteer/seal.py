"""Whether a file is still what was written: its size, its date and a hash of its content.

While size and date are those of the seal, the content is taken to be so as well. When they are not, the content is hashed: a copy passes,
a truncated or altered file does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Seal:
    """What a file was like when it was written."""

    size: int
    time_ns: int
    content: str

    @classmethod
    def of(cls, path: Path) -> Seal:
        """The file as it is now. Raises OSError where it cannot be read."""
        status = path.stat()
        return cls(status.st_size, status.st_mtime_ns, content_hash(path))

    def holds(self, path: Path) -> bool:
        """The file has the size and the date of the seal."""
        try:
            status = path.stat()
        except OSError:
            return False
        return (status.st_size, status.st_mtime_ns) == (self.size, self.time_ns)

    def renewed(self, path: Path) -> Seal | None:
        """A seal with the file's date of now, if its content is still that of this one; else None."""
        try:
            if path.stat().st_size != self.size:
                return None
            now = Seal.of(path)
        except OSError:
            return None
        return now if now.content == self.content else None


def content_hash(path: Path) -> str:
    """A hash of the whole file, 32 hexadecimal digits."""
    state = blake2b(digest_size=16)
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            state.update(block)
    return state.hexdigest()
