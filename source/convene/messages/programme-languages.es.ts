import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './programme-languages.en.ts'

export const es = {
  title: 'Idiomas del programa',
  lead: 'Cuánto hay del borrador en cada idioma, y en qué idiomas se puede leer la versión publicada.',
  table: 'Idiomas del programa',
  draftEmpty: 'El borrador todavía no tiene nada que traducir.',
  published: 'Versión publicada',
  act: 'Qué hacer',
  notReleased: 'Todavía no se ha publicado nada',
  notPublished: 'No publicada en este idioma',
  since: moment => `Desde el ${moment}.`,
  canBeAdded: count =>
    plural('es', count, {
      one: '# texto traducido después se puede publicar.',
      other: '# textos traducidos después se pueden publicar.',
      many: '# de textos traducidos después se pueden publicar.',
    }),
  later: count =>
    plural('es', count, {
      one: '# texto traducido después saldrá con la próxima versión.',
      other: '# textos traducidos después saldrán con la próxima versión.',
      many: '# de textos traducidos después saldrán con la próxima versión.',
    }),
  isSource: 'Idioma de origen',
  translate: 'Traducir',
  publish: 'Publicar en este idioma',
  onceExplained:
    'Una vez publicada la versión, cada idioma se le puede agregar una sola vez. Lo que se traduce después sale con la versión siguiente.',
  toRelease: 'Programa y versiones',
  toLanguages: 'Idiomas del seminario',
  mayNotTranslate: 'Solo quienes traducen este seminario o pueden modificarlo ven los textos de su borrador.',
  mayNotPublish: 'Solo quienes pueden modificar este seminario publican su programa.',

  translateTitle: language => `Programa: traducción al ${language}`,
  translateLead: 'El borrador, en el orden del día: primero el original y, al lado, su traducción.',
  filter: 'Qué textos',
  showAll: count => `Todos (${count})`,
  showToDo: count => `Faltantes o desactualizados (${count})`,
  toTable: 'Todos los idiomas',
  noTexts: 'Nada que traducir',
  nothingToDo: 'No falta nada ni hay nada desactualizado',
  nothingToDoNext: 'El borrador está completo en este idioma.',
  groups: { programme: 'El programa en su conjunto', rooms: 'Salas', people: 'Personas' },
  kinds: {
    name: 'Nombre del programa',
    title: 'Título',
    theme: 'Subtema',
    method: 'Método',
    document: 'Documento',
    room: 'Sala',
    role: 'Cargo',
    about: 'Presentación',
  },
  person: number => `Persona ${number}`,
  changedSince: 'El original cambió después. Decía:',
  theirs: 'Lo que otra persona guardó mientras tanto',
  readOver: label => `${label}: leí el texto, está bien`,
  stillFits: label => `${label}: leí el texto, conviene al original tal como está ahora`,
  saveHint:
    'Se guardan solo los textos que usted escribió o modificó, como borrador o como revisados, según lo que elija.',
  saveDraft: 'Guardar como borrador',
  saveReviewed: 'Guardar como revisados',
  saved: count =>
    count === 0
      ? 'No cambió nada: no se guardó nada.'
      : plural('es', count, {
          one: '# texto guardado.',
          other: '# textos guardados.',
          many: '# de textos guardados.',
        }),
  savedSome: count =>
    plural('es', count, {
      one: '# texto guardado. Los demás piden otra mirada.',
      other: '# textos guardados. Los demás piden otra mirada.',
      many: '# de textos guardados. Los demás piden otra mirada.',
    }),
  gone: 'Estos textos ya no están en el borrador. Esto es lo que usted había escrito',
  tooLong: (label, most) =>
    `${label}: ${plural('es', most, {
      one: 'acorte el texto a # carácter.',
      other: 'acorte el texto a # caracteres.',
      many: 'acorte el texto a # de caracteres.',
    })}`,
  trouble: {
    'text-not-empty': label => `${label}: escriba el texto; una traducción no se borra aquí.`,
    'text-characters': label => `${label}: quite los caracteres invisibles.`,
    translation: label =>
      `${label}: otra persona lo tradujo mientras tanto. Su texto está al lado del suyo; si guarda otra vez, lo reemplaza.`,
    source: label => `${label}: el original cambió mientras usted escribía. Léalo y guarde otra vez.`,
  },

  publishTitle: language => `Publicar el programa en ${language}`,
  publishLead: 'No se crea otra versión: la que todo el mundo ve se podrá leer también en este idioma.',
  notReleasedYet:
    'Todavía no se ha publicado nada. La primera versión sale en los idiomas que usted elija al publicarla.',
  notOffered: 'El seminario no ofrece este idioma. Agréguelo primero a sus idiomas.',
  nothing: 'Todavía no se puede publicar ningún texto',
  nothingNext: 'Nada de lo traducido corresponde a la versión publicada.',
  count: (count, version) =>
    plural('es', count, {
      one: `Se publicará # texto de la versión “${version}”.`,
      other: `Se publicarán # textos de la versión “${version}”.`,
      many: `Se publicarán # de textos de la versión “${version}”.`,
    }),
  drafts: count =>
    plural('es', count, {
      one: '# de ellos es un borrador.',
      other: '# de ellos son borradores.',
      many: '# de ellos son borradores.',
    }),
  older: count =>
    plural('es', count, {
      one: '# de ellos está desactualizado: se lee con una nota que lo dice.',
      other: '# de ellos están desactualizados: se leen con una nota que lo dice.',
      many: '# de ellos están desactualizados: se leen con una nota que lo dice.',
    }),
  anyhow: 'Puede publicar de todos modos: los demás textos se leen en su idioma de origen, y así se indica.',
  publishButton: language => `Publicar en ${language}`,
  left: 'Lo que no se publica',
  why: {
    missing: count =>
      plural('es', count, { one: 'Sin traducir (#)', other: 'Sin traducir (#)', many: 'Sin traducir (#)' }),
    'other-original': count =>
      plural('es', count, {
        one: 'El borrador ya no dice lo que se publicó: para la próxima versión (#)',
        other: 'El borrador ya no dice lo que se publicó: para la próxima versión (#)',
        many: 'El borrador ya no dice lo que se publicó: para la próxima versión (#)',
      }),
  },
  toTranslate: 'Traducir lo que falta',
  done: (language, count) =>
    plural('es', count, {
      one: `El programa está publicado en ${language}: # texto.`,
      other: `El programa está publicado en ${language}: # textos.`,
      many: `El programa está publicado en ${language}: # de textos.`,
    }),
  already: language =>
    `La última versión ya está publicada en ${language}. Lo que se tradujo después saldrá con la próxima.`,
  stale: 'El borrador o la versión cambió después de que usted abriera esta página. Revise y publique.',
} satisfies Messages<typeof en>
