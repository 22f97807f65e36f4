# SPDX-License-Identifier: EUPL-1.2
"""How long calls take at set rates, and beside what others do; each is timed from when it was due."""
import contextlib
import statistics
import subprocess
import time

from figures import Goal
from lab import LIMITS, SIREN

SHAPE = {"connections": 16, "in_flight": 64}
# A server keeps up if half of the calls are answered so soon; a backlog that grows by a hundredth passes it in seconds.
KEEPS_UP_MS = 10
# Each halves the range: capacity is found to a 64th of what the closed loop reaches.
BISECTIONS = 6
GOAL = Goal("≤", 10)
NEIGHBOUR = "voisine"


def latency(lab):
    lab.fill(lab.ladder[-1])
    lab.figures.heading("Latency at 50 % and 80 % of capacity: the highest rate in the open loop that is kept up with")
    for name, pinned, call in (("health call", True, lab.health_call()), ("status query", True, lab.query()),
                               ("submission", False, lab.submission())):
        with lab.server(pinned=pinned) as server:
            found = capacity(lab, server, pinned, name, {**SHAPE, **call})
            for share in (0.5, 0.8):
                at_share(lab, server, pinned, name, found, share, {**SHAPE, **call})
    beside_others(lab)


def capacity(lab, server, pinned, name, call):
    """A closed loop hands the server many calls at once, which cost it less than calls that come one by one."""
    runs = [lab.generate("calls", server, pinned, seconds=lab.seconds, **call) for _ in range(lab.repetitions)]
    closed = statistics.median(run["calls_per_second"] for run in runs)
    lab.figures.add(f"{name}, closed loop of 16 × 64", "a second", [run["calls_per_second"] for run in runs])
    low, high = 0, closed
    for _ in range(BISECTIONS):
        rate = (low + high) / 2
        # The machine may have stood still for a moment: a rate has two chances.
        if any(keeps_up(lab, server, pinned, rate, call) for _ in range(2)):
            low = rate
        else:
            high = rate
    lab.figures.add(f"{name}, open loop: the most it keeps up with", "a second", [low], [closed], "closed loop")
    return low or high


def keeps_up(lab, server, pinned, rate, call):
    run = lab.generate("calls", server, pinned, rate=rate, seconds=lab.seconds, **call)
    return run["latency_us"]["p50"] <= KEEPS_UP_MS * 1e3


def at_share(lab, server, pinned, name, found, share, call):
    runs = [lab.generate("calls", server, pinned, rate=share * found, seconds=2 * lab.seconds, **call)
            for _ in range(lab.repetitions)]
    add(lab, f"{name} at {share:.0%} of {found:,.0f} a second", runs)
    lab.figures.draw(f"latency-{name.replace(' ', '-')}", f"at {share:.0%}", runs[0]["curve"], kind="quantiles",
                     title=f"Latency of a {name} under load", ylabel="latency, ms")


def add(lab, told, runs, goal=GOAL):
    for quantile in ("p50", "p99", "p99_9"):
        lab.figures.add(f"{told}, {quantile.replace('_', '.')}", "ms",
                        [run["latency_us"][quantile] / 1e3 for run in runs], goal=goal if quantile == "p99" else None)


def beside_others(lab):
    lab.figures.heading("One partner's 1,000 queries or 100 submissions a second, beside all that another can send")
    if not (lab.partners / NEIGHBOUR).exists():
        lab.add_partners(f"association:{NEIGHBOUR}", "--mandate", f"{NEIGHBOUR}:{SIREN}")
    profile = lab.partners / NEIGHBOUR
    with lab.server(pinned=False) as server:
        # Killed when enough is measured.
        stream = [lab.build / "BulkLoad", profile, server.endpoint, SIREN, "1000000000",
                  LIMITS["RECOURS_LIMITS_BULK_WINDOW"]]
        flood = lab.generator("calls", server, pinned=False, seconds=86_400, connections=16, in_flight=16,
                              **{**lab.submission(), "keep": None, "identity": profile})
        for what, command in (("a bulk load", stream), ("a flood of submissions", flood)):
            with running(command):
                for name, rate, call in (("status query", 1_000, lab.query()), ("submission", 100, lab.submission())):
                    runs = [lab.generate("calls", server, pinned=False, rate=rate, seconds=2 * lab.seconds, **SHAPE,
                                         **call) for _ in range(lab.repetitions)]
                    # A submission waits for the batch that is being written when it comes, and then for its own.
                    add(lab, f"{name} beside {what}", runs, GOAL if name == "status query" else None)
                    lab.figures.draw(f"latency-{name.replace(' ', '-')}", f"beside {what}", runs[0]["curve"])


@contextlib.contextmanager
def running(command):
    # A session of its own, or Linux has it share the processor's time with the generator rather than with everybody.
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        time.sleep(1)
        yield
        assert process.poll() is None, "the load beside which calls were measured has ended"
    finally:
        process.kill()
        process.wait()
