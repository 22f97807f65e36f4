# SPDX-License-Identifier: EUPL-1.2
"""Fails the n-th call of a kind, for n = 1, 2, … until a scenario passes untouched: once, and from then on.

Kinds: fsync and fdatasync, write, open, ftruncate, unlink and rename of the server's files, and memory that SQLite or
OpenSSL ask for. After each the server is killed, started without a fault, and held to its answers (commands.py). With
--kill the process dies instead, before the n-th call and after it.
"""
import argparse
import errno
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from faults import Faults
from peer import PATIENCE, Peer
from rows import Failed, expect
from scenarios import SCENARIOS, Founding, Ground

STORAGE_FAILED = 74
# What a start may end with that meets a fault: it says why, and another start is right again.
START_MAY_END_WITH = (STORAGE_FAILED, 69, 73)
DIED = -9
KINDS = ("sync", "write", "open", "truncate", "unlink", "rename")
MEMORY = ("libsqlite3", "libcrypto", "libssl")


class Plan:
    """One way to fail: of which kind, with which error, once or for ever."""

    def __init__(self, kind, error=0, for_ever=False, manner="fail", library=""):
        self.kind, self.error, self.for_ever, self.manner, self.library = kind, error, for_ever, manner, library

    def name(self):
        if self.manner.startswith("die"):
            return f"{self.manner.replace('_', ' ')} {self.kind}"
        how = errno.errorcode.get(self.error, self.manner)
        return f"{self.library or self.kind} {how}{' for ever' if self.for_ever else ''}"

    @property
    def ends_with(self):
        """How a server that lived may have ended."""
        if self.manner.startswith("die"):
            return (DIED,)
        # Refused memory may end a process anywhere; what is acknowledged may not go with it.
        return (STORAGE_FAILED, -6, -11, -4, -5) if self.kind == "memory" else (STORAGE_FAILED,)


def plans(options):
    if options.kill:
        return [Plan(kind, manner=manner) for kind in KINDS if kind != "open" for manner in ("die_before", "die_after")]
    if options.control:
        return [Plan("write", manner="swallow", for_ever=True)]
    if options.quick:
        return [Plan("sync", errno.EIO), Plan("write", errno.ENOSPC)]
    once = [("sync", errno.EIO), ("sync", errno.EINTR), ("write", errno.EIO), ("write", errno.ENOSPC),
            ("write", errno.EINTR), ("open", errno.EIO), ("open", errno.EINTR), ("truncate", errno.EIO),
            ("unlink", errno.EIO), ("rename", errno.EIO)]
    for_ever = [("sync", errno.EIO), ("write", errno.EIO), ("write", errno.ENOSPC), ("open", errno.EMFILE),
                ("truncate", errno.EIO), ("unlink", errno.EIO), ("rename", errno.ENOSPC)]
    found = [Plan(kind, error) for kind, error in once] + [Plan(kind, error, True) for kind, error in for_ever]
    found.append(Plan("write", manner="cut_short"))
    found.append(Plan("memory", errno.ENOMEM, True, library="libsqlite3"))
    return found + [Plan("memory", errno.ENOMEM, library=library) for library in MEMORY]


class Loop:
    """All plans of one scenario, on a ground of its own."""

    def __init__(self, world, kind, options):
        self.scenario, self.options = kind(), options
        self.ground = Ground(world, kind.__name__.lower()).found()
        self.faults = Faults(world, under=self.ground.directory)
        self.injected, self.endings, self.untouched = 0, {}, 0

    def start(self):
        """Starts a server that is sound so far; the one of the last check will do."""
        if self.ground.server and self.ground.server.process.poll() is None:
            return
        # A process that memory is refused to dies without a picture of its stack, which takes seconds.
        self.ground.start(preload={**self.faults.preload, "SWIFT_BACKTRACE": "enable=no"})

    def run(self):
        try:
            for plan in plans(self.options):
                self.all_of(plan)
        finally:
            self.kill()

    def all_of(self, plan):
        """n = 1, 2, …: the end is a run in which no call was left to fail."""
        number = 0
        while True:
            number += self.step(plan, number)
            try:
                if not self.one(plan, number):
                    self.untouched += 1
                    return
            except Failed as error:
                raise Failed(f"{plan.name()} at call {number}: {error}") from None
            self.injected += 1

    def step(self, plan, number):
        # There is memory by the thousand, asked for by the same few lines.
        stride = self.scenario.stride * (4 if self.options.quick else 1)
        if plan.kind == "memory":
            stride = max(stride, number // 3)
        return 1 if number == 0 else stride

    def one(self, plan, number):
        """Fails one call; whether there was one."""
        scenario, ground, faults = self.scenario, self.ground, self.faults
        if scenario.from_start:
            self.kill()
            scenario.ready(ground)
        choice = dict(manner=plan.manner, error=plan.error, for_ever=plan.for_ever,
                      only=plan.library or scenario.only)
        listens = True
        if scenario.from_start:
            faults.choose(plan.kind, number, **choice)
            listens = self.try_to_start(plan)
            commands = scenario.commands(ground, None)
            if listens:
                scenario.act(ground, commands)
        else:
            self.start()
            commands = scenario.commands(ground, scenario.prepare(ground))
            faults.choose(plan.kind, number, **choice)
            scenario.act(ground, commands)
        seen, failed = faults.counted()
        faults.set(kind=0, at=0)
        self.end(plan, listens)
        self.check(commands)
        return failed > 0

    def try_to_start(self, plan):
        try:
            self.start()
            return True
        except SystemExit as error:
            status = int(str(error).rsplit(" ", 1)[1])
            # Keys that find no memory to be parsed in look like wrong ones.
            may_end = (*START_MAY_END_WITH, *plan.ends_with, *([78] if plan.kind == "memory" else []))
            expect(status in may_end, f"the start ended with {status}")
            self.note(f"start {status}")
            return False

    def end(self, plan, listens):
        """A server that has ended by itself must have said so rightly; one that lives is killed."""
        if not listens:
            return
        process = self.ground.server.process
        if process.poll() is None:
            # After a failed commit it takes a second to end.
            try:
                Peer(self.ground.profiles["wish"], self.ground.endpoint).expect_serving()
                self.note("lives")
            except (Failed, OSError, EOFError):
                try:
                    process.wait(timeout=10)
                except subprocess.TimeoutExpired:
                    raise Failed("the server neither serves nor ends") from None
        status = process.poll()
        self.ground.server.kill()
        if status is not None:
            expect(status in (0, *plan.ends_with), f"the server ended with {status}")
            self.note(str(status))

    def note(self, ending):
        self.endings[ending] = self.endings.get(ending, 0) + 1

    def check(self, commands):
        """Starts without a fault, and looks for what was acknowledged."""
        try:
            self.start()
        except SystemExit as error:
            raise Failed(f"the next start: {error}") from None
        for command in commands:
            if command.outcome is not None:
                command.check(self.ground)

    def kill(self):
        if self.ground.server:
            self.ground.server.kill()


class FoundingLoop(Loop):
    """`recoursd init` makes the directory in which a server then starts."""

    def one(self, plan, number):
        fresh = self.ground.directory / "fresh"
        self.scenario.ready(self.ground)
        self.faults.choose(plan.kind, number, manner=plan.manner, error=plan.error, for_ever=plan.for_ever,
                           only=plan.library)
        made = self.init(fresh, self.faults.preload)
        failed = self.faults.counted()[1]
        self.faults.set(kind=0, at=0)
        if made.returncode != 0:
            # A database that cannot be given its settings is called one of a wrong file system.
            expect(made.returncode in (73, 78, *START_MAY_END_WITH, *plan.ends_with),
                   f"init ended with {made.returncode}: {made.stderr.decode()[-300:]}")
            self.note(f"init {made.returncode}")
            # What is half made is refused, or made whole; a directory that is new must do.
            fresh = self.ground.directory / "fresh-again"
            subprocess.run(["rm", "-rf", fresh], check=True)
            expect(self.init(fresh, {}).returncode == 0, "init elsewhere fails")
        check = subprocess.run([self.ground.world.recoursd, "serve", "--config", fresh, "--check"],
                               capture_output=True)
        expect(check.returncode == 0, f"what init made does not start: {check.stderr.decode()[-300:]}")
        return failed > 0

    def init(self, directory, variables):
        return subprocess.run([self.ground.world.recoursd, "init", directory], capture_output=True,
                              env={**os.environ, **variables})


class World:
    """What a Place asks of the world it is in."""

    def __init__(self, recoursd, work):
        self.recoursd, self.work, self.places = recoursd, work, 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binaries", type=pathlib.Path, help="the directory with recoursd")
    parser.add_argument("words", nargs="*", help="only scenarios whose name holds one of them")
    parser.add_argument("--kill", action="store_true", help="the process dies around the chosen call")
    parser.add_argument("--quick", action="store_true", help="one scenario, every fourth call")
    parser.add_argument("--control", action="store_true", help="writes are lost in silence")
    options = parser.parse_intermixed_args()
    chosen = [kind for kind in SCENARIOS if not options.words or any(w in kind().name() for w in options.words)]
    if options.quick and not options.words:
        chosen = [kind for kind in chosen if kind().name() == "submit"]
    PATIENCE[0] = 15
    passed = failed = injected = 0
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="recours-faults.") as work:
        world = World(options.binaries / "recoursd", pathlib.Path(work))
        for kind in chosen:
            loop, since = (FoundingLoop if kind is Founding else Loop)(world, kind, options), time.monotonic()
            try:
                loop.run()
                passed, verdict = passed + 1, "passed"
            except Failed as error:
                failed, verdict = failed + 1, f"FAILED: {error}"
            injected += loop.injected
            endings = ", ".join(f"{count} × {ending}" for ending, count in sorted(loop.endings.items()))
            print(f"{loop.scenario.name():45} {loop.injected:5} faults ({endings}; {time.monotonic() - since:.0f} s) "
                  f"{verdict}", flush=True)
    print(f"\n{injected} faults in {time.monotonic() - begun:.0f} s\n{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
