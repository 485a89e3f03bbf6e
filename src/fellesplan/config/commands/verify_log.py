"""`fellesplan verify-log`: has anybody touched the access log?"""

import argparse
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fellesplan.config import environment
from fellesplan.config.commands import base
from fellesplan.config.environment import Problem

if TYPE_CHECKING:
    from fellesplan.access.chain_check import Finding
    from fellesplan.people.models import Municipality


def add(subcommands: base.Subcommands) -> None:
    parser = base.subcommand(subcommands, "verify-log", "Check the access log; exit 1 on findings.", run)
    parser.add_argument("--municipality", metavar="SLUG", help="one municipality (default: all)")
    parser.add_argument(
        "--anchor", metavar="FILE", action="append", default=[], type=Path,
        help="an anchor that was kept elsewhere; those in the anchor folder are always checked",
    )  # fmt: skip


def run(arguments: argparse.Namespace) -> int:
    """Print a line for each finding and one for each municipality; nothing printed is about a person."""
    environment.database()
    environment.django()
    wanted = municipalities(arguments.municipality)
    anchors = [(file, anchor) for file in arguments.anchor for anchor in _read(file)]
    if strange := [file for file, anchor in anchors if anchor.municipality not in {m.slug for m in wanted}]:
        raise Problem(f"{strange[0]} is the anchor of another municipality.")
    return max([_verify(municipality, anchors) for municipality in wanted], default=0)


def municipalities(slug: str | None) -> "list[Municipality]":
    """Return one municipality or all; raises Problem."""
    from fellesplan.people.models import Municipality

    found = list(Municipality.objects.filter(**({"slug": slug} if slug else {})).order_by("slug"))
    if slug and not found:
        raise Problem(f"There is no municipality {slug}.")
    return found


def _verify(municipality: "Municipality", given: list[tuple[Path, Any]]) -> int:
    from fellesplan.access.chain_check import Walk
    from fellesplan.access.tenancy import working_in

    walk, wrong = Walk(municipality.pk), 0
    with working_in(municipality.pk):
        for finding in _findings(municipality, walk, given):
            wrong += 1
            print(_line(municipality.slug, finding))
    print(f"{municipality.slug}: {walk.count} links, {f'{wrong} findings' if wrong else 'whole'}")
    return 1 if wrong else 0


def _findings(municipality: "Municipality", walk: Any, given: list[tuple[Path, Any]]) -> "Iterator[Finding]":
    from django.conf import settings

    from fellesplan.access import anchor

    yield from walk.findings()
    kept = [found for file in anchor.stored(settings.ANCHOR_DIR, municipality.slug) for found in _read(file)]
    brought = [found for _, found in given if found.municipality == municipality.slug]
    for found in (*kept, *brought):
        yield from anchor.check(found, municipality.pk)


def _read(file: Path) -> list[Any]:
    from fellesplan.access import anchor

    try:
        return anchor.read(file)
    except anchor.Unreadable:
        raise Problem(f"{file} is no anchor.") from None


def _line(slug: str, finding: "Finding") -> str:
    parts = [f"{slug}: {finding.kind}"]
    if finding.seq is not None:
        parts.append(f"link {finding.seq}")
    if finding.event is not None:
        parts.append(f"event {finding.event}")
    if finding.at is not None:
        parts.append(f"{finding.at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}")
    return "  ".join(parts)
