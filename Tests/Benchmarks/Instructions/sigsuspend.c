// SPDX-License-Identifier: EUPL-1.2
// Valgrind takes its own signals out of the mask that a program waits with, in place, and ends with a fault where that
// mask is read-only, as libdispatch's is. Loaded before it, this hands a copy over.
#define _GNU_SOURCE
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

int sigsuspend(const sigset_t *mask) {
    sigset_t own = *mask;
    return (int)syscall(SYS_rt_sigsuspend, &own, _NSIG / 8);
}
