"""Write every question into the files that leave for Moodle, Canvas, Anki and paper, into `docs/generated/questions/`.

SITE_URL is where the site will stand; without it a file names the page that a question is from and does not link to it.
"""

import os

import environment

if __name__ == "__main__":
    environment.enter()

import generator
from exports import files
from exports.pictures import png
from exports.site import Site
from practice import reading
from rendering import facts, redirects


def write() -> None:
    """Bring the files in line with the questions; what is kept is not written again."""
    files.write(reading.questions(), site())


def site() -> Site:
    """What the files say about where they are from."""
    work = facts.work()
    url = os.environ.get("SITE_URL", "")
    origins = redirects.origins(redirects.published())
    settings = {**os.environ, **generator.settings()}
    return Site(
        name=work.name,
        url=f"{url.rstrip('/')}/" if url else "",
        root=files.ROOT,
        licence=work.licence,
        licence_address=work.licence_address,
        picture=png,
        earliest=lambda address: origins.get(address, address),
        changed=int(settings["SOURCE_DATE_EPOCH"]),
    )


if __name__ == "__main__":
    environment.asked(__doc__)
    write()
