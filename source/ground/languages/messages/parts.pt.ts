import type { Locale } from '#ground/languages/locales.ts'
import { number as numberIn, plural as pluralIn } from '#ground/languages/say.ts'
import type { PartsMessages } from './parts.en.ts'

const number = (value: number) => numberIn('pt', value)
/** With the form for round millions, which take “de”. */
const plural = (count: number, one: string, other: string, many: string) => pluralIn('pt', count, { one, other, many })
const languages: Record<Locale, string> = { fr: 'francês', es: 'espanhol', pt: 'português', en: 'inglês' }

export const pt = {
  frame: {
    skip: 'Ir para o conteúdo',
    menu: 'Menu',
    workspace: 'Espaço de trabalho',
    mainNavigation: 'Menu principal',
    languages: 'Idioma',
    announcement: 'Aviso',
    breadcrumb: 'Você está aqui',
    signIn: 'Entrar',
    signOut: 'Sair',
    signedInAs: name => `Sessão de ${name}`,
    failedTitle: title => `Erro: ${title}`,
    about: 'O Perenne ajuda a ação internacional dos governos locais a sobreviver a um mandato. É software livre.',
    licence: 'Licença EUPL-1.2',
    accessibility: 'Acessibilidade',
    source: 'Código-fonte',
    privacy: 'Dados pessoais',
    footNavigation: 'Sobre este site',
  },
  form: {
    errors: count =>
      plural(
        count,
        'Falta corrigir um ponto',
        `Falta corrigir ${number(count)} pontos`,
        `Falta corrigir ${number(count)} de pontos`,
      ),
    allRequired: 'Responda a todas as perguntas, exceto as marcadas como “opcional”.',
    optional: 'opcional',
    required: 'obrigatório',
    choose: 'Escolha…',
    cancel: 'Cancelar',
    dateForm: 'Ano-mês-dia, por exemplo 2018-07-05',
    fileLimit: size => `${size} no máximo`,
    fileAgain: 'O navegador não pode guardar um arquivo escolhido: escolha-o novamente, por favor.',
    fileReceived: name => `Já recebido: ${name}. Escolha outro arquivo apenas para substituí-lo.`,
    atMost: characters =>
      plural(
        characters,
        `${number(characters)} caractere no máximo`,
        `${number(characters)} caracteres no máximo`,
        `${number(characters)} de caracteres no máximo`,
      ),
    codeHint: 'Os seis algarismos da mensagem que acabamos de enviar',
    errorPrefix: 'Erro:',
  },
  stale: {
    title: 'Esta página foi salva nesse meio-tempo',
    explain:
      'Nada se perde: aqui estão os dois textos, onde quer que sejam diferentes. Escolha um em cada ponto; nada é salvo até você confirmar.',
    theirs: (by, at) => `Salvo nesse meio-tempo${by ? ` por ${by}` : ''}${at ? `, ${at}` : ''}`,
    yours: 'O que você escreveu',
    both: 'Manter os dois, um depois do outro',
    empty: '(em branco)',
    save: 'Salvar o que escolhi',
    continueEditing: 'Continuar escrevendo com o que escolhi',
  },
  table: {
    filters: 'Reduzir a lista',
    apply: 'Mostrar',
    clear: 'Mostrar tudo',
    sortBy: 'Ordenar por',
    sortedBy: (heading, descending) => `${heading}, ordem ${descending ? 'decrescente' : 'crescente'}`,
    pages: 'Páginas da lista',
    page: n => `Página ${number(n)}`,
    previous: 'Anterior',
    next: 'Seguinte',
    range: (from, to, total) => `${number(from)} a ${number(to)} de ${number(total)}`,
  },
  text: {
    notYet: source => `em ${languages[source]}; ainda não em português`,
    stale: 'o original mudou depois desta tradução',
    regions: { america: 'América Latina', europe: 'Europa', other: 'Outra região' },
    pending: 'a confirmar',
    free: (free, capacity) =>
      plural(
        free,
        `${number(free)} vaga livre de ${number(capacity)}`,
        `${number(free)} vagas livres de ${number(capacity)}`,
        `${number(free)} de vagas livres de ${number(capacity)}`,
      ),
    full: capacity => `Lotado: as ${number(capacity)} vagas estão ocupadas`,
    unlimited: 'Sem limite de vagas',
    taken: (taken, capacity) =>
      plural(
        taken,
        `${number(taken)} vaga ocupada de ${number(capacity)}`,
        `${number(taken)} vagas ocupadas de ${number(capacity)}`,
        `${number(taken)} de vagas ocupadas de ${number(capacity)}`,
      ),
  },
  programme: {
    provisional: 'provisório',
    introduction: 'Introdução',
    talk: 'Palestra',
    workshop: 'Oficina',
    part: numeral => `Parte ${numeral}`,
    moderation: names => `Moderação: ${names}`,
    coordination: names => `Coordenação geral: ${names}`,
    empty: 'O programa ainda não foi publicado. Ele aparecerá nesta página.',
  },
  flash: { done: 'Pronto', note: 'Atenção', problem: 'Não foi feito' },
  errors: {
    403: {
      title: 'Esta página não está aberta para você',
      sentences: [
        'Ela é reservada a quem recebeu acesso, ou então o formulário ficou aberto por tempo demais.',
        'Se você acabou de preencher um formulário, volte e envie-o novamente. Se precisar de acesso, peça a quem organiza o seminário.',
      ],
    },
    404: {
      title: 'Não há página neste endereço',
      sentences: [
        'Talvez o endereço tenha sido cortado ao ser copiado, ou a página tenha sido retirada.',
        'Verifique o endereço ou recomece pela página inicial.',
      ],
    },
    409: {
      title: 'Algo mudou nesse meio-tempo',
      sentences: [
        'Outra pessoa, ou você em outra janela, fez algo que o seu pedido não leva em conta.',
        'Nada foi sobrescrito. Volte, recarregue a página e veja como ela está antes de tentar de novo.',
      ],
    },
    413: {
      title: 'É grande demais para ser recebido',
      sentences: [
        'O arquivo ou o texto enviado ultrapassa o limite, e nada dele foi guardado aqui.',
        'Volte, escolha um arquivo menor ou encurte o texto, e envie novamente.',
      ],
    },
    422: {
      title: 'Não foi possível ler o que você enviou',
      sentences: [
        'O envio não chegou na forma que esta página espera, talvez por ter sido cortado no caminho.',
        'Volte, recarregue a página e envie novamente.',
      ],
    },
    429: {
      title: 'Pedidos demais ao mesmo tempo',
      sentences: [
        'Recebemos de você, em pouco tempo, mais pedidos do que podemos atender de forma justa.',
        'Espere um pouco e tente de novo. Nada do que você fez antes se perdeu.',
      ],
    },
    500: {
      title: 'Algo falhou do nosso lado',
      sentences: [
        'A culpa não é sua. A falha foi registrada, e o que você pediu talvez não tenha sido feito.',
        'Tente de novo em alguns minutos. Se você tinha preenchido um formulário, o botão “voltar” do navegador costuma recuperar o seu texto.',
      ],
    },
    503: {
      title: 'O Perenne faz uma pausa',
      sentences: [
        'O serviço está iniciando, parando ou em manutenção, e não pode responder neste momento.',
        'Tente de novo em alguns minutos. O que já foi salvo não é afetado.',
      ],
    },
    507: {
      title: 'Não há mais espaço para salvar',
      sentences: [
        'A máquina que hospeda este site ficou sem espaço. Nada foi salvo agora, e o que já estava salvo não é afetado.',
        'Volte: o que você digitou ainda está lá. Tente mais tarde e avise quem cuida deste site.',
      ],
    },
  },
  errorPage: {
    reference: 'Referência',
    quote: 'Informe este número se nos escrever: ele permite encontrar o que aconteceu.',
    tryAgainIn: seconds =>
      plural(
        seconds,
        'Você poderá tentar de novo em um segundo.',
        `Você poderá tentar de novo em ${number(seconds)} segundos.`,
        `Você poderá tentar de novo em ${number(seconds)} de segundos.`,
      ),
    home: 'Ir para a página inicial',
  },
  styleguide: {
    title: 'Guia de componentes',
    lead: 'Cada componente, em cada um de seus estados, tal como aparece neste idioma.',
    states: {
      plain: 'Comum',
      hint: 'Com uma dica',
      error: 'Com um erro',
      disabled: 'Não disponível',
      optional: 'Opcional',
      long: 'Texto longo',
      emoji: 'Emojis e outras escritas',
      rightToLeft: 'Texto da direita para a esquerda',
      longWord: 'Uma palavra de 500 letras',
      filled: 'Preenchido',
      missingLanguage: 'Idioma ainda ausente, tradução desatualizada',
    },
    sections: {
      text: 'Textos',
      fields: 'Campos',
      choices: 'Escolhas',
      buttons: 'Botões',
      table: 'Tabelas',
      places: 'Vagas, regiões, situações',
      programme: 'Programa',
      messages: 'Mensagens',
      stale: 'Duas pessoas escrevem ao mesmo tempo',
      errors: 'Páginas de erro',
    },
    sample: {
      name: 'Nome completo',
      nameHint: 'Como deve aparecer no crachá',
      nameError: 'Informe o seu nome',
      email: 'Endereço de e-mail',
      telephone: 'Telefone',
      message: 'Mensagem à equipe organizadora',
      language: 'Idioma',
      category: 'Você vem na qualidade de',
      date: 'Data',
      document: 'Documento',
      code: 'Código recebido por e-mail',
      news: 'Aceito que meu nome e minha organização constem da lista entregue a quem participa.',
      paragraph:
        'Uma ação internacional perdura quando é conhecida dentro da casa, posta por escrito, medida e transmitida por quem parte a quem chega.',
      save: 'Salvar',
      remove: 'Retirar',
      confirmTitle: 'Retirar esta inscrição?',
      confirmText: 'A vaga passa imediatamente à primeira pessoa da lista de espera.',
      saved: 'Suas alterações foram salvas.',
      seminar: 'Seminário',
      nobody: 'Ainda não há inscrições',
      nobodyNext: 'As inscrições aparecerão aqui. Envie o endereço do seminário às pessoas que você convida.',
      person: 'Pessoa',
      places: 'Vagas',
      region: 'Região',
      state: 'Situação',
      confirmed: 'confirmada',
      waiting: 'lista de espera',
      refused: 'recusada',
      toExamine: 'a examinar',
      all: 'Todas',
    },
  },
} satisfies PartsMessages
