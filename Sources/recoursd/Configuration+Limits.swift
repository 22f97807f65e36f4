// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import RecoursServer
internal import RecoursStore

// What the parts of a server are held to.
extension Configuration {
    var limits: ServiceLimits {
        var limits = ServiceLimits()
        limits.connectionsPerPartner = settings.number("limits.connectionsPerPartner")
        limits.callsPerPartner = settings.number("limits.callsPerPartner")
        limits.bulkWindow = settings.number("limits.bulkWindow")
        limits.bulkWindowTotal = settings.number("limits.bulkWindowTotal")
        limits.slowCallMilliseconds = Int64(settings.number("slowCallMilliseconds"))
        return limits
    }

    func storeLimits() throws(DaemonError) -> StoreLimits {
        var limits = StoreLimits()
        limits.quotas = try quotas()
        let target = settings.number("overload.targetMilliseconds")
        limits.queueTarget = target > 0 ? .milliseconds(target) : nil
        limits.queuePatience = limits.queueTarget.map { $0 * 5 }
        return limits
    }

    var scrub: ScrubLimits {
        var limits = ScrubLimits()
        let hours = settings.number("scrub.everyHours")
        limits.intervalMilliseconds = Int64(hours) * 3_600_000
        limits.percent = settings.number("scrub.percent")
        return limits
    }

    var logLevel: Logger.Level {
        get throws(DaemonError) {
            guard let level = Logger.Level(rawValue: settings.text("log.level")) else {
                throw .configuration("log.level is no level")
            }
            return level
        }
    }
}
