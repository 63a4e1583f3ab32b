import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './ready-consents.en.ts'

const days = (count: number) => plural('pt', count, { one: '# dia', other: '# dias' })

export const pt = {
  organiser: 'a equipe organizadora',
  contact: 'o endereço de contato do seminário',
  data: (organiser, contact, persons, needs) =>
    `Aceito que o que escrevo neste formulário seja usado para preparar e realizar este seminário: dar as vagas, escrever-me a respeito, receber-me e dizer quantas pessoas vieram. Responsável por estes dados: ${organiser}. Só as pessoas que organizam o seminário os veem; eles não são vendidos nem usados para outra coisa. O que digo de minhas necessidades (acessibilidade, refeições) serve apenas para me receber e é eliminado ${days(needs)} depois do seminário; meu nome e meu endereço são eliminados ${days(persons)} depois. Aceitar não é obrigatório, mas sem estes dados não há inscrição. A qualquer momento posso consultar meus dados, corrigi-los, receber uma cópia, pedir que sejam eliminados ou retirar este consentimento, na minha página pessoal ou escrevendo para ${contact}; o que foi feito até então continua lícito. Posso também reclamar à autoridade de proteção de dados do meu país (no Brasil, a ANPD).`,
} satisfies Messages<typeof en>
