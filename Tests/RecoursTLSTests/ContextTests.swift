// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursCrypto
import Testing

@testable import RecoursTLS

@Suite("Contexts, their files and keys")
struct ContextTests {
    @Test(
        "A key file for its owner alone is read, one open to others is not",
        arguments: [0o600, 0o400, 0o640, 0o604, 0o620, 0o644])
    func keyModes(mode: Int) throws {
        let authority = try Authority()
        let identity = try authority.server()
        let folder = try Folder()
        let chain = try folder.keep(identity.certificateChainPEM, as: "chain.pem", mode: 0o644)
        let key = try folder.keep(identity.privateKeyPEM, as: "key.pem", mode: mode)
        let error = tlsError {
            let read = try TLSIdentity(certificateChainPath: chain, privateKeyPath: key)
            return try TLSContext(serverIdentity: read, trust: authority.trust())
        }
        if mode & 0o077 == 0 {
            #expect(error == nil)
        } else {
            #expect(error?.code == .keyFileExposed)
            #expect(error?.remedy.contains("chmod 600") == true)
        }
    }

    @Test("A missing file, a directory and a device are refused")
    func noFiles() throws {
        let folder = try Folder()
        for path in [folder.url.appending(path: "none").path, folder.url.path, "/dev/zero"] {
            #expect(tlsError { try TLSTrust(path: path) }?.code == .fileUnreadable, "\(path)")
        }
    }

    @Test("A context tells when its certificate holds")
    func validity() throws {
        let authority = try Authority()
        let context = try TLSContext(serverIdentity: authority.server(), trust: authority.trust())
        let validity = try #require(context.certificateValidity)
        #expect(validity.notAfter == authority.now + 90 * 86_400)
        #expect(validity.notBefore == authority.now - 300)
        let client = try TLSContext(clientIdentity: nil, trust: authority.trust())
        #expect(client.certificateValidity == nil)
    }

    @Test("A key that belongs to another certificate is refused")
    func mismatch() throws {
        let authority = try Authority()
        var identity = try authority.server()
        identity.privateKeyPEM = try authority.server().privateKeyPEM
        let error = tlsError {
            try TLSContext(serverIdentity: identity, trust: authority.trust())
        }
        #expect(error?.code == .keyMismatch)
    }

    @Test("A key with a passphrase is refused without asking for it")
    func encryptedKey() throws {
        let authority = try Authority()
        var identity = try authority.server()
        let folder = try Folder()
        let path = try folder.keep(identity.privateKeyPEM, as: "key.pem", mode: 0o600)
        let locked = folder.url.appending(path: "locked.pem").path
        try folder.openssl(
            "pkey", "-in", path, "-aes256", "-passout", "pass:secret", "-out", locked)
        identity.privateKeyPEM = Array(try Data(contentsOf: URL(filePath: locked)))
        let error = tlsError {
            try TLSContext(serverIdentity: identity, trust: authority.trust())
        }
        #expect(error?.code == .keyEncrypted)
    }

    @Test("An RSA certificate is refused as our own")
    func rsa() throws {
        let authority = try Authority()
        let folder = try Folder()
        let key = folder.url.appending(path: "key.pem").path
        let chain = folder.url.appending(path: "chain.pem").path
        try folder.openssl(
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-subj", "/CN=x",
            "-out",
            chain)
        let error = tlsError {
            let identity = try TLSIdentity(certificateChainPath: chain, privateKeyPath: key)
            return try TLSContext(serverIdentity: identity, trust: authority.trust())
        }
        #expect(error?.code == .keyKindRefused)
    }

    @Test(
        "Texts that hold no certificate or key are refused",
        arguments: [
            "", "nonsense", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        ])
    func nonsense(text: String) throws {
        let authority = try Authority()
        let bytes = Array(text.utf8)
        let good = try authority.server()
        let codes = [
            tlsError {
                try TLSContext(
                    serverIdentity: TLSIdentity(
                        certificateChainPEM: bytes, privateKeyPEM: good.privateKeyPEM),
                    trust: authority.trust())
            }?.code,
            tlsError {
                try TLSContext(serverIdentity: good, trust: TLSTrust(certificatesPEM: bytes))
            }?.code,
        ]
        #expect(codes == [.certificateUnreadable, .certificateUnreadable])
        let keyError = tlsError {
            try TLSContext(
                serverIdentity: TLSIdentity(
                    certificateChainPEM: good.certificateChainPEM, privateKeyPEM: bytes),
                trust: authority.trust())
        }
        #expect(keyError?.code == .keyUnreadable)
    }

    @Test("A chain that breaks off in its second certificate is refused, not shortened")
    func brokenChain() throws {
        let authority = try Authority()
        var identity = try authority.server()
        identity.certificateChainPEM += try authority.trust().certificatesPEM.dropLast(100)
        let error = tlsError {
            try TLSContext(serverIdentity: identity, trust: authority.trust())
        }
        #expect(error?.code == .certificateUnreadable)
    }
}
