"""Words -> windows of word pieces: what the encoder reads at a time.

A window holds whole sentences, as many as fit. A sentence that is longer than a window is cut. A word stands for its first piece.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from ascribe.model.reading import Sentence, Token

#: Pieces of a window, the two marks at its ends not counted. Longer ones cost more a piece and the base was trained on 256.
LONGEST = 254
#: A word never takes more pieces: what is longer is no word.
OF_A_WORD = 12


@dataclass(frozen=True, slots=True)
class Window:
    """Some sentences' words: `pieces` are their numbers in the vocabulary, `firsts` where each word's first piece stands."""

    tokens: tuple[Token, ...]
    sentences: tuple[int, ...]  # of each token
    pieces: tuple[int, ...]
    firsts: tuple[int, ...]


class Pieces:
    """The vocabulary of the encoder."""

    def __init__(self, vocabulary: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(vocabulary))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        numbers = self._tokenizer.get_vocab()
        self.marks = (numbers["[CLS]"], numbers["[SEP]"])
        self._unknown = numbers["[UNK]"]

    def of(self, tokens: Sequence[Token]) -> list[list[int]]:
        """The pieces of each token; at least one."""
        if not tokens:
            return []
        encoded = self._tokenizer.encode([token.text for token in tokens], is_pretokenized=True, add_special_tokens=False)
        found: list[list[int]] = [[] for _ in tokens]
        for piece, word in zip(encoded.ids, encoded.word_ids, strict=True):
            if word is not None and len(found[word]) < OF_A_WORD:
                found[word].append(piece)
        return [pieces or [self._unknown] for pieces in found]

    def windows(self, sentences: Sequence[Sentence]) -> Iterator[Window]:
        """The windows of a text, in its order. Every token of every sentence is in one of them."""
        held: list[tuple[Token, int, list[int]]] = []
        size = 0
        for number, sentence in enumerate(sentences):
            rows = [(token, number, its) for token, its in zip(sentence.tokens, self.of(sentence.tokens), strict=True)]
            whole = sum(len(its) for _, _, its in rows)
            for at, row in enumerate(rows):
                needed = whole if at == 0 else len(row[2])  # a sentence begins where all of it fits, if it can
                if held and size + needed > LONGEST:
                    yield self._window(held)
                    held, size = [], 0
                held.append(row)
                size += len(row[2])
        if held:
            yield self._window(held)

    def _window(self, rows: Sequence[tuple[Token, int, list[int]]]) -> Window:
        firsts, pieces = [], [self.marks[0]]
        for _, _, its in rows:
            firsts.append(len(pieces))
            pieces.extend(its)
        tokens, numbers = tuple(token for token, _, _ in rows), tuple(number for _, number, _ in rows)
        return Window(tokens, numbers, (*pieces, self.marks[1]), tuple(firsts))
