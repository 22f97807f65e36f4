// SPDX-License-Identifier: EUPL-1.2

/// For whom a case has nothing to hide: they can be given it as it is kept. A mediator is never
/// among them, for there is always an identity to hide.
package struct PlainViews: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    package static let complainant = PlainViews(rawValue: 1)
    /// The platform addressed.
    package static let platform = PlainViews(rawValue: 2)
}

extension CaseFile {
    /// For whom `view(for:)` is the case itself. Asked at every write, so it looks only where
    /// something may be hidden; what it does not know to be plain is not.
    package var plainViews: PlainViews {
        guard legalHold.isEmpty else { return [] }
        var plain: PlainViews = []
        if mediation?.isPlain(from: .complainant) != false { plain.insert(.complainant) }
        if isPlainForPlatform { plain.insert(.platform) }
        return plain
    }

    private var isPlainForPlatform: Bool {
        disclosure == .identified && transmittedAt != nil && flags.isEmpty
            && readdressings.isEmpty && inadmissibility == nil
            && (hasReasonForPlatform || stateReason.isEmpty)
            && missed.allSatisfy(\.isForPlatform)
            && exchanges.allSatisfy { $0.kind != .contest }
            && mediation?.isPlain(from: .platform) != false
    }
}
