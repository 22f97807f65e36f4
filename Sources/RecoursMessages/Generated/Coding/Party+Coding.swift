// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/party.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Party: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__party__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Party>, _ reader: inout MessageReader) {
        kind = reader.value(c.pointee.kind)
        legalName = reader.text(c.pointee.legal_name, "legal_name")
        tradeName = reader.text(c.pointee.trade_name, "trade_name")
        siren = reader.text(c.pointee.siren, "siren")
        siret = reader.text(c.pointee.siret, "siret")
        foreignID = reader.message(c.pointee.foreign_id, "foreign_id")
        vatNumber = reader.text(c.pointee.vat_number, "vat_number")
        size = reader.value(c.pointee.size)
        nafCode = reader.text(c.pointee.naf_code, "naf_code")
        contactBox = reader.boxed(c.pointee.contact, "contact")
        address = reader.message(c.pointee.address, "address")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Party>, _ tree: MessageTree) {
        c.pointee.kind = .init(rawValue: kind.bitPattern)
        c.pointee.legal_name = tree.text(legalName)
        c.pointee.trade_name = tree.text(tradeName)
        c.pointee.siren = tree.text(siren)
        c.pointee.siret = tree.text(siret)
        if let foreignID {
            c.pointee._foreign_id_case = .init(rawValue: 6)
            c.pointee.foreign_id = tree.message(foreignID)
        }
        c.pointee.vat_number = tree.text(vatNumber)
        c.pointee.size = .init(rawValue: size.bitPattern)
        c.pointee.naf_code = tree.text(nafCode)
        if let contact {
            c.pointee._contact_case = .init(rawValue: 10)
            c.pointee.contact = tree.message(contact)
        }
        if let address {
            c.pointee._address_case = .init(rawValue: 11)
            c.pointee.address = tree.message(address)
        }
    }
}
