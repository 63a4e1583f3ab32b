import type { Locale } from '../locales.ts'
import { type Messages, plural } from '../say.ts'
import type { en } from './texts.en.ts'

const languages: Record<Locale, string> = { fr: 'francés', es: 'español', pt: 'portugués', en: 'inglés' }

export const es = {
  title: 'Textos',
  lead: 'Lo que falta, quedó desactualizado o está por revisar, idioma por idioma.',
  byLanguage: 'Por idioma',
  list: 'Textos',
  column: {
    language: 'Idioma',
    source: 'Escritos en él',
    reviewed: 'Revisados',
    draft: 'En borrador',
    stale: 'Desactualizados',
    missing: 'Faltantes',
    text: 'Texto',
    field: 'Campo',
    place: 'Dónde',
    states: 'Idiomas',
  },
  state: {
    source: 'original',
    reviewed: 'revisado',
    draft: 'borrador',
    machine: 'traducción automática',
    stale: 'desactualizado',
    missing: 'falta',
  },
  filter: {
    language: 'Idioma',
    anyLanguage: 'Cualquier idioma',
    state: 'Lo que queda por hacer',
    anyState: 'Todos los textos',
    missing: 'Por traducir',
    stale: 'Por actualizar',
    draft: 'Por revisar',
    space: 'Dónde',
    anySpace: 'En todas partes',
  },
  spaces: {
    installation: 'Todo este sitio',
    network: name => `Red: ${name}`,
    seminar: name => `Seminario: ${name}`,
    territory: name => `Territorio: ${name}`,
  },
  fields: {
    name: 'Nombre',
    organisation: 'Nombre de una organización',
    space: 'Nombre de una red, un seminario o un territorio',
  },
  empty: 'No hay nada que hacer aquí',
  emptyNext:
    'Ningún texto que usted pueda traducir responde a esta elección. Amplíela, o vuelva después del próximo cambio.',
  none: 'No tiene textos a su cargo',
  noneNext: 'Pida el derecho de traducir al equipo organizador del seminario; los textos aparecerán entonces aquí.',
  inLanguage: language => `En ${languages[language]}`,
  original: language => `Original, en ${languages[language]}`,
  translation: language => `Traducción al ${languages[language]}`,
  editLead: 'El original está al lado de cada traducción.',
  originalNow: 'El original tal como está ahora',
  originalThen: 'El original tal como estaba cuando se tradujo',
  changedSince: 'El original cambió desde que esta traducción se hizo o se verificó.',
  stillValid: 'Sigue siendo válida así',
  stillValidHint: 'Conserva las palabras y deja constancia de que convienen al nuevo original.',
  stateOf: 'Estado de esta traducción',
  draft: 'Borrador: otra persona debe revisarla',
  reviewed: 'Revisada',
  save: 'Guardar',
  saveOriginal: 'Guardar el original',
  originalHint: 'Las traducciones ya hechas se mostrarán como desactualizadas hasta que alguien las vuelva a mirar.',
  saved: language => `El texto en ${languages[language]} quedó guardado.`,
  keptValid: language => `Quedó anotado que el texto en ${languages[language]} sigue siendo válido.`,
  staleTitle: 'Este texto cambió mientras usted escribía',
  sourceChanged:
    'El original cambió mientras usted escribía. Nada de lo suyo se perdió: lea el nuevo original y guarde otra vez.',
  settledTitle: 'Estas palabras quedan tal como están',
  settled:
    'Al menos una persona ya aceptó estas palabras o respondió a ellas: no cambian más. Se puede agregar una traducción que falte. Una nueva redacción es una versión nueva, por el archivo del seminario (“Importar un seminario”).',
  settledRefused:
    'No cambió nada: al menos una persona ya aceptó estas palabras o respondió a ellas. Una nueva redacción es una versión nueva, por el archivo del seminario (“Importar un seminario”).',
  settledTyped: 'Lo que usted escribió',
  problems: {
    empty: 'Escriba el texto, o salga de esta página sin guardar.',
    long: most =>
      plural('es', most, {
        one: 'Reduzca el texto a # carácter.',
        other: 'Reduzca el texto a # caracteres.',
        many: 'Reduzca el texto a # de caracteres.',
      }),
    state: 'Indique si la traducción es un borrador o está revisada.',
  },
} satisfies Messages<typeof en>
