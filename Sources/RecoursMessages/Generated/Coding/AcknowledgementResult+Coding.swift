// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/inbox_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension AcknowledgementResult: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__acknowledgement_result__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__AcknowledgementResult>, _ reader: inout MessageReader) {
        caseID = reader.bytes(c.pointee.case_id)
        switch c.pointee.outcome_case.rawValue {
        case 2:
            outcome =
                reader.message(c.pointee.acknowledged, "acknowledged").map(Outcome.acknowledged)
        case 3:
            outcome = reader.message(c.pointee.refusal, "refusal").map(Outcome.refusal)
        default: outcome = nil
        }
    }

    func write(
        to c: UnsafeMutablePointer<Recours__V1__AcknowledgementResult>, _ tree: MessageTree
    ) {
        c.pointee.case_id = tree.bytes(caseID)
        switch outcome {
        case .acknowledged(let value):
            c.pointee.outcome_case = .init(rawValue: 2)
            c.pointee.acknowledged = tree.message(value)
        case .refusal(let value):
            c.pointee.outcome_case = .init(rawValue: 3)
            c.pointee.refusal = tree.message(value)
        case nil: break
        }
    }
}
