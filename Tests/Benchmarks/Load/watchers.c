// SPDX-License-Identifier: EUPL-1.2
// Watchers of inboxes, and cases filed at a set rate: how long from when a case was due to be filed until each watcher
// of its platform has it. WATCHERS_FILE has a line a platform: PROFILE_DIR WATCHERS WATCH_OPEN WATCH_DATA DATA_FILE,
// where the last is the request that files a case with that platform; its title holds "Mark ########".
#define _GNU_SOURCE
#include <netdb.h>
#include <openssl/err.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include "loadgen.h"

enum { MOST_PLATFORMS = 256, MOST_CASES = 1 << 20, EVENTS = 256, SETTLE_NS = 1000000000 };

static const Options *options;
static struct addrinfo *address;
static Template filings[MOST_PLATFORMS];
static int watchers_of[MOST_PLATFORMS], platform_count;
static Connection **all, *filing;
static int watcher_count;
static uint64_t *due_ns;  // of each case, by its reference
static uint32_t first_reference;
static uint64_t filed, expected, delivered, measured_from_ns;
static Histogram latencies;

// The case's reference, from its title; negative if there is none, as in a bookmark.
static int64_t reference_of(const Frame *frame) {
    const char *at = memmem(frame->payload, frame->count, "Mark ", 5);
    if (!at || (const uint8_t *)at + 13 > frame->payload + frame->count) return -1;
    char digits[9] = {0};
    memcpy(digits, at + 5, 8);
    return (int64_t)strtoul(digits, NULL, 16) - first_reference;
}

static void take(Connection *c, const Frame *frame) {
    bool refusal = frame->type == FRAME_STATUS || frame->type == FRAME_CANCEL;
    if (refusal) show_refusal(frame);
    if (c == filing && (refusal || frame->flags & FLAG_END)) c->open_calls--;
    if (c == filing || frame->type != FRAME_DATA) return;
    int64_t place = reference_of(frame);
    if (place < 0 || place >= (int64_t)filed) return;
    delivered++;
    if (due_ns[place] >= measured_from_ns) histogram_add(&latencies, now_ns() - due_ns[place]);
}

static void open_watch(SSL_CTX *context, const Template *watch) {
    all = realloc(all, (size_t)(watcher_count + 2) * sizeof *all);
    Connection *c = all[watcher_count++] = connection_open(context, address, 0);
    template_send(watch, c, 1, 0);
    connection_write(c);
}

static void open_watchers(void) {
    FILE *file = fopen(options->watchers_file, "r"); if (!file) die(options->watchers_file);
    char profile[1024], open[1024], data[1024], request[1024];
    int count;
    while (platform_count < MOST_PLATFORMS &&
           fscanf(file, "%1023s %d %1023s %1023s %1023s", profile, &count, open, data, request) == 5) {
        Template watch = template_read(open, data);
        filings[platform_count] = template_read(options->open_file, request);
        watchers_of[platform_count++] = count;
        SSL_CTX *context = client_context(profile);
        for (int i = 0; i < count; i++) open_watch(context, &watch);
        SSL_CTX_free(context);
    }
    fclose(file);
}

static void file_due(uint64_t started) {
    uint64_t now = now_ns();
    double all_cases = options->rate * (options->warm_up + options->seconds);
    while ((double)filed < all_cases && filed < MOST_CASES && filing->credit > 1 << 16 &&
           filing->open_calls < filing->max_calls) {
        uint64_t due = started + (uint64_t)((double)filed * 1e9 / options->rate);
        if (due > now) return;
        int platform = (int)(filed % (uint64_t)platform_count);
        due_ns[filed] = due;
        filed++;
        expected += (uint64_t)watchers_of[platform];
        template_send(&filings[platform], filing, filing->next_call, next_reference());
        filing->next_call += 2;
        filing->open_calls++;
    }
}

// Returns whether all connections stand.
static bool turn(int poll, uint64_t started) {
    struct epoll_event events[EVENTS];
    struct timespec wait = {0, 500000};
    int ready = epoll_pwait2(poll, events, EVENTS, &wait, NULL);
    for (int i = 0; i < ready; i++) {
        Connection *c = events[i].data.ptr;
        connection_read(c, take);
        if (c->failed) return false;
        connection_write(c);
    }
    if (started) file_due(started);
    connection_write(filing);
    return true;
}

static bool run_until(int poll, uint64_t started, uint64_t end, bool stop_when_delivered) {
    while (now_ns() < end) {
        if (stop_when_delivered && delivered >= expected) break;
        if (turn(poll, started)) continue;
        fprintf(stderr, "loadgen: a connection failed\n"); ERR_print_errors_fp(stderr);
        return false;
    }
    return true;
}

int run_watchers(const Options *given) {
    options = given;
    address = resolve(options->host, options->port);
    due_ns = calloc(MOST_CASES, sizeof *due_ns);
    open_watchers();
    filing = all[watcher_count] = connection_open(client_context(options->identity), address, 0);
    int poll = poll_all(all, watcher_count + 1);
    // Let each watch tell its first place before anything comes.
    if (!run_until(poll, 0, now_ns() + SETTLE_NS, false)) return 1;
    first_reference = next_reference() + 1;
    uint64_t started = now_ns();
    measured_from_ns = started + (uint64_t)(options->warm_up * 1e9);
    if (!run_until(poll, started, measured_from_ns, false)) return 1;
    double server = process_cpu_us(options->pid), own = own_cpu_us();
    uint64_t delivered_before = delivered, end = measured_from_ns + (uint64_t)(options->seconds * 1e9);
    if (!run_until(poll, started, end, false)) return 1;
    double elapsed = (double)(now_ns() - measured_from_ns) / 1e9;
    double each = delivered > delivered_before ? (double)(delivered - delivered_before) : 1;
    server = process_cpu_us(options->pid) - server; own = own_cpu_us() - own;
    if (!run_until(poll, started, now_ns() + 30000000000ull, true)) return 1;
    printf("{\"watchers\":%d,\"rate\":%.1f,\"filed\":%llu,\"refused\":%llu,\"expected\":%llu,\"delivered\":%llu,"
           "\"deliveries_per_second\":%.1f,\"server_cpu_us\":%.3f,\"generator_cpu_us\":%.3f,", watcher_count,
           options->rate, (unsigned long long)filed, (unsigned long long)refused, (unsigned long long)expected,
           (unsigned long long)delivered, each / elapsed, server / each, own / each);
    histogram_print(&latencies, stdout);
    printf("}\n");
    return refused || delivered != expected;
}
