// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/operator_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension BackUpProgress: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__back_up_progress__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__BackUpProgress>, _ reader: inout MessageReader) {
        stage = reader.value(c.pointee.stage)
        done = c.pointee.done
        total = c.pointee.total
        result = reader.message(c.pointee.result, "result")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__BackUpProgress>, _ tree: MessageTree) {
        c.pointee.stage = .init(rawValue: stage.bitPattern)
        c.pointee.done = done
        c.pointee.total = total
        if let result {
            c.pointee.result = tree.message(result)
        }
    }
}
