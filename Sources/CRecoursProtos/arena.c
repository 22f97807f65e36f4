// SPDX-License-Identifier: EUPL-1.2

#include "recours_arena.h"

#include <pthread.h>
#include <stdlib.h>

struct recours_arena_chunk {
    recours_arena_chunk *older;
    size_t size;
};

// Holds an ordinary message with room to spare, so that the common case never calls malloc.
static const size_t first_chunk_size = 64 * 1024;
// What a thread may keep between messages: enough for a case with a hundred listings, and little enough
// that a thread which once saw a message of 4 MiB does not sit on 36 MiB for ever.
static const size_t kept_chunk_limit = 256 * 1024;
// Chunks double up to this, so that a large message needs few of them and wastes little.
static const size_t chunk_growth_limit = 4 * 1024 * 1024;

static _Thread_local recours_arena thread_arena;
static pthread_key_t thread_end_key;
static pthread_once_t thread_end_once = PTHREAD_ONCE_INIT;

static uint8_t *chunk_start(recours_arena_chunk *chunk) { return (uint8_t *)(chunk + 1); }

static void free_chunks(recours_arena_chunk *chunk) {
    while (chunk != NULL) {
        recours_arena_chunk *older = chunk->older;
        free(chunk);
        chunk = older;
    }
}

static void thread_ended(void *arena) { free_chunks(((recours_arena *)arena)->chunk); }

// If no key is to be had, threads that end leak their one chunk; nothing else depends on it.
static void make_thread_end_key(void) {
    if (pthread_key_create(&thread_end_key, thread_ended) != 0) {
        thread_end_key = (pthread_key_t)-1;
    }
}

static void *allocate(void *data, size_t size) { return recours_arena_allocate(data, size); }

static void free_nothing(void *data, void *pointer) {
    (void)data;
    (void)pointer;
}

static bool push_chunk(recours_arena *arena, size_t size) {
    recours_arena_chunk *chunk = malloc(sizeof(recours_arena_chunk) + size);
    if (chunk == NULL) {
        return false;
    }
    chunk->older = arena->chunk;
    chunk->size = size;
    arena->chunk = chunk;
    arena->position = chunk_start(chunk);
    arena->end = arena->position + size;
    return true;
}

recours_arena *recours_arena_begin(size_t cap) {
    recours_arena *arena = &thread_arena;
    if (arena->chunk == NULL) {
        if (!push_chunk(arena, first_chunk_size)) {
            return NULL;
        }
        arena->allocator = (ProtobufCAllocator){allocate, free_nothing, arena};
        pthread_once(&thread_end_once, make_thread_end_key);
        if (thread_end_key != (pthread_key_t)-1) {
            pthread_setspecific(thread_end_key, arena);
        }
    }
    arena->used = 0;
    arena->cap = cap;
    arena->cap_was_hit = false;
    return arena;
}

recours_arena *recours_arena_begin_own(void) {
    recours_arena *arena = recours_arena_begin(SIZE_MAX);
    if (arena == NULL) {
        abort();
    }
    return arena;
}

void *recours_arena_allocate_in_new_chunk(recours_arena *arena, size_t size) {
    size_t chunk_size = arena->chunk->size * 2;
    if (chunk_size > chunk_growth_limit) {
        chunk_size = chunk_growth_limit;
    }
    if (chunk_size < size) {
        chunk_size = size;
    }
    if (chunk_size > SIZE_MAX - sizeof(recours_arena_chunk) || !push_chunk(arena, chunk_size)) {
        return NULL;
    }
    void *result = arena->position;
    arena->position += size;
    arena->used += size;
    return result;
}

void *recours_arena_take(recours_arena *arena, size_t size) {
    void *result = recours_arena_allocate(arena, size);
    if (result == NULL) {
        abort();
    }
    return result;
}

void recours_arena_end(recours_arena *arena) {
    recours_arena_chunk *chunk = arena->chunk;
    // Of several chunks the largest that may be kept is kept: a thread which often sees messages of
    // that size then stops calling malloc for them.
    recours_arena_chunk *kept = NULL;
    while (chunk != NULL) {
        recours_arena_chunk *older = chunk->older;
        if (kept == NULL && chunk->size <= kept_chunk_limit) {
            kept = chunk;
        } else {
            free(chunk);
        }
        chunk = older;
    }
    arena->chunk = kept;
    if (kept != NULL) {
        kept->older = NULL;
        arena->position = chunk_start(kept);
        arena->end = arena->position + kept->size;
    } else {
        arena->position = NULL;
        arena->end = NULL;
    }
}
