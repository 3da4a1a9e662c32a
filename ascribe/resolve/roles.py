"""What a noun says of somebody: gunmen, officials, a general, the members of a group, an organisation by its head word.

Rules.
1. What belongs to a party and speaks or fights for it stands for it: its fighters, its spokesman, "the army's Fourth Division", "BLA
gunmen". Its people, its victims, its prisoners do not; nor does a station or a paper, whoever owns it.
2. A person with a title carries the body that the title names; a person without one is a person, and is never looked up.
3. An organisation that the register does not know has the kind that its head word says.
4. People of a faith or a people are civilians, unless armed words stand beside them.
"""

from __future__ import annotations

from dataclasses import replace

from ascribe.model.lexicon import Roles
from ascribe.model.parties import STATE, Kind, Party
from ascribe.resolve.nations import Nations
from ascribe.resolve.nouns import BOTH, GATHERING, POSSESSIVES, REBEL, Noun, is_patron

_R, _S, _G, _N, _M, _U = Kind.REBEL_GROUP, Kind.STATE_FORCES, Kind.GOVERNMENT, Kind.NGO, Kind.MEDIA, Kind.UNKNOWN
#: Head word of a name -> the kind of organisation. Source: general knowledge.
ORGANISATIONS = {
    "front": _R, "brigade": _R, "brigades": _R, "army": _R, "movement": _R, "column": _R, "jihad": _R, "party": _U, "council": _U,
    "committee": _U, "ministry": _G, "commission": _U, "union": _U, "network": _N, "observatory": _N, "forces": _S, "battalion": _S,
    "group": _U, "agency": _U, "association": _N, "command": _S, "organisation": _U, "organization": _U, "centre": _N, "center": _N,
    "institute": _N, "guard": _S, "guards": _S, "police": _S, "force": _S, "watch": _N, "rights": _N, "cartel": Kind.CRIMINAL_GROUP,
    "coalition": _U, "alliance": _U, "federation": _U, "mission": Kind.IGO, "crescent": _N, "cross": _N, "radio": _M, "news": _M,
    "times": _M, "post": _M, "gazette": _M, "herald": _M, "tribune": _M, "bureau": _U, "office": _U, "division": _S, "regiment": _S,
    "corps": _S, "squad": _U, "congress": _U, "parliament": _G, "court": _G, "hospital": Kind.CIVILIANS, "directorate": _S,
    "defenders": _N, "clan": Kind.IDENTITY_MILITIA, "militia": Kind.POLITICAL_MILITIA, "service": _S, "patrol": _S, "rangers": _S,
    "rifles": _S, "league": _U, "society": _N, "foundation": _N, "tribunal": Kind.IGO, "assembly": _G, "senate": _G, "department": _G,
    "authority": _G, "cabinet": _G, "navy": _S, "intelligence": _S, "secretariat": _U, "chamber": _U, "company": Kind.BUSINESS,
    "corporation": Kind.BUSINESS, "church": Kind.RELIGIOUS, "university": Kind.CIVILIANS, "tv": _M, "television": _M, "fighters": _R,
    "rebels": _R, "guerrillas": _R, "resistance": _R, "militants": _R, "insurgents": _R, "troops": _S, "soldiers": _S, "gunmen": _U,
    "militiamen": Kind.POLITICAL_MILITIA, "vigilantes": Kind.POLITICAL_MILITIA, "tribesmen": Kind.IDENTITY_MILITIA,
}  # fmt: skip
#: Words in an organisation's name that say that it is no arm of a state.
_NOT_STATE = frozenset(
    "liberation people's peoples' patriotic popular democratic revolutionary resistance united front salvation salvationist freedom "
    "islamic".split()
)
#: Title -> the body that its bearer speaks for.
_TITLES = {
    word: body
    for words, body in (
        (
            "president minister premier prime governor mayor senator ambassador envoy chancellor king emir sultan deputy secretary vice",
            (_G, "government"),
        ),
        ("prosecutor judge congressman undersecretary prefect", (_G, "government")),
        (
            "general gen lieutenant lt colonel col maj major captain capt sergeant sgt brigadier brig adm admiral corporal cpl marshal",
            (_S, "forces"),
        ),
        ("cmdr private pvt", (_S, "forces")),
        ("inspector insp superintendent constable commissioner sheriff", (_S, "police")),
    )
    for word in words.split()
}
CLERICS = frozenset("bishop archbishop pope cardinal father rev reverend imam rabbi ayatollah mullah maulana sister".split())
_FORMER = frozenset({"former", "ex-", "retired", "late", "ousted", "deposed", "ex"})
#: Nouns that speak in the name of whom they belong to, beyond those listed in roles.toml.
OFFICES = frozenset("office offices headquarters press-office".split())
#: What belongs to an armed party and is it.
ARMS = frozenset(
    "men boys unit units cell cells wing branch faction factions brigade column commanders detachment team arm group combatants bombers "
    "members member division element elements troops squad cadres cadre comrades mujahideen".split()
)
_PEOPLES = frozenset(
    "serb serbs croat croats bosniak bosniaks muslim muslims kurdish kurd kurds hutu hutus tutsi tutsis fulani hazara hazaras tamil "
    "tamils sikh sikhs hindu hindus christian christians druze alawite alawites sunni sunnis shia shias shiite shiites shi'ite shi'ites "
    "yazidi yazidis rohingya rohingyas uighur uighurs uyghur uyghurs karen kachin oromo amhara amharas tigrayan tigrayans tuareg "
    "tuaregs dogon dogons baloch pashtun pashtuns sindhi mohajir mohajirs dinka nuer murle masalit zaghawa chechen chechens jews jewish "
    "catholic catholics protestant protestants copts coptic ahmadi ahmadis ossetian abkhaz berber maya indigenous arab arabs hema lendu "
    "banyamulenge kikuyu luo sinhalese buddhist buddhists roma turkmen turkmens circassian assyrian assyrians".split()
)
#: The captain of a ship or a side, the convoy of a governor: of the army only where it says so.
_OF_MANY_TRADES = frozenset({"captain", "convoy"})
_BODIES = frozenset({"service", "command", "unit", "units"})
_MAYBE_MEDIA = frozenset("station stations agency agencies channel channels".split())
_MEDIA_WORDS = frozenset("radio television tv news clandestine broadcasting satellite telegram media press state-run official wire".split())
_MISSION_WORDS = frozenset(
    "un u.n. eu au nato peacekeeping observer monitoring african nations union international verification led multinational".split()
)
_ARMED = frozenset({"armed", "masked", "gun-toting", "uniformed", "hooded"})
_NO_PERSON = frozenset(
    "operation street road avenue square park bridge lake mount river report brief bulletin note update situation day night week "
    "university college school hotel bar market camp stadium league cup award prize act law plan agreement accord treaty pact protocol "
    "resolution constitution war battle siege conference summit derby airport station highway valley mountains island islands prison "
    "jail palace cathedral mosque temple church north south east west northern southern eastern western central monday tuesday "
    "wednesday thursday friday saturday sunday".split()
)


#: How words for what somebody does end.
_CALLINGS = ("man", "woman", "er", "or", "ist", "ian", "ent", "ant", "yer", "ef")


class RoleReader:
    """Reads what a noun says of somebody."""

    def __init__(self, roles: Roles, nations: Nations) -> None:
        self.roles = roles
        self.nations = nations
        #: Every head that some rule takes for somebody.
        self.heads = frozenset().union(
            roles.kinds,
            roles.spokes,
            roles.anaphors,
            roles.titles,
            ORGANISATIONS,
            OFFICES,
            ARMS,
            BOTH,
            GATHERING,
            _PEOPLES,
            _BODIES,
            _MAYBE_MEDIA,
            {"former", "latter", "enemy", "force", "contingent", "operation"},
        )

    # --- persons -------------------------------------------------------------------------------------------------------------------------

    def is_titled(self, noun: Noun) -> bool:
        """A name with a title before it."""
        titles = [n for n, word in enumerate(noun.words) if word.rstrip(".") in self.roles.titles]
        if not titles or titles[0] >= len(noun.tokens) - 1 or noun.head_at <= titles[0]:
            return False
        at = titles[0]
        last = noun.tokens[noun.head_at]
        is_role = (
            last.lower in self.roles.kinds or last.lower in self.roles.spokes or last.lower in self.roles.titles or last.lower in OFFICES
        )
        return last.text[:1].isupper() and not is_role and noun.tokens[at + 1].text[:1].isupper()

    def title(self, noun: Noun) -> tuple[Kind, str] | None:
        """Which arm of a state the title names: an Information Minister its government, a general its forces. A former one names none."""
        if _FORMER & set(noun.words):
            return None
        police = noun.has("police", "gendarmerie")
        if noun.has("military", "army", "navy") and noun.has("spokesman", "spokeswoman", "chief", "commander"):
            return _S, next(word for word in noun.words if word in {"military", "army", "navy"})
        if police:
            return _S, "police"
        if noun.has("general") and noun.has("attorney", "secretary", "director", "consul", "governor", "solicitor", "auditor"):
            return Kind.GOVERNMENT, "government"  # no general
        for word in reversed(noun.words):
            found = _TITLES.get(word.rstrip("."))
            if found is not None:
                return found
        return None

    def is_person(self, noun: Noun) -> bool:
        """Two to four capitalised words that are no place, no heading and no undertaking; a calling may stand before: "lawyer Ana Paz"."""
        first = next((at for at, tag in enumerate(noun.tags) if tag == "NNP"), len(noun.tags))
        if first and (noun.tags[first - 1] != "NN" or not noun.words[first - 1].endswith(_CALLINGS)):
            return False
        name = noun.tokens[first:]
        if not 2 <= len(name) <= 4 or any(tag != "NNP" for tag in noun.tags[first:]):
            return False
        if all(token.text.isupper() and len(token.text) > 1 for token in name):
            return False
        return not any(word in _NO_PERSON or word in ORGANISATIONS for word in noun.words)

    # --- what belongs to somebody --------------------------------------------------------------------------------------------------------

    def of_owner(self, noun: Noun, owner: Party, *, named: bool = False) -> Party | None:
        """What a noun stands for that belongs to a party: see rule 1. `named` says that the owner's name stands in the phrase itself."""
        head = noun.head
        kind = self.roles.kinds.get(head)
        own = owner.standing_in(noun.text, noun.start, noun.end)
        if (head == "head" and noun.words[0] in POSSESSIVES) or head in _OF_MANY_TRADES:
            return None  # his head, not their chief
        if _FORMER & set(noun.words) and (head in self.roles.titles or self.is_titled(noun)):
            return noun.party(Kind.PERSON)
        if kind in {Kind.MEDIA, Kind.BUSINESS} or head in {
            "supporters",
            "supporter",
            "sympathisers",
            "sympathizers",
            "rivals",
            "enemies",
            "enemy",
            "allies",
            "ally",
        }:
            return noun.party(Kind.MEDIA) if kind is Kind.MEDIA else noun.party(kind or Kind.UNKNOWN)
        if kind in {Kind.CIVILIANS, Kind.PROTESTERS, Kind.RIOTERS}:
            works = owner.kind in {Kind.IGO, Kind.NGO, Kind.MEDIA, Kind.BUSINESS, Kind.RELIGIOUS}
            return own if works else noun.party(kind, owner.country if owner.kind in STATE else None)
        if owner.kind in {Kind.PERSON, Kind.CIVILIANS, Kind.UNKNOWN} and not (owner.id or owner.canonical):
            voice = head in self.roles.spokes or head in OFFICES
            return own if voice or (kind is None and self.is_titled(noun)) else noun.party(kind) if kind else None
        if owner.kind in STATE and owner.country:
            return self._of_state(noun, owner, kind)
        if head in self.roles.spokes or head in OFFICES or self.is_titled(noun):
            return own
        if kind is not None or head in ARMS:
            return replace(own, inferred=not named)
        return None

    def _of_state(self, noun: Noun, owner: Party, kind: Kind | None) -> Party | None:
        own = owner.standing_in(noun.text, noun.start, noun.end)
        if kind in {_S, _G} and owner.kind is _G and (owner.id or "gov-").startswith("gov-"):
            state = self.nations.register.country(owner.country or "")
            if state is not None and not REBEL & set(noun.words):
                return self.nations.arm(noun, kind, self.nations.arm_word(noun), state, inferred=True)
        country = self.nations.register.country(owner.country or "")
        government = country is not None and owner.id == country.government_id
        if self.is_titled(noun):
            title = self.title(noun)
            return self.nations.arm(noun, *title, country, inferred=True) if title and government and country else own
        commands = noun.head.startswith("commander")
        if (
            government
            and country
            and (commands or (kind is None and noun.head in ARMS and not noun.head.startswith(("member", "element"))))
        ):
            return self.nations.arm(noun, _S, "forces", country, inferred=True)
        if noun.head in self.roles.spokes or noun.head in OFFICES:
            return own
        if kind in {_S, _G, Kind.UNKNOWN} or noun.head in ARMS:
            return own
        return noun.party(kind, owner.country) if kind is not None else None

    # --- roles and organisations ---------------------------------------------------------------------------------------------------------

    def rebels(self, noun: Noun) -> bool:
        """Words beside the noun make them rebels: "rebel forces", "opposition fighters"."""
        return bool(REBEL & set(noun.words[: noun.head_at])) or (noun.has("opposition") and self.roles.kinds.get(noun.head) is _S)

    def kind(self, noun: Noun) -> Kind | None:
        """The kind that the head noun says, as the words beside it change it; None when it names nobody."""
        head = noun.head
        kind = self.roles.kinds.get(head)
        if kind is None and head not in self.roles.spokes and head not in _PEOPLES and head not in _BODIES and head not in _MAYBE_MEDIA:
            return None
        words = set(noun.words)
        beside = set(noun.words[: noun.head_at])
        if head in _MAYBE_MEDIA and not words & _MEDIA_WORDS:
            return Kind.NGO if {"aid", "relief", "humanitarian"} & words else None
        if head in {"mission", "bloc"} and not noun.capitalised and not words & _MISSION_WORDS:
            return None
        if head in _OF_MANY_TRADES and not words & {"army", "police", "navy", "military", "marine", "security", "troop"}:
            return None
        if (
            (head == "force" and len(words) == 1)
            or (head == "state" and noun.words != ("the", "state"))
            or (head in {"front", "post"} and not noun.capitalised)
        ):
            return None
        if kind is None and head in self.roles.spokes:
            return self._kind_of_speaker(noun)
        if kind in {None, Kind.UNKNOWN} and head in _BODIES and words & {"police", "security", "intelligence", "army", "military"}:
            return _R if beside & REBEL else _S
        if kind is None:
            return (
                Kind.CIVILIANS if head in _PEOPLES and (noun.is_plural or noun.capitalised) and not head.endswith(("ish", "ic")) else None
            )
        if kind in {_S, _G}:
            if self.rebels(noun):
                return _R
            if kind is _S and (beside & _PEOPLES or any(is_patron(word) for word in beside)):
                return Kind.IDENTITY_MILITIA if beside & _PEOPLES else Kind.POLITICAL_MILITIA
            if kind is _G and any(word.startswith("pro-") for word in beside):
                return Kind.UNKNOWN  # "the pro-Moscow administration" is whose it is in dispute
            if kind is _G and {"hospital", "medical"} & words:
                return Kind.CIVILIANS
            if {"un", "u.n.", "eu", "aid", "union", "party", "church", "relief", "company", "football", "club", "team", "student"} & words:
                return Kind.UNKNOWN
            if _FORMER & words:
                return Kind.PERSON
            if head in {"guard", "guards"} and {"security", "private"} & words:
                return Kind.CIVILIANS
            if head in {"peacekeeper", "peacekeepers"}:
                return Kind.EXTERNAL_FORCES
            return kind
        if head == "personnel" and {"security", "military", "army", "police", "armed", "navy"} & words:
            return _S
        if kind in {Kind.UNKNOWN, Kind.CIVILIANS} and beside & REBEL:
            return _R
        if kind is Kind.CIVILIANS and words & _ARMED:
            return Kind.UNKNOWN
        if kind is Kind.NGO and head in {"groups", "organisations", "organizations"}:
            civil = {"rights", "aid", "human", "humanitarian", "relief", "monitoring", "civil", "charity", "women's", "human-rights"}
            return Kind.NGO if civil & words else Kind.UNKNOWN
        if head == "group" and {"rights", "human-rights", "aid", "monitoring", "humanitarian", "relief", "charity"} & words:
            return Kind.NGO
        if head == "group" and {"guerrilla", "rebel", "insurgent", "militant"} & words:
            return _R
        return kind

    def _kind_of_speaker(self, noun: Noun) -> Kind | None:
        beside = [found for word in noun.words[: noun.head_at] if (found := self.roles.kinds.get(word)) is not None]
        for kind in (_S, _G, Kind.CIVILIANS):
            if kind in beside:
                return kind
        if REBEL & set(noun.words) or _R in beside:
            return _R
        return Kind.UNKNOWN

    def organisation(self, noun: Noun) -> Kind | None:
        """The kind that the head of a capitalised name says.

        A name of one word is none unless "of" or "for" follows, which the caller sees.
        """
        return ORGANISATIONS.get(noun.head) if noun.capitalised else None

    def is_state_body(self, noun: Noun) -> bool:
        """The organisation's name says nothing against its being an arm of the state."""
        return not _NOT_STATE & set(noun.words)
