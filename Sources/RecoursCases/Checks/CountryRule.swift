// SPDX-License-Identifier: EUPL-1.2

/// ISO 3166-1 alpha-2 codes, in capitals.
package enum CountryRule {
    package static func breach(country code: String) -> Breach? {
        isAssigned(code) ? nil : Breach(.countryUnknown)
    }

    /// Offices that register rights: those of countries, and the common ones of WIPO standard ST.3
    /// (EUIPO, WIPO, EPO, Benelux).
    static func breach(office: String) -> Breach? {
        switch office {
        case "EM", "WO", "EP", "BX": nil
        default: isAssigned(office) ? nil : Breach(.officeUnknown)
        }
    }

    private static func isAssigned(_ code: String) -> Bool {
        guard code.utf8.count == 2, code.utf8.allSatisfy(\.isUpperLetter) else { return false }
        let place = code.utf8.reduce(0) { $0 * 26 + Int($1 - UInt8(ascii: "A")) }
        return assigned[place]
    }

    /// One place for each of the 26 × 26 codes.
    private static let assigned: [Bool] = {
        var assigned = [Bool](repeating: false, count: 26 * 26)
        var place = 0
        for (count, byte) in codes.utf8.filter(\.isUpperLetter).enumerated() {
            place = place * 26 + Int(byte - UInt8(ascii: "A"))
            if count % 2 == 1 {
                assigned[place] = true
                place = 0
            }
        }
        return assigned
    }()

    /// The 249 officially assigned codes.
    private static let codes = """
        AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ
        BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM
        DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS
        GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN
        KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ
        MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM
        PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV
        SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI
        VN VU WF WS YE YT ZA ZM ZW
        """
}
