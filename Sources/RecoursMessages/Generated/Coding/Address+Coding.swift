// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/party.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Address: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__address__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Address>, _ reader: inout MessageReader) {
        lines = reader.texts(c.pointee.lines, c.pointee.n_lines, "lines")
        postcode = reader.text(c.pointee.postcode, "postcode")
        city = reader.text(c.pointee.city, "city")
        country = reader.text(c.pointee.country, "country")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Address>, _ tree: MessageTree) {
        c.pointee.n_lines = lines.count
        c.pointee.lines = tree.texts(lines)
        c.pointee.postcode = tree.text(postcode)
        c.pointee.city = tree.text(city)
        c.pointee.country = tree.text(country)
    }
}
