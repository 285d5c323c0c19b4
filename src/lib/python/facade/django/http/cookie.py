"""Cookie headers."""

import json
from http import cookies

from _crumbtrail import host

SimpleCookie = cookies.SimpleCookie
cookies.Morsel._reserved.setdefault("samesite", "SameSite")


def parse_cookie(cookie):
    """A Cookie header as a dictionary: broken parts are kept as well as they can be."""
    return dict(json.loads(host("http.parse_cookie", cookie)))
