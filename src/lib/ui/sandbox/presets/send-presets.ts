import type { SendRefusal } from '../../../browser/cookies/decisions.ts';
import { EVIL, SHOP, image, posted, read, shopStart, typed } from './shop.ts';
import type { Action } from '../../../world/action.ts';
import type { Preset } from './preset.ts';

type Row = readonly [
	shows: SendRefusal,
	title: string,
	line: string,
	says: string,
	actions: readonly Action[]
];

const SET = typed(`${SHOP}/set/`);
const ACCOUNT = `${SHOP}/account/`;
const EVIL_PAGE = typed(`${EVIL}/`);

/** One preset for each reason why a cookie that is in the jar does not go along. */
const ROWS: readonly Row[] = [
	[
		'DomainMismatch',
		'Another host of the same site',
		'theme=dark; Secure; Path=/',
		'Without Domain, a cookie goes back to its own host only, not to www.shop.example.',
		[SET, typed('https://www.shop.example/account/')]
	],
	[
		'NotOnPath',
		'A path beside its own',
		'theme=dark; Secure; Path=/set/',
		'The cookie has Path=/set/. A request for /account/ goes without it.',
		[SET, typed(ACCOUNT)]
	],
	[
		'SecureOnly',
		'A Secure cookie and plain http',
		'theme=dark; Secure; Path=/',
		'The cookie was set over https. To http:// it does not go along.',
		[SET, typed('http://shop.example/account/')]
	],
	[
		'HttpOnly',
		'A script looks for an HttpOnly cookie',
		'theme=dark; Secure; HttpOnly; Path=/',
		'document.cookie is empty, though the cookie is in the jar and goes along with requests.',
		[SET, read]
	],
	[
		'SchemefulSameSiteLax',
		'A cross-site POST and SameSite=Lax',
		'theme=dark; Secure; SameSite=Lax; Path=/',
		'A form of evil.example posts to the shop. The Lax cookie stays in the jar.',
		[SET, typed(`${EVIL}/form/`), posted(ACCOUNT)]
	],
	[
		'SchemefulSameSiteStrict',
		'A link from another site and SameSite=Strict',
		'theme=dark; Secure; SameSite=Strict; Path=/',
		'The link stands on evil.example. A Strict cookie does not go along even with a GET.',
		[SET, typed(`${EVIL}/link/`), { type: 'visit', profile: 'browser', url: ACCOUNT, cause: 'link', from: 1 }]
	],
	[
		'SchemefulSameSiteUnspecifiedTreatedAsLax',
		'An image in another site’s page, and no SameSite',
		'theme=dark; Secure; Path=/',
		'A cookie without SameSite counts as Lax, so a page of another site does not get it with an image.',
		[SET, EVIL_PAGE, image(ACCOUNT)]
	],
	[
		'UserPreferences',
		'The user blocks third-party cookies',
		'theme=dark; Secure; SameSite=None; Path=/',
		'SameSite=None would let the cookie go along with an image in another site’s page. The setting does not.',
		[
			SET,
			{ type: 'preferCookies', profile: 'browser', change: { blockThirdParty: true } },
			EVIL_PAGE,
			image(ACCOUNT)
		]
	]
];

export const SEND_PRESETS: readonly Preset[] = ROWS.map(([shows, title, line, says, actions]) => ({
	id: `send-${shows}`,
	title,
	says,
	group: 'send',
	shows,
	start: shopStart(line),
	actions
}));
