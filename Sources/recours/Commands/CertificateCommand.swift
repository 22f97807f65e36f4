// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursCrypto
internal import RecoursMessages

/// `recours certificate`.
struct CertificateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certificate",
        abstract: "Ask for, sign, revoke and read certificates.",
        subcommands: [Request.self, Issue.self, Revoke.self, Show.self])

    /// Whose certificate.
    struct Whose: ParsableArguments {
        @Option(help: "association, business, platform, mediator or operator.")
        var kind: String

        @Option(help: "The partner's short name.")
        var slug: String
    }

    /// `recours certificate request`.
    struct Request: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a key that stays here, and a request to have it certified.",
            discussion: """
                Makes DIR with key.pem (0600) and request.pem. Send request.pem to the operator; \
                put the answer into DIR as certificate.pem and trust.pem.

                EXAMPLES
                  recours certificate request --kind platform --slug amazon \\
                    --trust-domain recours.example --out amazon
                """)

        @OptionGroup var whose: Whose

        @Option(help: "Which of the partner's machines or persons it is for.")
        var instance = "main"

        @Option(help: "Trust domain of the server; by default that of the certificate in use.")
        var trustDomain: String?

        @Option(help: "Directory to make.", completion: .directory)
        var out: String

        @OptionGroup var options: GlobalOptions

        private struct Report: Encodable {
            let directory: String
            let request: String
        }

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let kind = try CertificateWork.kind(whose.kind)
            let identity = try identity(kind)
            let directory = try ProfileDirectory(making: out)
            let request = try directory.makeKey(proposing: identity)
            try directory.write(request, "request.pem")
            if options.json {
                try terminal.printJSON(Report(directory: out, request: request))
            } else {
                terminal.print(request)
                terminal.say(OperatorSentence.sendRequest(directory: out).text)
            }
            return .done
        }

        private func identity(
            _ kind: RecoursMessages.PartnerKind
        ) throws(CommandError) -> PartnerIdentity {
            guard let trustDomain else {
                return try CertificateWork(options: options).identity(
                    kind, slug: whose.slug, instance: instance)
            }
            do throws(CryptoError) {
                return try CertificateWork.identity(
                    kind, slug: whose.slug, instance: instance, trustDomain: trustDomain)
            } catch {
                throw CommandError(.usage, error)
            }
        }
    }

    /// `recours certificate issue`.
    struct Issue: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Have another certificate signed for a partner; for the operator.",
            discussion: """
                Writes certificate.pem and trust.pem into DIR; nothing is overwritten. At most two \
                keys are valid for a partner at a time: revoke the old one after the change.

                EXAMPLES
                  recours certificate issue --kind platform --slug amazon --csr request.pem \\
                    --out amazon-2019
                """)

        @OptionGroup var whose: Whose

        @Option(help: "The partner's request, PEM.", completion: .file())
        var csr: String

        @Option(help: "Which of the partner's machines or persons it is for.")
        var instance = "main"

        @Option(help: "Days it is valid: 1 to 397; 0 for the server's choice.")
        var days: UInt32 = 0

        @Option(help: "Directory to make.", completion: .directory)
        var out: String

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let request = IssueCertificateRequest(
                kind: try CertificateWork.kind(whose.kind), slug: whose.slug,
                certificateRequestPem: try CertificateWork.request(csr), instance: instance,
                validityDays: days)
            let client = try options.client()
            let directory = try ProfileDirectory(making: out)
            let answer = try await calling { () async throws(RecoursError) in
                try await client.partners.issueCertificate(request)
            }
            try directory.write(answer.certificatePem, ProfileDirectory.certificate)
            try directory.write(answer.trustPem, ProfileDirectory.trust)
            if options.json {
                try terminal.printJSON(answer)
            } else {
                terminal.print(
                    OperatorSentence.issued(
                        path: "\(out)/\(ProfileDirectory.certificate)",
                        until: Clock.text(answer.notAfterMs)
                    ).text)
            }
            return .done
        }
    }

    /// `recours certificate revoke`.
    struct Revoke: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Unbind a partner's key: it is refused at once; for the operator.",
            discussion: """
                EXAMPLES
                  recours certificate revoke --kind platform --slug amazon --certificate old.pem
                  recours certificate revoke --kind platform --slug amazon --spki 5a1f…
                """)

        @OptionGroup var whose: Whose

        @Option(help: "The certificate to refuse from now on, PEM.", completion: .file())
        var certificate: String?

        @Option(help: "SHA-256 of its public key, 64 hexadecimal digits.")
        var spki: String?

        @OptionGroup var options: GlobalOptions

        func validate() throws {
            guard (certificate == nil) != (spki == nil) else {
                throw ValidationError(OptionSentence.certificateOrKey.text)
            }
        }

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let request = RevokeCertificateRequest(
                kind: try CertificateWork.kind(whose.kind), slug: whose.slug,
                spkiSha256: try fingerprint().bytes)
            let client = try options.client()
            try await calling { () async throws(RecoursError) in
                try await client.partners.revokeCertificate(request)
            }
            if options.json {
                try terminal.printJSON(RevokeCertificateResponse())
            } else {
                terminal.print(OperatorSentence.keyRefused.text)
            }
            return .done
        }

        private func fingerprint() throws(CommandError) -> SHA256Digest {
            if let certificate {
                return try CertificateWork.certificates(certificate)[0].publicKeyFingerprint
            }
            guard let digest = spki.flatMap({ SHA256Digest(hexadecimal: $0) }) else {
                throw CommandError(
                    .usage, ValueSentence.spkiForm, remedy: ValueSentence.spkiSource)
            }
            return digest
        }
    }

    /// `recours certificate show`.
    struct Show: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what a certificate says.",
            discussion: """
                EXAMPLES
                  recours certificate show
                  recours certificate show association/certificate.pem --json
                """)

        @Argument(
            help: "PEM file; by default the certificate of the profile in use.",
            completion: .file())
        var file: String?

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let path: String
            if let file { path = file } else { path = try options.settings().certificate.value }
            let reports = try CertificateWork.certificates(path).map(CertificateReport.init)
            if options.json {
                try terminal.printJSON(reports)
                return .done
            }
            for (place, report) in reports.enumerated() {
                if place > 0 { terminal.print("") }
                report.lines.map(SafeText.line).forEach(terminal.print)
            }
            return .done
        }
    }
}

/// A certificate for people and programs.
struct CertificateReport: Encodable {
    let identity: String
    let subject: String
    let issuer: String
    let serial: String
    let notBefore: String
    let notAfter: String
    let publicKeySha256: String
    let isAuthority: Bool

    init(_ certificate: Certificate) {
        identity =
            certificate.uniformResourceIdentifiers.first.map {
                String(decoding: $0, as: UTF8.self)
            } ?? ""
        subject = certificate.subject
        issuer = certificate.issuer
        serial = certificate.serialText
        notBefore = CertificateReport.time(certificate.notBefore)
        notAfter = CertificateReport.time(certificate.notAfter)
        publicKeySha256 = certificate.publicKeyFingerprint.hexadecimal
        isAuthority = certificate.isAuthority
    }

    var lines: [String] {
        let values: [(Heading, String)] = [
            (.identity, identity), (.subject, subject), (.issuer, issuer), (.serial, serial),
            (.validFrom, notBefore), (.until, notAfter), (.keyHash, publicKeySha256),
        ]
        var lines = values.filter { $0.0 != .identity || !$0.1.isEmpty }.map { label, value in
            DisplayWidth.fitted(label.text, to: 12) + value
        }
        if isAuthority { lines.append(OperatorSentence.isAuthority.text) }
        return lines
    }

    private static func time(_ seconds: Int64) -> String {
        let (milliseconds, overflow) = seconds.multipliedReportingOverflow(by: 1000)
        return Clock.text(overflow ? .max : milliseconds)
    }
}
