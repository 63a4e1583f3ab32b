import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './editing-programme.en.ts'

const n = (value: number) => number('pt', value)

export const pt = {
  uses: {
    title: 'No rascunho do programa',
    column: 'No programa',
    name: 'Nome',
    moderator: 'modera',
    speaker: 'intervém',
    seat: state => `assento no painel, ${state}`,
    slot: (slot, what) => `${slot}: ${what}`,
    noRoom: 'Nenhum bloco está nesta sala ainda.',
    noPerson: 'Esta pessoa ainda não está em nenhum bloco.',
  },
  states: { open: 'livre', invited: 'convite enviado', confirmed: 'confirmado', declined: 'declinado' },
  regions: { 'latin-america': 'América Latina', europe: 'Europa', other: 'Outra região' },
  room: {
    holds: count => plural('pt', count, { one: '# pessoa', other: '# pessoas', many: '# de pessoas' }),
    removal: count =>
      plural('pt', count, {
        one: '# bloco está nela. O bloco fica, sem sala: é então para todas as pessoas.',
        other: '# blocos estão nela. Os blocos ficam, sem sala: são então para todas as pessoas.',
        many: '# de blocos estão nela. Os blocos ficam, sem sala: são então para todas as pessoas.',
      }),
  },
  person: {
    column: 'Cargo e organização',
    removal: count =>
      plural('pt', count, {
        one: '# bloco cita esta pessoa. O bloco fica, sem ela; o assento dela em um painel também fica, livre.',
        other:
          '# blocos citam esta pessoa. Os blocos ficam, sem ela; os assentos dela em painéis também ficam, livres.',
        many: '# de blocos citam esta pessoa. Os blocos ficam, sem ela; os assentos dela em painéis também ficam, livres.',
      }),
    asked: count =>
      plural('pt', count, {
        one: 'Esta pessoa foi convidada para # assento: escreva a ela primeiro. Depois já não temos o endereço, e o link que recebeu não leva a nada.',
        other:
          'Esta pessoa foi convidada para # assentos: escreva a ela primeiro. Depois já não temos o endereço, e o link que recebeu não leva a nada.',
        many: 'Esta pessoa foi convidada para # de assentos: escreva a ela primeiro. Depois já não temos o endereço, e o link que recebeu não leva a nada.',
      }),
    onPanel: count =>
      plural('pt', count, {
        one: 'Esta pessoa foi convidada para # assento e pode mudar o que está aqui pelo seu link. Vale o que foi salvo por último.',
        other:
          'Esta pessoa foi convidada para # assentos e pode mudar o que está aqui pelo seu link. Vale o que foi salvo por último.',
        many: 'Esta pessoa foi convidada para # de assentos e pode mudar o que está aqui pelo seu link. Vale o que foi salvo por último.',
      }),
    gone: 'Entretanto, esta pessoa saiu do programa e seus dados foram apagados. O que foi digitado está abaixo. Se ela pediu para ser apagada, saia sem salvar; senão, salvar a adiciona de novo, sem os blocos em que estava.',
    sameAddress: name =>
      `${name} também tem este endereço. Indique abaixo que as duas pessoas o leem, ou informe outro.`,
    shared: 'Duas pessoas com um endereço',
    sharedHint: 'Quem lê essa caixa de correio pode responder pelas duas.',
    sharedChoice: 'As duas leem este endereço',
    who: before => `Ainda é ${before}? Diga abaixo se é outra pessoa.`,
    whoLabel: 'Quem é agora?',
    whoAnother: 'Outra pessoa',
    whoAnotherHint:
      'Os dados da pessoa anterior são apagados, também das versões publicadas. A nova fica nos mesmos blocos; o nome dela fica oculto até que se diga que ela concordou, e os assentos dela ficam de novo abertos.',
    whoSame: 'A mesma pessoa, corrigida',
    whoSameHint: 'O que ela aceitou e respondeu continua sendo dela.',
  },
  days: {
    lead: 'Os dias depois do primeiro, cada um com o horário anunciado.',
    first: (day, hours) => `Primeiro dia: ${day}, ${hours}.`,
    toFirst: 'Alterar o primeiro dia',
    none: 'O programa dura um dia. Acrescente outro se ele continuar.',
    day: position => `Dia ${n(position)}`,
    timeHint: city => `No formato de 24 horas, por exemplo 9:00; hora de ${city}`,
    standing: count =>
      plural('pt', count, {
        one: '# bloco começa nesse dia. Com outra data, ele acompanha.',
        other: '# blocos começam nesse dia. Com outra data, eles acompanham.',
        many: '# de blocos começam nesse dia. Com outra data, eles acompanham.',
      }),
    add: 'Acrescentar um dia',
    remove: position => `Remover o dia ${n(position)}`,
    order: 'Dias',
    field: (day, field) => `${day}: ${field}`,
    moved: count =>
      plural('pt', count, {
        one: 'Salvo. # bloco acompanhou o seu dia.',
        other: 'Salvo. # blocos acompanharam o seu dia.',
        many: 'Salvo. # de blocos acompanharam o seu dia.',
      }),
    errors: {
      standing: slots =>
        `O dia fica: há blocos que começam nele, ${slots}. Passe-os para outro dia ou retire-os, e depois retire o dia.`,
      beforeFirst: 'Este dia é anterior ao primeiro dia do seminário. Escolha um posterior.',
      slot: (slot, sentence) => `“${slot}” acompanha este dia. ${sentence}`,
    },
  },
  panel: {
    title: 'Painel',
    titleOf: slot => `Painel de “${slot}”`,
    lead: 'Cada assento é reservado para uma região. Indique quem é convidado, e o que respondeu; as respostas pelo link entram sozinhas.',
    invitations: 'Convidar e acompanhar as respostas',
    slot: 'O bloco',
    confirmed: (region, confirmed, all) =>
      plural('pt', confirmed, {
        one: `${region}: # confirmado de ${n(all)}`,
        other: `${region}: # confirmados de ${n(all)}`,
        many: `${region}: # de confirmados de ${n(all)}`,
      }),
    waiting: count => plural('pt', count, { one: '# sem resposta', other: '# sem resposta', many: '# sem resposta' }),
    declined: count => plural('pt', count, { one: '# declinado', other: '# declinados', many: '# de declinados' }),
    sums: 'Assentos por região',
    empty: 'Ainda não há assentos. Comece com três para cada região, ou acrescente um a um.',
    three: 'Três para a América Latina, três para a Europa',
    seat: position => `Assento ${n(position)}`,
    seatOf: (position, region) => `Assento ${n(position)}, ${region}`,
    field: (seat, field) => `${seat}: ${field}`,
    region: 'Região',
    organisation: 'Organização',
    person: 'Pessoa',
    state: 'Situação',
    people: 'Acrescentar uma pessoa à lista',
    organisations: 'Acrescentar uma organização',
    add: 'Acrescentar um assento',
    up: position => `Subir o assento ${n(position)}`,
    down: position => `Descer o assento ${n(position)}`,
    remove: position => `Remover o assento ${n(position)}`,
    order: 'Assentos e sua ordem',
    reopened: names => `Salvo. A resposta era de alguém que já não ocupa esse assento. Livre de novo: ${names}.`,
    leaving: 'Assentos de pessoas convidadas',
    leavingHint: (count, names) => `Assentos removidos (${n(count)}): ${names}. Ninguém é avisado.`,
    leavingChoice: 'Remover',
    slotGone: 'Alguém retirou este bloco entretanto, e o painel com ele. Isto é o que foi digitado:',
    toProgramme: 'Ir aos blocos',
    errors: {
      region: 'Escolha a região para a qual o assento é guardado.',
      twice: name => `${name} já tem um assento neste painel.`,
      nobody: 'Informe uma pessoa ou uma organização, ou deixe o assento livre.',
      person: 'Esta pessoa já não está na lista. Escolha de novo.',
      organisation: 'Esta organização já não está no seminário. Escolha de novo.',
      state: 'Escolha uma situação da lista.',
      leaving: 'Alguém foi convidado para um assento que já não está aqui. Indique abaixo que ele pode sair.',
    },
  },
} satisfies Messages<typeof en>
