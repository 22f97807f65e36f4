// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/figures_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension GetFiguresResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__get_figures_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__GetFiguresResponse>, _ reader: inout MessageReader) {
        readAtMs = c.pointee.read_at_ms
        threshold = c.pointee.threshold
        lines = reader.messages(c.pointee.lines, c.pointee.n_lines, "lines")
        monthsLeftOut = c.pointee.months_left_out != 0
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__GetFiguresResponse>, _ tree: MessageTree) {
        c.pointee.read_at_ms = readAtMs
        c.pointee.threshold = threshold
        c.pointee.n_lines = lines.count
        c.pointee.lines = tree.messages(lines)
        c.pointee.months_left_out = monthsLeftOut ? 1 : 0
    }
}
