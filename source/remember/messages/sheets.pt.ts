import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './sheets.en.ts'

const n = (value: number) => number('pt', value)
const rows = (count: number) => plural('pt', count, { one: '# linha', other: '# linhas', many: '# de linhas' })
const records = (count: number) =>
  plural('pt', count, { one: '# registro', other: '# registros', many: '# de registros' })

export const pt: Messages<typeof en> = {
  title: 'Importar e exportar',
  lead: 'Importe a planilha que a sua equipe mantém, como está. Primeiro ela é lida célula por célula: nada é escrito antes que você o diga, e uma importação pode ser desfeita.',
  upload: {
    title: 'Importar uma planilha',
    kind: 'É uma lista de quê?',
    kindFound: 'A reconhecer pelos cabeçalhos',
    file: 'A planilha',
    fileHint: most => `Uma pasta de trabalho (XLSX) ou uma tabela em texto (CSV), de no máximo ${n(most)} linhas`,
    limit: '10 MB',
    look: 'Ler a planilha',
    none: 'Escolha o arquivo da planilha.',
    kept: 'A planilha lida e ainda não importada fica guardada com criptografia e é apagada depois de um dia.',
    macros:
      'Esta pasta de trabalho contém macros, isto é, programas. Nada dela foi aberto. Salve como XLSX e envie essa.',
    tooManyRows: most => `O arquivo tem mais linhas do que aceitamos: no máximo ${n(most)}. Envie em vários arquivos.`,
  },
  out: {
    title: 'Exportar uma planilha',
    text: 'Com as colunas que permitem trazê-la de volta: se ficar igual, não muda nada. Contém o que você pode ver.',
    format: (kind, format) => `${kind} (${format})`,
    file: 'memória',
  },
  lists: {
    caption: 'Arquivos importados',
    file: 'Arquivo',
    kind: 'Conteúdo',
    state: 'Situação',
    when: 'Quando',
    by: 'Por',
    result: 'Registros criados, alterados, sem mudança',
    states: { 'looked-at': 'Em espera', imported: 'Importado', undone: 'Desfeito', forgotten: 'Descartado' },
    noneTitle: 'Nenhum arquivo ainda',
    none: 'Aqui ficam as planilhas que você importa, com o que foi feito delas.',
    somebody: 'Uma pessoa cujos dados foram eliminados',
  },
  counts: {
    create: 'Registros criados',
    update: 'Registros alterados',
    same: 'Registros já conhecidos como estão',
    left: 'Registros deixados como estão, conforme a sua escolha',
    wrong: 'Linhas com um erro',
    passedOver: 'Linhas deixadas de lado',
    comments: 'Comentários de células',
    ofKind: (kind, count) => `${kind}: ${count}`,
  },
  look: {
    notYet: 'Nada foi escrito ainda.',
    lead: wrong =>
      `Nada foi escrito ainda. Isto é o que a importação faria${wrong === 0 ? '' : plural('pt', wrong, { one: '; # linha tem um erro', other: '; # linhas têm um erro', many: '; # de linhas têm um erro' })}.`,
    toErrors: 'Ver os erros',
    toImport: 'Ir para a importação',
    foreseen: 'O que a importação faria',
    lackingTitle: 'Algo não foi encontrado',
    lacking: fields => `Não encontramos coluna para: ${fields}. Diga qual a contém.`,
    sameFile: when => `Este mesmo arquivo foi importado em ${when}.`,
    problems: 'Célula por célula',
    cell: 'Célula',
    kind: 'Tipo',
    what: 'O que se diz dela',
    suggestion: 'Sugestão',
    error: 'Erro',
    warning: 'Observação',
    noProblemsTitle: 'Nenhuma observação',
    noProblems: 'Cada célula pôde ser lida como está.',
    row: 'Linha',
    accept: value => `Ler “${value}” em vez disso`,
    firstRows: shown => (shown === 1 ? 'A primeira linha' : `As primeiras ${rows(shown)}`),
    name: 'Nome',
    fate: 'O que acontece com ela',
    fates: {
      create: 'É criada',
      gains: 'Fica como está e recebe um acordo',
      update: 'É alterada',
      same: 'Fica igual',
      left: 'É deixada como está',
      wrong: 'Tem um erro',
    },
    noRowsTitle: 'Nenhuma linha',
    noRows: 'Nenhuma linha poderia ser um registro.',
    reading: 'Como a planilha é lida',
    readSheet: 'Aba (folha)',
    readKind: 'Como lista de',
    readHeadings: 'Cabeçalhos',
    inRow: row => `Na linha ${n(row)}`,
    noHeadings: 'Nenhum',
    readColumns: 'Colunas que são lidas',
    unread: 'Colunas que não são lidas',
    change: 'Mudar o que as colunas contêm',
  },
  import: {
    title: 'Importar',
    skip: 'Linhas com um erro',
    skipChoice: wrong => `Deixar de lado ${rows(wrong)} com um erro`,
    skipHint: 'Senão, nada é escrito antes que todas as linhas estejam certas.',
    comments: 'Comentários de células',
    commentsChoice: count =>
      plural('pt', count, { one: 'Guardar # comentário como nota', other: 'Guardar # comentários como notas' }),
    commentsHint: 'Uma nota trata do registro da sua linha. Sem marcar, os comentários são deixados de lado.',
    button: count => plural('pt', count, { one: 'Importar # registro', other: 'Importar # registros' }),
    wrong: count =>
      plural('pt', count, {
        one: '# linha tem um erro, e nada foi escrito. Corrija ou deixe de lado.',
        other: '# linhas têm um erro, e nada foi escrito. Corrija ou deixe de lado.',
      }),
    nothing: 'Não há nada a importar: nenhuma linha pôde ser lida.',
    nothingNew: 'Tudo já é conhecido: a importação não mudaria nada.',
    nothingNewButNotes:
      'Tudo já é conhecido, menos os comentários de células: marque a caixa para guardá-los como notas.',
    notesButton: 'Guardar os comentários',
    nothingByWay: 'Conforme o que você escolheu, a importação não mudaria nada.',
    onlyWrong: 'As linhas que dizem algo novo têm um erro: corrija-as primeiro, célula por célula.',
    unreadable:
      'O Perenne foi atualizado depois da leitura deste arquivo, e o que estava em espera já não pode ser lido. Nada foi escrito. Envie o arquivo de novo: o que você disse das colunas fica guardado.',
    gone: 'Este arquivo já não está em espera: foi importado, desfeito ou descartado. Escolha-o de novo.',
    discard: 'Descartar este arquivo',
    discarded: 'O arquivo foi descartado. Nada foi escrito.',
    again: 'A planilha corrigida',
    againHint: 'Toma o lugar desta.',
  },
  columns: {
    title: 'O que as colunas contêm',
    lead: 'Fica lembrado para a próxima planilha com os mesmos cabeçalhos.',
    sheetTitle: 'Onde está a lista',
    sheet: 'Aba (folha)',
    hidden: name => `${name} (oculta)`,
    unnamed: sheet => `Aba ${n(sheet)}`,
    kind: 'É uma lista de',
    headingRow: 'Linha dos cabeçalhos',
    headingRowHint: 'A de baixo, se houver duas. Vazio: ela é encontrada sozinha. 0: não há.',
    headingRowWrong: 'Escreva a linha pelo número.',
    useSheet: 'Ler esta',
    columnsTitle: 'Colunas',
    column: (letters, heading) => `${letters}: ${heading}`,
    noHeading: 'sem cabeçalho',
    notRead: 'Não é lida',
    nothing: 'Está vazia.',
    example: text => `Por exemplo: ${text}`,
    twice: letters => `A coluna ${letters} já o diz: escolha uma das duas.`,
    forAll: 'Para todas as linhas',
    way: 'O que a importação pode fazer',
    ways: { both: 'Criar e alterar', create: 'Só criar o que não é conhecido', update: 'Só alterar o que é conhecido' },
    language: 'Idioma dos textos',
    guess: 'Textos em outro idioma',
    guessChoice: 'Uma linha claramente escrita em outro dos quatro idiomas é lida como tal',
    currency: 'Moeda dos valores',
    currencyHint: 'Três letras, para os valores que não dizem nenhuma.',
    currencyWrong: 'Escreva as três letras de uma moeda, por exemplo BRL.',
    save: 'Ler a planilha assim',
    saved: 'Lida assim.',
  },
  done: {
    text: (created, updated, notes) =>
      `Registros criados: ${n(created)}. Alterados: ${n(updated)}.${notes === 0 ? '' : ` Notas tiradas de comentários: ${n(notes)}.`}`,
    imported: 'Importado',
    by: 'Por',
    kind: 'Conteúdo',
    created: 'Registros criados',
    updated: 'Registros alterados',
    unchanged: 'Registros sem mudança',
    notes: 'Notas tiradas de comentários',
    undone: 'Desfeito',
    records: 'O que a importação escreveu',
    record: 'Registro',
    row: 'Linha',
    table: 'O que é',
    made: 'Criado',
    changed: 'Alterado',
    what: 'Como',
    outcome: 'Desde então',
    outcomes: { removed: 'Retirado', restored: 'Voltou a ser como era', kept: 'Mantido' },
    touched: 'Alterado depois',
    untouched: 'Como foi importado',
    keptLead: 'Foi mantido o que foi alterado depois ou aquilo a que outra coisa aponta.',
    noneTitle: 'Nada escrito',
    none: 'Tudo já era conhecido.',
    more: count => `E mais ${records(count)}.`,
  },
  left: {
    title: 'O que ficou de fora',
    rows: count =>
      plural('pt', count, {
        one: '# linha tinha um erro:',
        other: '# linhas tinham um erro:',
        many: '# de linhas tinham um erro:',
      }),
    correct: 'Corrija a planilha e importe-a de novo: o que já é conhecido não muda.',
    comments: count =>
      plural('pt', count, {
        one: '# comentário de célula não foi guardado. Leia a planilha de novo para guardá-lo como nota.',
        other: '# comentários de células não foram guardados. Leia a planilha de novo para guardá-los como notas.',
        many: '# de comentários de células não foram guardados. Leia a planilha de novo para guardá-los como notas.',
      }),
    columns: count =>
      plural('pt', count, {
        one: '# coluna não foi lida:',
        other: '# colunas não foram lidas:',
        many: '# de colunas não foram lidas:',
      }),
    lists: count =>
      plural('pt', count, {
        one: 'Este arquivo tem outra lista, que não foi importada:',
        other: 'Este arquivo tem outras # listas, que não foram importadas:',
        many: 'Este arquivo tem outras # de listas, que não foram importadas:',
      }),
    list: name => `“${name}”`,
    again: 'Ler a planilha de novo',
  },
  undo: {
    button: 'Desfazer esta importação',
    title: 'Desfazer esta importação?',
    text: (removed, restored, kept) =>
      [
        ...(removed === 0
          ? []
          : [
              plural('pt', removed, {
                one: '# registro criado pela importação será retirado.',
                other: '# registros criados pela importação serão retirados.',
                many: '# de registros criados pela importação serão retirados.',
              }),
            ]),
        ...(restored === 0
          ? []
          : [
              plural('pt', restored, {
                one: '# registro alterado voltará a ser como era.',
                other: '# registros alterados voltarão a ser como eram.',
                many: '# de registros alterados voltarão a ser como eram.',
              }),
            ]),
        ...(kept === 0
          ? []
          : [
              plural('pt', kept, {
                one: '# registro será mantido.',
                other: '# registros serão mantidos.',
                many: '# de registros serão mantidos.',
              }),
            ]),
      ].join(' '),
    notes: (removed, kept) =>
      [
        ...(removed === 0
          ? []
          : [
              plural('pt', removed, {
                one: '# nota tirada de um comentário também será retirada.',
                other: '# notas tiradas de comentários também serão retiradas.',
                many: '# de notas tiradas de comentários também serão retiradas.',
              }),
            ]),
        ...(kept === 0
          ? []
          : [
              plural('pt', kept, {
                one: '# nota será mantida.',
                other: '# notas serão mantidas.',
                many: '# de notas serão mantidas.',
              }),
            ]),
      ].join(' '),
    confirm: 'Desfazer',
    stay: 'Manter a importação',
    done: 'A importação foi desfeita.',
    notNow: 'Esta importação já foi desfeita.',
  },
  log: {
    imported: (created, updated, notes) =>
      `Uma planilha foi importada: registros criados ${n(created)}, alterados ${n(updated)}${notes === 0 ? '' : `, notas ${n(notes)}`}`,
    undone: (removed, restored, kept) =>
      `A importação de uma planilha foi desfeita: retirados ${n(removed)}, repostos ${n(restored)}, mantidos ${n(kept)}`,
  },
}
