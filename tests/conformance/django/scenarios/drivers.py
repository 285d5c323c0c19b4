"""DATABASES that name a backend whose driver is not installed, or no backend at all."""

from base import case, do, write

ENGINES = ["postgresql", "postgresql_psycopg2", "mysql", "oracle", "nonsense"]

write(
    [
        case(
            f"drivers/{engine}",
            [do("session['a'] = 1"), {"manage": "check"}],
            migrate=False,
            extra_settings=f"DATABASES = {{'default': {{'ENGINE': 'django.db.backends.{engine}', 'NAME': 'shop'}}}}\n",
        )
        for engine in ENGINES
    ]
)
