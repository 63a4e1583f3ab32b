import type { Messages } from '#ground/languages/say.ts'
import type { en } from './programme-release.en.ts'

export const es: Messages<typeof en> = {
  title: 'Programa',
  doorText: 'Publicar el programa, comparar sus versiones, imprimirlo',
  lead: 'Lo que usted modifica es un borrador que solo ve el equipo. Todas las personas ven la última versión publicada; queda tal cual, en una dirección propia.',
  draft: 'El borrador',
  draftEmpty:
    'El borrador todavía no tiene ningún bloque. Agréguelos en el archivo del seminario o copie un seminario anterior.',
  edit: 'Ver el borrador y su archivo',
  checks: 'Revisión del borrador',
  notYet: 'Todavía no se ha publicado nada: solo el equipo ve el programa.',
  same: 'El borrador dice lo mismo que la última versión: no hay nada que publicar.',
  since: 'Qué cambiaría al publicar',
  sinceLead: (name: string) => `En comparación con “${name}”, la versión que todo el mundo ve ahora.`,
  release: 'Publicar una versión',
  name: 'Nombre de la versión',
  nameHint: 'Por ejemplo, “Programa provisional” o “Programa definitivo”.',
  note: 'Nota',
  noteHint: 'Qué hay de nuevo, en una o dos frases. Cualquiera puede leerla.',
  provisional: '¿Queda algo por confirmar?',
  isProvisional: 'Sí: se marca como provisional',
  isFinal: 'No: es definitiva',
  languages: 'Idiomas de esta versión',
  languagesHint: 'En un idioma sin marcar, el programa aparece en su idioma original, y así se indica.',
  button: 'Publicar para todo el mundo',
  versions: 'Versiones publicadas',
  released: (name: string) => `Publicado: “${name}”. Ahora todo el mundo ve esta versión.`,
  stale: 'Alguien modificó el borrador después de que usted abriera esta página. Revíselo y publíquelo.',
  nothing: 'La última versión ya dice esto: no se publicó nada.',
  errors: {
    name: 'Indique un nombre para la versión.',
    long: 'Acorte el nombre a 300 caracteres.',
    'note-long': 'Acorte la nota a 2.000 caracteres.',
    characters: 'Escriba el nombre de la versión con caracteres corrientes.',
  },
  mayNot: 'Solo quienes pueden modificar este seminario publican su programa.',
}
