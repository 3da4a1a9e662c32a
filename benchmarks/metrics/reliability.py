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


def drawn(title: str, pairs: Pairs) -> str:
    """A reliability plot as SVG: for each drawer a dot at mean chance and share right, as large as the drawer is full."""
    size, edge = 320, 44
    most = max((len(drawer) for drawer in _bins(pairs)), default=1)

    def place(value: float) -> float:
        return edge + value * (size - edge - 26)

    dots = []
    for drawer in _bins(pairs):
        if drawer:
            mean = sum(chance for chance, _ in drawer) / len(drawer)
            right = sum(right for _, right in drawer) / len(drawer)
            told = f"{len(drawer)} claims said at {mean:.2f}: {right:.0%} right"
            radius = 2 + 8 * (len(drawer) / most) ** 0.5
            dots.append(f'<circle cx="{place(mean):.1f}" cy="{size - place(right):.1f}" r="{radius:.1f}"><title>{told}</title></circle>')
    ticks = [
        f'<text x="{place(n / 5):.0f}" y="{size - edge + 18}" text-anchor="middle">{n / 5:.1f}</text>'
        f'<text x="{edge - 8}" y="{size - place(n / 5) + 4:.0f}" text-anchor="end">{n / 5:.1f}</text>'
        for n in range(6)
    ]
    low, high = place(0), place(1)
    frame = f'<rect x="{low}" y="{size - high:.1f}" width="{high - low:.1f}" height="{high - low:.1f}" fill="none" stroke="#888"/>'
    even = f'<line x1="{low}" y1="{size - low}" x2="{high:.1f}" y2="{size - high:.1f}" stroke="#888" stroke-dasharray="4 4"/>'
    named = f'<text x="{size / 2}" y="14" text-anchor="middle">{title}</text>'
    axis = f'<text x="{size / 2}" y="{size - 6}" text-anchor="middle">confidence</text>'
    side = f'<text x="12" y="{size / 2}" text-anchor="middle" transform="rotate(-90 12 {size / 2})">share right</text>'
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="{size}" height="{size}" role="img">',
            f'<title>{title}</title><rect width="{size}" height="{size}" fill="#fff"/>',
            f'<g font-family="sans-serif" font-size="11" fill="#333">{named}{axis}{side}{"".join(ticks)}</g>',
            frame,
            even,
            f'<g fill="#1f6f8b" fill-opacity="0.75">{"".join(dots)}</g>',
            "</svg>\n",
        )
    )
