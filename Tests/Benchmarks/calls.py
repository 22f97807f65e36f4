# SPDX-License-Identifier: EUPL-1.2
"""What a call costs the server in CPU: beside the floor, beside gRPC, and as it grows."""
import re
import statistics
import subprocess

from figures import Goal
from lab import GENERATOR_CORE
from machine import processor_microseconds

SHAPES = [(1, 1), (16, 1), (16, 4), (16, 16), (16, 64)]
FLOOR_GOALS = {(16, 1): Goal("≤", 2, "ratio"), (16, 64): Goal("≤", 2, "ratio")}
GRPC_GOALS = {(16, 1): Goal("≥", 4, "ratio"), (16, 64): Goal("≥", 15, "ratio")}
# By their programs below `peers`.
PEERS = {"gRPC C++": "grpc_health", "grpc-swift": "GRPCSwiftHealth"}
AXES = {"ylabel": "server CPU a call, µs", "log": "xy"}


def cost(run):
    return run["server_cpu_us"]


def beside_floor(lab, name, chart, x, goal=None, **options):
    """One load, ours and the floor's in turn; a point of the chart, if there is one."""
    ours, theirs = [], []
    with lab.server() as server, lab.floor() as floor:
        for _ in range(lab.repetitions):
            ours.append(lab.generate("calls", server, **options))
            theirs.append(lab.generate("calls", floor, **options))
    lab.figures.add(name, "µs", map(cost, ours), map(cost, theirs), "floor", goal)
    for label, runs in (("recoursd", ours), ("floor in C", theirs)) if chart else ():
        lab.figures.draw(chart, label, [(x, statistics.median(map(cost, runs)))])
    return ours, theirs


def health(lab):
    lab.figures.heading("Health call: server CPU a call beside the floor, a C program with epoll, OpenSSL, protobuf-c")
    lab.figures.draw("in-flight", None, [], title="A call's cost, by calls in flight on each of 16 connections",
                     xlabel="calls in flight a connection", **AXES)
    for connections, in_flight in SHAPES:
        shape = f"{connections} × {in_flight}"
        chart = "in-flight" if connections == 16 else None
        ours, _ = beside_floor(
            lab, f"health call, {shape}", chart, in_flight, FLOOR_GOALS.get((connections, in_flight)),
            connections=connections, in_flight=in_flight, seconds=lab.seconds, **lab.health_call())
        lab.figures.add(f"health calls, {shape}", "a second", [run["calls_per_second"] for run in ours])
        lab.figures.note(f"the generator used {max(run['generator_cpu_us'] for run in ours):.2f} µs a call")


def peers(lab):
    lab.figures.heading("The same call over gRPC (h2load; server TLS only, for h2load has no client certificate)")
    for peer, program in PEERS.items():
        if peer == "grpc-swift" and not lab.grpc_swift:
            continue
        if (lab.build / "peers" / program).exists():
            beside_grpc(lab, peer, lab.build / "peers" / program)
        else:
            lab.figures.note(f"{peer} left out: it is not built (README.md)")


def beside_grpc(lab, name, program):
    for shape in GRPC_GOALS:
        ours, theirs = [], []
        with lab.server() as server, lab.grpc(program) as peer:
            rate = h2load(lab, peer, shape, 2_000)["calls_per_second"]
            for _ in range(lab.repetitions):
                ours.append(lab.generate("calls", server, connections=shape[0], in_flight=shape[1],
                                         seconds=lab.seconds, **lab.health_call()))
                theirs.append(h2load(lab, peer, shape, max(2_000, int(rate * lab.seconds))))
        lab.figures.add(f"health call, {shape[0]} × {shape[1]}, beside {name}", "µs", map(cost, ours),
                        map(cost, theirs), name, GRPC_GOALS[shape] if name == "gRPC C++" else None, inverse=True)
        for label, runs in (("recoursd", ours), (name, theirs)):
            lab.figures.draw("peers", label, [(f"16 × {shape[1]}", statistics.median(map(cost, runs)))], kind="bars",
                             title="A call beside gRPC", ylabel="server CPU a call, µs")


def h2load(lab, peer, shape, calls):
    body = lab.data / "empty.grpc"
    # Not compressed, and of no bytes.
    body.write_bytes(bytes(5))
    before = processor_microseconds(peer.pid)
    told = subprocess.run(
        [*GENERATOR_CORE, "h2load", "-c", str(shape[0]), "-m", str(shape[1]), "-n", str(calls), "-d", str(body),
         "-H", "content-type: application/grpc", "-H", "te: trailers",
         f"https://{peer.endpoint}/recours.v1.HealthService/Check"], check=True, capture_output=True, text=True).stdout
    used = processor_microseconds(peer.pid) - before
    # A refusal is in trailers and has no data; an answer has a head of 5 bytes and a message of 2.
    data, answered = int(re.search(r"\((\d+)\) data", told)[1]), int(re.search(r"(\d+) succeeded", told)[1])
    assert answered == calls and data == 7 * calls, f"gRPC answered otherwise:\n{told}"
    return {"server_cpu_us": used / calls, "calls_per_second": float(re.search(r"([\d.]+) req/s", told)[1])}


def connections(lab):
    lab.figures.heading("A health call as connections grow, one call in flight on each")
    lab.figures.draw("connections", None, [], title="A call's cost, by connections", xlabel="connections", **AXES)
    for count in (1, 10, 100, 1_000) if lab.quick else (1, 10, 100, 1_000, 10_000):
        beside_floor(lab, f"health call, {count:,} × 1", "connections", count, connections=count, in_flight=1,
                     seconds=lab.seconds, **lab.health_call())


def messages(lab):
    lab.figures.heading("A health call as its request grows (by a field that no side knows)")
    lab.figures.draw("messages", None, [], title="A call's cost, by the size of its request", xlabel="bytes", **AXES)
    for size in (100, 1_000, 10_000, 100_000, 1 << 20):
        lanes, in_flight = (16, 4) if size <= 10_000 else (4, 2)
        call = lab.template(f"health-{size}", "HealthService/Check", unknown_field(size))
        ours, _ = beside_floor(lab, f"health call of {size:,} bytes, {lanes} × {in_flight}", "messages", size,
                               connections=lanes, in_flight=in_flight, seconds=lab.seconds, **call)
        rate = [run["calls_per_second"] * size / 1e6 for run in ours]
        lab.figures.add(f"received in calls of {size:,} bytes", "MB/s", rate)


def unknown_field(size):
    """A field of number 15 and so many bytes: a reader passes over it, having received it whole."""
    length, left = bytearray(), size
    while left > 127:
        length.append(left & 127 | 128)
        left >>= 7
    length.append(left)
    return bytes([15 << 3 | 2]) + bytes(length) + bytes(size)


def cores(lab):
    lab.figures.heading("One core and two; with two, the generator shares them")
    for threads in (1, 2):
        with lab.server(pinned=threads == 1, threads=threads) as server:
            for name, shape, call in (("health calls, 16 × 64", (16, 64), lab.health_call()),
                                      ("submissions, 64 × 16", (64, 16), lab.submission())):
                runs = [lab.generate("calls", server, pinned=threads == 1, connections=shape[0], in_flight=shape[1],
                                     seconds=lab.seconds, **call) for _ in range(lab.repetitions)]
                rates = [run["calls_per_second"] for run in runs]
                rate = lab.figures.add(f"{name}, {threads} thread{'s' * (threads > 1)}", "a second", rates)
                what = name.split(",")[0]
                lab.figures.draw(f"cores-{what.replace(' ', '-')}", what, [(f"{threads}", rate)], kind="bars", log="",
                                 title=f"{what.capitalize()} with one thread and two", ylabel="a second")
