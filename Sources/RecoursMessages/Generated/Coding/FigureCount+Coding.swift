// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/figures_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension FigureCount: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__figure_count__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__FigureCount>, _ reader: inout MessageReader) {
        counter = reader.value(c.pointee.counter)
        count = c.pointee._count_case.rawValue == 2 ? c.pointee.count : nil
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__FigureCount>, _ tree: MessageTree) {
        c.pointee.counter = .init(rawValue: counter.bitPattern)
        if let count {
            c.pointee._count_case = .init(rawValue: 2)
            c.pointee.count = count
        }
    }
}
