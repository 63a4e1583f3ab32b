import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './desk-people.en.ts'

const people = (count: number, one: string, other: string) => plural('pt', count, { one, other })

export const pt = {
  figures: {
    toExamine: 'A examinar',
    toExamineNow: count =>
      people(
        count,
        '# inscrição espera sua resposta e não tem vaga até lá.',
        '# inscrições esperam sua resposta e não têm vaga até lá.',
      ),
    offered: 'Oferecidas',
    offeredNow: count =>
      people(
        count,
        '# vaga está oferecida e fica reservada até a pessoa responder ou a oferta terminar.',
        '# vagas estão oferecidas e ficam reservadas até as pessoas responderem ou as ofertas terminarem.',
      ),
    taken: 'Vagas ocupadas',
    waitingExplain: 'Por prioridade e depois na ordem de chegada',
    freeExplain: (capacity, taken, held) =>
      held === 0
        ? `Capacidade ${number('pt', capacity)}, menos ${number('pt', taken)} ocupadas`
        : `Capacidade ${number('pt', capacity)}, menos ${number('pt', taken)} ocupadas e ${number('pt', held)} guardadas para convites`,
    notReached: count =>
      people(count, 'Nosso último e-mail não chegou a # pessoa.', 'Nosso último e-mail não chegou a # pessoas.'),
  },
  doors: {
    parts: { page: 'O seminário', people: 'As pessoas', mails: 'Os e-mails', team: 'A equipe' },
    line: 'Lista de espera',
    lineText: 'Quem espera, por que ainda não, e quem passou antes.',
    places: 'Vagas e convites',
    placesText: 'As cotas, como as vagas são dadas, os códigos para parceiros.',
    organisations: 'Organizações',
    organisationsText: 'Os nomes escritos, para aprovar ou juntar.',
    letters: 'Cartas de participação',
    lettersText: 'Emitir, numerar, anular.',
    retention: 'Dados guardados',
    retentionText: 'Quais dados são apagados e quando, e o que já foi.',
  },
  list: {
    mail: 'E-mail',
    undelivered: 'e-mail não entregue',
    oneOrganisation: 'uma organização',
    choose: name => `Escolher ${name}`,
  },
  chosen: {
    title: 'Com as pessoas escolhidas',
    hint: 'Marque pessoas na lista. Só valem as caixas desta página.',
    approve: 'Aprovar',
    refuse: 'Recusar',
    cancel: 'Cancelar a inscrição',
    nobody: 'Marque antes alguém na lista.',
  },
  ending: {
    refuseTitle: count => people(count, 'Recusar # inscrição?', 'Recusar # inscrições?'),
    refuseText:
      'Quem tem uma vaga a perde, e ela vai para a primeira pessoa da lista de espera que pode ocupá-la. Um e-mail avisa cada pessoa, com seu motivo.',
    cancelTitle: count => people(count, 'Cancelar # inscrição?', 'Cancelar # inscrições?'),
    cancelText:
      'Quem tem uma vaga a devolve, e ela vai para a primeira pessoa da lista de espera que pode ocupá-la. Um e-mail avisa cada pessoa.',
    reason: 'Motivo',
    reasonHint: 'Vai no e-mail tal como for escrito aqui, no idioma em que for escrito',
    refuseButton: count => people(count, 'Recusar # inscrição', 'Recusar # inscrições'),
    cancelButton: count => people(count, 'Cancelar # inscrição', 'Cancelar # inscrições'),
    leave: 'Não mudar nada',
    errors: {
      reasonMissing: 'Escreva por quê: a pessoa lê isso no e-mail.',
      reasonTooLong: 'Um motivo pode ter no máximo 1.000 caracteres.',
    },
  },
  done: {
    approved: count => people(count, '# pessoa tem uma vaga.', '# pessoas têm uma vaga.'),
    approvedWaiting: count =>
      people(
        count,
        '# pessoa está na lista de espera: uma cota que a conta está completa.',
        '# pessoas estão na lista de espera: uma cota que as conta está completa.',
      ),
    notRequested: count =>
      people(
        count,
        '# inscrição não precisava ser examinada e fica como estava.',
        '# inscrições não precisavam ser examinadas e ficam como estavam.',
      ),
    tooLate: count =>
      people(
        count,
        '# inscrição não pôde ser aprovada: não se dão mais vagas. Ainda é possível recusá-la, com uma explicação.',
        '# inscrições não puderam ser aprovadas: não se dão mais vagas. Ainda é possível recusá-las, com uma explicação.',
      ),
    gone: count => people(count, '# inscrição não existe mais.', '# inscrições não existem mais.'),
    refused: count => people(count, '# inscrição foi recusada.', '# inscrições foram recusadas.'),
    cancelled: count => people(count, '# inscrição foi cancelada.', '# inscrições foram canceladas.'),
    ended: count =>
      people(
        count,
        '# inscrição já tinha terminado e fica como estava.',
        '# inscrições já tinham terminado e ficam como estavam.',
      ),
  },
  priority: {
    label: 'Prioridade',
    hint: 'De −100 a 100; 0 para a maioria. A mais alta vem primeiro',
    save: 'Definir a prioridade',
    set: 'A prioridade está definida.',
    notWaiting: 'Quem não espera mais não tem prioridade: para essa pessoa nada mudou.',
    error: 'Informe um número inteiro de −100 a 100.',
    errorOf: name => `${name}: informe um número inteiro de −100 a 100.`,
    stale: (theirs, yours) =>
      `Nesse meio-tempo alguém definiu a prioridade como ${theirs}; aqui foi escrito ${yours}. Salve de novo para ficar com este número.`,
    staleOf: (name, theirs, yours) =>
      `${name}: nesse meio-tempo alguém definiu a prioridade como ${theirs}; aqui foi escrito ${yours}. Salve de novo para ficar com este número.`,
  },
  one: {
    since: moment => `desde ${moment}`,
    rank: rank => `Posição ${number('pt', rank)} na lista de espera`,
    offeredUntil: moment => `A vaga fica reservada até ${moment}.`,
    reason: 'Motivo informado:',
    ended: 'Esta inscrição terminou. A pessoa pode se inscrever de novo.',
    undeliveredTitle: 'Nosso último e-mail não chegou',
    undelivered: address => `Talvez o endereço esteja errado: ${address}`,
    whyWaiting: 'Por que ainda não há vaga',
    address: 'Endereço',
    sameOrganisation: 'Todas as pessoas desta organização',
    territory: 'Território',
    role: 'Função',
    language: 'Idioma dos nossos e-mails',
    languages: 'Compreende',
    invitation: 'Convite',
    usesReserved: 'Tem uma das vagas guardadas para ele',
    registeredOn: 'Inscrição',
    origins: {
      form: 'pelo formulário',
      api: 'por outro programa',
      desk: 'na mesa de trabalho',
      import: 'por importação',
    },
    priority: 'Prioridade',
    erased: 'Os dados da pessoa foram apagados. Fica o que as estatísticas contam.',
    answers: 'Respostas às suas perguntas',
    needs: 'Necessidades',
    needsText: 'Vistas por quem cuida das inscrições deste seminário, e apagadas depois.',
    consents: 'Consentimentos, com o texto mostrado',
    agreed: 'aceito',
    notAgreed: 'não aceito',
    saidBySelf: moment => `informado pela pessoa, ${moment}`,
    saidByDelegate: moment => `informado em nome dela por quem a inscreveu, ${moment}`,
    connected: 'Inscritas juntas, ou vaga cedida',
    how: {
      to: 'A vaga foi cedida a',
      from: 'A vaga veio de',
      delegation: 'Da mesma delegação:',
    },
    mails: 'E-mails para esta pessoa',
    mail: 'E-mail',
    written: 'Quando',
    noMails: 'Ainda não há e-mails',
    noMailsText: 'Um e-mail é enviado quando algo muda na inscrição.',
  },
  events: {
    title: 'O que aconteceu com a vaga',
    at: 'Quando',
    what: 'O quê',
    by: 'Por quem',
    registered: state => `Inscrição: ${state}`,
    became: (from, to) => `De “${from}” para “${to}”`,
    changed: (what, from, to) => `${what}: de “${from}” para “${to}”`,
    person: 'Nome ou endereço alterado',
    organisation: 'Organização alterada',
    invitation: 'Convite alterado',
    unknown: 'desconhecido',
    noTerritory: 'nenhum',
    self: 'a pessoa, pelo próprio link',
    team: 'a equipe organizadora',
    onRegistering: 'ao fazer a inscrição',
    program: 'as regras das vagas',
    none: 'Nada ainda',
    noneText: 'O que acontece com a vaga é anotado aqui.',
  },
} satisfies Messages<typeof en>
