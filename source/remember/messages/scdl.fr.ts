import type { Messages } from '#ground/languages/say.ts'
import type { en } from './scdl.en.ts'

export const fr = {
  toPublish: 'Ce qui manque avant que le fichier de données ouvertes soit valide',
  hint: 'Comme le demande le schéma national SCDL Délibérations. Ici, rien n’empêche de continuer.',
  nothingMissing: 'Rien ne manque pour publier cette décision.',
  allThere: 'Toutes les décisions publiques peuvent être publiées telles quelles.',
  some: (n, of) =>
    `${n} ${n === 1 ? 'décision publique' : 'décisions publiques'} sur ${of} ${n === 1 ? 'serait refusée' : 'seraient refusées'} :`,
  lacks: {
    siret:
      'Le numéro SIRET de la collectivité : ajoutez-le au territoire, ou à cette décision si une autre collectivité l’a prise.',
    'siret-sum': 'Le numéro SIRET n’en est pas un : ses chiffres ne tombent pas juste.',
    subject: 'La matière, de la nomenclature ACTES.',
    'subject-unknown': 'Une matière que la nomenclature ACTES connaît : de 1.1 à 9.4.',
    object: 'L’objet de la décision.',
    votes: 'Les voix pour et contre et les abstentions doivent faire le nombre de votes.',
  },
  short: {
    siret: 'numéro SIRET',
    'siret-sum': 'numéro SIRET faux',
    subject: 'matière',
    'subject-unknown': 'matière inconnue',
    object: 'objet',
    votes: 'votes qui ne tombent pas juste',
  },
} satisfies Messages<typeof en>
