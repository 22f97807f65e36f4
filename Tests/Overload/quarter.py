# SPDX-License-Identifier: EUPL-1.2
"""Holds a program to a part of a core: what is left of a small machine can then offer it many times what it can do."""
import os
import pathlib
import signal
import threading
import time

# Short: what waits for the next period must not look like a queue.
PERIOD = 0.01
GROUPS = pathlib.Path("/sys/fs/cgroup")


class Share:
    """A part of a core. A control group of either version if we may make one; else the program is stopped and let go
    on by turns."""

    def __init__(self, part):
        self.part, self.group, self.ended = part, None, threading.Event()
        name = f"recours-{os.getpid()}"
        for parent, limit in ((GROUPS / "cpu", self.limit_first), (GROUPS, self.limit_second)):
            try:
                group = parent / name
                group.mkdir()
                limit(group)
                self.group = group
                return
            except OSError:
                if group.exists():
                    group.rmdir()

    def limit_first(self, group):
        (group / "cpu.cfs_period_us").write_text(str(int(PERIOD * 1e6)))
        (group / "cpu.cfs_quota_us").write_text(str(int(PERIOD * 1e6 * self.part)))

    def limit_second(self, group):
        (group / "cpu.max").write_text(f"{int(PERIOD * 1e6 * self.part)} {int(PERIOD * 1e6)}")

    @property
    def how(self):
        return "a control group" if self.group else "SIGSTOP and SIGCONT by turns"

    def before(self):
        """What a command is run by to be held."""
        return ["sh", "-c", f'echo $$ > {self.group}/cgroup.procs && exec "$@"', "sh"] if self.group else []

    def hold(self, pid):
        """For a program that no group holds."""
        if not self.group:
            threading.Thread(target=self.alternate, args=(pid,), daemon=True).start()

    def alternate(self, pid):
        try:
            while not self.ended.is_set():
                os.kill(pid, signal.SIGSTOP)
                time.sleep(PERIOD * (1 - self.part))
                os.kill(pid, signal.SIGCONT)
                time.sleep(PERIOD * self.part)
        except ProcessLookupError:
            pass

    def end(self):
        self.ended.set()
        if self.group:
            self.group.rmdir()
