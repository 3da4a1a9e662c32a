"""Average link: what is near on average is one group."""

from __future__ import annotations

import numpy
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

Distances = NDArray[numpy.float64]


def grouped(distances: Distances, apart: float) -> list[str]:
    """The group of each item, by name. Two groups are joined while the mean distance between their items is at most `apart`."""
    if len(distances) < 2:
        return ["1"] * len(distances)
    even = numpy.maximum((distances + distances.T) / 2, 0)  # of equal texts rounding makes a little less
    numpy.fill_diagonal(even, 0)
    return [str(group) for group in fcluster(linkage(squareform(even, checks=False), "average"), apart, "distance")]
