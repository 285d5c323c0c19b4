/** How one middleware of a project runs. */
export interface Layer {
	/** Its place in `MIDDLEWARE`. */
	readonly index: number;
	/** Its dotted path. */
	readonly path: string;
	/**
	 * `hosted`: one of Django's own, whose work is done here. `split`: a class with process_request and
	 * process_response. `whole`: it calls `get_response` itself, so all inside it runs in its one step.
	 */
	readonly way: 'hosted' | 'split' | 'whole';
	readonly hooks: {
		readonly request: boolean;
		readonly response: boolean;
		readonly view: boolean;
		readonly exception: boolean;
		readonly templateResponse: boolean;
	};
}

type TellLayer = [number, string, Layer['way'], boolean, boolean, boolean, boolean, boolean];

/** The layers as Python tells them (`build_application`), outermost first. */
export function readLayers(json: string): Layer[] {
	return (JSON.parse(json) as TellLayer[]).map(
		([index, path, way, request, response, view, exception, templateResponse]) => ({
			index,
			path,
			way,
			hooks: { request, response, view, exception, templateResponse }
		})
	);
}
