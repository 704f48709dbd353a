"""The addresses of a built package: where the site and its source stand is known to the machine that publishes them."""

import os

from setuptools import setup

NAMES = {"Documentation": "SITE_URL", "Source": "REPO_URL"}

setup(project_urls={name: os.environ[variable] for name, variable in NAMES.items() if os.environ.get(variable)})
