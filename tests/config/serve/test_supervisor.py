import subprocess
import sys
import threading

import pytest

from fellesplan.config.serve.supervisor import Supervisor

SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)"]
ENDS = [sys.executable, "-c", "raise SystemExit(3)"]


def test_leaving_stops_every_child() -> None:
    with Supervisor(threading.Event()) as supervisor:
        supervisor.start("web server", SLEEPS)
        supervisor.start("worker", SLEEPS)
        assert supervisor.dead() == []
    assert supervisor.dead() == ["web server", "worker"]


def test_a_child_that_ends_is_noticed_and_named(capsys: pytest.CaptureFixture[str]) -> None:
    with Supervisor(threading.Event()) as supervisor:
        supervisor.start("web server", SLEEPS)
        supervisor.start("worker", ENDS)
        supervisor.wait()
        assert supervisor.verdict() == 1
    assert capsys.readouterr().err == "fellesplan: The worker ended by itself; see above.\n"


def test_being_asked_to_stop_is_no_failure() -> None:
    stopping = threading.Event()
    with Supervisor(stopping) as supervisor:
        supervisor.start("web server", SLEEPS)
        stopping.set()
        supervisor.wait()
        assert supervisor.verdict() == 0


def test_waiting_for_readiness_ends_when_a_child_does() -> None:
    with Supervisor(threading.Event()) as supervisor:
        supervisor.start("web server", ENDS)
        assert not supervisor.wait_until(lambda: False, seconds=20)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells children of a killed parent")
def test_children_do_not_outlive_a_killed_parent() -> None:
    parent = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import threading\n"
            "from fellesplan.config.serve.supervisor import Supervisor\n"
            "supervisor = Supervisor(threading.Event())\n"
            "supervisor.start('child', ['sleep', '60'])\n"
            "print(supervisor.children['child'].pid, flush=True)\n"
            "supervisor.wait()",
        ],
        stdout=subprocess.PIPE,
    )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    assert subprocess.run(["timeout", "5", "tail", f"--pid={child}", "-f", "/dev/null"]).returncode == 0
