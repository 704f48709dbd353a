"""Run the tests of the package alone, with the Python that runs this; `--oldest` takes the oldest numpy and SciPy.

Other arguments are handed to pytest. Only Python 3.11 has the oldest versions that the package supports.
"""

from pathlib import Path

import environment

OLDEST = environment.ROOT / "tests" / "extrabits" / "oldest.lock"


def python(oldest: bool) -> Path:
    """The Python to test with."""
    if not oldest:
        environment.enter()
        return environment.PYTHON
    folder = environment.ROOT / ".cache" / "oldest"

    def make() -> None:
        environment.say("installing the oldest versions that are supported")
        environment.pip(environment.new_venv(folder), "--require-hashes", "-r", OLDEST)

    environment.once(folder, [OLDEST], make)
    return folder / environment.PYTHON.relative_to(environment.VENV)


if __name__ == "__main__":
    parser = environment.described(__doc__)
    parser.add_argument("--oldest", action="store_true", help="with the oldest numpy and SciPy that it supports")
    asked, others = parser.parse_known_args()
    pytest = [str(python(asked.oldest)), "-m", "pytest", "-n", "auto"]
    environment.run(*pytest, "tests/extrabits", *others, env={"PYTHONPATH": str(environment.ROOT / "site_src")})
