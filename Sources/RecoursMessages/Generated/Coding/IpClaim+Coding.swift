// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

internal import CProtobufC
internal import CRecoursProtos

extension IpClaim: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__ip_claim__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__IpClaim>, _ reader: inout MessageReader) {
        kind = reader.value(c.pointee.kind)
        office = reader.text(c.pointee.office, "office")
        number = reader.text(c.pointee.number, "number")
        ownerBox = reader.boxed(c.pointee.owner, "owner")
        originals = reader.messages(c.pointee.originals, c.pointee.n_originals, "originals")
        goodFaith = c.pointee.good_faith != 0
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__IpClaim>, _ tree: MessageTree) {
        c.pointee.kind = .init(rawValue: kind.bitPattern)
        c.pointee.office = tree.text(office)
        c.pointee.number = tree.text(number)
        if let owner {
            c.pointee.owner = tree.message(owner)
        }
        c.pointee.n_originals = originals.count
        c.pointee.originals = tree.messages(originals)
        c.pointee.good_faith = goodFaith ? 1 : 0
    }
}
