// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ConfidentialNote: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__confidential_note__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ConfidentialNote>, _ reader: inout MessageReader) {
        side = reader.value(c.pointee.side)
        writing = reader.message(c.pointee.writing, "writing")
        byMediator = c.pointee.by_mediator != 0
        atMs = c.pointee.at_ms
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ConfidentialNote>, _ tree: MessageTree) {
        c.pointee.side = .init(rawValue: side.bitPattern)
        if let writing {
            c.pointee.writing = tree.message(writing)
        }
        c.pointee.by_mediator = byMediator ? 1 : 0
        c.pointee.at_ms = atMs
    }
}
