// SPDX-License-Identifier: EUPL-1.2

// The tables of works and standing claims.
extension PostgreSQLSchema {
    // A listing is known by its claim, platform and number on it. `report` is its place among all
    // reports: what a platform pulls is a walk of its own part of them.
    static let claims = """
        CREATE TABLE work (
            number BIGINT PRIMARY KEY, id UUID NOT NULL UNIQUE, registrant BIGINT NOT NULL,
            checksum INT NOT NULL, body BYTEA NOT NULL);
        CREATE INDEX work_registrant ON work (registrant, number);
        CREATE TABLE claim (
            number BIGINT PRIMARY KEY, id UUID NOT NULL UNIQUE, registrant BIGINT NOT NULL,
            work BIGINT NOT NULL, checksum INT NOT NULL, body BYTEA NOT NULL);
        CREATE INDEX claim_registrant ON claim (registrant, number);
        CREATE INDEX claim_work ON claim (work, number);
        CREATE TABLE claim_listing (
            number BIGINT PRIMARY KEY, id UUID NOT NULL UNIQUE, claim BIGINT NOT NULL,
            registrant BIGINT NOT NULL, report BIGINT, checksum INT NOT NULL,
            awaits BOOLEAN NOT NULL, platform TEXT COLLATE "C" NOT NULL,
            listing TEXT COLLATE "C" NOT NULL, body BYTEA NOT NULL,
            UNIQUE (claim, platform, listing));
        CREATE INDEX claim_listing_claim ON claim_listing (claim, number);
        CREATE INDEX claim_listing_registrant ON claim_listing (registrant, number);
        CREATE INDEX claim_listing_platform ON claim_listing (platform, number);
        CREATE INDEX claim_listing_awaiting ON claim_listing (registrant, number) WHERE awaits;
        CREATE INDEX claim_listing_queue ON claim_listing (number) WHERE awaits;
        CREATE UNIQUE INDEX claim_listing_report ON claim_listing (report)
            WHERE report IS NOT NULL;
        CREATE INDEX claim_listing_pull ON claim_listing (platform, report)
            WHERE report IS NOT NULL;
        CREATE TABLE claim_call (
            partner BIGINT NOT NULL, at BIGINT NOT NULL, checksum INT NOT NULL,
            key BYTEA NOT NULL, fingerprint BYTEA NOT NULL, result BYTEA NOT NULL,
            PRIMARY KEY (partner, key));
        ALTER TABLE commitment ADD COLUMN claim UUID;
        ALTER TABLE commitment ADD COLUMN listing UUID;
        """
}
