"""Days and months that a text names in passing, where the reading of times takes nothing for sure."""

from __future__ import annotations

from datetime import date

import pytest

from ascribe.link.passing import passing
from ascribe.model.times import Basis, TimeInterval

REPORT = date(2019, 7, 20)  # a Saturday


def read(text: str, words: str, start: str) -> TimeInterval:
    """A day of the text that was read."""
    at = text.index(words)
    return TimeInterval(date.fromisoformat(start), date.fromisoformat(start), Basis.STATED, words, at, at + len(words))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Unlike the mines of May, these were small.", [("May", "2019-05-01", "2019-05-31")]),
        ("The August raid is on trial.", [("August", "2018-08-01", "2018-08-31")]),
        ("It was the worst July.", [("July", "2019-07-01", "2019-07-20")]),
        ("Port Salo, 8 February: two mills burnt.", [("8 February", "2019-02-08", "2019-02-08")]),
        ("On the 9th a mill burnt.", [("the 9th", "2019-07-09", "2019-07-09")]),
        ("On the 25th a mill burnt.", [("the 25th", "2019-06-25", "2019-06-25")]),
        ("It was over by the eleventh, all.", [("by the eleventh", "2019-07-11", "2019-07-11")]),
        ("14.6: shots. 16.6: shells on the mill.", [("14.6:", "2019-06-14", "2019-06-14"), ("16.6:", "2019-06-16", "2019-06-16")]),
        ("They were shot at after Friday prayers.", [("Friday", "2019-07-19", "2019-07-19")]),
        ("It is quiet every Friday; next Sunday they march.", []),
        ("The 14th Army and men on the 9th floor saw it on the 3rd day.", []),
        ("They may march to the mill.", []),
    ],
    ids=[
        "a month", "a month of the year before", "this month", "a day with its month", "a day of this month", "a day of the month before",
        "in words", "entries of a chronicle", "a weekday", "habits and plans", "no days", "no months",
    ],
)  # fmt: skip
def test_what_is_named_in_passing(text, expected):
    found = [(time.text, str(time.start), str(time.end)) for time in passing(text, REPORT, ())]
    assert found == expected


def test_a_day_alone_is_of_the_month_told_before():
    text = "The truce came on 4 March. A first one, of the 2nd, had failed; on the 10th the guns were back."
    found = passing(text, REPORT, (read(text, "on 4 March", "2019-03-04"),))
    assert [str(time.start) for time in found] == ["2019-07-02", "2019-03-10"]


def test_what_was_read_is_not_named_again():
    text = "The truce came on 4 March."
    assert not list(passing(text, REPORT, (read(text, "on 4 March", "2019-03-04"),)))


def test_a_number_that_no_month_has_names_no_day():
    assert not list(passing("On the 0th and the 44th.", REPORT, ()))
