// SPDX-License-Identifier: EUPL-1.2
// A client's connection of recours/1, as little as a generator needs: mTLS, HELLO, frames and credit.
#pragma once
#include <openssl/ssl.h>
#include <stdbool.h>
#include <stdint.h>
#include "frames.h"

typedef struct {
    uint8_t *bytes;
    size_t count, capacity;
} Bytes;

typedef struct Connection {
    SSL *tls;
    int fd;
    bool failed;
    Bytes rest;         // received, and not yet a whole frame
    Bytes out; size_t out_sent;
    uint32_t next_call, max_calls, open_calls;
    int64_t credit;     // bytes of DATA that the server still takes on this connection
    int64_t call_credit;  // and on its call, if it has only one
    uint64_t received;  // bytes of DATA for which no credit was returned yet
    uint64_t *started;  // nanoseconds, by call, modulo `slots`
    uint32_t slots;
    void *owner;        // whatever the mode keeps beside
} Connection;

typedef struct {
    uint8_t type, flags;
    uint32_t call;
    const uint8_t *payload;
    size_t count;
} Frame;

typedef void (*FrameTaker)(Connection *connection, const Frame *frame);

void die(const char *what);
void reserve(Bytes *bytes, size_t more);

// The identity in a profile's directory: trust.pem, certificate.pem, key.pem.
SSL_CTX *client_context(const char *profile);
struct addrinfo *resolve(const char *host, const char *port);
// A socket on its way; the handshake is the caller's.
int start_connecting(const struct addrinfo *address, bool nonblocking);
SSL *start_tls(SSL_CTX *context, int fd);

// Connects, greets, and waits for the server's HELLO; then never blocks again.
Connection *connection_open(SSL_CTX *context, const struct addrinfo *address, uint32_t slots);
void connection_greet(SSL *tls);
void connection_queue(Connection *c, uint8_t type, uint8_t flags, uint32_t call, const void *payload, size_t count);
// Reads what is there, hands the frames of calls on, answers PING and CREDIT itself.
void connection_read(Connection *c, FrameTaker take);
void connection_write(Connection *c);
