import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './editing.en.ts'

const n = (value: number) => number('es', value)
const texts = (count: number) => plural('es', count, { one: '# texto', other: '# textos' })

export const es = {
  title: 'Modificar el seminario',
  lead: 'Cada parte tiene su página. Lo que usted guarda se ve enseguida, por todas las personas que pueden ver el seminario.',
  door: 'Modificar el seminario',
  doorText: 'Sus textos, fecha, sede, preguntas, consentimientos, organizaciones',
  mayNot: 'Su derecho de acceso no permite modificar este seminario.',
  save: 'Guardar',
  saved: 'Guardado.',
  nothingChanged: 'Nada era distinto: nada ha cambiado.',
  back: 'Todas las partes',
  parts: {
    texts: 'Textos de la página',
    'when-and-where': 'Cuándo y dónde',
    languages: 'Idiomas',
    registration: 'Inscripción',
    questions: 'Preguntas del formulario',
    consents: 'Consentimientos',
    organisations: 'Organizaciones',
    contacts: 'Direcciones de contacto',
    rooms: 'Salas',
    people: 'Personas del programa',
    days: 'Días',
    programme: 'Programa',
    places: 'Cupos y cuotas',
    words: 'Textos de los correos',
  },
  leads: {
    texts: 'Primero viene el original, a su lado las traducciones. Si el original cambia, hay que releerlas.',
    'when-and-where': 'El día, sus horas y cómo llegar.',
    languages: 'Los idiomas de la página y de su formulario, y los que se hablan en la sala.',
    registration: 'Desde cuándo y hasta cuándo, para quién, y cuánto tiempo se conservan las respuestas.',
    questions:
      'Lo que pide el formulario además del nombre, la dirección, la categoría y la organización. Las respuestas ya dadas se quedan.',
    consents: 'Lo que las personas aceptan al inscribirse. Un texto que alguien aceptó no cambia nunca.',
    organisations: 'Quién organiza, participa y apoya. Los seminarios de la red comparten estas organizaciones.',
    contacts: 'Adónde escribir sobre el seminario: un equipo o una función, no una persona.',
    rooms: 'Las salas en las que ocurren cosas al mismo tiempo. Un bloque sin sala es para todas las personas.',
    people:
      'Quienes moderan, intervienen o participan en un panel. Aquí ve sus nombres y direcciones quien puede modificar el seminario.',
  },
  overview: {
    part: 'Parte',
    holds: 'Lo que dice',
    complete: 'completo',
    missing: count => plural('es', count, { one: 'falta #', other: 'faltan #' }),
    stale: count => plural('es', count, { one: '# por releer', other: '# por releer' }),
    missingIn: languages => `falta: ${languages}`,
    staleIn: languages => `por releer: ${languages}`,
    nothingYet: 'nada por ahora',
    filled: (filled, all) => `${n(filled)} de ${texts(all)}`,
    until: moment => `hasta el ${moment}`,
    andMore: (names, count) => plural('es', count, { one: `${names} · # más`, other: `${names} · # más` }),
    capacity: count => plural('es', count, { one: '# cupo', other: '# cupos' }),
    slots: count => plural('es', count, { one: '# bloque', other: '# bloques' }),
    elsewhere: 'en una página aparte',
    more: 'Además',
    preview: 'Vista previa',
    previewText: 'La página y el formulario tal como se verán',
    copy: 'Hacer una copia',
    copyText: 'Un nuevo seminario que comienza con lo que dice este',
    file: 'El seminario en un archivo',
    fileText: 'YAML: para guardar, comparar, modificar e importar de nuevo',
  },
  programme: {
    file: 'Descargar el archivo',
    importFile: 'Importar un archivo',
    empty: 'Ningún bloque por ahora',
    emptyText: 'La página del seminario no muestra entonces ningún programa.',
  },
  notes: {
    movingTitle: 'Este seminario está anunciado',
    moving:
      'Un nuevo día guardado aquí se anuncia por correo a todas las personas afectadas; las horas y la sede se ven enseguida, sin correo. Para dar un motivo, o posponerlo sin nuevo día:',
    life: 'Vida del seminario',
    compare: 'Leer las traducciones junto al original de antes y de ahora',
    places: capacity => plural('es', capacity, { one: 'Cupos y cuotas: # cupo', other: 'Cupos y cuotas: # cupos' }),
    retention: 'Qué se suprime y cuándo',
  },
  field: {
    source: 'Texto de origen',
    missing: language => `Falta: se muestra en el idioma de origen (${language}), y la página lo dice`,
    stale: 'Por releer: el original ha cambiado desde entonces',
    draft: 'En borrador',
    machine: 'Traducción automática que nadie ha leído todavía',
    reviewed: 'Revisada',
    time: label => `${label}: hora`,
    timeOrMidnight: city => `De 24 horas, por ejemplo 10:00; hora de ${city}. Vacío: medianoche, al comenzar el día`,
    timeOrEnd: city => `De 24 horas, por ejemplo 18:00; hora de ${city}. Vacío: el final del día, 23:59:59`,
    addLine: 'Agregar una línea',
    line: (label, position) => `${label}, línea ${n(position)}`,
    yes: 'Sí',
    no: 'No',
  },
  stale: {
    gone: 'Alguien quitó este elemento mientras tanto. Lo que usted escribió está abajo: al guardarlo se agrega de nuevo.',
    order: 'Alguien cambió esta lista mientras tanto. Así está ahora.',
    changed: 'Alguien lo cambió mientras tanto. Así está ahora; no se quitó nada.',
  },
  dropping: {
    label: 'Textos en estos idiomas',
    hint: (count, languages) =>
      plural('es', count, {
        one: `Existe # texto en este idioma: ${languages}. Si usted marca la casilla, se quita; el historial lo conserva.`,
        other: `Existen # textos en estos idiomas: ${languages}. Si usted marca la casilla, se quitan; el historial los conserva.`,
      }),
    choice: 'Quitarlos',
  },
  list: {
    add: {
      questions: 'Agregar una pregunta',
      consents: 'Agregar un consentimiento',
      organisations: 'Agregar una organización',
      contacts: 'Agregar una dirección de contacto',
      rooms: 'Agregar una sala',
      people: 'Agregar una persona',
    },
    newTitle: {
      questions: 'Nueva pregunta',
      consents: 'Nuevo consentimiento',
      organisations: 'Nueva organización',
      contacts: 'Nueva dirección de contacto',
      rooms: 'Nueva sala',
      people: 'Nueva persona',
    },
    editTitle: {
      questions: 'Modificar la pregunta',
      consents: 'Modificar el consentimiento',
      organisations: 'Modificar la organización',
      contacts: 'Modificar la dirección de contacto',
      rooms: 'Modificar la sala',
      people: 'Modificar la persona',
    },
    empty: {
      questions: 'Ninguna pregunta propia por ahora',
      consents: 'Ningún consentimiento por ahora',
      organisations: 'Ninguna organización por ahora',
      contacts: 'Ninguna dirección de contacto por ahora',
      rooms: 'Todavía no hay salas',
      people: 'Todavía no hay personas',
    },
    emptyText: {
      questions: 'El formulario pide solo el nombre, la dirección, la categoría y la organización.',
      consents: 'Las personas deben saber qué pasa con sus datos antes de darlos.',
      organisations: 'La página no dice entonces quién organiza el seminario.',
      contacts: 'Las personas no tienen entonces adónde escribir.',
      rooms: 'Cada bloque es entonces para todas las personas, en la sede.',
      people: 'Los bloques nombran entonces solo organizaciones.',
    },
    columns: {
      order: 'Orden',
      label: 'Texto',
      kind: 'Tipo',
      required: 'Obligatorio',
      asked: 'A quién',
      roles: 'Funciones',
      way: 'Dirección',
      languages: 'Idiomas',
    },
    up: what => `Subir: ${what}`,
    down: what => `Bajar: ${what}`,
    upShort: 'Subir',
    downShort: 'Bajar',
    moved: 'Se movió.',
    cannotMove: 'Una pregunta que depende de la respuesta a otra va debajo de ella. El orden no ha cambiado.',
    always: 'a todas las personas',
    ofCategories: categories => `a las categorías: ${categories}`,
    afterAnswers: (question, answers) => `después de “${question}”: ${answers}`,
    remove: 'Quitar',
    removed: 'Se quitó.',
    removeTitle: what => `¿Quitar “${what}”?`,
    removeText: {
      questions: 'El formulario ya no la hace.',
      consents: 'El formulario ya no lo pide.',
      organisations: 'Ya no se nombra en este seminario. La red la conserva para sus otros seminarios.',
      contacts: 'La página y los correos ya no la muestran.',
      rooms: 'La sala sale del borrador. Las versiones publicadas del programa la conservan.',
      people:
        'La persona sale del borrador, y su nombre, su dirección y las líneas sobre ella se borran. Las versiones publicadas ya no muestran su nombre; el cargo y las líneas que figuraban en ellas se quedan. Esto no le avisa.',
    },
    answered: count =>
      plural('es', count, {
        one: 'Existe # respuesta. Se queda, con la pregunta tal como se leyó, en las listas y en los archivos que usted descargue.',
        other:
          'Existen # respuestas. Se quedan, con la pregunta tal como se leyó, en las listas y en los archivos que usted descargue.',
      }),
    agreed: count =>
      plural('es', count, {
        one: '# persona respondió. Su respuesta se queda, con el texto exacto que leyó.',
        other: '# personas respondieron. Sus respuestas se quedan, con el texto exacto que leyeron.',
      }),
    inUse: 'Todavía no se puede quitar: una pregunta, una dirección de contacto o el programa remite a ello.',
    newVersion: {
      questions: count =>
        plural('es', count, {
          one: 'Existe # respuesta. Otro texto, otro tipo u otra opción hacen una nueva versión al lado: es la que se preguntará, y la respuesta se queda con la anterior. Explicación, orden, condición y “obligatorio” cambian en su lugar.',
          other:
            'Existen # respuestas. Otro texto, otro tipo u otra opción hacen una nueva versión al lado: es la que se preguntará, y las respuestas se quedan con la anterior. Explicación, orden, condición y “obligatorio” cambian en su lugar.',
        }),
      consents: count =>
        plural('es', count, {
          one: '# persona respondió a este texto. Otro texto, u otra respuesta a “obligatorio”, hace una nueva versión: se pide desde ahora, y el consentimiento dado se queda con el texto leído. Se puede agregar un idioma que faltaba.',
          other:
            '# personas respondieron a este texto. Otro texto, u otra respuesta a “obligatorio”, hace una nueva versión: se pide desde ahora, y los consentimientos dados se quedan con el texto leído. Se puede agregar un idioma que faltaba.',
        }),
    },
    perhapsSettled:
      'Usted no puede ver las inscripciones. Si alguien ya respondió o aceptó, otro texto hace una nueva versión y su respuesta se queda.',
    perhapsThere:
      'Usted no puede ver las inscripciones. Si alguien ya respondió, la respuesta se queda con el texto que se leyó.',
    known: 'Una organización que la red conoce',
    knownHint: 'Su nombre y su tipo se toman entonces de allí, haya lo que haya abajo; elija sus funciones',
    ofNetwork:
      'No se guardó nada: las organizaciones pertenecen a la red, y su derecho de acceso cubre solo este seminario. Usted puede elegir una que la red conoce y fijar sus funciones; para otra, diríjase al equipo de la red.',
    shared: 'Los otros seminarios de la red que nombran esta organización muestran lo que usted cambia aquí.',
  },
  question: {
    options: 'Opciones',
    optionsHint: 'Para “una opción” y “varias opciones”: al menos una. Una opción que queda vacía se quita.',
    option: position => `Opción ${n(position)}`,
    addOption: 'Agregar una opción',
    optionOrder: 'Opciones y su orden',
    optionUp: position => `Subir la opción ${n(position)}`,
    asked: 'A quién se le hace',
    askedAlways: 'A todas las personas',
    askedCategory: 'Solo a algunas categorías',
    askedAnswer: 'Después de algunas respuestas a una pregunta anterior',
    categories: 'Categorías',
    answers: 'Respuestas después de las cuales se hace',
    answersHint: 'De una sola pregunta',
    answer: (question, option) => `${question}: ${option}`,
    noEarlier: 'No hay ninguna pregunta con opciones encima de esta.',
    oneQuestion: 'Marque respuestas de una sola pregunta.',
    someCategory: 'Marque al menos una categoría.',
    someAnswer: 'Marque al menos una respuesta.',
  },
  checklist: {
    title: 'Antes de anunciarlo',
    openTitle: 'Lo que falta todavía',
    ready: 'No falta nada: el seminario se puede anunciar.',
    complete: 'No falta nada.',
    missing: 'falta',
    advised: 'aconsejado',
    done: 'hecho',
    items: {
      day: 'El día está por venir',
      capacity: 'Número de cupos',
      closes: 'Una fecha límite que no ha pasado',
      organiser: 'Quién lo organiza',
      contact: 'Una dirección de contacto',
      consent: 'Un consentimiento obligatorio sobre los datos personales',
      presentation: 'Una presentación',
      programme: 'Un programa',
      translations: (missing, stale) =>
        missing === 0
          ? plural('es', stale, { one: 'Traducciones: # texto por releer', other: 'Traducciones: # textos por releer' })
          : stale === 0
            ? plural('es', missing, { one: 'Traducciones: falta # texto', other: 'Traducciones: faltan # textos' })
            : plural('es', missing, {
                one: `Traducciones: falta # texto, ${n(stale)} por releer`,
                other: `Traducciones: faltan # textos, ${n(stale)} por releer`,
              }),
      translated: 'Traducciones',
    },
    preview: 'Vista previa y anuncio',
    state: 'Estado',
    what: 'Qué',
  },
} satisfies Messages<typeof en>
