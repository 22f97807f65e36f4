// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/errors.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Status: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__status__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Status>, _ reader: inout MessageReader) {
        code = reader.value(c.pointee.code)
        message = reader.text(c.pointee.message, "message")
        details = reader.messages(c.pointee.details, c.pointee.n_details, "details")
        requestID = reader.text(c.pointee.request_id, "request_id")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Status>, _ tree: MessageTree) {
        c.pointee.code = .init(rawValue: code.bitPattern)
        c.pointee.message = tree.text(message)
        c.pointee.n_details = details.count
        c.pointee.details = tree.messages(details)
        c.pointee.request_id = tree.text(requestID)
    }
}
