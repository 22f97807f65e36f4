// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// All that one batch changes, each row once; written in one transaction.
package struct WriteSet: Sendable {
    /// In the order of their rows.
    package var newCases: [CaseRecord] = []
    /// By row; only the last of several changes.
    package var changedCases: [UInt64: CaseRecord] = [:]
    package var events: [EventRecord] = []
    package var keys: [(name: IdempotencyName, event: EventAddress)] = []
    package var externalReferences: [ExternalReference] = []
    /// In the order of their positions within each inbox.
    package var inboxEntries: [PartnerNumber: [InboxRecord]] = [:]
    package var partners: [PartnerNumber: PartnerRecord] = [:]
    /// What partners have had stored in the day; goes with what it was.
    package var uses: [PartnerNumber: PartnerUse] = [:]
    /// In the order of their indices within each level of a tree.
    package var treeNodes: [TreeNode] = []
    package var erasures: [CaseErasure] = []
    package var mandates: [(association: PartnerNumber, mandate: Mandate)] = []
    package var campaigns = CampaignWrites()
    package var profiles: [PartnerNumber: ProfileRecord] = [:]
    package var commitments: [UInt64: CommitmentRecord] = [:]
    package var claims = ClaimWrites()
    package var aggregates = AggregateWrites()
    /// What the batch adds to the figures; each row once, however many commands change it.
    package var figures = FigureTally()
    package var removals: [RemovalRecord] = []
    /// New and changed records of files, each once.
    package var evidence: [EvidenceIdentifier: EvidenceRecord] = [:]
    package var droppedEvidence: [EvidenceIdentifier] = []
    /// Raised to at least so much.
    package private(set) var marks: [StoreMark: Int64] = [:]
    /// By case row; nil: the case waits for no mediator any more.
    package var queue: [UInt64: QueueRecord?] = [:]
    package var classes: [CaseClass: ClassChange] = [:]
    package var identityReads: [IdentityRead] = []

    package init() {}

    package var isEmpty: Bool {
        newCases.isEmpty && changedCases.isEmpty && partners.isEmpty && mandates.isEmpty
            && campaigns.isEmpty && profiles.isEmpty && commitments.isEmpty && aggregates.isEmpty
            && claims.isEmpty
            && evidence.isEmpty && droppedEvidence.isEmpty && marks.isEmpty
            && identityReads.isEmpty
    }

    package mutating func raise(_ mark: StoreMark, to value: Int64) {
        marks[mark] = max(marks[mark] ?? value, value)
    }
}

/// A submitter's own name for a case, unique for ever.
package struct ExternalReference: Sendable, Hashable {
    package var submitter: PartnerNumber
    package var text: String
    /// The last event of the submission.
    package var event: EventAddress

    package init(submitter: PartnerNumber, text: String, event: EventAddress) {
        self.submitter = submitter
        self.text = text
        self.event = event
    }
}
