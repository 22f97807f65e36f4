// SPDX-License-Identifier: EUPL-1.2

internal import struct RecoursCases.RateInterval
internal import RecoursClient
internal import RecoursMessages

/// Figures as tables for a terminal.
struct StatsTable {
    let data: StatsData
    let say: StatsLanguage

    /// All tables, each with its title, and below them what the marks mean.
    func lines(width: Int?) -> [String] {
        var lines = table(say("PLATEFORME", "PLATFORM"), data.platforms, \.platformTitle, width)
        if !data.categories.isEmpty {
            lines.append("")
            lines += table(
                say("CATÉGORIE", "CATEGORY"), data.categories, { say.name(of: $0.category) }, width)
        }
        if !data.months.isEmpty { lines += [""] + months(width) }
        if !data.removals.isEmpty {
            lines += [""] + RemovalsTable(data: data, say: say).lines(width: width)
        }
        return lines
    }

    /// What the columns mean.
    var legend: [String] {
        var lines = [
            say(
                "Durées depuis la transmission : médiane / 95 % des cas.",
                "Times since the transmission: median / 95% of cases."),
            say(
                "Confirmés : résolus de l’avis du plaignant, parmi les dossiers conclus.",
                "Confirmed: resolved by the complainant’s own word, of the cases concluded."),
        ]
        if hasCommitments {
            lines.append(
                say(
                    "Engagements envers une campagne ou un motif : tenus / rompus.",
                    "Commitments to a campaign or a category: kept / broken."))
        }
        if !data.removals.isEmpty { lines += RemovalsTable(data: data, say: say).legend }
        if data.monthsLeftOut {
            lines.append(
                say(
                    "Pas de mois : ils ne sont pas tenus par motif au sein d’une campagne. "
                        + "Retirez --category ou --campaign.",
                    "No months: none are kept of a category within a campaign. Leave --category "
                        + "or --campaign out."))
        }
        if data.threshold > 0 {
            lines.append(
                say(
                    "s : secret statistique. Nombre de 1 à \(data.threshold - 1), ou qui en "
                        + "livrerait un.",
                    "s: withheld. A number from 1 to \(data.threshold - 1), or one that would "
                        + "give one away."))
        } else {
            lines.append(
                say(
                    "Vue de médiateur : rien n’est masqué. Ne pas diffuser.",
                    "A mediator’s view: nothing is withheld. Not to be passed on."))
        }
        return lines
    }

    // MARK: Tables

    private func table(
        _ title: String, _ lines: [FigureLine], _ name: (FigureLine) -> String, _ width: Int?
    ) -> [String] {
        let titles =
            say.isFrench
            ? [
                "REÇUS", "RÉPONDUS", "ACCUSÉ", "RÉPONSE", "RÉSOLUTION", "CONFIRMÉS", "ESCALADÉS",
                "ROMPUES", "INEXPLIQUÉS", "OUVERTS",
            ]
            : [
                "RECEIVED", "ANSWERED", "ACKNOWLEDGED", "ANSWER", "RESOLVED", "CONFIRMED",
                "ESCALATED", "BROKEN", "UNEXPLAINED", "OPEN",
            ]
        let more = hasCommitments ? [say("ENGAGEMENTS", "COMMITMENTS")] : []
        var table = TextTable(
            [.init(title: title, isFlexible: true)]
                + (titles + more).map { .init(title: $0, isRight: true) })
        for line in lines { table.add([name(line)] + cells(line)) }
        table.add([say("Ensemble", "All")] + cells(data.total))
        return table.lines(width: width)
    }

    private func cells(_ line: FigureLine) -> [String] {
        [
            say.count(line[.received]), say.count(line[.answered]), times(line, .acknowledge),
            times(line, .answer), times(line, .resolve), rate(line), say.count(line[.escalated]),
            say.count(line[.brokenPromises]), say.count(line[.unexplainedDelistings]),
            say.count(line[.open]),
        ] + (hasCommitments ? [commitments(line)] : [])
    }

    /// Seldom there is one: the table is wide without them.
    private var hasCommitments: Bool {
        data.total[.honouredCommitments] != 0 || data.total[.brokenCommitments] != 0
    }

    private func commitments(_ line: FigureLine) -> String {
        "\(say.count(line[.honouredCommitments])) / \(say.count(line[.brokenCommitments]))"
    }

    private func times(_ line: FigureLine, _ kind: FigureDurationKind) -> String {
        say.times(line.duration(kind))
    }

    private func rate(_ line: FigureLine) -> String {
        guard let rate = line.confirmedRate, let concluded = line[.concluded] else {
            return line[.concluded] == 0 ? "–" : "s"
        }
        return "\(say.percent(rate.rate)) \(say("de", "of")) \(say.count(concluded))"
    }

    private func months(_ width: Int?) -> [String] {
        let titles =
            say.isFrench
            ? ["REÇUS", "RÉPONDUS", "RÉSOLUS", "ESCALADÉS", "RETRAITS"]
            : ["RECEIVED", "ANSWERED", "RESOLVED", "ESCALATED", "REMOVALS"]
        var table = TextTable(
            [.init(title: say("MOIS", "MONTH"), isFlexible: true)]
                + titles.map { .init(title: $0, isRight: true) })
        for line in data.months {
            table.add(
                [line.month]
                    + [FigureCounter.received, .answered, .resolutions, .escalated, .removals]
                    .map { say.count(line[$0]) })
        }
        return table.lines(width: width)
    }
}
