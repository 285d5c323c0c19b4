import type { CourseFiles } from '../lesson/course.ts';

/** Where the files of the last course that was opened lie in this browser. */
const DATABASE = 'crumbtrail';
const STORE = 'courses';
const LAST = 'last';

let visit: CourseFiles | null = null;

/** Keeps a course for the next page, and for the next visit where the browser allows it. @returns whether it lasts */
export async function shelveCourse(files: CourseFiles): Promise<boolean> {
	visit = files;
	return (await inStore('readwrite', (store) => store.put({ ...files }, LAST))) !== null;
}

/** The course that was opened last; `null` without one. */
export async function shelvedCourse(): Promise<CourseFiles | null> {
	const found = visit ?? (await inStore('readonly', (store) => store.get(LAST)))?.value;
	return isCourse(found) ? found : null;
}

export async function forgetCourse(): Promise<void> {
	visit = null;
	await inStore('readwrite', (store) => store.delete(LAST));
}

function isCourse(value: unknown): value is CourseFiles {
	return (
		typeof value === 'object' &&
		value !== null &&
		Object.values(value).every((text) => typeof text === 'string')
	);
}

/** Does one thing in the browser's database; `null` where it has none or lets nobody in. */
function inStore(
	mode: IDBTransactionMode,
	use: (store: IDBObjectStore) => IDBRequest
): Promise<{ readonly value: unknown } | null> {
	return new Promise((resolve) => {
		const fail = () => {
			resolve(null);
		};
		try {
			const opening = indexedDB.open(DATABASE, 1);
			opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
			opening.onerror = fail;
			opening.onsuccess = () => {
				const transaction = opening.result.transaction(STORE, mode);
				const request = use(transaction.objectStore(STORE));
				transaction.onabort = fail;
				transaction.oncomplete = () => {
					opening.result.close();
					resolve({ value: request.result });
				};
			};
		} catch {
			fail();
		}
	});
}
