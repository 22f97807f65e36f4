// SPDX-License-Identifier: EUPL-1.2

/// SQLite's `synchronous` setting of the writing connection.
enum Durability {
    #if RECOURS_SYNCHRONOUS_OFF
        /// The negative control of `Tests/Crash`: a build that acknowledges before the disk has it,
        /// which the check of system calls must catch. Never set for service.
        static let setting = (word: "OFF", number: "0")
    #else
        /// Every commit is followed by fdatasync. NORMAL could lose the last ones with the power.
        static let setting = (word: "FULL", number: "2")
    #endif
}
