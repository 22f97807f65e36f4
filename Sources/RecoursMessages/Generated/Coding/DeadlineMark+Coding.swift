// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

internal import CProtobufC
internal import CRecoursProtos

extension DeadlineMark: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__deadline_mark__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__DeadlineMark>, _ reader: inout MessageReader) {
        kind = reader.value(c.pointee.kind)
        stage = reader.value(c.pointee.stage)
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__DeadlineMark>, _ tree: MessageTree) {
        c.pointee.kind = .init(rawValue: kind.bitPattern)
        c.pointee.stage = .init(rawValue: stage.bitPattern)
    }
}
