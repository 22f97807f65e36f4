// SPDX-License-Identifier: EUPL-1.2

internal import GRDB
internal import RecoursStore

/// The tables, and how they came to be. A migration that has shipped is never changed.
enum SQLiteSchema {
    /// "RCRS": marks the file as a store of ours.
    static let applicationIdentifier = 0x5243_5253

    /// The last migration's name: what a store of this version is called by.
    static var newest: String { migrator().migrations.last ?? "" }

    static func migrator() -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 cases") { database in
            try database.execute(sql: "PRAGMA application_id = \(applicationIdentifier)")
            try database.execute(sql: registry)
            try database.execute(sql: cases)
            try database.execute(sql: inboxes)
            var generator = SystemRandomNumberGenerator()
            try database.execute(
                sql: "INSERT INTO store VALUES (1, 1, randomblob(16), ?, ?)",
                arguments: [
                    Int64.random(in: .min ... .max, using: &generator),
                    Int64.random(in: .min ... .max, using: &generator),
                ])
        }
        migrator.registerMigration("2 alarms") { try $0.execute(sql: alarms) }
        migrator.registerMigration("3 trees") { database in
            try database.execute(sql: trees)
        }
        migrator.registerMigration("4 evidence") { database in
            try database.execute(sql: evidence)
        }
        migrator.registerMigration("5 campaigns") { database in
            for tables in [campaigns, profiles, commitments, aggregates] {
                try database.execute(sql: tables)
            }
        }
        migrator.registerMigration("6 figures") { database in
            try database.execute(sql: SQLiteFigures.tables)
        }
        migrator.registerMigration("7 views") { database in
            try database.execute(sql: views)
        }
        // A case's public number is a permutation of its row: both ways need no index, and that of
        // random numbers cost each submission a page of its own.
        migrator.registerMigration("8 numbers") { database in
            try database.execute(sql: "DROP INDEX cases_number")
        }
        migrator.registerMigration("9 erased words") { try $0.execute(sql: erasedWords) }
        migrator.registerMigration("10 removals") { database in
            try database.execute(sql: SQLiteFigures.removals)
        }
        migrator.registerMigration("11 scans") { try $0.execute(sql: scans) }
        migrator.registerMigration("12 row checksums") { try $0.execute(sql: rowChecksums) }
        migrator.registerMigration("13 row gaps") { try $0.execute(sql: rowGaps) }
        migrator.registerMigration("14 quotas") { try $0.execute(sql: quotas) }
        migrator.registerMigration("15 claims") { try $0.execute(sql: claims) }
        return migrator
    }

    // Rows of cases that no case ever gets: those, and with them the public numbers, that were
    // given out after the backup was made which the store comes from. One gap a restoration.
    private static let rowGaps = """
        CREATE TABLE row_gap (first INTEGER PRIMARY KEY, last INTEGER NOT NULL)
        """

    // The rows that are there have none, and are not rewritten for it.
    private static let rowChecksums = """
        ALTER TABLE partner ADD COLUMN checksum INTEGER;
        ALTER TABLE mandate ADD COLUMN checksum INTEGER;
        ALTER TABLE event ADD COLUMN checksum INTEGER;
        ALTER TABLE idempotency_key ADD COLUMN checksum INTEGER;
        ALTER TABLE external_reference ADD COLUMN checksum INTEGER;
        ALTER TABLE inbox_entry ADD COLUMN checksum INTEGER;
        """

    private static let quotas = """
        CREATE TABLE partner_quota (
            partner INTEGER NOT NULL REFERENCES partner, name TEXT NOT NULL,
            value INTEGER NOT NULL, PRIMARY KEY (partner, name)) STRICT, WITHOUT ROWID;
        CREATE TABLE partner_use (
            partner INTEGER PRIMARY KEY REFERENCES partner, day INTEGER NOT NULL,
            cases INTEGER NOT NULL, bytes INTEGER NOT NULL) STRICT;
        """

    // 1 is PENDING. With a scanner few are; without one all are, and nobody asks.
    private static let scans = """
        ALTER TABLE evidence ADD COLUMN erased_at INTEGER;
        CREATE INDEX evidence_pending ON evidence (created_at, id)
            WHERE scan = 1 AND erased_at IS NULL;
        """

    // What erasures of older versions have left behind goes with it; 15 is ERASED.
    private static let erasedWords = """
        CREATE INDEX commitment_case ON commitment (case_row) WHERE case_row IS NOT NULL;
        UPDATE commitment SET text = ''
            WHERE case_row IN (SELECT row FROM cases WHERE state = 15);
        UPDATE identity_read SET reason = ''
            WHERE case_row IN (SELECT row FROM cases WHERE state = 15);
        DELETE FROM case_class WHERE open <= 0 AND waiting <= 0;
        """

    private static let registry = """
        CREATE TABLE store (
            id INTEGER PRIMARY KEY CHECK (id = 1), format INTEGER NOT NULL, epoch BLOB NOT NULL,
            number_key0 INTEGER NOT NULL, number_key1 INTEGER NOT NULL) STRICT;
        CREATE TABLE partner (
            number INTEGER PRIMARY KEY, kind INTEGER NOT NULL, slug TEXT NOT NULL,
            name TEXT NOT NULL, siren TEXT NOT NULL, created_at INTEGER NOT NULL,
            UNIQUE (kind, slug)) STRICT;
        CREATE TABLE partner_key (
            spki BLOB PRIMARY KEY, partner INTEGER NOT NULL REFERENCES partner,
            not_after INTEGER NOT NULL, instance TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX partner_key_partner ON partner_key (partner);
        CREATE TABLE mandate (
            association INTEGER NOT NULL REFERENCES partner, siren TEXT NOT NULL,
            first_day INTEGER NOT NULL, last_day INTEGER, document BLOB NOT NULL,
            PRIMARY KEY (association, siren, first_day)) STRICT, WITHOUT ROWID;
        """

    // A case's row counts from 1, so an event's number is its case's row and its own sequence: the
    // events need no index, and those of a case lie beside each other.
    private static let cases = """
        CREATE TABLE cases (
            row INTEGER PRIMARY KEY, id BLOB NOT NULL, number INTEGER NOT NULL,
            version INTEGER NOT NULL, state INTEGER NOT NULL, submitter INTEGER NOT NULL,
            platform TEXT NOT NULL, transmitted INTEGER NOT NULL, siren INTEGER NOT NULL,
            due_at INTEGER, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
            checksum INTEGER NOT NULL, snapshot BLOB NOT NULL) STRICT;
        CREATE UNIQUE INDEX cases_id ON cases (id);
        CREATE UNIQUE INDEX cases_number ON cases (number);
        CREATE INDEX cases_submitter ON cases (submitter);
        CREATE INDEX cases_platform ON cases (platform) WHERE transmitted = 1;
        CREATE INDEX cases_siren ON cases (siren) WHERE siren <> 0;
        CREATE TABLE event (
            number INTEGER PRIMARY KEY, state_after INTEGER NOT NULL, at INTEGER NOT NULL,
            method INTEGER, fingerprint BLOB, salt BLOB NOT NULL, link BLOB NOT NULL,
            bytes BLOB NOT NULL) STRICT;
        CREATE TABLE idempotency_key (
            partner INTEGER NOT NULL, method INTEGER NOT NULL, key BLOB NOT NULL,
            event INTEGER NOT NULL, PRIMARY KEY (partner, method, key)) STRICT, WITHOUT ROWID;
        CREATE TABLE external_reference (
            submitter INTEGER NOT NULL, reference TEXT NOT NULL, event INTEGER NOT NULL,
            PRIMARY KEY (submitter, reference)) STRICT, WITHOUT ROWID;
        """

    // What is attached to no case is little, and looked for by its owner and by its age.
    private static let evidence = """
        CREATE TABLE evidence (
            id BLOB PRIMARY KEY, owner INTEGER NOT NULL, owner_kind INTEGER NOT NULL,
            case_row INTEGER, name TEXT NOT NULL, size INTEGER NOT NULL, sha256 BLOB NOT NULL,
            media INTEGER NOT NULL, scan INTEGER NOT NULL, visibility INTEGER NOT NULL,
            channel INTEGER, captured_at INTEGER, source_url TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            checksum INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX evidence_case ON evidence (case_row) WHERE case_row IS NOT NULL;
        CREATE INDEX evidence_content ON evidence (sha256);
        CREATE INDEX evidence_owner ON evidence (owner, created_at, id) WHERE case_row IS NULL;
        CREATE INDEX evidence_age ON evidence (created_at, id) WHERE case_row IS NULL;
        """

    private static let inboxes = """
        CREATE TABLE inbox (number INTEGER PRIMARY KEY, head INTEGER NOT NULL) STRICT;
        CREATE TABLE inbox_entry (
            inbox INTEGER NOT NULL, position INTEGER NOT NULL, event INTEGER NOT NULL,
            kind INTEGER NOT NULL, PRIMARY KEY (inbox, position)) STRICT, WITHOUT ROWID;
        """

    // An event knows its place in a tree, and a tree's leaves are in the order of their places:
    // both ways need no further index. `leaf` is null while the event itself is there. The one row
    // of `tree_backlog` says up to which event those of an older store have got their places.
    private static let trees = """
        ALTER TABLE event ADD COLUMN tree INTEGER;
        ALTER TABLE event ADD COLUMN place INTEGER;
        ALTER TABLE event ADD COLUMN leaf BLOB;
        CREATE TABLE tree_node (
            tree INTEGER NOT NULL, level INTEGER NOT NULL, place INTEGER NOT NULL,
            hash BLOB NOT NULL, PRIMARY KEY (tree, level, place)) STRICT, WITHOUT ROWID;
        CREATE TABLE tree_backlog (done INTEGER NOT NULL) STRICT;
        INSERT INTO tree_backlog SELECT 0 WHERE EXISTS (SELECT 1 FROM event);
        """

    // Cases that are there already get the alarm 0, `CaseRecord.unknownAlarm`, without being
    // rewritten: the sweeper's first visit puts the right one.
    private static let alarms = """
        ALTER TABLE cases ADD COLUMN alarm_at INTEGER DEFAULT 0;
        CREATE INDEX cases_alarm ON cases (alarm_at) WHERE alarm_at IS NOT NULL;
        CREATE TABLE mark (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        INSERT INTO mark SELECT 'recordedTime', newest
            FROM (SELECT max(updated_at) AS newest FROM cases) WHERE newest IS NOT NULL;
        """
}
