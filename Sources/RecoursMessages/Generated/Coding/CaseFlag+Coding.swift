// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

internal import CProtobufC
internal import CRecoursProtos

extension CaseFlag: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__case_flag__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__CaseFlag>, _ reader: inout MessageReader) {
        kind = reader.value(c.pointee.kind)
        linkedCases = reader.texts(c.pointee.linked_cases, c.pointee.n_linked_cases, "linked_cases")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__CaseFlag>, _ tree: MessageTree) {
        c.pointee.kind = .init(rawValue: kind.bitPattern)
        c.pointee.n_linked_cases = linkedCases.count
        c.pointee.linked_cases = tree.texts(linkedCases)
    }
}
