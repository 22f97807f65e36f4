// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/figures_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension FigureDuration: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__figure_duration__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__FigureDuration>, _ reader: inout MessageReader) {
        kind = reader.value(c.pointee.kind)
        sample = c.pointee._sample_case.rawValue == 2 ? c.pointee.sample : nil
        medianMinutes =
            c.pointee._median_minutes_case.rawValue == 3 ? c.pointee.median_minutes : nil
        p95Minutes = c.pointee._p95_minutes_case.rawValue == 4 ? c.pointee.p95_minutes : nil
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__FigureDuration>, _ tree: MessageTree) {
        c.pointee.kind = .init(rawValue: kind.bitPattern)
        if let sample {
            c.pointee._sample_case = .init(rawValue: 2)
            c.pointee.sample = sample
        }
        if let medianMinutes {
            c.pointee._median_minutes_case = .init(rawValue: 3)
            c.pointee.median_minutes = medianMinutes
        }
        if let p95Minutes {
            c.pointee._p95_minutes_case = .init(rawValue: 4)
            c.pointee.p95_minutes = p95Minutes
        }
    }
}
