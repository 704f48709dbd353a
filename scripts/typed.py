"""Record the numbers that pages type and nothing computes, in `site_src/checking/typed.txt`. Read them first.

What has changed since the last record is printed: each line is a number that somebody must have looked at.
"""

import environment

if __name__ == "__main__":
    environment.enter()

from checking import pages, typed


def record() -> None:
    """Print what has changed, and record what the pages say now."""
    texts = {page: page.read_text(encoding="utf-8") for page in pages.every()}
    for page, text in texts.items():
        for _, why in typed.problems(page, text):
            print(f"{typed.name(page)}: {why}")
    typed.RECORD.write_text(typed.record(texts), encoding="utf-8")


if __name__ == "__main__":
    environment.asked(__doc__)
    record()
