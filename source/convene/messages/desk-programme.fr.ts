import type { Messages } from '#ground/languages/say.ts'
import type { en } from './desk-programme.en.ts'

export const fr: Messages<typeof en> = {
  part: 'Le programme',
  slots: {
    label: 'Créneaux',
    text: 'Qui fait quoi et quand : titres, thèmes, modération, salles, documents.',
  },
  timetable: {
    label: 'Grille horaire',
    text: 'Toutes les heures côte à côte ; déplacez un créneau et voyez aussitôt ce qui se chevauche.',
  },
  languages: {
    label: 'Langues du programme',
    text: 'Traduire en regard de l’original, publier une langue plus tard.',
  },
  tell: {
    label: 'Annoncer les changements',
    text: 'Ce qui a changé depuis le dernier message, et le courriel qui le dit.',
  },
}
