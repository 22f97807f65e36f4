# SPDX-License-Identifier: EUPL-1.2
"""What was measured: medians with their spread, beside what they are compared with, and whether goals are met."""
import dataclasses
import json
import statistics


@dataclasses.dataclass(frozen=True)
class Goal:
    """`Goal("≤", 2, "ratio")`: of what is measured against the reference; else of the figure itself."""
    sign: str
    bound: float
    of: str = "figure"

    def met(self, entry):
        value = entry[self.of]
        return value is not None and (value <= self.bound if self.sign == "≤" else value >= self.bound)

    def text(self, unit):
        return f"{self.sign} {number(self.bound)}" + ("×" if self.of == "ratio" else f" {unit}")


class Figures:
    def __init__(self):
        self.entries, self.series = [], []

    def heading(self, text):
        print(f"\n{text}", flush=True)

    def add(self, name, unit, values, reference=None, beside="", goal=None, inverse=False):
        """`values` and `reference` are repetitions of one run, pair by pair; `inverse` asks how many times less."""
        values = list(values)
        entry = {"name": name, "figure": statistics.median(values), "unit": unit, "reference": None, "ratio": None,
                 "goal": None, "met": None, "low": min(values), "high": max(values)}
        if reference:
            reference = list(reference)
            pairs = [(b, a) if inverse else (a, b) for a, b in zip(values, reference)]
            # Nothing ended in so short a run: that is no ratio, and no reason to lose all the others.
            ratios = [a / b for a, b in pairs if b] or [0]
            entry.update(reference=statistics.median(reference), reference_name=beside, ratio=statistics.median(ratios),
                         ratio_low=min(ratios), ratio_high=max(ratios))
        if goal:
            entry.update(goal=goal.text(unit), met=goal.met(entry))
        self.entries.append(entry)
        print(line(entry), flush=True)
        return entry["figure"]

    def note(self, text):
        print(f"  {text}", flush=True)

    def draw(self, chart, label, points, **axes):
        """Points of one line of a chart; `axes` says what stands beside it, once for each chart."""
        self.series.append({"chart": chart, "label": label, "points": [list(point) for point in points], **axes})

    def write(self, directory, machine):
        (directory / "results.json").write_text(json.dumps(self.entries, indent=1, ensure_ascii=False) + "\n")
        (directory / "series.json").write_text(
            json.dumps({"machine": machine, "series": self.series}, indent=1, ensure_ascii=False) + "\n")

    def summary(self):
        with_goal = [entry for entry in self.entries if entry["goal"]]
        missed = [entry for entry in with_goal if not entry["met"]]
        print(f"\n{len(with_goal) - len(missed)} of {len(with_goal)} goals met")
        for entry in missed:
            reached = f"{number(entry['ratio'])}×" if entry["goal"].endswith("×") else number(entry["figure"])
            print(f"  not met: {entry['name']}: {reached}, goal {entry['goal']}")


def number(value):
    if value is None:
        return "–"
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def line(entry):
    text = f"  {entry['name']:<52} {number(entry['figure']):>9} {entry['unit']}"
    if entry["low"] != entry["high"]:
        text += f" ({number(entry['low'])}–{number(entry['high'])})"
    if entry["reference"] is not None:
        text += f"; {entry['reference_name']} {number(entry['reference'])}: {number(entry['ratio'])}×"
        if entry["ratio_low"] != entry["ratio_high"]:
            text += f" ({number(entry['ratio_low'])}–{number(entry['ratio_high'])})"
    if entry["goal"]:
        text += f"   goal {entry['goal']}: {'met' if entry['met'] else 'NOT met'}"
    return text
