// SPDX-License-Identifier: EUPL-1.2
#define _GNU_SOURCE
#include "connection.h"
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

enum { SCRATCH_BYTES = 1 << 20, CREDIT_TO_RETURN = 1 << 29 };

// Frames are read here, so that ten thousand connections which hold nothing cost nothing.
static uint8_t scratch[SCRATCH_BYTES];

void die(const char *what) { perror(what); ERR_print_errors_fp(stderr); exit(1); }

void reserve(Bytes *bytes, size_t more) {
    size_t need = bytes->count + more;
    if (need <= bytes->capacity) return;
    bytes->capacity = need * 2;
    if (!(bytes->bytes = realloc(bytes->bytes, bytes->capacity))) die("realloc");
}

SSL_CTX *client_context(const char *profile) {
    char trust[4096], certificate[4096], key[4096];
    snprintf(trust, sizeof trust, "%s/trust.pem", profile);
    snprintf(certificate, sizeof certificate, "%s/certificate.pem", profile);
    snprintf(key, sizeof key, "%s/key.pem", profile);
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION);
    SSL_CTX_set_alpn_protos(context, (const unsigned char *)"\x09recours/1", 10);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
    SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_read_ahead(context, 1);
    if (SSL_CTX_load_verify_locations(context, trust, NULL) != 1 ||
        SSL_CTX_use_certificate_chain_file(context, certificate) != 1 ||
        SSL_CTX_use_PrivateKey_file(context, key, SSL_FILETYPE_PEM) != 1) die(profile);
    return context;
}

struct addrinfo *resolve(const char *host, const char *port) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found;
    if (getaddrinfo(host, port, &hints, &found)) die("getaddrinfo");
    return found;
}

int start_connecting(const struct addrinfo *address, bool nonblocking) {
    int fd = socket(address->ai_family, SOCK_STREAM | (nonblocking ? SOCK_NONBLOCK : 0), 0), one = 1;
    if (fd < 0) die("socket");
    if (connect(fd, address->ai_addr, address->ai_addrlen) && !(nonblocking && errno == EINPROGRESS)) die("connect");
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    return fd;
}

SSL *start_tls(SSL_CTX *context, int fd) {
    SSL *tls = SSL_new(context);
    SSL_set_fd(tls, fd);
    SSL_set_tlsext_host_name(tls, "localhost");
    SSL_set_connect_state(tls);
    return tls;
}

void connection_greet(SSL *tls) {
    // HELLO: max_frame 65536, max_message 4 MiB, credit of a call and of the connection 1 GiB.
    static const uint8_t hello[] = {0x18, 0x80, 0x80, 0x04, 0x20, 0x80, 0x80, 0x80, 0x02,
                                    0x28, 0x80, 0x80, 0x80, 0x80, 0x04, 0x30, 0x80, 0x80, 0x80, 0x80, 0x04};
    uint8_t frame[64];
    size_t count = put_frame(frame, FRAME_HELLO, 0, 0, hello, sizeof hello);
    if (SSL_write(tls, frame, (int)count) != (int)count) die("SSL_write");
}

// The value of a field of kind varint, or `otherwise`; what HELLO and CREDIT say is in such fields.
static uint64_t varint_field(const uint8_t *at, size_t count, uint32_t wanted, uint64_t otherwise) {
    const uint8_t *end = at + count;
    while (at < end) {
        uint64_t numbers[2] = {0, 0};
        for (int n = 0; n < 2; n++) {
            for (int shift = 0; at < end; shift += 7) {
                numbers[n] |= (uint64_t)(*at & 0x7F) << shift;
                if (!(*at++ & 0x80)) break;
            }
        }
        // Of kind 2: the second number is a length.
        if ((numbers[0] & 7) == 2) at += numbers[1];
        else if (numbers[0] >> 3 == wanted) return numbers[1];
    }
    return otherwise;
}

Connection *connection_open(SSL_CTX *context, const struct addrinfo *address, uint32_t slots) {
    Connection *c = calloc(1, sizeof *c);
    c->fd = start_connecting(address, false);
    c->tls = start_tls(context, c->fd);
    c->next_call = 1;
    c->slots = slots;
    if (slots && !(c->started = calloc(slots, sizeof *c->started))) die("calloc");
    if (SSL_connect(c->tls) != 1) die("SSL_connect");
    connection_greet(c->tls);
    // Until HELLO there is nothing but HELLO, and it is one record.
    int got = SSL_read(c->tls, scratch, SCRATCH_BYTES);
    if (got < HEADER_BYTES || scratch[4] != FRAME_HELLO) die("no HELLO came");
    size_t whole = 4 + get_u32(scratch);
    if ((size_t)got < whole) die("half a HELLO came");
    c->credit = (int64_t)varint_field(scratch + HEADER_BYTES, whole - HEADER_BYTES, 6, 262144);
    c->call_credit = (int64_t)varint_field(scratch + HEADER_BYTES, whole - HEADER_BYTES, 5, 65536);
    c->max_calls = (uint32_t)varint_field(scratch + HEADER_BYTES, whole - HEADER_BYTES, 7, 16);
    reserve(&c->rest, (size_t)got - whole);
    if ((size_t)got > whole) memcpy(c->rest.bytes, scratch + whole, c->rest.count = (size_t)got - whole);
    fcntl(c->fd, F_SETFL, O_NONBLOCK);
    return c;
}

void connection_queue(Connection *c, uint8_t type, uint8_t flags, uint32_t call, const void *payload, size_t count) {
    reserve(&c->out, HEADER_BYTES + count);
    c->out.count += put_frame(c->out.bytes + c->out.count, type, flags, call, payload, count);
}

static void fail(Connection *c, const Frame *goaway) {
    c->failed = true;
    if (!goaway) return;
    fprintf(stderr, "loadgen: GOAWAY ");
    for (size_t i = 0; i < goaway->count; i++)
        fputc(goaway->payload[i] >= ' ' && goaway->payload[i] < 0x7F ? goaway->payload[i] : '.', stderr);
    fputc('\n', stderr);
}

static void return_credit(Connection *c) {
    // CREDIT { bytes = 2^29 }
    static const uint8_t credit[] = {0x08, 0x80, 0x80, 0x80, 0x80, 0x02};
    connection_queue(c, FRAME_CREDIT, 0, 0, credit, sizeof credit);
    c->received -= CREDIT_TO_RETURN;
}

static void take_frame(Connection *c, const Frame *frame, FrameTaker take) {
    switch (frame->type) {
    case FRAME_GOAWAY: fail(c, frame); break;
    case FRAME_PING:
        if (!(frame->flags & FLAG_ACK)) connection_queue(c, FRAME_PING, FLAG_ACK, 0, frame->payload, frame->count);
        break;
    case FRAME_CREDIT:
        *(frame->call ? &c->call_credit : &c->credit) += (int64_t)varint_field(frame->payload, frame->count, 1, 0);
        break;
    case FRAME_HELLO: break;
    case FRAME_DATA:
        if ((c->received += frame->count) >= CREDIT_TO_RETURN) return_credit(c);
        take(c, frame);
        break;
    default: take(c, frame);
    }
}

// Takes the whole frames at the start of `scratch`, keeps the rest.
static void take_frames(Connection *c, size_t count, FrameTaker take) {
    size_t at = 0;
    while (count - at >= HEADER_BYTES && !c->failed) {
        const uint8_t *head = scratch + at;
        size_t whole = 4 + get_u32(head);
        if (count - at < whole) break;
        Frame frame = {head[4], head[5], get_u32(head + 8), head + HEADER_BYTES, whole - HEADER_BYTES};
        take_frame(c, &frame, take);
        at += whole;
    }
    c->rest.count = 0;
    reserve(&c->rest, count - at);
    if (count > at) memcpy(c->rest.bytes, scratch + at, count - at);
    c->rest.count = count - at;
}

void connection_read(Connection *c, FrameTaker take) {
    bool more = true;
    while (more && !c->failed) {
        size_t count = c->rest.count;
        if (count) memcpy(scratch, c->rest.bytes, count);
        while (more && count < SCRATCH_BYTES) {
            ERR_clear_error();
            int got = SSL_read(c->tls, scratch + count, (int)(SCRATCH_BYTES - count));
            if (got > 0) { count += (size_t)got; continue; }
            int why = SSL_get_error(c->tls, got);
            if (why != SSL_ERROR_WANT_READ && why != SSL_ERROR_WANT_WRITE) fail(c, NULL);
            more = false;
        }
        take_frames(c, count, take);
    }
}

void connection_write(Connection *c) {
    while (c->out_sent < c->out.count) {
        int put = SSL_write(c->tls, c->out.bytes + c->out_sent, (int)(c->out.count - c->out_sent));
        // The reader's turn comes when the socket has room or something to read; both wake the loop.
        if (put <= 0) return;
        c->out_sent += (size_t)put;
    }
    c->out_sent = c->out.count = 0;
}
