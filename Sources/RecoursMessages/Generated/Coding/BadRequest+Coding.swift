// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/errors.proto.

internal import CProtobufC
internal import CRecoursProtos

extension BadRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__bad_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__BadRequest>, _ reader: inout MessageReader) {
        violations = reader.messages(c.pointee.violations, c.pointee.n_violations, "violations")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__BadRequest>, _ tree: MessageTree) {
        c.pointee.n_violations = violations.count
        c.pointee.violations = tree.messages(violations)
    }
}
