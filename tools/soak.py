"""Write thousands of texts in plans while the server is killed again and again; nothing taken may be lost.

`make soak`, or `WRITES=20000 make soak`. It is the short test of `make test`, for as long as one likes.
"""

import os
import subprocess
import sys

TEST = "tests/web/test_killed.py"


def main() -> int:
    """Run the test with many writes; returns its exit status."""
    writes = os.environ.get("WRITES", "5000")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", TEST]
    return subprocess.run(
        command, env=os.environ | {"FELLESPLAN_SOAK_WRITES": writes}, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
