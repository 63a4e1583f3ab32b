import type { Messages } from '#ground/languages/say.ts'
import type { en } from './sharing.en.ts'

export const pt = {
  title: 'Compartilhado com pessoas',
  lead: 'Registros que alguém sem direito de acesso aqui pode ler, com suas partes, até um dia determinado.',
  leadSent: 'Cada pessoa é avisada por e-mail.',
  giveLink:
    'Nenhum e-mail sai desta instalação: ninguém é avisado. Entregue você mesmo este link à pessoa: ela entra com o endereço informado e encontra ali o que foi compartilhado.',
  none: 'Nada está compartilhado',
  noneText: 'Para compartilhar um registro, abra-o e escolha “Compartilhar”.',
  record: 'Registro',
  place: 'De',
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
  formUnsent: 'Nenhum e-mail sai desta instalação: depois, você dará um link a essa pessoa.',
  endsOn: 'Último dia',
  endsOnHint:
    'No máximo um ano a partir de hoje. Se a pessoa tem hoje um direito de acesso aqui, este compartilhamento se encerra com esse direito.',
  reasonHint: 'É dito à pessoa e fica no histórico.',
  done: 'Compartilhado: a pessoa é avisada por e-mail.',
  doneUnsent: 'Compartilhado: entregue você mesmo à pessoa o link abaixo.',
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
    text: (name, place) => `A memória de ${place} compartilha com você este registro: “${name}”.`,
    note: place => `A memória de ${place} compartilha com você uma nota.`,
    until: day => `Você pode lê-lo até ${day}, entrando com este endereço.`,
    why: reason => `Por quê: ${reason}`,
    button: 'Ler',
  },
  errors: {
    endsOn: 'Informe um último dia a partir de hoje, no máximo um ano.',
    reason: 'Diga por quê, em poucas palavras.',
    already: 'Este registro já está compartilhado com esta pessoa: encerre primeiro esse compartilhamento.',
    yourself:
      'Não é possível compartilhar consigo: você lê esta memória pelo seu próprio direito de acesso. Informe o endereço de outra pessoa.',
  },
} satisfies Messages<typeof en>
