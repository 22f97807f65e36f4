// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import RecoursMessages

/// How fast each platform removed what cases were about, month by month, for a terminal.
struct RemovalsTable {
    let data: StatsData
    let say: StatsLanguage

    func lines(width: Int?) -> [String] {
        var table = TextTable([
            .init(title: say("PLATEFORME", "PLATFORM"), isFlexible: true),
            .init(title: say("MOIS", "MONTH")),
            .init(title: say("RETRAITS", "REMOVALS"), isRight: true),
            .init(title: say("DÉLAI DE RETRAIT", "TIME TO REMOVAL"), isRight: true),
        ])
        for line in data.removals { table.add(cells(line, line.platformTitle, line.month)) }
        if data.total[.removals] != 0 { table.add(cells(data.total, say("Ensemble", "All"), "")) }
        return table.lines(width: width)
    }

    private func cells(_ line: FigureLine, _ name: String, _ month: String) -> [String] {
        [name, month, say.count(line[.removals]), say.times(line.duration(.remove))]
    }

    /// What the columns mean, and what is missing.
    var legend: [String] {
        var lines = [
            say(
                "Retrait : première réponse qui dit une annonce retirée. Délai depuis la "
                    + "transmission : médiane / 95 % des dossiers, au mois du retrait.",
                "Removal: the first answer that says a listing is removed. Time since the "
                    + "transmission: median / 95% of cases, in the month of the removal.")
        ]
        if data.isOwn {
            lines.append(
                say(
                    "Vos propres dossiers : rien n’est masqué. Ne pas diffuser.",
                    "Your own cases: nothing is withheld. Not to be passed on."))
        }
        if data.olderLeftOut {
            lines.append(
                say(
                    "Il y a des retraits plus anciens ; seuls les plus récents sont comptés.",
                    "There are older removals; only the newest are counted."))
        }
        return lines
    }
}

extension StatsLanguage {
    /// `3 j / 21 j`, median and 95 %; `s` if they are withheld.
    func times(_ duration: FigureDuration?) -> String {
        guard let duration else { return "–" }
        guard let median = duration.medianMinutes, let long = duration.p95Minutes else {
            return "s"
        }
        return "\(span(minutes: median)) / \(span(minutes: long))"
    }
}
