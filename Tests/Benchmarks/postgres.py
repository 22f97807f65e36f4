# SPDX-License-Identifier: EUPL-1.2
"""PostgreSQL as a peer: a throwaway cluster, the tables that a submission writes, and its rows as a pgbench script."""
import contextlib
import dataclasses
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import tempfile

import row_shapes

TYPES = {"INTEGER": "bigint", "TEXT": "text", "BLOB": "bytea"}
SETTINGS = {"listen_addresses": "''", "fsync": "on", "synchronous_commit": "on", "full_page_writes": "on",
            "shared_buffers": "256MB", "max_wal_size": "4GB", "max_connections": "100"}


def programs():
    """The newest server's directory of programs, or None: Debian keeps them out of PATH."""
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


def as_server(command):
    # It refuses to run as root.
    return (["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []) + [str(word) for word in command]


def used(pid):
    """Ticks of a process as user and in the system, and the same of its children that have ended."""
    try:
        told = pathlib.Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return [0, 0, 0, 0]
    return [int(word) for word in told[told.rindex(")") + 2:].split()[11:15]]


@dataclasses.dataclass
class Cluster:
    binaries: pathlib.Path
    data: pathlib.Path
    sockets: pathlib.Path

    def reach(self, program, *rest):
        """A command that reaches it, e.g. psql's."""
        return [str(self.binaries / program), "-h", str(self.sockets), "-U", "bench", *rest, "postgres"]

    def processor_microseconds(self):
        """Of all its processes, those that have ended too."""
        postmaster = int((self.data / "postmaster.pid").read_text().split()[0])
        children = pathlib.Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text().split()
        # Own time of each, user's and system's; of the first what its children that have ended had as well.
        ticks = sum(used(postmaster)) + sum(sum(used(child)[:2]) for child in children)
        return ticks / os.sysconf("SC_CLK_TCK") * 1e6

    @property
    def connection(self):
        return f"host={self.sockets} user=bench dbname=postgres"


@contextlib.contextmanager
def cluster(directory):
    """A fresh cluster that ends with the block."""
    binaries = programs()
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True)
    if os.geteuid() == 0:
        shutil.chown(directory, "postgres", "postgres")
    data = directory / "cluster"
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "cwd": directory}
    subprocess.run(as_server([binaries / "initdb", "-D", data, "-U", "bench", "-A", "trust", "--no-locale",
                              "-E", "UTF8"]), **quiet)
    settings = [f"-c {name}={value}" for name, value in SETTINGS.items()]
    # A socket's path may have a hundred characters; that below this directory may have more.
    sockets = pathlib.Path(tempfile.mkdtemp(prefix="recours-bench-", dir="/tmp"))
    sockets.chmod(0o777)
    start = [binaries / "pg_ctl", "-D", data, "-w", "-l", directory / "log", "-o",
             " ".join([f"-k {sockets}", *settings]), "start"]
    try:
        subprocess.run(as_server(start), **quiet)
        yield Cluster(binaries, data, sockets)
    finally:
        subprocess.run(as_server([binaries / "pg_ctl", "-D", data, "-m", "immediate", "stop"]),
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=directory)
        shutil.rmtree(sockets, ignore_errors=True)
        shutil.rmtree(directory, ignore_errors=True)


def schema(store, tables):
    """The same tables and indexes, as PostgreSQL says them."""
    connection, lines = sqlite3.connect(f"file:{store}?mode=ro", uri=True), []
    for name in tables:
        table = row_shapes.Table(connection, name)
        columns = [f"{row[1]} {TYPES[row[2]]}" for row in connection.execute(f"PRAGMA table_info({name})")]
        lines.append(f"CREATE TABLE {name} ({', '.join(columns)}, PRIMARY KEY ({', '.join(table.key)}));")
        lines += [f"{sql};" for (sql,) in connection.execute(
            "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL", (name,))]
    return "\n".join(lines) + "\n"


class Script:
    """One submission as a transaction, in pgbench's own words."""

    def __init__(self, rows, changes, with_counters):
        self.sequences, self.statements = [], []
        for sort in rows:
            # Seldom ones, such as a tree's upper nodes, are not worth a condition.
            self.statements += [self.insert(sort)] * round(sort.per_case)
        if with_counters:
            self.statements += [self.update(change) for change in changes]
        self.text = "\n".join(["BEGIN;", *self.statements, "COMMIT;"]) + "\n"
        self.preparation = "".join(f"CREATE SEQUENCE {name} CACHE 32;\n" for name in self.sequences)

    def insert(self, sort):
        columns = ", ".join(one.name for one in sort.columns)
        values = ", ".join(self.value(one) for one in sort.columns)
        # A random number may be drawn twice in a long run; that must not end a client.
        return f"INSERT INTO {sort.table} ({columns}) VALUES ({values}) ON CONFLICT DO NOTHING;"

    @staticmethod
    def update(change):
        sets = ", ".join(f"{name} = {name} + 1" for name in change.columns)
        where = " AND ".join(f"{name} = {literal(value)}" for name, value in change.key.items())
        return f"UPDATE {change.table} SET {sets} WHERE {where};"

    def value(self, one):
        if one.kind == "constant":
            return literal(one.value)
        if one.kind == "random_integer":
            return f"{one.first} + floor(random() * {one.last - one.first + 1})::bigint"
        if one.kind in ("random_bytes", "ordered_bytes"):
            fresh = f"substr(sha256(uuid_send(gen_random_uuid())), 1, {one.size - 6})"
            clock = "substr(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 3)"
            start = clock if one.kind == "ordered_bytes" else "substr(uuid_send(gen_random_uuid()), 1, 6)"
            return f"{start} || {fresh}"
        next_one = f"nextval('{self.sequence()}')"
        if one.kind == "numbered_text":
            return f"{literal(one.value)} || lpad(to_hex({next_one}), {one.size}, '0')"
        return f"{int(one.first)} + ({next_one} * {one.step:.9g})::bigint"

    def sequence(self):
        self.sequences.append(f"fresh_{len(self.sequences)}")
        return self.sequences[-1]


def literal(value):
    if value is None:
        return "NULL"
    if isinstance(value, bytes):
        return f"'\\x{value.hex()}'::bytea"
    return row_shapes.literal(value)


def counter_rows(store, changes):
    """The rows that each submission changes, as they are."""
    connection, lines = sqlite3.connect(f"file:{store}?mode=ro", uri=True), []
    for change in changes:
        where = " AND ".join(f"{name} = {row_shapes.literal(value)}" for name, value in change.key.items())
        row = connection.execute(f"SELECT * FROM {change.table} WHERE {where}").fetchone()
        lines.append(f"INSERT INTO {change.table} VALUES ({', '.join(map(literal, row))});\n")
    return "".join(lines)


def run(directory, store, shapes, seconds, clients=64, with_counters=False):
    """Transactions a second and their mean latency in milliseconds, on a fresh cluster."""
    rows, changes = shapes
    script = Script(rows, changes, with_counters)
    tables = list(dict.fromkeys(sort.table for sort in [*rows, *changes]))
    with cluster(directory) as made:
        preparation = schema(store, tables) + script.preparation + counter_rows(store, changes)
        subprocess.run(made.reach("psql", "-q", "-v", "ON_ERROR_STOP=1"), input=preparation, text=True, check=True)
        path = directory / "submission.sql"
        path.write_text(script.text)
        told = subprocess.run(
            made.reach("pgbench", "-n", "-M", "prepared", "-c", str(clients), "-j", "1", "-f", str(path),
                       "-T", str(max(1, round(seconds)))), capture_output=True, text=True, check=True).stdout
    return {"transactions_per_second": float(re.search(r"tps = ([\d.]+)", told)[1]),
            "mean_ms": float(re.search(r"latency average = ([\d.]+)", told)[1])}
