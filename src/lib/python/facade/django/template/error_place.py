"""Where in a template something failed, for Django's error page."""

_LINES_AROUND = 10


def _message(exception):
    try:
        return str(exception.args[0])
    except (IndexError, UnicodeDecodeError):
        return '(Could not get exception message)'


def error_place(source, name, exception, token):
    """
    A dictionary: `line` (from 1) with the text `before`, `during` and `after` the token on it; `source_lines`
    (pairs of number and text) from `top` + 1 to `bottom`; `total` lines; `start` and `end` of the token.
    """
    start, end = token.position
    lines, upto = [(0, '')], 0
    line, before, during, after = 0, '', '', ''
    *ended, last = source.split('\n')
    for number, text in enumerate([*(text + '\n' for text in ended), last], 1):
        following = upto + len(text)
        if start >= upto and end <= following:
            line = number
            before, during, after = source[upto:start], source[start:end], source[end:following]
        lines.append((number, text))
        upto = following
    total = len(lines)
    top = max(1, line - _LINES_AROUND)
    bottom = min(total, line + 1 + _LINES_AROUND)
    return {
        'message': _message(exception),
        'source_lines': lines[top:bottom],
        'before': before,
        'during': during,
        'after': after,
        'top': top,
        'bottom': bottom,
        'total': total,
        'line': line,
        'name': name,
        'start': start,
        'end': end,
    }
