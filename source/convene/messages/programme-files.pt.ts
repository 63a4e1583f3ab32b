import type { Messages } from '#ground/languages/say.ts'
import type { en } from './programme-files.en.ts'

export const pt = {
  provisional: 'Provisório: este bloco ainda pode mudar.',
  speakers: names => `Intervenções: ${names}`,
  panel: names => `No painel: ${names}`,
} satisfies Messages<typeof en>
