// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Mediation: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__mediation__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Mediation>, _ reader: inout MessageReader) {
        startedAtMs = c.pointee.started_at_ms
        mediator = reader.text(c.pointee.mediator, "mediator")
        recused = reader.texts(c.pointee.recused, c.pointee.n_recused, "recused")
        firstWordAtMs =
            c.pointee._first_word_at_ms_case.rawValue == 4 ? c.pointee.first_word_at_ms : nil
        extended = c.pointee.extended != 0
        notes = reader.messages(c.pointee.notes, c.pointee.n_notes, "notes")
        agreement = reader.message(c.pointee.agreement, "agreement")
        outcome = reader.message(c.pointee.outcome, "outcome")
        daysPaused = c.pointee.days_paused
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Mediation>, _ tree: MessageTree) {
        c.pointee.started_at_ms = startedAtMs
        c.pointee.mediator = tree.text(mediator)
        c.pointee.n_recused = recused.count
        c.pointee.recused = tree.texts(recused)
        if let firstWordAtMs {
            c.pointee._first_word_at_ms_case = .init(rawValue: 4)
            c.pointee.first_word_at_ms = firstWordAtMs
        }
        c.pointee.extended = extended ? 1 : 0
        c.pointee.n_notes = notes.count
        c.pointee.notes = tree.messages(notes)
        if let agreement {
            c.pointee._agreement_case = .init(rawValue: 7)
            c.pointee.agreement = tree.message(agreement)
        }
        if let outcome {
            c.pointee._outcome_case = .init(rawValue: 8)
            c.pointee.outcome = tree.message(outcome)
        }
        c.pointee.days_paused = daysPaused
    }
}
