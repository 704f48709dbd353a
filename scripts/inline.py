"""Put what each page of a built site needs before it is painted into the page: each request would delay the first line.

These are the script that sets the colour scheme and the picture beside the name of the site.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

SCRIPT = re.compile(r'<script src="[^"]*(generated/widgets/boot\.js)"></script>')
LOGO = re.compile(r'<img src="[^"]*(assets/favicon\.svg)" alt="">')
ALLOWED = "script-src 'self'"


def inline(site: Path, pages: Iterable[Path]) -> None:
    """Rewrite pages in place; a page's policy then names the hash of the script, so that no other one runs."""
    for file in pages:
        text = page = file.read_text(encoding="utf-8")
        for found in SCRIPT.finditer(page):
            code = (site / found[1]).read_text(encoding="utf-8").strip()
            hashed = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
            text = text.replace(found[0], f"<script>{code}</script>")
            text = text.replace(ALLOWED, f"{ALLOWED} 'sha256-{hashed}'", 1)
        for found in LOGO.finditer(page):
            drawn = (site / found[1]).read_text(encoding="utf-8").strip()
            text = text.replace(found[0], drawn.replace("<svg ", '<svg aria-hidden="true" ', 1))
        if text != page:
            file.write_text(text, encoding="utf-8")
