// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import RecoursCases

@Suite("Products, addresses and codes of the world")
struct ProductAndAddressTests {
    @Test(
        "GTINs of all four lengths",
        arguments: [
            ("4006381333931", nil), ("96385074", nil), ("036000291452", nil),
            ("10614141000415", nil), ("4006381333932", .gtinChecksum), ("96385075", .gtinChecksum),
            ("0000000000000", .gtinChecksum), ("400638133393", .gtinChecksum),
            ("1234567", .gtinForm),
            ("123456789012345", .gtinForm), ("400638133393X", .gtinForm), ("123456789", .gtinForm),
        ] as [(String, ViolationCode?)])
    func gtin(number: String, expected: ViolationCode?) {
        #expect(ProductCodeRule.breach(gtin: number)?.code == expected)
    }

    @Test(
        "ASINs and ISBN-10s",
        arguments: [
            ("B07XYZ1234", true), ("080442957X", true), ("b07xyz1234", false), ("B07XYZ123", false),
            ("B07XYZ12345", false), ("B07-YZ1234", false),
        ])
    func asin(number: String, valid: Bool) {
        #expect((ProductCodeRule.breach(asin: number) == nil) == valid)
    }

    @Test(
        "Web addresses must be absolute and name no user",
        arguments: [
            ("https://www.amazon.fr/dp/B07XYZ1234?th=1#avis", nil), ("http://example.fr", nil),
            ("HTTPS://EXAMPLE.FR/", nil), ("https://exemple.fr:8443/é", nil),
            ("https://[2001:db8::1]/x", nil), ("https://été.fr/", nil), ("http://a:80", nil),
            ("ftp://example.fr", .urlForm), ("//example.fr", .urlForm), ("example.fr", .urlForm),
            ("https://", .urlForm), ("https:///chemin", .urlForm), ("https://?x", .urlForm),
            ("https://a b.fr/", .urlForm), ("https://example.fr/a b", .urlForm),
            ("https://moi@example.fr/", .urlUserInformation),
            ("https://amazon.fr:x@evil.example/", .urlUserInformation),
            ("https://example.fr/@moi", nil), ("https://example.fr:0/", .urlForm),
            ("https://example.fr:65536/", .urlForm), ("https://example.fr:/", .urlForm),
            ("https://example..fr/", .urlForm), ("https://.fr/", .urlForm),
            ("https://example.fr/\n", .urlForm), ("javascript:alert(1)", .urlForm),
            ("https://exa<mple.fr", .urlForm), ("https://example.fr\\@evil.fr", .urlForm),
        ] as [(String, ViolationCode?)])
    func url(text: String, expected: ViolationCode?) {
        #expect(WebAddressRule.breach(text)?.code == expected)
    }

    @Test("A web address has 2,048 bytes at most")
    func urlLength() {
        let begin = "https://example.fr/"
        let longest = begin + String(repeating: "a", count: 2048 - begin.utf8.count)
        #expect(WebAddressRule.breach(longest) == nil)
        #expect(
            WebAddressRule.breach(longest + "a") == Breach(.tooLong, limit: 2048, actual: 2049))
    }

    @Test(
        "Two addresses of one page have one normal form",
        arguments: [
            ("HTTPS://WWW.Example.FR", "https://www.example.fr/"),
            ("https://example.fr:443/A?b=1#c", "https://example.fr/A?b=1"),
            ("http://example.fr:80/", "http://example.fr/"),
            ("http://example.fr:443/", "http://example.fr:443/"),
            ("https://example.fr/p?utm_source=x&id=2&UTM_medium=y", "https://example.fr/p?id=2"),
            ("https://example.fr/p?utm_source=x", "https://example.fr/p"),
            ("https://example.fr?x=1", "https://example.fr/?x=1"),
            ("https://example.fr/a#?b", "https://example.fr/a"),
        ])
    func normalised(text: String, expected: String) {
        #expect(WebAddressRule.normalised(text) == expected)
        #expect(WebAddressRule.normalised(expected) == expected)
    }

    @Test(
        "Electronic mail addresses",
        arguments: [
            ("camille@example.fr", true), ("a.b+c@x-y.example.fr", true),
            ("élodie@exämple.fr", true),
            ("@example.fr", false), ("camille", false), ("camille@", false), ("a@b", false),
            ("a@b@c.fr", false), ("a b@c.fr", false), ("a@c..fr", false), ("a@.fr", false),
            ("a@c.fr.", false), (".a@c.fr", false), ("a.@c.fr", false), ("a..b@c.fr", false),
            ("a@-c.fr", false), ("a@c-.fr", false), ("a@c.fr-", false), ("a@c.fr\n", false),
            (String(repeating: "a", count: 65) + "@c.fr", false),
            (String(repeating: "a", count: 64) + "@c.fr", true),
        ])
    func email(text: String, valid: Bool) {
        #expect((EmailRule.breach(text) == nil) == valid)
    }

    @Test(
        "Telephone numbers must be international",
        arguments: [
            ("+33123456789", true), ("+1234567", true), ("+123456789012345", true),
            ("0123456789", false), ("+0123456789", false), ("+123456", false),
            ("+1234567890123456", false), ("+33 1 23 45", false), ("", false),
        ])
    func phone(text: String, valid: Bool) {
        #expect((PhoneRule.breach(text) == nil) == valid)
    }

    @Test(
        "Postcodes must be of their country",
        arguments: [
            ("75001", "FR", true), ("7500", "FR", false), ("SW1A 1AA", "GB", true),
            ("1234-567", "PT", true), ("12345678901234567", "GB", false), (" - ", "GB", false),
            ("75001;", "GB", false),
        ])
    func postcode(text: String, country: String, valid: Bool) {
        #expect((PostcodeRule.breach(text, country: country) == nil) == valid)
    }

    @Test(
        "Language tags must be well-formed",
        arguments: [
            ("fr", true), ("fr-FR", true), ("zh-Hant-TW", true), ("sl-rozaj-biske", true),
            ("de-CH-1901", true), ("x-whatever", true), ("en-a-bbb-x-a", true), ("zh-yue-HK", true),
            ("es-419", true), ("", false), ("f", false), ("fr-", false), ("-fr", false),
            ("fr_FR", false), ("fr--FR", false), ("en-a", false), ("en-x", false), ("x", false),
            ("français", false), ("abcdefghi", false), ("fr-FR-FR", false),
            ("a-abcdefgh-abcdefgh-abcdefgh-abcdefgh", false),
        ])
    func language(tag: String, valid: Bool) {
        #expect((LanguageTagRule.breach(tag) == nil) == valid)
    }

    @Test(
        "Countries and offices",
        arguments: [
            ("FR", true, true), ("ZW", true, true), ("GR", true, true), ("EL", false, false),
            ("EU", false, false), ("EM", false, true), ("WO", false, true), ("fr", false, false),
            ("FRA", false, false), ("XX", false, false), ("", false, false), ("F1", false, false),
        ])
    func countries(code: String, isCountry: Bool, isOffice: Bool) {
        #expect((CountryRule.breach(country: code) == nil) == isCountry)
        #expect((CountryRule.breach(office: code) == nil) == isOffice)
    }

    @Test(
        "Currencies and their decimals",
        arguments: [
            ("EUR", 2), ("JPY", 0), ("TND", 3), ("XOF", 0), ("CHF", 2), ("KWD", 3), ("XXX", nil),
            ("XTS", nil), ("XAU", nil), ("eur", nil), ("EU", nil), ("FRF", nil), ("", nil),
        ] as [(String, Int?)])
    func currencies(code: String, exponent: Int?) {
        #expect(CurrencyRule.exponent(of: code) == exponent)
        #expect((CurrencyRule.breach(code) == nil) == (exponent != nil))
    }

    @Test(
        "Payment numbers in text are found, firms' numbers are not",
        arguments: [
            ("Carte 4111 1111 1111 1111 débitée", .cardNumber), ("4111111111111111", .cardNumber),
            ("Amex 3782-822463-10005.", .cardNumber), ("4111 1111 1111 1112", nil),
            ("SIRET 73282932000074", nil), ("EAN 4006381333931 et 4006381333931", nil),
            ("IBAN FR76 3000 6000 0112 3456 7890 189 svp", .iban),
            ("fr7630006000011234567890189", .iban), ("FR7630006000011234567890188", nil),
            ("XFR7630006000011234567890189", nil), ("DE89370400440532013000", .iban),
            ("Commande 302-1234567-1234567", nil), ("", nil),
        ] as [(String, ViolationCode?)])
    func payments(text: String, expected: ViolationCode?) {
        #expect(PaymentNumberRule.find(in: text) == expected)
    }
}
