import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './desk-people.en.ts'

const people = (count: number, one: string, other: string) => plural('es', count, { one, other })

export const es = {
  figures: {
    toExamine: 'Por examinar',
    toExamineNow: count =>
      people(
        count,
        '# inscripción espera su respuesta y no tiene cupo hasta entonces.',
        '# inscripciones esperan su respuesta y no tienen cupo hasta entonces.',
      ),
    offered: 'Ofrecidas',
    offeredNow: count =>
      people(
        count,
        '# cupo está ofrecido y se guarda hasta que la persona responda o venza la oferta.',
        '# cupos están ofrecidos y se guardan hasta que las personas respondan o venzan las ofertas.',
      ),
    taken: 'Cupos ocupados',
    waitingExplain: 'Por prioridad y luego en el orden en que llegaron',
    freeExplain: (capacity, taken, held) =>
      held === 0
        ? `Capacidad ${number('es', capacity)}, menos ${number('es', taken)} ocupados`
        : `Capacidad ${number('es', capacity)}, menos ${number('es', taken)} ocupados y ${number('es', held)} guardados para invitaciones`,
    notReached: count =>
      people(count, 'Nuestro último correo no llegó a # persona.', 'Nuestro último correo no llegó a # personas.'),
  },
  doors: {
    parts: { page: 'El seminario', people: 'Las personas', mails: 'Los correos', team: 'El equipo' },
    line: 'Lista de espera',
    lineText: 'Quién espera, por qué todavía no, y quién pasó antes.',
    places: 'Cupos e invitaciones',
    placesText: 'Las cuotas, cómo se dan los cupos, los códigos para organizaciones aliadas.',
    organisations: 'Organizaciones',
    organisationsText: 'Los nombres que se escribieron, para aprobar o unir.',
    letters: 'Cartas de participación',
    lettersText: 'Emitirlas, numerarlas, anularlas.',
    retention: 'Datos conservados',
    retentionText: 'Qué datos se borran y cuándo, y qué se borró ya.',
  },
  list: {
    mail: 'Correo',
    undelivered: 'correo no entregado',
    oneOrganisation: 'una organización',
    choose: name => `Elegir a ${name}`,
  },
  chosen: {
    title: 'Con las personas elegidas',
    hint: 'Marque personas en la lista. Solo cuentan las casillas de esta página.',
    approve: 'Aprobar',
    refuse: 'Rechazar',
    cancel: 'Cancelar la inscripción',
    nobody: 'Marque antes a alguien en la lista.',
  },
  ending: {
    refuseTitle: count => people(count, '¿Rechazar # inscripción?', '¿Rechazar # inscripciones?'),
    refuseText:
      'Quien tiene un cupo lo pierde, y pasa a la primera persona de la lista de espera que puede tomarlo. Un correo se lo dice a cada persona, con su motivo.',
    cancelTitle: count => people(count, '¿Cancelar # inscripción?', '¿Cancelar # inscripciones?'),
    cancelText:
      'Quien tiene un cupo lo devuelve, y pasa a la primera persona de la lista de espera que puede tomarlo. Un correo se lo dice a cada persona.',
    reason: 'Motivo',
    reasonHint: 'Va en el correo tal como usted lo escribe, en el idioma en que lo escribe',
    refuseButton: count => people(count, 'Rechazar # inscripción', 'Rechazar # inscripciones'),
    cancelButton: count => people(count, 'Cancelar # inscripción', 'Cancelar # inscripciones'),
    leave: 'No cambiar nada',
    errors: {
      reasonMissing: 'Escriba por qué: la persona lo lee en el correo.',
      reasonTooLong: 'Un motivo puede tener 1.000 caracteres como máximo.',
    },
  },
  done: {
    approved: count => people(count, '# persona tiene un cupo.', '# personas tienen un cupo.'),
    approvedWaiting: count =>
      people(
        count,
        '# persona está en la lista de espera: una cuota que la cuenta está completa.',
        '# personas están en la lista de espera: una cuota que las cuenta está completa.',
      ),
    notRequested: count =>
      people(
        count,
        '# inscripción no requería examen y queda como estaba.',
        '# inscripciones no requerían examen y quedan como estaban.',
      ),
    tooLate: count =>
      people(
        count,
        '# inscripción no se pudo aprobar: ya no se dan cupos. Usted todavía puede rechazarla con una explicación.',
        '# inscripciones no se pudieron aprobar: ya no se dan cupos. Usted todavía puede rechazarlas con una explicación.',
      ),
    gone: count => people(count, '# inscripción ya no existe.', '# inscripciones ya no existen.'),
    refused: count => people(count, '# inscripción está rechazada.', '# inscripciones están rechazadas.'),
    cancelled: count => people(count, '# inscripción está cancelada.', '# inscripciones están canceladas.'),
    ended: count =>
      people(
        count,
        '# inscripción ya había terminado y queda como estaba.',
        '# inscripciones ya habían terminado y quedan como estaban.',
      ),
  },
  priority: {
    label: 'Prioridad',
    hint: 'De −100 a 100; 0 para la mayoría. La más alta va primero',
    save: 'Fijar la prioridad',
    set: 'La prioridad está fijada.',
    notWaiting: 'Quien ya no espera no tiene prioridad: para esa persona no cambió nada.',
    error: 'Escriba un número entero de −100 a 100.',
    errorOf: name => `${name}: escriba un número entero de −100 a 100.`,
    stale: (theirs, yours) =>
      `Mientras tanto alguien fijó la prioridad en ${theirs}; usted escribió ${yours}. Guarde de nuevo para conservar la suya.`,
    staleOf: (name, theirs, yours) =>
      `${name}: mientras tanto alguien fijó la prioridad en ${theirs}; usted escribió ${yours}. Guarde de nuevo para conservar la suya.`,
  },
  one: {
    since: moment => `desde el ${moment}`,
    rank: rank => `Posición ${number('es', rank)} en la lista de espera`,
    offeredUntil: moment => `El cupo se guarda hasta el ${moment}.`,
    reason: 'Motivo indicado:',
    ended: 'Esta inscripción terminó. La persona puede inscribirse de nuevo.',
    undeliveredTitle: 'Nuestro último correo no llegó',
    undelivered: address => `Tal vez la dirección esté mal: ${address}`,
    whyWaiting: 'Por qué todavía no hay cupo',
    address: 'Dirección',
    sameOrganisation: 'Todas las personas de esta organización',
    territory: 'Territorio',
    role: 'Función',
    language: 'Idioma de nuestros correos',
    languages: 'Comprende',
    invitation: 'Invitación',
    usesReserved: 'Tiene uno de los cupos guardados para ella',
    registeredOn: 'Inscripción',
    origins: {
      form: 'por el formulario',
      api: 'por otro programa',
      desk: 'en el escritorio',
      import: 'por importación',
    },
    priority: 'Prioridad',
    erased: 'Los datos de la persona se borraron. Queda lo que cuentan las estadísticas.',
    answers: 'Respuestas a sus preguntas',
    needs: 'Necesidades',
    needsText: 'Las ven quienes se ocupan de las inscripciones de este seminario, y se borran después.',
    consents: 'Consentimientos, con el texto que se mostró',
    agreed: 'aceptado',
    notAgreed: 'no aceptado',
    saidBySelf: moment => `indicado por la persona, ${moment}`,
    saidByDelegate: moment => `indicado en su nombre por quien la inscribió, ${moment}`,
    connected: 'Inscritas juntas, o cupo cedido',
    how: {
      to: 'El cupo fue cedido a',
      from: 'El cupo viene de',
      delegation: 'De la misma delegación:',
    },
    mails: 'Correos a esta persona',
    mail: 'Correo',
    written: 'Cuándo',
    noMails: 'Todavía no hay correos',
    noMailsText: 'Se envía un correo cuando algo cambia en la inscripción.',
  },
  events: {
    title: 'Qué pasó con el cupo',
    at: 'Cuándo',
    what: 'Qué',
    by: 'Quién',
    registered: state => `Inscripción: ${state}`,
    became: (from, to) => `De “${from}” a “${to}”`,
    changed: (what, from, to) => `${what}: de “${from}” a “${to}”`,
    person: 'Cambió el nombre o la dirección',
    organisation: 'Cambió la organización',
    invitation: 'Cambió la invitación',
    unknown: 'desconocido',
    noTerritory: 'ninguno',
    self: 'la persona, por su propio enlace',
    team: 'el equipo organizador',
    onRegistering: 'al inscribirse',
    program: 'las reglas de los cupos',
    none: 'Todavía nada',
    noneText: 'Lo que pasa con el cupo se anota aquí.',
  },
} satisfies Messages<typeof en>
