"""What a text has said so far: each noun phrase that stands for a party or stands between, with its place and role.

Later words take these up: see `antecedents` for pronouns, `taken_up` for nouns, `coreference` for the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from ascribe.model.lexicon import Roles
from ascribe.model.parties import Kind, Party

SINGULAR = frozenset({"it", "itself"})
PLURAL = frozenset({"they", "them", "themselves"})
PERSONAL = frozenset({"he", "she", "him", "himself", "herself"})
#: Verbs of speaking.
SAYING = frozenset("say add tell announce report state declare note warn insist claim write argue explain remark confess recall".split())
#: How many sentences back a word reaches.
REACH = {"it": 2, "they": 3, "he": 4, "the": 40}


@dataclass(frozen=True, slots=True)
class Mention:
    """One noun phrase that was read: its party if it names one, where it stands, and in which role."""

    party: Party | None
    sentence: int
    weight: int  # 2 subject, 1 object, 0 elsewhere
    plural: bool = False
    is_person: bool = False
    is_voice: bool = False  # a spokesman, a statement: speaks for the party
    says: bool = False  # the subject of a verb of speaking
    quoted: bool = False
    clause: int = -1
    head: str = ""
    verb: str = ""  # the lemma of its clause
    takes_up: bool = False  # the noun or pronoun takes up a party named before: it is what the text is about
    is_main: bool = False  # of a clause that hangs on no other
    human: bool = False  # no party, but somebody: "a captain"
    introduces: bool = False  # "a militia": somebody of whom the text had not spoken


@dataclass(frozen=True, slots=True)
class Asked:
    """A pronoun and where it stands: its clause and role there, the verb's lemma, whether it is quoted and begins its sentence.

    `partitive` is "them" in "one of them"; `speaker` tells who speaks the quotation that it stands in.
    """

    word: str
    sentence: int
    clause: int
    role: int
    verb: str
    quoted: bool = False
    fronted: bool = False
    partitive: bool = False
    speaker: str | None = None
    passive: bool = False
    subject: Party | None = None  # of its clause, where the pronoun itself is not
    against: bool = False  # it stands behind "against"
    told_by: int = -1  # the clause that its clause completes: "X said that it"
    other_than: str | None = None  # the key of a party that it cannot be: "X, which it fought"
    has_taken: bool = False  # its verb has an object that makes it a deed: "took hostages"


@dataclass(frozen=True, slots=True)
class Owned:
    """What a possessive stands before: the possessive, the noun's head, and where it stands.

    `struck` is the subject whose verb does harm to it, or gainsays it: that is not the owner.
    """

    word: str
    head: str
    sentence: int
    clause: int
    quoted: bool
    struck: Party | None = None


@dataclass(slots=True)
class Heard:
    """What has been said so far, the latest last, and what short names the document made."""

    roles: Roles
    mentions: list[Mention] = field(default_factory=list)
    short: dict[str, Party] = field(default_factory=dict)
    surnames: dict[str, Party] = field(default_factory=dict)
    speaker: Party | None = None
    issuer: Party | None = None
    bears: Callable[[Party, Sequence[str]], bool] = field(default=lambda _party, _words: False)  # a name of the party has these words

    def before(self, sentence: int, reach: int) -> Iterator[Mention]:
        """The mentions of this sentence so far, then those before it, the latest first."""
        for mention in reversed(self.mentions):
            if sentence - mention.sentence > reach:
                return
            yield mention

    def subject_of(self, sentence: int, clause: int) -> Party | None:
        """The party that was read as the subject of a clause of the latest sentence."""
        for mention in reversed(self.mentions):
            if mention.sentence != sentence:
                return None
            if mention.clause == clause and mention.weight == 2 and mention.party is not None:
                return mention.party
        return None


def is_known(party: Party) -> bool:
    """The party has an identity: the register's, or a name of its own."""
    name = party.stands_for or (party.name if not party.inferred else "")
    return bool(party.id or party.canonical) or (name[:1].isupper() and party.kind is not Kind.PERSON)


def starts(mention: Mention) -> int:
    """Where its party stands in the text."""
    return mention.party.start if mention.party is not None else -1
