// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response.proto.

internal import CProtobufC
internal import CRecoursProtos

extension StatementOfReasons: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__statement_of_reasons__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__StatementOfReasons>, _ reader: inout MessageReader) {
        visibility = reader.value(c.pointee.visibility)
        monetary = reader.value(c.pointee.monetary)
        provision = reader.value(c.pointee.provision)
        account = reader.value(c.pointee.account)
        ground = reader.value(c.pointee.ground)
        legalOrTermsRef = reader.text(c.pointee.legal_or_terms_ref, "legal_or_terms_ref")
        clauseURL = reader.text(c.pointee.clause_url, "clause_url")
        facts = reader.text(c.pointee.facts, "facts")
        explanation = reader.text(c.pointee.explanation, "explanation")
        source = reader.value(c.pointee.source)
        automatedDetection = c.pointee.automated_detection != 0
        automatedDecision = reader.value(c.pointee.automated_decision)
        decidedOn = reader.text(c.pointee.decided_on, "decided_on")
        effectiveOn = reader.text(c.pointee.effective_on, "effective_on")
        endsOn = reader.text(c.pointee.ends_on, "ends_on")
        territories = reader.texts(c.pointee.territories, c.pointee.n_territories, "territories")
        redress = reader.message(c.pointee.redress, "redress")
        noticeDays = c.pointee._notice_days_case.rawValue == 18 ? c.pointee.notice_days : nil
        below30 = c.pointee._below_30_case.rawValue == 19 ? c.pointee.below_30 != 0 : nil
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__StatementOfReasons>, _ tree: MessageTree) {
        c.pointee.visibility = .init(rawValue: visibility.bitPattern)
        c.pointee.monetary = .init(rawValue: monetary.bitPattern)
        c.pointee.provision = .init(rawValue: provision.bitPattern)
        c.pointee.account = .init(rawValue: account.bitPattern)
        c.pointee.ground = .init(rawValue: ground.bitPattern)
        c.pointee.legal_or_terms_ref = tree.text(legalOrTermsRef)
        c.pointee.clause_url = tree.text(clauseURL)
        c.pointee.facts = tree.text(facts)
        c.pointee.explanation = tree.text(explanation)
        c.pointee.source = .init(rawValue: source.bitPattern)
        c.pointee.automated_detection = automatedDetection ? 1 : 0
        c.pointee.automated_decision = .init(rawValue: automatedDecision.bitPattern)
        c.pointee.decided_on = tree.text(decidedOn)
        c.pointee.effective_on = tree.text(effectiveOn)
        c.pointee.ends_on = tree.text(endsOn)
        c.pointee.n_territories = territories.count
        c.pointee.territories = tree.texts(territories)
        if let redress {
            c.pointee._redress_case = .init(rawValue: 17)
            c.pointee.redress = tree.message(redress)
        }
        if let noticeDays {
            c.pointee._notice_days_case = .init(rawValue: 18)
            c.pointee.notice_days = noticeDays
        }
        if let below30 {
            c.pointee._below_30_case = .init(rawValue: 19)
            c.pointee.below_30 = below30 ? 1 : 0
        }
    }
}
