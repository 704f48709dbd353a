"""What the first lines of a page wait for stands in the page: no request for it comes between them and the reader."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from conftest import SITE

SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
PAGES = sorted(file for file in SITE.rglob("*.html") if 'class="md-header"' in file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.relative_to(SITE).as_posix())
def test_script_and_logo_stand_in_the_page_and_the_policy_lets_no_other_script_in(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    (code,) = SCRIPT.findall(text)
    hashed = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
    assert f"script-src 'self' 'sha256-{hashed}';" in text
    assert "boot.js" not in text
    # A script after the style sheet would wait for it, and the rest of the page with it.
    assert text.index("<script>") < text.index('rel="stylesheet"')
    assert not re.search(r"<img[^>]*favicon", text)
