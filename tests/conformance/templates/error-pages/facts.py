"""The facts that a page of Django's DEBUG states; the whole body of any other page."""

import html
import re

KEPT = ('Request Method', 'Request URL', 'Django Version', 'Exception Type', 'Exception Value', 'Raised during', 'Raised by')


def _text(markup):
    return ' '.join(html.unescape(re.sub(r'<[^>]*>', '', markup)).split())


def _all(pattern, body):
    return [_text(found) for found in re.findall(pattern, body, re.S)]


def of(status, content_type, body):
    answer = {'status': status, 'type': content_type}
    if 'id="summary"' not in body and 'The install worked' not in body:
        return {**answer, 'body': body}
    answer['title'] = _all(r'<title>(.*?)</title>', body)[0].replace('The install worked successfully! Congratulations!', 'installed')
    message = _all(r'<pre class="exception_value[^"]*">(.*?)</pre>', body)
    if message:
        answer['message'] = message[0]
    rows = re.findall(r'<th(?: scope="row")?>([\w ]+):</th>\s*<td>(.*?)</td>', body, re.S)
    answer['facts'] = {label: _text(value) for label, value in rows if label in KEPT}
    tried = re.search(r'tried these URL patterns, in this order:\s*</p>\s*<ol[^>]*>(.*?)</ol>(.*?)</p>', body, re.S)
    if tried:
        answer['tried'] = _all(r'<li>(.*?)</li>', tried[1])
        answer['outcome'] = _text(tried[2])
    place = re.search(r'In template <code>(.*?)</code>, error at line <strong>(\d+)</strong></p>\s*<h3>(.*?)</h3>', body, re.S)
    if place:
        answer['place'] = [_text(part) for part in place.groups()]
    looked = re.search(r'Template-loader postmortem</h2>(.*?)</(?:div|section)>', body, re.S)
    if looked:
        answer['looked'] = _all(r'<li>(.*?)</li>', looked[1])
    reason = re.search(r'Reason given for failure:</p>\s*<pre>(.*?)</pre>', body, re.S)
    if reason:
        answer['reason'] = _text(reason[1])
        answer['heading'] = _all(r'<h1>(.*?)</h1>', body)[0]
    answer['links'] = _all(r'<h3>\s*((?:The above|During handling).*?)</h3>', body)
    return answer
