// SPDX-License-Identifier: EUPL-1.2

/// A rule broken, without saying where: what the rules of single values return.
package struct Breach: Error, Hashable, Sendable {
    package let code: ViolationCode
    /// The rule's bound, where it has one.
    package let limit: Int64?
    /// What was found, where it is a number.
    package let actual: Int64?

    package init(_ code: ViolationCode, limit: Int? = nil, actual: Int? = nil) {
        self.code = code
        self.limit = limit.map(Int64.init)
        self.actual = actual.map(Int64.init)
    }
}

/// One rule that one field breaks.
package struct Violation: Hashable, Sendable {
    /// In the protocol's names, e.g. `complainant.siret`, `listings[3].gtin`.
    package let fieldPath: String
    package let breach: Breach

    package var code: ViolationCode { breach.code }
    package var limit: Int64? { breach.limit }
    package var actual: Int64? { breach.actual }

    package init(_ fieldPath: String, _ breach: Breach) {
        self.fieldPath = fieldPath
        self.breach = breach
    }

    package init(
        _ fieldPath: String, _ code: ViolationCode, limit: Int? = nil, actual: Int? = nil
    ) {
        self.init(fieldPath, Breach(code, limit: limit, actual: actual))
    }
}

/// Gathers violations, all of them up to a bound.
///
/// Paths are given as closures and made only for what is wrong: a valid case costs no text.
struct Violations {
    /// Enough for somebody mending a form; more would only make replies large.
    static let limit = 50

    private(set) var found: [Violation]
    /// Violations that the caller brought: fields which could not even be read.
    private let brought: Int

    /// Begins with what was found before the rules ran, e.g. a date that is none. Those fields are
    /// not said to be missing as well.
    init(startingWith found: [Violation]) {
        self.found = Array(found.prefix(Violations.limit))
        self.brought = self.found.count
    }

    mutating func add(_ breach: Breach, at path: () -> String) {
        guard found.count < Violations.limit else { return }
        let path = path()
        if brought > 0, found[..<brought].contains(where: { $0.fieldPath == path }) { return }
        found.append(Violation(path, breach))
    }

    mutating func add(
        _ code: ViolationCode, limit: Int? = nil, actual: Int? = nil, at path: () -> String
    ) {
        add(Breach(code, limit: limit, actual: actual), at: path)
    }

    /// Adds what a rule returned, if anything.
    mutating func check(_ breach: Breach?, at path: () -> String) {
        if let breach { add(breach, at: path) }
    }
}
