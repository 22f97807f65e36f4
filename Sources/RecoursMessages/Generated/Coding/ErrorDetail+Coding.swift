// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/errors.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ErrorDetail: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__error_detail__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ErrorDetail>, _ reader: inout MessageReader) {
        switch c.pointee.kind_case.rawValue {
        case 1:
            kind = reader.message(c.pointee.error_info, "error_info").map(Kind.errorInfo)
        case 2:
            kind = reader.message(c.pointee.bad_request, "bad_request").map(Kind.badRequest)
        case 3:
            kind = reader.message(c.pointee.retry_info, "retry_info").map(Kind.retryInfo)
        case 4:
            kind = reader.message(c.pointee.quota_failure, "quota_failure").map(Kind.quotaFailure)
        case 5:
            kind = reader.message(c.pointee.resource_info, "resource_info").map(Kind.resourceInfo)
        case 6:
            kind =
                reader.message(c.pointee.state_conflict, "state_conflict").map(Kind.stateConflict)
        case 7:
            kind =
                reader.message(
                    c.pointee.idempotency_conflict,
                    "idempotency_conflict"
                ).map(Kind.idempotencyConflict)
        default: kind = nil
        }
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ErrorDetail>, _ tree: MessageTree) {
        switch kind {
        case .errorInfo(let value):
            c.pointee.kind_case = .init(rawValue: 1)
            c.pointee.error_info = tree.message(value)
        case .badRequest(let value):
            c.pointee.kind_case = .init(rawValue: 2)
            c.pointee.bad_request = tree.message(value)
        case .retryInfo(let value):
            c.pointee.kind_case = .init(rawValue: 3)
            c.pointee.retry_info = tree.message(value)
        case .quotaFailure(let value):
            c.pointee.kind_case = .init(rawValue: 4)
            c.pointee.quota_failure = tree.message(value)
        case .resourceInfo(let value):
            c.pointee.kind_case = .init(rawValue: 5)
            c.pointee.resource_info = tree.message(value)
        case .stateConflict(let value):
            c.pointee.kind_case = .init(rawValue: 6)
            c.pointee.state_conflict = tree.message(value)
        case .idempotencyConflict(let value):
            c.pointee.kind_case = .init(rawValue: 7)
            c.pointee.idempotency_conflict = tree.message(value)
        case nil: break
        }
    }
}
