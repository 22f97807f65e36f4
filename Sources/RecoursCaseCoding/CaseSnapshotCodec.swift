// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
internal import RecoursMessages

/// Cases and events as the store keeps them: the bytes of `recours.v1.Case` and `recours.v1.Event`.
///
/// Encoding is deterministic: protobuf-c writes known fields in the order of their numbers, and no
/// message has a map.
package struct CaseSnapshotCodec: Sendable {
    package init() {}

    package func encode(_ caseFile: CaseFile) -> [UInt8] {
        RecoursMessages.Case(caseFile).serializedBytes()
    }

    /// Throws `MessageError` or `SnapshotError`.
    package func decode(_ bytes: [UInt8]) throws -> CaseFile {
        var reader = SnapshotReader()
        return try reader.caseFile(RecoursMessages.Case(serializedBytes: bytes))
    }

    package func encode(_ event: CaseEvent) -> [UInt8] {
        RecoursMessages.Event(event).serializedBytes()
    }

    /// Throws `MessageError` or `SnapshotError`.
    package func decodeEvent(_ bytes: [UInt8]) throws -> CaseEvent {
        var reader = SnapshotReader()
        return try reader.event(RecoursMessages.Event(serializedBytes: bytes))
    }
}
