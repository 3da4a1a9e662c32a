"""Every attribution of a text, whatever it is about: source, cue, content.

Rules. A verb that attributes hands what it takes to its subject: a clause behind it, an infinitive, an object, or, where it comes last,
what stands before it. The source is the whole noun phrase with its apposition; the cue the verb with its auxiliaries and its
preposition; the content reaches to the end of the clause, and of a quotation to its closing mark, also sentences on. A quotation that
follows in the same paragraph without a speaker of its own is the same speaker's. "According to X" hands its sentence to X. "Seems" and
"is expected" attribute and name nobody.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace

from ascribe.extract.attribution import accordings
from ascribe.extract.cued import sure_cues, together
from ascribe.extract.quotations import quotations
from ascribe.extract.scene import Scene, scenes
from ascribe.extract.scope import inverted, said, trails
from ascribe.extract.speakers import subjects
from ascribe.model.decisions import Choice
from ascribe.model.grammar import Clause, Phrase
from ascribe.model.lexicon import AttributionWords, Words
from ascribe.model.reading import Reading
from ascribe.model.sayings import Saying
from ascribe.model.text import Span

_MARKS = frozenset("\"“”«»„'")
_HEARERS = frozenset(
    "tell inform assure remind convince persuade notify brief ask urge warn advise order request instruct encourage invite beg".split()
)


class Sayings:
    """The step that finds every attribution of a reading."""

    def __init__(self, words: Words, choice: Choice | None = None) -> None:
        self.words = words
        self.least = (choice or Choice()).cue

    def __call__(self, reading: Reading) -> Reading:
        """The reading with its sayings, in the order of their cues."""
        if reading.document.language not in {None, "en"}:
            return reading
        quoted = quotations(reading.document.text)
        found: list[Saying] = []
        cues = sure_cues(reading.marks, self.least) if reading.marks is not None else ()
        for scene in scenes(reading, self.words):
            here = tuple(cue for cue in cues if scene.sentence.start <= cue.start < scene.sentence.end)
            found.extend(_Finder(scene, self.words.attribution, quoted, here).find())
        if reading.marks is not None:
            found = list(together(found, reading.marks, reading.document.text, self.least))
        found.sort(key=_place)
        return replace(reading, sayings=tuple(_gone_on(reading, found, quoted)))


def _place(saying: Saying) -> tuple[int, int]:
    return (saying.cue or saying.content)[0].start, saying.content[0].start


@dataclass(slots=True)
class _Finder:
    """Finds the attributions of one sentence."""

    scene: Scene
    words: AttributionWords
    quoted: tuple[Span, ...]
    marked: tuple[Span, ...] = ()  # cues that the encoder found in this sentence

    def find(self) -> Iterator[Saying]:
        for number, clause in enumerate(self.scene.parse.clauses):
            saying = self.of_clause(number, clause)
            if saying is not None:
                yield saying
        yield from self.according_to()
        yield from self.adverbs()

    # --- verbs --------------------------------------------------------------------------------------------------------

    def of_clause(self, number: int, clause: Clause) -> Saying | None:
        verb = self.scene.phrase(clause.verb)
        if verb.passive and verb.lemma in self.words.passive:
            return self.passive(clause, verb)
        if verb.lemma in self.words.appear:
            return self.appearing(clause, verb)
        known = any(verb.lemma in listed for listed in (self.words.clause, self.words.wish, self.words.object, self.words.phrasal))
        if not known and not self.is_marked(verb):
            return None
        if verb.passive or (verb.form == "participle" and clause.link == "participle"):
            return None
        behind = inverted(self.scene, clause)
        if self.takes(verb, self.words.clause) and (behind is not None or trails(self.scene, clause)):
            content = self.before(clause, behind)
            if content:
                source = self.noun_phrase(behind) if behind is not None else self.source(number, clause)
                return Saying(source, (self.cue(clause, verb, ()),), content)
        return self.leading(number, clause, verb)

    def leading(self, number: int, clause: Clause, verb: Phrase) -> Saying | None:
        """The content stands behind the verb: a clause, a wish, an object."""
        scene, tokens = self.scene, self.scene.tokens
        particle = self.particle(verb)
        first = verb.end + len(particle)
        if particle:
            content = self.to_end(clause, first)
        else:
            place = self.past_hearer(clause, verb)
            word = tokens[place].lower if place < len(tokens) else ""
            starts_clause = word in {"that", "whether", "if", "how", "why", "what", "who", "where", "when"}
            if self.takes(verb, self.words.clause) and (starts_clause or self.opens_quote(place) or self.plain_clause(clause, place)):
                if self.opens_quote(place) and tokens[place].text in {",", ":"}:
                    place += 1
                content = self.to_end(clause, place)
            elif self.takes(verb, self.words.wish) and word == "to":
                content = self.to_end(clause, place)
            elif self.takes(verb, self.words.object) and clause.objects and min(clause.objects) > clause.verb:
                content = self.to_end(clause, scene.phrase(min(clause.objects)).start)
            elif self.takes(verb, self.words.object) and self.is_deed(place):
                content = self.to_end(clause, place)
            else:
                return None
        if not content:
            return None
        return Saying(self.source(number, clause), (self.cue(clause, verb, particle),), content)

    def takes(self, verb: Phrase, listed: Container[str]) -> bool:
        """The verb is in this list, or the encoder marks it as a cue: then it may take whatever stands behind it."""
        return verb.lemma in listed or self.is_marked(verb)

    def is_marked(self, verb: Phrase) -> bool:
        """The encoder marks this verb as a cue."""
        start, end = self.scene.tokens[verb.start].start, self.scene.tokens[verb.end - 1].end
        return any(cue.start < end and start < cue.end for cue in self.marked)

    def is_deed(self, place: int) -> bool:
        """An -ing begins at this token: "denied closing the bridge"."""
        return any(phrase.kind == "VG" and phrase.form == "ing" and phrase.start == place for phrase in self.scene.parse.phrases)

    def passive(self, clause: Clause, verb: Phrase) -> Saying | None:
        """As in "Is expected to", "was reported that": nobody is named, or whoever stands behind "by"."""
        tokens = self.scene.tokens
        if verb.end >= len(tokens) or tokens[verb.end].lower not in {"to", "that", "as"}:
            return None
        return self.by_nobody(clause, verb, with_subject=tokens[verb.end].lower != "that")

    def appearing(self, clause: Clause, verb: Phrase) -> Saying | None:
        """As in "Seems to"."""
        tokens = self.scene.tokens
        if verb.end >= len(tokens) or tokens[verb.end].text in {",", ".", ";"}:
            return None
        return self.by_nobody(clause, verb, with_subject=True)

    def by_nobody(self, clause: Clause, verb: Phrase, *, with_subject: bool) -> Saying | None:
        """What stands behind the verb, and before it if the verb is of its subject: "*the army* is expected *to withdraw*"."""
        content = self.to_end(clause, verb.end)
        before = [at for at in clause.subjects if at < clause.verb] if with_subject else []
        subject = [self.noun_phrase(before[-1])] if before else []
        return Saying(None, (self.cue(clause, verb, ()),), (*subject, *content)) if content else None

    # --- speakers without a verb --------------------------------------------------------------------------------------

    def according_to(self) -> Iterator[Saying]:
        tokens, scene = self.scene.tokens, self.scene
        for at, phrase in accordings(scene):
            source = self.noun_phrase(phrase)
            before = self.stripped(scene.sentence.start, tokens[at].start)
            behind = self.stripped(source.end, scene.sentence.end)
            content = before if at > 1 else behind
            if content is not None:
                yield Saying(source, (Span(tokens[at].start, tokens[at + 1].end),), (content,))

    def adverbs(self) -> Iterator[Saying]:
        """As in "Allegedly": what the clause of the adverb says."""
        scene = self.scene
        for clause in scene.parse.clauses:
            verb = scene.phrase(clause.verb)
            around = range(max(0, verb.start - 1), min(len(scene.tokens), verb.end + 1))
            adverb = next((at for at in around if scene.tokens[at].lower in self.words.adverbs), None)
            if adverb is None:
                continue
            whole = [at for at in clause.subjects if at < clause.verb]
            begin = scene.extent(whole[0])[0] if whole else scene.tokens[min(verb.start, adverb)].start
            cue = Span(scene.tokens[adverb].start, scene.tokens[adverb].end)
            end = self.end_of(clause)
            pieces = tuple(p for p in (self.stripped(begin, cue.start), self.stripped(cue.end, end)) if p is not None)
            if pieces:
                yield Saying(None, (cue,), pieces)

    # --- source -------------------------------------------------------------------------------------------------------

    def source(self, number: int, clause: Clause) -> Span | None:
        """Who the subject is: its own, or that of the clause it hangs on."""
        seen = {number}
        while True:
            before = [at for at in subjects(self.scene, clause) if at < clause.verb]
            if before:
                return self.noun_phrase(before[0])
            relative = self.relative(clause)
            if relative is not None:
                return relative
            if clause.parent is None or clause.parent in seen:
                return None
            seen.add(clause.parent)
            clause = self.scene.parse.clauses[clause.parent]

    def relative(self, clause: Clause) -> Span | None:
        at = clause.verb - 1
        while at >= 0 and self.scene.phrase(at).kind == "RB":
            at -= 1
        if at >= 0 and self.scene.phrase(at).kind == "WH":
            return Span(*self.scene.extent(at))
        return None

    def noun_phrase(self, at: int) -> Span:
        """A noun phrase with what hangs on it: "a spokesman for the army", "Colonel Diop, an army spokesman,"."""
        scene, phrases = self.scene, self.scene.parse.phrases
        start, end = scene.extent(at)
        while (
            at >= 2 and phrases[at - 1].kind == "P" and phrases[at - 2].kind == "NP" and scene.preposition(at - 1) in {"of", "for", "from"}
        ):
            at -= 2
            start = scene.extent(at)[0]
        last = self.chained(at)
        end = max(end, scene.extent(last)[1])
        if last + 2 < len(phrases) and scene.is_comma(last + 1) and phrases[last + 2].kind == "NP":
            apposed = self.chained(last + 2)
            first = scene.tokens[phrases[last + 2].start]
            is_role = scene.parse.tags[phrases[last + 2].head] in {"NN", "NNS"} or first.lower in {"a", "an", "the"}
            if apposed + 1 < len(phrases) and scene.is_comma(apposed + 1) and is_role:
                end = scene.extent(apposed + 1)[1]
            elif apposed + 1 >= len(phrases) - 1 and is_role:
                end = scene.extent(apposed)[1]
        return Span(start, end)

    def chained(self, at: int) -> int:
        """The last phrase of "the head of the office in Bunia"."""
        phrases = self.scene.parse.phrases
        while (
            at + 2 < len(phrases)
            and phrases[at + 1].kind == "P"
            and phrases[at + 2].kind == "NP"
            and self.scene.preposition(at + 1) in _TIES
        ):
            at += 2
        return at

    # --- cue ----------------------------------------------------------------------------------------------------------

    def cue(self, clause: Clause, verb: Phrase, particle: tuple[str, ...]) -> Span:
        """The verb with its auxiliaries, the adverb before it and the words that make it."""
        first, tokens = verb.start, self.scene.tokens
        before = clause.verb - 1
        if before >= 0 and self.scene.phrase(before).kind == "RB" and tokens[self.scene.phrase(before).start].lower.isalpha():
            first = self.scene.phrase(before).start
        return Span(tokens[first].start, tokens[verb.end + len(particle) - 1].end)

    def particle(self, verb: Phrase) -> tuple[str, ...]:
        """The words behind the verb with which it attributes: "for" of "called for"."""
        tokens = self.scene.tokens
        for words in self.words.phrasal.get(verb.lemma, ()):
            behind = tuple(token.lower for token in tokens[verb.end : verb.end + len(words)])
            if behind == words and verb.end + len(words) < len(tokens):
                return words
        return ()

    # --- content ------------------------------------------------------------------------------------------------------

    def past_hearer(self, clause: Clause, verb: Phrase) -> int:
        """The token behind the verb and those who are told, and behind words of time and place: "told reporters on Monday that"."""
        scene, phrases = self.scene, self.scene.parse.phrases
        at = clause.verb + 1
        if verb.lemma in _HEARERS and at < len(phrases) and phrases[at].kind == "NP":
            at += 1
        while at < len(phrases) and phrases[at].kind in {"TM", "RB"}:
            at += 1
        probe = at
        while probe + 1 < len(phrases) and phrases[probe].kind == "P" and phrases[probe + 1].kind in {"NP", "TM"}:
            probe += 2
            if probe < len(phrases) and (phrases[probe].kind == "SUB" or self.opens_quote(phrases[probe].start)):
                return phrases[probe].start
        return phrases[at].start if at < len(phrases) else len(scene.tokens)

    def opens_quote(self, at: int) -> bool:
        """A quotation begins here, or behind a comma or a colon."""
        tokens = self.scene.tokens
        if at < len(tokens) and tokens[at].text in {",", ":"}:
            at += 1
        return at < len(tokens) and any(span.start == tokens[at].start for span in self.quoted)

    def plain_clause(self, clause: Clause, place: int) -> bool:
        """A clause without "that" begins at this token: "said the army had withdrawn"."""
        scene = self.scene
        for other in scene.parse.clauses:
            if other.verb <= clause.verb or scene.phrase(other.verb).form != "finite" or other.link == "relative":
                continue
            first = min([at for at in other.subjects if at > clause.verb], default=None)
            if first is not None and place <= scene.phrase(first).start <= place + 12:
                between = scene.tokens[place : scene.phrase(first).start]
                return not any(token.text in {";", ",", "and", "but", "while"} for token in between)
        return False

    def before(self, clause: Clause, behind: int | None) -> tuple[Span, ...]:
        """What stands before the speaker, and what of it goes on behind."""
        scene, tokens = self.scene, self.scene.tokens
        begin, _ = said(scene, clause, True)
        places = [at for at in clause.subjects if at < clause.verb] if behind is None else []
        first = min([self.noun_phrase(at).start for at in places] + [tokens[scene.phrase(clause.verb).start].start])
        content = self.stripped(begin, first)
        if content is None:
            return ()
        pieces = [self.whole_quotation(content)]
        last = scene.phrase(behind if behind is not None else clause.verb).end
        for at in range(last, len(tokens)):
            if any(span.start == tokens[at].start for span in self.quoted):
                pieces.append(self.whole_quotation(Span(tokens[at].start, tokens[at].end)))
                break
        else:
            if last < len(tokens) and tokens[last].text == "," and len(tokens) - last > 5 and not tokens[last + 1].lower.endswith("ing"):
                rest = self.stripped(tokens[last].end, scene.sentence.end)
                pieces += [rest] if rest is not None else []
        return tuple(pieces)

    def whole_quotation(self, content: Span) -> Span:
        """The stretch with all of a quotation that it lies in, or that it begins or ends in."""
        start, end = content.start, content.end
        for span in self.quoted:
            if span.start < content.end and content.start < span.end:
                start = min(start, span.start) if span.start < content.start < span.end else start
                end = max(end, span.end) if span.start < content.end < span.end or span.start == content.start else end
        return Span(start, end)

    def to_end(self, clause: Clause, first: int) -> tuple[Span, ...]:
        """From this token to where the words end."""
        tokens = self.scene.tokens
        if first >= len(tokens):
            return ()
        content = self.stripped(tokens[first].start, self.end_of(clause))
        return (self.whole_quotation(content),) if content is not None else ()

    def end_of(self, clause: Clause) -> int:
        """Where the words behind a verb end: the sentence, or "according to", or the next speaker, or the end of a relative clause."""
        scene = self.scene
        _, end = said(scene, clause, False)
        last = scene.phrase(clause.verb).end
        for at in range(last, len(scene.tokens) - 1):
            token = scene.tokens[at]
            if token.start >= end:
                break
            if token.text == "," and scene.tokens[at + 1].lower == "according":
                return token.start
            if token.text == "," and clause.link == "relative" and at > last + 1:
                return token.start
            if token.text == "," and at > last and self.speaks_at(at + 1, clause):
                return token.start
        return end

    def speaks_at(self, at: int, own: Clause) -> bool:
        """Another clause that attributes begins here: ", saying", "and added"."""
        scene = self.scene
        if scene.tokens[at].lower in {"and", "but", "while", "as"} and at + 1 < len(scene.tokens):
            at += 1
        for clause in scene.parse.clauses:
            verb = scene.phrase(clause.verb)
            starts = min([verb.start, *(scene.phrase(s).start for s in clause.subjects if s < clause.verb)])
            if clause is not own and verb.lemma in self.words.clause and verb.form in {"ing", "finite"} and at in {verb.start, starts}:
                return True
        return False

    def stripped(self, start: int, end: int) -> Span | None:
        """The stretch without blanks, commas and full stops at its edges; marks of quotation stay."""
        text = self.scene.reading.document.text
        while start < end and (text[start].isspace() or text[start] in ",;:-–—"):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.-–—"):
            end -= 1
        if start < end and end < len(text) and text[end] in ",." and text[end + 1 : end + 2] in _MARKS:
            end += 2  # a mark behind the comma closes the quotation
        return Span(start, end) if end - start > 1 else None


_TIES = frozenset({"of", "for", "from", "at", "in", "with"})


def _gone_on(reading: Reading, found: list[Saying], quoted: tuple[Span, ...]) -> Iterator[Saying]:
    """Quotations that follow without a speaker of their own, given to the one before in the same paragraph."""
    text = reading.document.text
    starts = [span.start for span in quoted]
    spoken = {at for saying in found for piece in saying.content for at, span in enumerate(quoted) if piece.overlaps(span)}
    for saying in found:
        last = max(piece.end for piece in (*saying.content, *saying.cue))
        at = bisect_right(starts, last - 1)
        is_quote = any(piece.overlaps(span) for piece in saying.content for span in quoted)
        if is_quote and at < len(quoted) and at not in spoken and not text[last : quoted[at].start].strip(' .,;:’”"'):
            spoken.add(at)
            saying = replace(saying, content=(*saying.content, quoted[at]))
        yield saying
