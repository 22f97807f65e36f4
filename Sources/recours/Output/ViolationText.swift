// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// A violation as one line: the field, the code to look up, and what it means.
enum ViolationText {
    static func line(_ violation: FieldViolation) -> String {
        "\(violation.fieldPath): \(violation.code) \(violation.description)"
    }
}
