// SPDX-License-Identifier: EUPL-1.2

/// What is needed to reach a server as somebody: a directory with `profile.json` and, usually, the
/// three files it names. Paths count from the directory.
struct Profile: Codable, Equatable, Sendable {
    static let fileName = "profile.json"

    /// `host:port`, or several with commas between.
    var endpoint: String?
    /// Paths of PEM files.
    var certificate: String?
    var key: String?
    var trust: String?

    /// Reads `profile.json` in a directory; paths in the result are ready to be opened.
    ///
    /// Throws `CommandError` with `configuration`.
    static func read(directory: String) throws(CommandError) -> Profile {
        let path = "\(directory)/\(fileName)"
        let bytes: [UInt8]
        do throws(CommandError) {
            bytes = try InputFile.contents(path, atMost: 1 << 16)
        } catch {
            throw CommandError(
                .configuration, error, remedy: ProfileSentence.giveDirectory)
        }
        do throws(JSONFault) {
            let profile = try JSONText.message(Profile.self, bytes)
            return profile.resolved(in: directory)
        } catch {
            throw CommandError(
                .configuration,
                ProfileSentence.noProfile(path, at: error.path, why: error.said.text),
                remedy: ProfileSentence.holds
            )
        }
    }

    private func resolved(in directory: String) -> Profile {
        func resolved(_ path: String?) -> String? {
            path.map { $0.hasPrefix("/") ? $0 : "\(directory)/\($0)" }
        }
        return Profile(
            endpoint: endpoint, certificate: resolved(certificate), key: resolved(key),
            trust: resolved(trust))
    }
}
