// SPDX-License-Identifier: EUPL-1.2

internal import struct RecoursCases.RateInterval
internal import RecoursClient
internal import RecoursMessages

/// The title, what the page says in two sentences, and the six numbers to keep in mind.
struct PageHead {
    let data: StatsData
    let say: StatsLanguage
    let scope: [String]

    var markup: Markup {
        """
        <header>
        <p class="eyebrow"><span class="mark" aria-hidden="true"></span>Recours \
        <span class="period">\(period)</span></p>
        <h1>\(say(
            "Ce que deviennent les recours des petites entreprises face aux plateformes",
            "What becomes of small firms’ cases against platforms"))</h1>
        \(scopeLine)<p class="summary">\(summary)</p>
        \(warning)<dl class="tiles">
        \(tiles)</dl>
        </header>

        """
    }

    private var period: String {
        guard let first = data.months.first?.month, let last = data.months.last?.month else {
            return say(
                "au \(say.date(milliseconds: data.readAtMs))",
                "as of \(say.date(milliseconds: data.readAtMs))")
        }
        if first == last { return say.month(first) }
        return say(
            "de \(say.month(first)) à \(say.month(last))",
            "\(say.month(first)) to \(say.month(last))")
    }

    private var scopeLine: Markup {
        scope.isEmpty ? "" : "<p class=\"scope\">\(scope.joined(separator: " · "))</p>\n"
    }

    private var warning: Markup {
        guard data.threshold == 0 else { return "" }
        return """
            <p class="warning" role="note">\(say(
                "Exemplaire de médiateur : les petits nombres n’y sont pas masqués. Ne pas "
                    + "diffuser.",
                "A mediator’s copy: small numbers are not withheld. Not to be passed on."))</p>

            """
    }

    private var summary: String {
        var text = say(
            "\(say.count(data.total[.received])) dossiers ont été transmis à \(addressees). ",
            "\(say.count(data.total[.received])) cases were transmitted to \(addressees). ")
        if let answer = data.total.duration(.answer), let median = answer.medianMinutes,
            let long = answer.p95Minutes
        {
            text += say(
                "La moitié des réponses arrive en \(say.span(minutes: median)) au plus, "
                    + "95 % en \(say.span(minutes: long)). ",
                "Half of the answers come within \(say.span(minutes: median)), "
                    + "95% within \(say.span(minutes: long)). ")
        }
        if let escalated = data.total[.escalated], escalated > 0 {
            text += say(
                "\(say.count(escalated)) dossiers laissés sans réponse sont allés d’eux-mêmes au "
                    + "médiateur : aucun ne s’est éteint dans le silence.",
                "\(say.count(escalated)) cases left without an answer went to the mediator by "
                    + "themselves: none ended in silence.")
        }
        return text
    }

    private var addressees: String {
        let platforms = data.platforms.filter { $0[.received] != 0 }
        if platforms.count == 1 { return platforms[0].platformTitle }
        return say("\(platforms.count) plateformes", "\(platforms.count) platforms")
    }

    // MARK: Numbers to keep in mind

    private var tiles: Markup {
        let total = data.total
        let received = tile(
            say.count(total[.received]), say("dossiers transmis", "cases transmitted"),
            say("\(say.count(total[.open])) en cours", "\(say.count(total[.open])) under way"))
        let answer = total.duration(.answer)
        let answered = tile(
            say.span(minutes: answer?.medianMinutes),
            say(
                "délai médian de réponse",
                "median time to answer"),
            say(
                "95 % en \(say.span(minutes: answer?.p95Minutes))",
                "95% within \(say.span(minutes: answer?.p95Minutes))"))
        return received + answered + confirmed
            + share(
                .escalated, say("escaladés au médiateur", "escalated to the mediator"),
                say("après le silence de la plateforme", "after the platform’s silence"))
            + share(
                .brokenPromises, say("promesses rompues", "promises broken"),
                say("remède non prouvé à l’échéance", "remedy not shown in time"))
            + unexplained
    }

    private var confirmed: Markup {
        let title = say("résolus, et confirmés", "resolved, and confirmed")
        guard let rate = data.total.confirmedRate else {
            return tile(
                "–", title,
                say(
                    "pas encore assez de dossiers conclus",
                    "not yet enough cases concluded"))
        }
        return tile(
            say.percent(rate.rate), title,
            say(
                "de \(say.count(data.total[.concluded])) dossiers conclus, "
                    + "entre \(say.percent(rate.lower)) et \(say.percent(rate.upper))",
                "of \(say.count(data.total[.concluded])) cases concluded, "
                    + "between \(say.percent(rate.lower)) and \(say.percent(rate.upper))"))
    }

    private var unexplained: Markup {
        let unexplained = data.total[.unexplainedDelistings]
        let explained = data.total[.explainedDelistings]
        var note = say("blocages sans motif exposé", "blockings without a stated reason")
        if let unexplained, let explained {
            note = say(
                "blocages sans motif exposé, sur \(say.count(unexplained + explained))",
                "blockings without a stated reason, of \(say.count(unexplained + explained))")
        }
        return tile(
            say.count(unexplained), say("déréférencements inexpliqués", "unexplained delistings"),
            note, isAlert: unexplained != 0)
    }

    private func share(_ counter: FigureCounter, _ title: String, _ note: String) -> Markup {
        var note = note
        if let share = data.total.share(counter) {
            let percent = say.percent(share)
            note = say("\(percent) des dossiers · ", "\(percent) of cases · ") + note
        }
        return tile(
            say.count(data.total[counter]), title, note, isAlert: data.total[counter] != 0)
    }

    private func tile(
        _ number: String, _ title: String, _ note: String, isAlert: Bool = false
    ) -> Markup {
        """
        <div class="tile\(isAlert ? " alert" : "")"><dt>\(title)</dt>\
        <dd><span class="big">\(number)</span><span class="note">\(note)</span></dd></div>

        """
    }
}
