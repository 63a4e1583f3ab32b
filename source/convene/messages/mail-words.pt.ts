import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './mail-words.en.ts'

export const pt = {
  title: 'Texto dos e-mails',
  lead: 'Cada e-mail que sai sozinho tem seu texto habitual em quatro idiomas. Onde a equipe escreve o próprio, as pessoas o recebem nesse idioma.',
  caption: 'Os e-mails deste seminário',
  mayNot: 'O texto dos e-mails cabe a quem pode alterar este seminário.',
  mail: 'E-mail',
  states: {
    usual: 'habitual',
    own: 'próprio',
    missing: 'em falta',
    stale: 'desatualizado',
    wrong: 'a corrigir',
  },
  explain: {
    missing: 'Este e-mail foi escrito em outro idioma e não neste: aqui se recebe o texto habitual.',
    stale: 'O texto é anterior à mudança do original: é recebido como está.',
    wrong: 'Uma palavra entre chaves é desconhecida ou não está fechada: recebe-se o texto habitual até a correção.',
  },
  missingCount: count =>
    plural('pt', count, {
      one: 'Em # ponto o texto próprio falta, está desatualizado ou precisa de correção.',
      other: 'Em # pontos o texto próprio falta, está desatualizado ou precisa de correção.',
    }),
  editLead:
    'O assunto e o texto da equipe tomam o lugar dos nossos. O que é preciso saber e fazer fica, seja o que for escrito.',
  stays:
    'Ficam: a saudação, o dia e o local, uma posição, um prazo ou um motivo, o botão da página pessoal, o modo de dizer “não fui eu”, o evento de agenda e a quem escrever.',
  in: language => `Em ${language}`,
  subject: 'Assunto',
  body: 'Texto',
  subjectHint: 'Vazio: o assunto habitual.',
  bodyHint: 'Vazio: o texto habitual. Uma linha vazia começa um parágrafo.',
  begin: 'Partir do texto habitual',
  begun: 'Este é o texto habitual. Altere o que quiser e salve; enquanto não estiver salvo, nada muda.',
  usual: 'O texto habitual',
  usualNone: 'Tudo o que este e-mail diz fica; o texto da equipe vem antes.',
  save: 'Salvar e ver o e-mail',
  saved: 'O texto foi salvo.',
  takeBack: 'Voltar ao texto habitual',
  takeBackTitle: 'Voltar ao texto habitual?',
  takeBackText:
    'O texto próprio deste e-mail é retirado em todos os idiomas. Os e-mails que ainda não saíram levarão o texto habitual.',
  takenBack: 'O texto habitual voltou.',
  preview: 'O que se lê',
  previewText: 'Com uma pessoa que não existe.',
  textOf: { subject: 'Assunto de um e-mail', body: 'Texto próprio de um e-mail' },
} satisfies Messages<typeof en>
