# SPDX-License-Identifier: EUPL-1.2
"""Machines as namespaces: each with processes, an address and a disk of its own, joined by a wire that can be cut.

Runs as root inside namespaces that run.sh makes, so that all of it is gone once the rig ends, however it ends.
"""
import os
import pathlib
import signal
import subprocess
import time

SUBNET = "10.77.0"
# What becomes a machine's first process: it takes up orphans, and whatever still runs ends with it.
INIT = '"$@" & wait "$!"'
AS_POSTGRES = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]
BALLAST = "ballast"


def run(*words):
    return subprocess.run(list(map(str, words)), check=True, capture_output=True, text=True).stdout


def until(holds, patience, what, pause=0.1):
    """Waits for a condition and gives back what it gave."""
    end = time.monotonic() + patience
    while not (found := holds()):
        if time.monotonic() > end:
            raise TimeoutError(f"{what}: not within {patience:.0f} s")
        time.sleep(pause)
    return found


def make_bridge():
    run("ip", "link", "add", "name", "lan", "type", "bridge")
    run("ip", "address", "add", f"{SUBNET}.1/24", "dev", "lan")
    run("ip", "link", "set", "lan", "up")


class Machine:
    """`boot` starts it, `crash` takes its power away; the address stays, as a machine's does."""

    def __init__(self, work, name, number, mebibytes=0):
        self.name, self.address = name, f"{SUBNET}.{number}"
        self.disk, self.log = work / name, work / f"{name}.log"
        self.process = self.order = None
        self.disk.mkdir()
        if mebibytes:
            self._mount(work / f"{name}.image", mebibytes)
        run("chown", "postgres:", self.disk)
        # The address lives as long as this process, which does nothing else.
        self.holder = subprocess.Popen(["unshare", "--net", "sleep", "infinity"])
        ours = os.readlink("/proc/self/ns/net")
        until(lambda: os.readlink(f"/proc/{self.holder.pid}/ns/net") != ours, 10, "a network namespace", 0.01)
        self._plug_in()

    def _mount(self, image, mebibytes):
        run("truncate", "-s", f"{mebibytes}M", image)
        run("mkfs.ext4", "-q", "-m", "0", image)
        try:
            run("mount", "-o", "loop", image, self.disk)
        except subprocess.CalledProcessError:
            # No loop devices here: then it forgets all with the rig, which is no loss.
            run("mount", "-t", "tmpfs", "-o", f"size={mebibytes}m", "tmpfs", self.disk)

    def _plug_in(self):
        run("ip", "link", "add", "name", f"to-{self.name}", "type", "veth", "peer", "name", "wire",
            "netns", self.holder.pid)
        run("ip", "link", "set", f"to-{self.name}", "master", "lan", "up")
        self.inside("ip", "address", "add", f"{self.address}/24", "dev", "wire")
        self.inside("ip", "link", "set", "wire", "up")
        self.inside("ip", "link", "set", "lo", "up")

    @property
    def network(self):
        return f"--net=/proc/{self.holder.pid}/ns/net"

    def inside(self, *words):
        """A command of the administrator's on its network."""
        return run("nsenter", self.network, *words)

    # MARK: Power

    def boot(self, *order, environment=None):
        """Starts what was ordered, or the same again."""
        if order:
            self.order = [list(map(str, order)), {**os.environ, "HOME": str(self.disk), **(environment or {})}]
        words, variables = self.order
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                ["nsenter", self.network, "unshare", "--pid", "--ipc", "--mount", "--fork", "--kill-child=KILL",
                 "--mount-proc", "bash", "-c", INIT, self.name, *words],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=variables, start_new_session=True)

    @property
    def is_up(self):
        return self.process is not None and self.process.poll() is None

    def crash(self):
        """All its processes end at the same moment, none of them knowing."""
        if self.process is not None:
            for pid in self.processes()[:1]:
                # Ends only once all that it was first of have ended.
                os.kill(pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    def processes(self, program=""):
        """Those inside, the first of them first, seen from here; or those whose program's name so begins."""
        children = pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        if not children:
            return []
        inside = os.readlink(f"/proc/{children[0]}/ns/pid")
        return [pid for pid in sorted(int(entry) for entry in os.listdir("/proc") if entry.isdigit())
                if self._runs(pid, inside, program)]

    @staticmethod
    def _runs(pid, namespace, program):
        try:
            return (os.readlink(f"/proc/{pid}/ns/pid") == namespace
                    and os.path.basename(os.readlink(f"/proc/{pid}/exe")).startswith(program))
        except OSError:
            return False

    def signal(self, number, program=""):
        """To all its processes but the first, which must stay, or to those of a program; how many."""
        chosen = self.processes(program)[0 if program else 1:]
        for pid in chosen:
            try:
                os.kill(pid, number)
            except ProcessLookupError:
                pass
        return len(chosen)

    # MARK: Wire

    def unplug(self):
        run("ip", "link", "set", f"to-{self.name}", "down")

    def plug(self):
        run("ip", "link", "set", f"to-{self.name}", "up")

    def cut(self, *others):
        """Nothing comes through either way, and nobody is told."""
        for one, other in self._ways(others):
            one.inside("iptables", "-A", "INPUT", "-s", other.address, "-j", "DROP")

    def mend(self, *others):
        for one, other in self._ways(others):
            one.inside("iptables", "-D", "INPUT", "-s", other.address, "-j", "DROP")

    def _ways(self, others):
        return [way for other in others for way in ((self, other), (other, self))]

    # MARK: Disk

    def fill(self):
        """Leaves nothing free."""
        ballast = os.open(self.disk / BALLAST, os.O_WRONLY | os.O_CREAT)
        size, portion = 0, 64 << 20
        while portion >= 4096:
            try:
                os.posix_fallocate(ballast, size, portion)
                size += portion
            except OSError:
                portion //= 2
        os.close(ballast)

    def free(self):
        (self.disk / BALLAST).unlink()
