/*
 * A frozen wall clock for a process and its children: the file CRUMB_CLOCK holds two 8-byte numbers, the microseconds
 * since 1970 and a counter. Each look at the clock moves it on by one microsecond, so that no two looks agree.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>

static int64_t *shared(void) {
	static int64_t *at = 0;
	if (at) return at;
	const char *path = getenv("CRUMB_CLOCK");
	int file = path ? open(path, O_RDWR) : -1;
	void *map = file < 0 ? MAP_FAILED : mmap(0, 16, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
	if (map == MAP_FAILED) abort();
	return at = (int64_t *)map;
}

int clock_gettime(clockid_t id, struct timespec *out) {
	static int (*real)(clockid_t, struct timespec *) = 0;
	if (id == CLOCK_REALTIME || id == CLOCK_REALTIME_COARSE) {
		int64_t micros = shared()[0] + __atomic_fetch_add(shared() + 1, 1, __ATOMIC_SEQ_CST);
		out->tv_sec = micros / 1000000;
		out->tv_nsec = (micros % 1000000) * 1000;
		return 0;
	}
	if (!real) real = dlsym(RTLD_NEXT, "clock_gettime");
	return real(id, out);
}

int gettimeofday(struct timeval *restrict out, void *restrict zone) {
	struct timespec now;
	(void)zone;
	clock_gettime(CLOCK_REALTIME, &now);
	out->tv_sec = now.tv_sec;
	out->tv_usec = now.tv_nsec / 1000;
	return 0;
}

time_t time(time_t *out) {
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	if (out) *out = now.tv_sec;
	return now.tv_sec;
}
