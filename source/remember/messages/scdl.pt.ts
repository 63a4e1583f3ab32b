import type { Messages } from '#ground/languages/say.ts'
import type { en } from './scdl.en.ts'

export const pt = {
  toPublish: 'O que falta para que o arquivo de dados abertos seja válido',
  hint: 'Como pede o esquema francês de dados abertos SCDL Délibérations. Aqui nada impede de continuar.',
  nothingMissing: 'Não falta nada para publicar esta decisão.',
  allThere: 'Todas as decisões públicas podem ser publicadas como estão.',
  some: (n, of) =>
    `${n} de ${of} ${of === 1 ? 'decisão pública' : 'decisões públicas'} ${n === 1 ? 'seria recusada' : 'seriam recusadas'}:`,
  lacks: {
    siret: 'O número SIRET da instituição: acrescente-o ao território, ou a esta decisão se outra a tomou.',
    'siret-sum': 'O número SIRET não é válido: seus algarismos não fecham.',
    subject: 'A matéria, da nomenclatura ACTES.',
    'subject-unknown': 'Uma matéria que a nomenclatura ACTES tenha: de 1.1 a 9.4.',
    object: 'O objeto da decisão.',
    votes: 'Os votos a favor e contra e as abstenções devem somar o número de votos.',
  },
  short: {
    siret: 'número SIRET',
    'siret-sum': 'número SIRET errado',
    subject: 'matéria',
    'subject-unknown': 'matéria desconhecida',
    object: 'objeto',
    votes: 'votos que não fecham',
  },
} satisfies Messages<typeof en>
