// SPDX-License-Identifier: EUPL-1.2

/// One thing that one recipient shall hear of by other means than an inbox.
///
/// It names the case and what its clock did, and nothing that anybody wrote: the channel it leaves
/// by is not ours (security.md §4.9).
package struct Notification: Sendable, Hashable {
    package struct Recipient: Sendable, Hashable {
        /// association, business, platform, mediator or operator.
        package var kind: String
        /// Empty for all mediators, or for the operator.
        package var slug: String

        package init(kind: String, slug: String) {
            self.kind = kind
            self.slug = slug
        }
    }

    /// What it is about, for whoever sorts notifications by program.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A clock runs, and its end comes near.
        case reminder
        /// A clock that the recipient had to meet has run out.
        case deadlineMissed = "deadline_missed"
        /// Another's clock has run out, and the recipient's case has moved on by it.
        case escalated
        /// A case is in mediation that was not before.
        case newMediation = "new_mediation"
        /// A mediator has let a clock run out.
        case mediatorOverdue = "mediator_overdue"
        /// Something about a case wants a mediator's eye.
        case flagged
    }

    /// The same at each repetition, and no other's.
    package var identifier: String
    package var kind: Kind
    package var recipient: Recipient
    /// The recipient's registered name; empty if it has none.
    package var name = ""
    /// `RC-…`
    package var caseNumber: String
    /// The case's state after the event, as the protocol names it.
    package var state: String
    /// The clock it is about, as the protocol names it.
    package var deadline: String?
    /// How far that clock has run: HALF, FOUR_FIFTHS or LAST_DAY.
    package var stage: String?
    /// When that clock ends, if it still runs.
    package var dueAtMilliseconds: Int64?
    package var atMilliseconds: Int64
    /// One sentence or two in each language.
    package var textFrench: String
    package var textEnglish: String
}
