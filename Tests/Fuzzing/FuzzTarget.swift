// SPDX-License-Identifier: EUPL-1.2

/// A parser, and what must hold of it whatever it is given.
struct FuzzTarget: Sendable {
    let name: String
    /// Bytes of the longest input that is tried.
    let largestInput: Int
    /// What the first inputs are: whole and sound, so that mutating them reaches deep.
    let seeds: @Sendable () throws -> [[UInt8]]
    /// Feeds one input. Throws `BrokenLaw`; that nothing traps is a law as well.
    let run: @Sendable ([UInt8]) throws -> Void

    static let all = [
        frames, server, client, messages, json, cases, csv, lines, tables, configuration,
        identity, certificates, leaf, proof, tokens, pictures,
    ]
}

/// What a parser did and must not do.
struct BrokenLaw: Error, CustomStringConvertible {
    let description: String
}

/// Throws unless something holds.
func law(_ holds: Bool, _ description: @autoclosure () -> String) throws(BrokenLaw) {
    guard holds else { throw BrokenLaw(description: description()) }
}
