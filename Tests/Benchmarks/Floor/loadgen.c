// SPDX-License-Identifier: EUPL-1.2
// A raw load generator for unary calls: C connections with N calls in flight each, for S seconds.
// It is not the SDK, on purpose: it must cost much less than the server whose CPU it measures.
//
//   loadgen HOST PORT TRUST CERTIFICATE KEY CONNECTIONS IN_FLIGHT SECONDS OPEN_FILE DATA_FILE SERVER_PID
//       [IDS_FILE|- [KEPT_IDS_FILE]]
//
// OPEN_FILE and DATA_FILE hold the payloads of one call. In them, a run of 16 bytes 0xAA is replaced by a
// fresh time-ordered key, one of 16 bytes 0xBB by an identifier drawn uniformly from IDS_FILE, and the
// text "########" by a fresh reference of 8 hexadecimal digits. The identifiers in receipts of submissions are
// written to KEPT_IDS_FILE. Prints one line of figures.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>
#include "frames.h"

enum { READ_BYTES = 1 << 17, MAX_LATENCIES = 1 << 22 };

typedef struct {
    SSL *tls;
    int fd;
    uint32_t next_call;
    uint8_t *in; size_t in_count, in_capacity;
    uint8_t *out; size_t out_count, out_sent, out_capacity;
    uint64_t *started;  // by (call / 2) modulo slots
    bool failed;
} Connection;

static uint8_t *open_payload, *data_payload, *identifiers;
static size_t open_count, data_count, identifier_count;
static long open_key = -1, data_key = -1, data_id = -1, data_reference = -1;
static uint64_t completed, refused, sequence, slots;
static uint32_t *latencies; static size_t latency_count;
static bool measuring;
static FILE *kept_identifiers;
static uint64_t random_state = 0x9E3779B97F4A7C15ull;

static void die(const char *what) { perror(what); ERR_print_errors_fp(stderr); exit(1); }

static uint64_t now_ns(void) {
    struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000ull + (uint64_t)t.tv_nsec;
}

static uint64_t next_random(void) {
    random_state ^= random_state << 13; random_state ^= random_state >> 7;
    return random_state ^= random_state << 17;
}

static uint8_t *read_file(const char *path, size_t *count) {
    FILE *file = fopen(path, "rb"); if (!file) die(path);
    fseek(file, 0, SEEK_END); *count = (size_t)ftell(file); rewind(file);
    uint8_t *bytes = malloc(*count + 1);
    if (fread(bytes, 1, *count, file) != *count) die(path);
    fclose(file); return bytes;
}

static long find(const uint8_t *bytes, size_t count, const void *mark, size_t mark_count) {
    const uint8_t *at = memmem(bytes, count, mark, mark_count);
    return at ? at - bytes : -1;
}

// UUID version 7 from the wall clock and a sequence: time-ordered, as the SDK makes them.
static void put_key(uint8_t *at) {
    struct timespec t; clock_gettime(CLOCK_REALTIME, &t);
    uint64_t ms = (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000, bits = next_random();
    for (int i = 0; i < 6; i++) at[i] = (uint8_t)(ms >> (40 - 8 * i));
    at[6] = (uint8_t)(0x70 | (sequence >> 16 & 0x0F)); at[7] = (uint8_t)(sequence >> 8);
    memcpy(at + 8, &bits, 8); at[8] = (uint8_t)(0x80 | (at[8] & 0x3F));
}

static void reserve(Connection *c, size_t count) {
    size_t need = c->out_count + count;
    if (need > c->out_capacity) c->out = realloc(c->out, c->out_capacity = need * 2);
}

static void queue_frame(Connection *c, uint8_t type, uint8_t flags, const uint8_t *payload, size_t count) {
    reserve(c, HEADER_BYTES + count);
    c->out_count += put_frame(c->out + c->out_count, type, flags, 0, payload, count);
}

static void queue_call(Connection *c) {
    reserve(c, open_count + data_count + 2 * HEADER_BYTES);
    sequence++;
    c->out_count += put_frame(c->out + c->out_count, FRAME_OPEN, 0, c->next_call, open_payload, open_count);
    if (open_key >= 0) put_key(c->out + c->out_count - open_count + open_key);
    c->out_count += put_frame(c->out + c->out_count, FRAME_DATA, FLAG_END, c->next_call, data_payload, data_count);
    uint8_t *data = c->out + c->out_count - data_count;
    if (data_key >= 0) put_key(data + data_key);
    if (data_id >= 0) memcpy(data + data_id, identifiers + 16 * (next_random() % identifier_count), 16);
    if (data_reference >= 0) {
        char text[17]; snprintf(text, sizeof text, "%08llx", (unsigned long long)sequence);
        memcpy(data + data_reference, text, 8);
    }
    c->started[(c->next_call / 2) % slots] = now_ns();
    c->next_call += 2;
}

// Says once what a refusal looks like: a run that measures refusals is worthless, and its reason is the remedy.
static void show_refusal(const uint8_t *payload, size_t count) {
    if (refused++) return;
    fprintf(stderr, "loadgen: the first call that failed: ");
    for (size_t i = 0; i < count && i < 200; i++)
        fputc(payload[i] >= ' ' && payload[i] < 0x7F ? payload[i] : '.', stderr);
    fputc('\n', stderr);
}

// A SubmitCaseResponse begins with its receipt (1), and that with the case's id (1).
static void keep_identifier(const uint8_t *payload, size_t count) {
    size_t at = count > 2 && payload[1] & 0x80 ? 3 : 2;
    if (count >= at + 18 && payload[0] == 0x0A && payload[at] == 0x0A && payload[at + 1] == 16)
        fwrite(payload + at + 2, 16, 1, kept_identifiers);
}

static void take_frames(Connection *c) {
    size_t at = 0;
    uint64_t now = now_ns();
    while (c->in_count - at >= HEADER_BYTES) {
        const uint8_t *frame = c->in + at;
        size_t whole = 4 + get_u32(frame);
        if (c->in_count - at < whole) break;
        uint8_t type = frame[4], flags = frame[5];
        uint32_t call = get_u32(frame + 8);
        bool ended = type == FRAME_STATUS || type == FRAME_CANCEL || (type == FRAME_DATA && flags & FLAG_END);
        if (type == FRAME_GOAWAY) { fprintf(stderr, "loadgen: GOAWAY\n"); c->failed = true; return; }
        if (type == FRAME_PING && !(flags & FLAG_ACK))
            queue_frame(c, FRAME_PING, FLAG_ACK, frame + HEADER_BYTES, whole - HEADER_BYTES);
        if (ended) {
            if (type != FRAME_DATA) show_refusal(frame + HEADER_BYTES, whole - HEADER_BYTES);
            else if (kept_identifiers) keep_identifier(frame + HEADER_BYTES, whole - HEADER_BYTES);
            if (measuring) {
                completed++;
                if (latency_count < MAX_LATENCIES)
                    latencies[latency_count++] = (uint32_t)((now - c->started[(call / 2) % slots]) / 1000);
            }
            queue_call(c);
        }
        at += whole;
    }
    memmove(c->in, c->in + at, c->in_count - at);
    c->in_count -= at;
}

static void pump(Connection *c) {
    for (;;) {
        if (c->in_capacity - c->in_count < READ_BYTES)
            c->in = realloc(c->in, c->in_capacity = c->in_count + 2 * READ_BYTES);
        int got = SSL_read(c->tls, c->in + c->in_count, READ_BYTES);
        if (got <= 0) {
            int why = SSL_get_error(c->tls, got);
            if (why != SSL_ERROR_WANT_READ && why != SSL_ERROR_WANT_WRITE) { c->failed = true; return; }
            break;
        }
        c->in_count += (size_t)got;
    }
    take_frames(c);
    while (c->out_sent < c->out_count) {
        int put = SSL_write(c->tls, c->out + c->out_sent, (int)(c->out_count - c->out_sent));
        if (put <= 0) return;
        c->out_sent += (size_t)put;
    }
    c->out_sent = c->out_count = 0;
}

static Connection connect_one(SSL_CTX *context, const char *host, const char *port) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found;
    if (getaddrinfo(host, port, &hints, &found)) die("getaddrinfo");
    int fd = socket(found->ai_family, SOCK_STREAM, 0), one = 1;
    if (fd < 0 || connect(fd, found->ai_addr, found->ai_addrlen)) die("connect");
    freeaddrinfo(found);
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    Connection c = {.tls = SSL_new(context), .fd = fd, .next_call = 1};
    SSL_set_fd(c.tls, fd);
    SSL_set_tlsext_host_name(c.tls, "localhost");
    if (SSL_connect(c.tls) != 1) die("SSL_connect");
    // HELLO: max_frame 65536, max_message 4 MiB, call credit 4 MiB, connection credit 1 GiB.
    static const uint8_t hello[] = {0x18, 0x80, 0x80, 0x04, 0x20, 0x80, 0x80, 0x80, 0x02,
                                    0x28, 0x80, 0x80, 0x80, 0x02, 0x30, 0x80, 0x80, 0x80, 0x80, 0x04};
    uint8_t frame[64];
    size_t count = put_frame(frame, FRAME_HELLO, 0, 0, hello, sizeof hello);
    if (SSL_write(c.tls, frame, (int)count) != (int)count) die("SSL_write");
    c.started = calloc(slots, sizeof *c.started);
    fcntl(fd, F_SETFL, O_NONBLOCK);
    SSL_set_mode(c.tls, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_set_read_ahead(c.tls, 1);
    return c;
}

// User and system time of a process in microseconds.
static double server_cpu_us(int pid) {
    char path[64]; snprintf(path, sizeof path, "/proc/%d/stat", pid);
    FILE *file = fopen(path, "r"); if (!file) die(path);
    char text[1024]; size_t count = fread(text, 1, sizeof text - 1, file); text[count] = 0; fclose(file);
    unsigned long user = 0, system = 0;
    char *after = strrchr(text, ')');
    if (!after || sscanf(after + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system) != 2)
        die("stat");
    return (double)(user + system) * 1e6 / (double)sysconf(_SC_CLK_TCK);
}

static double own_cpu_us(void) {
    struct rusage u; getrusage(RUSAGE_SELF, &u);
    return (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) * 1e6 + (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec);
}

static int ascending(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

int main(int count, char **arguments) {
    if (count < 12) { fprintf(stderr, "see the head of loadgen.c for its arguments\n"); return 64; }
    int connections = atoi(arguments[6]), in_flight = atoi(arguments[7]), pid = atoi(arguments[11]);
    double seconds = atof(arguments[8]);
    // Many more than are in flight: a call that waits long must not find its place taken by later ones.
    slots = (uint64_t)in_flight * 64;
    open_payload = read_file(arguments[9], &open_count);
    data_payload = read_file(arguments[10], &data_count);
    uint8_t key_mark[16], id_mark[16];
    memset(key_mark, 0xAA, 16); memset(id_mark, 0xBB, 16);
    open_key = find(open_payload, open_count, key_mark, 16);
    data_key = find(data_payload, data_count, key_mark, 16);
    data_id = find(data_payload, data_count, id_mark, 16);
    data_reference = find(data_payload, data_count, "########", 8);
    if (count > 12 && strcmp(arguments[12], "-")) {
        identifiers = read_file(arguments[12], &identifier_count);
        identifier_count /= 16;
    }
    if (data_id >= 0 && !identifier_count) { fprintf(stderr, "loadgen: no identifiers\n"); return 64; }
    if (count > 13 && !(kept_identifiers = fopen(arguments[13], "wb"))) die(arguments[13]);
    random_state ^= now_ns();
    sequence = next_random() & 0x0FFFFFFF;
    latencies = malloc(MAX_LATENCIES * sizeof *latencies);

    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION);
    SSL_CTX_set_alpn_protos(context, (const unsigned char *)"\x09recours/1", 10);
    SSL_CTX_load_verify_locations(context, arguments[3], NULL);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
    if (SSL_CTX_use_certificate_chain_file(context, arguments[4]) != 1 ||
        SSL_CTX_use_PrivateKey_file(context, arguments[5], SSL_FILETYPE_PEM) != 1) die("identity");

    Connection *all = calloc((size_t)connections, sizeof *all);
    int poll = epoll_create1(0);
    for (int i = 0; i < connections; i++) {
        all[i] = connect_one(context, arguments[1], arguments[2]);
        struct epoll_event event = {.events = EPOLLIN, .data.ptr = &all[i]};
        epoll_ctl(poll, EPOLL_CTL_ADD, all[i].fd, &event);
    }
    for (int i = 0; i < connections; i++) {
        for (int n = 0; n < in_flight; n++) queue_call(&all[i]);
        pump(&all[i]);
    }
    uint64_t start = now_ns(), warm = start + 500000000ull, began = 0;
    double server_before = 0, own_before = 0;
    for (;;) {
        struct epoll_event events[256];
        int ready = epoll_wait(poll, events, 256, 100);
        for (int i = 0; i < ready; i++) {
            Connection *c = events[i].data.ptr;
            if (!c->failed) pump(c);
            if (c->failed) { fprintf(stderr, "loadgen: a connection failed\n"); ERR_print_errors_fp(stderr); return 1; }
        }
        uint64_t now = now_ns();
        if (!measuring && now >= warm) {
            measuring = true; began = now;
            server_before = server_cpu_us(pid); own_before = own_cpu_us();
        }
        if (measuring && now >= began + (uint64_t)(seconds * 1e9)) break;
    }
    double elapsed = (double)(now_ns() - began) / 1e9;
    double server = server_cpu_us(pid) - server_before, own = own_cpu_us() - own_before;
    qsort(latencies, latency_count, sizeof *latencies, ascending);
    uint32_t p50 = latency_count ? latencies[latency_count / 2] : 0;
    uint32_t p99 = latency_count ? latencies[latency_count * 99 / 100] : 0;
    printf("{\"connections\":%d,\"in_flight\":%d,\"calls\":%llu,\"not_ok\":%llu,\"calls_per_second\":%.0f,"
           "\"server_cpu_us\":%.3f,\"generator_cpu_us\":%.3f,\"p50_us\":%u,\"p99_us\":%u}\n",
           connections, in_flight, (unsigned long long)completed, (unsigned long long)refused,
           (double)completed / elapsed, server / (double)completed, own / (double)completed, p50, p99);
    if (kept_identifiers && fclose(kept_identifiers)) die(arguments[13]);
    return refused != 0;
}
