// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/inbox_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension PullCasesRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__pull_cases_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__PullCasesRequest>, _ reader: inout MessageReader) {
        cursor = reader.bytes(c.pointee.cursor)
        maxCases = c.pointee.max_cases
        waitMs = c.pointee.wait_ms
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__PullCasesRequest>, _ tree: MessageTree) {
        c.pointee.cursor = tree.bytes(cursor)
        c.pointee.max_cases = maxCases
        c.pointee.wait_ms = waitMs
    }
}
