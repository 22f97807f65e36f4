// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
package import RecoursMessages

extension RecoursMessages.FieldViolation {
    /// The violation as it crosses the wire; its `code` is stable, its `description` for people.
    package init(_ violation: Violation) {
        self.init(
            fieldPath: violation.fieldPath, code: violation.code.rawValue, limit: violation.limit,
            actual: violation.actual, description: violation.description)
    }
}

extension RecoursMessages.ErrorDetail {
    /// All violations of one request.
    package init(_ violations: [Violation]) {
        self.init(kind: .badRequest(.init(violations: violations.map(FieldViolation.init))))
    }
}
