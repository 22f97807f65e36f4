// SPDX-License-Identifier: EUPL-1.2

internal import Metrics
internal import RecoursWire

/// Counts of one method's calls. Made once, at start: making a counter costs more than a health
/// call.
struct CallMetrics: Sendable {
    private let byCode: [Counter]
    private let duration: Metrics.Timer

    init(method: String) {
        // Codes are 0 to 16 without a gap, so a code is its counter's place.
        byCode = RPCStatus.Code.allCases.map { code in
            Counter(
                label: "recours_calls_total",
                dimensions: [("method", method), ("code", "\(code.rawValue)")])
        }
        duration = Metrics.Timer(
            label: "recours_call_seconds", dimensions: [("method", method)])
    }

    func record(_ code: RPCStatus.Code, nanoseconds: Int64) {
        byCode[Int(code.rawValue)].increment()
        duration.recordNanoseconds(nanoseconds)
    }
}
