// SPDX-License-Identifier: EUPL-1.2

/// HTML or SVG. What stands in a literal is markup; a text put into it is escaped, so that a name
/// that somebody chose cannot become markup by being forgotten.
struct Markup: ExpressibleByStringInterpolation, Sendable {
    private(set) var text: String

    init(stringLiteral text: String) { self.text = text }

    init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

    static func + (left: Markup, right: Markup) -> Markup {
        var both = left
        both.text += right.text
        return both
    }

    struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + 16 * interpolationCount)
        }

        mutating func appendLiteral(_ literal: String) { text += literal }

        mutating func appendInterpolation(_ markup: Markup) { text += markup.text }

        mutating func appendInterpolation(_ words: String) {
            for character in words.unicodeScalars {
                switch character {
                case "&": text += "&amp;"
                case "<": text += "&lt;"
                case ">": text += "&gt;"
                case "\"": text += "&quot;"
                case "'": text += "&#39;"
                default: text.unicodeScalars.append(character)
                }
            }
        }

        mutating func appendInterpolation(_ number: Int) { text += "\(number)" }

        /// With one decimal, which is finer than a screen.
        mutating func appendInterpolation(_ number: Double) {
            let tenths = Int((number * 10).rounded())
            text += "\(tenths / 10).\(abs(tenths % 10))"
        }
    }
}

extension Sequence<Markup> {
    func joined() -> Markup { reduce("", +) }
}
