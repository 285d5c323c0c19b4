"""Word wrap that keeps the line ends which are there."""

import textwrap

from django import VERSION


def wrap(text, width):
    """The text with lines broken at spaces; spaces at a break go, other ones stay."""
    if VERSION < (4, 0):
        return ''.join(_wrapped_line(line, width) for line in text.splitlines(True))
    wrapper = textwrap.TextWrapper(
        width=width, break_long_words=False, break_on_hyphens=False, replace_whitespace=False
    )
    lines = []
    for line in text.splitlines():
        # A line of nothing but spaces wraps to nothing; it stays as it is.
        lines += wrapper.wrap(line) or [line]
    if text.endswith('\n'):
        lines.append('')
    return '\n'.join(lines)


def _wrapped_line(line, width):
    """As 3.2 breaks a line: at the last space that fits, else at the first one; line ends stay as they are."""
    parts = []
    while len(line) > width:
        space = line[: width + 1].rfind(' ') + 1 or line.find(' ') + 1
        if not space:
            break
        parts.append(line[: space - 1] + '\n')
        line = line[space:]
    return ''.join(parts) + line
