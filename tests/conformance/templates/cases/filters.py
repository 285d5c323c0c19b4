"""The filters: each over many kinds of values, then each with its own cases."""

from cases._write import group

# Every filter meets these.
ODD = {
    'none': 'None', 'empty': '""', 'zero': '0', 'one': '1', 'neg': '-3', 'float': '2.50', 'text': '"Hello <b> & \'World\'"',
    'safe': 'mark_safe("<i>x</i> &amp;")', 'digits': '"123"', 'list': '["b", "a", "<c>"]', 'nolist': '[]',
    'tuple': '(1, 2)', 'dict': '{"k": "v"}', 'true': 'True', 'decimal': 'Decimal("3.14159")', 'date': 'DATE', 'aware': 'AWARE',
    'time': 'TIME', 'thing': 'Thing(name="<T>")', 'lines': '"a\\n\\nb <c>\\r\\nd"', 'uni': '"Ünï Çødé"', 'big': '1234567.891', 'set': '{1}',
}
WITHOUT = (
    'addslashes capfirst escapejs escape force_escape escapeseq floatformat iriencode linebreaks linebreaksbr linenumbers lower '
    'make_list phone2numeric safe safeseq slugify striptags title upper urlencode urlize wordcount first last length '
    'unordered_list filesizeformat pluralize date time timesince timeuntil yesno pprint json_script'
).split()
WITH = {
    'add': ['"5"', '1', '"x"', 'l'], 'center': ['"15"', '0', '"x"'], 'cut': ['"a"', '" "', '";"'], 'default': ['"d"', 'missing'],
    'default_if_none': ['"d"'], 'dictsort': ['"k"', '0'], 'dictsortreversed': ['0'], 'divisibleby': ['"3"'], 'floatformat': ['2', '"-2"', '0', '"2g"', '"x"'],
    'get_digit': ['1', '"2"', '0'], 'join': ['", "', '"<br>"', 'l'], 'json_script': ['"data"'], 'length_is': ['2', '"x"'], 'ljust': ['"10"'],
    'rjust': ['"10"'], 'pluralize': ['"es"', '"y,ies"', '"a,b,c"'], 'slice': ['":2"', '"1"', '"::-1"', '"x"'], 'stringformat': ['"s"', '"05d"', '".2f"', '"r"', '"z"'],
    'truncatechars': ['5', '"x"', '0', '1'], 'truncatechars_html': ['5', '0'], 'truncatewords': ['2', '0'], 'truncatewords_html': ['2', '0'],
    'urlencode': ['""'], 'urlizetrunc': ['8'], 'wordwrap': ['5'], 'yesno': ['"y,n"', '"y,n,m"', '"y"', '"a,b,c,d"'], 'date': ['"Y-m-d"', '"H:i"', '"SHORT_DATE_FORMAT"'],
    'time': ['"H:i"', '"TIME_FORMAT"', '"Y"'], 'timesince': ['d'], 'timeuntil': ['d'],
}
FILTERS = WITHOUT + [f'{name}:{arg}' for name, args in WITH.items() for arg in args]
CONTEXT = '{' + ', '.join(f'"{name}": {value}' for name, value in ODD.items()) + ', "l": [9], "d": DATE}'


def matrix():
    cases = []
    for text in FILTERS:
        for value in ODD:
            if text in ('timesince', 'timeuntil') and value == 'aware':
                continue
            case = {'id': f'filter/{text}/{value}', 'template': '{{ v|' + text + ' }}', 'context': f'{{"v": {ODD[value]}, "l": [9], "d": DATE}}'}
            cases.append(case)
    return cases


def own(rows):
    return [(template, context) for template, context in rows]


ARGUMENTS = group(
    'filter-arguments',
    [
        '{{ "x"|upper:"y" }}', '{{ "x"|cut }}', '{{ "x"|cut:"a":"b" }}', '{{ "x"|default }}', '{{ "x"|join }}', '{{ "x"|date:"Y" }}', '{{ "x"|floatformat:2:3 }}',
        '{{ "x"|nothing }}', '{{ "x"|Upper }}', '{{ "x"|upper:}}', '{{ "x"|cut: "a" }}', '{{ "x" |cut:"x" }}', '{{ "x"|cut :"x" }}', '{{ "x"|add:missing }}', '{{ |upper }}',
        '{{ "x"||upper }}', '{{ "x"|upper| }}', '{{ "x"|upper lower }}', '{{ "x"|default:_("y") }}', '{{ _("x")|upper }}', "{{ '' |default:'a b' }}", '{{ ""|default:"a\\"b" }}', "{{ ''|default:'a\\'b' }}",
        '{{ ""|default:1 }}', '{{ ""|default:-1.5 }}', '{{ ""|default:1e3 }}', '{{ ""|default:.5 }}', '{{ ""|default:5. }}', '{{ ""|default:True }}', '{{ ""|default:None }}', '{{ ""|default:a.b }}', '{{ ""|default:"<b>" }}',
        '{{ ""|default:_private }}', '{{ "x"|date: }}', '{{ "a"|add:"b"|add:"c"|upper }}', '{{ x.y|upper }}', '{{ 5|add:5 }}', '{{ 5.5|floatformat }}', '{{ -5|add:1 }}', '{{ +5 }}', '{{ 5-3 }}', '{{ a-b }}', '{{ a+b }}', '{{ 1 + 1 }}', '{{ "a" "b" }}', '{{ a b }}', '{{ a,b }}', '{{ a[0] }}', '{{ a() }}', '{{ a.b() }}', '{{ a|b() }}', '{{ "a }}', "{{ 'a\" }}", '{{ a:b }}', '{{ a|default:"x" : "y" }}', '{{ %a }}', '{{ a! }}', '{{ a|upper|default:"b"c }}', '{{ "a"b }}', '{{ ä }}', '{{ 1a }}', '{{ 1.2.3 }}', '{{ 1e }}', '{{ "" }}', "{{ '' }}", '{{ a..b }}', '{{ .a }}', '{{ a. }}', '{{ a._b }}', '{{ __class__ }}', '{{ a.__class__ }}',
    ],
)

STRINGS = group(
    'strings',
    [
        ('{{ s|title }}', '{"s": "don\'t STOP 3rd o\'neil\'s"}'), ('{{ s|title }}', '{"s": "joe\'s café 1ST"}'), ('{{ s|capfirst }}', '{"s": "éa <b>"}'), ('{{ s|upper }}', '{"s": "a&b straße"}'), ('{{ s|upper }}', '{"s": mark_safe("a&amp;b")}'), ('{{ s|lower }}', '{"s": mark_safe("A&amp;B")}'),
        ('{{ s|slugify }}', '{"s": "  Hello, World! -- Ünï_cødé "}'), ('{{ s|slugify }}', '{"s": "---a__b---"}'), ('{{ s|slugify }}', '{"s": "日本"}'),
        ('{{ s|truncatechars:9 }}', '{"s": "Joel is a slug"}'), ('{{ s|truncatechars:14 }}', '{"s": "Joel is a slug"}'), ('{{ s|truncatechars:13 }}', '{"s": "Joel is a slug"}'), ('{{ s|truncatechars:3 }}', '{"s": "a\\u0301e\\u0301o\\u0301u\\u0301"}'), ('{{ s|truncatechars:"-1" }}', '{"s": "abc"}'),
        ('{{ s|truncatewords:2 }}', '{"s": "one  two\\nthree four"}'), ('{{ s|truncatewords:9 }}', '{"s": "one  two\\nthree four"}'), ('{{ s|truncatewords:"-1" }}', '{"s": "one two three"}'), ('{{ s|truncatewords:"x" }}', '{"s": "one two"}'),
        ('{{ s|truncatewords_html:2 }}', '{"s": "<p>one <b>two three</b> four</p>"}'), ('{{ s|truncatewords_html:3|safe }}', '{"s": mark_safe("<p>one <br>two <img src=x> three <b>four five</b></p>")}'), ('{{ s|truncatewords_html:9 }}', '{"s": mark_safe("<p>one &amp; two</p>")}'), ('{{ s|truncatewords_html:2 }}', '{"s": mark_safe("<p>one &amp; two &lt; three</p>")}'), ('{{ s|truncatewords_html:1 }}', '{"s": mark_safe("<!-- c --><p>one two")}'),
        ('{{ s|truncatechars_html:7 }}', '{"s": mark_safe("<p>one <b>two three</b> four</p>")}'), ('{{ s|truncatechars_html:17 }}', '{"s": mark_safe("<p>one <b>two three</b> four</p>")}'), ('{{ s|truncatechars_html:18 }}', '{"s": mark_safe("<p>one <b>two three</b> four</p>")}'), ('{{ s|truncatechars_html:3 }}', '{"s": mark_safe("<b>a&amp;bcd</b>")}'), ('{{ s|truncatechars_html:5 }}', '{"s": "abcdefgh"}'),
        ('{{ s|wordwrap:10 }}', '{"s": "this is a long paragraph of text that really needs to be wrapped"}'), ('{{ s|wordwrap:6 }}', '{"s": "aaa bbb\\nccc ddd eee\\n\\nfff\\n"}'), ('{{ s|wordwrap:3 }}', '{"s": "abcdef gh"}'), ('{{ s|wordcount }}', '{"s": "a b  c"}'),
        ('[{{ s|center:9 }}][{{ s|ljust:9 }}][{{ s|rjust:9 }}]', '{"s": "a&b"}'), ('[{{ s|center:8 }}]', '{"s": "abc"}'), ('{{ s|cut:" " }}', '{"s": "a b c"}'), ('{{ s|cut:";" }}', '{"s": mark_safe("a&lt;b;")}'), ('{{ s|cut:"b" }}', '{"s": mark_safe("<b>b</b>")}'),
        ('{{ s|addslashes }}', '{"s": "a\'b\\"c\\\\d"}'), ('{{ s|escapejs }}', '{"s": "a\'b\\"<>&\\n\\u2028\\x7f=`-;\\\\"}'), ('{{ s|phone2numeric }}', '{"s": "1-800-CALL <a>"}'), ('{{ s|make_list }}', '{"s": "abc"}'), ('{{ 123|make_list }}', '{}'), ('{{ s|make_list|join:"-" }}', '{"s": "<a>"}'),
        ('{{ s|linebreaks }}', '{"s": "a\\nb\\n\\n\\nc <i>\\r\\rd"}'), ('{{ s|linebreaks }}', '{"s": mark_safe("a\\n<b>")}'), ('{{ s|linebreaksbr }}', '{"s": "a\\r\\nb <i>"}'), ('{{ s|linebreaksbr }}', '{"s": mark_safe("a\\n<b>")}'), ('{% autoescape off %}{{ s|linebreaks }}{{ s|linebreaksbr }}{% endautoescape %}', '{"s": "a\\n<b>"}'),
        ('{{ s|linenumbers }}', '{"s": "\\n".join("abcdefghijk")}'), ('{{ s|linenumbers }}', '{"s": "<a>\\nb"}'), ('{{ s|striptags }}', '{"s": "<b>bold</b> <!-- c --> a < b & <br/>c <script>x</script>&lt;"}'), ('{{ s|striptags }}', '{"s": "<a <b>x</b>"}'), ('{{ s|striptags|safe }}', '{"s": mark_safe("<p>a &amp; b</p>")}'),
        ('{{ s|safe }}', '{"s": "<b>"}'), ('{{ s|escape }}', '{"s": "<b>"}'), ('{{ s|escape|escape }}', '{"s": "<b>"}'), ('{{ s|force_escape|force_escape }}', '{"s": "<b>"}'), ('{{ s|safe|escape }}', '{"s": "<b>"}'), ('{{ s|safe|force_escape }}', '{"s": "<b>"}'), ('{{ s|upper|safe }}', '{"s": "<b>"}'), ('{{ s|safe|upper }}', '{"s": "<b>"}'), ('{{ s|safe|lower }}', '{"s": "<B>"}'), ('{{ s|safe|add:"<i>" }}', '{"s": "<b>"}'), ('{{ s|safe|default:"x" }}', '{"s": "<b>"}'), ('{{ s|escape|linebreaksbr }}', '{"s": "<b>\\n"}'), ('{{ s|safe|cut:"x" }}', '{"s": "<b>x"}'), ('{{ s|safe|truncatechars:2 }}', '{"s": "<b>x"}'), ('{{ s|safe|slice:":2" }}', '{"s": "<b>x"}'), ('{{ s|safe|title }}', '{"s": "<b>x"}'),
        ('{{ s|urlencode }}', '{"s": "https://x.org/a b?c=d&e=ü"}'), ('{{ s|urlencode:"" }}', '{"s": "a/b c"}'), ('{{ s|urlencode:":/" }}', '{"s": "http://a/b c"}'), ('{{ s|iriencode }}', '{"s": "/ü b/?x=1&y=%20"}'),
        ('{{ s|urlize }}', '{"s": "go to www.example.com, http://a.org/b?c=d&e (or https://x.io/y_(z)). mail me@x.org!"}'), ('{{ s|urlize }}', '{"s": "see example.com/x example.org. not.example ftp://a.b a@b http://ü.de/ä <b>http://x.y</b>"}'), ('{{ s|urlize }}', '{"s": mark_safe("<a href=x>www.x.org</a> &lt;www.y.org&gt;")}'), ('{{ s|urlize|urlize }}', '{"s": "www.x.org"}'), ('{{ s|urlizetrunc:15 }}', '{"s": "http://example.com/long/path/here and www.x.org"}'), ('{% autoescape off %}{{ s|urlize }}{% endautoescape %}', '{"s": "a&b www.x.org?a&b"}'), ('{{ s|urlize }}', '{"s": "(www.x.org) [www.y.org], www.z.org; &lt; www.a.org&amp; \'www.b.org\' me@localhost a.b@c.co.uk"}'), ('{{ s|urlize }}', '{"s": "http://x.org/?q=a%20b&r=ü#frag http://[::1]/ http://user:pw@x.org"}'),
        ('{{ 5|stringformat:"03d" }}|{{ 5.123|stringformat:".1f" }}|{{ "a"|stringformat:"10s" }}|{{ "é"|stringformat:"r" }}|{{ t|stringformat:"s" }}|{{ 255|stringformat:"x" }}', '{"t": (1, 2)}'), ('{{ s|stringformat:"s" }}', '{"s": mark_safe("<b>")}'),
        ('{{ s|json_script:"my-data" }}', '{"s": {"a": "</script><b>&", "n": [1, 2.5, None, True]}}'), ('{{ s|json_script }}', '{"s": "x"}'), ('{{ s|json_script:"<id>" }}', '{"s": AWARE}'), ('{{ s|json_script:"i" }}', '{"s": Decimal("1.10")}'), ('{{ s|json_script:"i" }}', '{"s": DATE}'),
    ],
)

LISTS = group(
    'lists',
    [
        ('{{ l|join:", " }}', '{"l": ["<a>", "b", 3]}'), ('{{ l|join:" & " }}', '{"l": ["<a>", mark_safe("<b>")]}'), ('{{ l|join:s }}', '{"l": ["a", "b"], "s": "<br>"}'), ('{{ l|join:s }}', '{"l": ["a", "b"], "s": mark_safe("<br>")}'), ('{% autoescape off %}{{ l|join:" & " }}{% endautoescape %}', '{"l": ["<a>", "b"]}'), ('{% autoescape off %}{{ l|join:" & " }}{% endautoescape %}', '{"l": [1, 2]}'), ('{{ l|safeseq|join:"" }}', '{"l": ["<a>", "<b>"]}'), ('{{ l|join:1 }}', '{"l": ["a", "b"]}'), ('{{ l|join:", "|upper }}', '{"l": ["a", "<b>"]}'),
        ('{{ l|first }}{{ l|last }}', '{"l": ["<a>", "b"]}'), ('{{ l|first }}', '{"l": {"a": 1}}'), ('{{ l|first }}', '{"l": {0: 1}}'), ('{{ l|first.name }}', '{"l": [Thing(name="x")]}'), ('{% with l|first as f %}{{ f.name }}{% endwith %}', '{"l": [Thing(name="x")]}'), ('{{ "abc"|first }}{{ "abc"|last }}', '{}'),
        ('{{ l|length }}{{ d|length }}{{ s|length }}{{ n|length }}{{ missing|length }}', '{"l": [1], "d": {}, "s": "abc", "n": 5}'), ('{{ l|slice:":2" }}|{{ l|slice:"1:" }}|{{ l|slice:"-1:" }}|{{ l|slice:"::2" }}|{{ l|slice:1 }}|{{ l|slice:"2" }}', '{"l": [1, 2, 3]}'), ('{{ s|slice:":3" }}', '{"s": "<b>bold"}'),
        ('{{ l|dictsort:"a"|join:"," }}', '{"l": [{"a": 2}, {"a": 1}]}'), ('{% for x in l|dictsort:"a.b" %}{{ x.n }}{% endfor %}', '{"l": [{"n": 1, "a": {"b": 2}}, {"n": 2, "a": Thing(b=1)}]}'), ('{% for x in l|dictsortreversed:"n" %}{{ x.n }}{% endfor %}', '{"l": [{"n": 1}, {"n": 2}]}'), ('{% for x in l|dictsort:0 %}{{ x }}{% endfor %}', '{"l": [(2, 1), (1, 2)]}'), ('{% for x in l|dictsort:"0" %}{{ x }}{% endfor %}', '{"l": [(2, 1), (1, 2)]}'), ('{{ l|dictsort:"_p" }}|', '{"l": [{"_p": 1}]}'), ('{{ l|dictsort:"q" }}|', '{"l": [{"a": 1}]}'), ('{{ l|dictsort:"a" }}|', '{"l": [{"a": 1}, {"a": "x"}]}'),
        ('{{ l|unordered_list }}', '{"l": ["a", ["b", ["c", "<d>"], "e"], "f"]}'), ('{{ l|unordered_list }}', '{"l": []}'), ('{{ l|unordered_list }}', '{"l": ["a", []]}'), ('{{ l|unordered_list }}', '{"l": [["x"], "y"]}'), ('{% autoescape off %}{{ l|unordered_list }}{% endautoescape %}', '{"l": ["<a>", ["<b>"]]}'), ('{{ l|unordered_list }}', '{"l": (n for n in ("a", "b"))}'),
        ('{{ l|random }}', '{"l": ["only"]}'), ('{{ l|random }}|', '{"l": []}', {'since': '5.0'}), ('{{ l|escapeseq|join:"," }}', '{"l": ["<a>", mark_safe("<b>")]}'), ('{{ l }}', '{"l": ["a", "<b>", 1.5, None]}'), ('{{ d }}', '{"d": {"a": "<b>"}}'), ('{{ d.items }}', '{"d": {"a": 1}}'), ('{{ d.keys }}{{ d.values }}', '{"d": {"a": 1}}'), ('{{ l.0 }}{{ l.1 }}{{ l.9 }}|{{ l.-1 }}', '{"l": ["a", "b"]}'),
        ('{{ l|length_is:2 }}|{{ l|length_is:"1" }}', '{"l": [1, 2]}'), ('{{ l|pprint }}', '{"l": {"b": [1, 2], "a": "<x>"}}'), ('{{ l|default:"none" }}|{{ z|default:"none" }}|{{ n|default_if_none:"none" }}|{{ z|default_if_none:"none" }}|{{ missing|default_if_none:"none" }}|{{ missing|default:"none" }}', '{"l": [], "z": 0, "n": None}'),
    ],
)

FLOATS = ['1', '1.0', '1.5', '34.23234', '34.00000', '34.26000', '0', '-0.0', '-0.004', '0.000001', '0.5', '1.5', '2.5', '-1.5', '1e20', '1e-8', '123456789.987654321', 'True', '"12"', '"1.005"', '"abc"', '"1,5"', '""', 'None', 'Decimal("0.1")', 'Decimal("12345.6789")', 'Decimal("1E+5")', 'Decimal("NaN")', 'float("inf")', 'float("nan")', '10**30', '1.005', '999.995', '"1e3"', '" 5 "', '[]', 'Decimal("1e500")']
NUMBERS = group(
    'floatformat',
    [('|'.join('{{ v|floatformat%s }}' % arg for arg in ('', ':3', ':0', ':"-3"', ':"2g"', ':"u"', ':"2gu"', ':"g"', ':"x"', ':n')), f'{{"v": {v}, "n": 1}}') for v in FLOATS],
) + group(
    'numbers',
    [
        ('{{ v|add:5 }}|{{ v|add:"5" }}|{{ v|add:w }}', '{"v": 4, "w": 2}'), ('{{ v|add:w }}', '{"v": [1], "w": [2]}'), ('{{ v|add:w }}', '{"v": "a", "w": "<b>"}'), ('{{ v|add:w }}|', '{"v": [1], "w": "x"}'), ('{{ v|add:"1" }}', '{"v": 1.9}'), ('{{ v|add:-1 }}', '{"v": 3}'), ('{{ v|add:w }}', '{"v": DATE, "w": timedelta(1)}'),
        ('{{ 21|divisibleby:"7" }}{{ 21|divisibleby:4 }}', None), ('{{ "x"|divisibleby:2 }}', None), ('{{ 123456|get_digit:2 }}|{{ 123|get_digit:9 }}|{{ "x"|get_digit:1 }}|{{ 123|get_digit:"x" }}|{{ 123|get_digit:-1 }}', None),
        ('{{ 0|filesizeformat }}|{{ 1|filesizeformat }}|{{ 1023|filesizeformat }}|{{ 1024|filesizeformat }}|{{ 123456789|filesizeformat }}|{{ -5000|filesizeformat }}|{{ "x"|filesizeformat }}|{{ n|filesizeformat }}', '{"n": 10**18}'), ('{{ n|filesizeformat }}|{{ m|filesizeformat }}', '{"n": 1024**4, "m": 1024**3 - 1}'),
        ('vote{{ 0|pluralize }} vote{{ 1|pluralize }} vote{{ 2|pluralize }} class{{ 2|pluralize:"es" }} cherr{{ 1|pluralize:"y,ies" }} cherr{{ 3|pluralize:"y,ies" }}', None), ('{{ "1"|pluralize }}|{{ "x"|pluralize }}|{{ l|pluralize }}|{{ e|pluralize }}|{{ 1.0|pluralize }}|{{ 0.5|pluralize }}|{{ n|pluralize }}', '{"l": [1], "e": [], "n": None}'),
        ('{{ a }}|{{ b }}|{{ c }}|{{ d }}|{{ e }}|{{ f }}|{{ g }}', '{"a": 1234567, "b": 1234.5, "c": Decimal("1234.50"), "d": 1e20, "e": -0.5, "f": True, "g": 1.0}'), ('{{ a }}|{{ b }}|{{ c }}|{{ d }}|{{ e }}', '{"a": 1234567, "b": 1234.5, "c": Decimal("-1234567.891"), "d": 12, "e": -123456}', {'settings': {'USE_THOUSAND_SEPARATOR': True}}), ('{{ 1234567|floatformat:2 }}|{{ 1234.5|floatformat }}|{{ 1234567 }}|{{ 123456789|filesizeformat }}', None, {'settings': {'USE_THOUSAND_SEPARATOR': True}}), ('{{ a }}', '{"a": Decimal("1E-250")}'), ('{{ a }}', '{"a": Decimal("NaN")}'), ('{{ a }}|{{ b }}', '{"a": float("inf"), "b": 1.1 + 2.2}'), ('{{ a }}', '{"a": 3+4j}'), ('{{ a }}', '{"a": b"bytes"}'),
        ('{% load l10n %}{{ a|localize }}|{{ a|unlocalize }}|{% localize off %}{{ a }}{% endlocalize %}|{% localize on %}{{ a }}{% endlocalize %}|{% localize %}{{ d }}{% endlocalize %}', '{"a": 12345.6, "d": DATE}', {'settings': {'USE_THOUSAND_SEPARATOR': True}}), '{% load l10n %}{% localize maybe %}{% endlocalize %}', ('{% load l10n %}{{ d|unlocalize }}|{{ t|unlocalize }}|{{ n|unlocalize }}', '{"d": DATE, "t": NAIVE, "n": None}'),
    ],
)

YESNO = group('yesno', [('{{ v|yesno }}|{{ v|yesno:"yeah,no,maybe" }}|{{ v|yesno:"yeah,no" }}|{{ v|yesno:"<y>,n" }}', f'{{"v": {v}}}') for v in ('True', 'False', 'None', '1', '0', '""', '"x"')])

CASES = matrix() + ARGUMENTS + STRINGS + LISTS + NUMBERS + YESNO
