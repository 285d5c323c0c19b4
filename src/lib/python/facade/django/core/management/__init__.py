"""Management commands."""

import importlib
import shlex

from _crumbtrail import host
from django.conf import settings


class CommandError(Exception):
    def __init__(self, *args, returncode=1, **kwargs):
        self.returncode = returncode
        super().__init__(*args, **kwargs)


def run_line(line):
    name, *args = shlex.split(line)
    call_command(name, *args)


def call_command(name, *args, **options):
    import django

    django.setup()
    if name == "migrate":
        host("command.migrate")
    elif name == "clearsessions":
        engine = importlib.import_module(settings.SESSION_ENGINE)
        try:
            engine.SessionStore.clear_expired()
        except NotImplementedError:
            raise CommandError(
                f"Session engine '{settings.SESSION_ENGINE}' doesn't support clearing expired sessions."
            ) from None
    else:
        raise CommandError(f"Unknown command: {name!r}")
