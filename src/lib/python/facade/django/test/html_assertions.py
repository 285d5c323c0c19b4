"""Assertions about HTML, JSON and XML texts: what means the same is the same."""

import json
from html.parser import HTMLParser

_VOID = set("area base br col embed hr img input link meta param source track wbr".split())
_BARE = set("checked disabled selected readonly required multiple autofocus open hidden async defer".split())


class _Tree(HTMLParser):
    """A text as nested lists: [tag, sorted attributes, children]."""

    def __init__(self):
        super().__init__()
        self.root = ["", [], []]
        self._open = [self.root]

    def handle_starttag(self, tag, attrs):
        node = [tag, sorted(_attribute(name, value) for name, value in attrs), []]
        self._open[-1][2].append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_startendtag(self, tag, attrs):
        self._open[-1][2].append([tag, sorted(_attribute(name, value) for name, value in attrs), []])

    def handle_endtag(self, tag):
        if tag in _VOID:
            return
        if self._open[-1][0] != tag or len(self._open) == 1:
            raise AssertionError(f"Unexpected end tag `{tag}` (Line {self.getpos()[0]}, Column {self.getpos()[1]})")
        self._open.pop()

    def handle_data(self, data):
        text = " ".join(data.split())
        if text:
            self._open[-1][2].append(text)


def _attribute(name, value):
    if name == "class":
        return name, " ".join(sorted((value or "").split()))
    if name in _BARE and value in (None, "", name):
        return name, ""
    return name, value or ""


def parse_html(html):
    tree = _Tree()
    tree.feed(html)
    tree.close()
    return tree.root


def _count(tree, wanted):
    found = sum(1 for child in tree[2] if child == wanted)
    if isinstance(wanted, str):
        found = sum(child.count(wanted) for child in tree[2] if isinstance(child, str))
    return found + sum(_count(child, wanted) for child in tree[2] if isinstance(child, list))


def _only(tree):
    return tree[2][0] if len(tree[2]) == 1 else tree


class HtmlAssertions:
    def _parsed(self, html, what):
        try:
            return parse_html(html)
        except AssertionError as error:
            raise self.failureException(f"{what}\n{error}") from None

    def assertHTMLEqual(self, html1, html2, msg=None):
        first = self._parsed(html1, "First argument is not valid HTML:")
        second = self._parsed(html2, "Second argument is not valid HTML:")
        if first != second:
            self.fail(self._formatMessage(msg, f"{html1!r} != {html2!r}"))

    def assertHTMLNotEqual(self, html1, html2, msg=None):
        first = self._parsed(html1, "First argument is not valid HTML:")
        if first == self._parsed(html2, "Second argument is not valid HTML:"):
            self.fail(self._formatMessage(msg, f"{html1!r} == {html2!r}"))

    def assertInHTML(self, needle, haystack, count=None, msg_prefix=""):
        wanted = _only(self._parsed(needle, "First argument is not valid HTML:"))
        found = _count(self._parsed(haystack, "Second argument is not valid HTML:"), wanted)
        if count is not None:
            self.assertEqual(found, count, f"{msg_prefix}Found {found} instances of '{needle}' (expected {count})")
        else:
            self.assertTrue(found != 0, f"{msg_prefix}Couldn't find '{needle}' in the following response\n{haystack!r}")

    def assertNotInHTML(self, needle, haystack, msg_prefix=""):
        self.assertInHTML(needle, haystack, count=0, msg_prefix=msg_prefix)

    def assertJSONEqual(self, raw, expected_data, msg=None):
        self.assertEqual(self._json(raw, "First"), self._json(expected_data, "Second"), msg=msg)

    def assertJSONNotEqual(self, raw, expected_data, msg=None):
        self.assertNotEqual(self._json(raw, "First"), self._json(expected_data, "Second"), msg=msg)

    def _json(self, value, which):
        if not isinstance(value, (str, bytes)):
            return value
        try:
            return json.loads(value)
        except ValueError:
            self.fail(f"{which} argument is not valid JSON: {value!r}")
