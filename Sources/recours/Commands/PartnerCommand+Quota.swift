// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages

extension PartnerCommand {
    /// `recours partner quota`.
    struct Quota: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give a partner limits of its own, in the place of its kind's.",
            discussion: """
                A limit is one of cases_per_day, bytes_per_day, writes_per_second, write_burst, \
                read_units_per_second and bytes_per_second; 0 is none. What is neither set nor \
                cleared stays as it is. It holds at once, also on connections that are open.

                EXAMPLES
                  recours partner quota --kind association --slug ateliers-reunis \\
                    --set cases_per_day=500000 --set writes_per_second=50
                  recours partner quota --kind association --slug ateliers-reunis \\
                    --clear writes_per_second
                """)

        @Option(help: "association, business, platform, mediator or operator.")
        var kind: String

        @Option(help: "The partner's slug.")
        var slug: String

        @Option(help: "NAME=LIMIT; may be given several times.")
        var set: [String] = []

        @Option(help: "A limit by its name, which is its kind's again; may be given several times.")
        var clear: [String] = []

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let kind = try CertificateWork.kind(kind)
            let settings = try set.map { text throws(CommandError) in try Self.setting(text) }
            let client = try options.client()
            let slug = slug
            let present = try await calling { () async throws(RecoursError) in
                try await client.partners.limits(GetLimitsRequest(kind: kind, slug: slug))
            }
            var own: [String: UInt64] = [:]
            for limit in present where limit.own { own[limit.name] = limit.limit }
            for name in clear { own[name] = nil }
            for setting in settings { own[setting.name] = setting.limit }
            let quotas = own.sorted { $0.key < $1.key }
                .map { QuotaLimit(name: $0.key, limit: $0.value) }
            let limits = try await calling { () async throws(RecoursError) in
                try await client.partners.setQuotas(
                    SetQuotasRequest(kind: kind, slug: slug, quotas: quotas))
            }
            try LimitsCommand.show(limits, options, terminal)
            return .done
        }

        /// Reads `cases_per_day=500000`; which names there are, the server knows.
        static func setting(_ text: String) throws(CommandError) -> QuotaLimit {
            let parts = text.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let limit = UInt64(parts[1]) else {
                throw CommandError(
                    .usage, ValueSentence.isNo(text, noun: .limit),
                    remedy: ValueSentence.limitForm)
            }
            return QuotaLimit(name: String(parts[0]), limit: limit)
        }
    }
}
