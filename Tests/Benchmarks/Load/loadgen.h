// SPDX-License-Identifier: EUPL-1.2
// What the modes of the generator share: options, what a call sends, and what is printed.
#pragma once
#include "connection.h"
#include "measure.h"

typedef struct {
    const char *host, *port, *identity, *mode;
    int connections, in_flight, pid;
    double rate, seconds, warm_up, deadline;
    uint64_t calls;  // 0: as many as fit into the time
    const char *open_file, *data_file, *identifiers_file, *kept_file, *watchers_file, *partners_file, *phases;
} Options;

// One call as it is sent, with the places that are made anew for each.
typedef struct {
    uint8_t *open, *data;
    size_t open_count, data_count;
    long open_key, data_key, data_id;
    long references[4]; int reference_count;
} Template;

// The caller's to free.
uint8_t *read_file(const char *path, size_t *count);
Template template_read(const char *open_file, const char *data_file);
void template_identifiers(const char *file);
void random_seed(void);
uint32_t next_reference(void);
// Queues OPEN and starts on DATA, if the connection's credit has room for all of it; otherwise DATA follows in parts.
void template_send(const Template *template, Connection *c, uint32_t call, uint32_t reference);
// Returns whether anything of an earlier message is still to be sent.
bool template_continue(Connection *c);

// Says once what a refusal looks like: a run that measures refusals is worthless, and its reason is the remedy.
void show_refusal(const Frame *frame);
extern uint64_t refused;

// A poll on which nothing is missed: reading always goes on until nothing is there.
int poll_all(Connection **all, int count);

int run_calls(const Options *options);
int run_handshakes(const Options *options);
int run_idle(const Options *options);
int run_watchers(const Options *options);
int run_overload(const Options *options);
int run_flood(const Options *options);
int run_feed(const Options *options);
