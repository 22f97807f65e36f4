// SPDX-License-Identifier: EUPL-1.2
// Handshakes that are begun and never finished: the same ClientHello at --rate, from many addresses of the loopback
// network. It costs the server a key exchange and a signature, and this program next to nothing.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include "loadgen.h"

// One connection; `hello` is sent when it is made. The oldest is given up when all are in use.
typedef struct { int fd; bool has_spoken; } Attempt;
enum { MOST = 4096 };

static Attempt attempts[MOST];
static uint64_t offered, answered, cut, given_up, unreachable;
static uint8_t hello[65536];
static size_t hello_bytes;
static int poll_fd;

static void finish(Attempt *attempt) {
    struct linger reset = {1, 0};
    setsockopt(attempt->fd, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    close(attempt->fd);
    attempt->fd = -1;
}

static void offer(const struct sockaddr_in *server, int sources) {
    Attempt *attempt = &attempts[offered % MOST];
    if (attempt->fd >= 0) { given_up++; finish(attempt); }
    // 127.1.0.1 and those after it.
    struct sockaddr_in own = {
        .sin_family = AF_INET, .sin_addr.s_addr = htonl(0x7f010001 + (uint32_t)(offered % (unsigned)sources))};
    offered++;
    attempt->has_spoken = false;
    attempt->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    int on = 1;
    if (attempt->fd < 0 || setsockopt(attempt->fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on)
        || bind(attempt->fd, (const struct sockaddr *)&own, sizeof own)) die("bind");
    struct epoll_event event = {.events = EPOLLIN | EPOLLOUT | EPOLLET, .data.ptr = attempt};
    if (epoll_ctl(poll_fd, EPOLL_CTL_ADD, attempt->fd, &event)) die("epoll_ctl");
    if (connect(attempt->fd, (const struct sockaddr *)server, sizeof *server) && errno != EINPROGRESS) {
        unreachable++;
        finish(attempt);
    }
}

static void advance(Attempt *attempt, uint32_t events) {
    uint8_t said[4096];
    if (attempt->fd < 0) return;
    ssize_t got = read(attempt->fd, said, sizeof said);
    if (got > 0) {
        answered++;
        finish(attempt);
    } else if (got == 0 || (errno != EAGAIN && errno != ENOTCONN)) {
        cut++;
        finish(attempt);
    } else if (events & EPOLLOUT && !attempt->has_spoken) {
        attempt->has_spoken = true;
        if (send(attempt->fd, hello, hello_bytes, MSG_NOSIGNAL) < 0) { cut++; finish(attempt); }
    }
}

static void read_hello(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) die(path);
    hello_bytes = fread(hello, 1, sizeof hello, file);
    fclose(file);
}

int run_flood(const Options *options) {
    read_hello(options->data_file);
    struct sockaddr_in server = {.sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(options->port))};
    if (inet_pton(AF_INET, options->host, &server.sin_addr) != 1) die("inet_pton");
    poll_fd = epoll_create1(0);
    for (int i = 0; i < MOST; i++) attempts[i].fd = -1;
    uint64_t begun = now_ns();
    double own = own_cpu_us(), elapsed;
    while ((elapsed = (double)(now_ns() - begun) / 1e9) < options->seconds) {
        // Of what is due by now; after a standstill not all at once.
        for (int burst = 0; burst < 64 && (double)offered < elapsed * options->rate; burst++)
            offer(&server, options->connections);
        struct epoll_event events[256];
        int ready = epoll_wait(poll_fd, events, 256, 1);
        for (int i = 0; i < ready; i++) advance(events[i].data.ptr, events[i].events);
    }
    printf("{\"offered_per_second\":%.0f,\"answered_per_second\":%.0f,\"cut_per_second\":%.0f,\"given_up\":%llu,"
           "\"unreachable\":%llu,\"generator_cpu_us\":%.1f}\n", (double)offered / elapsed, (double)answered / elapsed,
           (double)cut / elapsed, (unsigned long long)given_up, (unsigned long long)unreachable,
           (own_cpu_us() - own) / (double)(offered ? offered : 1));
    return 0;
}
