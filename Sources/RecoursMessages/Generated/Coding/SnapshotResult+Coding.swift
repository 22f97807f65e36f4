// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/feed_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension SnapshotResult: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__snapshot_result__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__SnapshotResult>, _ reader: inout MessageReader) {
        clientSequence = c.pointee.client_sequence
        switch c.pointee.outcome_case.rawValue {
        case 2:
            outcome = reader.message(c.pointee.matches, "matches").map(Outcome.matches)
        case 3:
            outcome = reader.message(c.pointee.refusal, "refusal").map(Outcome.refusal)
        default: outcome = nil
        }
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__SnapshotResult>, _ tree: MessageTree) {
        c.pointee.client_sequence = clientSequence
        switch outcome {
        case .matches(let value):
            c.pointee.outcome_case = .init(rawValue: 2)
            c.pointee.matches = tree.message(value)
        case .refusal(let value):
            c.pointee.outcome_case = .init(rawValue: 3)
            c.pointee.refusal = tree.message(value)
        case nil: break
        }
    }
}
