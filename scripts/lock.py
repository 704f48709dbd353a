"""Choose new versions of every dependency and write both lock files. Run on purpose, then run the tests."""

import environment

environment.enter()

environment.say("choosing Python packages")
environment.run(environment.PYTHON, "-m", "pip", "install", "--quiet", "uv")
environment.run(
    environment.BIN / "uv", "pip", "compile", "pyproject.toml", "--group", "dev", "--quiet", "--upgrade",
    "--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "-o", "requirements.lock",
)  # fmt: skip
environment.say("choosing npm packages")
environment.run(*environment.npm("update", "--save", "--omit-lockfile-registry-resolved", "--ignore-scripts"))
