# SPDX-License-Identifier: EUPL-1.2
"""A table is dropped under load and comes back: first with one PostgreSQL, then with a cluster under Patroni.

Inside the namespaces of run.sh, with which all of it ends.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import uuid

from cluster import archiving
from cluster_recovery import sets_back
from faults import Failed
from libpq import DatabaseError
from machines import run
from point_in_time import DATABASE_ROWS, Server, compare, go_on, mishap, recover


def comes_back(server, backup, acknowledged, before, _):
    copy = another(server, "recovered")
    recover(copy, backup, before)
    said = compare(go_on(copy), acknowledged, before)
    copy.rows("INSERT INTO cases VALUES (0)")
    timeline = copy.value("SELECT substring(pg_walfile_name(pg_current_wal_lsn()), 1, 8)::int")
    copy.stop()
    return f"{said}; timeline {timeline}"


def later_is_too_late(server, backup, _, __, after):
    copy = another(server, "late")
    recover(copy, backup, after)
    there = copy.value("SELECT to_regclass('cases') IS NOT NULL")
    copy.stop()
    if there != "f":
        raise Failed("the table is there after it was dropped")
    return "the table is not there"


def gap_is_refused(server, backup, _, before, __):
    """The file that the moment lies in is missing."""
    last = max(server.archive.glob("?" * 24))
    last.rename(last.with_suffix(".lost"))
    copy = another(server, "gap")
    try:
        recover(copy, backup, before)
    except (subprocess.CalledProcessError, TimeoutError):
        if "recovery ended before configured recovery target was reached" in copy.log.read_text():
            return "it says that it ended before its target, and does not start"
        raise Failed("it failed otherwise: " + copy.log.read_text()[-300:]) from None
    finally:
        copy.stop()
    raise Failed("it took what was there for all")


def becomes_another(server, backup, _, before, __):
    """The store that lies beside the load's table, as the operators' documentation ends its recovery."""
    copy = another(server, "renewed")
    recover(copy, backup, before)
    go_on(copy)
    copy.database = "recours"
    epoch = copy.value("SELECT epoch FROM store")
    erased, place = copy.home.parent / "erased.txt", f"postgres:{conninfo(copy)}"
    erased.write_text(f"{uuid.uuid4()}\n")
    said = run(copy.recoursd, "store", "restored", place, "--erasures", erased)
    gap = copy.value("SELECT first || '-' || last FROM row_gap")
    if copy.value("SELECT epoch FROM store") == epoch or gap != "1-1000000" or "erases 1 cases" not in said:
        raise Failed(f"it is the same store: {said}, rows left out: {gap}")
    checked = subprocess.run([copy.recoursd, "serve", "--check", "--config", copy.home.parent / "first"],
                             env={**os.environ, "RECOURS_POSTGRES": conninfo(copy)}, capture_output=True, text=True)
    copy.stop()
    if checked.returncode != 0:
        raise Failed(f"it does not open: {checked.stderr}")
    return f"another epoch, rows {gap} are left out; {checked.stdout.strip()}"


def conninfo(server):
    return f"host={server.home} user=postgres dbname=recours"


def another(server, name):
    made = Server(server.home / name, server.archive, server.home / f"{name}.log")
    made.recoursd = server.recoursd
    return made


CHECKS = [("what was acknowledged before the mishap comes back", comes_back),
          ("what comes back becomes another store", becomes_another),
          ("a moment after the mishap is too late", later_is_too_late),
          ("an archive with a gap is refused", gap_is_refused)]


def single(work, recoursd):
    """One server, its backup and archive, and what happened to it."""
    home = work / "single"
    archive = home / "archive"
    for directory in (home, archive):
        directory.mkdir()
        shutil.chown(directory, "postgres", "postgres")
    server, backup = Server(home / "data", archive, home / "data.log"), home / "backup"
    server.recoursd = recoursd
    server.make()
    server.start(**archiving(archive))
    server.rows(f"CREATE TABLE cases AS SELECT generate_series(1, {DATABASE_ROWS}) AS number")
    server.rows("CREATE DATABASE recours")
    run(recoursd, "init", work / "first", "--postgres", conninfo(server))
    server.program("pg_basebackup", "-h", home, "-D", backup, "-c", "fast", "-X", "stream")
    server.program("pg_verifybackup", "-q", backup)
    happened = mishap(f"host={home} dbname=postgres user=postgres", server.log, archive)
    server.stop()
    return server, backup, *happened


def main(work, recoursd):
    place = single(work, recoursd)
    checks = [(title, lambda check=check: check(*place)) for title, check in CHECKS]
    checks.append(("a cluster under Patroni is set back, and whole again", lambda: sets_back(work)))
    passed = failed = 0
    for title, check in checks:
        try:
            said, fine = check(), True
        except subprocess.CalledProcessError as failure:
            said, fine = f"{failure.cmd}: {failure.stderr}", False
        except (Failed, TimeoutError, DatabaseError) as failure:
            said, fine = f"{type(failure).__name__}: {failure}", False
        passed, failed = passed + fine, failed + (not fine)
        print(f"  {'ok  ' if fine else 'FAIL'}  {title}\n          {said}", flush=True)
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main(*map(pathlib.Path, sys.argv[1:])))
