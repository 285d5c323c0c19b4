import { copyAsCurl } from '../../browser/devtools/copy-as-curl.ts';
import type { ExchangeView } from '../../world/projection.ts';

/** A bash script that sends all requests of a story, one after the other, with the cookies that went along. */
export function curlLines(exchanges: readonly ExchangeView[]): string {
	const lines = exchanges.flatMap(({ id, profile, request, response, failure }) => {
		if (!request) return [];
		const came = failure?.reason ?? (response ? `${response.status} ${response.reason}` : 'under way');
		return [`# ${id}. ${profile}: ${came}\n${copyAsCurl(request)}\n`];
	});
	return ['#!/bin/bash\n# The cookies are those of the story: curl keeps none by itself.\n', ...lines].join(
		'\n'
	);
}
