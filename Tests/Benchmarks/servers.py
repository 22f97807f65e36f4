# SPDX-License-Identifier: EUPL-1.2
"""One, two and three servers on one PostgreSQL, beside one on SQLite, and beside the rows alone."""
import contextlib
import copy
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
            beside_sqlite(lab, labs, f"submissions, {connections} × {in_flight}", connections, in_flight, "submission",
                          beside_rows=in_flight == 1)
        beside_sqlite(lab, labs, f"status queries, {QUERIES[0]} × {QUERIES[1]}", *QUERIES, "query")


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


def beside_sqlite(lab, labs, name, connections, in_flight, call, beside_rows=False):
    """All contestants in turn within a repetition; ratios are to the one server on SQLite."""
    sqlite, ours, rows = [], {count: [] for count in COUNTS}, []
    for _ in range(lab.repetitions):
        sqlite.append(rate([lab], connections, in_flight, call))
        for count in COUNTS:
            ours[count].append(rate(labs[:count], connections, in_flight, call))
        if beside_rows:
            rows.append(postgres.run(lab.data / "postgres", lab.data / "learnt.sqlite", lab.shapes, 2 * lab.seconds,
                                     clients=connections)["transactions_per_second"])
    lab.figures.add(f"{name}, SQLite", "a second", sqlite)
    for count in COUNTS:
        servers = "server" if count == 1 else "servers"
        lab.figures.add(f"{name}, PostgreSQL, {count} {servers}", "a second", ours[count], sqlite, "SQLite")
        if beside_rows:
            lab.figures.add("  the same", "a second", ours[count], rows, "pgbench, the rows alone,")


def rate(labs, connections, in_flight, call):
    """Calls a second over all servers, each with its part of the connections and a generator of its own."""
    with contextlib.ExitStack() as stack:
        targets = [stack.enter_context(one.server(pinned=False)) for one in labs]
        # Written once: another generator may be reading them.
        files, runs = getattr(labs[0], call)(), []
        for place, (one, target) in enumerate(zip(labs, targets)):
            part = connections // len(labs) + (place < connections % len(labs))
            if call == "submission":
                files = {**files, "keep": one.identifiers}
            words = one.generator("calls", target, pinned=False, connections=part, in_flight=in_flight,
                                  seconds=2 * one.seconds, **files)
            runs.append(subprocess.Popen(words, stdout=subprocess.PIPE, text=True))
        told = [json.loads(run.communicate()[0] or "{}") for run in runs]
    if any(run.returncode for run in runs):
        sys.exit(f"a generator failed: {told}")
    return sum(one["calls_per_second"] for one in told)
