// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/action_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Action: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__action__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Action>, _ reader: inout MessageReader) {
        switch c.pointee.kind_case.rawValue {
        case 1:
            kind = reader.message(c.pointee.change_draft, "change_draft").map(Kind.changeDraft)
        case 2:
            kind = reader.message(c.pointee.file, "file").map(Kind.file)
        case 3:
            kind = reader.message(c.pointee.restore, "restore").map(Kind.restore)
        case 4:
            kind = reader.message(c.pointee.reopen, "reopen").map(Kind.reopen)
        case 5:
            kind =
                reader.message(
                    c.pointee.add_information, "add_information").map(Kind.addInformation)
        case 6:
            kind = reader.message(c.pointee.contest, "contest").map(Kind.contest)
        case 7:
            kind = reader.message(c.pointee.readdress, "readdress").map(Kind.readdress)
        case 8:
            kind = .raiseDisclosure(reader.value(c.pointee.raise_disclosure))
        case 9:
            kind = reader.message(c.pointee.post_message, "post_message").map(Kind.postMessage)
        case 10:
            kind = reader.message(c.pointee.note, "note").map(Kind.note)
        case 11:
            kind =
                reader.message(
                    c.pointee.answer_agreement, "answer_agreement").map(Kind.answerAgreement)
        case 12:
            kind = reader.message(c.pointee.prove_remedy, "prove_remedy").map(Kind.proveRemedy)
        case 13:
            kind = reader.message(c.pointee.transmit, "transmit").map(Kind.transmit)
        case 14:
            kind =
                reader.message(
                    c.pointee.declare_inadmissible,
                    "declare_inadmissible"
                ).map(Kind.declareInadmissible)
        case 15:
            kind = reader.message(c.pointee.readmit, "readmit").map(Kind.readmit)
        case 16:
            kind = reader.message(c.pointee.merge, "merge").map(Kind.merge)
        case 17:
            kind = reader.message(c.pointee.split, "split").map(Kind.split)
        case 18:
            kind = reader.message(c.pointee.take_over, "take_over").map(Kind.takeOver)
        case 19:
            kind =
                reader.message(
                    c.pointee.request_information,
                    "request_information"
                ).map(Kind.requestInformation)
        case 20:
            kind =
                reader.message(c.pointee.make_statement, "make_statement").map(Kind.makeStatement)
        case 21:
            kind =
                reader.message(
                    c.pointee.extend_mediation, "extend_mediation").map(Kind.extendMediation)
        case 22:
            kind =
                reader.message(
                    c.pointee.propose_agreement, "propose_agreement").map(Kind.proposeAgreement)
        case 23:
            kind =
                reader.message(
                    c.pointee.close_mediation, "close_mediation").map(Kind.closeMediation)
        case 24:
            kind = reader.message(c.pointee.recuse, "recuse").map(Kind.recuse)
        case 25:
            kind = reader.message(c.pointee.set_legal_hold, "set_legal_hold").map(Kind.setLegalHold)
        case 26:
            kind =
                reader.message(c.pointee.lift_legal_hold, "lift_legal_hold").map(Kind.liftLegalHold)
        case 27:
            kind = reader.message(c.pointee.erase, "erase").map(Kind.erase)
        default: kind = nil
        }
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Action>, _ tree: MessageTree) {
        switch kind {
        case .changeDraft(let value):
            c.pointee.kind_case = .init(rawValue: 1)
            c.pointee.change_draft = tree.message(value)
        case .file(let value):
            c.pointee.kind_case = .init(rawValue: 2)
            c.pointee.file = tree.message(value)
        case .restore(let value):
            c.pointee.kind_case = .init(rawValue: 3)
            c.pointee.restore = tree.message(value)
        case .reopen(let value):
            c.pointee.kind_case = .init(rawValue: 4)
            c.pointee.reopen = tree.message(value)
        case .addInformation(let value):
            c.pointee.kind_case = .init(rawValue: 5)
            c.pointee.add_information = tree.message(value)
        case .contest(let value):
            c.pointee.kind_case = .init(rawValue: 6)
            c.pointee.contest = tree.message(value)
        case .readdress(let value):
            c.pointee.kind_case = .init(rawValue: 7)
            c.pointee.readdress = tree.message(value)
        case .raiseDisclosure(let value):
            c.pointee.kind_case = .init(rawValue: 8)
            c.pointee.raise_disclosure = .init(rawValue: value.bitPattern)
        case .postMessage(let value):
            c.pointee.kind_case = .init(rawValue: 9)
            c.pointee.post_message = tree.message(value)
        case .note(let value):
            c.pointee.kind_case = .init(rawValue: 10)
            c.pointee.note = tree.message(value)
        case .answerAgreement(let value):
            c.pointee.kind_case = .init(rawValue: 11)
            c.pointee.answer_agreement = tree.message(value)
        case .proveRemedy(let value):
            c.pointee.kind_case = .init(rawValue: 12)
            c.pointee.prove_remedy = tree.message(value)
        case .transmit(let value):
            c.pointee.kind_case = .init(rawValue: 13)
            c.pointee.transmit = tree.message(value)
        case .declareInadmissible(let value):
            c.pointee.kind_case = .init(rawValue: 14)
            c.pointee.declare_inadmissible = tree.message(value)
        case .readmit(let value):
            c.pointee.kind_case = .init(rawValue: 15)
            c.pointee.readmit = tree.message(value)
        case .merge(let value):
            c.pointee.kind_case = .init(rawValue: 16)
            c.pointee.merge = tree.message(value)
        case .split(let value):
            c.pointee.kind_case = .init(rawValue: 17)
            c.pointee.split = tree.message(value)
        case .takeOver(let value):
            c.pointee.kind_case = .init(rawValue: 18)
            c.pointee.take_over = tree.message(value)
        case .requestInformation(let value):
            c.pointee.kind_case = .init(rawValue: 19)
            c.pointee.request_information = tree.message(value)
        case .makeStatement(let value):
            c.pointee.kind_case = .init(rawValue: 20)
            c.pointee.make_statement = tree.message(value)
        case .extendMediation(let value):
            c.pointee.kind_case = .init(rawValue: 21)
            c.pointee.extend_mediation = tree.message(value)
        case .proposeAgreement(let value):
            c.pointee.kind_case = .init(rawValue: 22)
            c.pointee.propose_agreement = tree.message(value)
        case .closeMediation(let value):
            c.pointee.kind_case = .init(rawValue: 23)
            c.pointee.close_mediation = tree.message(value)
        case .recuse(let value):
            c.pointee.kind_case = .init(rawValue: 24)
            c.pointee.recuse = tree.message(value)
        case .setLegalHold(let value):
            c.pointee.kind_case = .init(rawValue: 25)
            c.pointee.set_legal_hold = tree.message(value)
        case .liftLegalHold(let value):
            c.pointee.kind_case = .init(rawValue: 26)
            c.pointee.lift_legal_hold = tree.message(value)
        case .erase(let value):
            c.pointee.kind_case = .init(rawValue: 27)
            c.pointee.erase = tree.message(value)
        case nil: break
        }
    }
}
