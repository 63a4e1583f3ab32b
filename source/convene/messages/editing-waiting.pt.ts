import type { Messages } from '#ground/languages/say.ts'
import type { en } from './editing-waiting.en.ts'

export const pt = {
  waits: (what, languages, source) =>
    `“${what}” existe só em ${languages}: fica guardado e será lido assim que existir também em ${source}.`,
} satisfies Messages<typeof en>
