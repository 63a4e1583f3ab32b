import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './programme-tell.en.ts'

export const es = {
  title: 'Avisar de los cambios',
  lead: 'Las personas inscritas y las que figuran en el programa reciben un solo aviso de lo que cambia para ellas: cuándo y dónde estar, y qué ocurre allí. Una corrección o una traducción no justifican por sí solas un correo.',
  mayNot: 'Solo quienes pueden modificar este seminario ven esta página.',
  mayNotTell:
    'Esto es lo que se avisaría. Solo quienes se ocupan también de las inscripciones de este seminario pueden enviarlo.',
  notNow: {
    title: 'Ahora no hay nada que avisar',
    draft: 'El seminario es un borrador: nadie conoce todavía su programa.',
    over: 'El seminario ya pasó.',
    postponed: 'El seminario está pospuesto: primero se avisa de la nueva fecha, con el programa de ese día.',
    cancelled: 'El seminario está cancelado.',
  },
  noVersion: {
    title: 'Todavía no se ha publicado ningún programa',
    text: 'Cuando se publique una versión y después otra distinta, usted avisará de ella aquí.',
  },
  nobody: {
    title: 'No hay a quién avisar',
    text: 'Las personas inscritas y las que figuran en el programa ya saben todo lo que les concierne.',
  },
  toProgramme: 'El programa: borrador y versiones',
  who: 'A quién se avisa, y de qué',
  people: people =>
    plural('es', people, {
      one: '# persona recibiría un correo con lo que cambia en la última versión.',
      other: '# personas recibirían un correo cada una con lo que cambia en la última versión.',
      many: '# de personas recibirían un correo cada una con lo que cambia en la última versión.',
    }),
  group: (people, version) =>
    plural('es', people, {
      one: `# persona conocía hasta ahora “${version}”`,
      other: `# personas conocían hasta ahora “${version}”`,
      many: `# de personas conocían hasta ahora “${version}”`,
    }),
  groupOfNone: people =>
    plural('es', people, {
      one: '# persona se inscribió antes de que hubiera programa',
      other: '# personas se inscribieron antes de que hubiera programa',
      many: '# de personas se inscribieron antes de que hubiera programa',
    }),
  hours: city => `Las horas son las de ${city}.`,
  readMail: 'Ver el correo que recibirán',
  onProgramme: people =>
    plural('es', people, {
      one: '# persona del programa recibe aviso solo de sus propios bloques',
      other: '# personas del programa reciben aviso solo de sus propios bloques',
      many: '# de personas del programa reciben aviso solo de sus propios bloques',
    }),
  onProgrammeText:
    'Moderación, intervenciones y paneles: las personas invitadas por correo y no la declinaron. Quien además tiene una inscripción recibe el correo de las personas inscritas, donde se señalan sus bloques, y ningún otro.',
  unasked: people =>
    plural('es', people, {
      one: '# persona del programa no recibe aviso',
      other: '# personas del programa no reciben aviso',
      many: '# de personas del programa no reciben aviso',
    }),
  unaskedText:
    'Sus bloques cambiaron, pero nadie les ha escrito todavía: por un correo sobre cambios se enterarían de que están en el programa. Invítelas primero.',
  toPanel: 'Invitar a las personas del programa',
  mail: 'El correo, tal como saldrá',
  mailOf: (language, people) =>
    plural('es', people, {
      one: `En ${language}: # persona`,
      other: `En ${language}: # personas`,
      many: `En ${language}: # de personas`,
    }),
  mailOnProgramme: language => `A una persona del programa, en ${language}`,
  attached: names => `Archivo adjunto: ${names}`,
  add: 'Agregar unas palabras y enviar',
  note: language => `Lo que quiere agregar, en ${language}`,
  noteHint: 'Una o dos frases, por ejemplo el motivo. Aparecen en el correo tal como las escribe aquí.',
  noteOther: language => `Donde falte, se leerá en ${language}.`,
  look: 'Ver el correo con lo agregado',
  test: 'Enviarme una prueba',
  tell: people =>
    plural('es', people, {
      one: 'Avisar a # persona',
      other: 'Avisar a # personas',
      many: 'Avisar a # de personas',
    }),
  tested: language => `Una prueba en ${language} va en camino hacia usted. Nadie más ha recibido aviso.`,
  looked: 'Este es el correo con lo que agregó. Todavía no se ha enviado nada.',
  changed:
    'No se envió nada: el correo no es el que usted tenía a la vista. Aquí está tal como saldría ahora; lo que escribió se conserva.',
  stale:
    'No se envió nada: se publicó otra versión desde que usted abrió la página. Esto es lo que se avisaría ahora; lo que escribió se conserva.',
  already: 'Ya se avisó a todas las personas de esta versión: nadie recibe el aviso dos veces.',
  told: people =>
    plural('es', people, {
      one: 'Se avisa a # persona.',
      other: 'Se avisa a # personas.',
      many: 'Se avisa a # de personas.',
    }),
  log: {
    title: 'De qué se avisó',
    when: 'Cuándo',
    version: 'Hasta qué versión',
    note: 'Qué se agregó',
    toAdd: 'Lo que se va a agregar',
    people: 'Personas',
    none: 'Todavía no se ha avisado de nada',
    noneText: 'Cada versión de la que avise queda anotada aquí, con el número de personas a las que se escribió.',
    noNote: 'nada',
  },
  inLog: 'Aviso de una versión del programa',
  errors: {
    tooLong: '2.000 caracteres como máximo',
    source: 'Escríbalo también en el idioma del seminario: quien lee otro lo encuentra ahí',
  },
  mails: {
    names: { registrants: 'Cambios en el programa', onProgramme: 'Cambios, para las personas del programa' },
    subject: seminar => `Cambios en el programa: ${seminar}`,
    intro: seminar =>
      `El programa de “${seminar}” ha cambiado desde la última vez que supo de él. Esto es lo que cambia para usted.`,
    firstSubject: seminar => `Ya hay programa: ${seminar}`,
    firstIntro: seminar => `El programa de “${seminar}” se publicó después de su inscripción.`,
    onProgrammeSubject: seminar => `Cambios en sus bloques: ${seminar}`,
    onProgrammeIntro: seminar =>
      `Usted figura en el programa de “${seminar}”, que ha cambiado. Esto es lo que cambia en sus bloques.`,
    line: (label, text) => `${label}: ${text}`,
    change: (now, before) => `${now} (antes: ${before})`,
    onIt: slot => `${slot} (usted figura aquí)`,
    inLanguage: (text, language) => `${text} (en ${language})`,
    note: text => `Lo que agrega el equipo organizador:\n${text}`,
    noteIn: (language, text) => `Lo que agrega el equipo organizador (en ${language}):\n${text}`,
    calendar: 'El archivo adjunto actualiza estos bloques en su calendario.',
    all: address => `Todos los cambios, con los textos:\n${address}`,
    programme: address => `El programa completo:\n${address}`,
    seeProgramme: 'Ver el programa',
    why: seminar => `Recibe este correo porque figura en el programa de “${seminar}”.`,
  },
} satisfies Messages<typeof en>
