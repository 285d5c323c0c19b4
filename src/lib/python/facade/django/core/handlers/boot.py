"""The start of a process: its settings, and what the host reads of them."""

import json


def load_settings():
    """Load the settings module and the apps; raises what they raise."""
    import django
    from django.conf import settings

    settings.DEBUG
    django.setup()


def told_settings():
    from django.conf import told_settings as told

    return json.dumps(told())


def now_sql():
    """The time as the SQLite backend compares it."""
    from django.contrib.sessions.backends._objects import sql_datetime
    from django.utils import timezone

    return sql_datetime(timezone.now())
