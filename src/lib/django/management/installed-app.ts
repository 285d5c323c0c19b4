/** An application of INSTALLED_APPS: its label and its module. */
export interface InstalledApp {
	readonly label: string;
	readonly module: string;
}
