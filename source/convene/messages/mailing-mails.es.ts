import { type Messages, spanishOn } from '#ground/languages/say.ts'
import type { en } from './mailing-mails.en.ts'

export const es = {
  names: { mailing: 'Mensaje del equipo organizador', reminder: 'Recordatorio' },
  samplePerson: { givenName: 'Lucía', familyName: 'Torres', organisation: 'Municipio de Valle Claro' },
  sampleReason: 'Aquí figura el motivo que usted escribe.',
  sample: 'Esto es un ejemplo: la persona no existe y los enlaces personales no llevan a ninguna parte.',
  testSubject: subject => `[Prueba] ${subject}`,
  testNote:
    'Esto es una prueba, enviada solo a usted. Las personas a quienes se dirige encontrarán aquí su propio nombre y el enlace a su propia página.',
  onlyIn: language => `Todavía no tenemos este mensaje en español. Aquí está en ${language}.`,
  why: seminar => `Usted recibe este correo porque se inscribió en “${seminar}”.`,
  alsoFor: name => `Este correo es también para ${name}, cuya inscripción tiene la misma dirección.`,
  alsoForPage: (name, page) =>
    `Este correo es también para ${name}, cuya inscripción tiene la misma dirección y una página propia:\n${page}`,
  ownPageHidden: '(enlace personal)',
  inZone: (moment, city) => `${moment}, hora de ${city}`,
  reminderSubject: (seminar, date) => `Recordatorio: ${seminar}, ${date}`,
  reminder: (seminar, date) =>
    `“${seminar}” se celebra ${spanishOn(date)}. Usted tiene un cupo. Esto es lo que necesita para venir.`,
  reminderOffered: (seminar, date, moment, city) =>
    `“${seminar}” se celebra ${spanishOn(date)}. Hay un cupo reservado para usted hasta el ${moment}, hora de ${city}: será suyo solo cuando lo tome en su página personal.`,
  access: lines => `Cómo llegar:\n${lines}`,
  programme: address => `Programa completo: ${address}`,
  cannotCome: 'Si no puede venir, devuelva su cupo en su página personal.',
  cannotComeWaited: 'Si no puede venir, devuelva su cupo en su página personal: otras personas esperan uno.',
} satisfies Messages<typeof en>
