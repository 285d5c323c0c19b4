"""Real Django in process: exchanges per second of the counter view, for each engine given.

Usage: real_django.py ENGINE [ENGINE ...]; prints one JSON object, engine -> exchanges per second.
"""
import io
import json
import sys
import tempfile
import time

import django
from django.conf import settings

ENGINES = sys.argv[1:]
settings.configure(
    SECRET_KEY="crumbs-for-teaching-only-0123456789-abcdefghijkl",
    DEBUG=False,
    ALLOWED_HOSTS=["*"],
    INSTALLED_APPS=["django.contrib.sessions"],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
    ],
    ROOT_URLCONF=__name__,
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    SESSION_FILE_PATH=tempfile.mkdtemp(),
    USE_TZ=True,
)
django.setup()

from django.core.management import call_command  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.urls import path  # noqa: E402


def counter(request):
    visits = request.session.get("num_visits", 0) + 1
    request.session["num_visits"] = visits
    return HttpResponse("view count=%d" % visits)


urlpatterns = [path("", counter)]
call_command("migrate", verbosity=0)


def measure(engine):
    settings.SESSION_ENGINE = "django.contrib.sessions.backends." + engine
    application = get_wsgi_application()
    cookie = ""

    def exchange():
        nonlocal cookie
        environ = {
            "REQUEST_METHOD": "GET", "SCRIPT_NAME": "", "PATH_INFO": "/", "QUERY_STRING": "",
            "SERVER_NAME": "127.0.0.1", "SERVER_PORT": "8000", "HTTP_HOST": "127.0.0.1:8000",
            "SERVER_PROTOCOL": "HTTP/1.1", "wsgi.version": (1, 0), "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(b""), "wsgi.errors": sys.stderr, "wsgi.multithread": False,
            "wsgi.multiprocess": False, "wsgi.run_once": False, "HTTP_COOKIE": cookie,
        }

        def start_response(status, headers, exc_info=None):
            nonlocal cookie
            for name, value in headers:
                if name == "Set-Cookie":
                    cookie = value.split(";")[0]

        b"".join(application(environ, start_response))

    best = 0.0
    for _ in range(6):
        count, begin = 0, time.perf_counter()
        while time.perf_counter() - begin < 0.3:
            exchange()
            count += 1
        best = max(best, count / (time.perf_counter() - begin))
    return best


print(json.dumps({engine: measure(engine) for engine in ENGINES}))
