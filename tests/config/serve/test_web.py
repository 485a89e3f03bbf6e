import pytest

from fellesplan.config.serve import web


def test_pages_are_served_by_one_process_less_than_two_for_each_core(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FELLESPLAN_WORKERS", raising=False)
    monkeypatch.setattr("os.cpu_count", lambda: 4)
    assert web.workers() == 7


@pytest.mark.parametrize(
    ("address", "bind"),
    [("0.0.0.0", "--bind=0.0.0.0:9000"), ("::1", "--bind=[::1]:9000")],  # noqa: S104
)
def test_the_address_to_listen_on_is_a_setting(
    monkeypatch: pytest.MonkeyPatch, address: str, bind: str
) -> None:
    monkeypatch.setenv("FELLESPLAN_BIND", address)
    assert bind in web.command(9000)


def test_no_log_of_addresses_is_kept() -> None:
    assert not [option for option in web.command(8000) if option.startswith("--access-logfile")]
