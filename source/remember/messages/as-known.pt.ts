import type { Messages } from '#ground/languages/say.ts'
import type { en } from './as-known.en.ts'

export const pt = {
  hint: 'Com a precisão que tiver: 12/06/2004, junho de 2004, 2004, por volta de 2004',
  hintOrUnknown: 'Com a precisão que tiver: 12/06/2004, junho de 2004, 2004, por volta de 2004, ou “desconhecida”',
  signedOn: 'Assinado em',
  signedOnHint:
    'Com a precisão que tiver: 12/06/2004, junho de 2004, 2004, ou “desconhecida”. Deixe vazio se ainda não foi assinado.',
  duringHint:
    'Com a precisão que tiver: 1998, por volta de 2004, desde junho de 2011, 2004–2010. Deixe vazio se ninguém souber.',
  withWhom: 'Com quem',
  calculated: (day, known) => `Calculado para ${day}: sabe-se apenas “${known}”.`,
  errors: {
    asKnown:
      'Não foi possível ler esta data. Escreva, por exemplo, 12/06/2004, junho de 2004, 2004 ou por volta de 2004.',
    whenNeeded: 'Indique pelo menos um ano: a partir dele se conta o período do acordo.',
    signedLast: 'O primeiro período não pode terminar antes da assinatura.',
  },
} satisfies Messages<typeof en>
