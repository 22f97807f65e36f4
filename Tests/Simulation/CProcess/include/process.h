// SPDX-License-Identifier: EUPL-1.2
//
// The process as one machine under a seed: its clocks and its random numbers are the simulation's.

#ifndef RECOURS_SIMULATION_PROCESS_H
#define RECOURS_SIMULATION_PROCESS_H

#include <stdbool.h>
#include <stdint.h>

/// What the clocks say from now on, in nanoseconds. CLOCK_MONOTONIC stands still while a machine is
/// suspended, CLOCK_BOOTTIME does not, CLOCK_REALTIME can be set.
void process_set_clocks(int64_t monotonic, int64_t boot, int64_t wall);

/// Begins the sequence of all the system's and OpenSSL's random numbers.
void process_seed(uint64_t seed);

/// Has OpenSSL draw its random numbers here. False if it refuses.
bool process_take_over_random(void);

/// The machine's own monotonic clock, for progress and statistics.
int64_t process_true_nanoseconds(void);

/// fork(2): 0 in the child, which has everything of this process but its threads.
int process_fork(void);

/// Waits for a child. Its exit status, or 1000 and the number of the signal that ended it.
int process_wait(int child);

#endif
