# SPDX-License-Identifier: EUPL-1.2
"""What happens to a cluster under load. Each fault does its harm, waits, mends it, and says what it did.

A fault whose harm can't be shown to have happened fails: a rig that does nothing finds nothing.
"""
import dataclasses
import signal
import time
import typing

NO_SPACE = "No space left on device"


class Failed(Exception):
    """The round does not show what it is to show, or a promise did not hold."""


@dataclasses.dataclass(frozen=True)
class Fault:
    name: str
    title: str
    strike: typing.Callable
    # Seconds without any acknowledgement.
    goal: float | None = None
    # Whether it is drawn if nobody asks for it by name.
    is_drawn: bool = True


FAULTS = {}


def fault(name, title, **more):
    def keep(strike):
        FAULTS[name] = Fault(name, title, strike, **more)
        return strike
    return keep


def outage(rig):
    """How long a machine stays away: shorter and longer than the time after which it loses its lead."""
    seconds = rig.chance.uniform(5, 40)
    time.sleep(seconds)
    return f"back after {seconds:.0f} s"


# MARK: The primary

@fault("postgres", "the primary's PostgreSQL is killed, all its processes", goal=15)
def kill_postgres(rig):
    killed = rig.primary.signal(signal.SIGKILL, "postgres")
    if killed < 5:
        raise Failed(f"only {killed} processes to kill")
    return f"{killed} processes"


@fault("node", "the primary's node is killed, Patroni too", goal=30)
def kill_node(rig):
    node = rig.primary
    node.crash()
    said = outage(rig)
    node.boot()
    return said


@fault("gone", "the primary's machine is gone, and its wire is dead: nobody hears of it", goal=30)
def lose_node(rig):
    node = rig.primary
    node.unplug()
    node.crash()
    said = outage(rig)
    node.plug()
    node.boot()
    return said


@fault("lone", "the primary loses its standbys, and dies 2 s later", goal=32)
def isolate_and_kill(rig):
    node = rig.primary
    others = [other for other in rig.cluster.nodes if other is not node]
    node.cut(*others)
    time.sleep(2)
    node.crash()
    said = outage(rig)
    node.mend(*others)
    node.boot()
    return said


@fault("etcd-path", "the primary loses the way to etcd for 40 s")
def cut_from_etcd(rig):
    node = rig.primary
    node.cut(rig.cluster.etcd)
    time.sleep(40)
    node.mend(rig.cluster.etcd)
    return ""


@fault("patroni", "the primary's Patroni stands still for 40 s, PostgreSQL goes on", is_drawn=False)
def freeze_patroni(rig):
    node = rig.primary
    if node.signal(signal.SIGSTOP, "python") < 1:
        raise Failed("no Patroni to stop")
    time.sleep(40)
    node.signal(signal.SIGCONT, "python")
    return ""


# MARK: Standbys

@fault("standby", "the synchronous standby's node is killed")
def kill_standby(rig):
    node = rig.synchronous
    node.crash()
    said = outage(rig)
    node.boot()
    return said


@fault("standby-path", "the way between primary and synchronous standby is cut for 20 s")
def cut_from_standby(rig):
    node, standby = rig.primary, rig.synchronous
    node.cut(standby)
    time.sleep(20)
    node.mend(standby)
    return ""


@fault("disk", "the synchronous standby's disk is full for 20 s")
def fill_disk(rig):
    standby = rig.synchronous
    before = rig.cluster.says(standby, NO_SPACE)
    standby.fill()
    for _ in range(20):
        if rig.cluster.says(standby, NO_SPACE) == before:
            # The next file of the log, so that room is asked for at once.
            rig.cluster.try_query("SELECT pg_switch_wal()")
        time.sleep(1)
    said = rig.cluster.says(standby, NO_SPACE) - before
    standby.free()
    if not said:
        raise Failed("nobody missed the space")
    return f"{said} complaints"


# MARK: Servers and etcd

@fault("server", "a server is killed, and started again after 2 s")
def kill_server(rig):
    server = rig.any_server()
    server.crash()
    time.sleep(2)
    server.boot()
    return server.name


@fault("frozen", "a server stands still for 20 s, perhaps in the middle of a transaction")
def freeze_server(rig):
    server = rig.any_server()
    if server.signal(signal.SIGSTOP) < 1:
        raise Failed("no process to stop")
    time.sleep(20)
    server.signal(signal.SIGCONT)
    return server.name


@fault("server-path", "the way between a server and the primary is cut for 20 s")
def cut_server(rig):
    server, node = rig.any_server(), rig.primary
    server.cut(node)
    time.sleep(20)
    server.mend(node)
    return server.name


@fault("etcd", "etcd is killed, and started again after 30 s")
def kill_etcd(rig):
    rig.cluster.etcd.crash()
    time.sleep(30)
    rig.cluster.etcd.boot()
    return ""
