// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension StateCount: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__state_count__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__StateCount>, _ reader: inout MessageReader) {
        state = reader.value(c.pointee.state)
        count = c.pointee.count
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__StateCount>, _ tree: MessageTree) {
        c.pointee.state = .init(rawValue: state.bitPattern)
        c.pointee.count = count
    }
}
