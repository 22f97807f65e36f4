// SPDX-License-Identifier: EUPL-1.2
#define _GNU_SOURCE
#include "measure.h"
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static double clock_us(clockid_t clock) {
    struct timespec t;
    if (clock_gettime(clock, &t)) { perror("clock_gettime"); exit(1); }
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

uint64_t now_ns(void) {
    struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000ull + (uint64_t)t.tv_nsec;
}

double own_cpu_us(void) { return clock_us(CLOCK_PROCESS_CPUTIME_ID); }

// The kernel's own count in nanoseconds; /proc/PID/stat has it in ticks of ten milliseconds.
double process_cpu_us(int pid) {
    clockid_t clock;
    if (pid <= 0) return 0;
    if (clock_getcpuclockid(pid, &clock)) { perror("clock_getcpuclockid"); exit(1); }
    return clock_us(clock);
}

uint64_t process_resident_bytes(int pid) {
    char path[64]; snprintf(path, sizeof path, "/proc/%d/statm", pid);
    FILE *file = fopen(path, "r"); if (!file) { perror(path); exit(1); }
    unsigned long long pages = 0;
    if (fscanf(file, "%*u %llu", &pages) != 1) { perror(path); exit(1); }
    fclose(file);
    return pages * (uint64_t)sysconf(_SC_PAGESIZE);
}

static size_t bucket(uint64_t value) {
    if (value < 2 * BUCKETS_A_DOUBLING) return value;
    int shift = 63 - __builtin_clzll(value) - 10;
    if (shift > DOUBLINGS - 1) return BUCKETS - 1;
    return (size_t)shift * BUCKETS_A_DOUBLING + (value >> shift);
}

// The greatest value that falls into a bucket.
static uint64_t bucket_end(size_t index) {
    if (index < 2 * BUCKETS_A_DOUBLING) return index;
    int shift = (int)(index / BUCKETS_A_DOUBLING) - 1;
    uint64_t scaled = index % BUCKETS_A_DOUBLING + BUCKETS_A_DOUBLING;
    return ((scaled + 1) << shift) - 1;
}

void histogram_add(Histogram *histogram, uint64_t nanoseconds) {
    histogram->counts[bucket(nanoseconds)]++;
    histogram->total++;
    histogram->sum_ns += (double)nanoseconds;
    if (nanoseconds > histogram->greatest_ns) histogram->greatest_ns = nanoseconds;
}

double histogram_quantile_us(const Histogram *histogram, double quantile) {
    uint64_t wanted = (uint64_t)(quantile * (double)histogram->total + 0.5), seen = 0;
    if (wanted < 1) wanted = 1;
    for (size_t i = 0; i < BUCKETS; i++) {
        seen += histogram->counts[i];
        if (seen < wanted) continue;
        uint64_t end = bucket_end(i);
        return (double)(end < histogram->greatest_ns ? end : histogram->greatest_ns) / 1e3;
    }
    return 0;
}

void histogram_print(const Histogram *histogram, FILE *file) {
    static const struct { const char *name; double quantile; } named[] = {
        {"p50", 0.5}, {"p90", 0.9}, {"p99", 0.99}, {"p99_9", 0.999}, {"max", 1}};
    fprintf(file, "\"latency_us\":{\"samples\":%llu,\"mean\":%.1f", (unsigned long long)histogram->total,
            histogram->total ? histogram->sum_ns / (double)histogram->total / 1e3 : 0);
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        fprintf(file, ",\"%s\":%.1f", named[i].name, histogram_quantile_us(histogram, named[i].quantile));
    fprintf(file, "},\"curve\":[");
    // Twice a halving of what is left of the calls: the usual axis of such charts.
    double left = 1;
    for (int i = 0; i < 40 && left * (double)histogram->total >= 1; i++, left *= i % 2 ? 0.75 : 2.0 / 3)
        fprintf(file, "%s[%.7f,%.1f]", i ? "," : "", 1 - left, histogram_quantile_us(histogram, 1 - left));
    fprintf(file, "]");
}
