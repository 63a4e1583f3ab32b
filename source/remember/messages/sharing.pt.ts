import type { Messages } from '#ground/languages/say.ts'
import type { en } from './sharing.en.ts'

export const pt = {
  title: 'Compartilhado com pessoas',
  lead: 'Registros que alguém sem direito de acesso aqui pode ler, com suas partes, até um dia determinado. Cada pessoa é avisada por e-mail.',
  none: 'Nada está compartilhado',
  noneText: 'Para compartilhar um registro, abra-o e escolha “Compartilhar”.',
  record: 'Registro',
  person: 'Pessoa',
  until: 'Até',
  reason: 'Por quê',
  sharedBy: 'Compartilhado por',
  ended: 'encerrado',
  end: 'Encerrar agora',
  endDone: 'Este compartilhamento foi encerrado.',
  share: 'Compartilhar',
  formLead:
    'A pessoa entra com este endereço e lê este registro com suas partes: nada mais desta memória, e nunca os pontos de atenção.',
  endsOn: 'Último dia',
  endsOnHint: 'No máximo um ano a partir de hoje.',
  reasonHint: 'É dito à pessoa e fica no histórico.',
  done: 'Compartilhado: a pessoa é avisada por e-mail.',
  confidentialNote: 'Só quem escreveu uma nota confidencial a compartilha.',
  mineTitle: 'Compartilhado com você',
  mineLead: 'Registros de territórios e redes que alguém mostrou a você.',
  mineNone: 'Nada está compartilhado com você',
  mineNoneText: 'Quando alguém compartilhar um registro com você, ele ficará aqui até o último dia.',
  unnamed: '(sem nome)',
  formTitle: name => `Compartilhar “${name}”`,
  mail: {
    name: 'Um registro é compartilhado com você',
    subject: place => `${place}: um registro para você`,
    text: (name, place) => `${place} compartilha com você um registro de sua memória: “${name}”.`,
    until: day => `Você pode lê-lo até ${day}, entrando com este endereço.`,
    why: reason => `Por quê: ${reason}`,
    button: 'Ler',
  },
  errors: {
    endsOn: 'Informe um último dia a partir de hoje, no máximo um ano.',
    reason: 'Diga por quê, em poucas palavras.',
    already: 'Este registro já está compartilhado com esta pessoa: encerre primeiro esse compartilhamento.',
  },
} satisfies Messages<typeof en>
