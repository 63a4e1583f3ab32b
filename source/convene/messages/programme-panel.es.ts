import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './programme-panel.en.ts'

const people = (count: number) => plural('es', count, { one: '# persona', other: '# personas', many: '# de personas' })

export const es: Messages<typeof en> = {
  title: 'Paneles e invitaciones',
  lead: 'Quién integra un panel, modera o interviene: a quién invitó usted y qué respondió cada persona.',
  doorText: 'Invitar a personas a los paneles, ver sus respuestas y lo que dicen de sí.',
  mayNot: 'Solo quienes pueden modificar este seminario ven esta página.',
  mayNotWrite: 'Para escribir a las personas de este seminario hace falta el derecho de ocuparse de ellas.',
  figures: {
    confirmed: 'Asientos confirmados',
    invited: 'Sin respuesta',
    declined: 'Declinados',
    open: 'Todavía sin invitación',
    declinedExplain: 'Dé estos asientos a otra persona, o déjelos.',
  },
  card: (confirmed, invited, declined) =>
    `Paneles: ${plural('es', confirmed, { one: '# asiento confirmado', other: '# asientos confirmados', many: '# de asientos confirmados' })}, ${plural('es', invited, { one: '# sin respuesta', other: '# sin respuesta' })}, ${plural('es', declined, { one: '# declinado', other: '# declinados' })}`,
  noneTitle: 'El programa todavía no nombra a ninguna persona',
  none: 'Agregue personas y deles un asiento, una moderación o una intervención en un bloque.',
  toPeople: 'Ir a las personas',
  toProgramme: 'Ir a los bloques',
  columns: {
    seat: 'Asiento',
    organisation: 'Organización',
    person: 'Persona',
    state: 'Respuesta',
    invited: 'Invitación',
    answered: 'Respondió',
    mail: 'Último correo',
    does: 'En el programa',
  },
  openSeats: count => plural('es', count, { one: '# asiento por asignar', other: '# asientos por asignar' }),
  nobody: 'nadie todavía',
  seatsOf: slot => `Asientos: ${slot}`,
  changeSeats: 'Modificar estos asientos',
  states: {
    open: 'todavía sin invitación',
    invited: 'todavía sin respuesta',
    confirmed: 'confirmado',
    declined: 'declinado',
  },
  stillOn: 'declinó un asiento, y aún modera o interviene',
  others: 'Moderación e intervenciones',
  othersLead: 'El correo les pregunta si vendrán y quiénes son.',
  cannot: {
    title: count =>
      plural('es', count, {
        one: '# moderación o intervención declinada',
        other: '# moderaciones o intervenciones declinadas',
      }),
    text: 'Quien declina no aparece en lo que usted publique. La versión que ven todas las personas puede seguir nombrando a la persona hasta la próxima publicación.',
  },
  roles: { moderator: slot => `modera “${slot}”`, speaker: slot => `interviene en “${slot}”` },
  mail: {
    never: 'ninguno',
    on: moment => `el ${moment}`,
    times: count => plural('es', count, { one: '# correo', other: '# correos', many: '# de correos' }),
  },
  waiting: {
    title: 'Textos que esperan una traducción',
    lead: language =>
      `Los escribieron las propias personas en otro idioma. Entran en el programa cuando el texto existe en ${language}.`,
    fields: { role: 'Cargo', about: 'Presentación' },
    write: 'Escribir la traducción',
  },
  unreachable: {
    title: count =>
      plural('es', count, {
        one: '# persona a quien no se puede escribir',
        other: '# personas a quienes no se puede escribir',
        many: '# de personas a quienes no se puede escribir',
      }),
    text: 'No hay dirección de correo. Agréguela y envíe luego la invitación.',
  },
  invite: {
    title: 'Invitar',
    choose: '¿A quién invita?',
    look: 'Ver el correo',
    none: 'Todas las personas del programa recibieron la invitación.',
  },
  remind: {
    title: 'Recordar',
    choose: '¿A quién le envía un recordatorio?',
    look: 'Ver el recordatorio',
    last: moment => `último correo el ${moment}`,
    noMail: 'invitación hecha sin correo desde aquí',
    laterTitle: count =>
      plural('es', count, {
        one: '# persona a quien no se le puede recordar ahora',
        other: '# personas a quienes no se les puede recordar ahora',
        many: '# de personas a quienes no se les puede recordar ahora',
      }),
    pause: (days, most) =>
      `Entre dos correos a la misma persona pasan ${plural('es', days, { one: '# día', other: '# días', many: '# de días' })}, y nadie recibe más de ${plural('es', most, { one: '# recordatorio', other: '# recordatorios', many: '# de recordatorios' })}.`,
    from: (name, moment) => `${name}: de nuevo a partir del ${moment}`,
    never: name => `${name}: recibió todos los recordatorios`,
  },
  errors: { people: 'Elija al menos una persona.', note: 'Escriba 1.000 caracteres como máximo.' },
  lookTitle: { invite: 'El correo de invitación', remind: 'El recordatorio' },
  lookLead: count => `Sale a ${people(count)}, un correo por persona, en su idioma. Todavía no ha salido nada.`,
  note: language => `Una frase suya (${language})`,
  noteHint: 'Figura en el correo como lo que escribe el equipo',
  preview: (language, count, name) => `En ${language}, a ${people(count)}; aquí como lo recibe ${name}`,
  again: 'Mostrarlo con mi frase',
  send: count => `Enviar a ${people(count)}`,
  goBack: 'Elegir a otras personas',
  sent: count =>
    plural('es', count, {
      one: 'El correo a # persona está en camino.',
      other: 'Los correos a # personas están en camino.',
      many: 'Los correos a # de personas están en camino.',
    }),
  left: count =>
    plural('es', count, {
      one: '# persona quedó fuera: se le escribió o respondió entretanto, o no tiene dirección.',
      other: '# personas quedaron fuera: se les escribió o respondieron entretanto, o no tienen dirección.',
    }),
  nobodyLeft: 'No se escribió a nadie: todas estas personas recibieron un correo hace poco o respondieron entretanto.',
  closed: {
    begun: 'El seminario comenzó: ya no se puede invitar a nadie.',
    cancelled: 'El seminario está cancelado: no se puede invitar a nadie.',
    postponed: 'El seminario todavía no tiene nueva fecha: no se puede invitar a nadie hasta que la tenga.',
  },
  log: {
    slot_person: 'Moderación o intervención',
    slot_seat: 'Asiento en el panel',
    programme_person: 'Persona en el programa',
    state: 'Respuesta',
    named: 'Nombre a la vista de todo el mundo',
    invited: count => `Invitaciones enviadas para el programa: ${count}`,
    reminded: count => `Recordatorios enviados para el programa: ${count}`,
  },
}
