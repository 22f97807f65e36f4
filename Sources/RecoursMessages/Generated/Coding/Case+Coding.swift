// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Case: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__case__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Case>, _ reader: inout MessageReader) {
        id = reader.bytes(c.pointee.id)
        publicNumber = reader.text(c.pointee.public_number, "public_number")
        version = c.pointee.version
        state = reader.value(c.pointee.state)
        submitter = reader.message(c.pointee.submitter, "submitter")
        draftBox = reader.boxed(c.pointee.draft, "draft")
        deadlines = reader.messages(c.pointee.deadlines, c.pointee.n_deadlines, "deadlines")
        platformContactBox = reader.boxed(c.pointee.platform_contact, "platform_contact")
        responses = reader.messages(c.pointee.responses, c.pointee.n_responses, "responses")
        verdicts = reader.messages(c.pointee.verdicts, c.pointee.n_verdicts, "verdicts")
        stateReason = reader.text(c.pointee.state_reason, "state_reason")
        createdAtMs = c.pointee.created_at_ms
        updatedAtMs = c.pointee.updated_at_ms
        transmittedAtMs =
            c.pointee._transmitted_at_ms_case.rawValue == 14 ? c.pointee.transmitted_at_ms : nil
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Case>, _ tree: MessageTree) {
        c.pointee.id = tree.bytes(id)
        c.pointee.public_number = tree.text(publicNumber)
        c.pointee.version = version
        c.pointee.state = .init(rawValue: state.bitPattern)
        if let submitter {
            c.pointee.submitter = tree.message(submitter)
        }
        if let draft {
            c.pointee.draft = tree.message(draft)
        }
        c.pointee.n_deadlines = deadlines.count
        c.pointee.deadlines = tree.messages(deadlines)
        if let platformContact {
            c.pointee._platform_contact_case = .init(rawValue: 8)
            c.pointee.platform_contact = tree.message(platformContact)
        }
        c.pointee.n_responses = responses.count
        c.pointee.responses = tree.messages(responses)
        c.pointee.n_verdicts = verdicts.count
        c.pointee.verdicts = tree.messages(verdicts)
        c.pointee.state_reason = tree.text(stateReason)
        c.pointee.created_at_ms = createdAtMs
        c.pointee.updated_at_ms = updatedAtMs
        if let transmittedAtMs {
            c.pointee._transmitted_at_ms_case = .init(rawValue: 14)
            c.pointee.transmitted_at_ms = transmittedAtMs
        }
    }
}
