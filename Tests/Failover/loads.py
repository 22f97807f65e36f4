# SPDX-License-Identifier: EUPL-1.2
"""The constant load of two servers, when each acknowledgement came, and what is left of them in the end."""
import json
import pathlib
import shutil
import signal
import subprocess
import sys
import threading
import time

from libpq import Connection, query
from machines import Machine, until

HERE = pathlib.Path(__file__).resolve().parent
# For each server: a store has one connection that writes, and at times one that settles what became of a commit.
WRITERS = 2
# What a caller of the SDK gives its calls.
DEADLINE_SECONDS = 60
SERVER_PORT = 7443
# A server that ended by itself is started again, as a service manager does.
AS_MANAGED = ["bash", "-c", 'until "$@"; do sleep 1; done', "manager"]
SIREN = "732829320"


class Load:
    """Two machines with a server each; what is acknowledged is noted with its time."""

    # What is measured besides the time without any acknowledgement.
    besides = "worse server"

    def __init__(self, work, cluster):
        self.work, self.cluster = work, cluster
        self.servers = [Machine(work, f"server-{letter}", number) for letter, number in (("a", 21), ("b", 22))]
        # (when, which server), in the order in which they became known.
        self.acknowledged = []

    def refresh(self):
        """Brings `acknowledged` up to date."""

    def gap(self, begin, end, place=None):
        """The longest time without an acknowledgement, by anybody or by the server of that place."""
        return longest(begin, sorted(at for at, who in self.acknowledged
                                     if begin <= at <= end and place in (None, who)), end)

    def worst(self, begin, end):
        """What is measured besides: the longest time for the worse of the servers."""
        return max(self.gap(begin, end, place) for place in range(len(self.servers)))

    def rate(self, begin, end):
        self.refresh()
        return sum(begin <= at <= end for at, _ in self.acknowledged) / (end - begin)

    def flows(self, begin, end):
        return self.worst(begin, end) < 1

    def wait_flowing(self, patience):
        """Until there are acknowledgements again without a pause, for three seconds."""
        def flows():
            self.refresh()
            now = time.monotonic()
            return self.flows(now - 3, now)
        until(flows, patience, "commands are acknowledged again", 0.5)


def longest(begin, times, end):
    marks = [begin, *times, end]
    return max(later - earlier for earlier, later in zip(marks, marks[1:]))


class SQLLoad(Load):
    """Plain transactions: what PostgreSQL and Patroni promise, without a server's doing."""

    def __init__(self, work, cluster):
        super().__init__(work, cluster)
        self.journals = [work / f"{server.name}.journal" for server in self.servers]
        self.read_to = [0, 0]
        # When each key was first tried, and how long it took.
        self.tried, self.took = {}, {}

    def start(self):
        connection = Connection(self.cluster.conninfo)
        connection.execute("CREATE TABLE tried (key text PRIMARY KEY, times int NOT NULL DEFAULT 1)")
        # Without a rule that would keep a key from being there twice.
        connection.execute("CREATE TABLE done (key text NOT NULL, said text NOT NULL)")
        connection.close()
        for server, journal in zip(self.servers, self.journals):
            server.boot(sys.executable, HERE / "sql_writer.py", journal, self.cluster.conninfo, WRITERS)

    def refresh(self):
        for place, journal in enumerate(self.journals):
            if not journal.exists():
                continue
            with journal.open(encoding="ascii") as lines:
                lines.seek(self.read_to[place])
                text = lines.read()
            # What is being written now is read the next time.
            whole = text[:text.rfind("\n") + 1]
            self.read_to[place] += len(whole)
            for letter, key, at in map(str.split, whole.splitlines()):
                if letter == "T":
                    self.tried[key] = float(at)
                else:
                    self.took[key] = float(at) - self.tried[key]
                    self.acknowledged.append((float(at), place))

    def end(self):
        """What was found in the end, in words, and the promises that were broken."""
        for server in self.servers:
            server.signal(signal.SIGTERM, "python")
        until(lambda: not any(server.is_up for server in self.servers), 90, "all writes are settled")
        self.refresh()
        there = dict(query(self.cluster.conninfo, "SELECT key, count(*) FROM done GROUP BY key"))
        broken = [f"{len(keys)} {what}, e.g. {keys[0]}" for what, keys in (
            ("acknowledged and lost", [key for key in self.took if key not in there]),
            ("there more than once", [key for key, count in there.items() if count != "1"]),
            ("there and never tried", [key for key in there if key not in self.tried]),
            ("never acknowledged", [key for key in self.tried if key not in self.took])) if keys]
        return f"{len(self.took)} keys acknowledged, {len(there)} there", broken + self.late()

    def late(self):
        late = [took for took in self.took.values() if took > DEADLINE_SECONDS]
        return [f"{len(late)} writes took over {DEADLINE_SECONDS} s, up to {max(late):.0f} s"] if late else []

    @property
    def slowest(self):
        return max(self.took.values(), default=0.0)


class SDKLoad(Load):
    """Partners on the SDK over two `recoursd`: a programme that README.md describes.

    Clients that have lost a server stay with the other, so that one of the two may have nothing to acknowledge: what a
    caller waits for counts.
    """

    besides = "longest call"

    def __init__(self, work, cluster, binaries, programme):
        super().__init__(work, cluster)
        self.binaries, self.programme = pathlib.Path(binaries), programme
        self.errors, self.report, self.driver = [], None, None
        # When each call ended, and how many seconds it had taken.
        self.calls = []

    def start(self):
        # Of the tests in Python that have their own interpreter with Python's protobuf package.
        from partners import add_partner
        from recours_wire import Connection as Wire, message
        hosts = [word for server in self.servers for word in ("--host", server.address)]
        first = self.work / "server"
        subprocess.run([self.binaries / "recoursd", "init", first, *hosts, "--postgres", self.cluster.conninfo],
                       check=True, stdout=subprocess.DEVNULL)
        for server in self.servers:
            # The same authority, keys and settings.
            directory = server.disk / "server"
            shutil.copytree(first, directory)
            server.boot(
                *AS_MANAGED, self.binaries / "recoursd", "serve", "--config", directory, "--log-level", "warning",
                "--listen", f"{server.address}:{SERVER_PORT}",
                environment={"RECOURS_POSTGRES": self.cluster.conninfo})
            until(lambda server=server: "listening on " in server.log.read_text(), 60, f"{server.name} listens")
        endpoints = [f"{server.address}:{SERVER_PORT}" for server in self.servers]
        for kind, slug in (("association", "ateliers"), ("platform", "amazon")):
            operator = Wire(first / "operator", endpoints[0])
            add_partner(operator, endpoints[0], self.work / "partners" / slug, kind, slug)
        mandate = message("v1.Mandate")(association="ateliers", siren=SIREN, **{"from": "2018-01-01"})
        [outcome] = operator.stream("PartnerService/ImportMandates", [mandate], "ImportMandatesResponse")
        assert outcome.refused == 0, outcome
        self.driver = subprocess.Popen(
            [self.programme, self.work / "partners", "--server", ",".join(endpoints),
             "--deadline", str(DEADLINE_SECONDS)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        threading.Thread(target=self._listen, daemon=True).start()

    def worst(self, begin, end):
        return max((took for at, took in self.calls if begin <= at <= end), default=0.0)

    def flows(self, begin, end):
        return self.gap(begin, end) < 1

    @property
    def slowest(self):
        return max((took for _, took in self.calls), default=0.0)

    def _listen(self):
        for line in self.driver.stdout:
            letter, _, rest = line.partition(" ")
            if letter == "A":
                place, milliseconds = rest.split()[:2]
                self.acknowledged.append((time.monotonic(), int(place)))
                self.calls.append((time.monotonic(), float(milliseconds) / 1000))
            elif letter == "E":
                self.errors.append(rest.strip())
            elif line.startswith("{"):
                self.report = json.loads(line)

    def end(self):
        self.driver.stdin.write("end\n")
        self.driver.stdin.close()
        if self.driver.wait(timeout=300) != 0 or self.report is None:
            return "the programme broke off", [f"it ended with {self.driver.returncode}"]
        broken = [f"{len(self.report[what])} {what}, e.g. {self.report[what][0]}"
                  for what in ("lost", "doubled", "invented", "misread") if self.report[what]]
        if self.report["answered"] < self.report["filed"]:
            broken.append(f"{self.report['filed'] - self.report['answered']} cases filed and not answered")
        return "{filed} filed, {answered} answered, {watched} watched".format(**self.report), broken + self.late()

    def late(self):
        return [f"{len(self.errors)} calls failed, e.g. {self.errors[0]}"] if self.errors else []
