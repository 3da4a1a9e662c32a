"""The corpora that the shipped weights are trained on: where their files lie, what is left out, and what they become.

The project's own texts (`python -m corpus.build`): the part `train` of the modern texts, of the stand-off texts and of the snippets.
MUC-4: its training part, without three documents that overlap its held-back ones. Of our dev and test parts nothing is read, but MUC-4's
own keys of the 98 documents whose stand-off annotation is dev or test are.

PolNeAR's training part has no licence: it is read only where a research run names it, and weights that learnt from it are not for others.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from ascribe.annotate.windows import Pieces
from ascribe.errors import ReadError
from ascribe.learn.examples import Example, muc4, own, polnear, snippet

#: Overlap the held-back parts (shared/corpora/muc4/README.md).
LEFT_OUT = frozenset({"DEV-MUC3-1133", "DEV-MUC3-0974", "DEV-MUC3-1295"})


@dataclass(frozen=True, slots=True)
class Sources:
    """The examples of all corpora, and the hash of each file that they came from. `research`: of what may not be passed on."""

    own: tuple[Example, ...]
    muc4: tuple[Example, ...]
    snippets: tuple[Example, ...]
    hashes: dict[str, str]
    research: tuple[Example, ...] = ()


def read(built: Path, muc4_file: Path, pieces: Pieces, research: Path | None = None) -> Sources:
    """Every example. A file that is missing raises `ReadError` with the command that makes it. `research`: a file of PolNeAR."""
    files = {name: built / f"{name}.jsonl" for name in ("train", "muc4.train", "snippets.train")}
    given = {"muc4": muc4_file} | ({"polnear": research} if research is not None else {})
    for name, path in (files | given).items():
        if not path.exists():
            remedy = _GIVEN.get(name, f"make it: python -m corpus.build {built} --muc4 {muc4_file}")
            raise ReadError(f"{path}: no such file; {remedy}")
    files |= given
    return Sources(
        own=tuple(e for name in ("train", "muc4.train") for line in lines(files[name]) for e in own(pieces, line)),
        muc4=tuple(e for line in lines(muc4_file) if line["docid"] not in LEFT_OUT for e in muc4(pieces, line)),
        snippets=tuple(e for line in lines(files["snippets.train"]) for e in snippet(pieces, line)),
        hashes={name: sha256(path.read_bytes()).hexdigest() for name, path in files.items()},
        # An article that several people annotated counts once.
        research=tuple(
            e for line in (lines(research) if research is not None else ()) if line.get("primary", True) for e in polnear(pieces, line)
        ),
    )


_GIVEN = {"muc4": "give the training file of MUC-4", "polnear": "give the training file of PolNeAR"}


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The lines of a file of JSON lines, plain or gzip. One that cannot be read raises `ReadError` with its number."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        read = 0
        try:
            for line in file:
                yield json.loads(line)
                read += 1
        except (ValueError, EOFError, OSError, zlib.error) as error:
            raise ReadError(f"{path}, line {read + 1}: cannot be read ({error}); JSON lines are wanted, plain or gzip") from error
