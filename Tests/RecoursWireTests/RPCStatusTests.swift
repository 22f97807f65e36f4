// SPDX-License-Identifier: EUPL-1.2

import RecoursMessages
import Testing

@testable import RecoursWire

@Suite("Status of a call")
struct RPCStatusTests {
    @Test("It crosses the wire whole", arguments: RPCStatus.Code.allCases)
    func roundTrip(code: RPCStatus.Code) {
        var status = RPCStatus.resourceExhausted(
            "full", quota: "calls", limit: 7, retryAfterMilliseconds: 250)
        status.code = code
        status.requestID = "r-1"
        status.metadata = [metadataEntry("k", 3)]
        #expect(RPCStatus(status.callStatus) == status)
        #expect(status.retryAfterMilliseconds == 250)
    }

    @Test("A code of a later revision, or none at all, is UNKNOWN")
    func unknown() {
        var status = Status()
        status.code = .unrecognized(99)
        #expect(RPCStatus(status).code == .unknown)
        #expect(RPCStatus(WireCallStatus()).code == .unknown)
    }

    @Test("At most fifty violations are sent")
    func violations() {
        let status = RPCStatus.invalidArgument(
            "no", violations: Array(repeating: FieldViolation(), count: 60))
        guard case .badRequest(let badRequest) = status.details.first?.kind else {
            Issue.record("no BadRequest")
            return
        }
        #expect(badRequest.violations.count == 50)
    }
}
