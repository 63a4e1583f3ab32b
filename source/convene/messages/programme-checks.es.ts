import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './programme-checks.en.ts'

const seats = (count: number) => plural('es', count, { one: '# asiento', other: '# asientos', many: '# de asientos' })

export const es = {
  title: 'Verificación del programa',
  lead: 'Lo que conviene mirar en el borrador del programa. Nada de esto impide publicarlo.',
  door: 'Verificación del programa',
  doorText:
    'Bloques que se superponen, vacíos, falta de moderación, invitaciones sin respuesta, traducciones por actualizar.',
  mayNot: 'Solo quienes pueden modificar este seminario ven esta página.',
  noneTitle: 'Nada que señalar',
  none: 'La verificación no encontró nada en este borrador.',
  onlyAside: 'La verificación no encontró nada más en este borrador.',
  emptyTitle: 'El programa todavía no tiene bloques',
  empty: 'La verificación empieza con el primer bloque.',
  toProgramme: 'Ir al programa',
  count: count =>
    plural('es', count, {
      one: '# punto por verificar en el borrador',
      other: '# puntos por verificar en el borrador',
      many: '# de puntos por verificar en el borrador',
    }),
  ofSlot: count =>
    plural('es', count, {
      one: '# punto por verificar aquí',
      other: '# puntos por verificar aquí',
      many: '# de puntos por verificar aquí',
    }),
  onDesk: count =>
    plural('es', count, {
      one: '# punto del programa merece atención',
      other: '# puntos del programa merecen atención',
      many: '# de puntos del programa merecen atención',
    }),
  ways: {
    timetable: 'Mover en el cuadro de horarios',
    slot: 'Agregar un bloque',
    days: 'Cambiar el horario anunciado',
    seats: 'Ver el panel',
    asked: 'Ver a quién se invitó',
    translate: 'Traducir',
  },
  severities: {
    error: 'No puede realizarse así',
    warning: 'Por verificar',
    notice: 'Conviene saberlo',
  },
  where: 'Dónde',
  why: 'Por qué importa',
  todo: 'Qué hacer',
  codes: {
    overlap: {
      title: 'Dos bloques a la misma hora',
      why: 'Nadie puede estar en los dos, y ninguno puede empezar o terminar como se anunció.',
      todo: 'Cambie el horario de uno de los dos, o dé a cada uno su sala.',
    },
    'two-places': {
      title: 'Una persona en dos lugares a la vez',
      why: 'Uno de los dos bloques tendrá que prescindir de ella.',
      todo: 'Mueva uno de los dos bloques, o encargue uno de ellos a otra persona.',
    },
    gap: {
      title: 'Tiempo sin nada previsto',
      why: 'Quien participa se pregunta si es una pausa, un error o un cambio que no se anunció.',
      todo: 'Agregue un bloque, por ejemplo una pausa o una comida, o acerque los que lo rodean.',
    },
    'outside-hours': {
      title: 'Fuera del horario anunciado',
      why: 'Quien confía en el horario anunciado llega demasiado tarde o ya se fue.',
      todo: 'Cambie el horario anunciado de ese día, o el del bloque.',
    },
    'no-moderator': {
      title: 'Sin moderación',
      why: 'Llegado el día, nadie sabe quién da la palabra y cuida el tiempo.',
      todo: 'Indique una organización o una persona que modere, o la coordinación general.',
    },
    'panel-unbalanced': {
      title: 'Panel desequilibrado',
      why: 'A una de las dos regiones se la escucha más que a la otra.',
      todo: 'Agregue un asiento para la región que tiene menos, o reemplace el que fue declinado.',
    },
    'declined-still-on': {
      title: 'Declinó, y sigue en el programa',
      why: 'El programa anuncia, para moderar o intervenir, a alguien que quizá no venga.',
      todo: 'Pregunte a esa persona si modera o interviene de todos modos; si no, nombre a otra.',
    },
    'document-unknown': {
      title: 'Documento que no lleva a ninguna parte',
      why: 'Su enlace no abre nada: el archivo se subió a otro seminario o a otra instalación.',
      todo: 'Abra el bloque, vacíe la dirección del documento y elija de nuevo el archivo.',
    },
    'translation-missing': {
      title: 'Falta la traducción',
      why: 'Quien lee en este idioma encuentra estos textos en otro.',
      todo: 'Escriba las traducciones que faltan, o retire el idioma del seminario.',
    },
    'translation-stale': {
      title: 'Traducción desactualizada',
      why: 'Quien lee en este idioma encuentra todavía lo que el programa decía antes.',
      todo: 'Actualice las traducciones, o indique que siguen siendo válidas.',
    },
    'repeated-title': {
      title: 'El mismo título más de una vez',
      why: 'En un calendario o en una lista, nada distingue estos bloques.',
      todo: 'Dé a cada uno su título, salvo que los quiera iguales.',
    },
    'part-declined': {
      title: 'Moderación o intervención declinada',
      why: 'Una persona dijo que no puede venir: no aparecerá en la próxima versión que se publique.',
      todo: 'Quite a la persona del bloque y busque a otra.',
    },
    'seat-unanswered': {
      title: 'Invitación sin respuesta',
      why: 'La composición del panel no está confirmada hasta que llegue la respuesta.',
      todo: 'Escriba de nuevo a la persona invitada, u ofrezca el asiento a otra.',
    },
    'part-unanswered': {
      title: 'Moderación o intervención sin respuesta',
      why: 'Todavía no es seguro quién modera o interviene: si se publica ahora, el programa dice “por confirmar”.',
      todo: 'Escriba de nuevo a la persona, o pídaselo a otra.',
    },
  },
  found: {
    sameRoom: room => `Los dos son en la sala “${room}”.`,
    noRoom: 'Un bloque sin sala es para todas las personas: nada más puede realizarse mientras dura.',
    person: name => `En los dos se espera a la misma persona: ${name}.`,
    declined: name => `${name} declinó un asiento en un panel y sigue figurando aquí para moderar o intervenir.`,
    empty: (day, hours) => `No hay nada previsto el ${day}, ${hours}.`,
    announced: hours => `Horario anunciado para ese día: ${hours}.`,
    notAnnounced: 'No hay horario anunciado para ese día.',
    seats: (latinAmerica, europe) =>
      `América Latina: ${seats(latinAmerica)}. Europa: ${seats(europe)}. Los que fueron declinados no se cuentan.`,
    cannot: name => `${name} no puede venir.`,
    seat: who => `Invitación enviada: ${who}.`,
    language: language => `Idioma: ${language}.`,
    document: title => `“${title}” nombra un archivo que este seminario no tiene.`,
  },
  regions: { 'latin-america': 'América Latina', europe: 'Europa', other: 'otra región' },
  seatFor: region => `un asiento (${region})`,
  elsewhere: {
    name: 'Nombre del programa',
    rooms: 'Nombres de las salas',
    people: 'Cargos y presentaciones de las personas',
  },
  aside: {
    open: 'Dejar de lado',
    reason: 'Por qué puede quedar así',
    hint: 'Lo leen las demás personas que preparan el seminario.',
    button: 'Dejar de lado',
    done: 'Este punto queda de lado, con su motivo.',
    already: 'Alguien ya lo había dejado de lado: su motivo se mantiene.',
    gone: 'Este punto ya no se encuentra en el borrador.',
    errors: {
      reason: 'Escriba por qué puede quedar así.',
      'reason-long': 'Escriba 1.000 caracteres como máximo.',
    },
    title: 'Dejados de lado',
    what: 'Qué',
    by: 'Por',
    when: 'Cuándo',
    somebody: 'Alguien',
    back: 'Retomar',
    backDone: 'Este punto está otra vez entre los que hay que verificar.',
    act: 'Acción',
  },
  inLog: 'Punto de verificación dejado de lado',
} satisfies Messages<typeof en>
