import type { Messages } from '#ground/languages/say.ts'
import type { en } from './editing-waiting.en.ts'

export const es = {
  waits: (what, languages, source) =>
    `“${what}” solo está en ${languages}: se conserva, y se leerá en cuanto también esté en ${source}.`,
} satisfies Messages<typeof en>
