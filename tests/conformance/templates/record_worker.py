"""One Django answers cases: JSON in on stdin, JSON out on stdout. Arguments: version, frozen time."""

import json
import sys

version, now = sys.argv[1:3]
from freezegun import freeze_time  # noqa: E402

if '--facade' in sys.argv:
    import native_facade

    native_facade.install(version)
else:
    import django
    from django.conf import settings
    from project_settings import project_settings

    settings.configure(**project_settings(version))
    django.setup()

import runner  # noqa: E402

runner.frozen_clock = lambda: freeze_time(now)
print(json.dumps(runner.run_cases(json.load(sys.stdin))))
