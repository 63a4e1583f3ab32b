import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './brief.en.ts'

export const fr = {
  title: 'Note pour préparer une visite',
  download: 'Note de deux pages (PDF)',
  fileName: 'note',
  relationships: 'Ce qui nous lie',
  noRelationships: 'Aucune relation avec ce partenaire n’est notée.',
  why: 'Pourquoi ce partenaire',
  agreements: 'Accords et échéances',
  noAgreements: 'Aucun accord n’est noté.',
  us: 'Nous devons',
  them: 'On nous doit',
  commitments: 'Engagements en cours',
  overdue: 'en retard',
  journal: 'Derniers contacts',
  noJournal: 'Aucun contact n’est noté : demandez au service chargé de la relation.',
  contacts: 'Qui rencontrer',
  noContacts: 'Personne n’est encore noté.',
  projects: 'Projets',
  careful: 'Points de vigilance',
  notes: 'Bon à savoir',
  inside: 'Document interne : ne pas diffuser.',
  page: 'page',
  of: (place, day) => `${place} · ce que l’on savait le ${day}`,
  more: count => plural('fr', count, { one: 'et # de plus', other: 'et # de plus' }),
} satisfies Messages<typeof en>
