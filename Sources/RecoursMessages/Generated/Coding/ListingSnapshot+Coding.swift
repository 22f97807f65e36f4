// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/feed_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListingSnapshot: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__listing_snapshot__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListingSnapshot>, _ reader: inout MessageReader) {
        clientSequence = c.pointee.client_sequence
        platformID = reader.text(c.pointee.platform_id, "platform_id")
        platformListingID = reader.text(c.pointee.platform_listing_id, "platform_listing_id")
        url = reader.text(c.pointee.url, "url")
        title = reader.text(c.pointee.title, "title")
        brand = reader.text(c.pointee.brand, "brand")
        gtin = reader.text(c.pointee.gtin, "gtin")
        sellerName = reader.text(c.pointee.seller_name, "seller_name")
        sellerID = reader.text(c.pointee.seller_id, "seller_id")
        price = reader.message(c.pointee.price, "price")
        pictures = reader.messages(c.pointee.pictures, c.pointee.n_pictures, "pictures")
        seenAtMs = c.pointee.seen_at_ms
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ListingSnapshot>, _ tree: MessageTree) {
        c.pointee.client_sequence = clientSequence
        c.pointee.platform_id = tree.text(platformID)
        c.pointee.platform_listing_id = tree.text(platformListingID)
        c.pointee.url = tree.text(url)
        c.pointee.title = tree.text(title)
        c.pointee.brand = tree.text(brand)
        c.pointee.gtin = tree.text(gtin)
        c.pointee.seller_name = tree.text(sellerName)
        c.pointee.seller_id = tree.text(sellerID)
        if let price {
            c.pointee._price_case = .init(rawValue: 10)
            c.pointee.price = tree.message(price)
        }
        c.pointee.n_pictures = pictures.count
        c.pointee.pictures = tree.messages(pictures)
        c.pointee.seen_at_ms = seenAtMs
    }
}
