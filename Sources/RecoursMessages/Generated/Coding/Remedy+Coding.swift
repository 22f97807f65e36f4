// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Remedy: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__remedy__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Remedy>, _ reader: inout MessageReader) {
        kind = reader.value(c.pointee.kind)
        amount = reader.message(c.pointee.amount, "amount")
        note = reader.text(c.pointee.note, "note")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Remedy>, _ tree: MessageTree) {
        c.pointee.kind = .init(rawValue: kind.bitPattern)
        if let amount {
            c.pointee._amount_case = .init(rawValue: 2)
            c.pointee.amount = tree.message(amount)
        }
        c.pointee.note = tree.text(note)
    }
}
