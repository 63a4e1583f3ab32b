import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './editing-programme.en.ts'

const n = (value: number) => number('es', value)

export const es = {
  uses: {
    title: 'En el borrador del programa',
    column: 'En el programa',
    name: 'Nombre',
    moderator: 'modera',
    speaker: 'interviene',
    seat: state => `asiento en el panel, ${state}`,
    slot: (slot, what) => `${slot}: ${what}`,
    noRoom: 'Todavía no hay ningún bloque en esta sala.',
    noPerson: 'Todavía no figura en ningún bloque.',
  },
  states: { open: 'libre', invited: 'invitación enviada', confirmed: 'confirmado', declined: 'declinado' },
  regions: { 'latin-america': 'América Latina', europe: 'Europa', other: 'Otra región' },
  room: {
    holds: count => plural('es', count, { one: '# persona', other: '# personas', many: '# de personas' }),
    removal: count =>
      plural('es', count, {
        one: '# bloque está en ella. El bloque se queda, sin sala: es entonces para todas las personas.',
        other: '# bloques están en ella. Los bloques se quedan, sin sala: son entonces para todas las personas.',
        many: '# de bloques están en ella. Los bloques se quedan, sin sala: son entonces para todas las personas.',
      }),
  },
  person: {
    column: 'Cargo y organización',
    removal: count =>
      plural('es', count, {
        one: '# bloque la nombra. El bloque se queda, sin ella; su asiento en un panel se queda también, libre.',
        other:
          '# bloques la nombran. Los bloques se quedan, sin ella; sus asientos en paneles se quedan también, libres.',
        many: '# de bloques la nombran. Los bloques se quedan, sin ella; sus asientos en paneles se quedan también, libres.',
      }),
    asked: count =>
      plural('es', count, {
        one: 'Se le propuso # asiento: escríbale primero. Después ya no tenemos su dirección, y el enlace que recibió no lleva a nada.',
        other:
          'Se le propusieron # asientos: escríbale primero. Después ya no tenemos su dirección, y el enlace que recibió no lleva a nada.',
        many: 'Se le propusieron # de asientos: escríbale primero. Después ya no tenemos su dirección, y el enlace que recibió no lleva a nada.',
      }),
    onPanel: count =>
      plural('es', count, {
        one: 'Se le propuso # asiento y puede cambiar lo que figura aquí con su enlace. Vale lo último que se guardó.',
        other:
          'Se le propusieron # asientos y puede cambiar lo que figura aquí con su enlace. Vale lo último que se guardó.',
        many: 'Se le propusieron # de asientos y puede cambiar lo que figura aquí con su enlace. Vale lo último que se guardó.',
      }),
    gone: 'Entretanto, esta persona salió del programa y sus datos se borraron. Lo que usted escribió está abajo. Si ella pidió que se borraran, salga sin guardar; si no, al guardar se agrega de nuevo, sin los bloques en los que figuraba.',
    sameAddress: name =>
      `${name} también tiene esta dirección. Indique abajo que las dos personas la leen, o escriba otra.`,
    shared: 'Dos personas con una dirección',
    sharedHint: 'Quien lee ese buzón puede responder por las dos.',
    sharedChoice: 'Las dos leen esta dirección',
    who: before => `¿Sigue siendo ${before}? Indique abajo si se trata de otra persona.`,
    whoLabel: '¿Quién es ahora?',
    whoAnother: 'Otra persona',
    whoAnotherHint:
      'Los datos de la persona anterior se borran, también de las versiones publicadas. La nueva queda en los mismos bloques; su nombre no se muestra hasta que usted indique que está de acuerdo, y sus asientos vuelven a estar abiertos.',
    whoSame: 'La misma persona, corregida',
    whoSameHint: 'Conserva lo que aceptó y lo que respondió.',
  },
  days: {
    lead: 'Los días que siguen al primero, cada uno con las horas que se anuncian.',
    first: (day, hours) => `Primer día: ${day}, ${hours}.`,
    toFirst: 'Modificar el primer día',
    none: 'El programa dura un día. Agregue otro si continúa.',
    day: position => `Día ${n(position)}`,
    timeHint: city => `En formato de 24 horas, por ejemplo 9:00; hora de ${city}`,
    standing: count =>
      plural('es', count, {
        one: '# bloque empieza ese día. Con otra fecha, se mueve con él.',
        other: '# bloques empiezan ese día. Con otra fecha, se mueven con él.',
        many: '# de bloques empiezan ese día. Con otra fecha, se mueven con él.',
      }),
    add: 'Agregar un día',
    remove: position => `Quitar el día ${n(position)}`,
    order: 'Días',
    field: (day, field) => `${day}: ${field}`,
    moved: count =>
      plural('es', count, {
        one: 'Se guardó. # bloque se movió con su día.',
        other: 'Se guardó. # bloques se movieron con su día.',
        many: 'Se guardó. # de bloques se movieron con su día.',
      }),
    errors: {
      standing: slots =>
        `El día se queda: hay bloques que empiezan en él, ${slots}. Muévalos a otro día o quítelos, y después quite el día.`,
      beforeFirst: 'Este día es anterior al primer día del seminario. Elija uno posterior.',
      slot: (slot, sentence) => `“${slot}” se mueve con este día. ${sentence}`,
    },
  },
  panel: {
    title: 'Panel',
    titleOf: slot => `Panel de “${slot}”`,
    lead: 'Cada asiento se guarda para una región. Indique a quién se propone, y qué respondió; las respuestas por enlace se anotan solas.',
    invitations: 'Invitar y seguir las respuestas',
    slot: 'El bloque',
    confirmed: (region, confirmed, all) =>
      plural('es', confirmed, {
        one: `${region}: # confirmado de ${n(all)}`,
        other: `${region}: # confirmados de ${n(all)}`,
        many: `${region}: # de confirmados de ${n(all)}`,
      }),
    waiting: count =>
      plural('es', count, { one: '# sin respuesta', other: '# sin respuesta', many: '# sin respuesta' }),
    declined: count => plural('es', count, { one: '# declinado', other: '# declinados', many: '# de declinados' }),
    sums: 'Asientos por región',
    empty: 'Todavía no hay asientos. Empiece con tres para cada región, o agréguelos uno a uno.',
    three: 'Tres para América Latina, tres para Europa',
    seat: position => `Asiento ${n(position)}`,
    seatOf: (position, region) => `Asiento ${n(position)}, ${region}`,
    field: (seat, field) => `${seat}: ${field}`,
    region: 'Región',
    organisation: 'Organización',
    person: 'Persona',
    state: 'Estado',
    people: 'Agregar una persona a la lista',
    organisations: 'Agregar una organización',
    add: 'Agregar un asiento',
    up: position => `Subir el asiento ${n(position)}`,
    down: position => `Bajar el asiento ${n(position)}`,
    remove: position => `Quitar el asiento ${n(position)}`,
    order: 'Asientos y su orden',
    reopened: names => `Se guardó. La respuesta era de alguien que ya no ocupa ese asiento. De nuevo libre: ${names}.`,
    leaving: 'Asientos de personas a quienes se propuso',
    leavingHint: (count, names) => `Asientos que se quitan (${n(count)}): ${names}. No se avisa a nadie.`,
    leavingChoice: 'Quitarlos',
    slotGone: 'Alguien quitó este bloque entretanto, y su panel con él. Esto es lo que usted escribió:',
    toProgramme: 'Ir a los bloques',
    errors: {
      region: 'Elija la región para la que se guarda el asiento.',
      twice: name => `${name} ya tiene un asiento en este panel.`,
      nobody: 'Nombre a una persona o a una organización, o deje el asiento libre.',
      person: 'Esta persona ya no está en la lista. Elija de nuevo.',
      organisation: 'Esta organización ya no está en el seminario. Elija de nuevo.',
      state: 'Elija un estado de la lista.',
      leaving: 'A alguien se le propuso un asiento que ya no está aquí. Indique abajo que se puede quitar.',
    },
  },
} satisfies Messages<typeof en>
