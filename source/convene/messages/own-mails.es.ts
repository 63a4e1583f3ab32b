import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './own-mails.en.ts'

const ahead = (people: number) =>
  plural('es', people, {
    one: 'hay # persona antes que usted que espera los mismos cupos',
    other: 'hay # personas antes que usted que esperan los mismos cupos',
    many: 'hay # de personas antes que usted que esperan los mismos cupos',
  })

export const es = {
  names: {
    'registration-confirmed': 'Cupo confirmado',
    'registration-waiting': 'En la lista de espera',
    'registration-requested': 'Solicitud recibida',
    'place-offered': 'Cupo ofrecido',
    'registration-refused': 'Solicitud rechazada',
    'registration-cancelled': 'Inscripción cancelada',
    'registration-changed': 'Respuestas cambiadas',
    'offer-expired': 'Oferta vencida',
    'handed-on': 'Cupo recibido de otra persona',
    'handed-on-from': 'Cupo cedido',
    'not-handed-on': 'Cupo no cedido',
    'already-registered': 'Ya hay inscripción',
  },
  hello: name => `Hola, ${name}:`,
  confirmedSubject: seminar => `Usted tiene un cupo: ${seminar}`,
  confirmed: seminar => `Su inscripción en “${seminar}” está confirmada: usted tiene un cupo.`,
  confirmedPage:
    'Su código de entrada está en su página personal. Allí también puede corregir sus respuestas, devolver el cupo o cederlo a alguien de su organización.',
  byDelegate:
    'Alguien llenó el formulario por usted. En su página personal puede corregir sus respuestas y decir por su cuenta lo que acepta.',
  waitingSubject: seminar => `Lista de espera: ${seminar}`,
  waiting: seminar =>
    `En este momento no hay un cupo libre para usted en “${seminar}”. Usted está en la lista de espera.`,
  rank: rank =>
    rank === 1 ? 'Usted está en primer lugar.' : `Su posición es ${number('es', rank)}: ${ahead(rank - 1)}.`,
  waitingDirect: (moment, city) =>
    `En cuanto un cupo sea suyo, un correo se lo dirá; no tiene que hacer nada. La lista de espera recibe cupos hasta el ${moment}, hora de ${city}.`,
  waitingOffer: (hours, moment, city) =>
    plural('es', hours, {
      one: `En cuanto un cupo pueda ser suyo, se le reserva durante # hora, y un correo le pregunta si lo toma. La lista de espera recibe cupos hasta el ${moment}, hora de ${city}.`,
      other: `En cuanto un cupo pueda ser suyo, se le reserva durante # horas, y un correo le pregunta si lo toma. La lista de espera recibe cupos hasta el ${moment}, hora de ${city}.`,
    }),
  requestedSubject: seminar => `Solicitud recibida: ${seminar}`,
  requested: seminar =>
    `Recibimos su solicitud para participar en “${seminar}”. El equipo organizador la examina, y un correo le llevará la respuesta.`,
  requestedNext:
    'Todavía no tiene cupo. Si la solicitud se acepta cuando todo está ocupado, su posición en la lista de espera cuenta desde el momento de su solicitud.',
  offeredSubject: seminar => `Hay un cupo reservado para usted: ${seminar}`,
  offered: (seminar, moment, city) =>
    `Un cupo en “${seminar}” está reservado para usted hasta el ${moment}, hora de ${city}.`,
  offeredDo:
    'Tómelo en su página personal, o diga allí que no lo necesita. Sin respuesta, pasa a la persona siguiente.',
  offerOver: seminar =>
    `Un cupo en “${seminar}” estaba reservado para usted. Su página personal dice cómo está ahora su inscripción.`,
  answerOffer: 'Responder a la oferta',
  refusedSubject: seminar => `Su solicitud para ${seminar}`,
  refused: seminar =>
    `El equipo organizador no pudo aceptar su solicitud para participar en “${seminar}”. Lo lamentamos.`,
  reason: text => `Lo que escribió el equipo:\n${text}`,
  cancelledSubject: seminar => `Inscripción cancelada: ${seminar}`,
  cancelledSelf: seminar =>
    `Su inscripción en “${seminar}” está cancelada, como se pidió en su página personal. Gracias por dejar que venga otra persona.`,
  cancelledOrganiser: seminar => `El equipo organizador canceló su inscripción en “${seminar}”.`,
  changedSubject: seminar => `Sus respuestas cambiaron: ${seminar}`,
  changedSelf: seminar =>
    `Sus respuestas para “${seminar}” se cambiaron en su página personal. Esto es lo que tenemos ahora:`,
  changedOrganiser: seminar =>
    `El equipo organizador cambió sus respuestas para “${seminar}”. Esto es lo que tenemos ahora:`,
  changedFacts: {
    name: name => `Nombre: ${name}`,
    address: address => `Dirección: ${address}`,
    category: category => `Usted participa como: ${category}`,
    organisation: (organisation, country) => `Organización: ${organisation} (${country})`,
    territory: territory => `Territorio: ${territory}`,
    role: role => `Función: ${role}`,
    language: language => `Idioma de nuestros correos: ${language}`,
    languages: languages => `Idiomas que comprende: ${languages}`,
    state: state => `Inscripción: ${state}`,
    others: 'Lo que necesita y sus respuestas a las preguntas del equipo organizador están en su página personal.',
  },
  expiredSubject: seminar => `La oferta venció: ${seminar}`,
  expired: seminar =>
    `El cupo que tenía reservado en “${seminar}” no se tomó a tiempo: la oferta venció y, con ella, terminó su inscripción.`,
  expiredNext: 'Si todavía quiere venir, puede inscribirse otra vez mientras la inscripción esté abierta.',
  handedOnSubject: seminar => `Un cupo para usted: ${seminar}`,
  handedOn: (giver, seminar) =>
    giver === null
      ? `Alguien de su organización le cedió un cupo en “${seminar}”. Está confirmado.`
      : `${giver} le cedió un cupo en “${seminar}”. Está confirmado.`,
  handedOnPage:
    'En su página personal puede completar sus respuestas, decir lo que necesita y lo que acepta, y encontrar su código de entrada.',
  handedOnFromSubject: seminar => `Su cupo se cedió: ${seminar}`,
  handedOnFrom: (colleague, seminar) =>
    colleague === null
      ? `Su cupo en “${seminar}” se cedió a alguien de su organización. Su propia inscripción terminó.`
      : `Su cupo en “${seminar}” se cedió a ${colleague}. Su propia inscripción terminó.`,
  notHandedOnSubject: seminar => `Su cupo sigue siendo suyo: ${seminar}`,
  notHandedOn: seminar =>
    `Usted quería ceder su cupo en “${seminar}” a una persona que ya tiene una inscripción. Esa persona conserva la suya, y el cupo sigue siendo de usted: puede cederlo a alguien más.`,
  againSubject: seminar => `Usted ya tiene una inscripción: ${seminar}`,
  again: seminar =>
    `Alguien, probablemente usted, acaba de llenar el formulario de inscripción de “${seminar}” con su nombre y esta dirección. Usted ya tenía una inscripción: nada cambió. Su página personal le dice cómo está.`,
  againHandOn: seminar =>
    `Una persona de su organización quería cederle su cupo en “${seminar}”. Usted ya tenía una inscripción: nada cambió. Su página personal le dice cómo está.`,
  againElse: 'Si no fue usted, no hay nada que hacer: la página no dijo nada sobre usted.',
  when: (date, hours, city) => `Cuándo: ${date}, ${hours} (hora de ${city}).`,
  where: place => `Dónde: ${place}.`,
  action: 'Abrir mi página personal',
  keep: 'Este enlace es suyo: no lo comparta. Muestra su inscripción, y quien lo conoce puede actuar en su lugar.',
  notYou: 'Si no fue usted, escriba al equipo organizador.',
  notMe: address =>
    `¿No se inscribió usted y no desea esto? Dígalo aquí: la inscripción y sus datos se borrarán.\n${address}`,
  contact: addresses => `Equipo organizador: ${addresses}.`,
} satisfies Messages<typeof en>
