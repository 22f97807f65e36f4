// SPDX-License-Identifier: EUPL-1.2

/// Reads amounts as people and spreadsheets write them: `1 234,56`, `1234.56`, `1.234,56`.
package enum WrittenAmount {
    /// The amount in minor units of the currency. Throws a `Breach`: `AMOUNT_FORM` for what is no
    /// amount (also a negative one), `AMOUNT_AMBIGUOUS` for `1.234`, which is a thousand times more
    /// in one country than in the next, `AMOUNT_TOO_PRECISE`, `TOO_LARGE`, or `CURRENCY_UNKNOWN`.
    package static func minorUnits(
        _ text: String, currency: String
    ) throws(Breach) -> Int64 {
        guard let exponent = CurrencyRule.exponent(of: currency) else {
            throw Breach(.currencyUnknown)
        }
        let (whole, decimals) = try split(text)
        guard decimals.count <= exponent else {
            throw Breach(.amountTooPrecise, limit: exponent, actual: decimals.count)
        }
        let zeros = repeatElement(UInt8(0), count: exponent - decimals.count)
        var amount: Int64 = 0
        for digit in whole + decimals + zeros {
            let (tenfold, overflow) = amount.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tenfold.addingReportingOverflow(Int64(digit))
            guard !overflow, !carry else { throw Breach(.tooLarge) }
            amount = sum
        }
        return amount
    }

    /// Digits before and after the decimal separator.
    private static func split(_ text: String) throws(Breach) -> (whole: [UInt8], decimals: [UInt8])
    {
        let symbols = try symbols(of: text)
        let separators = symbols.indices.filter { symbols[$0] == .point || symbols[$0] == .comma }
        guard let last = separators.last else { return (try grouped(symbols[...], by: nil), []) }
        let decimals = digits(symbols[(last + 1)...])
        guard decimals.count == symbols.count - last - 1, !decimals.isEmpty else {
            throw Breach(.amountForm)
        }
        let kinds = Set(separators.map { symbols[$0] })
        if kinds.count == 1 {
            if separators.count > 1 {
                // 1.234.567: the same sign twice can only group.
                return (try grouped(symbols[...], by: symbols[last]), [])
            }
            let hasSpaces = symbols.contains(.space)
            let wholeCount = digits(symbols[..<last]).count
            // One sign and three digits after it: thousands or decimals, nobody can tell. After
            // four digits, or beside grouping spaces, or after a zero, it can't group.
            let canGroup = (1...3).contains(wholeCount) && symbols.first != .digit(0)
            if decimals.count == 3, !hasSpaces, canGroup { throw Breach(.amountAmbiguous) }
            return (try grouped(symbols[..<last], by: nil), decimals)
        }
        let grouping = symbols[last] == .point ? Symbol.comma : .point
        guard separators.dropLast().allSatisfy({ symbols[$0] == grouping }) else {
            throw Breach(.amountForm)
        }
        return (try grouped(symbols[..<last], by: grouping), decimals)
    }

    /// Digits in groups of three after the first, separated by one sign: spaces, or the one given.
    private static func grouped(
        _ symbols: ArraySlice<Symbol>, by separator: Symbol?
    ) throws(Breach) -> [UInt8] {
        let separator = separator ?? .space
        let groups = symbols.split(separator: separator, omittingEmptySubsequences: false)
        guard groups.allSatisfy({ digits($0).count == $0.count && !$0.isEmpty }),
            groups.count == 1 || (1...3).contains(groups[0].count),
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { throw Breach(.amountForm) }
        return digits(symbols)
    }

    private static func digits(_ symbols: ArraySlice<Symbol>) -> [UInt8] {
        symbols.compactMap { if case .digit(let digit) = $0 { digit } else { nil } }
    }

    private enum Symbol: Hashable {
        case digit(UInt8)
        case point
        case comma
        case space
    }

    private static func symbols(of text: String) throws(Breach) -> [Symbol] {
        var symbols: [Symbol] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": symbols.append(.digit(UInt8(scalar.value - 0x30)))
            case ".": symbols.append(.point)
            case ",": symbols.append(.comma)
            case " ", "\u{A0}", "\u{202F}": symbols.append(.space)
            default: throw Breach(.amountForm)
            }
            // More than any amount in 64 bits has, grouped and all.
            guard symbols.count <= 40 else { throw Breach(.amountForm) }
        }
        while symbols.first == .space { symbols.removeFirst() }
        while symbols.last == .space { symbols.removeLast() }
        return symbols
    }
}
