// SPDX-License-Identifier: EUPL-1.2

#include <libpq-fe.h>

/// The five characters of an error's SQLSTATE, or a null pointer.
static inline const char *recours_pg_sqlstate(const PGresult *result) {
    return PQresultErrorField(result, PG_DIAG_SQLSTATE);
}

/// An error's or notice's severity in English, whatever the server speaks; or a null pointer.
static inline const char *recours_pg_severity(const PGresult *result) {
    return PQresultErrorField(result, PG_DIAG_SEVERITY_NONLOCALIZED);
}

/// An error's own words without its details, which may hold values of rows; or a null pointer.
static inline const char *recours_pg_message(const PGresult *result) {
    return PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
}
