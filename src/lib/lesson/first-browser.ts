/** The browser that every world begins with; an action or a check that names none means it. */
export const FIRST_BROWSER = 'browser';
