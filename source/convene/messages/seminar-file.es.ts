import type { Messages } from '#ground/languages/say.ts'
import type { en } from './seminar-file.en.ts'

export const es = {
  expected: {
    plain: {
      'per-organisation':
        'Escriba cuántas personas de una misma organización pueden tener cupo: un número entero, como mínimo 1.',
      'per-form': 'Escriba cuántas personas puede inscribir un mismo formulario: un número entero de 1 a 20.',
      'offer-hours': 'Escriba durante cuántas horas se reserva un cupo ofrecido: un número entero de 1 a 720.',
      days: 'Escriba un número de días después del seminario: un número entero de 0 a 3650.',
      'quota-condition':
        'Indique a quién cuenta esta cuota: por “categories”, “regions” o “territory”, al menos uno de los tres.',
      'quota-overall': 'Elija otra clave: “overall” es la cuota de todo el seminario, la que fija “capacity”.',
      'question-options': 'Escriba la lista de opciones, cada una con una clave y un texto.',
      'question-no-options': 'Quite las opciones, o haga que la pregunta sea del tipo “choice” o “several”.',
      'question-condition': 'Escriba una sola condición: “question” e “is” juntas, o “category” sola.',
      'promotion-after-closing':
        'La lista de espera debe avanzar por lo menos hasta el cierre de la inscripción: un cupo que se libere entre tanto no podría ser de nadie.',
      'promotion-before-end': 'La lista de espera debe dejar de avanzar antes de que termine el seminario.',
      'changes-before-end': 'Los cambios de respuestas deben terminar antes que el seminario.',
      'document-address':
        'Escriba una dirección web completa, que comience por https://, o la de un archivo de aquí: /files/….',
      'ends-next-day':
        'El final debe venir después del comienzo. Si termina al día siguiente, indíquelo: agregue “until” con ese día.',
      'until-next-day': 'Indique el día en que comienza o el siguiente: nada dura más de una noche.',
      'day-once': 'Indique cada día una sola vez: este ya figura más arriba.',
      'day-after-first': 'Quite este día: es el del seminario, cuyo horario figura en “hours”.',
    },
    knownTerritory: known => `Escriba el “slug” de un territorio público de esta instalación, por ejemplo: ${known}.`,
    noTerritory:
      'Esta instalación no tiene todavía ningún territorio público. Agregue primero el territorio, o cuente por región.',
    earlierQuestion: known => `Nombre una pregunta anterior del tipo “choice” o “several”: ${known}.`,
    noEarlierQuestion:
      'No hay ninguna pregunta anterior del tipo “choice” o “several”. Ponga una antes de esta, o quite la condición.',
    knownOption: known => `Nombre opciones de esa pregunta: ${known}.`,
    noOption: 'Esa pregunta no tiene todavía opciones. Escríbalas primero.',
    knownPerson: known => `Nombre a alguien de la lista “people”: ${known}.`,
    noPerson: 'Agregue primero a esta persona a la lista “people”.',
    knownRoom: known => `Nombre una sala de la lista “rooms” del programa: ${known}.`,
    noRoom: 'Agregue primero esta sala a la lista “rooms” del programa.',
    knownSlot: known => `Nombre un bloque del programa: ${known}.`,
    noSlot: 'Agregue primero este bloque a la lista “slots” del programa.',
    knownInSlot: known => `Nombre a una persona que tenga esta función en ese bloque: ${known}.`,
    nobodyInSlot: 'Nadie tiene esta función en ese bloque. Agregue primero a la persona allí.',
    knownText:
      'Nombre un texto de este archivo que esté traducido a este idioma, por su lugar: “title”, “programme.slots.part-1.themes.0”.',
    knownDay: known => `Indique un día del programa (${known}), o agregue este a sus “days”.`,
  },
  fields: {
    quota: 'Nombre de la cuota',
    question: 'Pregunta a quienes se inscriben',
    hint: 'Explicación de la pregunta',
    option: 'Opción de la pregunta',
    room: 'Nombre de la sala',
    role: 'Cargo de una persona del programa',
    about: 'Presentación de una persona del programa',
    document: 'Título de un documento',
  },
} satisfies Messages<typeof en>
