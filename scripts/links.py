"""Ask every address outside the site that its pages link to whether it is still there; `links.py FOLDER` names it.

An address is *gone* when its host says so (404, 410): mend the page. It is *unreachable* when nothing can be learned
from here: the host is away, or refuses robots; ask again another day. Only what is gone makes this fail, unless nothing
at all could be reached. A run asks each host for one page at a time, and pauses before the next.
"""

import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import environment

if __name__ == "__main__":
    environment.enter()

import requests
from lxml import html
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

GONE = {404, 410}
NO_HEAD = {403, 404, 405, 501}  # what servers answer that know GET alone


@dataclass(frozen=True)
class Manners:
    """How often and how long a host is asked."""

    pause: float = 1.0  # seconds between two questions to one host
    patience: float = 20.0  # seconds until an answer
    tries: int = 3
    backoff: float = 2.0  # seconds before the second try, doubled before each further one


@dataclass(frozen=True)
class Answer:
    """What was learned of an address."""

    address: str
    state: str  # "there", "gone" or "unreachable"
    why: str


def external(site: Path) -> dict[str, list[str]]:
    """The addresses outside a site that its pages link to, each with the pages."""
    found: dict[str, list[str]] = {}
    for file in sorted(site.rglob("*.html")):
        tree = html.parse(str(file), html.HTMLParser(encoding="utf-8"))
        for address in {urldefrag(link)[0] for link in tree.xpath("//a/@href")}:
            if address.startswith(("http://", "https://")):
                found.setdefault(address, []).append(file.relative_to(site).as_posix())
    return found


def ask(addresses: Iterable[str], manners: Manners = Manners()) -> list[Answer]:
    """The answers for all addresses; hosts are asked side by side, the pages of one host one after the other."""
    hosts: dict[str, list[str]] = {}
    for address in sorted(addresses):
        hosts.setdefault(urlsplit(address).netloc, []).append(address)
    with ThreadPoolExecutor(8) as pool:
        return [
            answer for answers in pool.map(lambda host: _ask_host(host, manners), hosts.values()) for answer in answers
        ]


def _ask_host(addresses: list[str], manners: Manners) -> list[Answer]:
    with _session(manners) as session:
        answers = []
        for address in addresses:
            answers.append(_ask_one(session, address, manners))
            time.sleep(manners.pause)
        return answers


def _ask_one(session: requests.Session, address: str, manners: Manners) -> Answer:
    try:
        answer = session.head(address, timeout=manners.patience, allow_redirects=True)
        if answer.status_code in NO_HEAD:
            answer = session.get(address, timeout=manners.patience, stream=True)
            answer.close()
    except requests.RequestException as error:
        return Answer(address, "unreachable", type(error).__name__)
    if answer.status_code in GONE:
        return Answer(address, "gone", str(answer.status_code))
    return Answer(address, "there" if answer.ok else "unreachable", str(answer.status_code))


def _session(manners: Manners) -> requests.Session:
    session = requests.Session()
    session.headers["User-Agent"] = "extra-bits-links (a weekly check of the links of a website)"
    # Whoever says when to come again (Retry-After) is asked again then.
    busy = [429, 500, 502, 503, 504]
    retry = Retry(manners.tries - 1, backoff_factor=manners.backoff, status_forcelist=busy, raise_on_status=False)
    for scheme in ("http://", "https://"):
        session.mount(scheme, HTTPAdapter(max_retries=retry))
    return session


def report(answers: list[Answer], pages: dict[str, list[str]]) -> int:
    """Print what is not there, by state; the exit status."""
    for state in ("gone", "unreachable"):
        for answer in (answer for answer in answers if answer.state == state):
            print(f"{state} ({answer.why}): {answer.address}, linked from {', '.join(pages[answer.address])}")
    counts = {state: sum(answer.state == state for answer in answers) for state in ("there", "gone", "unreachable")}
    print(", ".join(f"{count} {state}" for state, count in counts.items()))
    return int(counts["gone"] > 0 or (counts["there"] == 0 and counts["unreachable"] > 0))


if __name__ == "__main__":
    parser = environment.described(__doc__)
    parser.add_argument(
        "site", nargs="?", type=Path, default=environment.ROOT / "site", help="the folder of a built site"
    )
    site = parser.parse_args().site
    if not (site / "index.html").exists():
        sys.exit(f"there is no site in {site}: python3 scripts/build.py makes one")
    pages = external(site)
    environment.say(f"asking for {len(pages)} addresses")
    sys.exit(report(ask(pages), pages))
