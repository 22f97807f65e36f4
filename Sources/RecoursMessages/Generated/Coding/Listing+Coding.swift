// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Listing: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__listing__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Listing>, _ reader: inout MessageReader) {
        platformListingID = reader.text(c.pointee.platform_listing_id, "platform_listing_id")
        url = reader.text(c.pointee.url, "url")
        gtin = reader.text(c.pointee.gtin, "gtin")
        sellerName = reader.text(c.pointee.seller_name, "seller_name")
        sellerID = reader.text(c.pointee.seller_id, "seller_id")
        price = reader.message(c.pointee.price, "price")
        firstSeenAtMs =
            c.pointee._first_seen_at_ms_case.rawValue == 7 ? c.pointee.first_seen_at_ms : nil
        reportedAtMs = c.pointee._reported_at_ms_case.rawValue == 8 ? c.pointee.reported_at_ms : nil
        removedAtMs = c.pointee._removed_at_ms_case.rawValue == 9 ? c.pointee.removed_at_ms : nil
        state = reader.value(c.pointee.state)
        imageHash = c.pointee._image_hash_case.rawValue == 11 ? c.pointee.image_hash : nil
        title = reader.text(c.pointee.title, "title")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Listing>, _ tree: MessageTree) {
        c.pointee.platform_listing_id = tree.text(platformListingID)
        c.pointee.url = tree.text(url)
        c.pointee.gtin = tree.text(gtin)
        c.pointee.seller_name = tree.text(sellerName)
        c.pointee.seller_id = tree.text(sellerID)
        if let price {
            c.pointee._price_case = .init(rawValue: 6)
            c.pointee.price = tree.message(price)
        }
        if let firstSeenAtMs {
            c.pointee._first_seen_at_ms_case = .init(rawValue: 7)
            c.pointee.first_seen_at_ms = firstSeenAtMs
        }
        if let reportedAtMs {
            c.pointee._reported_at_ms_case = .init(rawValue: 8)
            c.pointee.reported_at_ms = reportedAtMs
        }
        if let removedAtMs {
            c.pointee._removed_at_ms_case = .init(rawValue: 9)
            c.pointee.removed_at_ms = removedAtMs
        }
        c.pointee.state = .init(rawValue: state.bitPattern)
        if let imageHash {
            c.pointee._image_hash_case = .init(rawValue: 11)
            c.pointee.image_hash = imageHash
        }
        c.pointee.title = tree.text(title)
    }
}
