// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursCrypto

/// How somebody names a case on the command line.
enum CaseReference: Equatable, Sendable {
    /// 16 bytes.
    case identifier([UInt8])
    case publicNumber(String)
    /// The submitter's own reference.
    case external(String)

    /// A UUID, or a public number in any spelling; anything is a reference with `isExternal`.
    ///
    /// Throws `CommandError` with `usage` for what is neither.
    init(_ text: String, isExternal: Bool = false) throws(CommandError) {
        if isExternal {
            self = .external(text)
        } else if let bytes = CaseReference.bytes(of: text) {
            self = .identifier(bytes)
        } else if let number = PublicNumber(text: text) {
            self = .publicNumber(number.description)
        } else {
            throw CommandError(
                .usage, ValueSentence.noCase(text), remedy: ValueSentence.caseForm)
        }
    }

    /// A UUID's 16 bytes; nil for any other text.
    static func bytes(of text: String) -> [UInt8]? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [8, 4, 4, 4, 12] else { return nil }
        return Hexadecimal.bytes(of: parts.joined())
    }

    /// A UUID's text; hexadecimal for bytes of another length.
    static func text(of bytes: [UInt8]) -> String {
        let digits = Hexadecimal.text(of: bytes)
        guard bytes.count == 16 else { return digits }
        var text = ""
        for (place, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(place) { text.append("-") }
            text.append(digit)
        }
        return text
    }
}
