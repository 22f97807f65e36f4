// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension QueueItem: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__queue_item__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__QueueItem>, _ reader: inout MessageReader) {
        caseID = reader.bytes(c.pointee.case_id)
        publicNumber = reader.text(c.pointee.public_number, "public_number")
        version = c.pointee.version
        state = reader.value(c.pointee.state)
        reason = reader.value(c.pointee.reason)
        dueAtMs = c.pointee._due_at_ms_case.rawValue == 6 ? c.pointee.due_at_ms : nil
        like = reader.message(c.pointee.like, "like")
        mediator = reader.text(c.pointee.mediator, "mediator")
        title = reader.text(c.pointee.title, "title")
        urgency = reader.value(c.pointee.urgency)
        createdAtMs = c.pointee.created_at_ms
        flags = reader.values(c.pointee.flags, c.pointee.n_flags)
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__QueueItem>, _ tree: MessageTree) {
        c.pointee.case_id = tree.bytes(caseID)
        c.pointee.public_number = tree.text(publicNumber)
        c.pointee.version = version
        c.pointee.state = .init(rawValue: state.bitPattern)
        c.pointee.reason = .init(rawValue: reason.bitPattern)
        if let dueAtMs {
            c.pointee._due_at_ms_case = .init(rawValue: 6)
            c.pointee.due_at_ms = dueAtMs
        }
        if let like {
            c.pointee.like = tree.message(like)
        }
        c.pointee.mediator = tree.text(mediator)
        c.pointee.title = tree.text(title)
        c.pointee.urgency = .init(rawValue: urgency.bitPattern)
        c.pointee.created_at_ms = createdAtMs
        c.pointee.n_flags = flags.count
        c.pointee.flags = tree.values(flags)
    }
}
