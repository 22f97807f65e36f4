// SPDX-License-Identifier: EUPL-1.2
// Listings over one stream a connection, each answered by itself. DATA holds messages ListingSnapshot, each behind its
// length in four bytes, the first numbered 1 and each by one more than the one before. Without --rate each stream
// keeps --in-flight of them unanswered; with it they are due at set times, and latencies count from then. It ends when
// all are answered, and figures are of those answered between the warm-up and the last one's sending.
#define _GNU_SOURCE
#include <netdb.h>
#include <openssl/err.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include "loadgen.h"

enum { EVENTS = 64, MATCH_QUEUED = 2 };

static const Options *options;
static Connection **all;
static uint8_t *listings;
static size_t listing_bytes, at;
static uint64_t *due_ns;  // of each listing, by its number
static uint64_t issued, answered, counted, named, candidates, stored;
static uint64_t started_ns, measured_from_ns, measured_to_ns = UINT64_MAX;
static double server_us, own_us;
static Histogram latencies;

static bool number(const uint8_t **from, const uint8_t *end, uint64_t *value) {
    *value = 0;
    for (int shift = 0; *from < end && shift < 64; shift += 7) {
        *value |= (uint64_t)(**from & 0x7F) << shift;
        if (!(*(*from)++ & 0x80)) return true;
    }
    return false;
}

// Steps over one field of kind varint or bytes; `value` is the number or where the bytes end.
static uint64_t field(const uint8_t **from, const uint8_t *end, uint64_t *value) {
    uint64_t tag = 0, count = 0;
    if (!number(from, end, &tag) || !number(from, end, &count)) die("an answer is cut");
    *value = count;
    if ((tag & 7) == 2 && count > (uint64_t)(end - *from)) die("an answer is cut");
    return tag;
}

// SnapshotMatches: candidates (1), each with its outcome (5).
static void count_candidates(const uint8_t *from, const uint8_t *end) {
    uint64_t value, inner;
    if (from < end) named++;
    while (from < end) {
        if (field(&from, end, &value) != 0x0A) die("no candidate");
        candidates++;
        for (const uint8_t *stop = from + value; from < stop;) {
            uint64_t tag = field(&from, stop, &inner);
            if ((tag & 7) == 2) from += inner;
            else if (tag == 0x28 && inner >= MATCH_QUEUED) stored++;
        }
    }
}

// A SnapshotResult is its number (1) and matches (2) or a refusal (3).
static void take(Connection *c, const Frame *frame) {
    if (frame->type == FRAME_STATUS || frame->type == FRAME_CANCEL) { show_refusal(frame); c->failed = true; return; }
    if (frame->type != FRAME_DATA) return;
    const uint8_t *from = frame->payload, *end = from + frame->count;
    uint64_t which, count, now = now_ns();
    if (frame->flags || field(&from, end, &which) != 0x08 || !which || which > issued) die("not a listing's result");
    bool refusal = from == end || field(&from, end, &count) != 0x12;
    c->open_calls--;
    answered++;
    if (refusal) show_refusal(frame);
    uint64_t mark = options->rate > 0 ? due_ns[which] : now;
    if (mark < measured_from_ns || mark >= measured_to_ns) return;
    counted++;
    if (!refusal) count_candidates(from, end);
    histogram_add(&latencies, now - due_ns[which]);
}

static bool is_all_issued(void) { return at >= listing_bytes; }

static bool issue(Connection *c, uint64_t due) {
    size_t count = get_u32(listings + at);
    if (c->credit < (int64_t)count || c->call_credit < (int64_t)count) return false;
    due_ns[++issued] = due;
    connection_queue(c, FRAME_DATA, 0, 1, listings + at + 4, count);
    c->credit -= (int64_t)count;
    c->call_credit -= (int64_t)count;
    c->open_calls++;
    at += 4 + count;
    return true;
}

static void issue_closed(Connection *c) {
    while (!is_all_issued() && c->open_calls < (uint32_t)options->in_flight && issue(c, now_ns())) {}
}

static void issue_due(uint64_t now) {
    static int turn;
    for (int full = 0; !is_all_issued() && full < options->connections;) {
        uint64_t due = started_ns + (uint64_t)((double)issued * 1e9 / options->rate);
        if (due > now) break;
        Connection *c = all[turn++ % options->connections];
        full = c->open_calls < (uint32_t)options->in_flight && issue(c, due) ? 0 : full + 1;
    }
    for (int i = 0; i < options->connections; i++)
        if (all[i]->out.count) connection_write(all[i]);
}

// Returns whether all connections stand.
static bool turn(int poll) {
    struct epoll_event events[EVENTS];
    struct timespec wait = {0, options->rate > 0 ? 500000 : 50000000};
    int ready = epoll_pwait2(poll, events, EVENTS, &wait, NULL);
    for (int i = 0; i < ready; i++) {
        Connection *c = events[i].data.ptr;
        connection_read(c, take);
        if (c->failed) return false;
        if (options->rate <= 0) issue_closed(c);
        connection_write(c);
    }
    if (options->rate > 0) issue_due(now_ns());
    return true;
}

static void count_processor(double sign) {
    server_us += sign * process_cpu_us(options->pid);
    own_us += sign * own_cpu_us();
}

static void open_all(void) {
    SSL_CTX *context = client_context(options->identity);
    struct addrinfo *address = resolve(options->host, options->port);
    size_t open_bytes;
    uint8_t *open = read_file(options->open_file, &open_bytes);
    all = calloc((size_t)options->connections, sizeof *all);
    for (int i = 0; i < options->connections; i++) {
        all[i] = connection_open(context, address, 0);
        connection_queue(all[i], FRAME_OPEN, 0, 1, open, open_bytes);
    }
    free(open);
    freeaddrinfo(address);
}

static void print_figures(double elapsed) {
    double each = counted ? (double)counted : 1;
    printf("{\"connections\":%d,\"listings\":%llu,\"refused\":%llu,\"seconds\":%.3f,\"listings_per_second\":%.1f,"
           "\"named\":%llu,\"candidates\":%llu,\"stored\":%llu,\"server_cpu_us\":%.3f,\"generator_cpu_us\":%.3f,"
           "\"server_resident_bytes\":%llu,",
           options->connections, (unsigned long long)counted, (unsigned long long)refused, elapsed,
           (double)counted / elapsed, (unsigned long long)named, (unsigned long long)candidates,
           (unsigned long long)stored, server_us / each, own_us / each,
           (unsigned long long)process_resident_bytes(options->pid));
    histogram_print(&latencies, stdout);
    printf("}\n");
}

int run_feed(const Options *given) {
    options = given;
    listings = read_file(options->data_file, &listing_bytes);
    due_ns = calloc(listing_bytes / 4 + 2, sizeof *due_ns);
    open_all();
    int poll = poll_all(all, options->connections);
    started_ns = now_ns();
    measured_from_ns = started_ns + (uint64_t)(options->warm_up * 1e9);
    uint64_t from = 0;
    while (answered < issued || !is_all_issued()) {
        if (!turn(poll)) { fprintf(stderr, "loadgen: a connection failed\n"); ERR_print_errors_fp(stderr); return 1; }
        uint64_t now = now_ns();
        if (!from && now >= measured_from_ns) { from = now; count_processor(-1); }
        if (is_all_issued() && measured_to_ns == UINT64_MAX) { measured_to_ns = now; count_processor(1); }
    }
    if (!from) die("all listings went by during the warm-up");
    print_figures((double)(measured_to_ns - from) / 1e9);
    return refused != 0;
}
