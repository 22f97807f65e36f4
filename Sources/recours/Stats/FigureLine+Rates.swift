// SPDX-License-Identifier: EUPL-1.2

internal import struct RecoursCases.RateInterval
internal import RecoursClient
internal import RecoursMessages

extension RecoursMessages.FigureLine {
    /// The share of concluded cases that the complainant's own word resolved; nil if either number
    /// is withheld, or there are fewer than five: a share of few says nothing.
    var confirmedRate: RateInterval? {
        guard let confirmed = self[.confirmed], let concluded = self[.concluded], concluded >= 5
        else { return nil }
        return RateInterval(count: Int64(clamping: confirmed), of: Int64(clamping: concluded))
    }

    /// A counter's share of the cases received.
    func share(_ counter: RecoursMessages.FigureCounter) -> Double? {
        guard let part = self[counter], let whole = self[.received], whole >= 5 else { return nil }
        return Double(part) / Double(whole)
    }

    /// Name of the platform, or its short name if it has no account.
    var platformTitle: String { platformName.isEmpty ? platformID : platformName }
}
