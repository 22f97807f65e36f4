// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import Testing

@Suite("Amounts and dates written by people")
struct WrittenValueTests {
    @Test(
        "Amounts are read as people write them, and refused where ambiguous",
        arguments: [
            ("1 234,56", "EUR", 123_456), ("1234.56", "EUR", 123_456), ("1234,56", "EUR", 123_456),
            ("1\u{A0}234,56", "EUR", 123_456), ("1\u{202F}234\u{202F}567,8", "EUR", 123_456_780),
            ("1.234,56", "EUR", 123_456), ("1,234.56", "EUR", 123_456), ("12", "EUR", 1200),
            ("0,5", "EUR", 50), (" 12,00 ", "EUR", 1200), ("1.234.567", "EUR", 123_456_700),
            ("500", "JPY", 500), ("12,345", "TND", nil), ("0,345", "TND", 345),
            ("1 234,567", "TND", 1_234_567), ("1234,567", "TND", 1_234_567),
        ] as [(String, String, Int64?)])
    func amounts(text: String, currency: String, expected: Int64?) {
        #expect((try? WrittenAmount.minorUnits(text, currency: currency)) == expected)
    }

    @Test(
        "What is no amount says why",
        arguments: [
            ("1.234", "EUR", .amountAmbiguous), ("1,234", "EUR", .amountAmbiguous),
            ("123.456", "TND", .amountAmbiguous), ("12,345", "TND", .amountAmbiguous),
            ("1,2345", "EUR", .amountTooPrecise), ("0,345", "EUR", .amountTooPrecise),
            ("1,5", "JPY", .amountTooPrecise), ("-5", "EUR", .amountForm), ("", "EUR", .amountForm),
            ("12 €", "EUR", .amountForm), ("1 23,45", "EUR", .amountForm),
            ("12,", "EUR", .amountForm),
            (",5", "EUR", .amountForm), ("1,2,34", "EUR", .amountForm),
            ("1.23.456", "EUR", .amountForm),
            ("1.234,56,7", "EUR", .amountForm), ("1e5", "EUR", .amountForm),
            ("1234 567", "EUR", .amountForm), ("99999999999999999999", "EUR", .tooLarge),
            ("92233720368547758,08", "EUR", .tooLarge), ("5", "XXX", .currencyUnknown),
        ] as [(String, String, ViolationCode)])
    func refusedAmounts(text: String, currency: String, code: ViolationCode) {
        let breach = #expect(throws: Breach.self) {
            try WrittenAmount.minorUnits(text, currency: currency)
        }
        #expect(breach?.code == code)
    }

    @Test("The largest amount is read exactly")
    func largest() throws {
        #expect(try WrittenAmount.minorUnits("92233720368547758,07", currency: "EUR") == .max)
    }

    @Test(
        "Dates are read in both forms, and refused where no calendar has them",
        arguments: [
            ("30/11/2018", "2018-11-30"), ("2018-11-30", "2018-11-30"), ("1/2/2018", "2018-02-01"),
            ("29/02/2020", "2020-02-29"), ("29/02/2018", nil), ("11/30/2018", nil),
            ("30/11/18", nil), ("30-11-2018", nil), ("2018/11/30", nil), ("", nil),
            ("30/11/2018 ", nil), ("030/11/2018", nil), ("//2018", nil),
        ] as [(String, String?)])
    func dates(text: String, expected: String?) {
        #expect((try? WrittenDate.date(text))?.description == expected)
    }
}
