// SPDX-License-Identifier: EUPL-1.2

import RecoursCaseCoding
import RecoursCases

/// That a case and its events come back from their bytes as they were.
enum CodingCheck {
    private static let codec = CaseSnapshotCodec()

    static func broken(_ caseFile: CaseFile, _ events: [CaseEvent]) -> String? {
        guard (try? codec.decode(codec.encode(caseFile))) == caseFile else {
            return "\(caseFile.state) at \(caseFile.version) does not come back from its bytes"
        }
        for event in events where (try? codec.decodeEvent(codec.encode(event))) != event {
            return "event \(event.kind.number) does not come back from its bytes"
        }
        return nil
    }
}
