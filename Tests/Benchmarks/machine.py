# SPDX-License-Identifier: EUPL-1.2
"""The machine that is measured on, and what a process on it has used."""
import os
import pathlib
import statistics
import subprocess
import sys
import time

# What must only be there beside what is measured takes the processor's rest and gives way at once: niceness alone lets
# it finish its turn, milliseconds in which a server that has just been woken waits.
LEAST_PRIORITY = ["chrt", "--idle", "0"]


def disk(directory):
    """The file system, and the median time of a 4 KiB write with fdatasync in microseconds."""
    told = subprocess.run(
        ["df", "--output=fstype", directory], check=True, capture_output=True, text=True).stdout
    kind = told.split()[-1]
    if kind in ("tmpfs", "ramfs"):
        sys.exit(f"{directory} is in memory ({kind}): set RECOURS_BENCH_DIR to a directory on a disk")
    times, path = [], directory / "probe"
    with open(path, "wb", buffering=0) as file:
        for _ in range(200):
            begun = time.perf_counter()
            file.write(bytes(4096))
            os.fdatasync(file.fileno())
            times.append(time.perf_counter() - begun)
    path.unlink()
    return kind, statistics.median(times) * 1e6


def describe(directory):
    if len(os.sched_getaffinity(0)) < 2:
        sys.exit("this needs two cores: one for the server, one for the generator")
    kind, sync = disk(directory)
    processor = next((line.split(": ")[1] for line in open("/proc/cpuinfo") if line.startswith("model name")),
                     os.uname().machine + "\n").strip()
    machine = {"processor": processor, "cores": len(os.sched_getaffinity(0)), "file_system": kind,
               "fdatasync_us": round(sync), "kernel": os.uname().release, "load_before": os.getloadavg()[0]}
    print(f"{machine['cores']} cores of {processor}; {directory} is on {kind}, a write of 4 KiB with fdatasync takes "
          f"{sync:.0f} µs; load before the first run {machine['load_before']:.2f}")
    if machine["load_before"] > 0.5:
        print("Others use this machine: what follows says little.")
    return machine


def processor_microseconds(pid):
    # The kernel's name for the CPU clock of another process, as clock_getcpuclockid(3) makes it.
    return time.clock_gettime_ns((~pid << 3) | 2) / 1e3


def resident_bytes(pid):
    return int(pathlib.Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")
