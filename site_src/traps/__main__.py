"""Run the traps of one module with the library that is installed here, and print what they gave as JSON."""

import json
import sys

from traps._run import run_module

print(json.dumps(run_module(sys.argv[1])))
