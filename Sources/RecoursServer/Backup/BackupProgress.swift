// SPDX-License-Identifier: EUPL-1.2

/// How far a backup, or a look at one, has come.
package struct BackupProgress: Sendable, Equatable {
    package enum Stage: Sendable, Equatable {
        /// Bytes of the database are copied.
        case database
        /// Files of evidence are linked or copied, and hashed.
        case evidence
        /// Cases are looked at.
        case examination
        /// Files of a backup are hashed.
        case hashing
    }

    package let stage: Stage
    package let done: UInt64
    package let total: UInt64
}
