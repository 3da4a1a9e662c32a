"""The learned part: one small encoder over windows of a text, and heads that say what its words are.

The encoder is an ONNX file in int8, the heads a file of arrays; both stand in `knowledge/encoder` beside a manifest with their hashes, and
nothing is loaded whose hash is another. The heads are asked in plain numpy, so that a text costs one run of the encoder a window.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from ascribe.annotate import heads
from ascribe.annotate.windows import Pieces, Window
from ascribe.errors import BackendError
from ascribe.model.marks import CueMark, EventMark, FillerMark, Marks, RoleMark
from ascribe.model.reading import Reading
from ascribe.model.text import Span

Array = NDArray[np.float32]
#: A window and a word in it, by number.
Place = tuple[int, int]
FILES = ("encoder.onnx", "heads.npz", "vocabulary.json")
#: Words that begin a stretch with at least this chance are handed on. Whoever uses them sets a threshold of its own.
LEAST = {"event": 0.2, "cue": 0.15, **dict.fromkeys(heads.FILLERS, 0.08)}
#: Words that play a role to another with at least this chance.
LEAST_ROLE = 0.35
#: Of what is attributed on both sides of a cue, the lesser side counts from this share of the other on.
LEAST_SHARE = 0.1
#: Of cues that make a claim of what is named elsewhere with at least this chance it is asked which event that is, and who plays a role.
LEAST_ELSEWHERE = 0.2
#: How many marks behind one are compared with it: the work must not grow with the square of a long text.
REACH = 120


class Encoder:
    """The step that marks a reading with what the encoder finds. `gate`: whether a text is worth the time; without one every text is.

    `fillers`: whether the roles of MUC-4 are marked, too. Claims do without, and it costs time.
    """

    def __init__(self, folder: Path, gate: Callable[[Reading], bool] | None = None, *, fillers: bool = False) -> None:
        self.manifest = verified(folder)
        self._gate, self._fillers = gate, fillers
        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = ort.InferenceSession(str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"])
        with np.load(folder / "heads.npz") as arrays:
            self._heads = _by_head({name: arrays[name].astype(np.float32) for name in arrays.files})
        self._threads = ThreadpoolController()
        self._pieces = Pieces(folder / "vocabulary.json")

    def __call__(self, reading: Reading) -> Reading:
        """The reading with its marks. A text that is not English, or that the gate holds back, has none."""
        if reading.document.language not in {None, "en"} or (self._gate is not None and not self._gate(reading)):
            return reading
        with self._threads.limit(limits=1):  # many processes share the work, not many threads
            return replace(reading, marks=self.marks(reading))

    def marks(self, reading: Reading) -> Marks:
        """What the encoder finds in the sentences of this reading."""
        windows = list(self._pieces.windows(reading.sentences))
        if not windows:
            return Marks()
        found = [_Window(window, self._vectors(window), self._heads, number) for number, window in enumerate(windows)]
        events = [placed for each in found for placed in each.events()]
        cues = [placed for each in found for placed in each.cues()]
        fillers = [placed for each in found for placed in each.fillers()] if self._fillers else []
        wholes = [each.whole() for each in found]
        at = {"event": [at for _, at in events], "cue": [at for _, at in cues], "filler": [at for _, at in fillers]}
        telling = {number for number, (cue, _) in enumerate(cues) if cue.elsewhere >= LEAST_ELSEWHERE}
        return Marks(
            events=tuple(mark for mark, _ in events),
            cues=tuple(mark for mark, _ in cues),
            fillers=tuple(mark for mark, _ in fillers),
            same=self._pairs("event", at, found),
            together=self._pairs("filler", at, found),
            said=self._pairs("said", at, found),
            about=self._pairs("about", at, found, telling),
            incident=tuple(whole["incident"] for whole in wholes),
            claims=tuple(whole["claims"] for whole in wholes),
            whole=wholes[0],
        )

    def _vectors(self, window: Window) -> Array:
        pieces = np.asarray([window.pieces], dtype=np.int64)
        (hidden,) = self._session.run(None, {"pieces": pieces})
        words: Array = np.asarray(hidden)[0][list(window.firsts)]
        return words

    def _pairs(
        self, name: str, places: Mapping[str, Sequence[Place]], windows: Sequence[_Window], asked: Container[int] | None = None
    ) -> Mapping[tuple[int, int], float]:
        """For every two marks that are near enough (`REACH`), the chance that they belong together.

        Marks of one kind are compared with those behind them, a cue with the event words on both sides. Distances count through windows,
        as if they were one. `asked`: the numbers of the first ones that are asked, if not all.
        """
        firsts, seconds = (places[kind] for kind in heads.PAIRS[name])
        weights = self._heads[f"pairs.{name}"]
        if not firsts or not seconds:
            return {}
        begins = np.cumsum([0, *(len(window.words) for window in windows)])
        alike = "other.weight" not in weights
        at, other_at = (np.asarray([begins[window] + word for window, word in every]) for every in (firsts, seconds))
        words, others = (
            np.stack([windows[window].words[word] for window, word in every]) @ weights[f"{layer}.weight"].T + weights[f"{layer}.bias"]
            for every, layer in ((firsts, "word"), (seconds, "word" if alike else "other"))
        )
        found: dict[tuple[int, int], float] = {}
        for one in range(len(firsts)):
            if asked is not None and one not in asked:
                continue
            begin = one + 1 if alike else max(0, int(np.searchsorted(other_at, at[one])) - REACH // 2)
            near = slice(begin, begin + REACH)
            a, b = words[one], others[near]
            told = np.concatenate([a + b, a * b, np.abs(a - b)], axis=-1)
            mixed = told @ weights["mix.weight"].T + weights["mix.bias"]
            mixed = np.maximum(mixed + weights["distance.weight"][_drawers(other_at[near] - at[one])], 0)
            scores = mixed @ weights["out.weight"].T + weights["out.bias"]
            found |= {(one, begin + n): chance for n, chance in enumerate(_sigmoid(scores[:, 0]).tolist())}
        return found


def _by_head(arrays: Mapping[str, Array]) -> dict[str, dict[str, Array]]:
    """The weights of each head by its name ("pairs.said"), with the names that they have in it ("word.bias").

    The heads of words and of windows, which are one layer each, stand under "".
    """
    found: dict[str, dict[str, Array]] = {}
    for name, array in arrays.items():
        *head, layer, kind = name.split(".")
        found.setdefault(".".join(head), {})[f"{layer}.{kind}"] = array
    return found


def verified(folder: Path) -> dict[str, Any]:
    """The manifest of the weights in a folder, when every file is what it says and fits these heads. `BackendError` otherwise."""
    path = folder / "manifest.json"
    remedy = "install ascribe again, or train your own anew, or use --engine fast"
    if not path.exists():
        raise BackendError(f"there is no encoder in {folder} (its manifest.json is missing); --engine fast does without")
    try:
        manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        hashes = {name: manifest["files"][name] for name in FILES}
    except (ValueError, KeyError, TypeError) as error:
        raise BackendError(f"{path} is no manifest of an encoder; {remedy}") from error
    for name, expected in hashes.items():
        file = folder / name
        if not file.exists() or sha256(file.read_bytes()).hexdigest() != expected:
            raise BackendError(f"{file} is not the file that its manifest names; {remedy}")
    if manifest.get("heads") != heads.LAYOUT:
        raise BackendError(f"the encoder in {folder} was made for another version of ascribe; {remedy}")
    return manifest


class _Window:
    """One window's words with what the heads say of them."""

    def __init__(self, window: Window, words: Array, by_head: Mapping[str, Mapping[str, Array]], number: int) -> None:
        self.window, self.words, self.by_head, self.number = window, words, by_head, number
        weights = by_head[""]
        self.rows = words @ weights["word.weight"].T + weights["word.bias"]
        pooled = words.mean(axis=0)
        self.pooled = pooled @ weights["whole.weight"].T + weights["whole.bias"]

    def events(self) -> list[tuple[EventMark, Place]]:
        """The event marks, each with its window and word."""
        stretches = list(self._stretches("event"))
        firsts = [first for first, _, _ in stretches]
        chosen = {name: self._choices(name, firsts) for name in _OF_EVENTS}
        tactics, told = self._several("tactics", firsts), self._several("told", firsts)
        made = []
        for at, ((first, last, chance), roles) in enumerate(zip(stretches, self._anchored("event", firsts), strict=True)):
            choices = {name: rows[at] for name, rows in chosen.items()}
            span, sentence = self._span(first, last), self.window.sentences[first]
            mark = EventMark(span, sentence, chance, choices, tactics[at], told[at]["told"], roles)
            made.append((mark, (self.number, first)))
        return made

    def cues(self) -> list[tuple[CueMark, Place]]:
        """The marks of cues, each with its window and word."""
        stretches = list(self._stretches("cue"))
        firsts = [first for first, _, _ in stretches]
        chosen = {name: self._choices(head, firsts) for head, name in heads.AT_CUES.items()}
        tells = self._several("tells", firsts)
        telling = [first for first, told in zip(firsts, tells, strict=True) if told["elsewhere"] >= LEAST_ELSEWHERE]
        claimed = dict(zip(telling, self._anchored("event", telling), strict=True))
        made = []
        for at, ((first, last, chance), roles) in enumerate(zip(stretches, self._anchored("cue", firsts), strict=True)):
            choices = {name: rows[at] for name, rows in chosen.items()}
            span, sentence = self._span(first, last), self.window.sentences[first]
            mark = CueMark(span, sentence, chance, tells[at]["elsewhere"], choices, roles, claimed.get(first, ()))
            made.append((mark, (self.number, first)))
        return made

    def fillers(self) -> list[tuple[FillerMark, Place]]:
        """The marks of fillers, each with its window and word, in the order of the text: pairs are asked, as they were learnt, forwards."""
        made = []
        for role in heads.FILLERS:
            stretches = list(self._stretches(role))
            firsts = [first for first, _, _ in stretches]
            incident, firm = self._choices("incident", firsts), self._choices("firmness", firsts)
            for at, (first, last, chance) in enumerate(stretches):
                made.append((FillerMark(role, self._span(first, last), self.number, chance, incident[at], firm[at]), (self.number, first)))
        return sorted(made, key=lambda placed: placed[1])

    def whole(self) -> dict[str, float]:
        found: dict[str, float] = {}
        for name, labels in heads.WHOLE.items():
            chances = _sigmoid(self.pooled[heads.WHOLE_COLUMNS[f"whole {name}"]])
            found |= dict(zip(labels, map(float, chances), strict=True))
        for name, labels in heads.WHOLE_CHOICES.items():
            chances = _softmax(self.pooled[heads.WHOLE_COLUMNS[f"choice {name}"]])
            found |= {f"{name} {label}": float(chance) for label, chance in zip(labels, chances, strict=True)}
        return found

    # heads

    def _stretches(self, name: str) -> list[tuple[int, int, float]]:
        """(first word, last word, chance) of each stretch: it begins where B is likely enough, and goes on while I beats B and none."""
        chances = _softmax(self.rows[:, heads.WORD_COLUMNS[f"tag {name}"]])
        found = []
        at = 0
        while at < len(chances):
            begins = chances[at, 1] if chances[at, 1] >= chances[at, 2] else chances[at, 1] + chances[at, 2]
            if begins < LEAST[name]:
                at += 1
                continue
            last = at
            while last + 1 < len(chances) and chances[last + 1, 2] > max(chances[last + 1, 0], chances[last + 1, 1]):
                last += 1
            found.append((at, last, float(begins)))
            at = last + 1
        return found

    def _choices(self, name: str, words: Sequence[int]) -> list[dict[str, float]]:
        """The chance of each label, for each of these words."""
        rows = _softmax(self.rows[list(words), heads.WORD_COLUMNS[f"choice {name}"]]).tolist()
        return [dict(zip(heads.CHOICES[name], row, strict=True)) for row in rows]

    def _several(self, name: str, words: Sequence[int]) -> list[dict[str, float]]:
        """The chance of each label for itself, for each of these words."""
        rows = _sigmoid(self.rows[list(words), heads.WORD_COLUMNS[f"several {name}"]]).tolist()
        return [dict(zip(heads.SEVERAL[name], row, strict=True)) for row in rows]

    def _anchored(self, name: str, anchors: Sequence[int]) -> list[tuple[RoleMark, ...]]:
        """For each anchor the stretches of words that play a role to it."""
        if not anchors:
            return []
        weights = self.by_head[f"anchored.{name}"]
        words = self.words @ weights["word.weight"].T + weights["word.bias"]
        mine = self.words[list(anchors)] @ weights["anchor.weight"].T + weights["anchor.bias"]
        apart = _drawers(np.arange(len(words))[None] - np.asarray(anchors)[:, None])
        mixed = weights["distance.weight"][apart]
        mixed += words[None]
        mixed += mine[:, None]
        np.maximum(mixed, 0, out=mixed)
        chances = _sigmoid(mixed @ weights["out.weight"].T + weights["out.bias"])
        roles = heads.ANCHORED[name]
        if name != "cue":
            return [tuple(self._runs(roles, mine_)) for mine_ in chances]
        source, content = roles.index("source"), roles.index("content")
        return [
            (*self._runs(("source",), mine_[:, [source]]), *self._content(anchor, mine_[:, content]))
            for anchor, mine_ in zip(anchors, chances, strict=True)
        ]

    def _content(self, cue: int, chances: Array) -> tuple[RoleMark, ...]:
        """What is attributed: on each side of the cue the one stretch for which most speaks, so that a doubtful word within tears none.

        Each word counts by how much its odds are above those of `LEAST_ROLE`. A side for which far less speaks than for the other is none.
        """
        above = _log_odds(chances) - _ODDS_OF_A_ROLE
        sides = ((first, _fullest(above[first:stop])) for first, stop in ((0, cue), (cue + 1, len(above))))
        pieces = [(total, first + begin, first + end) for first, (total, begin, end) in sides if total > 0]
        least = LEAST_SHARE * max((total for total, _, _ in pieces), default=0.0)
        kept = [(begin, end) for total, begin, end in pieces if total >= least]
        return tuple(RoleMark("content", self._span(begin, end - 1), float(chances[begin:end].max())) for begin, end in kept)

    def _runs(self, roles: Sequence[str], chances: Array) -> list[RoleMark]:
        """Stretches of words that are likely enough in one role; `chances` is words x roles."""
        inside = chances >= LEAST_ROLE
        edges = np.diff(np.pad(inside, ((1, 1), (0, 0))).astype(np.int8), axis=0)
        found: list[RoleMark] = []
        for column in np.flatnonzero(inside.any(axis=0)).tolist():
            begins, ends = np.flatnonzero(edges[:, column] == 1), np.flatnonzero(edges[:, column] == -1)
            found.extend(
                RoleMark(roles[column], self._span(first, stop - 1), float(chances[first:stop, column].max()))
                for first, stop in zip(begins.tolist(), ends.tolist(), strict=True)
            )
        return found

    def _span(self, first: int, last: int) -> Span:
        return Span(self.window.tokens[first].start, self.window.tokens[last].end)


_OF_EVENTS = ("type", "mode", "granularity", "modality", "stance", "certainty", "contests", "voice")
_DRAWERS = np.asarray(heads.ALL_DRAWERS)


def _drawers(distances: NDArray[np.int64]) -> NDArray[np.int64]:
    return _DRAWERS[np.clip(distances, -heads.FAR, heads.FAR) + heads.FAR]


def _fullest(scores: Array) -> tuple[float, int, int]:
    """The stretch whose scores add up to most: its sum, where it begins, where it ends. (0, 0, 0) where every score is below zero."""
    best, total, begin = (0.0, 0, 0), 0.0, 0
    for at, score in enumerate(scores.tolist()):
        if total <= 0:
            total, begin = 0.0, at
        total += score
        if total > best[0]:
            best = (total, begin, at + 1)
    return best


def _log_odds(chances: Array) -> Array:
    bounded = np.clip(chances, 1e-4, 1 - 1e-4)
    odds: Array = np.log(bounded / (1 - bounded))
    return odds


_ODDS_OF_A_ROLE = float(_log_odds(np.asarray(LEAST_ROLE, dtype=np.float32)))


def _softmax(scores: Array) -> Array:
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    chances: Array = raised / raised.sum(axis=-1, keepdims=True)
    return chances


def _sigmoid(scores: Array) -> Array:
    chances: Array = np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))), dtype=np.float32)
    return chances
