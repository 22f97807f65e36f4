# SPDX-License-Identifier: EUPL-1.2
"""How cost grows with what is stored: submissions, queries, the start."""
import statistics
import subprocess
import time

import storage
from figures import Goal


def stored(lab):
    """One store, filled step by step; at each step everything that may grow with it is measured."""
    charts = {"stored-submissions": "a second", "stored-queries": "µs of server CPU", "stored-start": "seconds"}
    titles = ("Durable submissions, by cases stored", "A status query, by cases stored",
              "From start to ready, by cases stored")
    for (chart, unit), title in zip(charts.items(), titles):
        lab.figures.draw(chart, None, [], title=title, xlabel="cases stored", ylabel=unit, log="x")
    first = None
    for count in lab.ladder:
        lab.figures.heading(f"With {count:,} cases stored")
        begun = time.monotonic()
        lab.fill(count)
        lab.figures.note(f"filled in {time.monotonic() - begun:.0f} s")
        start(lab, count)
        queries(lab, count)
        rate, rows = storage.unary(lab)
        first = first or rate
        lab.figures.add(f"submissions with {count:,} stored, beside the emptiest", "a second", [rate], [first], "then",
                        Goal("≥", 0.8, "ratio") if count > lab.ladder[0] else None)
        lab.figures.draw("stored-submissions", "recoursd", [(count, rate)])
        lab.figures.draw("stored-submissions", "the rows in C", [(count, rows)])
    storage.bulk(lab)


def queries(lab, count):
    with lab.server() as server:
        runs = [lab.generate("calls", server, connections=16, in_flight=64, seconds=lab.seconds, **lab.query())
                for _ in range(lab.repetitions)]
    goal = Goal("≥", 100_000) if count >= 1_000_000 else None
    rates = [run["calls_per_second"] for run in runs]
    lab.figures.add(f"status queries, {count:,} stored, one core", "a second", rates, goal=goal)
    costs = [run["server_cpu_us"] for run in runs]
    lab.figures.draw("stored-queries", "recoursd",
                     [(count, lab.figures.add(f"status query, {count:,} stored, server CPU", "µs", costs))])


def start(lab, count):
    """From the command until it says that it listens: after an orderly end, and after a kill under load."""
    orderly, killed = [], []
    for _ in range(lab.repetitions):
        with lab.server(pinned=False) as server:
            orderly.append(server.ready_after)
            # Not kept: what it answers to the last of them is not seen.
            load = subprocess.Popen(
                lab.generator("calls", server, pinned=False, connections=16, in_flight=16, seconds=60,
                              **{**lab.submission(), "keep": None}),
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(lab.seconds)
            subprocess.run(["kill", "-KILL", str(server.pid)], check=True)
            load.wait()
            server.is_killed = True
        with lab.server(pinned=False) as server:
            killed.append(server.ready_after)
    goal = Goal("≤", 3) if count >= 10_000_000 else Goal("≤", 1) if count >= 1_000_000 else None
    for name, times in (("ready after an orderly end", orderly), ("ready after a kill under load", killed)):
        seconds = lab.figures.add(f"{name}, {count:,} stored", "s", times, goal=goal)
        lab.figures.draw("stored-start", name.removeprefix("ready "), [(count, seconds)])
