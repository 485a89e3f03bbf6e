"""What each event does to a complaint in each state, written out by hand."""

from datetime import date

TODAY = date(2026, 11, 24)
EXPECTED: dict[tuple[str, str], str] = {
    ("received", "completion_asked"): "needs_completion",
    ("under_reassessment", "completion_asked"): "needs_completion",
    ("needs_completion", "completed"): "received",
    ("received", "taken_up"): "under_reassessment",
    ("received", "dismissed"): "dismissed",
    ("needs_completion", "dismissed"): "dismissed",
    ("under_reassessment", "dismissed"): "dismissed",
    ("dismissed", "dismissal_complained"): "under_reassessment",
    ("received", "withdrawn"): "withdrawn",
    ("needs_completion", "withdrawn"): "withdrawn",
    ("under_reassessment", "withdrawn"): "withdrawn",
    ("sent", "withdrawn"): "withdrawn",
    ("under_reassessment", "change_begun"): "changing",
    ("changing", "change_dropped"): "under_reassessment",
    ("changing", "changed"): "changed",
    ("changing", "changed_in_part"): "under_reassessment",
    ("under_reassessment", "annulled"): "annulled",
    ("under_reassessment", "sent"): "sent",
    ("sent", "body_upheld"): "body_upheld",
    ("sent", "body_changed"): "body_changed",
    ("sent", "body_annulled"): "body_annulled",
    ("sent", "body_dismissed"): "body_dismissed",
    ("annulled", "decided_anew"): "closed",
    ("body_changed", "decided_anew"): "closed",
    ("body_annulled", "decided_anew"): "closed",
    ("body_upheld", "acted_on"): "closed",
    ("body_dismissed", "acted_on"): "closed",
}
