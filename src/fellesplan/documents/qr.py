"""QR codes as drawings, for paper that leads somewhere."""

import segno


def qr_svg(url: str) -> str:
    """Return the code of an address as SVG: black on white, with the quiet margin a reader needs."""
    return segno.make(url, error="m", micro=False).svg_inline(border=4, light="#fff")
