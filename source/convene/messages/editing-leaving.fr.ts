import type { Messages } from '#ground/languages/say.ts'
import type { en } from './editing-leaving.en.ts'

export const fr = {
  saveThen: what => `Enregistrer, puis : ${what}`,
} satisfies Messages<typeof en>
