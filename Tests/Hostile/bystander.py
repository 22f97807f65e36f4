# SPDX-License-Identifier: EUPL-1.2
"""An honest partner in a process of its own: it asks, reads and files throughout, and must notice nothing.

Usage: bystander.py PROFILE ENDPOINT SIREN
For each line on its input it says, as JSON, what it has seen since the last.
"""
import json
import sys
import threading
import time

import peer
from life_of_a_case import draft, submit


class Bystander:
    def __init__(self, profile, endpoint, siren):
        self.connection, self.siren = peer.Connection(profile, endpoint), siren
        self.mine = submit(self.connection, draft(siren), peer.new_key())
        self.lock, self.times, self.failures = threading.Lock(), [], []

    def once(self, turn):
        if turn % 20 == 19:
            submit(self.connection, draft(self.siren), peer.new_key())
        elif turn % 2:
            get = peer.message("v1.GetCaseRequest")(id=self.mine.case_id)
            self.connection.unary("CaseService/GetCase", get, "GetCaseResponse")
        else:
            check = peer.message("v1.HealthCheckRequest")()
            self.connection.unary("HealthService/Check", check, "HealthCheckResponse")

    def live(self):
        turn = 0
        while True:
            begun, failure = time.monotonic(), None
            try:
                self.once(turn)
            except Exception as error:  # Whatever it is, somebody must hear of it.
                failure = f"{type(error).__name__}: {' '.join(str(error).split())}"
            with self.lock:
                self.times.append(time.monotonic() - begun)
                if failure:
                    self.failures.append(failure)
            if failure:
                return
            turn += 1
            time.sleep(0.005)

    def report(self):
        with self.lock:
            times, failures = sorted(self.times), self.failures
            self.times, self.failures = [], []
        return {"calls": len(times), "failures": failures, "slowest": times[-1] if times else 0,
                "p99": times[len(times) * 99 // 100] if times else 0}


def main():
    bystander = Bystander(*sys.argv[1:])
    threading.Thread(target=bystander.live, daemon=True).start()
    for _ in sys.stdin:
        print(json.dumps(bystander.report()), flush=True)


if __name__ == "__main__":
    main()
