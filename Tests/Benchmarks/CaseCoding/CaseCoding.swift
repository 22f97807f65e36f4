// SPDX-License-Identifier: EUPL-1.2

internal import Glibc
internal import RecoursClient

/// `CaseCoding FILE decode|again COUNT`: decodes the case whose bytes are in FILE so often, or
/// decodes and encodes it. Run under a counter of instructions, it tells what one such step costs.
@main
enum CaseCoding {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, ["decode", "again"].contains(arguments[2]),
            let count = Int(arguments[3]), let bytes = content(of: arguments[1])
        else {
            print("CaseCoding FILE decode|again COUNT")
            exit(64)
        }
        var produced = 0
        for _ in 0..<count {
            let caseFile = try Case(serializedBytes: bytes)
            produced += arguments[2] == "again" ? caseFile.serializedBytes().count : 1
        }
        // Said, so that no compiler leaves the work out.
        print(produced)
    }

    private static func content(of path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = fread(&bytes, 1, bytes.count, file)
        return Array(bytes[..<count])
    }
}
