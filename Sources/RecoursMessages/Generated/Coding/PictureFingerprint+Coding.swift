// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim.proto.

internal import CProtobufC
internal import CRecoursProtos

extension PictureFingerprint: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__picture_fingerprint__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__PictureFingerprint>, _ reader: inout MessageReader) {
        pdq = reader.bytes(c.pointee.pdq)
        quality = c.pointee.quality
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__PictureFingerprint>, _ tree: MessageTree) {
        c.pointee.pdq = tree.bytes(pdq)
        c.pointee.quality = quality
    }
}
