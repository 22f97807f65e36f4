// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursClient
import RecoursCrypto
import RecoursMessages
import Testing

/// A `recoursd` of its own with partners, which may be stopped and started again.
final class RealServer {
    static let siren = "732829320"

    let directory: Daemon.Directory
    private(set) var daemon: Daemon
    private(set) var port: Int
    private var identities: [String: RecoursIdentity] = [:]
    private var clients: [RecoursClient] = []

    /// - Parameter postgres: where its cases are, if not in its directory.
    init(_ environment: [String: String] = [:], postgres: String = "") throws {
        directory =
            try postgres.isEmpty
            ? Daemon.Directory() : Daemon.Directory("--postgres", postgres)
        daemon = try Self.start(directory, environment)
        port = try daemon.port()
        let folder = "\(directory.path)/operator"
        identities["operator"] = .pem(
            certificate: "\(folder)/certificate.pem", key: "\(folder)/key.pem")
    }

    private static func start(
        _ directory: Daemon.Directory, _ environment: [String: String]
    ) throws -> Daemon {
        try Daemon(
            ["serve", "--config", directory.path, "--listen", "127.0.0.1:0"],
            environment: environment)
    }

    /// Where the store lies.
    var store: String { "\(directory.path)/store" }

    /// A client of a partner who has joined, or of the `operator`.
    func client(_ slug: String, retries: Bool = true) throws -> RecoursClient {
        let identity = try #require(identities[slug])
        let client = try RecoursClient(
            endpoint: "127.0.0.1:\(port)", identity: identity,
            trust: .pem("\(directory.path)/operator/trust.pem")
        ) { if !retries { $0.retry = .off } }
        clients.append(client)
        return client
    }

    /// Registers a partner.
    func join(
        _ kind: RecoursMessages.PartnerKind, _ slug: String
    ) async throws -> RecoursClient {
        let key = try PrivateKey.generate()
        let known = RecoursCrypto.PartnerKind(rawValue: kind.name?.lowercased() ?? "")
        let identity = try PartnerIdentity(
            trustDomain: "recours.internal", kind: try #require(known), slug: slug,
            instance: "main")
        let request = try CertificateRequest(proposing: identity, key: key).pem()
        let added = try await client("operator").partners.add(
            AddPartnerRequest(
                kind: kind, slug: slug, name: "The \(slug)", certificateRequestPem: request))
        identities[slug] = try .pemBytes(
            certificate: Array(added.certificatePem.utf8), key: Array(key.pem().utf8))
        return try client(slug)
    }

    /// Lets an association file for a firm.
    func mandate(_ association: String, _ siren: String = RealServer.siren) async throws {
        _ = try await client("operator").partners.importMandates([
            Mandate(association: association, siren: siren, from: "2018-01-01")
        ])
    }

    /// Ends it as it should be ended.
    @discardableResult
    func stop() async -> Daemon.Ended {
        for client in clients { await client.drain(within: .seconds(1)) }
        clients = []
        daemon.signal(SIGTERM)
        return daemon.ended()
    }

    /// Starts it again; its port is another.
    func start(_ environment: [String: String] = [:]) throws {
        daemon = try Self.start(directory, environment)
        port = try daemon.port()
    }
}

/// A case that may be filed.
enum Filing {
    static func draft(_ reference: String) -> CaseDraft {
        CaseDraft(
            complainant: Party(
                kind: .business, legalName: "Atelier du Bois", siren: RealServer.siren,
                contact: Contact(name: "Camille Morel", email: "camille@atelier.example")),
            platformID: "amazon", platformAccountRef: "A1B2C3", category: .delisting,
            title: "Listing taken down",
            facts: "The listing was taken down without any word of why.",
            desiredRemedies: [.relisted], incidentOn: "2026-01-15", country: "FR",
            language: "fr", disclosure: .identified, urgency: .standard, externalRef: reference)
    }
}

extension RecoursError {
    /// The server's stable word for what went wrong; empty if it gave none.
    var reason: String {
        for case .errorInfo(let info) in details.lazy.compactMap(\.kind) { return info.reason }
        return ""
    }
}
