import type { Messages } from '#ground/languages/say.ts'
import type { en } from './editing-leaving.en.ts'

export const es = {
  saveThen: what => `Guardar y luego: ${what}`,
} satisfies Messages<typeof en>
