# SPDX-License-Identifier: EUPL-1.2
"""Durable submissions beside the same rows written by a C program and by PostgreSQL; and as the store grows."""
import json
import shutil
import statistics
import struct
import subprocess

import postgres
import row_shapes
from figures import Goal
from lab import LIMITS, SIREN
from machine import processor_microseconds

LEARNT_CASES = 200


def submissions(lab):
    lab.figures.heading("Durable submissions, server and client on the same cores")
    alone(lab)
    unary(lab)
    bulk(lab)


def alone(lab):
    with lab.server(pinned=False) as server:
        runs = [lab.generate("calls", server, pinned=False, seconds=2 * lab.seconds, **lab.submission())
                for _ in range(lab.repetitions)]
    for name, bound in (("p50", 1), ("p99", 10)):
        lab.figures.add(f"one submission alone, {name}", "ms", [run["latency_us"][name] / 1e3 for run in runs],
                        goal=Goal("≤", bound))
    lab.figures.draw("alone", "recoursd", runs[0]["curve"], kind="quantiles", title="One durable submission alone",
                     ylabel="latency, ms")


def unary(lab):
    """Pairs of the server and the C program, which starts from a copy of the store as it is at the time."""
    batch, plan = cases_a_transaction(lab), learn(lab)
    ours, theirs = [], []
    for _ in range(lab.repetitions):
        with lab.server(pinned=False) as server:
            ours.append(lab.generate("calls", server, pinned=False, connections=64, in_flight=16,
                                     seconds=2 * lab.seconds, **lab.submission()))
        theirs.append(rows_in_c(lab, plan, batch))
    name = f"submissions, 64 × 16, {lab.stored():,} stored"
    lab.figures.add(name, "a second", [run["calls_per_second"] for run in ours],
                    [run["cases_per_second"] for run in theirs], f"the rows in C, {batch} a transaction,",
                    Goal("≥", 20_000))
    lab.figures.add(f"{name}, server CPU", "µs a case", [run["server_cpu_us"] for run in ours],
                    [run["cpu_us_a_case"] for run in theirs], "the rows in C")
    for quantile in ("p50", "p99"):
        lab.figures.add(f"{name}, {quantile}", "ms", [run["latency_us"][quantile] / 1e3 for run in ours])
    rate = statistics.median(run["calls_per_second"] for run in ours)
    return rate, statistics.median(run["cases_per_second"] for run in theirs)


def bulk(lab):
    """By the SDK, as a partner would; beside the C program with transactions of the same size."""
    program = lab.build / "BulkLoad"
    if not program.exists():
        lab.figures.note("bulk left out: BulkLoad is not built")
        return
    cases, window = (20_000 if lab.quick else 100_000), LIMITS["RECOURS_LIMITS_BULK_WINDOW"]
    plan, runs, theirs = learn(lab), [], []
    for _ in range(lab.repetitions):
        with lab.server(pinned=False) as server:
            before = processor_microseconds(server.pid)
            told = subprocess.run([program, lab.profile, server.endpoint, SIREN, str(cases), window], check=True,
                                  capture_output=True, text=True, timeout=600).stdout
            runs.append({**json.loads(told), "server_cpu_us": (processor_microseconds(server.pid) - before) / cases})
        theirs.append(rows_in_c(lab, plan, int(window) // 2))
    name = f"bulk by the SDK, one stream, {lab.stored():,} stored"
    lab.figures.add(name, "a second", [run["cases"] / run["seconds"] for run in runs],
                    [run["cases_per_second"] for run in theirs], "the rows in C", Goal("≥", 0.6, "ratio"))
    lab.figures.add(f"{name}, server CPU", "µs a case", [run["server_cpu_us"] for run in runs])
    lab.figures.add(f"{name}, client CPU", "µs a case", [run["client_cpu_us"] for run in runs])


# The rows in C

def learn(lab):
    """The plan of a submission's rows, from the store before and after some submissions."""
    path = lab.data / "plan"
    if path.exists():
        return path
    store = lab.directory / "store" / "store.sqlite"
    # Of copies: the server's own files may be opened by nobody else.
    copies = [lab.data / "before.sqlite", lab.data / "learnt.sqlite"]
    # The first cases make rows that later ones only change.
    for copy in copies:
        lab.fill(lab.stored() + LEARNT_CASES)
        shutil.copy(store, copy)
    lab.shapes = row_shapes.learn(*copies, LEARNT_CASES)
    path.write_text(row_shapes.plan(*lab.shapes))
    return path


def rows_in_c(lab, plan, batch, *words):
    copy = lab.data / "copy.sqlite"
    shutil.copy(lab.directory / "store" / "store.sqlite", copy)
    cases = max(batch, int(lab.seconds * 20_000) // batch * batch)
    told = subprocess.run([lab.build / "rows", copy, plan, str(cases), str(batch), *words], check=True,
                          capture_output=True, text=True).stdout
    for path in lab.data.glob("copy.sqlite*"):
        path.unlink()
    return json.loads(told)


def rows(lab):
    lab.figures.heading("The rows of a submission by a C program on SQLite, synchronous=FULL")
    plan = learn(lab)
    lab.figures.draw("rows", None, [], title="A submission's rows in C, by cases a transaction",
                     xlabel="cases a transaction", ylabel="cases a second", log="xy")
    for batch in (1, 16, 64, 256, 1_000):
        runs = [rows_in_c(lab, plan, batch) if batch > 16 else rows_of_few(lab, plan, batch)
                for _ in range(lab.repetitions)]
        rates = [run["cases_per_second"] for run in runs]
        rate = lab.figures.add(f"rows in C, {batch:,} cases a transaction", "cases a second", rates)
        lab.figures.draw("rows", "keys in order of time", [(batch, rate)])
        one = runs[0]
        lab.figures.note(f"{one['rows_per_second']:,.0f} rows a second, {one['cpu_us_a_case']:.1f} µs CPU a case")
    runs = [rows_in_c(lab, plan, 1_000, "random") for _ in range(lab.repetitions)]
    lab.figures.add("rows in C, 1,000 a transaction, random keys", "cases a second",
                    [run["cases_per_second"] for run in runs])


def rows_of_few(lab, plan, batch):
    """Small transactions wait for the disk; as many as of large ones would take minutes."""
    seconds, lab.seconds = lab.seconds, lab.seconds / (100 if batch == 1 else 10)
    try:
        return rows_in_c(lab, plan, batch)
    finally:
        lab.seconds = seconds


def cases_a_transaction(lab, cases=4_000):
    """How many cases one transaction holds under load: commits are counted in the log, which is not reset so soon."""
    log = lab.directory / "store" / "store.sqlite-wal"
    with lab.server(pinned=False) as server:
        before = commits(log)
        lab.generate("calls", server, pinned=False, connections=64, in_flight=16, calls=cases, **lab.submission())
        made = commits(log) - before
    return max(1, round(cases / max(made, 1)))


def commits(log):
    """Frames of SQLite's write-ahead log that end a transaction: those that tell the size of the database."""
    content = log.read_bytes() if log.exists() else b""
    if len(content) < 32:
        return 0
    page, salts = struct.unpack_from(">I", content, 8)[0], content[16:24]
    heads = range(32, len(content) - 23, 24 + page)
    return sum(content[at + 8:at + 16] == salts and content[at + 4:at + 8] != bytes(4) for at in heads)


# PostgreSQL

def pgbench(lab):
    lab.figures.heading("The rows of a submission by PostgreSQL, one transaction each, 64 clients (pgbench)")
    if not postgres.programs():
        lab.figures.note("left out: .ci/setup bench installs PostgreSQL")
        return
    learn(lab)
    store, ours, runs = lab.data / "learnt.sqlite", [], {False: [], True: []}
    for _ in range(lab.repetitions):
        with lab.server(pinned=False) as server:
            ours.append(lab.generate("calls", server, pinned=False, connections=64, in_flight=1,
                                     seconds=2 * lab.seconds, **lab.submission()))
        for with_counters, results in runs.items():
            results.append(postgres.run(lab.data / "postgres", store, lab.shapes, 2 * lab.seconds,
                                        with_counters=with_counters))
    rates = [run["calls_per_second"] for run in ours]
    for with_counters, results in runs.items():
        what = "its rows and counters" if with_counters else "its rows alone"
        lab.figures.add(f"submissions, 64 × 1, beside {what}", "a second", rates,
                        [run["transactions_per_second"] for run in results], "pgbench")
    for label, value in (("recoursd", rates), ("PostgreSQL, rows", [r["transactions_per_second"] for r in runs[False]]),
                         ("PostgreSQL, with counters", [r["transactions_per_second"] for r in runs[True]])):
        lab.figures.draw("pgbench", label, [("64 clients", statistics.median(value))], kind="bars", log="",
                         title="Durable submissions of 64 clients", ylabel="a second")
