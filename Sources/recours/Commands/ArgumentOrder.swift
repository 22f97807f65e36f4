// SPDX-License-Identifier: EUPL-1.2

/// Lets the global options stand before the command: `recours --profile DIR ping`.
///
/// The parser knows them in the commands only, so they are moved behind the rest; before a `--`,
/// after which nothing is an option.
enum ArgumentOrder {
    static let valued: Set<String> = [
        "-p", "--profile", "--endpoint", "--cacert", "--cert", "--key", "--timeout", "--lang",
    ]
    static let flags: Set<String> = ["--json", "-q", "--quiet", "-v", "--verbose", "--no-color"]

    /// The same arguments, the command's name first.
    static func commandFirst(_ arguments: [String]) -> [String] {
        var rest = arguments[...]
        var moved: [String] = []
        while let first = rest.first {
            let name = first.prefix { $0 != "=" }
            if flags.contains(first) || (first.contains("=") && valued.contains(String(name))) {
                moved.append(first)
                rest = rest.dropFirst()
            } else if valued.contains(first), rest.count > 1 {
                moved += rest.prefix(2)
                rest = rest.dropFirst(2)
            } else {
                break
            }
        }
        guard !rest.isEmpty else { return arguments }
        let end = rest.firstIndex(of: "--") ?? rest.endIndex
        return Array(rest[..<end]) + moved + Array(rest[end...])
    }
}
