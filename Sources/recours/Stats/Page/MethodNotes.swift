// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// What each word means exactly, so that anybody could count again.
struct MethodNotes {
    let data: StatsData
    let say: StatsLanguage

    var markup: Markup {
        PageSection(
            identifier: "method", title: say("Comment c’est compté", "How it is counted"),
            lead: say(
                "Les chiffres sont tenus à jour par chaque événement d’un dossier, dans la même "
                    + "transaction que lui ; ils peuvent être recalculés à partir des événements.",
                "Figures are kept up to date by each event of a case, in its own transaction; they "
                    + "can be computed again from the events."),
            body: """
                <dl class="notes">
                \(notes)</dl>
                """
        ).markup
    }

    private var notes: Markup {
        let all = words + failings + removals + numbers
        // Of one's own there are removals alone, and their times.
        return (data.isOwn ? [removals[0], numbers[0]] : all).map { title, text in
            "<div><dt>\(title)</dt><dd>\(text)</dd></div>\n"
        }.joined()
    }

    private var words: [(String, String)] {
        [
            (
                say("Reçu", "Received"),
                say(
                    "Transmis à la plateforme. Un dossier réadressé à une autre plateforme compte "
                        + "pour chacune, selon sa propre horloge.",
                    "Transmitted to the platform. A case sent on to another platform counts for "
                        + "each, by its own clock.")
            ),
            (
                say("Répondu", "Answered"),
                say(
                    "Une première réponse définitive et typée a été donnée : remède, explication, "
                        + "maintien motivé… Ni un accusé, ni une réponse d’attente, ni une "
                        + "question.",
                    "A first final, typed answer was given: remedy, explanation, decision upheld "
                        + "with reasons… Neither a receipt, nor an interim answer, nor a question.")
            ),
            (
                say("Escaladé", "Escalated"),
                say(
                    "Confié au médiateur par l’horloge, parce que la plateforme a laissé passer "
                        + "son "
                        + "délai de réponse.",
                    "Handed to the mediator by the clock, because the platform let its time to "
                        + "answer pass.")
            ),
            (
                say("Conclu, confirmé", "Concluded, confirmed"),
                say(
                    "Conclu : résolu ou clos sans accord par le médiateur. Confirmé : résolu parce "
                        + "que le plaignant l’a dit, ou a signé l’accord. Un dossier rouvert n’est "
                        + "plus résolu.",
                    "Concluded: resolved, or closed by the mediator without an agreement. "
                        + "Confirmed: "
                        + "resolved because the complainant said so, or signed the agreement. A "
                        + "case "
                        + "reopened is resolved no more.")
            ),
        ]
    }

    private var failings: [(String, String)] {
        [
            (
                say("Promesse rompue", "Promise broken"),
                say(
                    "Un remède promis et accepté n’a pas été prouvé à l’échéance que la plateforme "
                        + "avait donnée.",
                    "A remedy promised and accepted was not shown by the date that the platform "
                        + "had "
                        + "given.")
            ),
            (
                say("Blocage inexpliqué", "Unexplained blocking"),
                say(
                    "Déréférencement, annonce supprimée, compte suspendu ou résilié, décision sans "
                        + "motif : le délai de réponse est passé, ou une réponse a été donnée, "
                        + "sans "
                        + "exposé des motifs (règlement (UE) 2019/1150, article 4). Un dossier "
                        + "retiré avant n’en est pas un.",
                    "Delisting, listing suppressed, account suspended or terminated, decision "
                        + "without a reason: the time to answer has passed, or an answer was "
                        + "given, "
                        + "without a statement of reasons (Regulation (EU) 2019/1150, article 4). "
                        + "A case withdrawn before that is none.")
            ),
        ]
    }

    private var removals: [(String, String)] {
        [
            (
                say("Retrait", "Removal"),
                say(
                    "Dossiers de contrefaçon, d’autres droits, ou qui demandent un retrait : "
                        + "première réponse qui dit une annonce retirée, au mois de cette réponse.",
                    "Cases of counterfeit, of other rights, or that ask for a removal: the first "
                        + "answer that says a listing is removed, in the month of that answer.")
            ),
            (
                say("Engagement rompu", "Commitment broken"),
                say(
                    "Pris envers une campagne ou un motif, et déclaré non tenu par un médiateur, "
                        + "ou resté sans suite à son terme. La promesse faite dans un dossier "
                        + "compte parmi les promesses.",
                    "Made to a campaign or a category, and found not kept by a mediator, or still "
                        + "open when it was due. What was promised in a case is among the "
                        + "promises.")
            ),
        ]
    }

    private var numbers: [(String, String)] {
        var notes = [
            (
                say("Délais", "Times"),
                say(
                    "Comptés depuis la transmission, sans déduire les pauses, en minutes arrondies "
                        + "au-dessus ; au-delà d’un jour, en heures arrondies au-dessus. Médiane "
                        + "et "
                        + "95 % sont des durées observées (rang le plus proche), jamais des "
                        + "moyennes.",
                    "Counted from the transmission, pauses included, in minutes rounded up; beyond "
                        + "a day, in hours rounded up. Median and 95% are times that occurred "
                        + "(nearest rank), never means.")
            ),
            (
                say("Incertitude", "Uncertainty"),
                say(
                    "Intervalle de Wilson à 95 %. Deux plateformes dont les bandes se recouvrent "
                        + "largement ne peuvent être départagées.",
                    "Wilson’s interval at 95%. Two platforms whose bands largely overlap cannot be "
                        + "told apart.")
            ),
            (
                say("Effacement", "Erasure"),
                say(
                    "Un dossier dont les données personnelles ont été effacées reste compté.",
                    "A case whose personal data were erased stays counted.")
            ),
        ]
        guard data.threshold > 0 else { return notes }
        notes.insert(
            (
                say("Secret statistique", "Secrecy"),
                say(
                    "Un nombre de 1 à \(data.threshold - 1) n’est pas publié, ni celui qui, par "
                        + "différence avec un total, le livrerait ; une part ou un délai sur moins "
                        + "de \(data.threshold) dossiers non plus. Zéro est publié.",
                    "A number from 1 to \(data.threshold - 1) is withheld, and so is one that "
                        + "would "
                        + "give it away by difference from a total; also a share or a time of "
                        + "fewer "
                        + "than \(data.threshold) cases. Zero is shown.")
            ), at: 0)
        return notes
    }
}
