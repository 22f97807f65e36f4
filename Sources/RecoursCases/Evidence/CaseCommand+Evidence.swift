// SPDX-License-Identifier: EUPL-1.2

/// The files that a command names, and would attach to its case.
package struct NamedEvidence: Hashable, Sendable {
    package let identifiers: [[UInt8]]
    /// Path of the list in what was sent.
    package let path: String
    /// The side whose confidential channel they go into: the other side never sees them, whatever
    /// was said when they were uploaded. Nil outside of these channels.
    package let channel: PartySide?

    init(_ identifiers: [[UInt8]], at path: String, channel: PartySide? = nil) {
        self.identifiers = identifiers
        self.path = path
        self.channel = channel
    }
}

extension CaseCommand {
    /// The files that the command names; nil if it is of a kind that names none.
    package var evidence: NamedEvidence? {
        switch self {
        case .submit(let draft, _, _, _):
            NamedEvidence(draft.draft.evidenceIdentifiers, at: "evidence_ids")
        case .saveDraft(let draft, _, _):
            NamedEvidence(draft.evidenceIdentifiers, at: "evidence_ids")
        case .respond(let response, _):
            NamedEvidence(response.evidenceIdentifiers, at: "evidence_ids")
        case .act(let action, _, _): action.evidence
        case .acknowledge, .giveVerdict, .withdraw, .elapse: nil
        }
    }
}

extension CaseAction {
    fileprivate var evidence: NamedEvidence? {
        if case .changeDraft(let draft) = self {
            return NamedEvidence(draft.evidenceIdentifiers, at: "evidence_ids")
        }
        var channel: PartySide?
        if case .note(let note) = self { channel = note.side }
        return writing.map {
            NamedEvidence(
                $0.evidenceIdentifiers, at: writingPath + ".evidence_ids",
                channel: channel)
        }
    }
}
