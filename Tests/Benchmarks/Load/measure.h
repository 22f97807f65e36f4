// SPDX-License-Identifier: EUPL-1.2
// Clocks, and latencies as an HDR histogram: buckets whose width grows with what they hold, so that each
// value is kept with three significant digits, however long a call took and however many there were.
#pragma once
#include <stdint.h>
#include <stdio.h>

// 1,024 buckets for each doubling: a bucket is never wider than a thousandth of what it holds.
enum { BUCKETS_A_DOUBLING = 1 << 10, DOUBLINGS = 34, BUCKETS = BUCKETS_A_DOUBLING * (DOUBLINGS + 1) };

typedef struct {
    uint64_t counts[BUCKETS];
    uint64_t total, greatest_ns;
    double sum_ns;
} Histogram;

uint64_t now_ns(void);
// User and system time in microseconds: of this process, and of another.
double own_cpu_us(void);
double process_cpu_us(int pid);
// Resident memory of another process.
uint64_t process_resident_bytes(int pid);

void histogram_add(Histogram *histogram, uint64_t nanoseconds);
// The latency in microseconds which the share `quantile` of all calls did not exceed.
double histogram_quantile_us(const Histogram *histogram, double quantile);
// `"latency_us":{…},"curve":[[quantile, microseconds], …]`, to stand in an object.
void histogram_print(const Histogram *histogram, FILE *file);
