// SPDX-License-Identifier: EUPL-1.2
// Full mTLS handshakes, one after the other on each of C lanes: connect, prove the certificate, HELLO both ways, close.
// One counts when the server's HELLO is read: in TLS 1.3 only that shows that it took the client's certificate.
#define _GNU_SOURCE
#include <netdb.h>
#include <openssl/err.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include "loadgen.h"

typedef struct { SSL *tls; int fd; bool greeted; uint64_t started; } Lane;

static SSL_CTX *context;
static struct addrinfo *address;
static int poll_fd;
static Histogram latencies;
static uint64_t counted, failed, measured_from_ns;

static void start(Lane *lane) {
    lane->started = now_ns();
    lane->fd = start_connecting(address, true);
    lane->tls = start_tls(context, lane->fd);
    lane->greeted = false;
    struct epoll_event event = {.events = EPOLLIN | EPOLLOUT | EPOLLET, .data.ptr = lane};
    if (epoll_ctl(poll_fd, EPOLL_CTL_ADD, lane->fd, &event)) die("epoll_ctl");
}

static void finish(Lane *lane) {
    // A reset leaves no socket in TIME_WAIT; else the ports would be used up within seconds.
    struct linger reset = {1, 0};
    setsockopt(lane->fd, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    SSL_free(lane->tls);
    close(lane->fd);
    start(lane);
}

// The first failure says why, as the first refusal of a call does.
static void fail(Lane *lane) {
    if (!failed++) { perror("loadgen: the first handshake that failed"); ERR_print_errors_fp(stderr); }
    finish(lane);
}

static void advance(Lane *lane) {
    ERR_clear_error();
    if (!SSL_is_init_finished(lane->tls)) {
        int done = SSL_do_handshake(lane->tls);
        if (done != 1) {
            int why = SSL_get_error(lane->tls, done);
            if (why == SSL_ERROR_WANT_READ || why == SSL_ERROR_WANT_WRITE) return;
            fail(lane); return;
        }
    }
    if (!lane->greeted) { connection_greet(lane->tls); lane->greeted = true; }
    uint8_t hello[4096];
    int got = SSL_read(lane->tls, hello, sizeof hello);
    if (got <= 0) {
        int why = SSL_get_error(lane->tls, got);
        if (why == SSL_ERROR_WANT_READ || why == SSL_ERROR_WANT_WRITE) return;
        fail(lane); return;
    }
    uint64_t now = now_ns();
    if (got < HEADER_BYTES || hello[4] != FRAME_HELLO) failed++;
    else if (now >= measured_from_ns) { counted++; histogram_add(&latencies, now - lane->started); }
    finish(lane);
}

static void turn(void) {
    struct epoll_event events[256];
    int ready = epoll_wait(poll_fd, events, 256, 100);
    for (int i = 0; i < ready; i++) advance(events[i].data.ptr);
}

int run_handshakes(const Options *options) {
    context = client_context(options->identity);
    address = resolve(options->host, options->port);
    poll_fd = epoll_create1(0);
    Lane *lanes = calloc((size_t)options->connections, sizeof *lanes);
    measured_from_ns = now_ns() + (uint64_t)(options->warm_up * 1e9);
    for (int i = 0; i < options->connections; i++) start(&lanes[i]);
    while (now_ns() < measured_from_ns) turn();
    uint64_t begun = now_ns();
    double server = process_cpu_us(options->pid), own = own_cpu_us();
    while ((double)(now_ns() - begun) < options->seconds * 1e9) turn();
    double elapsed = (double)(now_ns() - begun) / 1e9, each = counted ? (double)counted : 1;
    printf("{\"connections\":%d,\"calls\":%llu,\"refused\":%llu,\"calls_per_second\":%.1f,\"server_cpu_us\":%.3f,"
           "\"generator_cpu_us\":%.3f,", options->connections, (unsigned long long)counted, (unsigned long long)failed,
           (double)counted / elapsed, (process_cpu_us(options->pid) - server) / each, (own_cpu_us() - own) / each);
    histogram_print(&latencies, stdout);
    printf("}\n");
    return failed != 0;
}
