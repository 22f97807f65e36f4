// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ClaimFiguresResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__claim_figures_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ClaimFiguresResponse>, _ reader: inout MessageReader) {
        lines = reader.messages(c.pointee.lines, c.pointee.n_lines, "lines")
        truncated = c.pointee.truncated != 0
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ClaimFiguresResponse>, _ tree: MessageTree) {
        c.pointee.n_lines = lines.count
        c.pointee.lines = tree.messages(lines)
        c.pointee.truncated = truncated ? 1 : 0
    }
}
