import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './journal-mail.en.ts'

export const pt = {
  title: 'Anotar a partir de um e-mail',
  lead: 'Salve o e-mail como arquivo .eml no seu programa e escolha-o aqui, ou solte-o sobre o campo. Ele preenche o formulário de um registro, que você revisa: nada está no diário antes de salvar.',
  file: 'O e-mail (.eml)',
  button: 'Continuar',
  noSubject: 'E-mail sem assunto',
  known: 'Este e-mail já foi anotado: aqui está o registro.',
  waits: 'Este e-mail já foi trazido e espera ser anotado: aqui está.',
  written: 'O e-mail está no diário.',
  gone: 'Este e-mail já não espera: entretanto, alguém o anotou ou o descartou. O que você escreveu continua aqui. Veja primeiro no diário; se salvar, ele é anotado sem os anexos.',
  kept: count =>
    plural('pt', count, {
      one: 'Um anexo foi guardado como documento.',
      other: '# anexos foram guardados como documentos.',
    }),
  notKept: count =>
    plural('pt', count, {
      one: 'Um anexo não pôde ser guardado.',
      other: '# anexos não puderam ser guardados.',
    }),
  waiting: {
    title: count =>
      plural('pt', count, {
        one: 'Um e-mail espera ser anotado',
        other: '# e-mails esperam ser anotados',
      }),
    by: name => `trazido por ${name}`,
    keptBy: name => `última alteração: ${name}`,
    attached: count => plural('pt', count, { one: '# anexo', other: '# anexos' }),
    until: day => `espera até ${day}`,
    goOn: 'Continuar',
  },
  draft: {
    title: 'Anotar um e-mail',
    lead: 'Preenchido de acordo com o e-mail, até onde ele diz. Corrija e escolha o que é guardado; nada está no diário antes de salvar.',
    asItCame: 'O e-mail tal como chegou',
    from: 'De',
    to: 'Para',
    subject: 'Assunto',
    strangers:
      'Estes endereços vêm sem nome e não são de nenhuma pessoa conhecida aqui. Não são guardados com o registro:',
    moreAddresses: count => plural('pt', count, { one: 'e mais #', other: 'e mais #' }),
    addPeople: 'Acrescentar aos contatos',
    addPeopleHint:
      'As pessoas marcadas tornam-se contatos desta memória, visíveis só internamente, e participam neste registro. Os outros endereços não são guardados com ele.',
    addContact: 'Acrescentar a pessoa (o e-mail espera aqui)',
    cut: 'Sem as mensagens a que responde e sem a assinatura: tudo está acima, em “O e-mail tal como chegou”.',
    until: day =>
      `Se você sair, o e-mail espera no diário até ${day}, para quem cuida desta memória, e depois é removido.`,
    keptDone: 'O que você mudou fica guardado com o e-mail, para você e seus colegas.',
    asLeft: name => `Como ${name} deixou.`,
    stale: name =>
      `${name} mudou este formulário nesse meio-tempo e o guardou. O que você escreveu está abaixo: se você anotar ou guardar, substitui a outra versão.`,
    somebody: 'Alguém',
    staleLook: 'Ver a outra versão em uma nova aba',
    whoIsIt: who => `${who}: é uma pessoa já conhecida aqui?`,
    whoSame: who => `Sim, ${who}`,
    whoGets: 'Aqui ainda não se conhece nenhum endereço: este é acrescentado ao contato.',
    whoKeeps: address => `O contato mantém o endereço ${address}.`,
    whoNew: 'Não, é outra pessoa: acrescentá-la aos contatos',
    whoNobody: 'Não acrescentar',
    whoAsk: 'Aqui já se conhece alguém com este nome: diga se é a mesma pessoa.',
    save: 'Anotar',
    later: 'Guardar para depois',
    drop: 'Descartar',
  },
  attached: {
    label: 'Guardar como documentos',
    named: (name, size) => `${name} (${size})`,
    nameless: 'Anexo sem nome',
    categories: 'Suas categorias',
    categoryOf: name => `Categoria de ${name}`,
    refused: 'Não aceitos, nem guardados:',
    more: count => plural('pt', count, { one: 'mais # anexo', other: 'mais # anexos' }),
  },
  drop: {
    title: subject => `Descartar “${subject}”?`,
    text: 'O e-mail e seus anexos deixam a espera para sempre. Nada dele estava no diário.',
    done: 'O e-mail foi descartado.',
  },
  log: {
    forgotten: count =>
      plural('pt', count, {
        one: 'Remoção de um e-mail que ninguém anotou a tempo',
        other: 'Remoção de # e-mails que ninguém anotou a tempo',
      }),
    erased: count =>
      plural('pt', count, {
        one: 'Remoção de um e-mail em espera que citava um endereço apagado',
        other: 'Remoção de # e-mails em espera que citavam um endereço apagado',
      }),
  },
  errors: {
    missing: 'Escolha o arquivo de um e-mail.',
    tooLarge: most => `Este e-mail passa de ${most}. Anote-o à mão e acrescente os anexos como documentos.`,
    tooMany: most => `Já há ${most} e-mails à espera. Anote ou descarte alguns, no diário, e depois traga este.`,
    damaged: 'Não é um e-mail que se possa ler. No seu programa, salve a própria mensagem como arquivo .eml.',
    tooMuch: 'Ler este e-mail exige mais memória ou tempo do que o permitido. Anote-o à mão.',
  },
} satisfies Messages<typeof en>
