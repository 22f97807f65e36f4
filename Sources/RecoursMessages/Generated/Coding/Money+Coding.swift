// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/money.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Money: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__money__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Money>, _ reader: inout MessageReader) {
        minorUnits = c.pointee.minor_units
        currency = reader.text(c.pointee.currency, "currency")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Money>, _ tree: MessageTree) {
        c.pointee.minor_units = minorUnits
        c.pointee.currency = tree.text(currency)
    }
}
