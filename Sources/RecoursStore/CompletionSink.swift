// SPDX-License-Identifier: EUPL-1.2

/// Where the completions of a batch are run, e.g. an event loop.
///
/// The store gives each sink all its completions of one batch in one call, so that a thousand
/// answers wake an event loop once.
package protocol CompletionSink: AnyObject, Sendable {
    /// Runs the closures, in order, on a thread of the sink's choice; returns at once.
    func deliver(_ completions: [@Sendable () -> Void])
}

/// Gathers what one batch completes, and hands it out once the batch is done.
struct CompletionBatch {
    private var direct: [@Sendable () -> Void] = []
    private var order: [any CompletionSink] = []
    private var bySink: [ObjectIdentifier: [@Sendable () -> Void]] = [:]

    mutating func append(
        _ sink: (any CompletionSink)?, _ completion: @escaping @Sendable () -> Void
    ) {
        guard let sink else {
            direct.append(completion)
            return
        }
        let name = ObjectIdentifier(sink)
        if bySink[name] == nil { order.append(sink) }
        bySink[name, default: []].append(completion)
    }

    /// Delivers everything and leaves the batch empty.
    mutating func deliver() {
        for sink in order {
            if let completions = bySink[ObjectIdentifier(sink)] { sink.deliver(completions) }
        }
        for completion in direct { completion() }
        self = CompletionBatch()
    }
}
