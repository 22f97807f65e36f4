// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/retention_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension EraseCaseResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__erase_case_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__EraseCaseResponse>, _ reader: inout MessageReader) {
        publicNumber = reader.text(c.pointee.public_number, "public_number")
        version = c.pointee.version
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__EraseCaseResponse>, _ tree: MessageTree) {
        c.pointee.public_number = tree.text(publicNumber)
        c.pointee.version = version
    }
}
