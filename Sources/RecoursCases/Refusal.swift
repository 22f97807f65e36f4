// SPDX-License-Identifier: EUPL-1.2

/// Why the rules refuse a command.
package struct Refusal: Error, Hashable, Sendable {
    package enum Code: Hashable, Sendable {
        /// There is no such case, or the actor may not know that there is.
        case notFound
        /// A partner of this kind never may do this, whatever the case.
        case notAllowed
        /// The case is not in a state, or not at the version, which the command needs.
        case stateConflict(state: CaseState, version: UInt64)
        /// What was sent breaks rules: all of them, at most 50.
        case invalid([Violation])
        /// The case has another mediator in charge.
        case anotherMediator
        /// The mediator has declared a conflict of interest in this case.
        case recused
        /// Stored events do not follow from each other: damage, not the caller's fault.
        case brokenHistory(sequence: UInt64)
    }

    package let code: Code

    package init(_ code: Code) {
        self.code = code
    }

    /// One sentence for people.
    package var message: String {
        switch code {
        case .notFound: "There is no such case."
        case .notAllowed: "A partner of this kind cannot do this."
        case .stateConflict(let state, let version):
            "The case is \(state.name) at version \(version), which does not allow this."
        case .invalid(let violations):
            "\(violations.count) rule(s) broken, the first: "
                + (violations.first.map { "\($0.code.rawValue) at \($0.fieldPath)" } ?? "none")
        case .anotherMediator: "Another mediator is in charge of the case."
        case .recused: "You have declared a conflict of interest in this case."
        case .brokenHistory(let sequence):
            "Event \(sequence) does not follow from those before it."
        }
    }

    /// What to do about it, in one sentence.
    package var remedy: String {
        switch code {
        case .notFound: "Check the number; a case of other parties is not shown."
        case .notAllowed: "Use the certificate of a partner that may."
        case .stateConflict: "Read the case again and decide anew."
        case .invalid: "Mend the fields named and send again."
        case .anotherMediator: "Take the case over first, or leave it to the mediator in charge."
        case .recused: "Leave the case to another mediator."
        case .brokenHistory: "Restore the store from a backup."
        }
    }
}
