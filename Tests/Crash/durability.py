# SPDX-License-Identifier: EUPL-1.2
"""Shows from a server's system calls that no reply left before its transaction was on disk.

A kill leaves the page cache alone, so only the order of system calls can show this. Single submissions go to a
server under strace, one after the other; of each the trace must hold, in this order: the request was read, the
transaction was written to the write-ahead log, fdatasync of the log began, it returned 0, the reply was written.

With --unsafe the server is one that doesn't wait for the disk, and the check must fail for every reply.
"""
import argparse
import pathlib
import re
import sys

from serving import Server
from life_of_a_case import draft, submit
from recours_wire import Connection, new_key

CALLS = "read,readv,recvfrom,recvmsg,write,writev,sendto,sendmsg,pwrite64,fdatasync,fsync"
BEGUN = re.compile(r"^(\d+) +(\w+)\((\d+)<(.*?)>(?=[,)]| <unfinished)(.*)$")
RESUMED = re.compile(r"^(\d+) +<\.\.\. (\w+) resumed>(.*)$")
RESULT = re.compile(r"= (-?\d+)(?: \w+ \(.*\))?$")


def events(lines):
    """The trace as (what, phase, file, result): phase is "begins" or "ends"."""
    unfinished = {}
    for line in lines:
        line = line.rstrip()
        if resumed := RESUMED.match(line):
            thread, name, rest = resumed.groups()
            if (thread, name) in unfinished and (result := RESULT.search(rest)):
                yield name, "ends", unfinished.pop((thread, name)), int(result[1])
        elif begun := BEGUN.match(line):
            thread, name, _, file, rest = begun.groups()
            yield name, "begins", file, None
            if rest.endswith("<unfinished ...>"):
                unfinished[thread, name] = file
            elif result := RESULT.search(rest):
                yield name, "ends", file, int(result[1])


UNWRITTEN = "nothing was written to the log"
WRITTEN = "fdatasync of the log had not begun"
SYNCING = "fdatasync of the log had not returned"
FAILED = "fdatasync of the log had failed"
SYNCED = None


def replies(trace, port):
    """Of each request that was read and answered on the server's port, what was wrong with its reply, or None."""
    found, waiting, state = [], False, UNWRITTEN
    for name, phase, file, result in events(trace):
        if file.startswith("TCP") and f":{port}->" in file:
            if name.startswith("re") and phase == "ends" and result > 0:
                waiting, state = True, UNWRITTEN
            elif not name.startswith("re") and phase == "begins" and waiting:
                found.append(state)
                waiting = False
        elif file.endswith("-wal") and name == "pwrite64" and phase == "ends":
            state = WRITTEN
        elif file.endswith("-wal") and name in ("fdatasync", "fsync"):
            if phase == "begins" and state == WRITTEN:
                state = SYNCING
            elif phase == "ends" and state == SYNCING:
                state = SYNCED if result == 0 else FAILED
    return found


def self_test():
    """The check itself must be able to fail."""
    read = '7 read(9<TCP:[127.0.0.1:70->127.0.0.1:81]>, "..."..., 65536) = 400'
    log = '8 pwrite64(5</s/recours.sqlite-wal>, "..."..., 4096, 32) = 4096'
    sync = ["8 fdatasync(5</s/recours.sqlite-wal> <unfinished ...>", "8 <... fdatasync resumed>) = 0"]
    reply = '7 write(9<TCP:[127.0.0.1:70->127.0.0.1:81]>, "..."..., 90) = 90'
    cases = [
        ([read, log, *sync, reply], True),
        ([read, log, "8 fdatasync(5</s/recours.sqlite-wal>) = 0", reply], True),
        ([read, reply], False),
        ([read, log, reply], False),
        ([read, log, sync[0], reply, sync[1]], False),
        ([read, *sync, log, reply], False),
        ([read, sync[0], log, sync[1], reply], False),
        ([read, log, sync[0], "8 <... fdatasync resumed>) = -1 EIO (Input/output error)", reply], False),
        ([read, log, "8 fdatasync(6</s/recours.sqlite>) = 0", reply], False),
    ]
    for trace, good in cases:
        assert [verdict is None for verdict in replies(trace, 70)] == [good], trace


def traced(options):
    trace = options.directory / "trace.txt"
    strace = ["strace", "-f", "-yy", "-s", "0", "-e", f"trace={CALLS}", "-e", "signal=none", "-o", str(trace)]
    if options.preload:
        strace += ["-E", f"LD_PRELOAD={options.preload}"]
    server = Server(options.recoursd, options.directory / "server", before=strace)
    connection = Connection(options.directory / "partners" / "ateliers-reunis", server.endpoint)
    for _ in range(options.replies):
        submit(connection, draft(options.siren), new_key())
    connection.socket.close()
    server.stop()
    with open(trace, errors="replace") as lines:
        found = replies(lines, int(server.endpoint.rsplit(":", 1)[1]))
    assert len(found) >= options.replies, f"the trace holds {len(found)} of {options.replies} replies"
    # What comes before is the handshake.
    return found[-options.replies:]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("recoursd")
    parser.add_argument("directory", type=pathlib.Path)
    parser.add_argument("siren")
    parser.add_argument("--replies", type=int, default=200)
    parser.add_argument("--preload", help="a library to load into the server")
    parser.add_argument("--unsafe", metavar="NAME", help="the server doesn't wait for the disk: the check must fail")
    options = parser.parse_args()
    self_test()
    found = traced(options)
    wrong = [verdict for verdict in found if verdict]
    if options.unsafe:
        if len(wrong) != len(found):
            sys.exit(f"{options.unsafe}: {len(found) - len(wrong)} replies passed a check that they must fail")
        print(f"{options.unsafe}: all {len(found)} replies fail the check, as they must ({wrong[0]})")
    elif wrong:
        sys.exit(f"{len(wrong)} of {len(found)} replies left too early, the first when {wrong[0]}")
    else:
        print(f"{len(found)} replies, each written after fdatasync of its transaction had returned")


if __name__ == "__main__":
    main()
