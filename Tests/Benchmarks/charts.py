# SPDX-License-Identifier: EUPL-1.2
"""Draws what bench.py measured.

Usage: charts.py BUILD_DIR OUT_DIR      reads BUILD_DIR/series.json, writes an SVG a chart
"""
import json
import math
import pathlib
import sys

import matplotlib

matplotlib.use("svg")
# The same figures give the same bytes, so that a commit shows what has changed; letters stay letters.
matplotlib.rcParams.update({
    "svg.hashsalt": "recours", "svg.fonttype": "none", "font.family": "sans-serif", "font.size": 9,
    "axes.spines.top": False, "axes.spines.right": False, "axes.grid": True, "grid.alpha": 0.25,
    "axes.axisbelow": True, "legend.frameon": False})
from matplotlib import pyplot, ticker

# Ours first; then what it is compared with. Told apart also by those who see no red or green.
COLOURS = ["#0b5394", "#e69138", "#6a7a86", "#8e4585"]


def charts(series):
    """Points by chart and line; what is said once of a chart holds for all of it."""
    found = {}
    for one in series:
        axes, lines = found.setdefault(one["chart"], ({}, {}))
        axes.update({key: value for key, value in one.items() if key not in ("chart", "label", "points")})
        if one["points"]:
            lines.setdefault(one["label"], []).extend(one["points"])
    return {chart: both for chart, both in found.items() if both[0].get("title")}


def plain(value, _):
    """`10 k` and `1 M` rather than powers of ten."""
    for bound, unit in ((1e6, " M"), (1e3, " k")):
        if value >= bound:
            return f"{value / bound:.3g}{unit}"
    return f"{value:g}"


def few_minor(plot):
    """Between powers of ten only 2 and 5 are said, and only if there are few such powers."""
    low, high = plot.get_ylim()
    shown = (2, 5) if high / low < 100 else ()
    return lambda value, _: plain(value, _) if round(value / 10 ** math.floor(math.log10(value))) in shown else ""


def bars(plot, lines):
    groups = list(dict.fromkeys(point[0] for points in lines.values() for point in points))
    width = 0.8 / len(lines)
    for place, (label, points) in enumerate(lines.items()):
        # Repeated sections say a figure again; the last holds.
        heights = dict(points)
        where = [groups.index(group) + (place - (len(lines) - 1) / 2) * width for group in heights]
        drawn = plot.bar(where, heights.values(), width * 0.95, label=label, color=COLOURS[place % len(COLOURS)])
        plot.bar_label(drawn, fmt=lambda value: f"{value:,.3g}" if value < 1000 else f"{value:,.0f}", fontsize=8)
    plot.set_xticks(range(len(groups)), groups)
    plot.grid(axis="x", visible=False)


def quantiles(plot, lines):
    for place, (label, points) in enumerate(lines.items()):
        plot.plot([1 / (1 - quantile) for quantile, _ in points], [value / 1e3 for _, value in points], label=label,
                  color=COLOURS[place % len(COLOURS)])
    plot.set_xscale("log")
    plot.set_yscale("log")
    marks = {1: "0", 2: "50 %", 10: "90 %", 100: "99 %", 1_000: "99.9 %", 10_000: "99.99 %", 100_000: "99.999 %"}
    most = max(1 / (1 - points[-1][0]) for points in lines.values())
    shown = {place: text for place, text in marks.items() if place <= most * 1.5}
    plot.set_xticks(list(shown), shown.values())
    plot.xaxis.set_minor_locator(ticker.NullLocator())
    plot.set_xlabel("share of calls that were answered sooner")


def curves(plot, lines, axes):
    for place, (label, points) in enumerate(lines.items()):
        points = sorted({x: y for x, y in points}.items())
        marker = "o" if len(points) < 30 else None
        plot.plot(*zip(*points), label=label, marker=marker, markersize=4, color=COLOURS[place % len(COLOURS)])
    plot.set_xlabel(axes.get("xlabel", ""))
    if "x" in axes.get("log", ""):
        plot.set_xscale("log")
        plot.set_xticks(sorted({point[0] for points in lines.values() for point in points}))
        plot.xaxis.set_minor_locator(ticker.NullLocator())
        plot.xaxis.set_major_formatter(ticker.FuncFormatter(plain))


def draw(axes, lines, path):
    figure, plot = pyplot.subplots(figsize=(6.4, 3.4), layout="constrained")
    kind = axes.get("kind")
    if kind == "bars":
        bars(plot, lines)
    elif kind == "quantiles":
        quantiles(plot, lines)
    else:
        curves(plot, lines, axes)
    if "y" in axes.get("log", ""):
        plot.set_yscale("log")
    elif kind != "quantiles":
        plot.set_ylim(0, plot.get_ylim()[1] * 1.05)
    plot.yaxis.set_major_formatter(ticker.FuncFormatter(plain))
    if plot.get_yscale() == "log":
        plot.yaxis.set_minor_formatter(ticker.FuncFormatter(few_minor(plot)))
    plot.set_ylabel(axes.get("ylabel", ""))
    plot.set_title(axes["title"], loc="left", fontweight="bold")
    if len(lines) > 1:
        plot.legend()
    # Readable on a dark page too.
    figure.savefig(path, facecolor="white", metadata={"Date": None, "Creator": None})
    pyplot.close(figure)


def main():
    build, out = map(pathlib.Path, sys.argv[1:3])
    out.mkdir(parents=True, exist_ok=True)
    told = json.loads((build / "series.json").read_text())
    for chart, (axes, lines) in charts(told["series"]).items():
        if lines:
            draw(axes, lines, out / f"{chart}.svg")
            print(out / f"{chart}.svg")


if __name__ == "__main__":
    main()
