// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient

/// Each platform promises something to all at the beginning; a mediator finds the first one kept
/// and the last one broken, and the clock breaks the others when they are due.
enum Promises {
    private static let made = 3
    private static let settled = 20

    static func live(
        _ day: Day, _ platforms: [RecoursClient], _ mediator: RecoursClient
    ) async throws {
        switch day.number {
        case made:
            for (place, platform) in platforms.enumerated() {
                let category: CaseCategory = place.isMultiple(of: 2) ? .delisting : .counterfeit
                _ = try await platform.commitments.make(
                    MakeCommitmentRequest(
                        text: "Une réponse à chaque cas, sous dix jours.", dueOn: day.date(40),
                        scope: .category(category)))
            }
        case settled:
            // The newest first: the last platform's.
            let open = try await mediator.commitments.list(
                ListCommitmentsRequest(state: .open)
            ).commitments.filter { $0.scope == .category }
            guard let first = open.last, let last = open.first else { return }
            _ = try await mediator.commitments.settle(
                id: first.id, as: .honoured, reason: "Constaté chaque semaine.")
            _ = try await mediator.commitments.settle(
                id: last.id, as: .broken, reason: "Aucune réponse ne vient.")
        default: return
        }
    }
}
