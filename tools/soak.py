"""The long form of two short tests: a server killed while people write, and random lives around one youth.

`make soak`, or `WRITES=20000 LIVES=5000 make soak`. Not one taken text may be lost; nobody may see what no
live ground covers.
"""

import os
import subprocess
import sys

TESTS = ("tests/web/test_killed.py", "tests/access/test_everybody.py")


def main() -> int:
    """Run the tests with many writes and many lives; returns the worst exit status."""
    env = os.environ | {
        "FELLESPLAN_SOAK_WRITES": os.environ.get("WRITES", "5000"),
        "LIVES": os.environ.get("LIVES", "2000"),
    }
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist"]
    return max(subprocess.run([*command, test], env=env, check=False).returncode for test in TESTS)


if __name__ == "__main__":
    sys.exit(main())
