import type { Messages } from '#ground/languages/say.ts'
import type { en } from './memory.en.ts'

export const fr = {
  kinds: { territory: 'Mémoire d’un territoire', network: 'Mémoire d’un réseau' },
  doors: 'Ce que l’on garde en mémoire',
  fictitious: 'Ce territoire est imaginaire, tout comme ce qui en est dit.',
  sections: {
    relationships: 'Relations',
    journal: 'Journal',
    projects: 'Projets',
    actors: 'Partenaires et contacts',
    posts: 'Fonctions et mandats',
    services: 'Services et acteurs clés',
    decisions: 'Délibérations',
    documents: 'Documents',
    notes: 'Notes',
    history: 'Historique',
  },
  past: {
    text: day => `Vous lisez ce que l’on savait le ${day}.`,
    today: 'Revenir à aujourd’hui',
  },
  contacts: 'Contacts',
  circles: { 0: 'Interne', 1: 'Réseau', 2: 'Public' },
} satisfies Messages<typeof en>
