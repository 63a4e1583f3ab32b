import type { Messages } from '#ground/languages/say.ts'
import type { en } from './programme-page.en.ts'

export const fr: Messages<typeof en> = {
  room: name => `Salle : ${name}`,
  speakers: names => `Avec ${names}`,
  moderation: names => `Modération : ${names}`,
  floor: names => `Langues parlées ici : ${names}`,
  interpretation: names => `Interprétation ici vers : ${names}`,
  toConfirm: 'à confirmer',
  noRoom: 'Pour tout le monde',
  by: (day, name) => `Version « ${name} », publiée le ${day}.`,
  changes: 'Ce qui a changé',
  pdf: 'Programme à imprimer (PDF)',
  booklet: 'Livret (PDF)',
  apps: 'Pour les applications de conférence :',
  byTime: 'Par heure',
  byRoom: 'Par salle',
  notReleased: 'Le programme n’est pas encore publié. Il paraîtra ici dès que l’équipe d’organisation l’aura publié.',
}
