import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './programme-awaited.en.ts'

export const pt: Messages<typeof en> = {
  people: count =>
    plural('pt', count, {
      one: '# pessoa (a confirmar)',
      other: '# pessoas (a confirmar)',
      many: '# de pessoas (a confirmar)',
    }),
  who: (name, does) => `${name}: ${does}`,
  declined: {
    title: count =>
      plural('pt', count, {
        one: '# moderação ou intervenção declinada: não aparece no que você publica',
        other: '# moderações ou intervenções declinadas: não aparecem no que você publica',
        many: '# de moderações ou intervenções declinadas: não aparecem no que você publica',
      }),
    text: 'Nada diz ao público que um convite foi declinado. Procure outra pessoa para o bloco, ou publique-o assim.',
  },
  awaited: {
    title: count =>
      plural('pt', count, {
        one: '# moderação ou intervenção sem resposta: é publicada como “a confirmar”',
        other: '# moderações ou intervenções sem resposta: são publicadas como “a confirmar”',
        many: '# de moderações ou intervenções sem resposta: são publicadas como “a confirmar”',
      }),
    text: 'O nome, o cargo e a organização aparecem na primeira versão publicada depois que a pessoa disser sim.',
  },
}
