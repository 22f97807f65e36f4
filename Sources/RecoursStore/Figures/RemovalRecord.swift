// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// A removal as a store keeps it beside the figures: whose case it was.
package struct RemovalRecord: Hashable, Sendable {
    package var submitter: PartnerNumber
    package var caseRow: UInt64
    package var removal: Removal

    package init(submitter: PartnerNumber, caseRow: UInt64, removal: Removal) {
        self.submitter = submitter
        self.caseRow = caseRow
        self.removal = removal
    }
}

/// Which of a submitter's removals are read, those of the newest cases first.
package enum RemovalWalk: Sendable, Hashable {
    case all
    /// In cases filed for a firm, and before an instant if there is one.
    case firm(UInt32, filedBefore: Instant? = nil)
}

/// A submitter's own removals, counted.
package struct OwnRemovals: Sendable {
    package var tally = FigureTally()
    /// There are older ones than were read.
    package var olderLeftOut = false

    package init() {}
}

extension [FigureChange] {
    /// The removals among the changes of one case.
    func removals(row: UInt64, submitter: PartnerNumber) -> [RemovalRecord] {
        compactMap { change in
            Removal(change).map {
                RemovalRecord(submitter: submitter, caseRow: row, removal: $0)
            }
        }
    }
}
