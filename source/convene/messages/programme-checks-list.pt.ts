import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './programme-checks-list.en.ts'

export const pt = {
  byKind: 'O que foi encontrado',
  more: count => plural('pt', count, { one: 'Mostrar mais #', other: 'Mostrar mais #', many: 'Mostrar mais #' }),
} satisfies Messages<typeof en>
