// SPDX-License-Identifier: EUPL-1.2
// The floor: the least a server can do for a unary call of recours/1. One thread, epoll, OpenSSL with
// client certificates, the same frames and protobuf-c messages; no authority, limits, flow control or logs.
//
//   floor PORT TRUST CERTIFICATE KEY        prints "listening" and serves HealthService/Check until killed
#define _GNU_SOURCE
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include "frames.h"
#include "recours/v1/health_service.pb-c.h"
#include "recours/wire/v1/wire.pb-c.h"

enum { READ_BYTES = 1 << 17, CREDIT_TO_RETURN = 1 << 29 };

typedef struct {
    SSL *tls;
    int fd, greeted;
    uint8_t *in; size_t in_count, in_capacity;
    uint8_t *out; size_t out_count, out_sent, out_capacity;
    uint8_t *message; size_t message_count, message_capacity;  // a fragmented one, as far as it has come
    size_t received;                                           // for which no credit was returned
} Connection;

static void die(const char *what) { perror(what); ERR_print_errors_fp(stderr); exit(1); }

static void queue(Connection *c, uint8_t type, uint8_t flags, uint32_t call, const void *payload, size_t count) {
    size_t need = c->out_count + HEADER_BYTES + count;
    if (need > c->out_capacity) c->out = realloc(c->out, c->out_capacity = need * 2);
    c->out_count += put_frame(c->out + c->out_count, type, flags, call, payload, count);
}

static void answer(Connection *c, uint32_t call, const uint8_t *bytes, size_t count) {
    Recours__V1__HealthCheckRequest *request = recours__v1__health_check_request__unpack(NULL, count, bytes);
    if (!request) die("request");
    recours__v1__health_check_request__free_unpacked(request, NULL);
    Recours__V1__HealthCheckResponse response = RECOURS__V1__HEALTH_CHECK_RESPONSE__INIT;
    response.state = RECOURS__V1__SERVING_STATE__SERVING_STATE_SERVING;
    uint8_t packed[16];
    queue(c, FRAME_DATA, FLAG_END, call, packed, recours__v1__health_check_response__pack(&response, packed));
}

// The generator sends the parts of a message one after the other, so one buffer a connection is enough.
static void take_data(Connection *c, uint8_t flags, uint32_t call, const uint8_t *bytes, size_t count) {
    if ((c->received += count) >= CREDIT_TO_RETURN) {
        static const uint8_t credit[] = {0x08, 0x80, 0x80, 0x80, 0x80, 0x02};
        queue(c, FRAME_CREDIT, 0, 0, credit, sizeof credit);
        c->received -= CREDIT_TO_RETURN;
    }
    if (!c->message_count && !(flags & FLAG_MORE)) { answer(c, call, bytes, count); return; }
    if (c->message_count + count > c->message_capacity)
        c->message = realloc(c->message, c->message_capacity = 2 * (c->message_count + count));
    memcpy(c->message + c->message_count, bytes, count);
    c->message_count += count;
    if (flags & FLAG_MORE) return;
    answer(c, call, c->message, c->message_count);
    c->message_count = 0;
}

static void take_frames(Connection *c) {
    size_t at = 0;
    while (c->in_count - at >= HEADER_BYTES) {
        const uint8_t *frame = c->in + at;
        size_t payload = get_u32(frame) - 8, whole = HEADER_BYTES + payload;
        if (c->in_count - at < whole) break;
        uint32_t call = get_u32(frame + 8);
        if (frame[4] == FRAME_HELLO && !c->greeted) {
            // max_frame 65536, max_message 4 MiB, credit of a call and of the connection 1 GiB, max_calls 1024
            static const uint8_t hello[] = {0x18, 0x80, 0x80, 0x04, 0x20, 0x80, 0x80, 0x80, 0x02,
                                            0x28, 0x80, 0x80, 0x80, 0x80, 0x04,
                                            0x30, 0x80, 0x80, 0x80, 0x80, 0x04, 0x38, 0x80, 0x08};
            queue(c, FRAME_HELLO, 0, 0, hello, sizeof hello);
            c->greeted = 1;
        } else if (frame[4] == FRAME_OPEN) {
            Recours__Wire__V1__Open *open = recours__wire__v1__open__unpack(NULL, payload, frame + HEADER_BYTES);
            if (!open) die("open");
            recours__wire__v1__open__free_unpacked(open, NULL);
        } else if (frame[4] == FRAME_DATA) {
            take_data(c, frame[5], call, frame + HEADER_BYTES, payload);
        }
        at += whole;
    }
    memmove(c->in, c->in + at, c->in_count - at);
    c->in_count -= at;
}

// Returns 0 when the connection is over.
static int pump(Connection *c) {
    for (;;) {
        if (c->in_capacity - c->in_count < READ_BYTES)
            c->in = realloc(c->in, c->in_capacity = c->in_count + 2 * READ_BYTES);
        ERR_clear_error();
        int got = SSL_read(c->tls, c->in + c->in_count, READ_BYTES);
        if (got <= 0) {
            int why = SSL_get_error(c->tls, got);
            if (why != SSL_ERROR_WANT_READ && why != SSL_ERROR_WANT_WRITE) return 0;
            break;
        }
        c->in_count += (size_t)got;
    }
    take_frames(c);
    while (c->out_sent < c->out_count) {
        int put = SSL_write(c->tls, c->out + c->out_sent, (int)(c->out_count - c->out_sent));
        if (put <= 0) return 1;
        c->out_sent += (size_t)put;
    }
    c->out_sent = c->out_count = 0;
    return 1;
}

static int choose_alpn(SSL *tls, const unsigned char **out, unsigned char *out_count,
                       const unsigned char *in, unsigned int in_count, void *nothing) {
    (void)tls; (void)nothing;
    return SSL_select_next_proto((unsigned char **)out, out_count, (const unsigned char *)"\x09recours/1", 10,
                                 in, in_count) == OPENSSL_NPN_NEGOTIATED
        ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

int main(int count, char **arguments) {
    if (count != 5) { fprintf(stderr, "floor PORT TRUST CERTIFICATE KEY\n"); return 64; }
    SSL_CTX *context = SSL_CTX_new(TLS_server_method());
    SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION);
    SSL_CTX_set_alpn_select_cb(context, choose_alpn, NULL);
    SSL_CTX_load_verify_locations(context, arguments[2], NULL);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, NULL);
    SSL_CTX_set_num_tickets(context, 0);
    SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_read_ahead(context, 1);
    if (SSL_CTX_use_certificate_chain_file(context, arguments[3]) != 1 ||
        SSL_CTX_use_PrivateKey_file(context, arguments[4], SSL_FILETYPE_PEM) != 1) die("identity");
    signal(SIGPIPE, SIG_IGN);
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), one = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(arguments[1])),
                                  .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 1024)) die("listen");
    int poll = epoll_create1(0);
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = NULL};
    epoll_ctl(poll, EPOLL_CTL_ADD, listener, &event);
    printf("listening\n"); fflush(stdout);
    for (;;) {
        struct epoll_event events[256];
        int ready = epoll_wait(poll, events, 256, -1);
        for (int i = 0; i < ready; i++) {
            Connection *c = events[i].data.ptr;
            if (!c) {
                int fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
                if (fd < 0) continue;
                setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
                c = calloc(1, sizeof *c);
                c->fd = fd; c->tls = SSL_new(context);
                SSL_set_fd(c->tls, fd); SSL_set_accept_state(c->tls);
                struct epoll_event added = {.events = EPOLLIN, .data.ptr = c};
                epoll_ctl(poll, EPOLL_CTL_ADD, fd, &added);
            } else if (!pump(c)) {
                SSL_free(c->tls); close(c->fd); free(c->in); free(c->out); free(c->message); free(c);
            }
        }
    }
}
