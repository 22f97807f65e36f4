// SPDX-License-Identifier: EUPL-1.2
// The frame layout of recours/1 (Protos/PROTOCOL.md §3), for the raw load generator and the floor server.
#pragma once
#include <stdint.h>
#include <string.h>

enum { FRAME_HELLO = 1, FRAME_OPEN, FRAME_HEAD, FRAME_DATA, FRAME_STATUS, FRAME_CANCEL,
       FRAME_CREDIT, FRAME_PING, FRAME_GOAWAY };
enum { FLAG_MORE = 0x01, FLAG_END = 0x02, FLAG_ACK = 0x01 };
enum { HEADER_BYTES = 12 };

static inline void put_u32(uint8_t *at, uint32_t value) {
    at[0] = (uint8_t)(value >> 24); at[1] = (uint8_t)(value >> 16);
    at[2] = (uint8_t)(value >> 8);  at[3] = (uint8_t)value;
}

static inline uint32_t get_u32(const uint8_t *at) {
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

// Writes one frame and returns the bytes written.
static inline size_t put_frame(uint8_t *at, uint8_t type, uint8_t flags, uint32_t call,
                               const void *payload, size_t count) {
    put_u32(at, (uint32_t)(8 + count));
    at[4] = type; at[5] = flags; at[6] = 0; at[7] = 0;
    put_u32(at + 8, call);
    if (count) memcpy(at + HEADER_BYTES, payload, count);
    return HEADER_BYTES + count;
}
