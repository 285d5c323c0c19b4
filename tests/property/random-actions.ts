import fc from 'fast-check';
import type { Action } from '../../src/lib/world/action.ts';

const PROFILES = ['browser', 'other'] as const;
const PATHS = ['/count/', '/chance/', '/time/', '/file/', '/kept/', '/nowhere/'] as const;
const LINES = [
	'x = [1, 2]; y = {"x": x}',
	'x.append(len(y))',
	'import random; z = random.random()',
	'import seen; seen.pages.append("from the shell")',
	'from django.contrib.sessions.models import Session; print(Session.objects.count())'
] as const;

const profile = fc.constantFrom(...PROFILES);
const visit = fc.record({
	type: fc.constant('visit' as const),
	profile,
	url: fc.constantFrom(...PATHS)
});
const aside: fc.Arbitrary<Action> = fc.oneof(
	fc.record({ type: fc.constant('advance' as const), by: fc.constantFrom('90s', '1h', '15d') }),
	fc.record({ type: fc.constant('deleteCookie' as const), profile, name: fc.constant('sessionid') }),
	fc.record({ type: fc.constant('closeBrowser' as const), profile }),
	fc.record({ type: fc.constant('shell' as const), code: fc.constantFrom(...LINES) }),
	fc.record({ type: fc.constant('workers' as const), count: fc.integer({ min: 1, max: 2 }) }),
	fc.constant<Action>({ type: 'restart' }),
	fc.constant<Action>({ type: 'manage', command: 'clearsessions' }),
	fc.constant<Action>({ type: 'sql', sql: "UPDATE django_session SET session_data = 'x'" })
);

/** What a learner may do, visits first of all. No exchange stays in flight. */
export const someActions: fc.Arbitrary<Action[]> = fc.array(
	fc.oneof({ arbitrary: visit, weight: 3 }, { arbitrary: aside, weight: 1 }),
	{ minLength: 1, maxLength: 8 }
);

/** As `someActions`, and at last a request that stands somewhere inside the server. */
export const someInFlight: fc.Arbitrary<Action[]> = fc
	.tuple(someActions, visit, fc.integer({ min: 1, max: 6 }))
	.map(([before, last, steps]) => {
		const held: Action = { ...last, hold: true };
		const visits = before.filter(({ type }) => type === 'visit').length;
		const step: Action = { type: 'step', exchange: visits + 1 };
		return [...before, held, ...Array.from({ length: steps }, () => step)];
	});
