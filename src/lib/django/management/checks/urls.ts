import {
	error,
	warning,
	type CheckContext,
	type CheckGroup,
	type CheckMessage,
	type HandlerFacts,
	type PatternFacts
} from './check.ts';

/** The addresses of urls.py, and the views for error pages. */
export const urls: CheckGroup = {
	tag: 'urls',
	run(context) {
		if (typeof context.setting('ROOT_URLCONF') !== 'string') return [];
		const patterns = context.patterns();
		return [
			...patterns.flatMap((pattern) => patternMessages(pattern, context)),
			...context.handlers().flatMap((handler) => handlerMessages(handler))
		];
	}
};

function patternMessages(pattern: PatternFacts, { setting }: CheckContext): CheckMessage[] {
	const { kind, described, route, name, includes } = pattern;
	if (kind === 'none') {
		return [
			error(
				'urls.E004',
				`Your URL pattern ${described} is invalid. Ensure that urlpatterns is a list of path() and/or re_path() instances.`
			)
		];
	}
	const found: CheckMessage[] = [];
	const your = `Your URL pattern ${described}`;
	if (kind === 'path' && (route.includes('(?P<') || route.startsWith('^') || route.endsWith('$'))) {
		found.push(
			warning(
				'2_0.W001',
				`${your} has a route that contains '(?P<', begins with a '^', or ends with a '$'. This was likely an oversight when migrating to django.urls.path().`
			)
		);
	}
	if (includes && kind === 'regex' && route.endsWith('$') && !route.endsWith('\\$')) {
		found.push(
			warning(
				'urls.W001',
				`${your} uses include with a route ending with a '$'. Remove the dollar from the route to avoid problems including URLs.`
			)
		);
	}
	if (setting('APPEND_SLASH') === true && beginsWithSlash(pattern)) {
		found.push(
			warning(
				'urls.W002',
				`${your} has a route beginning with a '/'. Remove this slash as it is unnecessary. If this pattern is targeted in an include(), ensure the include() pattern has a trailing '/'.`
			)
		);
	}
	if (name?.includes(':')) {
		found.push(
			warning(
				'urls.W003',
				`${your} has a name including a ':'. Remove the colon, to avoid ambiguous namespace references.`
			)
		);
	}
	return found;
}

/** Django looks at the regular expression: that of a route to a view has its own end after the slash. */
function beginsWithSlash({ kind, route, includes }: PatternFacts): boolean {
	if (kind === 'path') return route.startsWith('/') && (!includes || !route.endsWith('/'));
	return ['/', '^/', '^\\/'].some((start) => route.startsWith(start)) && !route.endsWith('/');
}

function handlerMessages({ status, view, missing, takesArguments }: HandlerFacts): CheckMessage[] {
	if (missing !== null) {
		return [error('urls.E008', `The custom handler${status} view '${view}' could not be imported.`, missing)];
	}
	if (takesArguments) return [];
	const wanted = status === 500 ? 'request' : 'request, exception';
	return [
		error(
			'urls.E007',
			`The custom handler${status} view '${view}' does not take the correct number of arguments (${wanted}).`
		)
	];
}
