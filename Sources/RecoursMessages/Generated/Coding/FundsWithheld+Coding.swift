// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

internal import CProtobufC
internal import CRecoursProtos

extension FundsWithheld: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__funds_withheld__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__FundsWithheld>, _ reader: inout MessageReader) {
        amount = reader.message(c.pointee.amount, "amount")
        heldSince = reader.text(c.pointee.held_since, "held_since")
        releaseOn = reader.text(c.pointee.release_on, "release_on")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__FundsWithheld>, _ tree: MessageTree) {
        if let amount {
            c.pointee.amount = tree.message(amount)
        }
        c.pointee.held_since = tree.text(heldSince)
        c.pointee.release_on = tree.text(releaseOn)
    }
}
