// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/figures_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension GetOwnRemovalsResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__get_own_removals_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__GetOwnRemovalsResponse>, _ reader: inout MessageReader) {
        readAtMs = c.pointee.read_at_ms
        lines = reader.messages(c.pointee.lines, c.pointee.n_lines, "lines")
        olderLeftOut = c.pointee.older_left_out != 0
    }

    func write(
        to c: UnsafeMutablePointer<Recours__V1__GetOwnRemovalsResponse>, _ tree: MessageTree
    ) {
        c.pointee.read_at_ms = readAtMs
        c.pointee.n_lines = lines.count
        c.pointee.lines = tree.messages(lines)
        c.pointee.older_left_out = olderLeftOut ? 1 : 0
    }
}
