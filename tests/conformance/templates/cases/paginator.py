"""Lists in pages (django.core.paginator)."""

from cases._write import group, python

HEAD = 'from django.core.paginator import EmptyPage, InvalidPage, PageNotAnInteger, Page, Paginator\np = Paginator(list("abcdefghij"), 3)\n'
CASES = python(
    'paginator',
    [
        HEAD + line
        for line in (
            'p.count, p.num_pages, list(p.page_range)', 'list(p.page(1)), list(p.page(4))', 'p.page(5)', 'p.page(0)', 'p.page("x")', 'p.page("2").number', 'p.page(1.5)', 'p.page(2.0).number', 'p.page(None)', 'p.get_page("x").number, p.get_page(99).number, p.get_page(-1).number, p.get_page(None).number', 'x = p.page(2)\n(repr(x), len(x), x[0], x[-1], x[0:2], x.has_next(), x.has_previous(), x.has_other_pages(), x.next_page_number(), x.previous_page_number(), x.start_index(), x.end_index())', 'x = p.page(4)\n(x.start_index(), x.end_index(), x.has_next())', 'p.page(4).next_page_number()', 'p.page(1).previous_page_number()', 'p.page(1)["a"]', '[list(x) for x in p]', 'Paginator(list("abcdefghij"), 3, orphans=1).num_pages', 'list(Paginator(list("abcdefghij"), 3, orphans=1).page(3))', 'e = Paginator([], 3)\n(e.count, e.num_pages, list(e.page(1)), e.page(1).start_index(), e.page(1).end_index())', 'Paginator([], 3, allow_empty_first_page=False).num_pages', 'Paginator([], 3, allow_empty_first_page=False).page(1)', 'Paginator([], 3, allow_empty_first_page=False).get_page(1)', 'Paginator("abc", "2").num_pages', 'Paginator((1, 2, 3), 2).page(2)[0]', 'class Q(list):\n    def count(self): return 7\nPaginator(Q([1, 2]), 2).num_pages', 'issubclass(EmptyPage, InvalidPage)', 'big = Paginator(range(500), 10)\n[str(n) for n in big.get_elided_page_range(25)]', '[str(n) for n in Paginator(range(500), 10).get_elided_page_range()]', '[str(n) for n in Paginator(range(500), 10).get_elided_page_range(48, on_each_side=1, on_ends=1)]', '[str(n) for n in Paginator(range(50), 10).get_elided_page_range(3)]', '"a" in p.page(1)',
        )
    ],
) + python('paginator-messages', [HEAD + 'Paginator([1], 1, error_messages={"no_results": "Nothing"}).page(9)'], since='5.0') + group(
    'paginated',
    [
        ('{% for c in page_obj %}{{ c }}{% endfor %}{% if page_obj.has_previous %}<a href="?page={{ page_obj.previous_page_number }}">previous</a>{% endif %} Page {{ page_obj.number }} of {{ page_obj.paginator.num_pages }}. {% if page_obj.has_next %}<a href="?page={{ page_obj.next_page_number }}">next</a> <a href="?page={{ page_obj.paginator.num_pages }}">last</a>{% endif %}{% for n in page_obj.paginator.page_range %}{{ n }}{% endfor %} {{ page_obj.start_index }}-{{ page_obj.end_index }} {{ page_obj|length }} {{ page_obj }}', f'{{"page_obj": Paginator(list("abcdefg"), 3).page({n})}}')
        for n in (1, 2, 3)
    ]
    + [('{{ page_obj.next_page_number }}', '{"page_obj": Paginator([1], 1).page(1)}')],
    setup='from django.core.paginator import Paginator\n',
)
for case in CASES:
    case['interpreterOnly'] = True
