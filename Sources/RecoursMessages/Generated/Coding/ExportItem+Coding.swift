// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/export_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ExportItem: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__export_item__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ExportItem>, _ reader: inout MessageReader) {
        switch c.pointee.item_case.rawValue {
        case 1:
            item = reader.message(c.pointee.mandate, "mandate").map(Item.mandate)
        case 2:
            item = reader.message(c.pointee.case_file, "case_file").map(Item.caseFile)
        case 3:
            item = reader.message(c.pointee.event, "event").map(Item.event)
        case 4:
            item = reader.message(c.pointee.summary, "summary").map(Item.summary)
        case 5:
            item = reader.message(c.pointee.evidence, "evidence").map(Item.evidence)
        default: item = nil
        }
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ExportItem>, _ tree: MessageTree) {
        switch item {
        case .mandate(let value):
            c.pointee.item_case = .init(rawValue: 1)
            c.pointee.mandate = tree.message(value)
        case .caseFile(let value):
            c.pointee.item_case = .init(rawValue: 2)
            c.pointee.case_file = tree.message(value)
        case .event(let value):
            c.pointee.item_case = .init(rawValue: 3)
            c.pointee.event = tree.message(value)
        case .summary(let value):
            c.pointee.item_case = .init(rawValue: 4)
            c.pointee.summary = tree.message(value)
        case .evidence(let value):
            c.pointee.item_case = .init(rawValue: 5)
            c.pointee.evidence = tree.message(value)
        case nil: break
        }
    }
}
