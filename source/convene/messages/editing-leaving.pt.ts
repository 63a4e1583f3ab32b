import type { Messages } from '#ground/languages/say.ts'
import type { en } from './editing-leaving.en.ts'

export const pt = {
  saveThen: what => `Salvar e depois: ${what}`,
} satisfies Messages<typeof en>
