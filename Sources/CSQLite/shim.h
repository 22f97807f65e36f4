// SPDX-License-Identifier: EUPL-1.2

#include <sqlite3.h>

/// A function of variable arguments, which Swift cannot call. Before anything else of SQLite.
static inline int recours_sqlite_stop_counting_memory(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
