# SPDX-License-Identifier: EUPL-1.2
"""What a flood of handshakes leaves to those who are connected, and to those who come meanwhile."""
import contextlib
import json
import subprocess
import time

from figures import Goal
from machine import LEAST_PRIORITY
from recours_wire import client_hello

RATE = 2_000
# One address has its own limit; many are held by what handshakes may have of a thread.
SOURCES = (1, 8, 256)


@contextlib.contextmanager
def flooding(lab, server, sources, outcomes):
    """Begins handshakes and never finishes them, as long as the context lasts."""
    hello = lab.data / "hello"
    hello.write_bytes(client_hello(lab.profile))
    command = lab.generator("flood", server, data=hello, connections=sources, rate=RATE, seconds=3 * lab.seconds + 2)
    # It takes what the generator leaves of core 1, so that its own work is not what is measured.
    flood = subprocess.Popen([*LEAST_PRIORITY, *command], stdout=subprocess.PIPE, text=True)
    time.sleep(1)
    try:
        yield
    finally:
        outcomes.append(json.loads(flood.communicate()[0]))


def flood(lab):
    lab.figures.heading(f"A flood of {RATE:,} handshakes a second that are never finished, the server's limits as "
                        "delivered: what is left to those who are connected")
    for sources in SOURCES:
        floods = []
        with lab.server(bounds_handshakes=True) as server:
            def calls(**more):
                return lab.generate("calls", server, connections=8, in_flight=16, seconds=lab.seconds,
                                    **lab.health_call(), **more)

            without, within = [], []
            for _ in range(lab.repetitions):
                without.append(calls())
                with flooding(lab, server, sources, floods):
                    within.append(calls())
            half = without[-1]["calls_per_second"] / 4
            calm = calls(rate=half)
            with flooding(lab, server, sources, floods):
                pressed = calls(rate=half)
        name = f"from {sources} address{'' if sources == 1 else 'es'}"
        rates = [[run["calls_per_second"] for run in runs] for runs in (within, without)]
        lab.figures.add(f"health calls, 8 × 16, in a flood {name}", "a second", *rates, "without it",
                        Goal("≥", 0.9, "ratio"))
        for quantile in ("p50", "p99"):
            lab.figures.add(f"a call at a quarter of that rate in a flood {name}, {quantile}", "ms",
                            [pressed["latency_us"][quantile] / 1e3], [calm["latency_us"][quantile] / 1e3],
                            "without it")
        told = floods[0]
        lab.figures.note(
            f"of {told['offered_per_second']} offered a second {told['answered_per_second']} were answered and "
            f"{told['cut_per_second']} cut; the others waited for the listener. The flood used "
            f"{told['generator_cpu_us']:.0f} µs each, at the least priority beside the generator")
