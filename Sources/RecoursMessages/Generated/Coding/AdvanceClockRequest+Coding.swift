// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/operator_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension AdvanceClockRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__advance_clock_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__AdvanceClockRequest>, _ reader: inout MessageReader) {
        switch c.pointee.target_case.rawValue {
        case 1:
            target = .byMs(c.pointee.by_ms)
        case 2:
            target = .toMs(c.pointee.to_ms)
        default: target = nil
        }
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__AdvanceClockRequest>, _ tree: MessageTree) {
        switch target {
        case .byMs(let value):
            c.pointee.target_case = .init(rawValue: 1)
            c.pointee.by_ms = value
        case .toMs(let value):
            c.pointee.target_case = .init(rawValue: 2)
            c.pointee.to_ms = value
        case nil: break
        }
    }
}
