import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './editing-removed.en.ts'

export const fr = {
  title: 'Retiré du brouillon',
  lead: 'Ce qui figure ici peut être remis tel quel.',
  rooms: 'Salles retirées',
  columns: { what: 'Quoi', when: 'Quand', by: 'Par', back: 'Remettre' },
  button: 'Remettre',
  undo: name => `Remettre « ${name} »`,
  program: 'Le logiciel',
  somebody: 'Quelqu’un',
  done: name => `« ${name} » est de nouveau dans le brouillon.`,
  lost: {
    room: 'Sa salle n’existe plus : plus aucune salle n’est indiquée.',
    day: 'Son jour n’est plus dans le programme : c’est maintenant le premier jour.',
    person: 'Une personne qui y figurait n’est plus dans le programme : elle n’y figure plus.',
    organisation: 'Une organisation qui y figurait n’est plus connue : elle n’y figure plus.',
  },
  slotsAgain: count => plural('fr', count, { one: '# créneau s’y tient.', other: '# créneaux s’y tiennent.' }),
  gone: 'Il n’y a plus rien de ce nom à remettre. La liste ci-dessous est à jour.',
  there: 'C’est déjà dans le brouillon.',
  refused: sentence => `Impossible de remettre cela tel quel. ${sentence}`,
} satisfies Messages<typeof en>
