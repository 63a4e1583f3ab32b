import type { Messages } from '#ground/languages/say.ts'
import type { en } from './api-refusals.en.ts'

export const pt = {
  'invitation-unknown': 'Este código de convite não é conhecido para este seminário.',
  'invitation-ended': 'Este convite terminou.',
  'invitation-used-up': 'Todas as vagas deste convite estão ocupadas.',
  'too-many': 'Pessoas demais foram inscritas com este endereço em uma hora.',
  answers: {
    required: 'É preciso responder a esta pergunta.',
    'text-too-long': 'Uma resposta pode ter no máximo 2.000 caracteres.',
    number: 'A resposta deve ser um número.',
    choice: 'A resposta deve ser uma das opções da pergunta.',
    date: 'A resposta deve ser uma data, na forma ano-mês-dia.',
  },
} satisfies Messages<typeof en>
