// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/figures_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension FigureLine: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__figure_line__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__FigureLine>, _ reader: inout MessageReader) {
        platformID = reader.text(c.pointee.platform_id, "platform_id")
        category = reader.value(c.pointee.category)
        month = reader.text(c.pointee.month, "month")
        counts = reader.messages(c.pointee.counts, c.pointee.n_counts, "counts")
        durations = reader.messages(c.pointee.durations, c.pointee.n_durations, "durations")
        platformName = reader.text(c.pointee.platform_name, "platform_name")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__FigureLine>, _ tree: MessageTree) {
        c.pointee.platform_id = tree.text(platformID)
        c.pointee.category = .init(rawValue: category.bitPattern)
        c.pointee.month = tree.text(month)
        c.pointee.n_counts = counts.count
        c.pointee.counts = tree.messages(counts)
        c.pointee.n_durations = durations.count
        c.pointee.durations = tree.messages(durations)
        c.pointee.platform_name = tree.text(platformName)
    }
}
