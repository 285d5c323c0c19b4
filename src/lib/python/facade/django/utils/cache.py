"""Headers that steer caches."""


def patch_vary_headers(response, newheaders):
    """Add names to the Vary header, none twice."""
    if response.has_header("Vary"):
        held = [name.strip() for name in response.headers["Vary"].split(",")]
    else:
        held = []
    known = {name.lower() for name in held}
    held += [name for name in newheaders if name.lower() not in known]
    response.headers["Vary"] = "*" if "*" in held else ", ".join(held)


def has_vary_header(response, header_query):
    if not response.has_header("Vary"):
        return False
    return header_query.lower() in [name.strip().lower() for name in response.headers["Vary"].split(",")]


def patch_cache_control(response, **kwargs):
    parts = [part.strip() for part in response.get("Cache-Control", "").split(",") if part.strip()]
    given = dict(part.split("=", 1) if "=" in part else (part, True) for part in parts)
    for key, value in kwargs.items():
        given[key.replace("_", "-")] = value
    response.headers["Cache-Control"] = ", ".join(
        key if value is True else f"{key}={value}" for key, value in given.items() if value is not False
    )


def add_never_cache_headers(response):
    from django.utils.http import http_date
    import time

    response.headers.setdefault("Expires", http_date(time.time()))
    patch_cache_control(response, no_cache=True, no_store=True, must_revalidate=True, private=True, max_age=0)
