// SPDX-License-Identifier: EUPL-1.2

// The tables of campaigns, profiles, commitments and groups: migration "5 campaigns".
extension SQLiteSchema {
    static let campaigns = """
        CREATE TABLE campaign (
            number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE,
            opens_on INTEGER NOT NULL, closes_on INTEGER NOT NULL, resolve_by INTEGER,
            target INTEGER NOT NULL, platforms TEXT NOT NULL, acknowledge_days INTEGER,
            answer_days INTEGER, final_answer_days INTEGER, collected INTEGER NOT NULL,
            target_reached_at INTEGER, created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL) STRICT;
        CREATE TABLE campaign_count (
            campaign INTEGER NOT NULL, platform TEXT NOT NULL, counter INTEGER NOT NULL,
            value INTEGER NOT NULL,
            PRIMARY KEY (campaign, platform, counter)) STRICT, WITHOUT ROWID;
        CREATE TABLE campaign_case (
            case_row INTEGER PRIMARY KEY, campaign INTEGER NOT NULL, is_open INTEGER NOT NULL,
            due_at INTEGER NOT NULL) STRICT;
        CREATE INDEX campaign_case_open ON campaign_case (campaign, due_at) WHERE is_open = 1;
        """

    static let profiles = """
        CREATE TABLE platform_profile (
            partner INTEGER PRIMARY KEY REFERENCES partner, contact_name TEXT NOT NULL,
            contact_role TEXT NOT NULL, contact_email TEXT NOT NULL,
            contact_phone TEXT NOT NULL, contact_hours TEXT NOT NULL,
            contact_language TEXT NOT NULL, valid_until INTEGER NOT NULL,
            languages TEXT NOT NULL, internal_complaint TEXT NOT NULL,
            mediators TEXT NOT NULL, out_of_court_body TEXT NOT NULL,
            updated_at INTEGER NOT NULL) STRICT;
        """

    // A commitment's case, campaign or category: one of the three, by its scope.
    static let commitments = """
        CREATE TABLE commitment (
            number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, platform TEXT NOT NULL,
            text TEXT NOT NULL, case_row INTEGER, case_id BLOB, case_number INTEGER,
            campaign BLOB, category INTEGER, due_on INTEGER NOT NULL, state INTEGER NOT NULL,
            key BLOB, fingerprint BLOB) STRICT;
        CREATE UNIQUE INDEX commitment_key ON commitment (platform, key) WHERE key IS NOT NULL;
        CREATE INDEX commitment_platform ON commitment (platform);
        CREATE INDEX commitment_promise ON commitment (case_row)
            WHERE state = 1 AND case_row IS NOT NULL;
        CREATE INDEX commitment_due ON commitment (due_on) WHERE state = 1 AND case_row IS NULL;
        CREATE TABLE commitment_change (
            commitment INTEGER NOT NULL REFERENCES commitment, step INTEGER NOT NULL,
            at INTEGER NOT NULL, actor_kind INTEGER NOT NULL, actor TEXT NOT NULL,
            state INTEGER NOT NULL, reason TEXT NOT NULL,
            PRIMARY KEY (commitment, step)) STRICT, WITHOUT ROWID;
        """

    static let aggregates = """
        CREATE TABLE aggregate_group (
            platform TEXT NOT NULL, category INTEGER NOT NULL, firms INTEGER NOT NULL,
            PRIMARY KEY (platform, category)) STRICT, WITHOUT ROWID;
        CREATE TABLE aggregate_firm (
            platform TEXT NOT NULL, category INTEGER NOT NULL, siren INTEGER NOT NULL,
            cases INTEGER NOT NULL,
            PRIMARY KEY (platform, category, siren)) STRICT, WITHOUT ROWID;
        CREATE TABLE aggregate_held (
            platform TEXT NOT NULL, category INTEGER NOT NULL, case_row INTEGER NOT NULL,
            PRIMARY KEY (platform, category, case_row)) STRICT, WITHOUT ROWID;
        """
}
