"""The matrix as a page of documentation."""

from fellesplan.access.matrix import ACTIONS, MATRIX, MODEL_OF


def page() -> str:
    """Return the reference page of the matrix as Markdown."""
    lines = ["# Who may do what", "", "Generated from `access/matrix.py` by `fellesplan matrix`.", ""]
    lines += ["| Action | On | Role | Relation | Conditions |", "|---|---|---|---|---|"]
    for action in sorted(ACTIONS, key=lambda name: (MODEL_OF[name], name)):
        for grant in (row for row in MATRIX if row.action == action):
            conditions = ", ".join(grant.conditions) or "–"
            lines.append(f"| {action} | {grant.model} | {grant.role} | {grant.relation} | {conditions} |")
    return "\n".join(lines) + "\n"
