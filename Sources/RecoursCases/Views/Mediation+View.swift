// SPDX-License-Identifier: EUPL-1.2

extension Mediation {
    /// The mediation as one side sees it: its own channel, and of an agreement only its own word,
    /// until both have accepted. What lies before `since` was another platform's.
    func view(from side: PartySide, since: Instant?) -> Mediation {
        var view = self
        // Whom the mediators' conflicts of interest concern, is theirs to say.
        view.recused = []
        view.notes = notes.filter { $0.side == side && $0.at.isAfter(since) }
        view.agreement = agreement?.view(from: side)
        if let proposedAt = agreement?.proposedAt, !proposedAt.isAfter(since) {
            view.agreement = nil
        }
        return view
    }

    /// What a mediator in conflict still sees: that there is a mediation, and how it ended.
    var viewForRecused: Mediation {
        var view = self
        view.notes = []
        if agreement?.isReached != true { view.agreement = nil }
        return view
    }

    /// Whether `view(from:)` of a platform that was always addressed, or of the complainant, hides
    /// nothing.
    func isPlain(from side: PartySide) -> Bool {
        recused.isEmpty && notes.allSatisfy { $0.side == side }
            && agreement?.isPlain(from: side) != false
    }
}

extension Agreement {
    fileprivate func view(from side: PartySide) -> Agreement {
        guard !isReached else { return self }
        return Agreement(
            text: text, proposedAt: proposedAt, acceptedBy: acceptedBy.intersection([side]),
            declinedBy: declinedBy == side ? side : nil)
    }

    fileprivate func isPlain(from side: PartySide) -> Bool {
        isReached || acceptedBy.isSubset(of: [side]) && (declinedBy == nil || declinedBy == side)
    }
}
