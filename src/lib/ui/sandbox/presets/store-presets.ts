import type { StoreRefusal } from '../../../browser/cookies/decisions.ts';
import { EVIL, SHOP, frame, image, shopStart, typed, wrote } from './shop.ts';
import type { Action } from '../../../world/action.ts';
import type { Preset } from './preset.ts';

type Row = readonly [
	shows: StoreRefusal,
	title: string,
	line: string,
	says: string,
	actions?: readonly Action[]
];

const SET = `${SHOP}/set/`;
const OPEN = [typed(SET)];
const FROM_EVIL_FRAME = [typed(`${EVIL}/`), frame(SET)];
const insecure = 'http://shop.example/set/';

/** One preset for each reason why a cookie is not stored. */
const ROWS: readonly Row[] = [
	[
		'DisallowedCharacter',
		'A control character in the line',
		'theme=da\x01rk; Path=/',
		'One control character, and the whole cookie is lost.'
	],
	[
		'InvalidDomain',
		'A Domain that is not its own',
		'theme=dark; Domain=other.example; Path=/',
		'The shop may name shop.example, but not a stranger.'
	],
	[
		'InvalidPrefix',
		'A prefix whose promise is not kept',
		'__Host-theme=dark; Secure; Path=/set/',
		'__Host- asks for Secure, Path=/ and no Domain. Here the path is another.'
	],
	[
		'NameValuePairExceedsMaxSize',
		'A cookie that is too large',
		`big=${'x'.repeat(4096)}`,
		'Name and value together may have 4096 bytes. This has more.'
	],
	['NoCookieContent', 'A cookie without name and value', '=; Path=/', 'Either may be missing, but not both.'],
	[
		'OverwriteSecure',
		'A Secure cookie stands in the way',
		'theme=dark; Path=/',
		'The first page set theme as Secure. Plain http may not push it aside.',
		[typed(`${SHOP}/`), wrote('theme=light; Secure; Path=/'), typed(insecure)]
	],
	[
		'OverwriteHttpOnly',
		'A script meets an HttpOnly cookie',
		'theme=dark; HttpOnly; Path=/',
		'The response set theme as HttpOnly. A script tries to replace it.',
		[typed(SET), wrote('theme=light; Path=/')]
	],
	[
		'SameSiteNoneInsecure',
		'SameSite=None without Secure',
		'theme=dark; SameSite=None; Path=/',
		'A cookie for other sites’ pages needs Secure beside SameSite=None.'
	],
	[
		'SecureOnly',
		'Secure, over plain http',
		'theme=dark; Secure; Path=/',
		'The address begins with http://, and the cookie is Secure.',
		[typed(insecure)]
	],
	[
		'SchemefulSameSiteLax',
		'SameSite=Lax, set in another site’s page',
		'theme=dark; SameSite=Lax; Path=/',
		'A frame in a page of evil.example may not set Lax cookies.',
		FROM_EVIL_FRAME
	],
	[
		'SchemefulSameSiteStrict',
		'SameSite=Strict, set in another site’s page',
		'theme=dark; SameSite=Strict; Path=/',
		'A frame in a page of evil.example may not set Strict cookies.',
		FROM_EVIL_FRAME
	],
	[
		'SchemefulSameSiteUnspecifiedTreatedAsLax',
		'No SameSite, set in another site’s page',
		'theme=dark; Path=/',
		'Without SameSite a cookie counts as Lax. An image in another site’s page may not set it.',
		[typed(`${EVIL}/`), image(SET)]
	],
	[
		'UserPreferences',
		'The user blocks cookies',
		'theme=dark; Path=/',
		'The browser’s own setting blocks all cookies, so this one is not stored.',
		[{ type: 'preferCookies', profile: 'browser', change: { blockAll: true } }, typed(SET)]
	],
	[
		'PartitionedWithoutSecure',
		'Partitioned without Secure',
		'theme=dark; Partitioned; Path=/',
		'Partitioned needs Secure beside it. Chrome gives no name for this refusal; the name is ours.'
	],
	[
		'NamelessWithEquals',
		'No name, but an = in the value',
		'=a=b; Path=/',
		'It would be sent as a=b and look like a cookie named a. The name of the refusal is ours.'
	],
	[
		'HttpOnlyFromScript',
		'A script asks for HttpOnly',
		'theme=dark; Path=/',
		'A script cannot make a cookie that it could not read. The name of the refusal is ours.',
		[typed(`${SHOP}/`), wrote('token=1; HttpOnly; Path=/')]
	]
];

export const STORE_PRESETS: readonly Preset[] = ROWS.map(([shows, title, line, says, actions = OPEN]) => ({
	id: `store-${shows}`,
	title,
	says,
	group: 'store',
	shows,
	start: shopStart(line),
	actions
}));
