// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

/// What the standard library has no public table for.
enum FoldingTables {
    /// Without the marks that the scalar is composed with.
    static func base(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        Unicode.Scalar(NormalForm.base(of: scalar.value)) ?? scalar
    }

    /// The plain letters or digits that a scalar stands for, if it is no letter or digit itself.
    static func plain(_ scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
        letters[scalar.value] ?? stylised(scalar.value).map { [$0] }
    }

    /// Small letters: capitals come here when they have been made small.
    private static let letters: [UInt32: [Unicode.Scalar]] = {
        var table: [UInt32: [Unicode.Scalar]] = [:]
        for (letter, plain) in ligatures { table[letter.value] = Array(plain.unicodeScalars) }
        for (alike, latin) in zip(lookalikes.unicodeScalars, latinLetters.unicodeScalars) {
            table[alike.value] = [latin]
        }
        return table
    }()

    /// Letters which no decomposition of Unicode's takes apart, and signs that stand in titles for
    /// letters.
    private static let ligatures: [(Unicode.Scalar, String)] = [
        ("œ", "oe"), ("æ", "ae"), ("ß", "ss"), ("ø", "o"), ("đ", "d"), ("ð", "d"), ("þ", "th"),
        ("ł", "l"),
        ("ħ", "h"), ("ŧ", "t"), ("ı", "i"), ("ȷ", "j"), ("ŋ", "n"), ("ĸ", "k"), ("ſ", "s"),
        ("ƀ", "b"), ("ɓ", "b"), ("ƈ", "c"), ("ɗ", "d"), ("ɖ", "d"), ("ƒ", "f"), ("ɠ", "g"),
        ("ɨ", "i"), ("ƙ", "k"), ("ƚ", "l"), ("ɲ", "n"), ("ɵ", "o"), ("ƥ", "p"), ("ʀ", "r"),
        ("ƭ", "t"), ("ʉ", "u"), ("ʋ", "v"), ("ƴ", "y"), ("ƶ", "z"), ("ə", "e"), ("ɛ", "e"),
        ("ª", "a"), ("º", "o"), ("ĳ", "ij"), ("ŀ", "l"), ("ŉ", "n"), ("ǆ", "dz"), ("ǉ", "lj"),
        ("ǌ", "nj"), ("ǳ", "dz"), ("№", "no"), ("℡", "tel"), ("ℓ", "l"), ("µ", "u"), ("μ", "u"),
    ]

    /// Cyrillic and Greek letters by which a title hides from a search for it, and the Latin ones
    /// that they look like.
    private static let lookalikes = "абвгеёзийкмнорстухіїјѕһԁԛԝүαβγεηικνορτυχω"
    private static let latinLetters = "abbreezuukmhopctyxiijshdqwyabyenikvoptuxw"

    /// Letters and digits in mathematical, circled, squared and full-width styles, which lie in
    /// Unicode in the order of the alphabet.
    private static func stylised(_ value: UInt32) -> Unicode.Scalar? {
        switch value {
        case 0x1D400...0x1D6A3: letter((value - 0x1D400) % 26)
        case 0x1D7CE...0x1D7FF: digit((value - 0x1D7CE) % 10)
        case 0xFF10...0xFF19: digit(value - 0xFF10)
        case 0xFF21...0xFF3A: letter(value - 0xFF21)
        case 0xFF41...0xFF5A: letter(value - 0xFF41)
        case 0x249C...0x24B5: letter(value - 0x249C)
        case 0x24B6...0x24E9: letter((value - 0x24B6) % 26)
        case 0x1F110...0x1F129: letter(value - 0x1F110)
        case 0x1F130...0x1F149: letter(value - 0x1F130)
        case 0x1F150...0x1F169: letter(value - 0x1F150)
        case 0x1F170...0x1F189: letter(value - 0x1F170)
        default: nil
        }
    }

    private static func letter(_ place: UInt32) -> Unicode.Scalar {
        Unicode.Scalar(UInt8(ascii: "a") + UInt8(place))
    }

    private static func digit(_ place: UInt32) -> Unicode.Scalar {
        Unicode.Scalar(UInt8(ascii: "0") + UInt8(place))
    }
}
