"""Sessions that are gone when they are saved, touched, or asked about."""

from base import ENGINES, case, do, write

CALLS = [
    ["session.save()"], ["session.save()", "session.save()"], ["session.save(must_create=True)"],
    ["session.get('a')", "session.save()"], ["session.modified = True"], ["session['a'] = 1", "session.save()"],
    ["session.create()"], ["session.cycle_key()"], ["session.flush()", "session.save()"], ["session.clear()", "session.save()"],
    ["session.delete()", "session.save()"], ["session.exists(session.session_key)"], ["session.get_expiry_age()", "session.save()"],
    ["session.set_expiry(0)", "session.save()"], ["session.set_expiry(-1)", "session.save()", "session.get('a')"],
]  # fmt: skip
LOST = {
    "unknown": [{"putCookie": {"name": "sessionid", "value": "a" * 32}}],
    "expired": [do("session['a'] = 1"), {"advance": "13d"}, {"putCookie": {"name": "x", "value": "1"}}, {"sql": "update django_session set expire_date='2026-01-06 00:00:00'"}],
    "short": [do("session.set_expiry(60)"), {"advance": "61s"}, {"deleteCookie": "sessionid"}, {"putCookie": {"name": "sessionid", "value": "b" * 32}}],
}

write(
    [
        case(f"gone/{engine}-{name}-{number}", [*lost, do(*calls), do("sorted(session.items())")], engine=engine)
        for engine in ENGINES
        for name, lost in LOST.items()
        for number, calls in enumerate(CALLS)
    ]
)
