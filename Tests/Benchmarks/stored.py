# SPDX-License-Identifier: EUPL-1.2
"""How cost grows with what is stored: submissions, queries, the start; and latency at set loads."""
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
    goal = {1_000_000: Goal("≤", 1), 10_000_000: Goal("≤", 3)}.get(count)
    for name, times in (("ready after an orderly end", orderly), ("ready after a kill under load", killed)):
        seconds = lab.figures.add(f"{name}, {count:,} stored", "s", times, goal=goal)
        lab.figures.draw("stored-start", name.removeprefix("ready "), [(count, seconds)])


def latency(lab):
    lab.fill(lab.ladder[-1])
    lab.figures.heading("Latency at 50 % and 80 % of capacity, timed from when each call was due")
    for name, pinned, call in (("health call", True, lab.health_call()), ("status query", True, lab.query()),
                               ("submission", False, lab.submission())):
        with lab.server(pinned=pinned) as server:
            shape = {"connections": 16, "in_flight": 64}
            capacity = statistics.median(
                lab.generate("calls", server, pinned, seconds=lab.seconds, **shape, **call)["calls_per_second"]
                for _ in range(lab.repetitions))
            for share in (0.5, 0.8):
                at_share(lab, server, pinned, name, capacity, share, {**shape, **call})
    beside_bulk(lab)


def at_share(lab, server, pinned, name, capacity, share, call):
    runs = [lab.generate("calls", server, pinned, rate=share * capacity, seconds=2 * lab.seconds, **call)
            for _ in range(lab.repetitions)]
    told = f"{name} at {share:.0%} of {capacity:,.0f} a second"
    for quantile in ("p50", "p99", "p99_9"):
        values = [run["latency_us"][quantile] / 1e3 for run in runs]
        lab.figures.add(f"{told}, {quantile.replace('_', '.')}", "ms", values)
    lab.figures.draw(f"latency-{name.replace(' ', '-')}", f"at {share:.0%}", runs[0]["curve"], kind="quantiles",
                     title=f"Latency of a {name} under load", ylabel="latency, ms")


def beside_bulk(lab):
    lab.figures.heading("Status queries beside a bulk load, 1,000 a second")
    with lab.server(pinned=False) as server:
        load = subprocess.Popen(
            lab.generator("calls", server, pinned=False, connections=1, in_flight=90,
                          seconds=3 * lab.seconds * lab.repetitions + 5, **lab.submission()),
            stdout=subprocess.DEVNULL)
        time.sleep(1)
        runs = [lab.generate("calls", server, pinned=False, connections=16, in_flight=64, rate=1_000,
                             seconds=2 * lab.seconds, **lab.query()) for _ in range(lab.repetitions)]
        load.terminate()
        load.wait()
    for quantile, goal in (("p50", None), ("p99", Goal("≤", 10)), ("p99_9", None)):
        lab.figures.add(f"status query beside a bulk load, {quantile.replace('_', '.')}", "ms",
                        [run["latency_us"][quantile] / 1e3 for run in runs], goal=goal)
    lab.figures.draw("latency-status-query", "beside a bulk load", runs[0]["curve"])
