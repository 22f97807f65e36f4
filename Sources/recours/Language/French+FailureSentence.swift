// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

extension FailureSentence {
    var french: String {
        switch self {
        case .state(let state, let version):
            "cela ne se peut pas maintenant : le dossier est "
                + "« \(Labels.states.name(of: state, in: .french)) », à la version \(version)"
        case .server(let code, let message): French.meaning(code) + " (« \(message) »)"
        case .request(let number): "requête \(number)"
        case .outcomeUnknown:
            "Cela a pu être fait bien qu’aucune réponse ne soit venue ; regardez avant de répéter."
        case .lookAtPath: "Examinez le chemin vers le serveur avec `recours doctor`."
        case .seeWhoYouAre: "Voyez qui vous êtes pour le serveur avec `recours doctor`."
        case .newCertificate: "Demandez à l’opérateur un certificat valable aujourd’hui."
        case .checkNumber: "Vérifiez le numéro ou l’identifiant, et que c’est bien à vous."
        case .seeTheCase: "Voyez où en est le dossier, et ce que vous pouvez, avec `recours show`."
        case .later: "Réessayez plus tard."
        }
    }
}

extension French {
    /// What a status of the protocol means.
    fileprivate static func meaning(_ code: StatusCode) -> String {
        switch code {
        case .ok: "fait"
        case .cancelled: "l’appel a été abandonné"
        case .invalidArgument, .outOfRange: "la demande enfreint des règles"
        case .deadlineExceeded: "la réponse n’est pas venue à temps"
        case .notFound: "introuvable, ou pas à vous"
        case .alreadyExists: "cela existe déjà autrement"
        case .permissionDenied: "cela ne vous est pas permis"
        case .resourceExhausted: "un quota est épuisé"
        case .failedPrecondition: "cela ne se peut pas en l’état"
        case .aborted: "une autre opération est en cours"
        case .unimplemented: "le serveur ne connaît pas cet appel"
        case .unavailable: "le serveur est injoignable"
        case .dataLoss: "des données sont perdues"
        case .unauthenticated: "le certificat est refusé"
        case .internal, .unknown, .unrecognized: "une erreur est survenue"
        }
    }
}
