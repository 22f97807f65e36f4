// SPDX-License-Identifier: EUPL-1.2
// A raw load generator. It is not the SDK, on purpose: it must cost much less than the server whose CPU it measures,
// and it prints its own. One line of JSON comes out; the status is 0 only if nothing was refused.
//
// In the files that hold the payloads of a call, a run of 16 bytes 0xAA is replaced by a fresh time-ordered key, one of
// 16 bytes 0xBB by an identifier drawn uniformly from --identifiers, and "########" by a fresh reference of 8 digits.
#include <getopt.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include "loadgen.h"

static const char usage[] =
    "loadgen MODE --host HOST --port PORT --identity PROFILE_DIR [options]\n"
    "  calls        unary calls: --open FILE --data FILE, in a closed loop; with --rate in an open loop\n"
    "  handshakes   full mTLS handshakes, --connections of them at once\n"
    "  idle         holds --connections for --seconds; what each costs the server in memory\n"
    "  flood        begins handshakes at --rate with the ClientHello in --data, from --connections addresses\n"
    "  watchers     files cases at --rate and times their way to those who watch: --watchers FILE --open FILE\n"
    "  feed         listings over one stream a connection, of the file --data; with --rate in an open loop\n"
    "  overload     calls of many partners at set rates: --partners FILE --phases RATE:SECONDS,… --open --data\n"
    "options\n"
    "  --connections N   (1)           --in-flight N  calls a connection at most (1)\n"
    "  --seconds S       (2)           --warm-up S    not measured (0.5; 0 with --calls)\n"
    "  --rate R          calls a second over all connections, timed from when they are due\n"
    "  --calls N         so many instead of --seconds\n"
    "  --deadline S      after which an answer is worth nothing\n"
    "  --pid PID         the server, whose CPU is counted\n"
    "  --identifiers F   16 bytes each  --keep F       appends the identifiers of cases that were filed\n";

enum { HOST = 1, PORT, IDENTITY, CONNECTIONS, IN_FLIGHT, SECONDS, WARM_UP, RATE, CALLS, PID, OPEN, DATA, IDENTIFIERS,
       KEEP, WATCHERS, PARTNERS, PHASES, DEADLINE };

static const struct option known[] = {
    {"host", 1, 0, HOST}, {"port", 1, 0, PORT}, {"identity", 1, 0, IDENTITY}, {"connections", 1, 0, CONNECTIONS},
    {"in-flight", 1, 0, IN_FLIGHT}, {"seconds", 1, 0, SECONDS}, {"warm-up", 1, 0, WARM_UP}, {"rate", 1, 0, RATE},
    {"calls", 1, 0, CALLS}, {"pid", 1, 0, PID}, {"open", 1, 0, OPEN}, {"data", 1, 0, DATA},
    {"identifiers", 1, 0, IDENTIFIERS}, {"keep", 1, 0, KEEP}, {"watchers", 1, 0, WATCHERS},
    {"partners", 1, 0, PARTNERS}, {"phases", 1, 0, PHASES}, {"deadline", 1, 0, DEADLINE}, {0, 0, 0, 0}};

static _Noreturn void refuse_arguments(void) { fputs(usage, stderr); exit(64); }

static void take_option(Options *options, int which, const char *value) {
    switch (which) {
    case HOST: options->host = value; break;
    case PORT: options->port = value; break;
    case IDENTITY: options->identity = value; break;
    case CONNECTIONS: options->connections = atoi(value); break;
    case IN_FLIGHT: options->in_flight = atoi(value); break;
    case SECONDS: options->seconds = atof(value); break;
    case WARM_UP: options->warm_up = atof(value); break;
    case RATE: options->rate = atof(value); break;
    case CALLS: options->calls = strtoull(value, NULL, 10); break;
    case PID: options->pid = atoi(value); break;
    case OPEN: options->open_file = value; break;
    case DATA: options->data_file = value; break;
    case IDENTIFIERS: options->identifiers_file = value; break;
    case KEEP: options->kept_file = value; break;
    case WATCHERS: options->watchers_file = value; break;
    case PARTNERS: options->partners_file = value; break;
    case PHASES: options->phases = value; break;
    case DEADLINE: options->deadline = atof(value); break;
    default: refuse_arguments();
    }
}

static Options parse(int count, char **arguments) {
    Options options = {.host = "127.0.0.1", .connections = 1, .in_flight = 1, .seconds = 2, .warm_up = -1};
    if (count < 2) refuse_arguments();
    options.mode = arguments[1];
    optind = 2;
    for (int which; (which = getopt_long(count, arguments, "", known, NULL)) != -1;)
        take_option(&options, which, optarg);
    if (options.warm_up < 0) options.warm_up = options.calls ? 0 : 0.5;
    if (!options.port || !options.identity || options.connections < 1 || options.in_flight < 1) refuse_arguments();
    return options;
}

// Ten thousand connections need more files than a shell allows at first.
static void allow_many_files(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit)) die("getrlimit");
    limit.rlim_cur = limit.rlim_max;
    if (setrlimit(RLIMIT_NOFILE, &limit)) die("setrlimit");
}

int main(int count, char **arguments) {
    Options options = parse(count, arguments);
    signal(SIGPIPE, SIG_IGN);
    allow_many_files();
    random_seed();
    if (!strcmp(options.mode, "handshakes")) return run_handshakes(&options);
    if (!strcmp(options.mode, "flood") && options.data_file && options.rate > 0) return run_flood(&options);
    if (!strcmp(options.mode, "idle") && options.pid) return run_idle(&options);
    if (!options.open_file) refuse_arguments();
    if (!strcmp(options.mode, "calls") && options.data_file) return run_calls(&options);
    if (!strcmp(options.mode, "feed") && options.data_file && options.pid) return run_feed(&options);
    if (!strcmp(options.mode, "overload") && options.data_file && options.partners_file && options.phases)
        return run_overload(&options);
    if (!strcmp(options.mode, "watchers") && options.watchers_file && options.rate > 0) return run_watchers(&options);
    refuse_arguments();
}
