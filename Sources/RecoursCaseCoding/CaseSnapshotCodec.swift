// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
internal import RecoursMessages

/// Cases and events as the store keeps them: the bytes of `recours.v1.Case` and `recours.v1.Event`.
///
/// Encoding is deterministic: protobuf-c writes known fields in the order of their numbers, and no
/// message has a map.
package struct CaseSnapshotCodec: Sendable {
    package init() {}

    /// The draft alone, to be kept with it: what holds it is then put together around these bytes.
    package static func encode(_ draft: RecoursCases.CaseDraft) -> [UInt8] {
        RecoursMessages.CaseDraft(draft).serializedBytes()
    }

    package func encode(_ caseFile: CaseFile) -> [UInt8] {
        guard let draft = caseFile.sharedDraft.encoding else {
            return RecoursMessages.Case(caseFile).serializedBytes()
        }
        return RecoursMessages.Case(caseFile, draft: nil)
            .serializedBytes(with: draft, asField: RecoursMessages.Case.draftNumber)
    }

    /// Throws `MessageError` or `SnapshotError`.
    package func decode(_ bytes: [UInt8]) throws -> CaseFile {
        var reader = SnapshotReader()
        return try reader.caseFile(RecoursMessages.Case(serializedBytes: bytes))
    }

    package func encode(_ event: CaseEvent) -> [UInt8] {
        guard case .submitted(let draft, _) = event.kind, let draft = draft.encoding else {
            return RecoursMessages.Event(event).serializedBytes()
        }
        return RecoursMessages.Event(event, payload: nil)
            .serializedBytes(with: draft, asField: RecoursMessages.Event.submittedNumber)
    }

    /// Throws `MessageError` or `SnapshotError`.
    package func decodeEvent(_ bytes: [UInt8]) throws -> CaseEvent {
        var reader = SnapshotReader()
        return try reader.event(RecoursMessages.Event(serializedBytes: bytes))
    }
}

extension RecoursMessages.Case {
    /// Of its field `draft`.
    fileprivate static let draftNumber = 6
}

extension RecoursMessages.Event {
    /// Of its field `submitted`.
    fileprivate static let submittedNumber = 7
}
