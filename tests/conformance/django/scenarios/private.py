"""Names with an underscore that people meet in tracebacks and old code, and what classes say that they are."""

from base import ENGINES, case, do, write

LEGACY = [
    "session._hash('x')", "session._legacy_encode({'a': 'é', 'n': [1, 2]})",
    "session._legacy_decode(session._legacy_encode({'a': 1}))", "session.decode(session._legacy_encode({'a': 1}))",
    "session._legacy_decode('junk')",
]  # fmt: skip
CLASSES = ["repr(request.user)[:89]", "str(type(request))", "type(request).__mro__", "str(type(request.user))"]
TWINS = ["hasattr(session, '_aget_session_from_db')", "hasattr(session, 'acreate_model_instance')"]

write(
    [
        case(f"private/{engine}", [do("session['a'] = 'é'", *LEGACY), do(*CLASSES), do(*TWINS)], engine=engine)
        for engine in ENGINES
    ]
)
