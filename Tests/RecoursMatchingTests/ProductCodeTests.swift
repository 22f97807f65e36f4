// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import RecoursMatching

@Suite("Product codes")
struct ProductCodeTests {
    @Test("GTINs of any length name one product alike, in a carton or not")
    func lengthsAreOne() throws {
        let thirteen = try #require(ProductCode(gtin: "3700000000013"))
        #expect(ProductCode(gtin: "03700000000013") == thirteen)
        #expect(ProductCode(gtin: "13700000000010") == thirteen)
        #expect(ProductCode(gtin: "3 700000-000013") == thirteen)
        #expect(thirteen.digits == "0370000000001")
        let twelve = try #require(ProductCode(gtin: "614141000036"))
        #expect(ProductCode(gtin: "0614141000036") == twelve)
        #expect(ProductCode(gtin: "96385074") == ProductCode(gtin: "00000096385074"))
    }

    @Test(
        "What is no GTIN, or means something in one shop only, names nothing",
        arguments: [
            "", "3700000000018", "12345", "370000000001X", "0000000000000", "2000000000008",
            "0212345678909", "20000004", "00000017",
        ])
    func othersAreRefused(_ text: String) {
        #expect(ProductCode(gtin: text) == nil)
    }

    @Test("A platform's number stays with its platform")
    func platformNumbersStay() {
        #expect(
            ProductCode("B00TEST123", onPlatform: 1) == ProductCode("B00TEST123", onPlatform: 1))
        #expect(
            ProductCode("B00TEST123", onPlatform: 1) != ProductCode("B00TEST123", onPlatform: 2))
        #expect(ProductCode("3700000000013", onPlatform: 1) != ProductCode(gtin: "3700000000013"))
        #expect(ProductCode("", onPlatform: 1) == nil)
    }
}
