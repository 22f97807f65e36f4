// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

internal import CProtobufC
internal import CRecoursProtos

extension TermsChange: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__terms_change__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__TermsChange>, _ reader: inout MessageReader) {
        announcedOn = reader.text(c.pointee.announced_on, "announced_on")
        effectiveOn = reader.text(c.pointee.effective_on, "effective_on")
        durableMedium = c.pointee.durable_medium != 0
        documentURL = reader.text(c.pointee.document_url, "document_url")
        kind = reader.value(c.pointee.kind)
        noticeDays = c.pointee._notice_days_case.rawValue == 6 ? c.pointee.notice_days : nil
        below15 = c.pointee._below_15_case.rawValue == 7 ? c.pointee.below_15 != 0 : nil
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__TermsChange>, _ tree: MessageTree) {
        c.pointee.announced_on = tree.text(announcedOn)
        c.pointee.effective_on = tree.text(effectiveOn)
        c.pointee.durable_medium = durableMedium ? 1 : 0
        c.pointee.document_url = tree.text(documentURL)
        c.pointee.kind = .init(rawValue: kind.bitPattern)
        if let noticeDays {
            c.pointee._notice_days_case = .init(rawValue: 6)
            c.pointee.notice_days = noticeDays
        }
        if let below15 {
            c.pointee._below_15_case = .init(rawValue: 7)
            c.pointee.below_15 = below15 ? 1 : 0
        }
    }
}
