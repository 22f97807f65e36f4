// SPDX-License-Identifier: EUPL-1.2

/// Text with the files that go with it.
package struct Writing: Hashable, Sendable {
    /// 1–10,000.
    package var text: String
    /// At most 20, of 16 bytes each.
    package var evidenceIdentifiers: [[UInt8]]

    package init(_ text: String, evidenceIdentifiers: [[UInt8]] = []) {
        self.text = text
        self.evidenceIdentifiers = evidenceIdentifiers
    }
}

/// What is said in a case besides its typed answers.
package struct Exchange: Hashable, Sendable {
    /// The numbers are those of the protocol.
    package enum Kind: Int32, CaseIterable, Hashable, Sendable {
        /// A mediator's; a platform's is a response INFO_NEEDED.
        case question = 1
        case information = 2
        case message = 3
        /// A mediator's word to all parties.
        case statement = 4
        /// Why the case is not inadmissible.
        case contest = 5
        /// The new fact for which a case was reopened.
        case reopening = 6
        /// What shows that a promised remedy was carried out.
        case remedyProof = 7
    }

    package let kind: Kind
    package let author: PartnerReference
    package var writing: Writing
    package let at: Instant

    package init(kind: Kind, author: PartnerReference, writing: Writing, at: Instant) {
        self.kind = kind
        self.author = author
        self.writing = writing
        self.at = at
    }
}
