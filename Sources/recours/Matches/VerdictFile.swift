// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// A person's words on matches: a `ReviewMatchRequest` in JSON a line, as the page writes them.
enum VerdictFile {
    /// All verdicts with their lines. Throws every fault at once: nothing is sent of a file that is
    /// not right.
    static func read(
        _ path: String
    ) throws(CommandError) -> [(line: Int, verdict: ReviewMatchRequest)] {
        var reader = LineReader(try InputFile(path: path).open())
        var verdicts: [(line: Int, verdict: ReviewMatchRequest)] = []
        var lines: [[UInt8]: Int] = [:]
        var faults: [String] = []
        do {
            while let bytes = try reader.next() {
                if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
                do throws(JSONFault) {
                    let verdict = try verdict(bytes)
                    if let other = lines.updateValue(reader.line, forKey: verdict.listingID) {
                        throw JSONFault(path: "listingId", MatchSentence.twice(line: other))
                    }
                    verdicts.append((reader.line, verdict))
                } catch {
                    faults.append(
                        LineSentence.fault(path, line: reader.line, what: error.text).text)
                }
            }
        } catch {
            throw CommandError(.inputOutput, reading: path, error)
        }
        guard faults.isEmpty else {
            throw CommandError(
                .badData, FileSentence.lines(faults), remedy: LineSentence.mendLines)
        }
        guard !verdicts.isEmpty else {
            throw CommandError(
                .badData, FileSentence.empty(path), remedy: FileSentence.objectALine)
        }
        return verdicts
    }

    private static func verdict(_ bytes: [UInt8]) throws(JSONFault) -> ReviewMatchRequest {
        let verdict = try JSONText.message(ReviewMatchRequest.self, bytes)
        guard verdict.listingID.count == 16, verdict.verdict != .unspecified else {
            throw JSONFault(path: "", MatchSentence.verdictNeeded)
        }
        return verdict
    }
}
