// SPDX-License-Identifier: EUPL-1.2
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include "loadgen.h"

enum { FRAGMENT_BYTES = 65536 };

// What of a message waits for credit; one a connection at most, since a message's parts follow each other.
typedef struct { uint8_t *bytes; size_t count, sent; uint32_t call; } Pending;

uint64_t refused;
static uint64_t random_state = 0x9E3779B97F4A7C15ull;
static uint32_t sequence;
static uint8_t *identifiers; static size_t identifier_count;

static uint64_t next_random(void) {
    random_state ^= random_state << 13; random_state ^= random_state >> 7;
    return random_state ^= random_state << 17;
}

void random_seed(void) {
    random_state ^= now_ns();
    sequence = next_random() & 0x0FFFFFFF;
}

uint32_t next_reference(void) { return ++sequence; }

uint8_t *read_file(const char *path, size_t *count) {
    FILE *file = fopen(path, "rb"); if (!file) die(path);
    fseek(file, 0, SEEK_END); *count = (size_t)ftell(file); rewind(file);
    uint8_t *bytes = malloc(*count + 1);
    if (!bytes || fread(bytes, 1, *count, file) != *count) die(path);
    fclose(file); return bytes;
}

static long find(const uint8_t *bytes, size_t count, size_t from, const void *mark, size_t mark_count) {
    const uint8_t *at = memmem(bytes + from, count - from, mark, mark_count);
    return at ? at - bytes : -1;
}

Template template_read(const char *open_file, const char *data_file) {
    Template t = {0};
    t.open = read_file(open_file, &t.open_count);
    t.data = read_file(data_file, &t.data_count);
    uint8_t key_mark[16], id_mark[16];
    memset(key_mark, 0xAA, 16); memset(id_mark, 0xBB, 16);
    t.open_key = find(t.open, t.open_count, 0, key_mark, 16);
    t.data_key = find(t.data, t.data_count, 0, key_mark, 16);
    t.data_id = find(t.data, t.data_count, 0, id_mark, 16);
    long at = 0;
    while (t.reference_count < 4 && (at = find(t.data, t.data_count, (size_t)at, "########", 8)) >= 0) {
        t.references[t.reference_count++] = at;
        at += 8;
    }
    if (t.data_id >= 0 && !identifier_count) { fprintf(stderr, "loadgen: no identifiers\n"); exit(64); }
    return t;
}

void template_identifiers(const char *file) {
    identifiers = read_file(file, &identifier_count);
    identifier_count /= 16;
}

// UUID version 7 from the wall clock and a sequence: time-ordered, as the SDK makes them.
static void put_key(uint8_t *at, uint32_t reference) {
    struct timespec t; clock_gettime(CLOCK_REALTIME, &t);
    uint64_t ms = (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000, bits = next_random();
    for (int i = 0; i < 6; i++) at[i] = (uint8_t)(ms >> (40 - 8 * i));
    at[6] = (uint8_t)(0x70 | (reference >> 8 & 0x0F)); at[7] = (uint8_t)reference;
    memcpy(at + 8, &bits, 8); at[8] = (uint8_t)(0x80 | (at[8] & 0x3F));
}

static void fill_in(const Template *t, uint8_t *data, uint32_t reference) {
    if (t->data_key >= 0) put_key(data + t->data_key, reference);
    if (t->data_id >= 0) memcpy(data + t->data_id, identifiers + 16 * (next_random() % identifier_count), 16);
    for (int i = 0; i < t->reference_count; i++)
        for (int digit = 0; digit < 8; digit++)
            data[t->references[i] + digit] = (uint8_t)"0123456789abcdef"[reference >> (28 - 4 * digit) & 15];
}

void template_send(const Template *t, Connection *c, uint32_t call, uint32_t reference) {
    connection_queue(c, FRAME_OPEN, 0, call, t->open, t->open_count);
    if (t->open_key >= 0) put_key(c->out.bytes + c->out.count - t->open_count + t->open_key, reference);
    if (t->data_count <= FRAGMENT_BYTES && (int64_t)t->data_count <= c->credit) {
        connection_queue(c, FRAME_DATA, FLAG_END, call, t->data, t->data_count);
        fill_in(t, c->out.bytes + c->out.count - t->data_count, reference);
        c->credit -= (int64_t)t->data_count;
        return;
    }
    Pending *pending = c->owner;
    if (!pending) c->owner = pending = calloc(1, sizeof *pending);
    pending->bytes = realloc(pending->bytes, t->data_count);
    memcpy(pending->bytes, t->data, pending->count = t->data_count);
    fill_in(t, pending->bytes, reference);
    pending->sent = 0;
    pending->call = call;
    template_continue(c);
}

bool template_continue(Connection *c) {
    Pending *pending = c->owner;
    if (!pending || pending->sent == pending->count) return false;
    while (pending->sent < pending->count && c->credit > 0) {
        size_t part = pending->count - pending->sent;
        if (part > FRAGMENT_BYTES) part = FRAGMENT_BYTES;
        // Small parts cost the reader more than the wait for credit.
        if ((int64_t)part > c->credit) break;
        uint8_t flag = pending->sent + part == pending->count ? FLAG_END : FLAG_MORE;
        connection_queue(c, FRAME_DATA, flag, pending->call, pending->bytes + pending->sent, part);
        pending->sent += part;
        c->credit -= (int64_t)part;
    }
    return pending->sent < pending->count;
}

void show_refusal(const Frame *frame) {
    if (refused++) return;
    fprintf(stderr, "loadgen: the first call that failed: ");
    for (size_t i = 0; i < frame->count && i < 300; i++)
        fputc(frame->payload[i] >= ' ' && frame->payload[i] < 0x7F ? frame->payload[i] : '.', stderr);
    fputc('\n', stderr);
}
