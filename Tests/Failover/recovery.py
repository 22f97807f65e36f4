# SPDX-License-Identifier: EUPL-1.2
"""The recovery to a moment of the operators' documentation, step by step: a table is dropped under load and comes back.

One PostgreSQL without Patroni, on a socket of its own. Inside the namespaces of run.sh, with which all of it ends.
"""
import pathlib
import shutil
import subprocess
import sys
import threading
import time

from cluster import postgres_programs
from faults import Failed
from libpq import Connection, DatabaseError, query
from machines import AS_POSTGRES, run, until

DATABASE_ROWS = 1000
WRITING_SECONDS = 2.0


class Server:
    """A data directory, and the process on it."""

    def __init__(self, home, name):
        self.home, self.data = home, home / name
        self.archive = home / "archive"
        self.conninfo = f"host={home} dbname=postgres user=postgres"

    def program(self, name, *words):
        return run(*AS_POSTGRES, postgres_programs() / name, *words)

    def make(self):
        self.program("initdb", "--data-checksums", "--encoding=UTF8", "--locale=C.UTF-8", "-D", self.data)
        # Whole or not at all, never over another file, and on the disk before PostgreSQL may forget its own.
        place = f"{self.archive}/%f"
        self.configure(
            "listen_addresses = ''", f"unix_socket_directories = '{self.home}'", "archive_mode = on",
            "archive_timeout = 60", "log_statement = ddl", "log_line_prefix = '%m '",
            f"archive_command = 'test ! -e {place} && cp %p {place}.part && sync {place}.part && "
            f"mv {place}.part {place} && sync {self.archive}'")

    def configure(self, *lines):
        with (self.data / "postgresql.auto.conf").open("a", encoding="utf-8") as settings:
            settings.write("".join(f"{line}\n" for line in lines))

    def start(self):
        # Returns when connections are taken, or it gave up.
        self.program("pg_ctl", "start", "-w", "-s", "-t", "60", "-D", self.data, "-l", self.log)

    @property
    def log(self):
        return self.home / f"{self.data.name}.log"

    def stop(self):
        if (self.data / "postmaster.pid").exists():
            self.program("pg_ctl", "stop", "-w", "-s", "-m", "immediate", "-D", self.data)

    def value(self, statement):
        return query(self.conninfo, statement)[0][0]


class Writing(threading.Thread):
    """Cases that come in, each with the database's own time of its acknowledgement."""

    def __init__(self, server):
        super().__init__()
        self.server, self.acknowledged, self.stopping = server, [], threading.Event()

    def run(self):
        connection = Connection(self.server.conninfo)
        number = DATABASE_ROWS
        while not self.stopping.is_set():
            number += 1
            try:
                connection.execute(f"INSERT INTO cases VALUES ({number})")
            except DatabaseError:
                break
            self.acknowledged.append((number, connection.execute("SELECT clock_timestamp()")[0][0]))
            time.sleep(0.002)
        connection.close()


def base_backup(server, backup):
    server.program("pg_basebackup", "-h", server.home, "-U", "postgres", "-D", backup, "-c", "fast", "-X", "stream")
    server.program("pg_verifybackup", "-q", backup)


def mishap(server):
    """Load, and a table that is dropped in its middle: what was acknowledged, a moment before, and one after."""
    writing = Writing(server)
    writing.start()
    time.sleep(WRITING_SECONDS)
    moment = server.value("SELECT clock_timestamp()")
    time.sleep(0.2)
    server.value("DROP TABLE cases; SELECT 1")
    writing.join()
    # As the operator finds it: when was it, by the log?
    dropped = [line for line in server.log.read_text().splitlines() if "DROP TABLE cases" in line]
    if not dropped or dropped[0][:23] < moment[:23]:
        raise Failed("the log does not tell when the table was dropped")
    after = server.value("SELECT clock_timestamp()")
    # A target must lie before the end of what is archived, or recovery can't know that it has come to it.
    query(server.conninfo, "CREATE TABLE later ()")
    last = server.value("SELECT pg_walfile_name(pg_switch_wal())")
    until(lambda: (server.archive / last).exists(), 30, f"{last} is archived")
    return writing.acknowledged, moment, after


def recover(server, backup, moment, name):
    """A copy of the backup, brought to that moment, where it waits to be looked at."""
    copy = Server(server.home, name)
    subprocess.run([*AS_POSTGRES, "cp", "-a", backup, copy.data], check=True)
    copy.configure(
        # What comes after the moment gets a history of its own; nothing old is overwritten.
        f"restore_command = 'cp {server.archive}/%f %p'", f"recovery_target_time = '{moment}'",
        "recovery_target_action = pause", "archive_mode = off")
    (copy.data / "recovery.signal").touch()
    shutil.chown(copy.data / "recovery.signal", "postgres", "postgres")
    copy.start()
    until(lambda: copy.value("SELECT pg_get_wal_replay_pause_state()") == "paused", 60, "recovery is at its target")
    return copy


# MARK: The checks

def comes_back(server, backup, acknowledged, before, _):
    copy = recover(server, backup, before, "recovered")
    wanted = set(range(1, DATABASE_ROWS + 1)) | {number for number, at in acknowledged if at <= before}
    possible = wanted | {number for number, _ in acknowledged}
    looked_at = int(copy.value("SELECT count(*) FROM cases"))
    copy.value("SELECT pg_wal_replay_resume()")
    until(lambda: copy.value("SELECT pg_is_in_recovery()") == "f", 30, "recovery is over")
    found = [int(row[0]) for row in query(copy.conninfo, "SELECT number FROM cases")]
    copy.value("INSERT INTO cases VALUES (0) RETURNING 1")
    timeline = copy.value("SELECT substring(pg_walfile_name(pg_current_wal_lsn()), 1, 8)::int")
    copy.stop()
    if len(found) != len(set(found)) or not wanted <= set(found) <= possible or looked_at != len(found):
        raise Failed(f"{len(wanted)} rows were to come back, {len(found)} did, {looked_at} while it paused")
    # One may have been committed before the moment and have been told of after it.
    if len(found) - len(wanted) > 1:
        raise Failed(f"{len(found) - len(wanted)} rows are newer than the moment")
    return (f"{len(found)} rows came back, all that were acknowledged until then; "
            f"{len(acknowledged) + DATABASE_ROWS - len(found)} newer ones are left out; timeline {timeline}")


def later_is_too_late(server, backup, _, __, after):
    copy = recover(server, backup, after, "late")
    there = copy.value("SELECT to_regclass('cases') IS NOT NULL")
    copy.stop()
    if there != "f":
        raise Failed("the table is there after it was dropped")
    return "the table is not there"


def gap_is_refused(server, backup, _, before, __):
    """The file that the moment lies in is missing."""
    last = max(server.archive.glob("?" * 24))
    last.rename(last.with_suffix(".lost"))
    try:
        recover(server, backup, before, "gap").stop()
    except (subprocess.CalledProcessError, DatabaseError, TimeoutError):
        said = (server.home / "gap.log").read_text()
        if "recovery ended before configured recovery target was reached" in said:
            return "it says that it ended before its target, and does not start"
        raise Failed("it failed otherwise: " + said[-300:]) from None
    raise Failed("it took what was there for all")


CHECKS = [("what was acknowledged before the mishap comes back", comes_back),
          ("a moment after the mishap is too late", later_is_too_late),
          ("an archive with a gap is refused", gap_is_refused)]


def main(work):
    home = work / "recovery"
    home.mkdir()
    (home / "archive").mkdir()
    for directory in (home, home / "archive"):
        shutil.chown(directory, "postgres", "postgres")
    server, backup = Server(home, "data"), home / "backup"
    server.make()
    server.start()
    server.value(f"CREATE TABLE cases AS SELECT generate_series(1, {DATABASE_ROWS}) AS number; SELECT 1")
    base_backup(server, backup)
    happened = mishap(server)
    server.stop()
    passed = failed = 0
    for title, check in CHECKS:
        try:
            said, fine = check(server, backup, *happened), True
        except (Failed, TimeoutError, DatabaseError, subprocess.CalledProcessError) as failure:
            said, fine = f"{type(failure).__name__}: {failure}", False
        passed, failed = passed + fine, failed + (not fine)
        print(f"  {'ok  ' if fine else 'FAIL'}  {title}\n          {said}", flush=True)
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
