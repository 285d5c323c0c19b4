"""What a running request holds of its session. Looking does not load it and marks nothing."""

import json

from django.core.handlers.refs import of


def held_session(request):
    """Key, data as JSON text (`None`: not loaded) and whether they were changed; `None` where there is no session."""
    from django.contrib.sessions.backends.base import SessionBase

    request = of(request)
    session = request.__dict__.get("session") if request is not None else None
    if not isinstance(session, SessionBase):
        return None
    data = session.__dict__.get("_session_cache")
    return json.dumps([session.session_key, None if data is None else _told(data), bool(session.modified)])


def _told(data):
    """The data as text; objects by their type, so that no code of a project runs."""
    try:
        return json.dumps(data, separators=(",", ":"), default=lambda thing: f"<{type(thing).__name__}>")
    except (TypeError, ValueError):
        return json.dumps({str(type(key).__name__): "…" for key in data})
