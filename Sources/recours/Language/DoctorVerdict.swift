// SPDX-License-Identifier: EUPL-1.2

/// How well the doctor finds something.
enum DoctorVerdict: Sentence {
    case ok
    case warning
    case fail

    var french: String {
        switch self {
        case .ok: "bien"
        case .warning: "attention"
        case .fail: "échec"
        }
    }

    var english: String {
        switch self {
        case .ok: "ok"
        case .warning: "warning"
        case .fail: "fail"
        }
    }
}
