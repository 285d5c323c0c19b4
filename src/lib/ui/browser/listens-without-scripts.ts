let answer: boolean | null = null;

/** Whether this browser calls the page's own listeners inside a frame that may run no scripts. WebKit does not. */
export function listensWithoutScripts(): boolean {
	return (answer ??= tryIt());
}

function tryIt(): boolean {
	const frame = document.createElement('iframe');
	frame.setAttribute('sandbox', 'allow-same-origin');
	frame.hidden = true;
	document.body.append(frame);
	let heard = false;
	frame.contentDocument?.addEventListener('crumbtrail', () => (heard = true));
	frame.contentDocument?.dispatchEvent(new Event('crumbtrail'));
	frame.remove();
	return heard;
}
