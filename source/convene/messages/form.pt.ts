import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './form.en.ts'

export const pt = {
  before: {
    title: 'Antes de começar',
    full: 'Todas as vagas estão ocupadas. É possível entrar na lista de espera: um e-mail avisa assim que houver uma vaga para você.',
    none: 'Nenhuma vaga foi aberta ainda. É possível entrar na lista de espera: um e-mail avisa assim que houver uma vaga para você.',
    quotaFull: quota => `${quota}: sem vagas. É possível entrar na lista de espera.`,
    left: left => plural('pt', left, { one: 'Resta uma vaga.', other: 'Restam # vagas.' }),
    quotaLeft: (quota, left) =>
      plural('pt', left, { one: `${quota}: resta uma vaga.`, other: `${quota}: restam # vagas.` }),
    invited: 'Se houver vagas guardadas para o seu convite, uma delas ainda pode ser sua.',
    perOrganisation: most =>
      plural('pt', most, {
        one: 'Cada organização tem no máximo uma vaga; as outras pessoas dela vão para a lista de espera.',
        other: 'Cada organização tem no máximo # vagas; as outras pessoas dela vão para a lista de espera.',
      }),
    data: 'O que acontece com seus dados',
    seenBy:
      'A equipe organizadora deste seminário vê o que você escreve; suas necessidades são vistas só por quem, nela, cuida das inscrições.',
    needsErased: day => `Suas necessidades (acesso, refeições) são apagadas em ${day}.`,
    answersErased: day => `Sua função, seus idiomas e suas respostas às perguntas são apagados em ${day}.`,
    personsErased: day => `Seu nome e seu endereço são apagados em ${day}.`,
    sooner: 'É possível pedir que tudo seja apagado antes, na sua página pessoal.',
  },
  organisation: {
    title: 'Sua organização',
    hint: 'Escreva o nome; se já for conhecida, será reconhecida',
    territory: 'Território',
    territoryHint: 'A cidade, a região… que você representa',
    code: 'Tenho um código de convite',
    invitation: 'Código de convite',
    invitationHint: 'Letras e algarismos, como foram recebidos',
  },
  ask: {
    suggestions: 'Sugestões',
    organisation: typed => `É uma destas, ou “${typed}” é outra organização?`,
    territory: typed => `A que território se refere “${typed}”?`,
    note: questions =>
      plural('pt', questions, {
        one: 'Nada se perdeu. Responda só a esta pergunta e envie de novo.',
        other: 'Nada se perdeu. Responda a estas # perguntas e envie de novo.',
      }),
    isNew: typed => `Nenhuma destas: “${typed}” é nova`,
    noTerritory: 'Nenhum destes: é outro território',
    unanswered: {
      organisation: 'Diga de que organização se trata.',
      territory: 'Diga de que território se trata.',
    },
    organisations: count =>
      plural('pt', count, { one: '# organização encontrada', other: '# organizações encontradas' }),
    territories: count => plural('pt', count, { one: '# território encontrado', other: '# territórios encontrados' }),
    noOrganisation: 'Nenhuma organização encontrada: continue escrevendo, ela pode ser nova',
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
    needsSeen: day =>
      `Só quem cuida das inscrições na equipe organizadora vê estas respostas, que são apagadas em ${day}.`,
    noteHint: 'O que mais devemos preparar',
    questions: 'Perguntas da equipe organizadora',
    noAnswer: 'Sem resposta',
    whenAnswered: (question, answers) => `Se respondeu ${answers} a “${question}”`,
    whenCategory: categories => `Só para: ${categories}`,
    quoted: text => `“${text}”`,
    told: 'Responda em seu nome, ou em nome desta pessoa, se ela foi avisada e está de acordo.',
  },
  others: {
    organisation: 'A organização',
    person: 'A pessoa',
    territoryHint: 'A cidade, a região… que a pessoa representa',
    code: 'Outro código de convite',
    invitationHint: 'Vazio, o convite fica como está',
    emailHint: 'É para lá que vai o link da página pessoal',
    category: 'Participação como',
    language: 'Idioma dos e-mails',
    roleHint: 'O que a pessoa faz na organização',
    languages: 'Idiomas que a pessoa compreende',
    needs: 'Acesso e refeições: as necessidades da pessoa',
    note: 'Nas palavras da pessoa',
    noteHint: 'O que mais é preciso preparar',
    whenAnswered: (question, answers) => `Se a resposta a “${question}” é ${answers}`,
    errors: {
      givenName: 'Informe o nome.',
      familyName: 'Informe o sobrenome.',
      email: 'Informe o endereço de e-mail.',
      category: 'Escolha a categoria.',
      organisation: 'Informe o nome da organização.',
      language: 'Escolha o idioma dos e-mails.',
      consent: 'Sem este consentimento não é possível inscrever esta pessoa.',
      roleTooLong: 'Diga a função em no máximo 200 caracteres.',
      needs: 'Escolha as necessidades na lista.',
      needTooLong: 'Diga as necessidades em no máximo 1.000 caracteres; o resto pode ir por e-mail.',
    },
  },
  delegation: {
    add: 'Acrescentar uma pessoa da minha delegação',
    most: people =>
      plural('pt', people, {
        one: 'Este formulário permite inscrever # pessoa.',
        other: 'Este formulário permite inscrever até # pessoas.',
      }),
    onlyOthers: 'Eu não participo: inscrevo apenas outras pessoas',
    submit: people => plural('pt', people, { one: 'Enviar # inscrição', other: 'Enviar # inscrições' }),
    together:
      'Todas as pessoas são inscritas ou, se algo não estiver certo para uma delas, nenhuma por enquanto. Cada uma recebe seu próprio e-mail.',
    tooMany: people =>
      plural('pt', people, {
        one: 'Este formulário permite inscrever # pessoa. Retire as outras e faça a inscrição delas em outro formulário.',
        other:
          'Este formulário permite inscrever até # pessoas. Retire as outras e faça a inscrição delas em outro formulário.',
      }),
    twice: 'Esta pessoa já está no formulário, mais acima.',
  },
  again: {
    title: 'Envie mais uma vez',
    text: 'O formulário voltou mais depressa do que alguém consegue ler, como acontece com os programas. Tudo continua nele: confira e pressione o botão de novo.',
  },
  tooOften: 'Este endereço foi usado para muitas inscrições em uma hora. Use outro, ou tente de novo daqui a uma hora.',
  invitation: {
    unknown: 'Não conhecemos este código para este seminário. Confira-o, ou limpe o campo para continuar sem ele.',
    ended: 'Este convite terminou. Limpe o campo para continuar sem ele.',
    usedUp: 'Todas as vagas deste convite estão ocupadas. Limpe o campo para continuar sem ele.',
  },
  answers: {
    required: question => `Responda à pergunta “${question}”.`,
    tooLong: question => `Responda a “${question}” em no máximo 2.000 caracteres.`,
    number: question => `Em “${question}”, informe um número, em algarismos.`,
    choice: question => `Em “${question}”, escolha uma das respostas.`,
    date: question => `Em “${question}”, informe um dia como ano-mês-dia, por exemplo 2018-07-05.`,
  },
  shut: {
    typed: 'O que você tinha escrito',
    notRegistered:
      'Ninguém foi inscrito, e nada disto fica guardado. Aqui está o texto mais uma vez, caso queira copiá-lo.',
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
    rank: 'A posição conta a pessoa e quem, à frente dela, espera as mesmas vagas. Ela avança à medida que vagas ficam livres, e cada pessoa recebe um e-mail assim que tiver a sua.',
    mails:
      'Um e-mail segue para cada endereço informado, com o link para a página dessa pessoa. Se não chegar em dez minutos, procure entre os indesejados e depois escreva à equipe organizadora.',
    known: 'Quem já tinha inscrição continua com ela sem mudanças, e o e-mail lembra em que situação ela está.',
  },
} satisfies Messages<typeof en>
