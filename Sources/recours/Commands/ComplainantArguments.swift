// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursCases
internal import RecoursMessages

/// Which complainants' cases are looked at.
struct ComplainantArguments: ParsableArguments {
    @Option(help: "Only firms of this size: micro, small, medium, mid_cap; may be repeated.")
    var size: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only firms of this activity: a NAF code, or its first digits.", valueName: "32.12Z"))
    var activity: String?

    func knownSizes() throws(CommandError) -> [RecoursMessages.CompanySize] {
        var sizes: [RecoursMessages.CompanySize] = []
        for text in size { sizes.append(try value(text, Labels.sizes, .size)) }
        return sizes
    }

    func nafCode() throws(CommandError) -> String? {
        guard let activity else { return nil }
        guard let known = ActivityPrefix(activity.uppercased()) else {
            throw CommandError(
                .usage, ValueSentence.isNo(activity, noun: .activity),
                remedy: ValueSentence.activityForm)
        }
        return known.text
    }
}
