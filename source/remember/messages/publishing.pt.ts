import type { Messages } from '#ground/languages/say.ts'
import type { en } from './publishing.en.ts'

export const pt = {
  title: 'O que todo mundo leria',
  lead: 'Quando for pública, qualquer pessoa poderá ler, sem entrar no sistema:',
  always: 'seu nome, seu tipo e suas datas',
  texts: { reason: 'seu motivo', narrative: 'seu relato' },
  agreement: 'com suas datas, suas etapas e seus prazos',
  fees: n => (n === 1 ? '1 anuidade, com o seu valor' : `${n} anuidades, com os seus valores`),
  seats: n => (n === 1 ? '1 assento' : `${n} assentos`),
  hidden:
    'Estes parceiros continuariam ocultos: o seu registro é interno (torne-os públicos na página deles), ou a sua linha aqui está reservada a menos pessoas.',
  nobody: 'Não há parceiro anotado: a página não diria com quem.',
  asCitizen: 'Como a população a lê',
  seenAs: 'Assim lê esta página quem não pertence a esta equipe.',
  back: 'Voltar à página como você a vê',
} satisfies Messages<typeof en>
