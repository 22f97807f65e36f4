// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/errors.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ErrorInfo: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__error_info__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ErrorInfo>, _ reader: inout MessageReader) {
        reason = reader.text(c.pointee.reason, "reason")
        domain = reader.text(c.pointee.domain, "domain")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ErrorInfo>, _ tree: MessageTree) {
        c.pointee.reason = tree.text(reason)
        c.pointee.domain = tree.text(domain)
    }
}
