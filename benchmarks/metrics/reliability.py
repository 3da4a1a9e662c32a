"""Whether chances hold: of what was said with a chance of 0.8, 80 % should be right."""

from __future__ import annotations

from collections.abc import Sequence

Pairs = Sequence[tuple[float, bool]]
BINS = 10


def _bins(pairs: Pairs) -> list[list[tuple[float, bool]]]:
    """Drawers of equal width."""
    drawers: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for chance, right in pairs:
        drawers[min(BINS - 1, int(chance * BINS))].append((chance, right))
    return drawers


def expected_error(pairs: Pairs) -> float:
    """Expected calibration error: the distance of chance and share right in ten drawers of equal width, by how many are in each."""
    if not pairs:
        return 0.0
    return sum(abs(sum(chance for chance, _ in drawer) - sum(right for _, right in drawer)) for drawer in _bins(pairs)) / len(pairs)


def table(pairs: Pairs) -> str:
    """A line for each drawer: how many, their mean chance, the share that is right, and that share as a bar."""
    lines = ["chance        n  mean  right"]
    for number, drawer in enumerate(_bins(pairs)):
        if drawer:
            mean = sum(chance for chance, _ in drawer) / len(drawer)
            right = sum(right for _, right in drawer) / len(drawer)
            lines.append(
                f"{number / BINS:.1f} to {(number + 1) / BINS:.1f} {len(drawer):4}  {mean:.2f}  {right:.2f}  {'#' * round(40 * right)}"
            )
    return "\n".join(lines)
