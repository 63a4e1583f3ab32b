import type { Messages } from '#ground/languages/say.ts'
import type { en } from './api-checks.en.ts'

export const es = {
  seat: {
    title: 'Asiento por confirmar',
    why: 'Todavía no se sabe quién participará en el panel.',
    todo: 'Confirme quién ocupa el asiento, u ofrézcalo a otra persona.',
    which: who => `Por confirmar: ${who}.`,
  },
  places: places => places.join('; '),
  errors: {
    language: known => `“language” admite uno de estos valores: ${known}.`,
    include: known => `“include” admite estos valores, separados por comas: ${known}.`,
  },
} satisfies Messages<typeof en>
