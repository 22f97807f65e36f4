// SPDX-License-Identifier: EUPL-1.2

// The tables of what is kept beside the cases.
extension PostgreSQLSchema {
    static let campaigns = """
        CREATE TABLE campaign (
            number BIGINT PRIMARY KEY, id UUID NOT NULL UNIQUE,
            name TEXT COLLATE "C" NOT NULL UNIQUE,
            opens_on INT NOT NULL, closes_on INT NOT NULL, resolve_by INT,
            target BIGINT NOT NULL, platforms TEXT COLLATE "C" NOT NULL, acknowledge_days INT,
            answer_days INT, final_answer_days INT, collected BIGINT NOT NULL,
            target_reached_at BIGINT, created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL);
        CREATE TABLE campaign_count (
            campaign BIGINT NOT NULL, platform TEXT COLLATE "C" NOT NULL,
            counter SMALLINT NOT NULL, value BIGINT NOT NULL,
            PRIMARY KEY (campaign, platform, counter));
        CREATE TABLE campaign_case (
            case_row BIGINT PRIMARY KEY, campaign BIGINT NOT NULL, due_at BIGINT NOT NULL,
            is_open BOOLEAN NOT NULL);
        CREATE INDEX campaign_case_open ON campaign_case (campaign, due_at, case_row)
            WHERE is_open;
        """

    static let profiles = """
        CREATE TABLE platform_profile (
            partner BIGINT PRIMARY KEY REFERENCES partner,
            contact_name TEXT COLLATE "C" NOT NULL, contact_role TEXT COLLATE "C" NOT NULL,
            contact_email TEXT COLLATE "C" NOT NULL, contact_phone TEXT COLLATE "C" NOT NULL,
            contact_hours TEXT COLLATE "C" NOT NULL, contact_language TEXT COLLATE "C" NOT NULL,
            valid_until INT NOT NULL, languages TEXT[] NOT NULL,
            internal_complaint TEXT COLLATE "C" NOT NULL, mediators TEXT[] NOT NULL,
            out_of_court_body TEXT COLLATE "C" NOT NULL, updated_at BIGINT NOT NULL);
        """

    // A commitment's case, campaign or category: one of the three, by its scope. A state of 1 is
    // OPEN.
    static let commitments = """
        CREATE TABLE commitment (
            number BIGINT PRIMARY KEY, id BYTEA NOT NULL UNIQUE,
            platform TEXT COLLATE "C" NOT NULL, text TEXT COLLATE "C" NOT NULL,
            case_row BIGINT, case_id UUID, case_number BIGINT, campaign UUID, category SMALLINT,
            due_on INT NOT NULL, state SMALLINT NOT NULL, key BYTEA, fingerprint BYTEA);
        CREATE UNIQUE INDEX commitment_key ON commitment (platform, key) WHERE key IS NOT NULL;
        CREATE INDEX commitment_platform ON commitment (platform, number);
        CREATE INDEX commitment_promise ON commitment (case_row)
            WHERE state = 1 AND case_row IS NOT NULL;
        CREATE INDEX commitment_case ON commitment (case_row) WHERE case_row IS NOT NULL;
        CREATE INDEX commitment_due ON commitment (due_on) WHERE state = 1 AND case_row IS NULL;
        CREATE TABLE commitment_change (
            commitment BIGINT NOT NULL REFERENCES commitment, step INT NOT NULL,
            at BIGINT NOT NULL, actor_kind SMALLINT NOT NULL, state SMALLINT NOT NULL,
            actor TEXT COLLATE "C" NOT NULL, reason TEXT COLLATE "C" NOT NULL,
            PRIMARY KEY (commitment, step));
        """

    static let aggregates = """
        CREATE TABLE aggregate_group (
            platform TEXT COLLATE "C" NOT NULL, category SMALLINT NOT NULL,
            firms BIGINT NOT NULL, PRIMARY KEY (platform, category));
        CREATE TABLE aggregate_firm (
            platform TEXT COLLATE "C" NOT NULL, category SMALLINT NOT NULL,
            siren BIGINT NOT NULL, cases BIGINT NOT NULL,
            PRIMARY KEY (platform, category, siren));
        CREATE TABLE aggregate_held (
            platform TEXT COLLATE "C" NOT NULL, category SMALLINT NOT NULL,
            case_row BIGINT NOT NULL, PRIMARY KEY (platform, category, case_row));
        """

    // Months and campaigns that a row hasn't are 0 and empty: a key of NULLs would not be unique.
    // Whose firm a removal is of stands in the case alone, so that erasing a case leaves nothing of
    // the firm here.
    static let figures = """
        CREATE TABLE figure_count (
            platform TEXT COLLATE "C" NOT NULL, category SMALLINT NOT NULL,
            campaign BYTEA NOT NULL, counter SMALLINT NOT NULL, month INT NOT NULL,
            n BIGINT NOT NULL, PRIMARY KEY (platform, category, campaign, counter, month));
        CREATE TABLE figure_time (
            platform TEXT COLLATE "C" NOT NULL, category SMALLINT NOT NULL,
            campaign BYTEA NOT NULL, time SMALLINT NOT NULL, month INT NOT NULL,
            minutes INT NOT NULL, n BIGINT NOT NULL,
            PRIMARY KEY (platform, category, campaign, time, month, minutes));
        CREATE TABLE removal (
            submitter BIGINT NOT NULL, case_row BIGINT NOT NULL, month INT NOT NULL,
            minutes INT NOT NULL, n BIGINT NOT NULL, platform TEXT COLLATE "C" NOT NULL,
            PRIMARY KEY (submitter, case_row, platform, month, minutes));
        """

    // What waits for mediators, how many are alike, who read whose identity.
    static let mediation = """
        CREATE TABLE mediation_queue (
            case_row BIGINT PRIMARY KEY, due_at BIGINT NOT NULL, reason SMALLINT NOT NULL,
            category SMALLINT NOT NULL, mediator TEXT COLLATE "C" NOT NULL,
            platform TEXT COLLATE "C" NOT NULL, clause TEXT COLLATE "C" NOT NULL);
        CREATE INDEX mediation_queue_due ON mediation_queue (due_at, case_row);
        CREATE INDEX mediation_queue_mediator ON mediation_queue (mediator, due_at, case_row);
        CREATE INDEX mediation_queue_platform ON mediation_queue (platform, due_at, case_row);
        CREATE TABLE case_class (
            number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            open BIGINT NOT NULL, waiting BIGINT NOT NULL, category SMALLINT NOT NULL,
            platform TEXT COLLATE "C" NOT NULL, clause TEXT COLLATE "C" NOT NULL,
            UNIQUE (platform, category, clause));
        CREATE INDEX case_class_size ON case_class ((-open), number) WHERE open > 0;
        CREATE TABLE identity_read (
            number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, case_row BIGINT NOT NULL,
            at BIGINT NOT NULL, mediator TEXT COLLATE "C" NOT NULL,
            reason TEXT COLLATE "C" NOT NULL);
        CREATE INDEX identity_read_case ON identity_read (case_row, number);
        """
}
