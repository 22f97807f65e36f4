// SPDX-License-Identifier: EUPL-1.2
// Preloaded into a server: a disk that fails, is full, is slow or lies, and clocks that leap.
// RECOURS_FAULTS names a file that holds `struct faults`, which the test changes while the server runs; faults.py has
// the same layout. With RECOURS_JOURNAL each write to the database and each sync is noted there, for a power cut.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

struct faults {
    volatile int32_t sync_fails, sync_lies, sync_takes_ms, disk_is_full;
    // Of the clock that is set, and of those that count since the start.
    volatile int64_t clock_ahead_ms, uptime_ahead_ms;
};
static struct faults none;
static struct faults *faults = &none;
static int journal = -1;
static pthread_mutex_t journal_lock = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("RECOURS_FAULTS");
    int file = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
    if (file >= 0) {
        void *map = mmap(NULL, sizeof *faults, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        if (map != MAP_FAILED) faults = map;
        close(file);
    }
    path = getenv("RECOURS_JOURNAL");
    if (path) journal = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

// The journal: one letter, then offset, length of the path, length of the data, path, data.
static void note(char what, int file, uint64_t offset, const void *data, uint32_t length) {
    if (journal < 0) return;
    char link[64], path[4096], *end = link + sizeof link - 1;
    *end = 0;
    for (int rest = file; rest > 0 || end == link + sizeof link - 1; rest /= 10) *--end = '0' + rest % 10;
    memmove(link + 14, end, strlen(end) + 1);
    memcpy(link, "/proc/self/fd/", 14);
    ssize_t count = readlink(link, path, sizeof path);
    if (count < 0 || !memmem(path, count, "store.sqlite", 12) || memmem(path, count, "-shm", 4)) return;
    struct { uint64_t offset; uint32_t path, data; char what; char pad[7]; } head = {offset, count, length, what, {0}};
    struct iovec parts[] = {{&head, sizeof head}, {path, count}, {(void *)data, what == 'w' ? length : 0}};
    pthread_mutex_lock(&journal_lock);
    // What the journal can't take would be judged lost: rather a test that fails.
    if (writev(journal, parts, 3) < 0) abort();
    pthread_mutex_unlock(&journal_lock);
}

static int synchronise(int number, int file) {
    if (faults->sync_takes_ms) {
        struct timespec pause = {faults->sync_takes_ms / 1000, faults->sync_takes_ms % 1000 * 1000000L};
        syscall(SYS_nanosleep, &pause, NULL);
    }
    if (faults->sync_lies) return 0;
    if (faults->sync_fails) { errno = EIO; return -1; }
    int result = syscall(number, file);
    if (result == 0) note('s', file, 0, NULL, 0);
    return result;
}
int fdatasync(int file) { return synchronise(SYS_fdatasync, file); }
int fsync(int file) { return synchronise(SYS_fsync, file); }

ssize_t pwrite64(int file, const void *data, size_t count, off64_t offset) {
    ssize_t written = syscall(SYS_pwrite64, file, data, count, offset);
    if (written > 0) note('w', file, offset, data, written);
    return written;
}
ssize_t pwrite(int file, const void *data, size_t count, off_t offset) { return pwrite64(file, data, count, offset); }

int ftruncate64(int file, off64_t length) {
    int result = syscall(SYS_ftruncate, file, length);
    if (result == 0) note('t', file, length, NULL, 0);
    return result;
}
int ftruncate(int file, off_t length) { return ftruncate64(file, length); }

int statvfs(const char *path, struct statvfs *found) {
    // glibc's own statvfs is this one: fstatvfs isn't replaced.
    int file = open(path, O_RDONLY | O_CLOEXEC), result = file < 0 ? -1 : fstatvfs(file, found);
    if (file >= 0) close(file);
    if (result == 0 && faults->disk_is_full) found->f_bavail = found->f_bfree = 1;
    return result;
}
int statvfs64(const char *path, struct statvfs64 *found) { return statvfs(path, (struct statvfs *)found); }

// Whole seconds: a test leaps over limits, it doesn't hit them.
static time_t seconds_ahead(clockid_t clock) {
    if (clock == CLOCK_REALTIME) return faults->clock_ahead_ms / 1000;
    return clock == CLOCK_MONOTONIC || clock == CLOCK_BOOTTIME ? faults->uptime_ahead_ms / 1000 : 0;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    int result = syscall(SYS_clock_gettime, clock, time);
    if (result == 0) time->tv_sec += seconds_ahead(clock);
    return result;
}

// The kernel knows nothing of the leaps: an absolute time is given to it in its own terms.
enum { TIMERS = 4096 };
static clockid_t clocks[TIMERS];

int timerfd_create(clockid_t clock, int flags) {
    int file = syscall(SYS_timerfd_create, clock, flags);
    if (file >= 0 && file < TIMERS) clocks[file] = clock;
    return file;
}

int timerfd_settime(int file, int flags, const struct itimerspec *asked, struct itimerspec *before) {
    struct itimerspec due = *asked;
    if (flags & TFD_TIMER_ABSTIME && file >= 0 && file < TIMERS && due.it_value.tv_sec > seconds_ahead(clocks[file]))
        due.it_value.tv_sec -= seconds_ahead(clocks[file]);
    return syscall(SYS_timerfd_settime, file, flags, &due, before);
}
