// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient

/// What somebody means to do to which case on which day.
struct Agenda {
    private var days: [Int: [(caseFile: Case, deed: Deed)]] = [:]
    private var planned: Set<Key> = []

    /// A case in a state it came into at an instant: planned for once.
    private struct Key: Hashable {
        let caseID: [UInt8]
        let state: Int32
        let since: Int64
    }

    /// Whether the case has just come into its state, as far as this agenda knows.
    mutating func isNews(_ caseFile: Case) -> Bool {
        planned.insert(
            Key(
                caseID: caseFile.id, state: caseFile.state.rawValue,
                since: caseFile.stateSinceMs)
        ).inserted
    }

    mutating func plan(_ deed: Deed, for caseFile: Case, on day: Int) {
        days[day, default: []].append((caseFile, deed))
    }

    mutating func take(_ day: Int) -> [(caseFile: Case, deed: Deed)] {
        days.removeValue(forKey: day) ?? []
    }
}

/// What is done to a case.
enum Deed {
    case acknowledge
    case respond(PlatformResponse)
    case accept
    case refuse
    case withdraw
    case act(Action.Kind)
}

extension Case {
    /// What chance goes by: the title, which all parties see and which is the same in each run.
    var chanceName: String { draft?.title ?? "" }
}
