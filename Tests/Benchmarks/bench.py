# SPDX-License-Identifier: EUPL-1.2
"""Measures a release server beside a floor in C, one step after the other, and prints a table.

Usage: bench.py BUILD_DIR DATA_DIR RECOURSD [--repetitions N]

BUILD_DIR holds `floor`, `loadgen` and `BulkLoad`; everything that is stored goes below DATA_DIR, which must be on
a real disk. Server and floor run on core 0, the generator on core 1; only while submissions are measured does
the server have both, as a server would.
"""
import argparse
import json
import os
import pathlib
import shutil
import socket
import statistics
import subprocess
import sys
import time

TESTS = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS / "Crash"))
from serving import Server
from life_of_a_case import draft
from recours_wire import message

# Has right check digits; of a firm that the demo has invented.
SIREN = "831983333"
SHAPES = [(1, 1), (16, 1), (16, 16), (16, 64)]
# One partner fills the machine here, so its limits stand above what the steps keep in flight.
LIMITS = {
    "RECOURS_LIMITS_CONNECTIONS_PER_PARTNER": "128",
    "RECOURS_LIMITS_CALLS_PER_PARTNER": "2048",
    "RECOURS_LIMITS_BULK_WINDOW": "1024",
}
SERVER_CORE, GENERATOR_CORE = ["taskset", "-c", "0"], ["taskset", "-c", "1"]


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


class Bench:
    def __init__(self, options):
        self.build, self.data, self.recoursd = options.build, options.data, options.recoursd
        self.repetitions = options.repetitions
        self.directory = self.data / "server"
        self.profile = self.data / "partners" / "ateliers-reunis"
        self.results = {}

    def template(self, name, method, request, key=b""):
        opening = message("wire.v1.Open")(method="recours.v1." + method, timeout_ms=30_000, idempotency_key=key)
        paths = [self.data / f"{name}.open", self.data / f"{name}.data"]
        paths[0].write_bytes(opening.SerializeToString())
        paths[1].write_bytes(request.SerializeToString())
        return paths

    def start(self, pinned):
        # A pinned server has one core, and so one thread.
        os.environ["RECOURS_THREADS"] = "1" if pinned else "0"
        return Server(self.recoursd, self.directory, before=SERVER_CORE if pinned else ())

    def prepare(self):
        subprocess.run([self.recoursd, "init", self.directory], check=True, stdout=subprocess.DEVNULL)
        server = self.start(pinned=False)
        subprocess.run(
            [sys.executable, TESTS / "Interop" / "partners.py", self.directory / "operator", server.endpoint,
             self.data / "partners", "association:ateliers-reunis", "platform:wish",
             "--mandate", f"ateliers-reunis:{SIREN}"], check=True)
        server.stop()

    def generate(self, endpoint, pid, shape, seconds, templates, pinned=True, keep=None, identifiers=None):
        host, port = endpoint.rsplit(":", 1)
        given = {
            "host": host, "port": port, "identity": self.profile, "connections": shape[0], "in-flight": shape[1],
            "seconds": seconds, "open": templates[0], "data": templates[1], "pid": pid, "identifiers": identifiers,
            "keep": keep}
        options = [part for name, value in given.items() if value is not None for part in (f"--{name}", value)]
        command = [*(GENERATOR_CORE if pinned else []), self.build / "loadgen", "calls", *options]
        run = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=60 + seconds)
        if run.returncode:
            sys.exit(f"the generator failed:\n{run.stdout}{run.stderr}")
        return json.loads(run.stdout)

    def start_floor(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        files = [self.directory / part for part in (
            "authority/certificate.pem", "server/certificate.pem", "server/key.pem")]
        floor = subprocess.Popen([*SERVER_CORE, self.build / "floor", str(port), *files], stdout=subprocess.PIPE)
        assert floor.stdout.readline() == b"listening\n", "the floor did not listen"
        return floor, f"127.0.0.1:{port}"

    def health(self):
        print("\nHealth call: server CPU a call beside the floor, a C program with epoll, OpenSSL and protobuf-c")
        print("  connections × in flight     calls/s   server µs   floor µs   ratio   goal")
        templates = self.template("health", "HealthService/Check", message("v1.HealthCheckRequest")())
        server = self.start(pinned=True)
        floor, floor_endpoint = self.start_floor()
        rows = []
        for shape in SHAPES:
            ours, theirs = [], []
            for _ in range(self.repetitions):
                ours.append(self.generate(server.endpoint, server.process.pid, shape, 1.5, templates))
                theirs.append(self.generate(floor_endpoint, floor.pid, shape, 1.5, templates))
            row = {
                "connections": shape[0], "in_flight": shape[1],
                "calls_per_second": statistics.median(run["calls_per_second"] for run in ours),
                "server_cpu_us": statistics.median(run["server_cpu_us"] for run in ours),
                "floor_cpu_us": statistics.median(run["server_cpu_us"] for run in theirs),
                "ratio": statistics.median(a["server_cpu_us"] / b["server_cpu_us"] for a, b in zip(ours, theirs)),
            }
            rows.append(row)
            goal = "≤ 2" if shape in ((16, 1), (16, 64)) else ""
            print(f"  {shape[0]:>11} × {shape[1]:<9} {row['calls_per_second']:>12,.0f} {row['server_cpu_us']:>11.2f} "
                  f"{row['floor_cpu_us']:>10.2f} {row['ratio']:>7.2f}   {goal}", flush=True)
        floor.kill()
        floor.wait()
        server.stop()
        self.results["health"] = rows

    def submissions(self, bulk_cases):
        print("\nDurable submissions, server and client on the same cores")
        server = self.start(pinned=False)
        pid = server.process.pid

        def case(reference):
            return self.template("submit", "CaseService/SubmitCase", message("v1.SubmitCaseRequest")(
                draft=draft(SIREN, external_ref=f"{reference}-########")), b"\xAA" * 16)

        alone = self.generate(server.endpoint, pid, (1, 1), 4, case("alone"), pinned=False)
        print(f"  one alone           p50 {alone['latency_us']['p50'] / 1000:.2f} ms, p99 {alone['latency_us']['p99'] / 1000:.2f} ms"
              "   (goal: p50 ≤ 1 ms, p99 ≤ 10 ms)", flush=True)
        unary = self.generate(
            server.endpoint, pid, (64, 16), 8, case("unary"), pinned=False, keep=self.data / "identifiers")
        print(f"  unary, 64 × 16      {unary['calls_per_second']:,.0f} a second, server "
              f"{unary['server_cpu_us']:.1f} µs a case, p50 {unary['latency_us']['p50'] / 1000:.1f} ms, "
              f"p99 {unary['latency_us']['p99'] / 1000:.1f} ms   (goal: ≥ 20,000)", flush=True)
        before = processor_microseconds(pid)
        run = subprocess.run(
            [self.build / "BulkLoad", self.profile, server.endpoint, SIREN, str(bulk_cases),
             LIMITS["RECOURS_LIMITS_BULK_WINDOW"]], capture_output=True, text=True, timeout=120)
        if run.returncode:
            sys.exit(f"the bulk program failed:\n{run.stdout}{run.stderr}")
        bulk = json.loads(run.stdout)
        bulk["cases_per_second"] = bulk["cases"] / bulk["seconds"]
        bulk["server_cpu_us"] = (processor_microseconds(pid) - before) / bulk["cases"]
        print(f"  bulk, by the SDK    {bulk['cases_per_second']:,.0f} a second ({bulk['cases']:,} cases), server "
              f"{bulk['server_cpu_us']:.1f} µs a case, client {bulk['client_cpu_us']:.1f} µs"
              "   (goal: 60 % of a C program that writes the same rows)", flush=True)
        server.stop()
        self.results["submissions"] = {"alone": alone, "unary": unary, "bulk": bulk}

    def queries(self):
        print("\nStatus queries by identifier, drawn uniformly")
        templates = self.template("get", "CaseService/GetCase", message("v1.GetCaseRequest")(id=b"\xBB" * 16))
        server = self.start(pinned=True)
        run = self.generate(
            server.endpoint, server.process.pid, (16, 64), 5, templates, identifiers=self.data / "identifiers")
        run["identifiers"] = (self.data / "identifiers").stat().st_size // 16
        run["ready_after_seconds"] = server.ready_after
        size = sum(file.stat().st_size for file in (self.directory / "store").iterdir())
        run["store_bytes"] = size
        print(f"  16 × 64             {run['calls_per_second']:,.0f} a second on one core, server "
              f"{run['server_cpu_us']:.1f} µs a query, p99 {run['latency_us']['p99'] / 1000:.1f} ms; {run['identifiers']:,} cases "
              f"drawn from, store of {size / 1e6:,.0f} MB   (goal: ≥ 100,000 with 1 M cases)")
        print(f"  ready after start   {server.ready_after:.2f} s   (goal: ≤ 1 s with 1 M cases)")
        server.stop()
        self.results["queries"] = run


def processor_microseconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1e6 / os.sysconf("SC_CLK_TCK")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("recoursd")
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--bulk-cases", type=int, default=200_000)
    options = parser.parse_args()
    if len(os.sched_getaffinity(0)) < 2:
        sys.exit("this needs two cores: one for the server, one for the generator")
    shutil.rmtree(options.data, ignore_errors=True)
    options.data.mkdir(parents=True)
    os.environ.update(LIMITS)
    kind, sync = disk(options.data)
    processor = next((line.split(": ")[1] for line in open("/proc/cpuinfo") if line.startswith("model name")),
                     os.uname().machine + "\n").strip()
    print(f"{len(os.sched_getaffinity(0))} cores of {processor}; {options.data} is on {kind}, "
          f"a write of 4 KiB with fdatasync takes {sync:.0f} µs")
    print("Limits of the one partner: " + ", ".join(
        f"{name.removeprefix('RECOURS_LIMITS_').lower()} {value}" for name, value in LIMITS.items()))
    bench = Bench(options)
    bench.results = {"processor": processor, "file_system": kind, "fdatasync_us": sync, "limits": LIMITS}
    try:
        bench.prepare()
        bench.health()
        bench.submissions(options.bulk_cases)
        bench.queries()
    finally:
        shutil.rmtree(options.data, ignore_errors=True)
    path = options.build / "results.json"
    path.write_text(json.dumps(bench.results, indent=2) + "\n")
    print(f"\nwritten to {path}")


if __name__ == "__main__":
    main()
