// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursCrypto

@testable import RecoursTLS

/// Makes an authority's revocation lists, by the `openssl` command.
struct RevocationMaker: ~Copyable {
    private let folder: Folder

    init(_ authority: borrowing Authority) throws {
        let folder = try Folder()
        let issuer = try authority.itself()
        _ = try folder.keep(issuer.certificateChainPEM, as: "ca.pem", mode: 0o600)
        _ = try folder.keep(issuer.privateKeyPEM, as: "ca.key", mode: 0o600)
        self.folder = folder
    }

    /// A list in PEM that holds for a day from `madeHoursAgo`, with one more extension if given.
    func list(
        of revoked: [TLSIdentity] = [], madeHoursAgo hours: Double = 1, digest: String = "sha256",
        extension more: String = ""
    ) throws -> [UInt8] {
        var index = ""
        for identity in revoked {
            guard let leaf = try Certificate.readAll(pem: identity.certificateChainPEM).first else {
                continue
            }
            let number = leaf.serialText.uppercased()
            index += "R\t350101000000Z\t200101000000Z\t\(number)\tunknown\t/CN=x\n"
        }
        let text = """
            [ca]
            default_ca = own
            [own]
            database = index
            default_md = \(digest)
            crl_extensions = extensions
            [extensions]
            authorityKeyIdentifier = keyid
            \(more)
            [part]
            fullname = URI:http://recours.example/part
            """
        _ = try folder.keep(Array(text.utf8), as: "list.cnf", mode: 0o600)
        _ = try folder.keep(Array(index.utf8), as: "index", mode: 0o600)
        let made = Date(timeIntervalSinceNow: -hours * 3_600)
        try folder.openssl(
            "ca", "-gencrl", "-config", "list.cnf", "-cert", "ca.pem", "-keyfile", "ca.key",
            "-crl_lastupdate", Self.text(made), "-crl_nextupdate",
            Self.text(made.addingTimeInterval(86_400)), "-out", "list.pem")
        return Array(try Data(contentsOf: folder.url.appending(path: "list.pem")))
    }

    /// The same as DER.
    func der(_ pem: [UInt8]) throws -> [UInt8] {
        _ = try folder.keep(pem, as: "some.pem", mode: 0o600)
        try folder.openssl("crl", "-in", "some.pem", "-outform", "DER", "-out", "list.der")
        return Array(try Data(contentsOf: folder.url.appending(path: "list.der")))
    }

    private static func text(_ date: Date) -> String {
        let parts = Calendar(identifier: .gregorian).dateComponents(
            in: TimeZone(secondsFromGMT: 0) ?? .gmt, from: date)
        return String(
            format: "%04d%02d%02d%02d%02d%02dZ", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0,
            parts.hour ?? 0, parts.minute ?? 0, parts.second ?? 0)
    }
}
