// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation.proto.

internal import CProtobufC
internal import CRecoursProtos

extension AgreementAnswer: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__agreement_answer__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__AgreementAnswer>, _ reader: inout MessageReader) {
        side = reader.value(c.pointee.side)
        reason = reader.text(c.pointee.reason, "reason")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__AgreementAnswer>, _ tree: MessageTree) {
        c.pointee.side = .init(rawValue: side.bitPattern)
        c.pointee.reason = tree.text(reason)
    }
}
