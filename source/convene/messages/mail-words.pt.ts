import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './mail-words.en.ts'

export const pt = {
  title: 'Palavras dos e-mails',
  lead: 'Cada e-mail que sai sozinho tem suas palavras habituais em quatro idiomas. Onde a equipe escreve as próprias, as pessoas as recebem nesse idioma.',
  caption: 'Os e-mails deste seminário',
  mayNot: 'As palavras dos e-mails cabem a quem pode alterar este seminário.',
  mail: 'E-mail',
  states: {
    usual: 'habituais',
    own: 'próprias',
    missing: 'em falta',
    stale: 'desatualizadas',
    wrong: 'a corrigir',
  },
  explain: {
    missing: 'Este e-mail foi escrito em outro idioma e não neste: aqui se recebem as palavras habituais.',
    stale: 'As palavras são anteriores à mudança do original: são recebidas como estão.',
    wrong:
      'Uma palavra entre chaves é desconhecida ou não está fechada: recebem-se as palavras habituais até a correção.',
  },
  missingCount: count =>
    plural('pt', count, {
      one: 'Em # ponto as palavras próprias faltam, estão desatualizadas ou precisam de correção.',
      other: 'Em # pontos as palavras próprias faltam, estão desatualizadas ou precisam de correção.',
    }),
  editLead:
    'O assunto e as palavras da equipe tomam o lugar dos nossos. O que é preciso saber e fazer fica, seja o que for escrito.',
  stays:
    'Ficam: a saudação, o dia e o local, uma posição, um prazo ou uma razão, o botão da página pessoal, o modo de dizer “não fui eu”, a entrada de calendário e a quem escrever.',
  in: language => `Em ${language}`,
  subject: 'Assunto',
  body: 'Palavras',
  subjectHint: 'Vazio: o assunto habitual.',
  bodyHint: 'Vazio: as palavras habituais. Uma linha vazia começa um parágrafo.',
  begin: 'Partir das palavras habituais',
  begun: 'Estas são as palavras habituais. Altere o que quiser e salve; enquanto não estiver salvo, nada muda.',
  usual: 'As palavras habituais',
  usualNone: 'Tudo o que este e-mail diz fica; as palavras da equipe vêm antes.',
  save: 'Salvar e ver o e-mail',
  saved: 'As palavras foram salvas.',
  takeBack: 'Voltar às palavras habituais',
  takeBackTitle: 'Voltar às palavras habituais?',
  takeBackText:
    'As palavras próprias deste e-mail são retiradas em todos os idiomas. Os e-mails que ainda não saíram recebem as palavras habituais.',
  takenBack: 'As palavras habituais voltaram.',
  preview: 'O que se lê',
  previewText: 'Com uma pessoa que não existe.',
  textOf: { subject: 'Assunto de um e-mail', body: 'Palavras próprias de um e-mail' },
} satisfies Messages<typeof en>
