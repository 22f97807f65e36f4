// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursCrypto
import Testing

@testable import RecoursTLS

@Suite("Rules for a peer's leaf")
struct LeafRulesTests {
    struct Leaf: Sendable, CustomTestStringConvertible {
        var name: String
        var constraints = "critical,CA:FALSE"
        var keyUsage: String?
        var extendedKeyUsage: String?
        var serialNumber = "7"
        var alert: TLSAlert?

        var testDescription: String { name }

        /// As arguments of `openssl req`.
        var arguments: [String] {
            var list = [
                "-set_serial", serialNumber, "-addext", "basicConstraints=\(constraints)",
            ]
            if let keyUsage { list += ["-addext", "keyUsage=critical,\(keyUsage)"] }
            if let extendedKeyUsage { list += ["-addext", "extendedKeyUsage=\(extendedKeyUsage)"] }
            return list
        }
    }

    /// OpenSSL's own check of the purpose accepts all of these but the one for e-mail.
    static let leaves = [
        Leaf(
            name: "as it should be", keyUsage: "digitalSignature", extendedKeyUsage: "clientAuth"),
        Leaf(
            name: "of a CA", constraints: "critical,CA:TRUE", keyUsage: "digitalSignature",
            extendedKeyUsage: "clientAuth", alert: .unsupportedCertificate),
        Leaf(
            name: "that may sign certificates", keyUsage: "digitalSignature,keyCertSign",
            extendedKeyUsage: "clientAuth", alert: .unsupportedCertificate),
        Leaf(
            name: "for key agreement only", keyUsage: "keyAgreement",
            extendedKeyUsage: "clientAuth", alert: .unsupportedCertificate),
        Leaf(
            name: "without key usage", extendedKeyUsage: "clientAuth",
            alert: .unsupportedCertificate),
        Leaf(
            name: "without extended key usage", keyUsage: "digitalSignature",
            alert: .unsupportedCertificate),
        Leaf(
            name: "for e-mail", keyUsage: "digitalSignature", extendedKeyUsage: "emailProtection",
            alert: .unsupportedCertificate),
        Leaf(
            name: "of a number of 20 octets", keyUsage: "digitalSignature",
            extendedKeyUsage: "clientAuth",
            serialNumber: "0x" + String(repeating: "7f", count: 20)),
        Leaf(
            name: "of a number longer than any list can hold", keyUsage: "digitalSignature",
            extendedKeyUsage: "clientAuth",
            serialNumber: "0x" + String(repeating: "7f", count: 21),
            alert: .unsupportedCertificate),
    ]

    @Test("A leaf says outright what it is for, and is no authority's", arguments: leaves)
    func leaf(_ leaf: Leaf) throws {
        let authority = try Authority()
        let folder = try Folder()
        // Without a configuration the command would add extensions of its own.
        let text = "[req]\ndistinguished_name = name\n[name]\n"
        _ = try folder.keep(Array(text.utf8), as: "plain.cnf", mode: 0o600)
        let issuer = try authority.itself()
        _ = try folder.keep(issuer.certificateChainPEM, as: "ca.pem", mode: 0o600)
        _ = try folder.keep(issuer.privateKeyPEM, as: "ca.key", mode: 0o600)
        try folder.openssl(
            list: [
                "req", "-x509", "-config", "plain.cnf", "-CA", "ca.pem", "-CAkey", "ca.key",
                "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=x",
                "-keyout", "leaf.key", "-out", "leaf.pem",
            ] + leaf.arguments)
        let identity = try TLSIdentity(
            certificateChainPath: folder.url.appending(path: "leaf.pem").path,
            privateKeyPath: folder.url.appending(path: "leaf.key").path)
        let pair = try SessionPair(
            client: TLSContext(clientIdentity: identity, trust: authority.trust()),
            server: TLSContext(serverIdentity: authority.server(), trust: authority.trust()))
        pair.shakeHands()
        #expect(pair.serverError?.alert == leaf.alert)
        #expect(pair.server.isEstablished == (leaf.alert == nil))
    }
}
