// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursCrypto
internal import RecoursMessages

/// `recours partner`.
struct PartnerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "partner",
        abstract: "Register partners and see them; for the operator.",
        subcommands: [Add.self, List.self, Quota.self])

    /// `recours partner add`.
    struct Add: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Register a partner and make its profile directory.",
            discussion: """
                The key is made here and stays in the directory; only a request to certify it goes \
                to the server. Hand the directory to the partner, and to nobody else. A partner \
                that makes its own key sends you a request (`recours certificate request`); give \
                it with --csr.

                EXAMPLES
                  recours partner add --kind association --slug ateliers-reunis \\
                    --name "Les Ateliers réunis" --out association
                  recours partner add --kind platform --slug amazon --name Amazon --csr amazon.csr
                """)

        @Option(help: "association, business, platform, mediator or operator.")
        var kind: String

        @Option(help: "Short name of a-z, 0-9 and dashes; made from the name if left out.")
        var slug: String?

        @Option(help: "Name, in 1 to 200 characters.")
        var name: String

        @Option(help: "For a business: the SIREN it may file for.")
        var siren: String?

        @Option(help: "Directory to make; by default the slug.", completion: .directory)
        var out: String?

        @Option(
            help: "Request of the partner's own, PEM; then no key is made.", completion: .file())
        var csr: String?

        @Option(help: "Which of the partner's machines or persons the certificate is for.")
        var instance = "main"

        @Option(help: "Days the certificate is valid: 1 to 397; 0 for the server's choice.")
        var days: UInt32 = 0

        @OptionGroup var options: GlobalOptions

        private struct Report: Encodable {
            let partner: Partner
            let directory: String
        }

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let kind = try CertificateWork.kind(kind)
            let slug = slug ?? Slug.made(from: name)
            let endpoint = try options.settings().endpoint.value
            let client = try options.client()
            let work = CertificateWork(options: options)
            // A name that cannot be certified must not leave a directory behind.
            let identity = try work.identity(kind, slug: slug, instance: instance)
            let directory = try ProfileDirectory(making: out ?? slug)
            let request: String
            if let csr {
                request = try CertificateWork.request(csr)
            } else {
                request = try directory.makeKey(proposing: identity)
            }
            let answer: AddPartnerResponse
            do throws(RecoursError) {
                answer = try await client.partners.add(
                    AddPartnerRequest(
                        kind: kind, slug: slug, name: name, siren: siren ?? "",
                        certificateRequestPem: request, instance: instance, validityDays: days))
            } catch {
                // A key that may have been certified is worth keeping.
                if !error.outcomeIsUnknown { directory.discard() }
                throw CommandError(error)
            }
            try directory.complete(
                certificate: answer.certificatePem, trust: answer.trustPem, endpoint: endpoint)
            if options.json {
                try terminal.printJSON(
                    Report(partner: answer.partner ?? Partner(), directory: directory.path))
            } else {
                terminal.print(
                    OperatorSentence.partnerAdded(
                        kind: Labels.partners.name(of: kind), slug: slug, directory: directory.path
                    ).text)
                if csr != nil {
                    terminal.say(OperatorSentence.keyIsWithPartner.text)
                }
                terminal.say(OperatorSentence.tryPing(directory: directory.path).text)
            }
            return .done
        }
    }

    /// `recours partner list`.
    struct List: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the partners.",
            discussion: "EXAMPLES\n  recours partner list --kind platform")

        @Option(help: "Only partners of this kind.")
        var kind: String?

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            var request = ListPartnersRequest(pageSize: 500)
            if let kind { request.kind = try CertificateWork.kind(kind) }
            let client = try options.client()
            var partners: [Partner] = []
            repeat {
                let page = request
                let answer = try await calling { () async throws(RecoursError) in
                    try await client.partners.list(page)
                }
                partners += answer.partners
                request.pageToken = answer.nextPageToken
            } while !request.pageToken.isEmpty
            if options.json {
                try terminal.printJSON(partners)
                return .done
            }
            var table = TextTable([
                .init(title: Heading.kindOfPartner.column), .init(title: Heading.slug.column),
                .init(title: Heading.nameOfPartner.column, isFlexible: true),
                .init(title: Heading.siren.column),
                .init(title: Heading.keys.column, isRight: true),
                .init(title: Heading.until.column),
            ])
            for partner in partners {
                let last = partner.keys.map(\.notAfterMs).max()
                table.add([
                    Labels.partners.name(of: partner.kind), partner.slug, partner.name,
                    partner.siren,
                    String(partner.keys.count),
                    last.map { String(Clock.text($0).prefix(10)) } ?? "",
                ])
            }
            table.lines(width: terminal.width).forEach(terminal.print)
            return .done
        }
    }
}

/// Makes a short name of a long one.
enum Slug {
    /// Letters without accents, digits, and dashes for the rest; at most 63.
    static func made(from name: String) -> String {
        var slug = ""
        for word in name.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            let plain = Labels.plain(String(word))
            guard !plain.isEmpty, slug.utf8.count + plain.utf8.count < 63 else { continue }
            slug += slug.isEmpty ? plain : "-" + plain
        }
        return slug
    }
}
