"""The start of a process: its settings, and what the host reads of them."""

import json

from _crumbtrail import host

# Loading one of their models imports the database's backend.
_WITH_MODELS = (
    "django.contrib.sessions",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.admin",
)


def load_settings():
    """Load the settings module and the apps; raises what they raise."""
    import django
    from django.conf import settings

    settings.DEBUG
    django.setup()
    if any(app in settings.INSTALLED_APPS for app in _WITH_MODELS):
        host("database.check")


def compile_project():
    """Compile every Python file of the project, without running it; raises the first SyntaxError."""
    import os

    from _crumbtrail_spaces import compiled

    paths = (os.path.join(folder, name) for folder, _, names in os.walk(".") for name in names)
    for path in sorted(os.path.relpath(path) for path in paths if path.endswith(".py")):
        with open(path, "rb") as file:
            compiled(file.read(), os.path.abspath(path))


def told_settings():
    from django.conf import told_settings as told

    return json.dumps(told())


def now_sql():
    """The time as the SQLite backend compares it."""
    from django.contrib.sessions.backends._objects import sql_datetime
    from django.utils import timezone

    return sql_datetime(timezone.now())
