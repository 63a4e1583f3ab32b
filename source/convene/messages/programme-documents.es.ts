import type { Messages } from '#ground/languages/say.ts'
import type { en } from './programme-documents.en.ts'

export const es: Messages<typeof en> = {
  gone: 'ya no está disponible',
  title: 'Archivos del programa',
  lead: 'Los archivos que una versión publicada nombra. Quitar un documento de un bloque no lo cierra: las versiones anteriores todavía lo nombran y siguen abiertas a todo el mundo. Retire el archivo, y nadie fuera de su equipo podrá abrirlo.',
  door: 'Archivos',
  columns: { document: 'Documento', where: 'Nombrado en', since: 'Desde', state: 'Quién puede abrirlo' },
  inVersion: (version, slots) => `${version}: ${slots}`,
  states: [
    'Solo su equipo: el seminario no está anunciado',
    'Su red: el seminario no es público',
    'Toda persona que ve el seminario',
  ],
  withdrawnSince: moment => `Retirado el ${moment}: solo su equipo`,
  withdraw: 'Retirar',
  showAgain: 'Mostrar de nuevo',
  none: 'Todavía no hay archivos',
  noneText: 'En cuanto una versión publicada nombre uno de sus archivos, aparecerá aquí.',
  withdrawTitle: name => `¿Retirar el archivo «${name}»?`,
  withdrawText:
    'A partir de ahora nadie fuera de su equipo podrá abrirlo, en ninguna versión, y ninguna publicación volverá a abrirlo. Las versiones conservan su título y dicen que ya no está disponible. Quien ya guardó el archivo lo conserva.',
  withdrawButton: 'Retirar este archivo',
  showTitle: name => `¿Mostrar de nuevo el archivo «${name}»?`,
  showText: 'Toda persona que ve el seminario podrá abrirlo otra vez, desde cada versión que lo nombra.',
  showButton: 'Mostrar de nuevo este archivo',
  back: 'Todos los archivos del programa',
  withdrawn: name => `«${name}» está retirado: solo su equipo puede abrirlo.`,
  shown: name => `«${name}» ya no está retirado: toda persona que ve el seminario puede abrirlo.`,
  same: name => `Nada cambió: «${name}» ya estaba así.`,
  mayNot: 'Retirar archivos corresponde a quienes organizan este seminario.',
  onSlot: {
    withdrawn: 'Este archivo está retirado: solo su equipo puede abrirlo.',
    open: 'Una versión publicada nombra este archivo. Quitarlo aquí no lo cierra.',
    link: 'Retirar o mostrar un archivo',
  },
  log: { file: 'Archivo', withdrawn_at: 'Retirado el' },
}
