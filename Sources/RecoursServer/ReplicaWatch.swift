// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import Metrics
internal import RecoursStore

/// Tells the metrics, and the log at each change, whether lists are read from the replica.
struct ReplicaWatch: Sendable {
    private static let interval = Duration.seconds(1)

    private let store: CaseStore
    private let logger: Logger
    private let isUsed = Gauge(label: "recours_replica_used")
    private let behind = Gauge(label: "recours_replica_behind_seconds")
    private let served = Self.reads("replica")
    private let passedOn = Self.reads("primary")

    init(store: CaseStore, logger: Logger) {
        self.store = store
        self.logger = logger
    }

    private static func reads(_ copy: String) -> Counter {
        Counter(label: "recours_replica_reads_total", dimensions: [("served_by", copy)])
    }

    func run() async {
        var trouble: String?
        var told = ReplicaUse(replica: 0, primary: 0)
        while !Task.isCancelled {
            // First, for a moment after the start nobody knows yet.
            try? await Task.sleep(for: Self.interval)
            guard let state = store.replicaState, let use = store.replicaUse else { return }
            isUsed.record(state.trouble == nil ? 1 : 0)
            if let behind = state.behind { self.behind.record(behind / .seconds(1)) }
            served.increment(by: use.replica - told.replica)
            passedOn.increment(by: use.primary - told.primary)
            told = use
            tell(state, after: trouble)
            trouble = state.trouble
        }
    }

    private func tell(_ state: ReplicaState, after trouble: String?) {
        guard state.trouble != trouble else { return }
        if let now = state.trouble {
            logger.warning(
                "the replica is not read: the primary answers all", metadata: ["why": "\(now)"])
        } else {
            logger.notice("the replica is read again")
        }
    }
}
