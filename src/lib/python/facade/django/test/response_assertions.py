"""Assertions about responses."""

from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from django import VERSION
from django.http.request import QueryDict
from django.test.html_assertions import _count, _only
from django.utils.functional import Promise

# Newer versions show the response that they looked through.
_TELLS_CONTENT = VERSION >= (5, 1)


def _the_response(content):
    return f"the following response\n{content!r}" if _TELLS_CONTENT else "response"


class ResponseAssertions:
    def assertRedirects(self, response, expected_url, status_code=302, target_status_code=200, msg_prefix="",
                        fetch_redirect_response=True):
        """A response that leads to an address, and that address answers."""
        prefix = msg_prefix + ": " if msg_prefix else ""
        if hasattr(response, "redirect_chain"):
            url = self._followed(response, status_code, target_status_code, prefix)
        else:
            url = self._leads_to(response, status_code, target_status_code, prefix, fetch_redirect_response)
        self.assertURLEqual(url, expected_url, f"{prefix}Response redirected to '{url}', expected '{expected_url}'")

    def _followed(self, response, status_code, target_status_code, prefix):
        self.assertTrue(
            response.redirect_chain,
            f"{prefix}Response didn't redirect as expected: Response code was {response.status_code} "
            f"(expected {status_code})",
        )
        first = response.redirect_chain[0][1]
        self.assertEqual(
            first, status_code,
            f"{prefix}Initial response didn't redirect as expected: Response code was {first} (expected {status_code})",
        )
        self.assertEqual(
            response.status_code, target_status_code,
            f"{prefix}Response didn't redirect as expected: Final Response code was {response.status_code} "
            f"(expected {target_status_code})",
        )
        return response.redirect_chain[-1][0]

    def _leads_to(self, response, status_code, target_status_code, prefix, fetch):
        self.assertEqual(
            response.status_code, status_code,
            f"{prefix}Response didn't redirect as expected: Response code was {response.status_code} "
            f"(expected {status_code})",
        )
        url = response.url
        scheme, netloc, path, query, _ = urlsplit(url)
        if not path.startswith("/"):
            url = urljoin(response.request["PATH_INFO"], url)
            path = urljoin(response.request["PATH_INFO"], path)
        if not fetch:
            return url
        domain = netloc.split(":")[0]
        if domain and domain not in ("testserver", *getattr(response.client, "extra_hosts", ())):
            raise ValueError(
                "The test client is unable to fetch remote URLs (got %s). If the host is served by Django, add "
                "'%s' to ALLOWED_HOSTS. Otherwise, use assertRedirects(..., fetch_redirect_response=False)."
                % (url, domain)
            )
        extra = response.client.extra or {}
        headers = getattr(response.client, "headers", None)
        redirected = response.client.get(path, QueryDict(query), secure=scheme == "https", headers=headers, **extra)
        self.assertEqual(
            redirected.status_code, target_status_code,
            f"{prefix}Couldn't retrieve redirection page '{path}': response code was {redirected.status_code} "
            f"(expected {target_status_code})",
        )
        return url

    def assertURLEqual(self, url1, url2, msg_prefix=""):
        """Two addresses are the same but for the order of their queries."""

        def normalize(url):
            if isinstance(url, Promise):
                url = str(url)
            parts = urlsplit(str(url))
            query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
            return urlunsplit((parts.scheme, parts.netloc, parts.path, query, parts.fragment))

        self.assertEqual(
            normalize(url1), normalize(url2), f"{msg_prefix}Expected '{normalize(url1)}' to equal '{normalize(url2)}'."
        )

    def _content(self, response, text, status_code, msg_prefix, html):
        if hasattr(response, "render") and callable(response.render) and not response.is_rendered:
            response.render()
        prefix = msg_prefix + ": " if msg_prefix else ""
        self.assertEqual(
            response.status_code, status_code,
            f"{prefix}Couldn't retrieve content: Response code was {response.status_code} (expected {status_code})",
        )
        content = b"".join(response.streaming_content) if response.streaming else response.content
        shown = repr(text)
        if isinstance(text, bytes) and not html:
            return shown, content.count(text), prefix, content
        text = text.decode() if isinstance(text, bytes) else str(text)
        decoded = content.decode(response.charset)
        if not html:
            return f"'{text}'" if not isinstance(text, bytes) else shown, decoded.count(text), prefix, content
        tree = self._parsed(decoded, "Response's content is not valid HTML:")
        return f"'{text}'", _count(tree, _only(self._parsed(text, "Second argument is not valid HTML:"))), prefix, content

    def assertContains(self, response, text, count=None, status_code=200, msg_prefix="", html=False):
        shown, found, prefix, content = self._content(response, text, status_code, msg_prefix, html)
        if count is not None:
            expected = f"(expected {count})"
            if _TELLS_CONTENT:
                said = f"Found {found} instances of {shown} {expected} in the following response\n{content!r}"
            else:
                said = f"Found {found} instances of {shown} in response {expected}"
            self.assertEqual(found, count, prefix + said)
        else:
            self.assertTrue(found != 0, f"{prefix}Couldn't find {shown} in {_the_response(content)}")

    def assertNotContains(self, response, text, status_code=200, msg_prefix="", html=False):
        shown, found, prefix, content = self._content(response, text, status_code, msg_prefix, html)
        unwanted = f"{shown} unexpectedly found in" if _TELLS_CONTENT else "Response should not contain"
        said = f"{unwanted} {_the_response(content)}" if _TELLS_CONTENT else f"{unwanted} {shown}"
        self.assertEqual(found, 0, prefix + said)

    def _template_names(self, response):
        return [template.name for template in getattr(response, "templates", []) if template.name is not None]

    def assertTemplateUsed(self, response=None, template_name=None, msg_prefix="", count=None):
        if response is None or isinstance(response, str):
            return _TemplateWatch(self, template_name or response, True, msg_prefix, count)
        self._check_template(self._template_names(response), template_name, True, msg_prefix, count)

    def assertTemplateNotUsed(self, response=None, template_name=None, msg_prefix=""):
        if response is None or isinstance(response, str):
            return _TemplateWatch(self, template_name or response, False, msg_prefix, None)
        self._check_template(self._template_names(response), template_name, False, msg_prefix, None)

    def _check_template(self, names, wanted, used, msg_prefix, count):
        prefix = msg_prefix + ": " if msg_prefix else ""
        if not used:
            self.assertNotIn(wanted, names, f"{prefix}Template '{wanted}' was used unexpectedly in rendering the response")
            return
        if not names:
            self.fail(f"{prefix}No templates used to render the response")
        actual = ", ".join(names)
        self.assertIn(
            wanted, names,
            f"{prefix}Template '{wanted}' was not a template used to render the response. Actual template(s) used: {actual}",
        )
        if count is not None:
            number = names.count(wanted)
            self.assertEqual(
                number, count,
                f"{prefix}Template '{wanted}' was expected to be rendered {count} time(s) but was actually rendered "
                f"{number} time(s).",
            )


class _TemplateWatch:
    """The templates that are rendered inside a block."""

    def __init__(self, test_case, name, used, msg_prefix, count):
        self.test_case, self.name, self.used, self.msg_prefix, self.count = test_case, name, used, msg_prefix, count
        self.names = []

    def _note(self, sender, signal, template, context, **kwargs):
        self.names.append(template.name)

    def __enter__(self):
        from django.test.signals import template_rendered

        template_rendered.connect(self._note)
        return self

    def __exit__(self, kind, error, traceback):
        from django.test.signals import template_rendered

        template_rendered.disconnect(self._note)
        if kind is None:
            self.test_case._check_template(self.names, self.name, self.used, self.msg_prefix, self.count)

