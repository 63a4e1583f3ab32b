import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './programme-paper.en.ts'

export const fr = {
  fileName: 'programme',
  bookletFileName: 'livret-du-programme',
  bookletTitle: seminar => `Livret du programme : ${seminar}`,
  notReleased: 'Le programme de ce séminaire n’est pas encore publié : il n’y a rien à imprimer.',
  version: (number, day) => `Version ${number}, publiée le ${day}`,
  namedVersion: (number, name, day) => `Version ${number} (${name}), publiée le ${day}`,
  page: (page, pages) => `Page ${page} sur ${pages}`,
  endsOn: day => `jusqu’au ${day}`,
  otherHours: hours => `Horaire annoncé : ${hours}`,
  older: 'Certaines traductions sont plus anciennes que leur original, ou n’ont pas encore été relues.',
  noSlots: 'Cette version n’a pas encore de créneau.',
  with: names => `Avec ${names}`,
  free: seats => plural('fr', seats, { one: 'un siège à pourvoir', other: '# sièges à pourvoir' }),
  panel: 'Panel',
  about: 'Le séminaire',
  people: 'Intervenantes et intervenants',
  rooms: 'Salles',
  room: name => `Salle : ${name}`,
  capacity: people => plural('fr', people, { one: 'pour # personne', other: 'pour # personnes' }),
  documents: 'Documents',
  online: address => `La dernière version est en ligne : ${address}`,
  postponed: day => `Il n’aura pas lieu le ${day}. Sa page en ligne donnera la nouvelle date.`,
  note: 'À propos de cette version',
  demonstration: 'Démonstration',
} satisfies Messages<typeof en>
