// SPDX-License-Identifier: EUPL-1.2

/// What a transaction has added to that may be waited for: the last places that it has given out.
package struct Growth: Sendable, Hashable {
    /// By inbox.
    package var inboxes: [PartnerNumber: UInt64]
    /// Of the listings reported to a platform; places are counted through all platforms.
    package var reports: [PartnerNumber: UInt64]

    package init(
        inboxes: [PartnerNumber: UInt64] = [:], reports: [PartnerNumber: UInt64] = [:]
    ) {
        self.inboxes = inboxes
        self.reports = reports
    }

    package var isEmpty: Bool { inboxes.isEmpty && reports.isEmpty }
}
