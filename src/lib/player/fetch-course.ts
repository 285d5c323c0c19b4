import {
	COURSE_LIMITS,
	readCourseFiles,
	type CourseFilesRead,
	type FoundFile
} from '../lesson/course-files.ts';
import { listedFiles } from '../lesson/outside-course.ts';
import { readCourseZip } from './read-course.ts';

/**
 * A course that lies beside the site: a zip, or a folder whose course.yml lists its files. Nothing is asked of any
 * other place: neither of another origin nor by way of a redirect.
 * @param wanted the path as the page's address names it
 * @param root the address of the site's first page
 */
export async function fetchCourse(wanted: string, root: string): Promise<CourseFilesRead> {
	const place = placeOf(wanted, root);
	if (place === null) {
		return refused(
			`A course has to lie on this site, and ${JSON.stringify(wanted)} does not, so it is not loaded.`
		);
	}
	if (/\.zip$/i.test(place.pathname)) {
		const bytes = await fetchBytes(place, COURSE_LIMITS.zipBytes);
		return bytes ? readCourseZip(bytes) : refused(`There is no course at ${place.pathname}.`);
	}
	return fetchFolder(new URL(`${place.pathname.replace(/\/(?:course\.yml)?$/, '')}/`, place));
}

/** The address of the course, when it is one of this site. */
function placeOf(wanted: string, root: string): URL | null {
	const site = new URL(root);
	const place = URL.canParse(wanted, site) ? new URL(wanted, site) : null;
	return place?.origin === site.origin && /^https?:$/.test(place.protocol) ? place : null;
}

async function fetchFolder(folder: URL): Promise<CourseFilesRead> {
	const course = await fetchBytes(new URL('course.yml', folder), COURSE_LIMITS.fileBytes);
	if (!course) return refused(`There is no course at ${folder.pathname}: it has no course.yml.`);
	const paths = listedFiles(new TextDecoder().decode(course));
	if (paths.length === 0) {
		return refused(
			`${folder.pathname}course.yml does not list its files. A web server shows no folders: name them under "files", or put the course into a zip.`
		);
	}
	if (paths.length > COURSE_LIMITS.files)
		return refused(`There are more than ${COURSE_LIMITS.files} files; a course has at most that many.`);
	const files: FoundFile[] = [{ path: 'course.yml', bytes: course }];
	for (const path of paths) {
		const place = new URL(path.split('/').map(encodeURIComponent).join('/'), folder);
		const bytes = place.href.startsWith(folder.href)
			? await fetchBytes(place, COURSE_LIMITS.fileBytes)
			: null;
		if (!bytes) return refused(`course.yml lists ${path}, but it is not in ${folder.pathname}.`);
		files.push({ path, bytes });
	}
	return readCourseFiles(files);
}

/** At most one byte more than `most`, so that what is too large is known by its length; `null` when there is nothing. */
async function fetchBytes(place: URL, most: number): Promise<Uint8Array | null> {
	try {
		const response = await fetch(place, { redirect: 'error', credentials: 'same-origin' });
		return response.ok ? new Uint8Array(await response.arrayBuffer()).subarray(0, most + 1) : null;
	} catch {
		return null;
	}
}

function refused(refusal: string): CourseFilesRead {
	return { ok: false, refusal };
}
