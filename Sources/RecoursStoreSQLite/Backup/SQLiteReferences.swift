// SPDX-License-Identifier: EUPL-1.2

/// What one row says of another, where no key of SQLite's and no checksum holds it.
struct SQLiteReferences {
    /// What is wrong with the rows, in words.
    let words: String
    /// What stands behind FROM to find them.
    let broken: String

    static let all = [
        SQLiteReferences(
            words: "keys of partners that are not there",
            broken: "partner_key WHERE partner NOT IN (SELECT number FROM partner)"),
        SQLiteReferences(
            words: "mandates of associations that are not there",
            broken: "mandate WHERE association NOT IN (SELECT number FROM partner)"),
        SQLiteReferences(
            words: "cases of submitters that are not there",
            broken: "cases WHERE submitter NOT IN (SELECT number FROM partner)"),
        SQLiteReferences(
            words: "events of cases that are not there",
            broken: "event WHERE number >> 16 NOT IN (SELECT row FROM cases)"),
        SQLiteReferences(
            words: "idempotency keys of events that are not there",
            broken: "idempotency_key WHERE event NOT IN (SELECT number FROM event)"),
        SQLiteReferences(
            words: "references of submitters to events that are not there",
            broken: "external_reference WHERE event NOT IN (SELECT number FROM event)"),
        SQLiteReferences(
            words: "entries of inboxes about events that are not there",
            broken: "inbox_entry WHERE event NOT IN (SELECT number FROM event)"),
        SQLiteReferences(
            words: "inboxes whose entries are not all there, in order",
            broken: """
                inbox LEFT JOIN (SELECT inbox, count(*) AS entries, max(position) AS last
                    FROM inbox_entry GROUP BY inbox) ON inbox = number
                WHERE head <> ifnull(entries, 0) OR head <> ifnull(last, 0)
                """),
        SQLiteReferences(
            words: "files attached to cases that are not there",
            broken: """
                evidence WHERE case_row IS NOT NULL AND case_row NOT IN (SELECT row FROM cases)
                """),
    ]
}
