import type { Messages } from '#ground/languages/say.ts'
import type { en } from './memory.en.ts'

export const fr = {
  kinds: { territory: 'Mémoire d’un territoire', network: 'Mémoire d’un réseau' },
  doors: 'Ce que l’on garde en mémoire',
  here: section => `Dans cette mémoire : ${section}`,
  fictitious: {
    territory: 'Ce territoire est imaginaire, tout comme ce qui en est dit.',
    network: 'Ce réseau est imaginaire, tout comme ce qui en est dit.',
  },
  sections: {
    relationships: 'Relations',
    journal: 'Journal',
    projects: 'Projets',
    actors: 'Partenaires et personnes',
    posts: 'Fonctions et mandats',
    services: 'Services et acteurs clés',
    decisions: 'Décisions',
    documents: 'Documents',
    notes: 'Notes',
    history: 'Historique',
  },
  past: {
    text: day => `Vous lisez ce que l’on savait le ${day}.`,
    today: 'Revenir à aujourd’hui',
  },
  contacts: 'Personnes',
  circles: { 0: 'Interne', 1: 'Réseau', 2: 'Public' },
  inItsLanguage: 'Ce qui n’est pas encore en français figure dans sa langue.',
} satisfies Messages<typeof en>
