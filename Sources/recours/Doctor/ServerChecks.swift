// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import RecoursMessages

/// Speaks to the server: TLS, protocol, who it takes us for, its clock.
struct ServerChecks: Sendable {
    /// Beyond this, deadlines and certificates' dates are misread.
    static let clockLimitMilliseconds: Int64 = 60_000

    let client: RecoursClient

    func run() async -> [Finding] {
        let before = Clock.milliseconds
        let answer: WhoAmIResponse
        do throws(RecoursError) {
            answer = try await client.partners.whoAmI(deadline: .seconds(10))
        } catch {
            return [ServerChecks.failure(error)]
        }
        let after = Clock.milliseconds
        var findings = [Finding.ok(.tls, .trusted)]
        if let partner = answer.partner {
            let kind = Labels.partners.name(of: partner.kind)
            findings.append(.ok(.whoAmI, .said("\(kind) \(partner.slug) (\(partner.name))")))
        }
        findings.append(
            ServerChecks.clockFinding(
                server: answer.serverTimeMs, before: before, after: after))
        findings.append(.ok(.server, .said(answer.serverSoftware)))
        return findings
    }

    /// The server's clock against the middle of the call.
    static func clockFinding(server: Int64, before: Int64, after: Int64) -> Finding {
        let middle = before / 2 + after / 2
        let (difference, overflow) = server.subtractingReportingOverflow(middle)
        guard !overflow, difference.magnitude <= UInt64(clockLimitMilliseconds) else {
            return .warning(
                .clock, .clockOff(overflow ? nil : difference / 1000), .setClock)
        }
        return .ok(.clock, .clockNear(milliseconds: difference))
    }

    /// In TLS 1.3 a refused certificate shows at the first read only; the SDK names it.
    static func failure(_ error: RecoursError) -> Finding {
        let check: DoctorCheck =
            switch error.origin {
            case .connection: .tls
            case .server: .whoAmI
            case .client: .call
            }
        let failure = CommandError(error)
        let code = error.code.name ?? "\(error.code.rawValue)"
        return .fail(
            check, .said(FileSentence.failed(code, why: failure.message).text),
            failure.remedy.isEmpty ? .askOperator : .said(failure.remedy))
    }
}
