// SPDX-License-Identifier: EUPL-1.2

extension SQLiteSchema {
    /// What is kept for views and mediators: whom a snapshot may be given to as it is, which cases
    /// wait, how many are alike, who read whose identity.
    ///
    /// The queue and the classes fill as cases change; what an older version left untouched comes
    /// in with its next change, a reminder at the latest.
    static let views = """
        ALTER TABLE cases ADD COLUMN view_marks INTEGER NOT NULL DEFAULT 0;
        CREATE TABLE mediation_queue (
            case_row INTEGER PRIMARY KEY, reason INTEGER NOT NULL, due_at INTEGER NOT NULL,
            mediator TEXT NOT NULL, platform TEXT NOT NULL, category INTEGER NOT NULL,
            clause TEXT NOT NULL) STRICT;
        CREATE INDEX mediation_queue_due ON mediation_queue (due_at, case_row);
        CREATE INDEX mediation_queue_mediator ON mediation_queue (mediator, due_at, case_row);
        CREATE INDEX mediation_queue_platform ON mediation_queue (platform, due_at, case_row);
        CREATE TABLE case_class (
            number INTEGER PRIMARY KEY, platform TEXT NOT NULL, category INTEGER NOT NULL,
            clause TEXT NOT NULL, open INTEGER NOT NULL, waiting INTEGER NOT NULL,
            UNIQUE (platform, category, clause)) STRICT;
        CREATE INDEX case_class_size ON case_class (open DESC, number) WHERE open > 0;
        CREATE TABLE identity_read (
            number INTEGER PRIMARY KEY, case_row INTEGER NOT NULL, at INTEGER NOT NULL,
            mediator TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
        CREATE INDEX identity_read_case ON identity_read (case_row, number);
        """
}
