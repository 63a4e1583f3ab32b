import type { Messages } from '#ground/languages/say.ts'
import type { en } from './guest-problems.en.ts'

const asked = (suggestion: string | null) => (suggestion ? ` Vouliez-vous dire « ${suggestion} » ?` : '')
const like = (words: string | null) => (words ? ` Vouliez-vous dire : ${words} ?` : '')

export const fr = {
  errors: {
    'email-missing': 'Pas d’adresse de courriel.',
    'email-form': (found, suggestion) => `« ${found} » n’est pas une adresse de courriel.${asked(suggestion)}`,
    'given-name-missing': 'Pas de prénom.',
    'family-name-missing': 'Pas de nom de famille.',
    'name-missing': 'Pas de nom.',
    'name-one-word': found => `« ${found} » est un seul mot : il faut un prénom et un nom.`,
    'category-missing': 'Pas de catégorie.',
    'category-unknown': (found, words) => `« ${found} » n’est aucune des catégories.${like(words)}`,
    'country-missing': 'Pas de pays.',
    'country-unknown': (found, words) => `« ${found} » n’est pas un pays que nous connaissons.${like(words)}`,
    'language-missing': 'Pas de langue des courriels.',
    'language-unknown': found => `« ${found} » : les courriels sont en français, espagnol, portugais ou anglais.`,
    'organisation-missing': 'Pas d’organisation.',
    'cell-error': found => `La cellule montre une erreur du tableur : ${found}.`,
    'too-long': found => `« ${found}… » est trop long pour cette colonne.`,
    'name-link': found => `« ${found} » : un nom s’écrit sans adresse web ni « / », « @ ».`,
    'not-readable': found => `« ${found} » ne peut pas être lu ici.`,
    'answer-number': found => `« ${found} » n’est pas un nombre, ou se lit de deux façons.`,
    'answer-choice': found => `« ${found} » n’est aucune des réponses au choix.`,
    'answer-date': found => `« ${found} » : écrivez le jour sous la forme année-mois-jour, par exemple 2018-07-05.`,
    'invitation-used-up': 'L’invitation n’a plus de place pour cette personne.',
  },
  warnings: {
    duplicate: row => `La même personne qu’à la ligne ${row} : cette ligne est laissée de côté.`,
    'same-address': row => `La même adresse qu’à la ligne ${row}, avec un autre nom : les deux sont inscrites.`,
    known: state => `Déjà inscrite (${state}) : rien ne change.`,
    'email-suspect': (found, suggestion) =>
      `« ${found} » : vouliez-vous dire « ${suggestion} » ? Elle est prise telle quelle.`,
    number: found => `« ${found} » ressemble à un nombre : gardé comme le texte qu’il est.`,
    date: found => `La cellule contient une date : gardée comme le texte « ${found} ».`,
    formula: 'La cellule contient une formule dont le résultat n’a pas été enregistré : lue comme vide.',
    merged: (found, from, to) =>
      `Une seule cellule fusionnée pour les lignes ${from} à ${to} : « ${found} » y est lu partout.`,
    'passed-over': found => `« ${found} » : cette ligne ne désigne personne, elle est ignorée.`,
    'heading-again': 'Les titres une nouvelle fois : ligne ignorée.',
    'country-like': (found, read) => `« ${found} » est lu comme ${read}.`,
    'category-like': (found, read) => `« ${found} » est lu comme « ${read} ».`,
    'language-like': (found, read) => `« ${found} » est lu comme ${read}.`,
    'language-other': (found, read) =>
      `« ${found} » : nous n’avons pas de courriels dans cette langue. Ils seront en ${read}.`,
    'languages-unknown': words => `Aucune langue que nous connaissons : ${words}. Laissé de côté.`,
  },
  lines: {
    form: (found, suggestion) => `« ${found} » ne contient pas d’adresse de courriel.${asked(suggestion)}`,
    twice: (found, line) => `${found} se trouve déjà à la ligne ${line}.`,
    'too-many': 'Plus de 2 000 adresses à la fois. Envoyez les autres ensuite.',
    inLine: (line, sentence) => `Ligne ${line} : ${sentence}`,
  },
} satisfies Messages<typeof en>
