// SPDX-License-Identifier: EUPL-1.2

package import RecoursMessages

extension RPCStatus {
    /// The status that STATUS carries; a code of a later revision becomes `unknown`.
    package init(_ callStatus: WireCallStatus) {
        self.init(callStatus.status ?? Status())
        metadata = callStatus.metadata
        if callStatus.status == nil {
            code = .unknown
        }
    }

    /// The outcome of a call, or of one item of a stream.
    package init(_ status: Status) {
        self.init(
            Code(rawValue: status.code.rawValue) ?? .unknown, status.message,
            details: status.details, requestID: status.requestID)
    }

    /// The outcome as a message, without the metadata.
    package var wire: Status {
        var status = Status()
        status.code = StatusCode(rawValue: code.rawValue)
        status.message = message
        status.details = details
        status.requestID = requestID
        return status
    }

    /// The payload of STATUS.
    package var callStatus: WireCallStatus {
        var callStatus = WireCallStatus()
        callStatus.status = wire
        callStatus.metadata = metadata
        return callStatus
    }

    /// How long to wait before trying again, if the status says so.
    package var retryAfterMilliseconds: UInt64? {
        for detail in details {
            if case .retryInfo(let info) = detail.kind {
                return info.retryAfterMs
            }
        }
        return nil
    }
}
