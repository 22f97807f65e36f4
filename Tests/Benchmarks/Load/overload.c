// SPDX-License-Identifier: EUPL-1.2
// More calls than a server can take, of many partners: each calls at its own pace whatever becomes of the calls before,
// with a deadline that counts from when a call was due. As the SDK does, a partner lets a call wait while all it may
// have in flight is, gives up what has waited until its deadline, and in a line that stands serves first who came last.
// Nothing is ever tried again.
#define _GNU_SOURCE
#include <netdb.h>
#include <openssl/err.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include "loadgen.h"

enum { EVENTS = 256, MOST_PHASES = 16, MOST_SECONDS = 3600, MOST_WAITING = 1 << 20, SLOTS_A_CALL = 1024,
       CODE_OVERDUE = 4, CODE_EXHAUSTED = 8, STANDS_NS = 100000000 };

// What can become of a call; `GOOD` is answered before its deadline.
typedef enum { GOOD, LATE, REFUSED, OVERDUE, UNSENT, FAILED, OUTCOMES } Outcome;
static const char *const names[] = {"good", "late", "refused", "overdue", "unsent", "failed"};

typedef struct { double rate; uint64_t from_ns, to_ns, counts[OUTCOMES]; Histogram latencies; } Phase;
// Calls that are due and wait for a place lie from `first` to `last`, in order, in a ring.
typedef struct { Connection **connections; int count, turn; uint64_t due_ns, *waiting, first, last; } Partner;

static const Options *options;
static Template template;
static long timeout_place;
static Phase phases[MOST_PHASES];
static int phase_count;
static Partner *partners;
static int partner_count;
static Connection **all;
static int all_count;
static uint64_t seconds[MOST_SECONDS][OUTCOMES], started_ns, deadline_ns, open_calls;

static const Phase *phase_of(uint64_t ns) {
    for (int i = 0; i < phase_count; i++) if (ns < phases[i].to_ns) return &phases[i];
    return NULL;
}

static void note(Outcome outcome, uint64_t due, uint64_t now) {
    Phase *phase = (Phase *)phase_of(due);
    uint64_t second = (due - started_ns) / 1000000000ull;
    if (!phase || second >= MOST_SECONDS) return;
    phase->counts[outcome]++;
    seconds[second][outcome]++;
    if (outcome == GOOD) histogram_add(&phase->latencies, now - due);
}

// CallStatus begins with its status (1), and that with the code (1).
static int status_code(const Frame *frame) {
    const uint8_t *at = frame->payload;
    size_t place = frame->count > 2 && at[1] & 0x80 ? 3 : 2;
    return frame->count > place + 1 && at[0] == 0x0A && at[place] == 0x08 ? at[place + 1] : -1;
}

static void take(Connection *c, const Frame *frame) {
    bool plain = frame->type == FRAME_DATA && frame->flags & FLAG_END;
    if (!plain && frame->type != FRAME_STATUS && frame->type != FRAME_CANCEL) return;
    c->open_calls--;
    open_calls--;
    uint64_t now = now_ns(), due = c->started[(frame->call / 2) % c->slots];
    int code = frame->type == FRAME_STATUS ? status_code(frame) : -1;
    if (plain) note(deadline_ns && now > due + deadline_ns ? LATE : GOOD, due, now);
    else if (code == CODE_EXHAUSTED) note(REFUSED, due, now);
    else if (code == CODE_OVERDUE) note(OVERDUE, due, now);
    else { note(FAILED, due, now); show_refusal(frame); }
}

static Connection *free_connection(Partner *partner) {
    for (int i = 0; i < partner->count; i++) {
        Connection *c = partner->connections[partner->turn++ % partner->count];
        if (c->open_calls < (uint32_t)options->in_flight) return c;
    }
    return NULL;
}

static void send_call(Connection *c, uint64_t due, uint64_t now) {
    if (deadline_ns) {
        // Two bytes of a varint, whatever is left.
        uint64_t left = (due + deadline_ns - now) / 1000000 + 1;
        template.open[timeout_place] = (uint8_t)(left & 0x7F) | 0x80;
        template.open[timeout_place + 1] = (uint8_t)(left >> 7 & 0x7F);
    }
    c->started[(c->next_call / 2) % c->slots] = due;
    template_send(&template, c, c->next_call, next_reference());
    c->next_call += 2;
    c->open_calls++;
    open_calls++;
}

// What is due by now joins the line.
static void fall_due(Partner *partner, uint64_t now) {
    for (const Phase *phase; partner->due_ns <= now && (phase = phase_of(partner->due_ns)) && phase->rate > 0;) {
        if (partner->last - partner->first == MOST_WAITING) die("too many calls wait");
        partner->waiting[partner->last++ % MOST_WAITING] = partner->due_ns;
        partner->due_ns += (uint64_t)(1e9 * partner_count / phase->rate);
    }
}

static void issue(Partner *partner, uint64_t now) {
    fall_due(partner, now);
    while (partner->first < partner->last) {
        uint64_t oldest = partner->waiting[partner->first % MOST_WAITING];
        if (deadline_ns && now >= oldest + deadline_ns) { note(UNSENT, oldest, now); partner->first++; continue; }
        Connection *c = free_connection(partner);
        if (!c) return;
        bool stands = now >= oldest + STANDS_NS;
        send_call(c, partner->waiting[(stands ? --partner->last : partner->first++) % MOST_WAITING], now);
    }
    const Phase *phase = phase_of(now);
    for (Connection *c; phase && phase->rate == 0 && (c = free_connection(partner)); partner->due_ns = now)
        send_call(c, now, now);
}

static void add_phase(double rate, double length) {
    uint64_t from = phase_count ? phases[phase_count - 1].to_ns : started_ns;
    if (phase_count == MOST_PHASES) die("too many phases");
    phases[phase_count++] = (Phase){.rate = rate, .from_ns = from, .to_ns = from + (uint64_t)(length * 1e9)};
}

// RATE:SECONDS, with commas; a rate of 0 keeps all that may be in flight in flight.
static void read_phases(const char *text) {
    for (char *end; *text; text = *end == ',' ? end + 1 : end) {
        double rate = strtod(text, &end), length = *end == ':' ? strtod(end + 1, &end) : 0;
        if (length <= 0) die("a phase is RATE:SECONDS");
        add_phase(rate, length);
    }
}

// A line a partner: its profile's directory, and its connections.
static void open_partners(const char *path) {
    FILE *file = fopen(path, "r");
    if (!file) die(path);
    struct addrinfo *address = resolve(options->host, options->port);
    char profile[4096];
    for (int count; fscanf(file, "%4095s %d", profile, &count) == 2;) {
        SSL_CTX *context = client_context(profile);
        partners = realloc(partners, (size_t)(partner_count + 1) * sizeof *partners);
        all = realloc(all, (size_t)(all_count + count) * sizeof *all);
        Partner *partner = &partners[partner_count++];
        *partner = (Partner){.connections = calloc((size_t)count, sizeof *all), .count = count,
                             .waiting = calloc(MOST_WAITING, sizeof *partner->waiting)};
        for (int i = 0; i < count; i++)
            all[all_count++] = partner->connections[i] =
                connection_open(context, address, (uint32_t)options->in_flight * SLOTS_A_CALL);
        SSL_CTX_free(context);
    }
    fclose(file);
    freeaddrinfo(address);
}

static void read_template(void) {
    template = template_read(options->open_file, options->data_file);
    deadline_ns = (uint64_t)(options->deadline * 1e9);
    if (!deadline_ns) return;
    // The largest value of two bytes marks the place.
    const uint8_t mark[] = {0x10, 0xFF, 0x7F}, *found = memmem(template.open, template.open_count, mark, sizeof mark);
    if (!found) die("the opening has no timeout_ms of 16383");
    timeout_place = found + 1 - template.open;
}

static void print_counts(const uint64_t *counts) {
    uint64_t offered = 0;
    for (int i = 0; i < OUTCOMES; i++) offered += counts[i];
    printf("\"offered\":%llu", (unsigned long long)offered);
    for (int i = 0; i < OUTCOMES; i++) printf(",\"%s\":%llu", names[i], (unsigned long long)counts[i]);
}

static void print_figures(double server_us) {
    printf("{\"server_cpu_us\":%.0f,\"generator_cpu_us\":%.0f,\"phases\":[", server_us, own_cpu_us());
    for (int i = 0; i < phase_count; i++) {
        printf("%s{\"rate\":%.1f,\"seconds\":%.3f,", i ? "," : "", phases[i].rate,
               (double)(phases[i].to_ns - phases[i].from_ns) / 1e9);
        print_counts(phases[i].counts);
        printf(",");
        histogram_print(&phases[i].latencies, stdout);
        printf("}");
    }
    printf("],\"seconds\":[");
    uint64_t last = (phases[phase_count - 1].to_ns - started_ns) / 1000000000ull;
    for (uint64_t i = 0; i < last && i < MOST_SECONDS; i++) {
        printf("%s{", i ? "," : "");
        print_counts(seconds[i]);
        printf("}");
    }
    printf("]}\n");
}

// Returns whether all connections stand.
static bool turn(int poll) {
    struct epoll_event events[EVENTS];
    struct timespec wait = {0, 500000};
    int ready = epoll_pwait2(poll, events, EVENTS, &wait, NULL);
    for (int i = 0; i < ready; i++) {
        Connection *c = events[i].data.ptr;
        connection_read(c, take);
        if (c->failed) return false;
        template_continue(c);
        connection_write(c);
    }
    uint64_t now = now_ns();
    for (int i = 0; i < partner_count; i++) issue(&partners[i], now);
    for (int i = 0; i < all_count; i++)
        if (all[i]->out.count) connection_write(all[i]);
    return true;
}

int run_overload(const Options *given) {
    options = given;
    read_template();
    open_partners(options->partners_file);
    int poll = poll_all(all, all_count);
    started_ns = now_ns();
    read_phases(options->phases);
    // Not all at once.
    for (int i = 0; i < partner_count; i++)
        partners[i].due_ns = started_ns + (phases[0].rate > 0 ? (uint64_t)(1e9 * i / phases[0].rate) : 0);
    double server_us = process_cpu_us(options->pid);
    uint64_t end = phases[phase_count - 1].to_ns, grace = deadline_ns + 2000000000ull;
    while (now_ns() < end || (open_calls && now_ns() < end + grace))
        if (!turn(poll)) { fprintf(stderr, "loadgen: a connection failed\n"); ERR_print_errors_fp(stderr); return 1; }
    print_figures(process_cpu_us(options->pid) - server_us);
    return 0;
}
