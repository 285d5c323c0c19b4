"""The HTML and the plain text of pages about errors. Nothing in them needs a script."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

_STYLE = """
    :root { color-scheme: light dark; --ink: light-dark(#1d2433, #e6e9f0); --soft: light-dark(#5b6477, #9aa4b8);
      --paper: light-dark(#fff, #151923); --band: light-dark(#fff7d6, #3a3212); --line: light-dark(#dde1ea, #2c3344);
      --code: light-dark(#f4f6fa, #1c2230); --hit: light-dark(#ffe3e0, #4a201f); }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
    header, section, footer { padding: 1rem 1.5rem; border-bottom: 1px solid var(--line); }
    header { background: var(--band); }
    h1, h2, h3 { margin: 0 0 .5rem; font-weight: 600; line-height: 1.25; }
    h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; } h3 { font-size: 1rem; }
    pre, code, td.code, ol.patterns { font: 13px/1.5 ui-monospace, monospace; }
    pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
    .message { font-size: 1.1rem; margin-bottom: .75rem; }
    table { border-collapse: collapse; } th, td { padding: .1rem .75rem .1rem 0; text-align: start; vertical-align: top; }
    th { color: var(--soft); font-weight: 400; white-space: nowrap; }
    table.source { background: var(--code); width: 100%; margin: .25rem 0 .75rem; }
    table.source th { text-align: end; padding-inline: .75rem; width: 2rem; font-variant-numeric: tabular-nums; }
    ul.traceback { list-style: none; padding: 0; } table.source tr.hit { background: var(--hit); }
    summary { cursor: pointer; color: var(--soft); } footer { color: var(--soft); border: 0; }
"""


def page(title, *parts):
    """A whole page out of safe parts."""
    return format_html(
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n  <meta charset="utf-8">\n  <title>{}</title>\n'
        '  <meta name="robots" content="NONE,NOARCHIVE">\n  <style>{}</style>\n</head>\n<body>\n{}\n</body>\n</html>\n',
        title,
        mark_safe(_STYLE),
        mark_safe('\n'.join(part for part in parts if part)),
    )


def header(heading, message, rows):
    """The top of the page: what happened, and the table of facts."""
    return format_html(
        '<header id="summary">\n<h1>{}</h1>\n{}{}\n</header>',
        heading,
        format_html('<pre class="exception_value message">{}</pre>\n', message) if message is not None else '',
        fact_table(rows),
    )


def fact_table(rows):
    return format_html(
        '<table class="meta">\n{}</table>',
        format_html_join('', '<tr><th scope="row">{}:</th><td><pre>{}</pre></td></tr>\n', rows),
    )


def section(ident, heading, *parts):
    return format_html('<section id="{}">\n<h2>{}</h2>\n{}\n</section>', ident, heading, mark_safe('\n'.join(parts)))


def footer(text):
    return format_html('<footer id="explanation"><p>{}</p></footer>', text)


def source_table(lines, hit):
    """Numbered lines of source, the one that was hit marked."""
    rows = (
        (mark_safe(' class="hit error"') if number == hit else '', number, text) for number, text in lines
    )
    return format_html(
        '<table class="source">\n{}</table>',
        format_html_join('', '<tr{}><th scope="row">{}</th><td class="code"><pre>{}</pre></td></tr>\n', rows),
    )


def frame(one):
    lines = [*one.before, (one.line, one.text), *one.after]
    variables = ''
    if one.variables:
        variables = format_html(
            '<details><summary>Local vars</summary>\n<table class="vars">\n{}</table></details>',
            format_html_join(
                '', '<tr><th scope="row">{}</th><td class="code"><pre>{}</pre></td></tr>\n', one.variables
            ),
        )
    return format_html(
        '<li class="frame user"><code class="fname">{}</code>, line {}, in {}\n{}{}</li>',
        one.path,
        one.line,
        one.function,
        source_table(lines, one.line) if one.text else '',
        variables,
    )


def frames(raised):
    """The frames of a chain of exceptions, with the sentences between them."""
    parts = []
    for one in raised:
        if one.link:
            parts.append(format_html('<li class="cause"><h3>{}</h3></li>', one.link))
        shown = list(map(frame, one.frames))
        if one.left_out:
            gap = format_html('<li class="gap">… {} more frames …</li>', one.left_out)
            shown.insert(len(shown) // 2, gap)
        parts += shown
    return format_html('<ul class="traceback">\n{}\n</ul>', mark_safe('\n'.join(parts)))


def named_table(title, rows):
    """One table of the request, or a line that says that it is empty."""
    if not rows:
        return format_html('<h3>{}</h3><p>No {} data</p>', title, title)
    return format_html(
        '<h3>{}</h3>\n<table class="req">\n{}</table>',
        title,
        format_html_join('', '<tr><th scope="row">{}</th><td class="code"><pre>{}</pre></td></tr>\n', rows),
    )
