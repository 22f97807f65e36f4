// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages
internal import RecoursTransport

/// All that is stored of one firm. Get it from `RecoursClient.exports`.
public struct ExportCalls: Sendable {
    let client: RecoursClient

    /// Everything of a firm that its own side may see: mandates, then each case followed by its
    /// events and what is known of its files. For operators; an association with a mandate, and the
    /// firm itself, get what they filed.
    ///
    /// A broken connection is not remade: begin again.
    ///
    /// - Parameters:
    ///   - siren: 9 digits.
    ///   - item: called with each part as it comes; what it throws ends the export.
    /// - Returns: the counts of what must have arrived.
    public func firm(
        siren: String, deadline: Duration? = nil,
        item: (ExportItem) throws(RecoursError) -> Void
    ) async throws(RecoursError) -> ExportSummary {
        var thrown: RecoursError?
        let summary: ExportSummary? = try await client.caller.call(
            ExportServiceMethods.exportFirm, deadline: deadline ?? .seconds(3_600)
        ) { maker, options async throws(CallFailure) in
            let request = ExportFirmRequest(siren: siren)
            let call = try await ExportServiceStub(caller: maker).exportFirm(request, options)
            for try await message in call.responses {
                if case .summary(let summary)? = message.item { return summary }
                do throws(RecoursError) {
                    try item(message)
                } catch {
                    thrown = error
                    return nil
                }
            }
            return nil
        }
        if let thrown { throw thrown }
        guard let summary else { throw .incomplete("ExportItem.summary") }
        return summary
    }
}
