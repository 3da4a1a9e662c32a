"""Krippendorff's alpha for nominal values and two coders: agreement beyond what the frequencies of the values would give by chance.

Source: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), the nominal case without missing values.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


def alpha(pairs: Iterable[tuple[str, str]]) -> float | None:
    """Alpha of pairs of values for the same units. None where nothing can disagree: no unit, or one value alone."""
    units = list(pairs)
    values = Counter(value for pair in units for value in pair)
    size = 2 * len(units)
    if size < 2 or len(values) < 2:
        return None
    observed = sum(first != second for first, second in units) / len(units)
    expected = sum(count * (size - count) for count in values.values()) / (size * (size - 1))
    return 1 - observed / expected
