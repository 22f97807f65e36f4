// SPDX-License-Identifier: EUPL-1.2

#define _GNU_SOURCE
#define OPENSSL_SUPPRESS_DEPRECATED

#include "process.h"

#include <dlfcn.h>
#include <openssl/rand.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// MARK: Clocks. What is defined in a program stands before what the C library has.

static int64_t monotonic_now, boot_now, wall_now;

void process_set_clocks(int64_t monotonic, int64_t boot, int64_t wall) {
    monotonic_now = monotonic;
    boot_now = boot;
    wall_now = wall;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    int64_t now = clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE ? wall_now
                  : clock == CLOCK_BOOTTIME                                 ? boot_now
                                                                            : monotonic_now;
    time->tv_sec = now / 1000000000;
    time->tv_nsec = now % 1000000000;
    return 0;
}

time_t time(time_t *result) {
    time_t now = wall_now / 1000000000;
    if (result) *result = now;
    return now;
}

int64_t process_true_nanoseconds(void) {
    static int (*real)(clockid_t, struct timespec *);
    if (!real) *(void **)&real = dlsym(RTLD_NEXT, "clock_gettime");
    struct timespec now;
    real(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

// MARK: Random numbers: SplitMix64, a byte at a time.

static uint64_t state;

void process_seed(uint64_t seed) { state = seed; }

static void fill(void *buffer, size_t count) {
    unsigned char *bytes = buffer;
    for (size_t place = 0; place < count; place += 8) {
        state += 0x9E3779B97F4A7C15;
        uint64_t word = state;
        word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9;
        word = (word ^ (word >> 27)) * 0x94D049BB133111EB;
        word ^= word >> 31;
        for (size_t byte = 0; byte < 8 && place + byte < count; byte++) {
            bytes[place + byte] = (unsigned char)(word >> (8 * byte));
        }
    }
}

/// What Swift's system generator asks, where it was compiled into this program.
void swift_stdlib_random(void *buffer, size_t count) { fill(buffer, count); }

/// And where it lies in Swift's library.
long syscall(long number, ...) {
    static long (*real)(long, ...);
    va_list list;
    va_start(list, number);
    long a = va_arg(list, long), b = va_arg(list, long), c = va_arg(list, long);
    long d = va_arg(list, long), e = va_arg(list, long), f = va_arg(list, long);
    va_end(list);
    if (number == SYS_getrandom) {
        fill((void *)a, (size_t)b);
        return b;
    }
    if (!real) *(void **)&real = dlsym(RTLD_NEXT, "syscall");
    return real(number, a, b, c, d, e, f);
}

static int random_bytes(unsigned char *buffer, int count) {
    fill(buffer, (size_t)count);
    return 1;
}

static int random_status(void) { return 1; }

bool process_take_over_random(void) {
    static RAND_METHOD method = {.bytes = random_bytes, .pseudorand = random_bytes, .status = random_status};
    return RAND_set_rand_method(&method) == 1;
}

// MARK: Processes

int process_fork(void) { return fork(); }

int process_wait(int child) {
    int status;
    while (waitpid(child, &status, 0) < 0) {}
    return WIFSIGNALED(status) ? 1000 + WTERMSIG(status) : WEXITSTATUS(status);
}
