# SPDX-License-Identifier: EUPL-1.2
"""Rounds of harm to a cluster under load; what was acknowledged is there once, and how long nothing was.

Runs inside the namespaces of run.sh.
"""
import argparse
import pathlib
import random
import statistics
import sys
import time

import machines
from authority import Authority, client_words
from cluster import Cluster
from faults import FAULTS, Failed
from libpq import DatabaseError, query
from loads import SDKLoad, SQLLoad

# Whatever a fault leaves behind must be mended by the cluster itself within this.
LONGEST_REPAIR_SECONDS = 180
CALM_SECONDS = 5
# What is lost without synchronous replication, and must be noticed.
CONTROL_FAULTS = ["lone"]


class Rig:
    def __init__(self, options, work):
        machines.make_bridge()
        self.chance = random.Random(options.seed)
        self.cluster = Cluster(work, is_synchronous=not options.control)
        self.load = (SDKLoad(work, self.cluster, options.binaries, options.programme) if options.programme
                     else SQLLoad(work, self.cluster))
        self.primary = self.synchronous = None

    def start(self):
        begun = time.monotonic()
        self.cluster.start()
        self.check_access()
        self.load.start()
        self.load.wait_flowing(60)
        print(f"three nodes, two servers, ready after {time.monotonic() - begun:.0f} s", flush=True)
        begun = time.monotonic()
        time.sleep(CALM_SECONDS)
        now = time.monotonic()
        print(f"undisturbed: {self.load.rate(begun, now):.0f} acknowledgements a second, "
              f"the longest time without {self.load.gap(begun, now) * 1000:.0f} ms", flush=True)

    def check_access(self):
        """Who may not in, stays out: without TLS, without a certificate, or as another role."""
        address = self.cluster.nodes[0].address
        good = f"host={address} dbname=recours connect_timeout=2 " + client_words(self.cluster.identities, "recours")
        query(good + " user=recours", "SELECT 1")
        for words, what in ((good.replace("verify-full", "disable") + " user=recours", "without TLS"),
                            (f"host={address} dbname=recours user=recours sslmode=require sslcert=none",
                             "without a certificate"),
                            (good + " user=postgres", "as another role")):
            try:
                query(words, "SELECT 1")
            except DatabaseError:
                continue
            raise Failed(f"the database lets in who comes {what}")
        stranger = Authority(self.cluster.work / "stranger", "databases")
        try:
            query(good.replace(f"{self.cluster.identities}/ca.pem", str(stranger.certificate)) + " user=recours",
                  "SELECT 1")
        except DatabaseError:
            return
        raise Failed("a client believes a database with a stranger's certificate")

    def any_server(self):
        return self.chance.choice(self.load.servers)

    def round(self, fault):
        """Time without any acknowledgement, what is measured besides, and what happened."""
        self.primary = self.cluster.primary()
        self.synchronous = self.cluster.standbys()[0]
        # The load's own moment: a fault strikes anywhere in Patroni's loop.
        time.sleep(self.chance.uniform(0, 5))
        begun = time.monotonic()
        said = fault.strike(self)
        self.cluster.wait_whole(LONGEST_REPAIR_SECONDS)
        self.load.wait_flowing(LONGEST_REPAIR_SECONDS)
        now = time.monotonic()
        anybody, worst = self.load.gap(begun, now), self.load.worst(begun, now)
        leads = self.cluster.primary().name
        change = f"{self.primary.name} → {leads}" if leads != self.primary.name else f"{leads} stays"
        return anybody, worst, ", ".join(filter(None, (change, said)))


def plan(options, chance):
    """Each fault as often as any other, in a random order."""
    chosen = [fault for fault in FAULTS.values()
              if (any(word == fault.name for word in options.only) if options.only else fault.is_drawn)]
    if options.control:
        chosen = [FAULTS[name] for name in CONTROL_FAULTS]
    order = []
    while len(order) < options.rounds:
        order += chance.sample(chosen, len(chosen))
    return order[:options.rounds]


def report(outcomes, besides):
    print(f"\nseconds without any acknowledgement, and {besides}:")
    for fault in FAULTS.values():
        seen = [(anybody, worst) for struck, anybody, worst in outcomes if struck is fault]
        if not seen:
            continue
        anybody, worst = zip(*seen)
        goal = f"goal {fault.goal:.0f}" if fault.goal else ""
        print(f"  {fault.name:<13}{len(seen):>3} ×   median {statistics.median(anybody):>5.1f}, "
              f"longest {max(anybody):>5.1f};  {besides}: median {statistics.median(worst):>5.1f}, "
              f"longest {max(worst):>5.1f}  {goal}")


def run_rounds(rig, order):
    """How many rounds held, how many did not, and the figures of all."""
    passed = failed = 0
    outcomes = []
    for number, fault in enumerate(order, 1):
        try:
            anybody, worst, said = rig.round(fault)
            outcomes.append((fault, anybody, worst))
            is_late = fault.goal is not None and anybody > fault.goal
            said = f"{anybody:5.1f} s, {rig.load.besides} {worst:5.1f} s; {said}" + (" — too long" if is_late else "")
        except (Failed, TimeoutError, DatabaseError) as failure:
            is_late, said = True, f"{type(failure).__name__}: {failure}"
        passed, failed = passed + (not is_late), failed + is_late
        print(f"  {'FAIL' if is_late else 'ok  '}  round {number:>2}  {fault.name:<13} {said}", flush=True)
        if said.startswith("TimeoutError"):
            # What comes after would only show the same harm.
            break
    return passed, failed, outcomes


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 2**32)
    parser.add_argument("--only", type=str.split, default=[])
    parser.add_argument("--control", action="store_true")
    parser.add_argument("--binaries", type=pathlib.Path)
    parser.add_argument("--programme", type=pathlib.Path)
    options = parser.parse_args()
    unknown = [word for word in options.only if word not in FAULTS]
    if unknown:
        parser.error(f"no fault is called {unknown[0]}; there are {', '.join(FAULTS)}")
    print(f"failover.py: seed {options.seed}", flush=True)
    rig = Rig(options, options.work)
    rig.start()
    passed, failed, outcomes = run_rounds(rig, plan(options, random.Random(options.seed)))
    report(outcomes, rig.load.besides)
    said, broken = rig.load.end()
    is_lost = any("lost" in one for one in broken)
    holds = is_lost if options.control else not broken
    print(f"\n  {'ok  ' if holds else 'FAIL'}  {said}, the slowest after {rig.load.slowest:.1f} s"
          + "".join(f"\n        {one}" for one in broken), flush=True)
    if not holds and options.control:
        print("        nothing was lost without synchronous replication: the rig does not notice")
    passed, failed = passed + holds, failed + (not holds)
    print(f"{passed} passed, {failed} failed")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
