import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './programme-awaited.en.ts'

export const es: Messages<typeof en> = {
  people: count =>
    plural('es', count, {
      one: '# persona (por confirmar)',
      other: '# personas (por confirmar)',
      many: '# de personas (por confirmar)',
    }),
  who: (name, does) => `${name}: ${does}`,
  declined: {
    title: count =>
      plural('es', count, {
        one: '# moderación o intervención declinada: no aparece en lo que usted publica',
        other: '# moderaciones o intervenciones declinadas: no aparecen en lo que usted publica',
        many: '# de moderaciones o intervenciones declinadas: no aparecen en lo que usted publica',
      }),
    text: 'Nada dice al público que se declinó una invitación. Busque a otra persona para el bloque, o publíquelo así.',
  },
  awaited: {
    title: count =>
      plural('es', count, {
        one: '# moderación o intervención sin respuesta: se publica “por confirmar”',
        other: '# moderaciones o intervenciones sin respuesta: se publican “por confirmar”',
        many: '# de moderaciones o intervenciones sin respuesta: se publican “por confirmar”',
      }),
    text: 'El nombre, el cargo y la organización aparecen en la primera versión que usted publique cuando la persona haya dicho que sí.',
  },
}
