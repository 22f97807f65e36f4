// SPDX-License-Identifier: EUPL-1.2
// Unary calls. Closed loop: each connection keeps so many in flight. Open loop, with a rate: calls are due at set times
// whether the server keeps up or not, and each one's latency counts from when it was due; a server that stands
// still is charged for all the calls that it kept from being sent.
#define _GNU_SOURCE
#include <netdb.h>
#include <openssl/err.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include "loadgen.h"

enum { GRACE_SECONDS = 30, EVENTS = 256 };

static const Options *options;
static Template template;
static Connection **all;
static Histogram latencies;
static FILE *kept;
static uint64_t started_ns, measured_from_ns, measured_to_ns;
static uint64_t issued, answered, counted;

int poll_all(Connection **connections, int count) {
    int poll = epoll_create1(0);
    for (int i = 0; i < count; i++) {
        struct epoll_event event = {.events = EPOLLIN | EPOLLOUT | EPOLLET, .data.ptr = connections[i]};
        if (epoll_ctl(poll, EPOLL_CTL_ADD, connections[i]->fd, &event)) die("epoll_ctl");
    }
    return poll;
}

static void send_call(Connection *c, uint64_t due_ns) {
    c->started[(c->next_call / 2) % c->slots] = due_ns;
    template_send(&template, c, c->next_call, next_reference());
    c->next_call += 2;
    c->open_calls++;
    issued++;
}

// A SubmitCaseResponse begins with its receipt (1), and that with the case's id (1).
static void keep_identifier(const Frame *frame) {
    const uint8_t *payload = frame->payload;
    size_t at = frame->count > 2 && payload[1] & 0x80 ? 3 : 2;
    if (frame->count >= at + 18 && payload[0] == 0x0A && payload[at] == 0x0A && payload[at + 1] == 16)
        fwrite(payload + at + 2, 16, 1, kept);
}

static void take(Connection *c, const Frame *frame) {
    bool plain = frame->type == FRAME_DATA && frame->flags & FLAG_END;
    if (!plain && frame->type != FRAME_STATUS && frame->type != FRAME_CANCEL) return;
    c->open_calls--;
    answered++;
    if (!plain) show_refusal(frame);
    else if (kept) keep_identifier(frame);
    uint64_t now = now_ns(), due = c->started[(frame->call / 2) % c->slots];
    // By when it was due if there is a schedule, by when it ended otherwise: there, due times are the server's choice.
    uint64_t mark = options->rate > 0 ? due : now;
    if (mark < measured_from_ns || mark >= measured_to_ns) return;
    counted++;
    histogram_add(&latencies, now - due);
}

// The time until which calls are due, and how many.
static bool may_issue(uint64_t now) {
    if (options->calls && issued >= options->calls) return false;
    if (options->rate <= 0) return now < measured_to_ns;
    return started_ns + (uint64_t)((double)issued * 1e9 / options->rate) <= now &&
        (double)issued < options->rate * (options->warm_up + options->seconds);
}

static void issue_closed(Connection *c, uint64_t now) {
    uint32_t most = (uint32_t)options->in_flight;
    while (c->open_calls < most && !template_continue(c) && may_issue(now)) send_call(c, now_ns());
}

static void issue_open(uint64_t now) {
    static int turn;
    int full = 0;
    while (may_issue(now) && full < options->connections) {
        Connection *c = all[turn++ % options->connections];
        if (c->open_calls >= (uint32_t)options->in_flight || template_continue(c)) { full++; continue; }
        send_call(c, started_ns + (uint64_t)((double)issued * 1e9 / options->rate));
        full = 0;
    }
}

static bool is_over(uint64_t now) {
    if (options->calls) return answered >= options->calls;
    if (now < measured_to_ns) return false;
    bool all_answered = options->rate <= 0 || answered == issued;
    return all_answered || now > measured_to_ns + GRACE_SECONDS * 1000000000ull;
}

// Waits for events, at most until the next call is due.
static int wait_events(int poll, struct epoll_event *events) {
    int64_t wait = 50000000;
    if (options->rate > 0) {
        uint64_t due = started_ns + (uint64_t)((double)issued * 1e9 / options->rate), now = now_ns();
        if (due <= now) wait = 1000000;
        else if ((int64_t)(due - now) < wait) wait = (int64_t)(due - now);
    }
    struct timespec time = {0, wait};
    return epoll_pwait2(poll, events, EVENTS, &time, NULL);
}

// Returns whether all connections stand.
static bool turn(int poll) {
    struct epoll_event events[EVENTS];
    int ready = wait_events(poll, events);
    uint64_t now = now_ns();
    for (int i = 0; i < ready; i++) {
        Connection *c = events[i].data.ptr;
        connection_read(c, take);
        if (c->failed) return false;
        template_continue(c);
        if (options->rate <= 0) issue_closed(c, now);
        connection_write(c);
    }
    if (options->rate <= 0) return true;
    issue_open(now);
    for (int i = 0; i < options->connections; i++)
        if (all[i]->out.count) connection_write(all[i]);
    return true;
}

static void print_figures(double elapsed, double server_us, double own_us) {
    double calls = counted ? (double)counted : 1;
    printf("{\"connections\":%d,\"in_flight\":%d,\"rate\":%.1f,\"calls\":%llu,\"refused\":%llu,\"unanswered\":%llu,"
           "\"seconds\":%.3f,\"calls_per_second\":%.1f,\"server_cpu_us\":%.3f,\"generator_cpu_us\":%.3f,",
           options->connections, options->in_flight, options->rate, (unsigned long long)counted,
           (unsigned long long)refused, (unsigned long long)(options->rate > 0 ? issued - answered : 0), elapsed,
           (double)counted / elapsed, server_us / calls, own_us / calls);
    histogram_print(&latencies, stdout);
    printf("}\n");
}

static void open_all(void) {
    SSL_CTX *context = client_context(options->identity);
    struct addrinfo *address = resolve(options->host, options->port);
    all = calloc((size_t)options->connections, sizeof *all);
    for (int i = 0; i < options->connections; i++)
        // Many more than are in flight: a call that waits long must not find its place taken by later ones.
        all[i] = connection_open(context, address, (uint32_t)options->in_flight * 64);
    freeaddrinfo(address);
}

int run_calls(const Options *given) {
    options = given;
    if (options->identifiers_file) template_identifiers(options->identifiers_file);
    template = template_read(options->open_file, options->data_file);
    if (options->kept_file && !(kept = fopen(options->kept_file, "ab"))) die(options->kept_file);
    open_all();
    int poll = poll_all(all, options->connections);
    started_ns = now_ns();
    measured_from_ns = started_ns + (uint64_t)(options->warm_up * 1e9);
    measured_to_ns = options->calls ? UINT64_MAX : measured_from_ns + (uint64_t)(options->seconds * 1e9);
    double server[2] = {0}, own[2] = {0};
    uint64_t taken[2] = {0};
    for (;;) {
        if (!turn(poll)) { fprintf(stderr, "loadgen: a connection failed\n"); ERR_print_errors_fp(stderr); return 1; }
        uint64_t now = now_ns();
        for (int edge = 0; edge < 2; edge++) {
            if (taken[edge] || now < (edge ? measured_to_ns : measured_from_ns)) continue;
            taken[edge] = now;
            server[edge] = process_cpu_us(options->pid);
            own[edge] = own_cpu_us();
        }
        if (is_over(now)) break;
    }
    if (!taken[1]) {
        taken[1] = now_ns();
        server[1] = process_cpu_us(options->pid);
        own[1] = own_cpu_us();
    }
    print_figures((double)(taken[1] - taken[0]) / 1e9, server[1] - server[0], own[1] - own[0]);
    if (kept && fclose(kept)) die(options->kept_file);
    return refused != 0;
}
