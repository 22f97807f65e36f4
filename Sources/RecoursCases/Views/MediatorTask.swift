// SPDX-License-Identifier: EUPL-1.2

/// What a case wants of a mediator, and by when.
package struct MediatorTask: Hashable, Sendable {
    /// The numbers are those of the protocol.
    package enum Reason: Int32, CaseIterable, Hashable, Sendable {
        /// SUBMITTED and not sent to a platform by itself.
        case held = 1
        /// INADMISSIBLE, and contested.
        case contested = 2
        case mediation = 3
        /// The platform has not taken note in time; it may still answer.
        case unacknowledged = 4
    }

    package let reason: Reason
    /// When somebody must have acted.
    package let dueAt: Instant
    /// Slug of the mediator in charge; nil: nobody.
    package let mediator: String?
}

/// What cases have in common that one answer may serve.
package struct CaseClass: Hashable, Sendable {
    /// Slug of the platform addressed.
    package var platform: String
    package var category: CaseCategory?
    /// The clause or law on which the platform's last statement of reasons relies; empty without
    /// one.
    package var clause: String

    package init(platform: String, category: CaseCategory?, clause: String) {
        self.platform = platform
        self.category = category
        self.clause = clause
    }
}

extension CaseFile {
    /// What the case wants of a mediator now; nil: nothing.
    package var mediatorTask: MediatorTask? {
        guard let dueAt else { return nil }
        let clocks = deadlines.lazy.map(\.kind)
        let reason: MediatorTask.Reason
        switch state {
        case .submitted:
            // After NOT_CONCERNED it is for the complainant to name another platform.
            guard clocks.contains(.route) else { return nil }
            reason = .held
        case .inadmissible:
            guard inadmissibility?.isContested == true, clocks.contains(.route) else { return nil }
            reason = .contested
        case .inMediation: reason = .mediation
        case .transmitted:
            guard acknowledgedAt == nil, missed.last == .acknowledge else { return nil }
            reason = .unacknowledged
        default: return nil
        }
        return MediatorTask(reason: reason, dueAt: dueAt, mediator: mediation?.mediator)
    }

    /// The class to which the case belongs; nil once it is closed, and before it is filed.
    package var caseClass: CaseClass? {
        guard CaseState.underWay.contains(state) else { return nil }
        let statement = responses.last { response in
            response.statementOfReasons != nil
                && (response.platformSlug == addressee || response.platformSlug.isEmpty)
        }?.statementOfReasons
        return CaseClass(
            platform: addressee, category: draft.category,
            clause: statement?.legalOrTermsReference ?? "")
    }
}
