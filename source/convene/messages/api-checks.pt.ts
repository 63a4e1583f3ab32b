import type { Messages } from '#ground/languages/say.ts'
import type { en } from './api-checks.en.ts'

export const pt = {
  seat: {
    title: 'Assento a confirmar',
    why: 'Ainda não se sabe quem participará do painel.',
    todo: 'Confirme quem ocupa o assento, ou ofereça-o a outra pessoa.',
    which: who => `A confirmar: ${who}.`,
  },
  places: places => places.join('; '),
  errors: {
    language: known => `“language” aceita um destes valores: ${known}.`,
    include: known => `“include” aceita estes valores, separados por vírgulas: ${known}.`,
  },
} satisfies Messages<typeof en>
