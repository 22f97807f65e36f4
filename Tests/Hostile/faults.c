// SPDX-License-Identifier: EUPL-1.2
// Preloaded into a server: a disk that fails, is full, is slow or lies, memory that is refused, death around a chosen
// call, and clocks that leap. RECOURS_FAULTS names a file that holds `struct faults`, which the test changes while the
// server runs; faults.py has the same layout. Calls are counted, and changes noted in RECOURS_JOURNAL for a power cut,
// only of files under RECOURS_FAULTS_UNDER (or, without it, of the database).
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum kind { NONE, SYNC, WRITE, OPEN, TRUNCATE, UNLINK, RENAME, MEMORY };
enum manner { FAIL, CUT_SHORT, DIE_BEFORE, DIE_AFTER, SWALLOW };

struct faults {
    volatile int32_t sync_fails, sync_lies, sync_takes_ms, disk_is_full;
    // Of the clock that is set, and of those that count since the start.
    volatile int64_t clock_ahead_ms, uptime_ahead_ms;
    // The `at`-th call of a kind from now on, counted from 1, fails in a manner: once, or every later one too.
    volatile int32_t kind, at, for_ever, manner, error;
    // How many were seen, and how many failed.
    volatile int32_t seen, done;
    // What the file's path must end with, or the library that asks for memory be called; empty for any.
    char only[60];
};
static struct faults none;
static struct faults *faults = &none;
static const char *under = "store.sqlite";
static int journal = -1;
static pthread_mutex_t journal_lock = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("RECOURS_FAULTS");
    int file = path ? syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC) : -1;
    if (file >= 0) {
        void *map = mmap(NULL, sizeof *faults, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        if (map != MAP_FAILED) faults = map;
        close(file);
    }
    if (getenv("RECOURS_FAULTS_UNDER")) under = getenv("RECOURS_FAULTS_UNDER");
    path = getenv("RECOURS_JOURNAL");
    if (path) journal = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

// Which file, and whether it is one of those that count.

static int counts(const char *path) {
    size_t length = strlen(path);
    return strstr(path, under) && !(length > 4 && strcmp(path + length - 4, "-shm") == 0);
}

static const char *path_of(int file, char path[4096]) {
    char link[64], *end = link + sizeof link - 1;
    *end = 0;
    for (int rest = file; rest > 0 || end == link + sizeof link - 1; rest /= 10) *--end = '0' + rest % 10;
    memmove(link + 14, end, strlen(end) + 1);
    memcpy(link, "/proc/self/fd/", 14);
    ssize_t count = readlink(link, path, 4095);
    path[count < 0 ? 0 : count] = 0;
    return path;
}

// The journal: one letter, offset, length of the path, length of the data, path, data. After the call, so that what is
// noted has happened; each file has one thread that writes it, and its notes are in the order of its calls.

static void note(char what, const char *path, uint64_t offset, const void *data, uint32_t length) {
    if (journal < 0 || !counts(path)) return;
    struct { uint64_t offset; uint32_t path, data; char what; char pad[7]; } head =
        {offset, strlen(path), length, what, {0}};
    struct iovec parts[] = {{&head, sizeof head}, {(void *)path, head.path}, {(void *)data, length}};
    pthread_mutex_lock(&journal_lock);
    // What the journal can't take would be judged lost: rather a test that fails.
    if (writev(journal, parts, 3) < 0) abort();
    pthread_mutex_unlock(&journal_lock);
}

// The chosen call.

static void die(void) {
    syscall(SYS_kill, syscall(SYS_getpid), SIGKILL);
    for (;;) pause();
}

static int is_chosen(void) {
    int number = __sync_add_and_fetch(&faults->seen, 1);
    if (faults->for_ever ? number < faults->at : number != faults->at) return 0;
    __sync_add_and_fetch(&faults->done, 1);
    return 1;
}

// Whether this call is to fail; `after` is what death after it waits for. Sets errno.
static int fails(enum kind kind, const char *path, int *after) {
    *after = 0;
    if (faults->kind != (int)kind || !faults->at || !counts(path)) return 0;
    size_t length = strlen(path), wanted = strlen(faults->only);
    if (wanted > length || strcmp(path + length - wanted, faults->only) != 0 || !is_chosen()) return 0;
    if (faults->manner == DIE_BEFORE) die();
    if (faults->manner == DIE_AFTER) { *after = 1; return 0; }
    errno = faults->error;
    return faults->manner == FAIL || kind != WRITE ? 1 : faults->manner == CUT_SHORT ? 2 : 3;
}

static int synchronise(int number, int file) {
    char path[4096];
    int dies;
    if (faults->sync_takes_ms) {
        struct timespec pause = {faults->sync_takes_ms / 1000, faults->sync_takes_ms % 1000 * 1000000L};
        syscall(SYS_nanosleep, &pause, NULL);
    }
    path_of(file, path);
    if (fails(SYNC, path, &dies)) return -1;
    if (faults->sync_lies) return 0;
    if (faults->sync_fails) { errno = EIO; return -1; }
    int result = syscall(number, file);
    if (dies) die();
    if (result == 0) note('s', path, 0, NULL, 0);
    return result;
}
int fdatasync(int file) { return synchronise(SYS_fdatasync, file); }
int fsync(int file) { return synchronise(SYS_fsync, file); }

ssize_t pwrite64(int file, const void *data, size_t count, off64_t offset) {
    char path[4096];
    int dies, fault = fails(WRITE, path_of(file, path), &dies);
    if (fault == 1) return -1;
    if (fault == 3) return count;
    ssize_t written = syscall(SYS_pwrite64, file, data, fault == 2 && count > 1 ? count / 2 : count, offset);
    if (written > 0) note('w', path, offset, data, written);
    if (dies) die();
    return written;
}
ssize_t pwrite(int file, const void *data, size_t count, off_t offset) { return pwrite64(file, data, count, offset); }

ssize_t write(int file, const void *data, size_t count) {
    char path[4096];
    struct stat status;
    if (!counts(path_of(file, path))) return syscall(SYS_write, file, data, count);
    int dies, fault = fails(WRITE, path, &dies);
    if (fault == 1) return -1;
    int appends = fcntl(file, F_GETFL) & O_APPEND && fstat(file, &status) == 0;
    off_t offset = appends ? status.st_size : lseek(file, 0, SEEK_CUR);
    ssize_t written = syscall(SYS_write, file, data, fault == 2 && count > 1 ? count / 2 : count);
    if (written > 0) note('w', path, offset, data, written);
    if (dies) die();
    return written;
}

int ftruncate64(int file, off64_t length) {
    char path[4096];
    int dies;
    if (fails(TRUNCATE, path_of(file, path), &dies)) return -1;
    int result = syscall(SYS_ftruncate, file, length);
    if (result == 0) note('t', path, length, NULL, 0);
    if (dies) die();
    return result;
}
int ftruncate(int file, off_t length) { return ftruncate64(file, length); }

static int opening(int directory, const char *path, int flags, mode_t mode) {
    int dies;
    if (fails(OPEN, path, &dies)) return -1;
    int is_new = flags & O_CREAT && counts(path) && syscall(SYS_faccessat, directory, path, F_OK) != 0;
    int file = syscall(SYS_openat, directory, path, flags, mode);
    if (file >= 0 && is_new) note('c', path, 0, NULL, 0);
    if (file >= 0 && !is_new && flags & O_TRUNC) note('t', path, 0, NULL, 0);
    if (dies) die();
    return file;
}
#define MODE(flags) ({ va_list rest; va_start(rest, flags); mode_t mode = va_arg(rest, mode_t); va_end(rest); mode; })
int open(const char *path, int flags, ...) { return opening(AT_FDCWD, path, flags, MODE(flags)); }
int open64(const char *path, int flags, ...) { return opening(AT_FDCWD, path, flags, MODE(flags)); }
int openat(int directory, const char *path, int flags, ...) { return opening(directory, path, flags, MODE(flags)); }
int openat64(int directory, const char *path, int flags, ...) { return opening(directory, path, flags, MODE(flags)); }

int mkdir(const char *path, mode_t mode) {
    int result = syscall(SYS_mkdirat, AT_FDCWD, path, mode);
    if (result == 0) note('m', path, 0, NULL, 0);
    return result;
}

int unlink(const char *path) {
    int dies;
    if (fails(UNLINK, path, &dies)) return -1;
    int result = syscall(SYS_unlinkat, AT_FDCWD, path, 0);
    if (result == 0) note('u', path, 0, NULL, 0);
    if (dies) die();
    return result;
}

int rename(const char *path, const char *target) {
    int dies;
    if (fails(RENAME, target, &dies)) return -1;
    int result = syscall(SYS_renameat, AT_FDCWD, path, AT_FDCWD, target);
    if (result == 0) note('r', path, 0, target, strlen(target));
    if (dies) die();
    return result;
}

// Memory, refused to whoever asks from a library of a chosen name; the program's own is called "".

extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);
static struct { uintptr_t begin, end; } library;
static char library_name[60];

static int find(struct dl_phdr_info *info, size_t size, void *unused) {
    (void)size, (void)unused;
    if (!strstr(info->dlpi_name, library_name)) return 0;
    for (int place = 0; place < info->dlpi_phnum; place++) {
        const ElfW(Phdr) *part = &info->dlpi_phdr[place];
        if (part->p_type != PT_LOAD || !(part->p_flags & PF_X)) continue;
        library.begin = info->dlpi_addr + part->p_vaddr;
        library.end = library.begin + part->p_memsz;
    }
    return 1;
}

static int is_refused(void *caller) {
    if (faults->kind != MEMORY || !faults->at) return 0;
    if (strcmp(library_name, faults->only) != 0) {
        strcpy(library_name, faults->only);
        dl_iterate_phdr(find, NULL);
    }
    if ((uintptr_t)caller < library.begin || (uintptr_t)caller >= library.end || !is_chosen()) return 0;
    if (faults->manner >= DIE_BEFORE) die();
    errno = ENOMEM;
    return 1;
}
void *malloc(size_t size) { return is_refused(__builtin_return_address(0)) ? NULL : __libc_malloc(size); }
void *calloc(size_t count, size_t size) {
    return is_refused(__builtin_return_address(0)) ? NULL : __libc_calloc(count, size);
}
void *realloc(void *old, size_t size) {
    return is_refused(__builtin_return_address(0)) ? NULL : __libc_realloc(old, size);
}

int statvfs(const char *path, struct statvfs *found) {
    // glibc's own statvfs is this one: fstatvfs isn't replaced.
    int file = syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC);
    int result = file < 0 ? -1 : fstatvfs(file, found);
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
