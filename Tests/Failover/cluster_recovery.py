# SPDX-License-Identifier: EUPL-1.2
"""A cluster under Patroni that is set back to a moment: one node is recovered alone, and the others copy it."""
import shutil
import signal
import subprocess
import time

from authority import client_words
from cluster import Cluster, postgres_programs
from faults import Failed
from machines import AS_POSTGRES, make_bridge, run, until
from point_in_time import DATABASE_ROWS, Server, compare, go_on, mishap, recover


def sets_back(work):
    make_bridge()
    archive, backup = work / "archive", work / "backup"
    for directory in (archive, backup):
        directory.mkdir(mode=0o700)
        shutil.chown(directory, "postgres", "postgres")
    cluster = Cluster(work, archive=archive)
    cluster.start()
    primary = cluster.primary()
    cluster.query(f"CREATE TABLE cases AS SELECT generate_series(1, {DATABASE_ROWS}) AS number")
    source = f"host={primary.address} user=postgres " + client_words(primary.disk, "postgres")
    run(*AS_POSTGRES, postgres_programs() / "pg_basebackup", "-d", source, "-D", backup, "-c", "fast", "-X", "stream")
    acknowledged, before, _ = mishap(cluster.administrator(primary), primary.log, archive)
    begun = time.monotonic()
    stop(cluster, primary)
    found = recover_alone(primary, archive, backup, before)
    said = compare(found, acknowledged, before)
    # Patroni asks twice whether that is meant.
    subprocess.run(["patronictl", "-c", work / f"{primary.name}.json", "remove", "recours"], check=True,
                   input="recours\nYes I am aware\n", capture_output=True, text=True)
    give_back(cluster, primary)
    check_all(cluster, len(found))
    return f"{said}; whole again {time.monotonic() - begun:.0f} s after the first was stopped"


def stop(cluster, primary):
    """Patroni ends its PostgreSQL as it ends; the primary last."""
    for node in sorted(cluster.nodes, key=lambda node: node is primary):
        node.signal(signal.SIGTERM, "python")
        until(lambda node=node: not node.is_up, 60, f"{node.name} has stopped")


def recover_alone(node, archive, backup, moment):
    """In the place of what is there, which is moved aside."""
    data = node.disk / "data"
    data.rename(node.disk / "aside")
    copy = Server(data, archive, node.disk / "recovery.log", "recours")
    recover(copy, backup, moment)
    found = go_on(copy)
    copy.stop("fast")
    return found


def give_back(cluster, first):
    """To Patroni: the one that was recovered leads, and the others have nothing and copy it."""
    first.boot()
    until(lambda: cluster.primary() is first, 60, "the recovered node leads")
    for node in cluster.nodes:
        if node is not first:
            shutil.rmtree(node.disk / "data")
            node.boot()
    cluster.wait_whole(120)


def check_all(cluster, count):
    # Acknowledged by a standby again, and the same everywhere.
    cluster.query("SET synchronous_commit TO on; INSERT INTO cases VALUES (0)")
    for node in cluster.nodes:
        def there(node=node):
            return int(cluster.query("SELECT count(*) FROM cases", node)[0][0]) == count + 1
        try:
            until(there, 10, f"{node.name} has all")
        except TimeoutError as failure:
            raise Failed(str(failure)) from None
