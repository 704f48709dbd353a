"""Compare every page with what computes it; `--write` puts in what can be computed. Pages to check may be named.

A page is wrong here when a number, a table, a "leads to" list or an entry of the reference differs from what computes
it, when a formula contradicts itself, or when readers see a number that nothing checks.
"""

import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import environment

if __name__ == "__main__":
    environment.enter()

from checking import pages


def check(chosen: list[Path], write: bool) -> int:
    """Print what is wrong and correct it if asked; how many problems there were."""
    with ProcessPoolExecutor() as workers:
        results = list(workers.map(pages.corrected, chosen))
    for page, (text, problems) in zip(chosen, results, strict=True):
        print(*problems, sep="\n", end="\n" if problems else "")
        if write and problems:
            page.write_text(text, encoding="utf-8")
    return sum(len(problems) for _, problems in results)


if __name__ == "__main__":
    parser = environment.described(__doc__)
    parser.add_argument("--write", action="store_true", help="put in what can be computed")
    parser.add_argument("pages", nargs="*", type=Path, help="pages to check; all of them unless named")
    arguments = parser.parse_args()
    chosen = [page.resolve() for page in arguments.pages] or pages.every()
    found = check(chosen, arguments.write)
    print(f"{len(chosen)} pages, {found} problems{' (corrected where computed)' if arguments.write and found else ''}")
    sys.exit(bool(found) and not arguments.write)
