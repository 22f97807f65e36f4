// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim.proto.

internal import CProtobufC
internal import CRecoursProtos

extension WorkDraft: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__work_draft__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__WorkDraft>, _ reader: inout MessageReader) {
        ownerBox = reader.boxed(c.pointee.owner, "owner")
        ipClaim = reader.message(c.pointee.ip_claim, "ip_claim")
        title = reader.text(c.pointee.title, "title")
        brand = reader.text(c.pointee.brand, "brand")
        gtins = reader.texts(c.pointee.gtins, c.pointee.n_gtins, "gtins")
        pictures = reader.messages(c.pointee.pictures, c.pointee.n_pictures, "pictures")
        monthlyLoss = reader.message(c.pointee.monthly_loss, "monthly_loss")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__WorkDraft>, _ tree: MessageTree) {
        if let owner {
            c.pointee.owner = tree.message(owner)
        }
        if let ipClaim {
            c.pointee.ip_claim = tree.message(ipClaim)
        }
        c.pointee.title = tree.text(title)
        c.pointee.brand = tree.text(brand)
        c.pointee.n_gtins = gtins.count
        c.pointee.gtins = tree.texts(gtins)
        c.pointee.n_pictures = pictures.count
        c.pointee.pictures = tree.messages(pictures)
        if let monthlyLoss {
            c.pointee._monthly_loss_case = .init(rawValue: 7)
            c.pointee.monthly_loss = tree.message(monthlyLoss)
        }
    }
}
