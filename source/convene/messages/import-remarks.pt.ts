import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './import-remarks.en.ts'

export const pt = {
  title: count =>
    plural('pt', count, { one: '# documento não leva a lugar nenhum', other: '# documentos não levam a lugar nenhum' }),
  why: 'O arquivo importado nomeia arquivos que foram enviados a outro seminário ou a outra instalação. Um arquivo pertence ao seminário ao qual foi enviado: aqui o link não abre nada.',
  todo: 'Você pode importá-lo como está. Depois abra o bloco, esvazie o endereço do documento e escolha o arquivo de novo.',
  document: (slot, title, url) => `Bloco “${slot}”, documento “${title}”: ${url}`,
  done: count =>
    plural('pt', count, {
      one: '# documento nomeia um arquivo que este seminário não tem: as verificações do programa dizem qual.',
      other: '# documentos nomeiam arquivos que este seminário não tem: as verificações do programa dizem quais.',
    }),
} satisfies Messages<typeof en>
