// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages

// Dates, hours, numbers and money as each language writes them.
extension Language {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `30/11/2018`, `30 Nov 2018`.
    func date(_ date: CalendarDate) -> String {
        let (year, month, day) = date.components
        switch self {
        case .french: return "\(Language.two(day))/\(Language.two(month))/\(year)"
        case .english:
            let name = (1...12).contains(month) ? Language.months[month - 1] : "\(month)"
            return "\(day) \(name) \(year)"
        }
    }

    /// The same from the protocol's form; anything else stays as it is.
    func date(iso text: String) -> String {
        CalendarDate(iso: text).map(date) ?? text
    }

    /// The date in Paris.
    func date(milliseconds: Int64) -> String {
        date(Instant(millisecondsSince1970: milliseconds).dateInParis)
    }

    /// Date and hour in Paris: `30/11/2018 15:05`, `30 Nov 2018 15:05`.
    func instant(_ milliseconds: Int64) -> String {
        let minutes = Instant(millisecondsSince1970: milliseconds).minuteOfDayInParis
        return date(milliseconds: milliseconds)
            + " \(Language.two(minutes / 60)):\(Language.two(minutes % 60))"
    }

    /// `1 234`, `1,234`.
    func number(_ number: Int64) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "-" : ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { text.append(thousands) }
            text.append(digit)
        }
        return text
    }

    func number(_ number: Int) -> String { self.number(Int64(number)) }

    /// `1 234,56 €`, `€1,234.56`; a currency without a sign of its own goes by its code.
    func money(_ money: RecoursMessages.Money) -> String {
        let decimals = CurrencyRule.exponent(of: money.currency) ?? 2
        var unit: UInt64 = 1
        for _ in 0..<decimals { unit *= 10 }
        let whole = Int64(clamping: money.minorUnits.magnitude / unit)
        var amount = number(whole)
        if decimals > 0 {
            let rest = String(money.minorUnits.magnitude % unit)
            let zeros = String(repeating: "0", count: max(0, decimals - rest.count))
            amount += (self == .french ? "," : ".") + zeros + rest
        }
        let minus = money.minorUnits < 0 ? "-" : ""
        let sign = Language.signs[money.currency]
        switch self {
        case .french: return minus + amount + "\u{A0}" + (sign ?? money.currency)
        case .english:
            return minus + (sign.map { $0 + amount } ?? "\(money.currency)\u{A0}\(amount)")
        }
    }

    private static let signs = ["EUR": "€", "GBP": "£", "USD": "$"]

    /// `12 jours`, `1 day`.
    func days(_ days: Int) -> String {
        self == .french ? count(days, "jour", "jours") : count(days, "day", "days")
    }

    /// A number and what it counts: French has its singular up to two, English of one alone.
    func count(_ count: Int, _ one: String, _ many: String) -> String {
        let isOne = self == .french ? abs(count) < 2 : abs(count) == 1
        return number(count) + " " + (isOne ? one : many)
    }

    /// A thin space in French would be finer, and break in terminals.
    private var thousands: String { self == .french ? "\u{A0}" : "," }

    private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
