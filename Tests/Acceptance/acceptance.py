# SPDX-License-Identifier: EUPL-1.2
"""Walks through the twenty capabilities on a fresh server; CONTROL=1 shows that each check can fail.

Usage: acceptance.py DIRECTORY_OF_THE_PROGRAMS
"""
import os
import sys
import tempfile

import capabilities
from world import Failed, Refused, World


def attempt(world, capability, off):
    """Whether it held, and what it saw; None instead of whether, if the command line itself is at fault."""
    try:
        return True, capability(world, off)
    except Refused as error:
        is_answer = not error.error.get("code", "exit").startswith("exit")
        return False if is_answer else None, " ".join(str(error).split())
    except Failed as error:
        return False, str(error)
    except (KeyError, ValueError) as error:
        return None, f"{type(error).__name__}: {error}"


def main(binaries):
    is_control = os.environ.get("CONTROL") == "1"
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="recours-acceptance.") as directory:
        world = World(binaries, directory)
        try:
            for capability in capabilities.ALL:
                name, _, text = capability.__doc__.partition(" ")
                held, saw = attempt(world, capability, is_control)
                is_right = held is (not is_control)
                passed, failed = passed + is_right, failed + (not is_right)
                mark = "" if is_right else "FAILED  "
                print(f"{name:4} {text:66} {mark}{'without it: ' * is_control}{saw}", flush=True)
        finally:
            world.stop()
    print(f"\n{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main(sys.argv[1])
