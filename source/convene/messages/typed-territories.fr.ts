import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './typed-territories.en.ts'

export const fr = {
  title: 'Territoires',
  door: 'Territoires',
  doorText: 'Les territoires tels qu’ils ont été écrits, à rapprocher de ceux qu’on connaît.',
  lead: 'Les territoires que des personnes ont écrits en s’inscrivant et qu’on ne connaît pas encore. Tant que vous ne dites pas duquel il s’agit, elles ne comptent dans aucun quota de territoire.',
  caption: 'Territoires écrits',
  name: 'Tel qu’écrit',
  country: 'Pays',
  people: 'Personnes',
  like: 'Ressemble à',
  likeNone: 'rien de connu',
  emptyTitle: 'Rien à rapprocher',
  empty: 'Toutes les personnes qui ont nommé un territoire en ont nommé un connu.',
  alsoWritten: names => `Aussi écrit : ${names}`,
  oneTitle: name => `« ${name} »`,
  count: count =>
    plural('fr', count, { one: '# personne a écrit ce territoire.', other: '# personnes ont écrit ce territoire.' }),
  what: 'De quel territoire s’agit-il ?',
  other: 'Un autre territoire connu',
  otherHint: 'Écrivez son nom plus bas',
  otherName: 'Nom du territoire',
  otherNameHint: 'Exactement comme on le connaît, dans une de ses langues',
  stays:
    'La région de ces personnes devient celle du territoire ; d’autres quotas peuvent donc les compter. Qui a une place la garde ; si un quota est complet, la personne reste comme elle était, et on vous dit qui.',
  save: 'C’est celui-ci',
  newOne: 'Un territoire qu’on ne connaît pas encore',
  newHint: 'Remplissez les champs plus bas : il devient public, et le formulaire le propose désormais',
  newTitle: 'S’il n’est pas encore connu',
  newName: 'Nom',
  language: 'Langue du nom',
  government: 'Type de gouvernement',
  askTitle: 'Il manque ?',
  ask: 'Un nouveau territoire s’ajoute par l’administration de cette installation. Demandez-lui d’ouvrir cette page : elle peut l’ajouter ici, et il vaut aussitôt pour ces personnes.',
  named: count =>
    plural('fr', count, {
      one: '# personne relève maintenant de ce territoire.',
      other: '# personnes relèvent maintenant de ce territoire.',
    }),
  full: count =>
    plural('fr', count, {
      one: '# personne n’a pas pu changer, car un quota est complet :',
      other: '# personnes n’ont pas pu changer, car un quota est complet :',
    }),
  gone: 'Plus personne n’a écrit ce territoire : quelqu’un d’autre vient peut-être de dire duquel il s’agit.',
  tooLate: 'Le séminaire est terminé ou annulé : ses inscriptions restent comme elles sont.',
  errors: {
    what: 'Dites de quel territoire il s’agit.',
    other: 'Aucun territoire connu ne porte exactement ce nom. Choisissez-en un parmi ceux proposés.',
    name: 'Indiquez le nom.',
    nameTooLong: 'Un nom compte au plus 200 caractères.',
    language: 'Choisissez la langue du nom.',
    country: 'Choisissez un pays dans la liste.',
    government: 'Choisissez le type de gouvernement.',
    taken: 'Il existe déjà un territoire de ce nom : choisissez-le plus haut, comme autre territoire connu.',
  },
} satisfies Messages<typeof en>
