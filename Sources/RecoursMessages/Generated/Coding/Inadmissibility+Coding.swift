// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Inadmissibility: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__inadmissibility__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Inadmissibility>, _ reader: inout MessageReader) {
        reason = reader.value(c.pointee.reason)
        text = reader.text(c.pointee.text, "text")
        contested = c.pointee.contested != 0
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Inadmissibility>, _ tree: MessageTree) {
        c.pointee.reason = .init(rawValue: reason.bitPattern)
        c.pointee.text = tree.text(text)
        c.pointee.contested = contested ? 1 : 0
    }
}
