// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages

/// A violation as one line: the field, the code to look up, and what it means.
enum ViolationText {
    static func line(_ violation: FieldViolation) -> String {
        let words = meaning(
            violation.code, limit: violation.limit, actual: violation.actual,
            english: violation.description)
        return "\(violation.fieldPath): \(violation.code) \(words)"
    }

    /// What a code means, with its bound and what was found; the English words for a code that is
    /// newer than this program.
    static func meaning(
        _ code: String, limit: Int64?, actual: Int64?, english: String
    ) -> String {
        guard Language.current == .french, let known = ViolationCode(rawValue: code),
            let words = French.violations[known]
        else { return english }
        return words + French.bounds(limit: limit, actual: actual)
    }
}
