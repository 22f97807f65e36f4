// SPDX-License-Identifier: EUPL-1.2

internal import FoundationEssentials
internal import Glibc
internal import RecoursCrypto

/// Makes a profile directory: 0700, the key in it 0600. Nothing is overwritten, and what was begun
/// and could not be ended is told.
struct ProfileDirectory: Sendable {
    let path: String

    static let certificate = "certificate.pem"
    static let key = "key.pem"
    static let trust = "trust.pem"

    /// Makes the directory. Throws `CommandError` with `cannotCreate` if it has files already.
    init(making path: String) throws(CommandError) {
        self.path = path
        let manager = FileManager.default
        let found = (try? manager.contentsOfDirectory(atPath: path)) ?? []
        guard found.isEmpty else {
            throw CommandError(
                .cannotCreate, ProfileSentence.notEmpty(path),
                remedy: ProfileSentence.chooseDirectory)
        }
        do {
            try manager.createDirectory(
                atPath: path, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            // One that was there, empty, keeps its mode otherwise.
            try manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        } catch {
            throw CommandError(
                .cannotCreate, FileSentence.cannotMake(path, why: ForeignWords(error).text),
                remedy: ProfileSentence.checkAbove)
        }
    }

    /// Makes a key and keeps it; returns the request for its certificate, PEM.
    ///
    /// The server decides whose the certificate is; what the request proposes is for people.
    func makeKey(proposing identity: PartnerIdentity) throws(CommandError) -> String {
        let keyText: String
        let request: String
        do throws(CryptoError) {
            let key = try PrivateKey.generate()
            keyText = try key.pem()
            request = try CertificateRequest(proposing: identity, key: key).pem()
        } catch {
            throw CommandError(.failed, error)
        }
        try write(keyText, ProfileDirectory.key, isSecret: true)
        return request
    }

    /// Completes the profile with what the server signed.
    func complete(
        certificate: String, trust: String, endpoint: String
    ) throws(CommandError) {
        try write(certificate, ProfileDirectory.certificate)
        try write(trust, ProfileDirectory.trust)
        let profile = Profile(
            endpoint: endpoint, certificate: ProfileDirectory.certificate,
            key: ProfileDirectory.key, trust: ProfileDirectory.trust)
        try write(try Terminal.json(profile, pretty: true) + "\n", Profile.fileName)
    }

    /// Takes back what was made, so that the same command can be given again.
    func discard() {
        try? FileManager.default.removeItem(atPath: "\(path)/\(ProfileDirectory.key)")
        // The directory goes only if nothing else is in it.
        rmdir(path)
    }

    func write(_ text: String, _ name: String, isSecret: Bool = false) throws(CommandError) {
        try OutputFile("\(path)/\(name)", .create, isSecret: isSecret).write(text)
    }
}
