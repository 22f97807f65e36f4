// SPDX-License-Identifier: EUPL-1.2

// The tables of works and standing claims: migration "15 claims".
extension SQLiteSchema {
    // A listing is known by its claim, platform and number on it. `report` is its place among all
    // reports: what a platform pulls is a walk of its own part of them.
    static let claims = """
        CREATE TABLE work (
            number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, registrant INTEGER NOT NULL,
            checksum INTEGER NOT NULL, body BLOB NOT NULL) STRICT;
        CREATE INDEX work_registrant ON work (registrant);
        CREATE TABLE claim (
            number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, registrant INTEGER NOT NULL,
            work INTEGER NOT NULL, checksum INTEGER NOT NULL, body BLOB NOT NULL) STRICT;
        CREATE INDEX claim_registrant ON claim (registrant);
        CREATE INDEX claim_work ON claim (work);
        CREATE TABLE claim_listing (
            number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, claim INTEGER NOT NULL,
            registrant INTEGER NOT NULL, platform TEXT NOT NULL, listing TEXT NOT NULL,
            awaits INTEGER NOT NULL, report INTEGER, checksum INTEGER NOT NULL,
            body BLOB NOT NULL) STRICT;
        CREATE UNIQUE INDEX claim_listing_name ON claim_listing (claim, platform, listing);
        CREATE INDEX claim_listing_claim ON claim_listing (claim);
        CREATE INDEX claim_listing_registrant ON claim_listing (registrant);
        CREATE INDEX claim_listing_platform ON claim_listing (platform);
        CREATE INDEX claim_listing_awaiting ON claim_listing (registrant) WHERE awaits = 1;
        CREATE INDEX claim_listing_queue ON claim_listing (number) WHERE awaits = 1;
        CREATE UNIQUE INDEX claim_listing_report ON claim_listing (report)
            WHERE report IS NOT NULL;
        CREATE INDEX claim_listing_pull ON claim_listing (platform, report)
            WHERE report IS NOT NULL;
        CREATE TABLE claim_call (
            partner INTEGER NOT NULL, key BLOB NOT NULL, fingerprint BLOB NOT NULL,
            at INTEGER NOT NULL, result BLOB NOT NULL, checksum INTEGER NOT NULL,
            PRIMARY KEY (partner, key)) STRICT, WITHOUT ROWID;
        ALTER TABLE commitment ADD COLUMN claim BLOB;
        ALTER TABLE commitment ADD COLUMN listing BLOB;
        """
}
