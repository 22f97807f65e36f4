# SPDX-License-Identifier: EUPL-1.2
"""The steps of a recovery to a moment, as the operators' documentation has them."""
import shlex
import shutil
import subprocess
import threading
import time

from cluster import postgres_programs
from faults import Failed
from libpq import Connection, DatabaseError
from machines import AS_POSTGRES, run, until

DATABASE_ROWS = 1000
WRITING_SECONDS = 2.0


class Server:
    """A data directory, and the process on it, which is spoken to on a socket beside it."""

    def __init__(self, data, archive, log, database="postgres"):
        self.data, self.home, self.archive, self.log = data, data.parent, archive, log
        self.database = database

    def program(self, name, *words):
        return run(*AS_POSTGRES, postgres_programs() / name, *words)

    def make(self):
        self.program("initdb", "--auth=trust", "--data-checksums", "--encoding=UTF8", "--locale=C.UTF-8",
                     "-D", self.data)

    def start(self, **settings):
        """Alone: on its socket, with nobody to wait for."""
        alone = {"listen_addresses": "", "unix_socket_directories": self.home, "synchronous_standby_names": "",
                 "log_statement": "ddl", "timezone": "UTC", "log_timezone": "UTC"}
        words = [f"-c {name}={shlex.quote(str(value))}" for name, value in {**alone, **settings}.items()]
        self.program("pg_ctl", "start", "-w", "-s", "-t", "60", "-D", self.data, "-l", self.log, "-o", " ".join(words))

    def stop(self, how="immediate"):
        if (self.data / "postmaster.pid").exists():
            self.program("pg_ctl", "stop", "-w", "-s", "-m", how, "-D", self.data)

    def rows(self, statement):
        return self.program("psql", "-h", self.home, "-d", self.database, "-v", "ON_ERROR_STOP=1", "-Atqc",
                            statement).splitlines()

    def value(self, statement):
        return self.rows(statement)[0]


class Writing(threading.Thread):
    """Cases that come in, each with the database's own time of its acknowledgement."""

    def __init__(self, conninfo):
        super().__init__()
        self.conninfo, self.acknowledged, self.stopping = conninfo, [], threading.Event()

    def run(self):
        connection = Connection(self.conninfo)
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


def mishap(conninfo, log, archive):
    """Load, and a table that is dropped in its middle: what was acknowledged, a moment before, and one after."""
    connection = Connection(conninfo)
    connection.execute("SET timezone TO 'UTC'")

    def value(statement):
        return connection.execute(statement)[0][0]
    writing = Writing(conninfo + " options='-c timezone=UTC'")
    writing.start()
    time.sleep(WRITING_SECONDS)
    before = value("SELECT clock_timestamp()")
    time.sleep(0.2)
    connection.execute("DROP TABLE cases")
    writing.join()
    # As the operator finds it: when was it, by the log?
    dropped = [line for line in log.read_text().splitlines() if "DROP TABLE cases" in line]
    if not dropped or dropped[0][:23] < before[:23]:
        raise Failed("the log does not tell when the table was dropped")
    after = value("SELECT clock_timestamp()")
    # A target must lie before the end of what is archived, or recovery can't know that it has come to it.
    connection.execute("CREATE TABLE later ()")
    last = value("SELECT pg_walfile_name(pg_switch_wal())")
    until(lambda: (archive / last).exists(), 30, f"{last} is archived")
    connection.close()
    return writing.acknowledged, before, after


def recover(copy, backup, moment):
    """A copy of the backup, brought to that moment, where it waits to be looked at."""
    subprocess.run([*AS_POSTGRES, "cp", "-a", backup, copy.data], check=True)
    (copy.data / "recovery.signal").touch()
    shutil.chown(copy.data / "recovery.signal", "postgres", "postgres")
    copy.start(restore_command=f"cp {copy.archive}/%f %p", recovery_target_time=moment,
               recovery_target_action="pause", archive_mode="off")
    until(lambda: copy.value("SELECT pg_get_wal_replay_pause_state()") == "paused", 60, "recovery is at its target")


def go_on(copy):
    """What came after the moment is given up; how many rows were there while it waited, and which are now."""
    looked_at = int(copy.value("SELECT count(*) FROM cases"))
    copy.rows("SELECT pg_wal_replay_resume()")
    until(lambda: copy.value("SELECT pg_is_in_recovery()") == "f", 30, "recovery is over")
    found = [int(row) for row in copy.rows("SELECT number FROM cases")]
    if looked_at != len(found):
        raise Failed(f"{looked_at} rows while it waited, {len(found)} after")
    return found


def compare(found, acknowledged, before):
    """Every row that was acknowledged until then, each once, and none that is newer."""
    wanted = set(range(1, DATABASE_ROWS + 1)) | {number for number, at in acknowledged if at <= before}
    possible = wanted | {number for number, _ in acknowledged}
    if len(found) != len(set(found)) or not wanted <= set(found) <= possible:
        raise Failed(f"{len(wanted)} rows were to come back, {len(found)} did")
    # One may have been committed before the moment and have been told of after it.
    if len(found) - len(wanted) > 1:
        raise Failed(f"{len(found) - len(wanted)} rows are newer than the moment")
    return (f"{len(found)} rows came back, all that were acknowledged until then; "
            f"{len(acknowledged) + DATABASE_ROWS - len(found)} newer ones are left out")
