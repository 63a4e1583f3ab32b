import type { Messages } from '#ground/languages/say.ts'
import type { en } from './kept-form.en.ts'

export const es = {
  offline:
    'No hay red. Lo que usted escribió queda guardado en esta página y se envía en cuanto vuelva la red: deje la página abierta.',
  back: 'Volvió lo que usted había escrito aquí sin enviarlo.',
  anew: 'Empezar de nuevo',
  kept: 'Guardado con el correo a las',
  other:
    'Otra persona cambió este formulario mientras tanto: lo que usted escribe se guarda con el correo solo con un botón de abajo.',
} satisfies Messages<typeof en>
