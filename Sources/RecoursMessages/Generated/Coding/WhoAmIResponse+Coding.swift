// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension WhoAmIResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__who_am_iresponse__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__WhoAmIResponse>, _ reader: inout MessageReader) {
        partnerBox = reader.boxed(c.pointee.partner, "partner")
        certificateNotAfterMs = c.pointee.certificate_not_after_ms
        serverTimeMs = c.pointee.server_time_ms
        serverSoftware = reader.text(c.pointee.server_software, "server_software")
        sandbox = c.pointee.sandbox != 0
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__WhoAmIResponse>, _ tree: MessageTree) {
        if let partner {
            c.pointee.partner = tree.message(partner)
        }
        c.pointee.certificate_not_after_ms = certificateNotAfterMs
        c.pointee.server_time_ms = serverTimeMs
        c.pointee.server_software = tree.text(serverSoftware)
        c.pointee.sandbox = sandbox ? 1 : 0
    }
}
