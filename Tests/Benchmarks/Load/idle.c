// SPDX-License-Identifier: EUPL-1.2
// Connections that are greeted and then say nothing, and what each of them costs the server in memory.
#include <netdb.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <unistd.h>
#include "loadgen.h"

enum { PROBES = 100 };

static void ignore(Connection *connection, const Frame *frame) { (void)connection; (void)frame; }

int run_idle(const Options *options) {
    SSL_CTX *context = client_context(options->identity);
    struct addrinfo *address = resolve(options->host, options->port);
    Connection **all = calloc((size_t)options->connections, sizeof *all);
    // The first few make the server allocate what it keeps once, however many come.
    int first = options->connections < PROBES * 2 ? 1 : PROBES;
    uint64_t before = 0, begun = now_ns();
    for (int i = 0; i < options->connections; i++) {
        if (i == first) before = process_resident_bytes(options->pid);
        all[i] = connection_open(context, address, 0);
    }
    double opened = (double)(now_ns() - begun) / 1e9;
    int poll = poll_all(all, options->connections), lost = 0;
    double cpu = process_cpu_us(options->pid);
    for (begun = now_ns(); (double)(now_ns() - begun) < options->seconds * 1e9;) {
        struct epoll_event events[64];
        int ready = epoll_wait(poll, events, 64, 100);
        for (int i = 0; i < ready; i++) {
            Connection *c = events[i].data.ptr;
            if (c->failed) continue;
            connection_read(c, ignore);
            connection_write(c);
            lost += c->failed;
        }
    }
    uint64_t after = process_resident_bytes(options->pid);
    int counted = options->connections - first;
    printf("{\"connections\":%d,\"lost\":%d,\"seconds_to_open\":%.2f,\"resident_before\":%llu,\"resident_after\":%llu,"
           "\"bytes_each\":%.0f,\"idle_cpu_us_a_second\":%.1f}\n", options->connections, lost, opened,
           (unsigned long long)before, (unsigned long long)after, ((double)after - (double)before) / counted,
           (process_cpu_us(options->pid) - cpu) / options->seconds);
    return lost != 0;
}
