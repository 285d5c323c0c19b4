"""The door through which templates.test.ts runs cases inside the simulated Python."""

import json

import native_facade


def prepare(version):
    native_facade.install(version)


def run(text):
    """Cases as JSON in, answers as JSON out."""
    import runner

    return json.dumps(runner.run_cases(json.loads(text)))
