import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './own.en.ts'

const ahead = (people: number) =>
  plural('es', people, {
    one: 'hay # persona antes que usted',
    other: 'hay # personas antes que usted',
    many: 'hay # de personas antes que usted',
  })
const of = (taken: number, capacity: number) => `${number('es', taken)} de ${number('es', capacity)}`

export const es = {
  title: 'Mi inscripción',
  of: name => `Inscripción de ${name}`,
  lead: {
    confirmed: 'Su cupo está confirmado.',
    requested: 'El equipo organizador examina su solicitud.',
    offered: 'Hay un cupo reservado para usted. Diga si lo toma.',
    refused: 'El equipo organizador no pudo aceptar su solicitud.',
    cancelled: 'Su inscripción está cancelada.',
    handedOn: 'Usted cedió su cupo a alguien de su organización.',
    expired: 'El cupo que tenía reservado no se tomó a tiempo: la oferta venció.',
    first: 'Usted está en primer lugar en la lista de espera.',
    rank: rank => `Usted está en la lista de espera, en la posición ${number('es', rank)}: ${ahead(rank - 1)}.`,
    lineEnded: 'Usted está en la lista de espera. Ya no se asignan cupos.',
  },
  seminarCancelled: 'El seminario está cancelado. No se realizará.',
  reason: 'Lo que escribió el equipo organizador',
  requested: {
    next: 'Todavía no tiene cupo. Si se acepta su solicitud, lo tendrá de inmediato; si no queda ninguno libre, su posición cuenta desde el momento de su solicitud. Un correo se lo dirá.',
  },
  waiting: {
    title: 'Qué significa su posición',
    means:
      'Su posición le cuenta a usted y a quienes están antes y esperan los mismos cupos. Quien espera otros cupos no le hace perder nada: por eso un cupo puede pasar a alguien que está más atrás sin que usted pierda su posición.',
    full: 'Lo que está completo en este momento',
    direct: 'En cuanto un cupo sea suyo, lo tendrá de inmediato y un correo se lo dirá.',
    offer: hours =>
      plural('es', hours, {
        one: 'En cuanto un cupo pueda ser suyo, se le reserva durante # hora, y un correo le pregunta si lo toma.',
        other: 'En cuanto un cupo pueda ser suyo, se le reserva durante # horas, y un correo le pregunta si lo toma.',
      }),
    until: (moment, city) => `La lista de espera recibe cupos hasta el ${moment}, hora de ${city}.`,
    ended: (moment, city) =>
      `La lista de espera recibió cupos hasta el ${moment}, hora de ${city}. Quien todavía esperaba en ese momento no tiene cupo.`,
  },
  obstacles: {
    overall: (taken, capacity) => `Todos los cupos: ${of(taken, capacity)} ocupados`,
    quota: (name, taken, capacity) => `${name}: ${of(taken, capacity)} ocupados`,
    organisation: (taken, capacity) => `Su organización: ${of(taken, capacity)} ocupados`,
    invitation: (taken, capacity) => `Su invitación: ${of(taken, capacity)} ocupados`,
  },
  offer: {
    title: 'Hay un cupo reservado para usted',
    until: (moment, city) =>
      `Será suyo si lo toma antes del ${moment}, hora de ${city}. Después pasa a la persona siguiente.`,
    accept: 'Tomar el cupo',
    decline: 'No lo necesito',
    accepted: 'Usted tiene un cupo. Un correo lo confirma.',
    tooLate: 'La oferta venció.',
    notOffered: 'No había ningún cupo ofrecido: esta página dice cómo está su inscripción.',
  },
  undelivered: {
    title: address => `Nuestro último correo no pudo entregarse a ${address}`,
    correct:
      'Si hay un error en la dirección, escriba al equipo organizador, que la corrige. Una dirección no se cambia desde aquí, para que nadie pueda quitarle su cupo con un enlace encontrado.',
    ask: 'Si la dirección es correcta, pregunte a quien la administra si recibe correos de fuera, y vuelva a esta página para tener noticias.',
  },
  code: {
    title: 'Su código de entrada',
    text: 'Muéstrelo al llegar, en papel o en una pantalla. No contiene ningún nombre.',
    alt: name => `Código de entrada de ${name}`,
    save: 'Guardar el código como imagen',
  },
  letter: {
    title: 'Carta de participación',
    text: (number, date) => `Su carta n.º ${number} se expidió el ${date}.`,
    open: 'Abrir la carta (PDF)',
  },
  when: 'Fecha',
  venue: 'Sede',
  since: 'Desde',
  registeredOn: 'Fecha de inscripción',
  seminarPage: 'La página del seminario',
  calendar: 'Agregar el seminario a mi calendario',
  answers: {
    title: 'Lo que usted respondió',
    name: 'Nombre',
    email: 'Dirección',
    category: 'Usted participa como',
    organisation: 'Organización',
    territory: 'Territorio',
    country: 'País',
    role: 'Función',
    language: 'Idioma de nuestros correos',
    languages: 'Idiomas que comprende',
    invitation: 'Invitación',
    byInvitation: 'Usted usó el código de una invitación',
    noAnswer: 'sin respuesta',
  },
  noNeeds: 'No se indicó nada.',
  consents: {
    title: 'Lo que usted aceptó',
    given: 'sí',
    notGiven: 'no',
    byDelegate: 'lo indicó por usted quien le inscribió',
    onDate: moment => `el ${moment}`,
    change: 'Cambiar lo que acepto',
    lead: 'Marque lo que acepta. Lo que es necesario para una inscripción termina solo con ella.',
    required: 'Este consentimiento es necesario mientras dure su inscripción. Para retirarlo, retire su inscripción.',
    save: 'Guardar',
    saved: 'Guardado: lo que usted acepta está al día.',
    none: 'Este seminario no pide ningún consentimiento que usted pueda cambiar.',
  },
  actions: {
    title: 'Lo que puede hacer',
    change: 'Cambiar mis respuestas',
    changeUntil: (moment, city) => `hasta el ${moment}, hora de ${city}`,
    sayNeeds: 'Decir lo que necesito',
    changeClosed: (moment, city) =>
      `Las respuestas podían cambiarse hasta el ${moment}, hora de ${city}. Para una corrección, escriba al equipo organizador.`,
    cancel: 'Devolver mi cupo',
    decline: 'No tomar el cupo ofrecido',
    withdraw: 'Retirar mi inscripción',
    handOn: 'Ceder mi cupo a alguien de mi organización',
    consents: 'Cambiar lo que acepto',
    data: 'Ver todo lo que se guarda sobre mí',
    erase: 'Pedir que se borren mis datos',
  },
  change: {
    title: 'Cambiar mis respuestas',
    lead: 'Cambie lo que ya no sea correcto. Usted conserva su cupo, o su posición, mientras las nuevas respuestas lo permitan.',
    save: 'Guardar mis respuestas',
    saved: 'Sus respuestas están guardadas. Un correo le dice lo que tenemos ahora.',
    unchanged: 'Nada cambió: son las respuestas que ya teníamos.',
    noRoom:
      'No se cambió nada, y usted conserva lo que tenía: con estas respuestas no hay cupo para usted en este momento.',
    noRoomFor: quotas => `Lo que está completo – ${quotas}.`,
    tooLate: (moment, city) =>
      `Las respuestas podían cambiarse hasta el ${moment}, hora de ${city}. No se cambió nada.`,
    ended: 'Esta inscripción terminó: sus respuestas quedan como están.',
    taken: 'Ya hay una inscripción con este nombre y esta dirección. No se cambió nada.',
    address: 'Solo el equipo organizador puede corregir la dirección. Para que venga otra persona, ceda su cupo.',
    needsApproval:
      'El equipo organizador examina primero las solicitudes de esta categoría: escríbale y hará el cambio. No se cambió nada.',
    anotherPerson:
      'Este nombre parece ser de otra persona. Para que venga otra persona, ceda el cupo; para que se corrija un nombre, escriba al equipo organizador. No se cambió nada.',
    handedOnWithin:
      'Este cupo se lo cedió alguien de su organización, y se queda en ella. Si usted cambió de organización, escriba al equipo organizador. No se cambió nada.',
    needsTitle: 'Decir lo que necesita',
    needsLead:
      'Las respuestas que decidieron sobre su cupo ya no se cambian. Todavía puede decir lo que necesita y responder a las preguntas del equipo organizador.',
  },
  cancel: {
    titlePlace: '¿Devolver su cupo?',
    textPlace: seminar =>
      `Su cupo en “${seminar}” pasa de inmediato a la persona siguiente de la lista. No podrá recuperarlo; podría inscribirse otra vez y esperar.`,
    keepPlace: 'Conservar mi cupo',
    titleOffer: '¿No tomar el cupo reservado para usted?',
    textOffer: seminar =>
      `El cupo en “${seminar}” pasa de inmediato a la persona siguiente de la lista, y su inscripción termina. Podría inscribirse otra vez, al final de la lista.`,
    buttonOffer: 'No tomar el cupo',
    keepOffer: 'Conservar la oferta por ahora',
    title: '¿Retirar su inscripción?',
    text: seminar => `Su inscripción en “${seminar}” termina, y con ella su posición.`,
    button: 'Devolver el cupo',
    buttonWithdraw: 'Retirar la inscripción',
    keepWaiting: 'Conservar mi inscripción',
    done: 'Su inscripción está cancelada. Gracias por avisarnos.',
    already: 'Su inscripción ya había terminado.',
    over: 'El seminario terminó: su inscripción queda como estaba.',
  },
  handOn: {
    title: 'Ceder su cupo a alguien de su organización',
    lead: organisation =>
      `Su cupo pasa a otra persona de la organización “${organisation}”, en la misma categoría que usted. Su propia inscripción termina; las dos personas reciben un correo.`,
    givenName: 'Nombre de la otra persona',
    familyName: 'Apellido de la otra persona',
    email: 'Correo electrónico de la otra persona',
    language: 'Idioma de nuestros correos a la otra persona',
    told: 'Dije a esta persona que su nombre y su dirección se dan aquí, y está de acuerdo',
    toldMissing: 'Pregunte primero a la otra persona y luego indique aquí que está de acuerdo.',
    button: 'Ceder el cupo',
    done: 'Escribimos a la otra persona y a usted. Si el cupo podía cederse, ahora es de ella.',
    notPossible: 'Este cupo no puede cederse. No se cambió nada.',
  },
  data: {
    title: 'Todo lo que se guarda sobre usted',
    lead: 'De esta inscripción, tal como está ahora.',
    download: 'Descargar como archivo para programas (JSON)',
    mails: 'Correos dirigidos a usted',
    noMails: 'No se le escribió ningún correo.',
    mail: 'Correo',
    written: 'Escrito',
    state: 'Estado',
    mailStates: {
      to_send: 'por salir',
      sending: 'saliendo',
      waiting_retry: 'se intentará otra vez',
      sent: 'enviado',
      failed: 'no entregado',
      cancelled: 'no enviado',
    },
    events: 'Lo que pasó con su inscripción',
    at: 'Cuándo',
    what: 'Qué',
    by: 'Por',
    became: state => `Estado: ${state}`,
    changed: 'Cambiaron las respuestas o el puesto en la lista',
    who: {
      registering: 'quien hizo la inscripción',
      self: 'su enlace',
      organiser: 'el equipo organizador',
      program: 'el programa',
    },
    never: 'Lo que no se guarda en ninguna parte: qué miró usted, desde dónde y con qué aparato.',
  },
  erase: {
    title: '¿Borrar sus datos?',
    text: seminar =>
      `Su inscripción en “${seminar}” termina. Su nombre, su dirección, sus respuestas, sus necesidades y sus consentimientos se borran de inmediato y no pueden recuperarse; esta página y su enlace terminan con ellos. Queda un número en las estadísticas: estado, categoría, país y día.`,
    button: 'Borrar mis datos',
    doneTitle: 'Sus datos están borrados',
    done: 'De esta inscripción no queda nada que le nombre. Las copias de seguridad anteriores lo conservan hasta que se eliminan.',
    account:
      'Esta dirección tiene una cuenta aquí. Su inscripción queda como está; pida a la administración que borre la cuenta y todo lo que le corresponde.',
  },
  notMe: {
    title: '¿No se inscribió usted?',
    lead: seminar =>
      `Alguien le inscribió en “${seminar}” con esta dirección. Si no fue usted y no lo desea, dígalo aquí.`,
    text: 'La inscripción termina entonces, y el nombre y la dirección se borran. Abrir esta página no cambió nada.',
    button: 'No fui yo: borrar',
    doneTitle: 'Borrado',
    done: 'La inscripción terminó, y el nombre y la dirección están borrados. No volveremos a escribirle sobre esto.',
  },
  errors: {
    email: 'Escriba la dirección de la otra persona.',
    givenName: 'Escriba el nombre de la otra persona.',
    familyName: 'Escriba el apellido de la otra persona.',
    language: 'Elija el idioma de nuestros correos a la otra persona.',
  },
  keep: 'Guarde esta dirección para usted: quien la conoce ve esta página y puede actuar en su lugar.',
  contact: 'Para escribir al equipo organizador',
  badLink:
    'Este enlace no está completo, no es nuestro o ya no abre nada: aquello a lo que llevaba se borró, o el enlace fue reemplazado. Abra el de nuestro último correo, sin cambiarle nada; si tampoco abre, escriba al equipo organizador del seminario.',
} satisfies Messages<typeof en>
