// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/exchange.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Exchange: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__exchange__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Exchange>, _ reader: inout MessageReader) {
        kind = reader.value(c.pointee.kind)
        authorKind = reader.text(c.pointee.author_kind, "author_kind")
        authorSlug = reader.text(c.pointee.author_slug, "author_slug")
        writing = reader.message(c.pointee.writing, "writing")
        atMs = c.pointee.at_ms
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Exchange>, _ tree: MessageTree) {
        c.pointee.kind = .init(rawValue: kind.bitPattern)
        c.pointee.author_kind = tree.text(authorKind)
        c.pointee.author_slug = tree.text(authorSlug)
        if let writing {
            c.pointee.writing = tree.message(writing)
        }
        c.pointee.at_ms = atMs
    }
}
