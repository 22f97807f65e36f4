// SPDX-License-Identifier: EUPL-1.2

/// What is said of profiles and of the settings in them.
enum ProfileSentence: Sentence {
    case flag(String)
    case environment(String)
    case profile(String)
    case lacks(String, directory: String)
    case add(file: String, flag: String)
    case noneChosen(setting: String)
    case getOne(variable: String)
    case giveDirectory
    case noProfile(String, at: String, why: String)
    case holds
    case notEmpty(String)
    case chooseDirectory
    case checkAbove
    case unknown(String)
    case giveName(of: [String], directory: String, file: String)
    case noneYet(directory: String)
    case inUse(String)
    case unreadable

    var french: String {
        switch self {
        case .flag(let name): "option \(name)"
        case .environment(let name): "environnement \(name)"
        case .profile(let directory): "profil \(directory)"
        case .lacks(let setting, let directory):
            "le profil dans `\(directory)` n’a pas de `\(setting)`"
        case .add(let file, let flag): "Ajoutez-le dans \(file), ou donnez \(flag)."
        case .noneChosen(let setting): "aucun profil n’est choisi, il manque donc `\(setting)`"
        case .getOne(let variable):
            "Demandez à l’opérateur du serveur un répertoire de profil (`recours partner add` "
                + "en crée un), puis choisissez-le : `recours profile use DIR`, ou --profile DIR à "
                + "chaque commande. Ou donnez --endpoint, --cert, --key et --cacert (ou "
                + "RECOURS_ENDPOINT, RECOURS_CERT, RECOURS_KEY, RECOURS_CACERT ; ici, \(variable) "
                + "manque)."
        case .giveDirectory:
            "Donnez le répertoire que `recours partner add` ou `recoursd init` a créé."
        case .noProfile(let path, let at, let why):
            "`\(path)` n’est pas un profil"
                + (at.isEmpty ? "" : ", à \(at)") + " : \(why)"
        case .holds:
            "Il contient les noms endpoint, certificate, key et trust, chacun avec un texte."
        case .notEmpty(let path): "`\(path)` n’est pas vide"
        case .chooseDirectory: "Rien n’est écrasé ; choisissez un autre répertoire."
        case .checkAbove: "Vérifiez le répertoire au-dessus, et votre droit d’y écrire."
        case .unknown(let name): "il n’y a pas de profil `\(name)`"
        case .giveName(let of, let directory, let file):
            "Donnez un nom de \(directory) ("
                + (of.isEmpty ? "il n’y en a pas encore" : "il y a : " + of.joined(separator: ", "))
                + "), ou un répertoire qui contient \(file)."
        case .noneYet(let directory): "Il n’y a pas encore de profil dans \(directory)."
        case .inUse(let name): "Les commandes utilisent désormais le profil \(name)."
        case .unreadable: "illisible"
        }
    }

    var english: String {
        switch self {
        case .flag(let name): "flag \(name)"
        case .environment(let name): "environment \(name)"
        case .profile(let directory): "profile \(directory)"
        case .lacks(let setting, let directory): "the profile in `\(directory)` has no \(setting)"
        case .add(let file, let flag): "Add it to \(file), or give \(flag)."
        case .noneChosen(let setting): "no profile is chosen, so there is no \(setting)"
        case .getOne(let variable):
            "Ask the operator of the server for a profile directory (`recours partner add` "
                + "makes one), then choose it: `recours profile use DIR`, or --profile DIR with "
                + "each command. Or give --endpoint, --cert, --key and --cacert "
                + "(or RECOURS_ENDPOINT, RECOURS_CERT, RECOURS_KEY, RECOURS_CACERT; "
                + "here \(variable) is missing)."
        case .giveDirectory:
            "Give the directory that `recours partner add` or `recoursd init` made."
        case .noProfile(let path, let at, let why):
            "`\(path)` is no profile" + (at.isEmpty ? "" : " at \(at)") + ": \(why)"
        case .holds: "It holds the names endpoint, certificate, key and trust, all of them text."
        case .notEmpty(let path): "`\(path)` is not empty"
        case .chooseDirectory: "Nothing is overwritten; choose another directory."
        case .checkAbove: "Check the directory above it and that you may write there."
        case .unknown(let name): "there is no profile `\(name)`"
        case .giveName(let of, let directory, let file):
            "Give a name from \(directory) ("
                + (of.isEmpty ? "there are none yet" : "there are: " + of.joined(separator: ", "))
                + "), or a directory with \(file)."
        case .noneYet(let directory): "There are no profiles in \(directory) yet."
        case .inUse(let name): "Commands now use the profile \(name)."
        case .unreadable: "unreadable"
        }
    }
}
