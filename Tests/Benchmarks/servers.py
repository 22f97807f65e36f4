# SPDX-License-Identifier: EUPL-1.2
"""One, two and three servers on one PostgreSQL, beside one on SQLite, and beside the rows alone."""
import contextlib
import copy
import dataclasses
import json
import os
import shutil
import subprocess
import sys

import postgres
import storage

COUNTS = (1, 2, 3)
# Connections over all servers, and calls in flight on each.
SUBMISSIONS = ((64, 1), (64, 16))
QUERIES = (24, 64)


def servers(lab):
    lab.figures.heading("Servers on one PostgreSQL; they, the database and the generators share the machine's cores")
    if not postgres.programs():
        lab.figures.note("left out: .ci/setup bench installs PostgreSQL")
        return
    lab.fill(max(lab.ladder[0], 1_000))
    storage.learn(lab)
    with postgres.cluster(lab.data / "shared") as cluster:
        labs = on_postgres(lab, cluster.connection)
        labs[0].fill(lab.stored())
        for connections, in_flight in SUBMISSIONS:
            beside_sqlite(lab, labs, cluster, f"submissions, {connections} × {in_flight}", connections, in_flight,
                          "submission", beside_rows=in_flight == 1)
        beside_sqlite(lab, labs, cluster, f"status queries, {QUERIES[0]} × {QUERIES[1]}", *QUERIES, "query")


def on_postgres(lab, connection):
    """A lab for each server, all of one database: copies of the directory that the first one made."""
    first = copy.copy(lab)
    first.directory, first.partners = lab.data / "server-1", lab.data / "partners-1"
    first.profile, first.identifiers = first.partners / lab.profile.name, lab.data / "identifiers-1"
    with environment(RECOURS_POSTGRES=connection):
        first.prepare()
    labs = [first]
    for number in COUNTS[1:]:
        other = copy.copy(first)
        other.directory = lab.data / f"server-{number}"
        other.identifiers = lab.data / f"identifiers-{number}"
        shutil.copytree(first.directory, other.directory)
        labs.append(other)
    return labs


@contextlib.contextmanager
def environment(**variables):
    before = dict(os.environ)
    os.environ.update(variables)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def beside_sqlite(lab, labs, cluster, name, connections, in_flight, call, beside_rows=False):
    """All contestants in turn within a repetition; ratios are to the one server on SQLite."""
    sqlite, ours, rows = [], {count: [] for count in COUNTS}, []
    for _ in range(lab.repetitions):
        sqlite.append(load([lab], None, connections, in_flight, call))
        for count in COUNTS:
            ours[count].append(load(labs[:count], cluster, connections, in_flight, call))
        if beside_rows:
            rows.append(postgres.run(lab.data / "postgres", lab.data / "learnt.sqlite", lab.shapes, 2 * lab.seconds,
                                     clients=connections)["transactions_per_second"])
    tell(lab, f"{name}, SQLite", sqlite)
    rates = [run.rate for run in sqlite]
    for count in COUNTS:
        servers = "server" if count == 1 else "servers"
        tell(lab, f"{name}, PostgreSQL, {count} {servers}", ours[count], rates)
        if beside_rows:
            lab.figures.add("  the same", "a second", [run.rate for run in ours[count]], rows,
                            "pgbench, the rows alone,")


def tell(lab, name, runs, sqlite=None):
    lab.figures.add(name, "a second", [run.rate for run in runs], sqlite, "SQLite")
    # Hardly depends on who else uses the machine.
    lab.figures.add("  server CPU a call", "µs", [run.server_us for run in runs])
    if runs[0].database_us:
        lab.figures.add("  database CPU a call", "µs", [run.database_us for run in runs])


@dataclasses.dataclass
class Run:
    rate: float
    server_us: float
    database_us: float


def load(labs, cluster, connections, in_flight, call):
    """Calls over all servers, each with its part of the connections and a generator of its own."""
    with contextlib.ExitStack() as stack:
        targets = [stack.enter_context(one.server(pinned=False)) for one in labs]
        # Written once: another generator may be reading them.
        files, runs = getattr(labs[0], call)(), []
        before = cluster.processor_microseconds() if cluster else 0
        for place, (one, target) in enumerate(zip(labs, targets)):
            part = connections // len(labs) + (place < connections % len(labs))
            if call == "submission":
                files = {**files, "keep": one.identifiers}
            words = one.generator("calls", target, pinned=False, connections=part, in_flight=in_flight,
                                  seconds=2 * one.seconds, warm_up=0, **files)
            runs.append(subprocess.Popen(words, stdout=subprocess.PIPE, text=True))
        told = [json.loads(run.communicate()[0] or "{}") for run in runs]
        after = cluster.processor_microseconds() if cluster else 0
    if any(run.returncode for run in runs):
        sys.exit(f"a generator failed: {told}")
    calls = sum(one["calls"] for one in told)
    return Run(sum(one["calls_per_second"] for one in told),
               sum(one["server_cpu_us"] * one["calls"] for one in told) / calls, (after - before) / calls)
