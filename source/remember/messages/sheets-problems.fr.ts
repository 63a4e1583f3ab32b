import type { Messages } from '#ground/languages/say.ts'
import type { en } from './sheets-problems.en.ts'

export const fr: Messages<typeof en> = {
  errors: {
    missing: (field: string) => `« ${field} » manque.`,
    date: (found: string) =>
      `« ${found} » ne se lit pas comme une date. Attendu par exemple : 1998, 06/2004, 12/06/2004, vers 2004 ou 2004–2010.`,
    day: (found: string) =>
      `« ${found} » est une période. Attendu : une date, par exemple 12/06/2014, 06/2014 ou 2014.`,
    choice: (found: string, expected: string) =>
      `« ${found} » ne fait pas partie des valeurs possibles. Attendu : ${expected}.`,
    country: (found: string) => `« ${found} » n’est pas un pays connu. Attendu : son nom ou ses deux lettres.`,
    language: (found: string) =>
      `« ${found} » n’est pas une langue connue. Attendu par exemple : français, español ou pt.`,
    months: (found: string) =>
      `« ${found} » n’est pas une durée. Attendu : un nombre de mois, par exemple 12, 6 mois ou 90 jours.`,
    amount: (found: string) => `« ${found} » n’est pas un montant. Attendu par exemple : 12 500,50.`,
    currency: (found: string) => `« ${found} » n’est pas une devise. Attendu : ses trois lettres, par exemple EUR.`,
    'currency-missing': (found: string) =>
      `La devise de « ${found} » n’est pas indiquée. Ajoutez une colonne, ou choisissez-en une pour toute la feuille.`,
    email: (found: string) => `« ${found} » n’est pas une adresse de courriel. Attendu par exemple : nom@example.org.`,
    link: (found: string) => `« ${found} » n’est pas une adresse web. Attendu par exemple : https://example.org.`,
    identifiers: (found: string) =>
      `« ${found} » n’est pas un identifiant. Attendu : un registre et un numéro, par exemple siren : 217500016.`,
    id: (found: string) =>
      `« ${found} » n’est pas un identifiant Perenne. Laissez la cellule vide pour une nouvelle fiche.`,
    'id-unknown': (found: string) =>
      `Aucune fiche de cette mémoire ne porte l’identifiant « ${found} ». Laissez la cellule vide pour une nouvelle fiche.`,
    'too-long': (found: string, most: string) => `« ${found}… » est trop long : ${most} caractères au plus.`,
    'cell-error': (found: string) =>
      `La cellule contient l’erreur ${found} du tableur. Corrigez la formule, ou écrivez la valeur.`,
    order: (found: string) => `Cette fin précède son début${found === '' ? '' : `\u00a0: «\u00a0${found}\u00a0»`}.`,
    ambiguous: (found: string) =>
      `Plusieurs fiches de cette mémoire portent le nom « ${found} ». Dites laquelle par son identifiant Perenne.`,
    'relationship-unknown': (found: string) =>
      `« ${found} » n’est pas une relation de cette mémoire. Attendu : le nom d’une relation, ou celui de son seul partenaire.`,
    'contact-unknown': (found: string) =>
      `« ${found} » n’est pas parmi les personnes connues ici. Importez d’abord les personnes, ou ne lisez pas cette colonne.`,
    'tacit-needs': (field: string) => `Un accord qui se renouvelle tacitement a besoin de « ${field} ».`,
    'indefinite-end': 'Un accord sans terme n’a pas de fin : écrivez un autre renouvellement, ou laissez la fin vide.',
    'exact-day': (found: string) =>
      `« ${found} » n’est pas un jour précis. Attendu : une date entière, par exemple 12/06/2014.`,
    year: (found: string) => `« ${found} » n’est pas une année. Attendu : quatre chiffres, par exemple 2014.`,
    count: (found: string) => `« ${found} » n’est pas un nombre. Attendu : un nombre entier, par exemple 29.`,
    form: (found: string) => `« ${found} » n’a pas la forme attendue ici. Corrigez-le, ou laissez la cellule vide.`,
    'post-unknown': (found: string) =>
      `« ${found} » n’est pas une fonction de cette mémoire. Importez d’abord les fonctions, ou écrivez son intitulé comme il y figure.`,
    'term-unknown': (found: string) =>
      `« ${found} » n’est pas un mandat de cette mémoire. Importez d’abord les mandats, ou laissez la cellule vide.`,
    'not-settled':
      'Un jour de clôture est donné, et rien ne dit que c’est clos. L’engagement est-il tenu, ou abandonné ?',
    negative: (found: string) => `« ${found} » est inférieur à zéro. Attendu : un montant, par exemple 1 250,00.`,
  },
  warnings: {
    serial: (found: string, day: string) => `« ${found} » est lu comme la date ${day} : le tableur a perdu son format.`,
    like: (found: string, read: string) => `« ${found} » est lu « ${read} ».`,
    thousands: (found: string, read: string) =>
      `« ${found} » est lu ${read} : le signe est pris pour celui des milliers.`,
    alike: (found: string, like: string) =>
      `« ${found} » est nouveau et ressemble à « ${like} », qui est déjà connu. Est-ce le même ?`,
    'new-actor': (found: string) => `« ${found} » n’est pas encore connu : il s’ajoute aux partenaires et acteurs.`,
    again: (row: string) => `Parle de la même fiche que la ligne ${row} : ce qui est nouveau s’y ajoute.`,
    conflict: (found: string, row: string) =>
      `« ${found} » dit autre chose que la ligne ${row} : ce que dit la ligne ${row} est gardé.`,
    merged: (found: string, from: string, to: string) =>
      `Cellules fusionnées de la ligne ${from} à la ligne ${to} : « ${found} » est lu dans chacune.`,
    'passed-over': (found: string) => `Laissé de côté, comme un titre ou un total : « ${found} ».`,
    'language-guessed': (language: string) => `Les textes de cette ligne sont lus en ${language}.`,
    'one-word-name': (found: string) => `« ${found} » est un seul mot : il est pris pour le nom de famille.`,
    'alike-here': (found: string, row: string, like: string) =>
      `« ${found} » ressemble à « ${like} » de la ligne ${row}. Est-ce le même ?`,
    'relationship-alike': (found: string, known: string) =>
      `Une relation du même type avec « ${found} » est déjà connue : « ${known} ». Cette ligne en crée une autre, sauf si c’est celle-là.`,
    'relationship-alike-named': (found: string, known: string) =>
      `« ${found} » est une nouvelle relation ; « ${known} », du même type et avec ce partenaire, est déjà connue. Est-ce la même ?`,
    'agreement-alike': (found: string) =>
      `Un autre accord avec ce partenaire s’appelle aussi « ${found} », à d’autres dates : celui-ci s’y ajoute.`,
    'end-without-signature': (found: string) =>
      `${found === '' ? 'Cet accord a une fin, mais pas de date de signature' : `« ${found} » a une fin, mais pas de date de signature`} : sans elle, aucune échéance ne sera annoncée.`,
    vaguer: (field: string, known: string, said: string) =>
      `« ${field} » : le tableau dit « ${said} », ce qui est connu est plus précis (« ${known} ») et est gardé.`,
    'other-date': (field: string, known: string, said: string) =>
      `« ${field} » : le tableau dit « ${said} », mais « ${known} » est connu et est gardé. Lequel est juste ?`,
    'other-text': (field: string, said: string, known: string) =>
      `« ${field} » : le tableau dit « ${said} », mais « ${known} » est connu et est gardé. Faut-il l’ajouter à la suite, ou le mettre à la place ?`,
    'other-language': (source: string, said: string) =>
      `La fiche est écrite en ${source}, et cette ligne semble l’être en ${said} : ses textes ne sont pas repris. S’ils traduisent ceux de la fiche, dites que la ligne est en ${said}.`,
  },
}
