import type { Locale } from '#ground/languages/locales.ts'
import { number as numberIn, plural as pluralIn } from '#ground/languages/say.ts'
import type { PartsMessages } from './parts.en.ts'

const number = (value: number) => numberIn('es', value)
/** With the form for round millions, which take “de”. */
const plural = (count: number, one: string, other: string, many: string) => pluralIn('es', count, { one, other, many })
const languages: Record<Locale, string> = { fr: 'francés', es: 'español', pt: 'portugués', en: 'inglés' }

export const es = {
  frame: {
    skip: 'Ir al contenido',
    menu: 'Menú',
    workspace: 'Espacio de trabajo',
    mainNavigation: 'Menú principal',
    languages: 'Idioma',
    announcement: 'Aviso',
    breadcrumb: 'Usted está aquí',
    signIn: 'Iniciar sesión',
    signOut: 'Cerrar sesión',
    signedInAs: name => `Sesión de ${name}`,
    failedTitle: title => `Error: ${title}`,
    about:
      'Perenne ayuda a que la acción internacional de los gobiernos locales sobreviva a un mandato. Es software libre.',
    licence: 'Licencia EUPL-1.2',
    accessibility: 'Accesibilidad',
    source: 'Código fuente',
    privacy: 'Datos personales',
    footNavigation: 'Acerca de este sitio',
  },
  form: {
    errors: count =>
      plural(
        count,
        'Queda un punto por corregir',
        `Quedan ${number(count)} puntos por corregir`,
        `Quedan ${number(count)} de puntos por corregir`,
      ),
    allRequired: 'Responda todas las preguntas, salvo las marcadas como “opcional”.',
    optional: 'opcional',
    required: 'obligatorio',
    choose: 'Elija…',
    cancel: 'Cancelar',
    dateForm: 'Año-mes-día, por ejemplo 2018-07-05',
    fileLimit: size => `${size} como máximo`,
    fileAgain: 'El navegador no puede conservar un archivo elegido: vuelva a elegirlo, por favor.',
    fileReceived: name => `Ya recibido: ${name}. Elija otro archivo solo para reemplazarlo.`,
    atMost: characters =>
      plural(
        characters,
        `${number(characters)} carácter como máximo`,
        `${number(characters)} caracteres como máximo`,
        `${number(characters)} de caracteres como máximo`,
      ),
    codeHint: 'Las seis cifras del mensaje que acabamos de enviarle',
    errorPrefix: 'Error:',
  },
  stale: {
    title: 'Esta página se guardó entretanto',
    explain:
      'No se pierde nada: estos son los dos textos, allí donde difieren. Elija uno en cada punto; nada se guarda hasta que usted confirme.',
    theirs: (by, at) => `Guardado entretanto${by ? ` por ${by}` : ''}${at ? `, ${at}` : ''}`,
    yours: 'Lo que usted escribió',
    both: 'Conservar los dos, uno después del otro',
    empty: '(en blanco)',
    save: 'Guardar lo elegido',
    continueEditing: 'Seguir escribiendo con lo elegido',
  },
  table: {
    filters: 'Acotar la lista',
    apply: 'Mostrar',
    clear: 'Mostrar todo',
    sortBy: 'Ordenar por',
    sortedBy: (heading, descending) => `${heading}, orden ${descending ? 'descendente' : 'ascendente'}`,
    pages: 'Páginas de la lista',
    page: n => `Página ${number(n)}`,
    previous: 'Anterior',
    next: 'Siguiente',
    range: (from, to, total) => `${number(from)} a ${number(to)} de ${number(total)}`,
  },
  text: {
    notYet: source => `en ${languages[source]}; todavía no en español`,
    stale: 'el original cambió después de esta traducción',
    regions: { america: 'América Latina', europe: 'Europa', other: 'Otra región' },
    pending: 'por confirmar',
    free: (free, capacity) =>
      plural(
        free,
        `${number(free)} cupo libre de ${number(capacity)}`,
        `${number(free)} cupos libres de ${number(capacity)}`,
        `${number(free)} de cupos libres de ${number(capacity)}`,
      ),
    full: capacity => `Completo: los ${number(capacity)} cupos están ocupados`,
    unlimited: 'Sin límite de cupos',
    taken: (taken, capacity) =>
      plural(
        taken,
        `${number(taken)} cupo ocupado de ${number(capacity)}`,
        `${number(taken)} cupos ocupados de ${number(capacity)}`,
        `${number(taken)} de cupos ocupados de ${number(capacity)}`,
      ),
  },
  programme: {
    provisional: 'provisional',
    introduction: 'Introducción',
    talk: 'Ponencia',
    workshop: 'Taller',
    part: numeral => `Parte ${numeral}`,
    moderation: names => `Moderación: ${names}`,
    coordination: names => `Coordinación general: ${names}`,
    empty: 'El programa aún no se ha publicado. Aparecerá en esta página.',
  },
  flash: { done: 'Hecho', note: 'Tenga en cuenta', problem: 'No se hizo' },
  errors: {
    403: {
      title: 'Esta página no está abierta para usted',
      sentences: [
        'Está reservada a las personas que recibieron acceso, o bien el formulario estuvo abierto demasiado tiempo.',
        'Si acaba de llenar un formulario, vuelva atrás y envíelo de nuevo. Si necesita acceso, pídalo a quien organiza el seminario.',
      ],
    },
    404: {
      title: 'No hay ninguna página en esta dirección',
      sentences: [
        'Quizás la dirección se cortó al copiarla, o la página fue retirada.',
        'Revise la dirección o vuelva a empezar desde la página de inicio.',
      ],
    },
    409: {
      title: 'Algo cambió entretanto',
      sentences: [
        'Otra persona, o usted en otra ventana, hizo algo que su solicitud no toma en cuenta.',
        'No se sobrescribió nada. Vuelva atrás, recargue la página y vea su estado actual antes de intentarlo otra vez.',
      ],
    },
    413: {
      title: 'Es demasiado grande para recibirlo',
      sentences: [
        'El archivo o el texto enviado supera el límite, y aquí no se conservó nada de él.',
        'Vuelva atrás, elija un archivo más liviano o acorte el texto, y envíelo de nuevo.',
      ],
    },
    422: {
      title: 'No se pudo leer lo que envió',
      sentences: [
        'No llegó en la forma que esta página espera, quizás porque se cortó en el camino.',
        'Vuelva atrás, recargue la página y envíelo de nuevo.',
      ],
    },
    429: {
      title: 'Demasiadas solicitudes a la vez',
      sentences: [
        'Recibimos de usted, en poco tiempo, más solicitudes de las que podemos atender de manera equitativa.',
        'Espere un poco e inténtelo de nuevo. No se perdió nada de lo que hizo antes.',
      ],
    },
    500: {
      title: 'Algo falló de nuestro lado',
      sentences: [
        'No es culpa suya. La falla quedó registrada, y es posible que lo que pidió no se haya hecho.',
        'Inténtelo de nuevo en unos minutos. Si había llenado un formulario, el botón “atrás” del navegador suele recuperar su texto.',
      ],
    },
    503: {
      title: 'Perenne hace una pausa',
      sentences: [
        'El servicio está arrancando, deteniéndose o en mantenimiento, y no puede responder en este momento.',
        'Inténtelo de nuevo en unos minutos. Lo que ya está guardado no se ve afectado.',
      ],
    },
    507: {
      title: 'Ya no hay espacio para guardar',
      sentences: [
        'La máquina que aloja este sitio se quedó sin espacio. No se guardó nada, y lo que ya estaba guardado no se ve afectado.',
        'Vuelva atrás: lo que escribió sigue ahí. Inténtelo más tarde y avise a quienes administran este sitio.',
      ],
    },
  },
  errorPage: {
    reference: 'Referencia',
    quote: 'Indique este número si nos escribe: permite encontrar lo que ocurrió.',
    tryAgainIn: seconds =>
      plural(
        seconds,
        'Podrá intentarlo de nuevo en un segundo.',
        `Podrá intentarlo de nuevo en ${number(seconds)} segundos.`,
        `Podrá intentarlo de nuevo en ${number(seconds)} de segundos.`,
      ),
    home: 'Ir a la página de inicio',
  },
  styleguide: {
    title: 'Guía de componentes',
    lead: 'Cada componente, en cada uno de sus estados, tal como aparece en este idioma.',
    states: {
      plain: 'Normal',
      hint: 'Con una ayuda',
      error: 'Con un error',
      disabled: 'No disponible',
      optional: 'Opcional',
      long: 'Texto largo',
      emoji: 'Emojis y otras escrituras',
      rightToLeft: 'Texto de derecha a izquierda',
      longWord: 'Una palabra de 500 letras',
      filled: 'Completado',
      missingLanguage: 'Idioma aún ausente, traducción desactualizada',
    },
    sections: {
      text: 'Textos',
      fields: 'Campos',
      choices: 'Opciones',
      buttons: 'Botones',
      table: 'Tablas',
      places: 'Lugares, regiones, estados',
      programme: 'Programa',
      messages: 'Mensajes',
      stale: 'Dos personas escriben a la vez',
      errors: 'Páginas de error',
    },
    sample: {
      name: 'Nombre completo',
      nameHint: 'Como debe figurar en la credencial',
      nameError: 'Escriba su nombre',
      email: 'Correo electrónico',
      telephone: 'Teléfono',
      message: 'Mensaje al equipo organizador',
      language: 'Idioma',
      category: 'Usted viene en calidad de',
      date: 'Fecha',
      document: 'Documento',
      code: 'Código recibido por correo',
      news: 'Acepto que mi nombre y mi organización figuren en la lista que se entrega a las personas participantes.',
      paragraph:
        'Una acción internacional perdura cuando se la conoce dentro de la casa, se la pone por escrito, se la mide y quienes se van la entregan a quienes llegan.',
      save: 'Guardar',
      remove: 'Retirar',
      confirmTitle: '¿Retirar esta inscripción?',
      confirmText: 'El cupo pasa de inmediato a la primera persona de la lista de espera.',
      saved: 'Sus cambios se guardaron.',
      seminar: 'Seminario',
      nobody: 'Todavía no hay inscripciones',
      nobodyNext: 'Las inscripciones aparecerán aquí. Envíe la dirección del seminario a las personas que invita.',
      person: 'Persona',
      places: 'Lugares',
      region: 'Región',
      state: 'Estado',
      confirmed: 'confirmada',
      waiting: 'lista de espera',
      refused: 'rechazada',
      toExamine: 'por examinar',
      all: 'Todas',
    },
  },
} satisfies PartsMessages
