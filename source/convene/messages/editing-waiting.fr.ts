import type { Messages } from '#ground/languages/say.ts'
import type { en } from './editing-waiting.en.ts'

export const fr = {
  waits: (what, languages, source) =>
    `« ${what} » n’existe qu’en ${languages} : le texte est gardé, et on le lira dès qu’il existera aussi en ${source}.`,
} satisfies Messages<typeof en>
