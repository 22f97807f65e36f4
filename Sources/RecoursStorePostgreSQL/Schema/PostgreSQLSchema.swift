// SPDX-License-Identifier: EUPL-1.2

/// A step of the schema from one version to the next.
struct PostgreSQLMigration: Sendable {
    let name: String
    let sql: String
    /// How many migrations the oldest version must know that can still work on the tables as this
    /// one leaves them: it reads and writes what it knows, and nothing of that is wrong to newer
    /// ones.
    let floor: Int
}

/// The tables, and how they came to be. A migration that has shipped is never changed, and none
/// ends what the version before it can do: what goes is left alone for a version first, and then
/// dropped by a migration whose floor is the version that no longer uses it.
///
/// Texts sort by their bytes, whatever the database's language: what comes after what is part of
/// the store's contract, and an index must outlast the library that knows a language.
enum PostgreSQLSchema {
    /// In their order; a store's version is how many it has.
    static let migrations: [PostgreSQLMigration] = [
        PostgreSQLMigration(
            name: "cases",
            sql: [
                registry, cases, keys, inboxes, trees, marks, evidence, campaigns, profiles,
                commitments, aggregates, figures, mediation, batches,
            ].joined(separator: "\n"), floor: 0),
        PostgreSQLMigration(
            name: "days of batches", sql: BatchDays.migration, floor: 1),
        PostgreSQLMigration(name: "claims", sql: claims, floor: 1),
    ]

    /// Drawn by the server, from two UUIDs of which 122 bits each are random.
    private static let randomNumber = """
        ('x' || left(encode(sha256(convert_to(gen_random_uuid()::text
            || gen_random_uuid()::text, 'UTF8')), 'hex'), 16))::bit(64)::bigint
        """

    private static let registry = """
        CREATE TABLE store (
            id INT PRIMARY KEY CHECK (id = 1), epoch UUID NOT NULL, number_key0 BIGINT NOT NULL,
            number_key1 BIGINT NOT NULL);
        INSERT INTO store VALUES (1, gen_random_uuid(), \(randomNumber), \(randomNumber));
        CREATE TABLE partner (
            number BIGINT PRIMARY KEY, kind SMALLINT NOT NULL, slug TEXT COLLATE "C" NOT NULL,
            name TEXT COLLATE "C" NOT NULL, siren TEXT COLLATE "C" NOT NULL,
            created_at BIGINT NOT NULL, checksum INT NOT NULL, UNIQUE (kind, slug));
        CREATE TABLE partner_key (
            spki BYTEA PRIMARY KEY, partner BIGINT NOT NULL REFERENCES partner,
            not_after BIGINT NOT NULL, instance TEXT COLLATE "C" NOT NULL);
        CREATE INDEX partner_key_partner ON partner_key (partner);
        CREATE TABLE partner_quota (
            partner BIGINT NOT NULL REFERENCES partner, name TEXT COLLATE "C" NOT NULL,
            value BIGINT NOT NULL, PRIMARY KEY (partner, name));
        CREATE TABLE partner_use (
            partner BIGINT PRIMARY KEY REFERENCES partner, day INT NOT NULL,
            cases BIGINT NOT NULL, bytes BIGINT NOT NULL);
        CREATE TABLE mandate (
            association BIGINT NOT NULL REFERENCES partner, siren TEXT COLLATE "C" NOT NULL,
            first_day INT NOT NULL, last_day INT, document BYTEA NOT NULL,
            checksum INT NOT NULL, PRIMARY KEY (association, siren, first_day));
        """

    // A case's row counts from 1, so an event's number is its case's row and its own sequence: the
    // events need no other index. `row_gap` has rows that no case ever gets: those given out after
    // the backup was made which the store comes from.
    private static let cases = """
        CREATE TABLE cases (
            case_row BIGINT PRIMARY KEY, id UUID NOT NULL, number BIGINT NOT NULL,
            version BIGINT NOT NULL, submitter BIGINT NOT NULL, siren BIGINT NOT NULL,
            due_at BIGINT, alarm_at BIGINT, created_at BIGINT NOT NULL,
            updated_at BIGINT NOT NULL, checksum BIGINT NOT NULL, view_marks BIGINT NOT NULL,
            state SMALLINT NOT NULL, transmitted BOOLEAN NOT NULL,
            platform TEXT COLLATE "C" NOT NULL, snapshot BYTEA NOT NULL);
        CREATE UNIQUE INDEX cases_id ON cases (id);
        CREATE INDEX cases_submitter ON cases (submitter, case_row);
        CREATE INDEX cases_platform ON cases (platform, case_row) WHERE transmitted;
        CREATE INDEX cases_siren ON cases (siren, case_row) WHERE siren <> 0;
        CREATE INDEX cases_alarm ON cases (alarm_at, case_row) WHERE alarm_at IS NOT NULL;
        CREATE TABLE row_gap (first BIGINT PRIMARY KEY, last BIGINT NOT NULL);
        CREATE TABLE erased_case (id UUID PRIMARY KEY);
        CREATE TABLE event (
            number BIGINT PRIMARY KEY, at BIGINT NOT NULL, place BIGINT, tree BIGINT,
            checksum INT NOT NULL, state_after SMALLINT NOT NULL, method SMALLINT,
            fingerprint BYTEA, salt BYTEA NOT NULL, link BYTEA NOT NULL, leaf BYTEA,
            bytes BYTEA NOT NULL);
        """

    // Keys are random: in parts, whose indexes are smaller and are cleaned and rebuilt one by one.
    private static let keys =
        """
        CREATE TABLE idempotency_key (
            partner BIGINT NOT NULL, key UUID NOT NULL, event BIGINT NOT NULL,
            checksum INT NOT NULL, method SMALLINT NOT NULL, PRIMARY KEY (partner, method, key))
            PARTITION BY HASH (key);
        CREATE TABLE external_reference (
            submitter BIGINT NOT NULL, event BIGINT NOT NULL, checksum INT NOT NULL,
            reference TEXT COLLATE "C" NOT NULL, PRIMARY KEY (submitter, reference));

        """
        + (0..<16).map { part in
            """
            CREATE TABLE idempotency_key_\(part) PARTITION OF idempotency_key
                FOR VALUES WITH (MODULUS 16, REMAINDER \(part));
            """
        }.joined(separator: "\n")

    private static let inboxes = """
        CREATE TABLE inbox (number BIGINT PRIMARY KEY, head BIGINT NOT NULL);
        CREATE TABLE inbox_entry (
            inbox BIGINT NOT NULL, position BIGINT NOT NULL, event BIGINT NOT NULL,
            checksum INT NOT NULL, kind SMALLINT NOT NULL, PRIMARY KEY (inbox, position));
        """

    private static let trees = """
        CREATE TABLE tree_node (
            tree BIGINT NOT NULL, place BIGINT NOT NULL, level SMALLINT NOT NULL,
            hash BYTEA NOT NULL, PRIMARY KEY (tree, level, place));
        """

    private static let marks = """
        CREATE TABLE mark (name TEXT COLLATE "C" PRIMARY KEY, value BIGINT NOT NULL);
        """

    // What is attached to no case is little, and looked for by its owner and by its age. A scan of
    // 1 is PENDING.
    private static let evidence = """
        CREATE TABLE evidence (
            id UUID PRIMARY KEY, owner BIGINT NOT NULL, case_row BIGINT, size BIGINT NOT NULL,
            captured_at BIGINT, created_at BIGINT NOT NULL, erased_at BIGINT,
            checksum BIGINT NOT NULL, owner_kind SMALLINT NOT NULL, media SMALLINT NOT NULL,
            scan SMALLINT NOT NULL, visibility SMALLINT NOT NULL, channel SMALLINT,
            sha256 BYTEA NOT NULL, name TEXT COLLATE "C" NOT NULL,
            source_url TEXT COLLATE "C" NOT NULL);
        CREATE INDEX evidence_case ON evidence (case_row) WHERE case_row IS NOT NULL;
        CREATE INDEX evidence_content ON evidence (sha256);
        CREATE INDEX evidence_owner ON evidence (owner, created_at, id) WHERE case_row IS NULL;
        CREATE INDEX evidence_age ON evidence (created_at, id) WHERE case_row IS NULL;
        CREATE INDEX evidence_pending ON evidence (created_at, id)
            WHERE scan = 1 AND erased_at IS NULL;
        """

    /// What this server's transactions have written, each under its random name; `is_void` is one
    /// that never was and never will be. Whoever asks later than a day gets no answer.
    private static let batches = """
        CREATE TABLE batch (
            number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id UUID NOT NULL UNIQUE,
            server UUID NOT NULL, at TIMESTAMPTZ NOT NULL DEFAULT now(),
            is_void BOOLEAN NOT NULL DEFAULT false, is_settled BOOLEAN NOT NULL DEFAULT false,
            changes_registry BOOLEAN NOT NULL DEFAULT false,
            inboxes BIGINT[] NOT NULL DEFAULT '{}', heads BIGINT[] NOT NULL DEFAULT '{}');
        CREATE INDEX batch_at ON batch (at);
        """
}
