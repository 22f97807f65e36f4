// SPDX-License-Identifier: EUPL-1.2
//
// Memory for one protobuf-c message at a time: a pointer is moved up for each allocation, nothing is
// freed singly, and all of it goes at once. One arena a thread, made at its first use and freed with the
// thread. It is used synchronously, for one message at a time, so it needs neither locks nor nesting.

#ifndef RECOURS_ARENA_H
#define RECOURS_ARENA_H

#include <protobuf-c/protobuf-c.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct recours_arena_chunk recours_arena_chunk;

typedef struct recours_arena {
    // First, so that protobuf-c's `allocator_data` and the arena are one thing.
    ProtobufCAllocator allocator;
    uint8_t *position;
    uint8_t *end;
    // Bytes handed out since the arena was begun, and how many may be.
    size_t used;
    size_t cap;
    // An allocation was refused because it would have passed the cap.
    bool cap_was_hit;
    // The chunk in use; older ones hang on it. The oldest is kept from message to message.
    recours_arena_chunk *chunk;
} recours_arena;

// Begins a message on the calling thread's arena, which may hand out `cap` bytes; NULL if the machine
// has no memory for its first chunk. Whoever begins must end before the thread does anything else.
recours_arena *recours_arena_begin(size_t cap);

// Ends the message: all its memory is gone. One chunk of at most 256 KiB is kept for the next.
void recours_arena_end(recours_arena *arena);

// Takes another chunk; the slow path of `recours_arena_allocate`.
void *recours_arena_allocate_in_new_chunk(recours_arena *arena, size_t size);

// `size` bytes, aligned to 8 and not zeroed; NULL past the cap (recorded in `cap_was_hit`) or without memory.
static inline void *recours_arena_allocate(recours_arena *arena, size_t size) {
    if (size > arena->cap - arena->used || size > SIZE_MAX - 7) {
        arena->cap_was_hit = true;
        return NULL;
    }
    size_t rounded = (size + 7) & ~(size_t)7;
    if (rounded > arena->cap - arena->used) {
        arena->cap_was_hit = true;
        return NULL;
    }
    if (rounded > (size_t)(arena->end - arena->position)) {
        return recours_arena_allocate_in_new_chunk(arena, rounded);
    }
    void *result = arena->position;
    arena->position += rounded;
    arena->used += rounded;
    return result;
}

// The same for our own trees, which have no cap: without memory the process ends, as it does when Swift
// itself cannot allocate.
__attribute__((returns_nonnull)) void *recours_arena_take(recours_arena *arena, size_t size);

// `recours_arena_begin` for such a tree: it has no cap, and never returns NULL.
__attribute__((returns_nonnull)) recours_arena *recours_arena_begin_own(void);

// Unpacks `size` bytes into the arena; NULL if they are malformed, or the cap was hit.
static inline ProtobufCMessage *recours_arena_unpack(
    recours_arena *arena, const ProtobufCMessageDescriptor *descriptor, const uint8_t *bytes,
    size_t size) {
    return protobuf_c_message_unpack(descriptor, &arena->allocator, size, bytes);
}

#endif
