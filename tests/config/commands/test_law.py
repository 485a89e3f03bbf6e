"""`fellesplan law`: answers on a laptop, with nothing running and nothing set."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from fellesplan.config import cli
from fellesplan.procedures import law

REPLY = {"question": "preliminary_reply", "facts": {"received": "2026-01-31", "basis": "sotjl_28"}}
RECEIPT = {"question": "receipt", "facts": {"on": "2026-11-24"}}
UNKNOWN = {"question": "unknown", "facts": {}}
PENDING = Path(law.__file__).parent / "law" / "pending.toml"
DOCS = Path(__file__).parents[3] / "docs" / "reference"


class Said:
    """What came out: the exit code, a verdict for each line, and the lines of complaint."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out = code, out
        self.verdicts: list[dict[str, Any]] = [json.loads(line) for line in out.splitlines()]
        self.complaints = err.splitlines()


@pytest.fixture
def asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    def ask(text: str, *arguments: str) -> Said:
        file = tmp_path / "questions.json"
        file.write_text(text, encoding="utf-8")
        code = cli.main(["law", "ask", str(file), *arguments])
        return Said(code, *capsys.readouterr())

    return ask


def test_one_question(asked: Any) -> None:
    said = asked(json.dumps(REPLY))
    assert said.code == cli.OK
    assert [(v["outcome"], v["date"], v["certainty"]) for v in said.verdicts] == [
        ("due", "2026-02-28", "settled")
    ]
    assert said.complaints == []


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([REPLY, RECEIPT]),
        f"{json.dumps(REPLY)}\n\n{json.dumps(RECEIPT)}\n",
        "\ufeff" + json.dumps([REPLY, RECEIPT], indent=2),
    ],
)
def test_many_questions(text: str, asked: Any) -> None:
    said = asked(text)
    assert said.code == cli.OK
    assert [v["question"] for v in said.verdicts] == ["preliminary_reply", "receipt"]


def test_a_batch_goes_on_and_tells_at_the_end(asked: Any) -> None:
    wrong = {
        "question": "preliminary_reply",
        "facts": {"received": "i går", "basis": "sotjl_28", "navn": "x"},
    }
    said = asked(
        "\n".join([json.dumps(REPLY), "{wrong", json.dumps(UNKNOWN), json.dumps(wrong), json.dumps(RECEIPT)])
    )
    assert said.code == cli.MISUSE
    assert [v["question"] for v in said.verdicts] == ["preliminary_reply", "receipt"]
    assert [line.split(": ")[1:3] for line in said.complaints] == [
        ["question 2", "is not valid JSON"],
        ["question 3", "question"],
        ["question 4 (preliminary_reply)", "navn"],
        ["question 4 (preliminary_reply)", "received"],
    ]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "There is no question to answer"),
        ("[" * 100_000, "is nested too deeply"),
        ('{"question": "receipt", "question": "receipt"}', "question is told twice"),
        ("null", "must be an object"),
        ("[]", ""),
    ],
)
def test_input_that_is_no_question(text: str, complaint: str, asked: Any) -> None:
    said = asked(text)
    assert said.code == (cli.MISUSE if complaint else cli.OK)
    assert said.out == ""
    assert complaint in "\n".join(said.complaints)


def test_a_file_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["law", "ask", str(tmp_path / "none.json")]) == cli.MISUSE
    assert "cannot be read" in capsys.readouterr().err
    binary = tmp_path / "binary"
    binary.write_bytes(b"\xff\xfe\x00")
    assert cli.main(["law", "ask", str(binary)]) == cli.MISUSE
    assert "is not UTF-8 text" in capsys.readouterr().err


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(RECEIPT).encode())))
    assert cli.main(["law", "ask", "-", "--indent"]) == cli.OK
    assert json.loads(capsys.readouterr().out)["outcome"] == "at_once"


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("nb", "Meldingen kom 31.1.2026.", "forvaltningsloven § 11 a tredje ledd"),
        ("nn", "Meldinga kom 31.1.2026.", "forvaltningslova § 11 a tredje ledd"),
        ("en", "The report came on 31 January 2026.", "forvaltningsloven § 11 a tredje ledd"),
    ],
)
def test_the_reasons_are_in_the_language_asked_for(language: str, text: str, source: str, asked: Any) -> None:
    (verdict,) = asked(json.dumps(REPLY), "--language", language).verdicts
    found = {"text": text, "source": source}
    assert found in verdict["reasons"]


def test_a_new_law_is_tried_before_it_is_in_force(tmp_path: Path, asked: Any) -> None:
    new = tmp_path / "new.toml"
    new.write_text("valid_from = 2027-01-01\n" + PENDING.read_text())
    text = json.dumps(REPLY)
    (today,) = asked(text, "--law", str(new)).verdicts
    (then,) = asked(text, "--law", str(new), "--on", "2027-02-01", "--language", "en").verdicts
    (after,) = asked(text).verdicts
    assert today["paragraphs"] == after["paragraphs"]
    assert then["paragraphs"] == ["forvaltningsloven (2025) § 17"]
    assert then["rules"][0]["tried"] is True
    assert then["reasons"][0]["text"].startswith("If the answer will probably take more than one month")
    assert "tried" not in after["rules"][0]


@pytest.mark.parametrize(
    ("law_text", "complaint"),
    [
        ("x", "The law cannot be tried."),
        (None, "cannot be read"),
        ('[[rule]]\nid = "x"\n', "The law cannot be tried."),
    ],
)
def test_a_law_that_cannot_be_tried(law_text: str | None, complaint: str, tmp_path: Path, asked: Any) -> None:
    new = tmp_path / "new.toml"
    if law_text is not None:
        new.write_text(law_text)
    said = asked(json.dumps(RECEIPT), "--law", str(new))
    assert (said.code, said.out) == (cli.MISUSE, "")
    assert complaint in said.complaints[0]


def test_a_rule_that_nobody_reads_is_told(tmp_path: Path, asked: Any) -> None:
    new = tmp_path / "new.toml"
    row = PENDING.read_text().split("[[pending]]")[1].replace("casework.preliminary_reply", "casework.reply")
    new.write_text(f"valid_from = 2027-01-01\n[[rule]]{row}")
    said = asked(json.dumps(RECEIPT), "--law", str(new))
    assert said.code == cli.OK
    assert "no rule is called casework.reply" in said.complaints[0]


@pytest.mark.parametrize("arguments", [["ask"], ["ask", "-", "--on", "i dag"], ["fly"]])
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(["law", *arguments])
    assert caught.value.code == cli.MISUSE
    assert "usage: fellesplan law" in capsys.readouterr().err


def test_the_questions_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["law", "questions"]) == cli.OK
    listed = capsys.readouterr().out
    assert "preliminary_reply: When must a preliminary reply be sent" in listed
    assert "  received (needed): the message reached the municipality; day: a day as" in listed
    assert cli.main(["law", "questions", "receipt"]) == cli.OK
    assert "preliminary_reply" not in capsys.readouterr().out
    assert cli.main(["law", "questions", "x"]) == cli.MISUSE
    assert "There is no question x" in capsys.readouterr().err


def test_the_page_is_current_and_its_examples_are_answered_so(asked: Any) -> None:
    assert cli.main(["law", "page", "--check"]) == cli.OK
    text = (DOCS / "law-questions.md").read_text()
    blocks = [json.loads(part.split("```")[0]) for part in text.split("```json\n")[1:]]
    for question, verdict in zip(blocks[::2], blocks[1::2], strict=True):
        assert asked(json.dumps(question)).verdicts == [verdict]


def test_it_needs_no_database_no_settings_and_starts_nothing(tmp_path: Path) -> None:
    """A lawyer's laptop: an empty environment, a folder that cannot hold a database, and no Django."""
    script = (
        "import sys; from fellesplan.config import cli, postgres\n"
        "def never(*a, **k): raise AssertionError('a server was started')\n"
        "postgres.ensure_running = never\n"
        "code = cli.main(['law', 'ask', '-', '--language', 'nn'])\n"
        "assert 'django' not in sys.modules\n"
        "sys.exit(code)"
    )
    env = {
        "PATH": os.environ["PATH"],
        "FELLESPLAN_DATA": str(tmp_path / "none"),
        "FELLESPLAN_PRODUCTION": "1",
    }
    done = subprocess.run(
        [sys.executable, "-c", script],
        input=json.dumps(RECEIPT),
        env=env,
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["outcome"] == "at_once"
    assert list(tmp_path.iterdir()) == []
