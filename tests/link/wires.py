"""Texts on one made-up attack, for the tests of copies: a wire's story, another reporter's, and what sites put around either."""

from __future__ import annotations

import re

#: One story, as an agency sends it out.
WIRE = """Gunmen on motorcycles attacked a weekly market in the town of Bellakoro on Thursday, killing at least 23 people and setting fire to dozens of stalls, local officials said.

The attackers came shortly before noon from the direction of the river and opened fire on traders who had gathered around the grain scales. Witnesses said the shooting went on for almost an hour before soldiers from the nearest post arrived. Several of the wounded were carried across the fields on doors and handcarts because the only ambulance of the district had broken down.

"They were shouting that nobody should ever sell to the army again," said a cloth merchant who hid under a lorry with his two sons. He gave only his first name, for fear of being recognised.

The mayor put the number of injured at 41 and said that nine of them were in a serious condition. Two nurses had been brought in from the provincial capital during the night. Relatives buried most of the dead on Friday morning in a field behind the school.

No group has said that it was behind the attack. Fighters who are loyal to the Brigade of the South have raided four other markets in the province since January, according to a count kept by a network of volunteers. The army withdrew from two of its three outposts along the river in May and has not said when it will go back.

Bellakoro lies on the road that links the capital with the cotton towns of the east. Drivers have had to pay both sides for passage since the beginning of the year. The price of millet has doubled."""

#: The same event by a reporter of another house, who spoke with others and was told the same figures.
OTHER = """At least 23 people have died in Bellakoro, where armed men riding motorcycles stormed the Thursday market, the mayor told this newspaper by telephone.

He counted 41 injured, nine of them badly. "They were shouting that nobody should ever sell to the army again," one trader recalled when we met her at the hospital gate. Her stall, with a season's cotton in it, was one of many that burned.

By the account of three survivors the raiders divided at the bridge. Some blocked the eastern road; the rest walked among the scales and fired at anyone who ran. Troops took an hour to come, although their camp is within sight of the minaret.

Nobody has claimed it so far. People here suspect the Brigade of the South, which has levied a tax on every sack since winter."""

#: What a site puts under each of its articles.
FURNITURE = """Sign up for our newsletter and get the day's stories from the region every evening in your inbox.
We use cookies to show you what suits you best; by reading on you agree to our terms of use.
This story was first published on our website and may not be reproduced without our permission.
Lena Ardo is a reporter covering the river provinces and has lived in the capital since 2015.
"""

STATEMENT = (
    "In the name of those who have been driven from their fields we say that our fighters struck the market of the collaborators at noon, that "
    "they took what belongs to the people and burned the rest, and that every trader who feeds the occupier will be dealt with in the same way "
    "until the last of the outposts on our river has been given up and its garrison has gone home"
)


def sentences(text: str) -> list[str]:
    """The sentences of a text, one after another."""
    return re.split(r"(?<=[.!?])\s+", text)
