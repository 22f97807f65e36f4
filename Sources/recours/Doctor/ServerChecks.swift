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
        var findings = [Finding.ok("tls", "TLS 1.3, protocol recours/1, the server is trusted")]
        if let partner = answer.partner {
            let kind = partner.kind.name?.lowercased() ?? "\(partner.kind.rawValue)"
            findings.append(.ok("who am I", "\(kind) \(partner.slug) (\(partner.name))"))
        }
        findings.append(
            ServerChecks.clockFinding(
                server: answer.serverTimeMs, before: before, after: after))
        findings.append(.ok("server", answer.serverSoftware))
        return findings
    }

    /// The server's clock against the middle of the call.
    static func clockFinding(server: Int64, before: Int64, after: Int64) -> Finding {
        let middle = before / 2 + after / 2
        let (difference, overflow) = server.subtractingReportingOverflow(middle)
        guard !overflow, difference.magnitude <= UInt64(clockLimitMilliseconds) else {
            return .warning(
                "clock", "the server's clock is \(overflow ? "far" : "\(difference / 1000) s") off",
                "Set this machine's clock (timedatectl set-ntp true).")
        }
        return .ok("clock", "\(difference) ms from the server's")
    }

    /// In TLS 1.3 a refused certificate shows at the first read only; the SDK names it.
    static func failure(_ error: RecoursError) -> Finding {
        let check =
            switch error.origin {
            case .connection: "tls"
            case .server: "who am I"
            case .client: "call"
            }
        let remedy = CommandError(error).remedy
        return .fail(
            check, "\(error.code.name ?? "\(error.code.rawValue)"): \(error.message)",
            remedy.isEmpty ? "Ask the operator whether the server serves." : remedy)
    }
}
