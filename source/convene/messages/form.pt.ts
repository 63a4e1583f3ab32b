import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './form.en.ts'

export const pt = {
  before: {
    title: 'Antes de começar',
    full: 'Todas as vagas estão ocupadas. É possível se inscrever na lista de espera: um e-mail avisa assim que houver uma vaga livre.',
    none: 'Nenhuma vaga foi aberta ainda. É possível se inscrever na lista de espera: um e-mail avisa assim que houver uma vaga.',
    quotaFull: quota => `${quota}: sem vagas. É possível entrar na lista de espera.`,
    left: left => plural('pt', left, { one: 'Resta uma vaga.', other: 'Restam # vagas.' }),
    quotaLeft: (quota, left) =>
      plural('pt', left, { one: `${quota}: resta uma vaga.`, other: `${quota}: restam # vagas.` }),
    invited: 'Se houver vagas guardadas para o seu convite, uma delas ainda pode ser sua.',
    perOrganisation: most =>
      plural('pt', most, {
        one: 'Uma organização tem no máximo uma vaga; as outras pessoas dela esperam.',
        other: 'Uma organização tem no máximo # vagas; as outras pessoas dela esperam.',
      }),
    data: 'O que acontece com seus dados',
    seenBy:
      'A equipe organizadora deste seminário vê o que você escreve; suas necessidades são vistas só por quem, nela, cuida das inscrições.',
    needsErased: day => `Suas necessidades (acesso, refeições) são apagadas em ${day}.`,
    answersErased: day => `Sua função, seus idiomas e suas respostas às perguntas são apagados em ${day}.`,
    personsErased: day => `Seu nome e seu endereço são apagados em ${day}.`,
    sooner: 'É possível mandar apagar tudo antes, na sua página pessoal.',
  },
  organisation: {
    title: 'Sua organização',
    hint: 'Escreva o nome; se já for conhecida, será reconhecida',
    territory: 'Território',
    territoryHint: 'Cidade, região… pela qual você vem',
    code: 'Tenho um código de convite',
    invitation: 'Código de convite',
    invitationHint: 'Letras e algarismos, como foram recebidos',
  },
  ask: {
    suggestions: 'Sugestões',
    organisation: typed => `É uma destas, ou “${typed}” é outra organização?`,
    territory: typed => `De que território se trata quando escreve “${typed}”?`,
    note: 'Nada se perdeu. Responda só a esta pergunta e envie de novo.',
    isNew: typed => `Nenhuma destas: “${typed}” é nova`,
    noTerritory: 'Nenhum destes: é outro território',
    unanswered: 'Escolha uma destas respostas.',
    organisations: count =>
      plural('pt', count, { one: '# organização encontrada', other: '# organizações encontradas' }),
    territories: count => plural('pt', count, { one: '# território encontrado', other: '# territórios encontrados' }),
    noOrganisation: 'Nenhuma organização encontrada: continue a escrever, ela pode ser nova',
    noTerritoryFound: 'Nenhum território encontrado',
  },
  person: {
    errorOf: (person, sentence) => `${person}: ${sentence}`,
    examined: 'A equipe organizadora examina primeiro este pedido e responde por e-mail',
    title: 'Você',
    numbered: index => `Pessoa ${number('pt', index)}`,
    remove: index => `Retirar a pessoa ${number('pt', index)}`,
    more: 'Função e idiomas',
    role: 'Função',
    roleHint: 'O que você faz na sua organização',
    languages: 'Idiomas que você compreende',
    languagesHint: 'Isso ajuda a prever a interpretação',
    needs: 'Acesso e refeições: suas necessidades',
    needsSeen: day => `Visto só por quem cuida das inscrições na equipe organizadora, e apagado em ${day}.`,
    noteHint: 'O que mais devemos preparar',
    questions: 'Perguntas da equipe organizadora',
    noAnswer: 'Sem resposta',
    whenAnswered: (question, answers) => `Se respondeu ${answers} a “${question}”`,
    whenCategory: categories => `Só para: ${categories}`,
    quoted: text => `“${text}”`,
    told: 'Isto é dito em nome próprio, ou em nome desta pessoa, que foi avisada e está de acordo.',
  },
  delegation: {
    add: 'Acrescentar uma pessoa da minha delegação',
    most: people =>
      plural('pt', people, {
        one: 'Este formulário serve para # pessoa no máximo.',
        other: 'Este formulário serve para # pessoas no máximo.',
      }),
    onlyOthers: 'Eu não participo: inscrevo apenas outras pessoas',
    submit: people => plural('pt', people, { one: 'Enviar # inscrição', other: 'Enviar # inscrições' }),
    together:
      'Todas são inscritas ou, se algo não estiver certo para uma delas, nenhuma por enquanto. Cada uma recebe seu próprio e-mail.',
    tooMany: people =>
      plural('pt', people, {
        one: 'Este formulário serve para # pessoa no máximo. Retire as outras e envie-as em outro formulário.',
        other: 'Este formulário serve para # pessoas no máximo. Retire as outras e envie-as em outro formulário.',
      }),
    twice: 'Esta pessoa já está no formulário, mais acima.',
  },
  again: {
    title: 'Envie mais uma vez',
    text: 'O formulário voltou mais depressa do que uma pessoa consegue ler, como fazem os programas. Tudo continua nele: confira e pressione o botão de novo.',
  },
  tooOften:
    'Este endereço foi usado para muitas inscrições em uma hora. Use outro, ou tente de novo dentro de uma hora.',
  invitation: {
    unknown: 'Não conhecemos este código para este seminário. Confira, ou esvazie o campo para continuar sem ele.',
    ended: 'Este convite terminou. Esvazie o campo para continuar sem ele.',
    usedUp: 'Todas as vagas deste convite estão ocupadas. Esvazie o campo para continuar sem ele.',
  },
  answers: {
    required: 'Responda a esta pergunta.',
    tooLong: 'Uma resposta pode ter no máximo 2.000 caracteres.',
    number: 'Informe um número, em algarismos.',
    choice: 'Escolha uma das respostas.',
    date: 'Informe um dia como ano-mês-dia, por exemplo 2018-07-05.',
  },
  shut: {
    typed: 'O que você tinha escrito',
    notRegistered:
      'Ninguém foi inscrito, e nada disto é conservado. Aqui está mais uma vez, para copiar se for preciso.',
  },
  receipt: {
    requestedTitle: 'Seu pedido chegou',
    requested: seminar =>
      `A equipe organizadora de “${seminar}” o examina e responde por e-mail. Até lá, nenhuma vaga fica guardada.`,
    several: people => plural('pt', people, { one: 'Chegou # inscrição', other: 'Chegaram # inscrições' }),
    severalLead: seminar => `Para “${seminar}”, na ordem do seu formulário:`,
    confirmed: 'uma vaga está garantida',
    waiting: rank => `na lista de espera, posição ${number('pt', rank)}`,
    asked: 'o pedido está sendo examinado',
    rank: 'A posição conta as pessoas à frente que esperam as mesmas vagas, e a própria pessoa. Ela avança assim que uma vaga fica livre, e um e-mail avisa quando a vaga for dela.',
    mails:
      'Um e-mail segue para cada endereço informado, com o link para a página dessa pessoa. Se não chegar em dez minutos, procure entre os indesejados e depois escreva à equipe organizadora.',
    known: 'Quem já tinha inscrição continua com ela como estava, e o e-mail diz em que situação está.',
  },
} satisfies Messages<typeof en>
