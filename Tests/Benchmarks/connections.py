# SPDX-License-Identifier: EUPL-1.2
"""What connections cost: to make, to hold, to be told of news; and memory over a long time."""
import json
import statistics
import subprocess
import time

from figures import Goal
from lab import message
from machine import resident_bytes

PLATFORMS = 32
# To a thousand watchers that is 5,000 deliveries a second.
CASES_PER_SECOND = 160


def handshakes(lab):
    lab.figures.heading("Full handshakes with client certificates, beside the floor")
    ours, theirs = [], []
    with lab.server() as server, lab.floor() as floor:
        for _ in range(lab.repetitions):
            ours.append(lab.generate("handshakes", server, connections=32, seconds=lab.seconds))
            theirs.append(lab.generate("handshakes", floor, connections=32, seconds=lab.seconds))
    rates, costs = ([[run[key] for run in runs] for runs in (ours, theirs)]
                    for key in ("calls_per_second", "server_cpu_us"))
    lab.figures.add("full mTLS handshakes", "a second", *rates, "floor", Goal("≥", 0.8, "ratio"))
    # The same goal, where the generator is the slower side and the rates say nothing.
    lab.figures.add("full mTLS handshake, server CPU", "µs", *costs, "floor", Goal("≤", 1.25, "ratio"))
    lab.figures.note(f"the generator used {max(run['generator_cpu_us'] for run in ours):.0f} µs a handshake; where that"
                     " is more than the server's, the rate is the generator's")


def idle(lab):
    lab.figures.heading("Idle connections: resident memory of the server, each")
    lab.figures.draw("idle", None, [], title="An idle connection's memory", xlabel="connections", ylabel="KiB each",
                     log="x")
    for count in (100, 1_000, 10_000):
        with lab.server() as server:
            run = lab.generate("idle", server, connections=count, seconds=5)
        goal = Goal("≤", 40) if count == 10_000 else None
        each = lab.figures.add(f"{count:,} idle mTLS connections", "KiB each", [run["bytes_each"] / 1024], goal=goal)
        lab.figures.note(f"opened in {run['seconds_to_open']:.1f} s one after the other; idle, all of them together "
                         f"used {run['idle_cpu_us_a_second'] / 1e4:.2f} % of a core")
        lab.figures.draw("idle", "recoursd", [(count, each)])


def watchers(lab):
    lab.figures.heading("Watchers of inboxes: from when a case was due to be filed until each watcher has it")
    slugs = [f"place-{number}" for number in range(PLATFORMS)]
    if not (lab.partners / slugs[0]).exists():
        lab.add_partners(*(f"platform:{slug}" for slug in slugs))
    lab.figures.draw("watchers", None, [], title="From filing to a watcher, 160 cases a second",
                     xlabel="watchers", ylabel="ms", log="xy")
    for count in (PLATFORMS, 10 * PLATFORMS, 1_000):
        with lab.server(pinned=False) as server:
            run = lab.generate("watchers", server, pinned=False, watchers=watcher_list(lab, slugs, count),
                               open=lab.data / "watched.open", warm_up=2, seconds=3 * lab.seconds,
                               rate=CASES_PER_SECOND)
        latency = run["latency_us"]
        told = f"{count:,} watchers, {run['deliveries_per_second']:,.0f} deliveries a second"
        lab.figures.add(f"{told}, p50", "ms", [latency["p50"] / 1e3])
        lab.figures.add(f"{told}, p99", "ms", [latency["p99"] / 1e3], goal=Goal("≤", 50))
        lab.figures.add(f"{told}, server CPU a delivery", "µs", [run["server_cpu_us"]])
        for name in ("p50", "p99"):
            lab.figures.draw("watchers", name, [(count, latency[name] / 1e3)])


def watcher_list(lab, slugs, count):
    """The file in which the generator reads who watches, and what is filed for each."""
    watch = lab.template("watch", "WatchService/WatchInbox", message("v1.WatchInboxRequest")(from_now=True))
    # A watch has no deadline, or it would end with it.
    watch["open"].write_bytes(message("wire.v1.Open")(method="recours.v1.WatchService/WatchInbox").SerializeToString())
    lines = []
    for number, slug in enumerate(slugs):
        call = lab.submission(f"filed-{slug}", platform_id=slug, title="Mark ########", external_ref="w-########")
        call["open"].replace(lab.data / "watched.open")
        share = count // PLATFORMS + (number < count % PLATFORMS)
        lines.append(f"{lab.partners / slug} {share} {watch['open']} {watch['data']} {call['data']}\n")
    path = lab.data / "watchers"
    path.write_text("".join(lines))
    return path


def soak(lab):
    seconds = 20 if lab.quick else 600
    lab.figures.heading(f"Memory over {seconds} s of queries and submissions at half of what the machine can do")
    lab.fill(1_000)
    with lab.server(pinned=False) as server:
        probe = {name: lab.generate("calls", server, pinned=False, connections=16, in_flight=16, seconds=1, **call)
                 for name, call in (("query", lab.query()), ("submission", lab.submission()))}
        # A quarter each, of what each alone can have of the machine.
        loads = [subprocess.Popen(
            lab.generator("calls", server, pinned=False, connections=16, in_flight=64, seconds=seconds,
                          rate=probe[name]["calls_per_second"] / 4, **call), stdout=subprocess.PIPE, text=True)
                 for name, call in (("query", lab.query()), ("submission", {**lab.submission(), "keep": None}))]
        begun, samples = time.monotonic(), []
        while any(load.poll() is None for load in loads):
            samples.append((time.monotonic() - begun, resident_bytes(server.pid) / 2**20))
            time.sleep(seconds / 100)
        runs = [json.loads(load.communicate()[0]) for load in loads]
    assert all(load.returncode == 0 for load in loads), "calls were refused during the soak"
    memory, fifth = [sample[1] for sample in samples], len(samples) // 5
    early, late = statistics.median(memory[fifth:2 * fifth]), statistics.median(memory[-fifth:])
    # Caches fill in the first minutes; a short run says nothing about what comes after.
    goal = None if lab.quick else Goal("≤", 1.05, "ratio")
    lab.figures.add(f"memory after {seconds} s, beside that after a fifth", "MiB", [late], [early], "then", goal)
    for name, run in zip(("queries", "submissions"), runs):
        lab.figures.add(f"{name} during the soak, {run['rate']:,.0f} a second, p99", "ms",
                        [run["latency_us"]["p99"] / 1e3])
    lab.figures.draw("soak", "recoursd", samples, title="Memory under steady load", xlabel="seconds",
                     ylabel="resident MiB", log="")
