import type { Locale } from '../locales.ts'
import { type Messages, plural } from '../say.ts'
import type { en } from './texts.en.ts'

const languages: Record<Locale, string> = { fr: 'français', es: 'espagnol', pt: 'portugais', en: 'anglais' }

export const fr = {
  title: 'Textes',
  lead: 'Ce qui manque, n’est plus à jour ou reste à relire, langue par langue.',
  byLanguage: 'Par langue',
  list: 'Textes',
  column: {
    language: 'Langue',
    source: 'Rédigés dans cette langue',
    reviewed: 'Relus',
    draft: 'Provisoires',
    stale: 'À mettre à jour',
    missing: 'Manquants',
    text: 'Texte',
    field: 'Champ',
    place: 'Où',
    states: 'Langues',
  },
  state: {
    source: 'original',
    reviewed: 'relu',
    draft: 'provisoire',
    machine: 'traduction automatique',
    stale: 'à mettre à jour',
    missing: 'manquant',
  },
  filter: {
    language: 'Langue',
    anyLanguage: 'Toutes les langues',
    state: 'Ce qui reste à faire',
    anyState: 'Tous les textes',
    missing: 'À traduire',
    stale: 'À mettre à jour',
    draft: 'À relire',
    space: 'Où',
    anySpace: 'Partout',
  },
  spaces: {
    installation: 'Tout ce site',
    network: name => `Réseau : ${name}`,
    seminar: name => `Séminaire : ${name}`,
    territory: name => `Territoire : ${name}`,
  },
  fields: {
    name: 'Nom',
    organisation: 'Nom d’une organisation',
    space: 'Nom d’un réseau, d’un séminaire ou d’un territoire',
  },
  empty: 'Rien à faire ici',
  emptyNext:
    'Aucun texte que vous pouvez traduire ne répond à ce choix. Élargissez-le, ou revenez après le prochain changement.',
  none: 'Aucun texte ne vous est confié',
  noneNext:
    'Demandez le droit de traduire à l’équipe d’organisation du séminaire ; les textes paraîtront alors sur cette page.',
  inLanguage: language => `En ${languages[language]}`,
  original: language => `Original, en ${languages[language]}`,
  translation: language => `Traduction en ${languages[language]}`,
  editLead: 'L’original se trouve à côté de chaque traduction.',
  originalNow: 'L’original tel qu’il est maintenant',
  originalThen: 'L’original tel qu’il était au moment de la traduction',
  changedSince: 'L’original a changé depuis que cette traduction a été faite ou vérifiée.',
  stillValid: 'Toujours valable telle quelle',
  stillValidHint: 'Garde les mots et note qu’ils conviennent au nouvel original.',
  stateOf: 'État de cette traduction',
  draft: 'Provisoire : une autre personne doit la relire',
  reviewed: 'Relue',
  save: 'Enregistrer',
  saveOriginal: 'Enregistrer l’original',
  originalHint:
    'Les traductions déjà faites seront signalées comme à mettre à jour, tant que personne ne les aura revues.',
  saved: language => `Le texte en ${languages[language]} est enregistré.`,
  keptValid: language => `Le texte en ${languages[language]} est noté comme toujours valable.`,
  staleTitle: 'Ce texte a changé pendant que vous écriviez',
  sourceChanged:
    'L’original a changé pendant que vous écriviez. Rien de votre texte n’est perdu : lisez le nouvel original, puis enregistrez à nouveau.',
  settledTitle: 'Ces mots restent tels quels',
  settled:
    'Une personne au moins a accepté ces mots ou y a répondu : ils ne changent plus. Une traduction manquante peut être ajoutée. Une nouvelle rédaction est une nouvelle version, par le fichier du séminaire (« Importer un séminaire »).',
  settledRefused:
    'Rien n’a changé : une personne au moins a accepté ces mots ou y a répondu. Une nouvelle rédaction est une nouvelle version, par le fichier du séminaire (« Importer un séminaire »).',
  settledTyped: 'Ce que vous avez écrit',
  problems: {
    empty: 'Écrivez le texte, ou quittez cette page sans enregistrer.',
    long: most =>
      plural('fr', most, {
        one: 'Réduisez le texte à # caractère.',
        other: 'Réduisez le texte à # caractères.',
        many: 'Réduisez le texte à # de caractères.',
      }),
    state: 'Indiquez si la traduction est provisoire ou relue.',
  },
} satisfies Messages<typeof en>
