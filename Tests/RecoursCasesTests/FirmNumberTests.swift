// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import RecoursCases

@Suite("Numbers of firms")
struct FirmNumberTests {
    @Test(
        "SIREN numbers are checked by their digits",
        arguments: [
            ("732829320", nil), ("404833048", nil), ("356000000", nil),
            ("732829321", .sirenChecksum), ("000000000", .sirenChecksum), ("73282932", .sirenForm),
            ("7328293200", .sirenForm), ("73282932O", .sirenForm), ("732 829 320", .sirenForm),
            ("٧٣٢٨٢٩٣٢٠", .sirenForm),
        ] as [(String, ViolationCode?)])
    func siren(number: String, expected: ViolationCode?) {
        #expect(SirenRule.breach(siren: number)?.code == expected)
    }

    @Test(
        "SIRET numbers, with La Poste's rule",
        arguments: [
            ("73282932000074", nil), ("35600000000048", nil), ("35600000049837", nil),
            ("35600000049838", .siretChecksum), ("73282932000075", .siretChecksum),
            ("00000000000000", .siretChecksum), ("7328293200007", .siretForm),
            ("732829320000741", .siretForm), ("7328293200007A", .siretForm),
            // The sum of digits alone helps nobody but La Poste.
            ("73282932000078", .siretChecksum),
        ] as [(String, ViolationCode?)])
    func siret(number: String, expected: ViolationCode?) {
        #expect(SirenRule.breach(siret: number)?.code == expected)
    }

    @Test("Every single wrong digit of a SIRET is found")
    func wrongDigits() {
        let digits = Array("73282932000074".utf8)
        for place in digits.indices {
            for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != digits[place] {
                var wrong = digits
                wrong[place] = digit
                let text = String(decoding: wrong, as: UTF8.self)
                #expect(SirenRule.breach(siret: text)?.code == .siretChecksum)
            }
        }
    }

    @Test(
        "SIRET numbers that a spreadsheet spoiled are named as such",
        arguments: [
            ("8,24E+13", .siretSpreadsheetExponent), ("8.24E+13", .siretSpreadsheetExponent),
            ("8,24e13", .siretSpreadsheetExponent), ("7E+13", .siretSpreadsheetExponent),
            ("73282932000074", nil), ("E+13", nil), ("8,2,4E+13", nil), ("8,24E+130", nil),
            ("abcE+13", nil), ("", nil),
            // One zero lost, and two; with one digit other it is just a wrong number.
            ("5720781300015", .siretLeadingZeroLost), ("5720781300016", nil),
            ("5 720 781 300 015", .siretLeadingZeroLost), ("558050100012", .siretLeadingZeroLost),
            ("57207813", .sirenLeadingZeroLost), ("57207814", nil),
            ("5580501", .sirenLeadingZeroLost),
        ] as [(String, ViolationCode?)])
    func damaged(text: String, expected: ViolationCode?) {
        #expect(DamagedSiretRule.damage(in: text) == expected)
    }

    @Test(
        "VAT numbers are checked by their country’s rule",
        arguments: [
            ("FR83404833048", nil), ("FR44732829320", nil), ("FR84404833048", .vatNumberKey),
            ("FR83404833049", .vatNumberKey), ("FRK7399859412", nil),
            ("FRAB404833048", nil), ("FRIO404833048", .vatNumberForm),
            ("FR8340483304", .vatNumberForm), ("fr83404833048", .vatNumberForm),
            ("DE123456789", nil), ("DE12345678", .vatNumberForm), ("ATU12345678", nil),
            ("AT12345678", .vatNumberForm), ("EL123456789", nil), ("GR123456789", .vatNumberForm),
            ("NL123456789B01", nil), ("NL123456789A01", .vatNumberForm), ("ESX1234567X", nil),
            ("IE1234567FA", nil), ("RO12", nil), ("EU372022452", nil), ("XI123456789", nil),
            ("US123456789", .vatNumberForm), ("", .vatNumberForm), ("F", .vatNumberForm),
        ] as [(String, ViolationCode?)])
    func vat(number: String, expected: ViolationCode?) {
        #expect(VATNumberRule.breach(number)?.code == expected)
    }

    @Test(
        "NAF codes must have four digits and a letter",
        arguments: [
            ("3212Z", nil), ("32.12Z", .nafCodeForm), ("3212z", .nafCodeForm),
            ("321Z", .nafCodeForm),
            ("32123", .nafCodeForm), ("A212Z", .nafCodeForm),
        ] as [(String, ViolationCode?)])
    func naf(code: String, expected: ViolationCode?) {
        #expect(NAFCodeRule.breach(code)?.code == expected)
    }
}
