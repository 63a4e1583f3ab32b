import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './import-remarks.en.ts'

export const es = {
  title: count =>
    plural('es', count, {
      one: '# documento no lleva a ninguna parte',
      other: '# documentos no llevan a ninguna parte',
    }),
  why: 'El archivo importado nombra archivos que se subieron a otro seminario o a otra instalación. Un archivo pertenece al seminario al que se subió: aquí el enlace no abre nada.',
  todo: 'Puede importarlo tal como está. Después abra el bloque, vacíe la dirección del documento y elija de nuevo el archivo.',
  document: (slot, title, url) => `Bloque “${slot}”, documento “${title}”: ${url}`,
  done: count =>
    plural('es', count, {
      one: '# documento nombra un archivo que este seminario no tiene: las verificaciones del programa dicen cuál.',
      other: '# documentos nombran archivos que este seminario no tiene: las verificaciones del programa dicen cuáles.',
    }),
} satisfies Messages<typeof en>
