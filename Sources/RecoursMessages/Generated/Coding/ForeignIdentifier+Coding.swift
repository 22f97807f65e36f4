// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/party.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ForeignIdentifier: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__foreign_identifier__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ForeignIdentifier>, _ reader: inout MessageReader) {
        country = reader.text(c.pointee.country, "country")
        scheme = reader.text(c.pointee.scheme, "scheme")
        value = reader.text(c.pointee.value, "value")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ForeignIdentifier>, _ tree: MessageTree) {
        c.pointee.country = tree.text(country)
        c.pointee.scheme = tree.text(scheme)
        c.pointee.value = tree.text(value)
    }
}
