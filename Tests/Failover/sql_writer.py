# SPDX-License-Identifier: EUPL-1.2
"""A server's writes without the server: short transactions under keys, each tried until it is surely committed.

    sql_writer.py JOURNAL CONNINFO WRITERS

Like the store it takes one lock for all writers in each transaction, repeats under the same key what it doesn't know
the outcome of, and believes no commit that the database warns about. The journal says `T key time` before the first
try and `A key time` once it is acknowledged. Keys that an earlier run left open come first. SIGTERM: begins nothing
new, and ends when all is acknowledged.
"""
import os
import signal
import sys
import threading
import time
import uuid

from libpq import Connection, DatabaseError

LOCK = "SELECT pg_advisory_xact_lock(7, 1)"
# Makes something to replicate also if the key is there, so that the commit behind it settles the one before.
WRITE = """
    WITH key AS (INSERT INTO tried (key) VALUES ('{key}')
                 ON CONFLICT (key) DO UPDATE SET times = tried.times + 1 RETURNING times)
    INSERT INTO done (key, said) SELECT '{key}', repeat('x', 300) FROM key WHERE times = 1"""
PAUSE_SECONDS = 0.01


class Journal:
    def __init__(self, path):
        self.file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def note(self, letter, key):
        os.write(self.file, f"{letter} {key} {time.monotonic():.6f}\n".encode())


def left_open(path):
    tried, acknowledged = {}, set()
    if os.path.exists(path):
        with open(path, encoding="ascii") as lines:
            for letter, key, _ in map(str.split, lines):
                tried.setdefault(key) if letter == "T" else acknowledged.add(key)
    return [key for key in tried if key not in acknowledged]


class Writer(threading.Thread):
    def __init__(self, conninfo, journal, keys, stopping):
        super().__init__()
        self.conninfo, self.journal, self.keys, self.stopping = conninfo, journal, keys, stopping
        self.connection = None

    def run(self):
        while self.keys or not self.stopping.is_set():
            if self.keys:
                key = self.keys.pop()
            else:
                key = uuid.uuid4().hex
                self.journal.note("T", key)
            while not self.try_once(key):
                time.sleep(0.2)
            self.journal.note("A", key)
            time.sleep(PAUSE_SECONDS)

    def try_once(self, key):
        """Whether it is committed, beyond doubt."""
        try:
            self.connection = self.connection or Connection(self.conninfo)
            for statement in ("BEGIN", LOCK, WRITE.format(key=key)):
                self.connection.execute(statement)
            self.connection.warnings.clear()
            self.connection.execute("COMMIT")
            if not self.connection.warnings:
                return True
            raise DatabaseError(self.connection.warnings[0])
        except DatabaseError as error:
            print(f"{time.monotonic():.3f} {key} {error}", flush=True)
            if self.connection:
                self.connection.close()
            self.connection = None
            return False


def main():
    path, conninfo, writers = sys.argv[1], sys.argv[2], int(sys.argv[3])
    stopping = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stopping.set())
    keys, journal = left_open(path), Journal(path)
    threads = [Writer(conninfo, journal, keys[place::writers], stopping) for place in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    main()
