// SPDX-License-Identifier: EUPL-1.2

/// ISO 4217 alphabetic codes and how many decimals each currency's smallest unit stands for.
package enum CurrencyRule {
    /// `XXX` ("no currency"), test codes, metals and units of account are no money to claim.
    package static func breach(_ code: String) -> Breach? {
        exponent(of: code) == nil ? Breach(.currencyUnknown) : nil
    }

    /// 2 for EUR, 0 for JPY, 3 for TND; nil for a code that is none.
    package static func exponent(of code: String) -> Int? {
        guard let key = key(code.utf8) else { return nil }
        if two.contains(key) { return 2 }
        if zero.contains(key) { return 0 }
        return three.contains(key) ? 3 : nil
    }

    /// Three capitals as one number.
    private static func key(_ bytes: some Collection<UInt8>) -> UInt16? {
        guard bytes.count == 3, bytes.allSatisfy(\.isUpperLetter) else { return nil }
        return bytes.reduce(UInt16(0)) { $0 * 26 + UInt16($1 - UInt8(ascii: "A")) }
    }

    private static func keys(_ codes: String) -> Set<UInt16> {
        Set(codes.utf8.split { !$0.isUpperLetter }.compactMap { key($0) })
    }

    private static let zero = keys(
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF")

    private static let three = keys("BHD IQD JOD KWD LYD OMR TND")

    private static let two = keys(
        """
        AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN
        BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS
        GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR
        LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD
        PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN
        SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR
        ZMW ZWG
        """)
}
