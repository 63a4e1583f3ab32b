import type { Messages } from '#ground/languages/say.ts'
import type { en } from './editing-joined.en.ts'

export const pt = {
  kept: 'Outra pessoa tinha salvo aqui nesse meio-tempo: o que ela mudou também foi mantido.',
} satisfies Messages<typeof en>
