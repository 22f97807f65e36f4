// SPDX-License-Identifier: EUPL-1.2
// The floor of storage: the rows that submissions write, into a copy of the server's own store, with the same tables,
// indexes and settings of SQLite, so many cases a transaction, each durable. No checks, no hashes, no messages.
//
//   rows STORE_COPY PLAN CASES BATCH [random]      `random`: keys without order of time
//
// The plan is what row_shapes.py has learnt from two states of a store:
//   insert TABLE ROWS_A_CASE COLUMNS, then a line a column:  NAME KIND …
//   update SQL                                               once a transaction, ?1 being the cases in it
#define _GNU_SOURCE
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST_COLUMNS = 64, MOST_STATEMENTS = 64, MOST_LINE = 1 << 16, CHECKPOINT_PAGES = 8192, MOST_BYTES = 4096 };

typedef enum { CONSTANT, SEQUENCE, RANDOM_INTEGER, RANDOM_BYTES, ORDERED_BYTES, NUMBERED_TEXT } Kind;

typedef struct {
    char name[64];
    Kind kind;
    char type;                 // of a constant: n, i, t, b
    uint8_t bytes[MOST_BYTES]; // a constant's, or a text's beginning
    int count;                 // bytes, or digits after a text's beginning
    int64_t integer, span;     // a constant; where a sequence starts; where a random integer's range starts
    double step;
} Column;

typedef struct {
    sqlite3_stmt *statement;
    Column *columns; int column_count;
    char table[64];
    double per_case;           // 0: an update, once a transaction
    uint64_t made;
} Step;

static sqlite3 *db;
static Step steps[MOST_STATEMENTS];
static int step_count, log_pages, keys_are_random;
static uint64_t random_state = 0x9E3779B97F4A7C15ull, rows;

static _Noreturn void die(const char *what) {
    fprintf(stderr, "rows: %s: %s\n", what, db ? sqlite3_errmsg(db) : "");
    exit(1);
}

static void run(const char *sql) { if (sqlite3_exec(db, sql, NULL, NULL, NULL)) die(sql); }

static uint64_t next_random(void) {
    random_state ^= random_state << 13; random_state ^= random_state >> 7;
    return random_state ^= random_state << 17;
}

static double seconds(clockid_t clock) {
    struct timespec t; clock_gettime(clock, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

// MARK: The plan

static int read_hex(const char *text, uint8_t *bytes) {
    int count = 0;
    for (; text[0] > ' ' && text[1] > ' ' && count < MOST_BYTES; text += 2) {
        unsigned byte; sscanf(text, "%2x", &byte);
        bytes[count++] = (uint8_t)byte;
    }
    return count;
}

static void read_column(Column *column, const char *line) {
    char kind[32]; int at = 0;
    if (sscanf(line, "%63s %31s %n", column->name, kind, &at) != 2) die(line);
    const char *rest = line + at;
    if (!strcmp(kind, "constant")) {
        column->type = rest[0];
        if (rest[0] == 'i') column->integer = strtoll(rest + 2, NULL, 10);
        else if (rest[0] != 'n') column->count = read_hex(rest + 2, column->bytes);
    } else if (!strcmp(kind, "sequence")) {
        column->kind = SEQUENCE;
        long long offset; sscanf(rest, "%lld %lf", &offset, &column->step);
        column->integer = offset;
    } else if (!strcmp(kind, "random_integer")) {
        column->kind = RANDOM_INTEGER;
        long long low, high; sscanf(rest, "%lld %lld", &low, &high);
        column->integer = low; column->span = high - low + 1;
    } else if (!strcmp(kind, "numbered_text")) {
        column->kind = NUMBERED_TEXT;
        int digits, after; sscanf(rest, "%d %n", &digits, &after);
        column->span = read_hex(rest + after, column->bytes);
        column->count = digits;
    } else {
        column->kind = !strcmp(kind, "ordered_bytes") ? ORDERED_BYTES : RANDOM_BYTES;
        column->count = atoi(rest);
    }
}

static void prepare_insert(Step *step) {
    char names[4096] = "", marks[256] = "", sql[8192];
    for (int i = 0; i < step->column_count; i++) {
        strcat(strcat(names, i ? ", " : ""), step->columns[i].name);
        strcat(marks, i ? ", ?" : "?");
    }
    snprintf(sql, sizeof sql, "INSERT INTO %s (%s) VALUES (%s)", step->table, names, marks);
    if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &step->statement, NULL)) die(sql);
}

// A sequence goes on after the greatest value there is among rows of its sort, in the same step and place.
static void find_start(Step *step, Column *column) {
    char sql[4096]; int at = snprintf(sql, sizeof sql, "SELECT max(%s) FROM %s WHERE 1", column->name, step->table);
    for (int i = 0; i < step->column_count; i++) {
        Column *other = &step->columns[i];
        // Marked by the plan: part of the key, and what tells this sort of rows from another.
        if (other->kind == CONSTANT && other->type == 'i' && other->span)
            at += snprintf(sql + at, sizeof sql - (size_t)at, " AND %s = %lld", other->name, (long long)other->integer);
    }
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) || sqlite3_step(statement) != SQLITE_ROW) die(sql);
    int64_t greatest = sqlite3_column_int64(statement, 0), whole = (int64_t)column->step;
    sqlite3_finalize(statement);
    if (whole > 1 && (double)whole == column->step) column->integer += (greatest / whole + 1) * whole;
    else column->integer = greatest + 1;
}

static void read_plan(const char *path) {
    static char line[MOST_LINE];
    FILE *file = fopen(path, "r"); if (!file) die(path);
    while (fgets(line, sizeof line, file)) {
        if (step_count == MOST_STATEMENTS) die("too many statements");
        Step *step = &steps[step_count++];
        line[strcspn(line, "\n")] = 0;
        if (!strncmp(line, "update ", 7)) {
            if (sqlite3_prepare_v3(db, line + 7, -1, SQLITE_PREPARE_PERSISTENT, &step->statement, NULL)) die(line);
            continue;
        }
        if (sscanf(line, "insert %63s %lf %d", step->table, &step->per_case, &step->column_count) != 3) die(line);
        step->columns = calloc((size_t)step->column_count, sizeof *step->columns);
        for (int i = 0; i < step->column_count; i++) {
            if (!fgets(line, sizeof line, file)) die("the plan ends early");
            char *text = line;
            if (text[0] == '*') { step->columns[i].span = 1; text++; }
            read_column(&step->columns[i], text);
        }
        prepare_insert(step);
        for (int i = 0; i < step->column_count; i++)
            if (step->columns[i].kind == SEQUENCE) find_start(step, &step->columns[i]);
    }
    fclose(file);
}

// MARK: Rows

static void bind_bytes(sqlite3_stmt *statement, int place, const Column *column) {
    uint8_t bytes[MOST_BYTES];
    for (int i = 0; i < column->count; i += 8) {
        uint64_t bits = next_random();
        memcpy(bytes + i, &bits, column->count - i < 8 ? (size_t)(column->count - i) : 8);
    }
    if (column->kind == ORDERED_BYTES && !keys_are_random) {
        uint64_t ms = (uint64_t)(seconds(CLOCK_REALTIME) * 1000);
        for (int i = 0; i < 6; i++) bytes[i] = (uint8_t)(ms >> (40 - 8 * i));
    }
    sqlite3_bind_blob(statement, place, bytes, column->count, SQLITE_TRANSIENT);
}

static void bind(sqlite3_stmt *statement, int place, const Column *column, uint64_t made) {
    static uint32_t text_start; if (!text_start) text_start = (uint32_t)next_random() & 0x7FFFFFFF;
    char text[MOST_BYTES + 32];
    const char *bytes = (const char *)column->bytes;
    switch (column->kind) {
    case CONSTANT:
        if (column->type == 'i') sqlite3_bind_int64(statement, place, column->integer);
        else if (column->type == 't') sqlite3_bind_text(statement, place, bytes, column->count, SQLITE_STATIC);
        else if (column->type == 'b') sqlite3_bind_blob(statement, place, bytes, column->count, SQLITE_STATIC);
        else sqlite3_bind_null(statement, place);
        break;
    case SEQUENCE:
        sqlite3_bind_int64(statement, place, column->integer + (int64_t)((double)made * column->step));
        break;
    case RANDOM_INTEGER:
        sqlite3_bind_int64(statement, place, column->integer + (int64_t)(next_random() % (uint64_t)column->span));
        break;
    case RANDOM_BYTES: case ORDERED_BYTES: bind_bytes(statement, place, column); break;
    case NUMBERED_TEXT:
        memcpy(text, bytes, (size_t)column->span);
        snprintf(text + column->span, 32, "%0*x", column->count, text_start + (uint32_t)made);
        sqlite3_bind_text(statement, place, text, -1, SQLITE_TRANSIENT);
    }
}

static void insert(Step *step) {
    for (int tries = 0; tries < 8; tries++) {
        for (int i = 0; i < step->column_count; i++) bind(step->statement, i + 1, &step->columns[i], step->made);
        int code = sqlite3_step(step->statement);
        sqlite3_reset(step->statement);
        if (code == SQLITE_DONE) { step->made++; rows++; return; }
        // A number drawn twice: draw again, as the server does.
        if (code != SQLITE_CONSTRAINT) break;
    }
    die(step->table);
}

static void write_batch(uint64_t first, uint64_t count) {
    run("BEGIN IMMEDIATE");
    for (uint64_t number = first; number < first + count; number++)
        for (int i = 0; i < step_count; i++) {
            Step *step = &steps[i];
            uint64_t wanted = (uint64_t)((double)(number + 1) * step->per_case + 1e-9);
            while (step->per_case > 0 && step->made < wanted) insert(step);
        }
    for (int i = 0; i < step_count; i++) {
        if (steps[i].per_case > 0) continue;
        sqlite3_bind_int64(steps[i].statement, 1, (int64_t)count);
        if (sqlite3_step(steps[i].statement) != SQLITE_DONE) die("update");
        sqlite3_reset(steps[i].statement);
        rows++;
    }
    run("COMMIT");
    if (log_pages >= CHECKPOINT_PAGES) sqlite3_wal_checkpoint_v2(db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
}

static int note_pages(void *nothing, sqlite3 *database, const char *name, int pages) {
    (void)nothing; (void)database; (void)name;
    log_pages = pages;
    return SQLITE_OK;
}

int main(int count, char **arguments) {
    if (count < 5) { fprintf(stderr, "rows STORE_COPY PLAN CASES BATCH [random]\n"); return 64; }
    uint64_t cases = strtoull(arguments[3], NULL, 10), batch = strtoull(arguments[4], NULL, 10);
    keys_are_random = count > 5;
    random_state ^= (uint64_t)(seconds(CLOCK_REALTIME) * 1e9);
    if (sqlite3_open_v2(arguments[1], &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL)) die(arguments[1]);
    // As Sources/RecoursStoreSQLite/SQLiteConnection.swift sets them.
    run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON;"
        "PRAGMA mmap_size = 0; PRAGMA wal_autocheckpoint = 0; PRAGMA secure_delete = ON; PRAGMA cache_size = -65536");
    sqlite3_wal_hook(db, note_pages, NULL);
    read_plan(arguments[2]);
    double begun = seconds(CLOCK_MONOTONIC), cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
    for (uint64_t done = 0; done < cases; done += batch) write_batch(done, cases - done < batch ? cases - done : batch);
    double elapsed = seconds(CLOCK_MONOTONIC) - begun;
    cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
    printf("{\"cases\":%llu,\"batch\":%llu,\"rows\":%llu,\"seconds\":%.4f,\"cases_per_second\":%.1f,"
           "\"rows_per_second\":%.1f,\"us_a_case\":%.3f,\"cpu_us_a_case\":%.3f}\n", (unsigned long long)cases,
           (unsigned long long)batch, (unsigned long long)rows, elapsed, (double)cases / elapsed,
           (double)rows / elapsed, elapsed * 1e6 / (double)cases, cpu * 1e6 / (double)cases);
    return sqlite3_close_v2(db) != SQLITE_OK;
}
