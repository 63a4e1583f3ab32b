import type { Messages } from '#ground/languages/say.ts'
import type { en } from './why.en.ts'

export const pt = {
  label: 'Por que esta alteração',
  hint: 'Aparece no histórico, ao lado do seu nome. Não cite aqui o nome de ninguém.',
  removed: 'Motivo da retirada',
  imported: file => `Importação de ${file}`,
} satisfies Messages<typeof en>
