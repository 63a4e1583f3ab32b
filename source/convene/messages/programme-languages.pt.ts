import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './programme-languages.en.ts'

export const pt = {
  title: 'Idiomas do programa',
  lead: 'Quanto do rascunho existe em cada idioma, e em quais idiomas se pode ler a versão publicada.',
  table: 'Idiomas do programa',
  draftEmpty: 'O rascunho ainda não tem nada a traduzir.',
  published: 'Versão publicada',
  act: 'O que fazer',
  notReleased: 'Nada foi publicado ainda',
  notPublished: 'Não publicada neste idioma',
  since: moment => `Desde ${moment}.`,
  canBeAdded: count =>
    plural('pt', count, {
      one: '# texto traduzido depois pode ser publicado.',
      other: '# textos traduzidos depois podem ser publicados.',
      many: '# de textos traduzidos depois podem ser publicados.',
    }),
  later: count =>
    plural('pt', count, {
      one: '# texto traduzido depois sairá com a próxima versão.',
      other: '# textos traduzidos depois sairão com a próxima versão.',
      many: '# de textos traduzidos depois sairão com a próxima versão.',
    }),
  isSource: 'Idioma de origem',
  translate: 'Traduzir',
  publish: 'Publicar neste idioma',
  onceExplained:
    'Depois de publicada a versão, cada idioma só pode ser acrescentado uma vez. O que for traduzido depois sai com a versão seguinte.',
  toRelease: 'Programa e versões',
  toLanguages: 'Idiomas do seminário',
  mayNotTranslate: 'Só quem traduz este seminário ou pode editá-lo vê os textos do rascunho.',
  mayNotPublish: 'Só quem pode editar este seminário publica o programa.',

  translateTitle: language => `Programa: tradução para o ${language}`,
  translateLead: 'O rascunho, na ordem do dia: primeiro o original e, ao lado, a sua tradução.',
  filter: 'Quais textos',
  showAll: count => `Todos (${count})`,
  showToDo: count => `Em falta ou desatualizados (${count})`,
  toTable: 'Todos os idiomas',
  noTexts: 'Nada a traduzir',
  nothingToDo: 'Nada falta nem está desatualizado',
  nothingToDoNext: 'O rascunho está completo neste idioma.',
  groups: { programme: 'O programa como um todo', rooms: 'Salas', people: 'Pessoas' },
  kinds: {
    name: 'Nome do programa',
    title: 'Título',
    theme: 'Subtema',
    method: 'Método',
    document: 'Documento',
    room: 'Sala',
    role: 'Cargo',
    about: 'Apresentação',
  },
  person: number => `Pessoa ${number}`,
  changedSince: 'O original mudou depois. Ele dizia:',
  theirs: 'O que outra pessoa salvou nesse meio-tempo',
  readOver: label => `${label}: li o texto, está bom`,
  stillFits: label => `${label}: li o texto, convém ao original como está agora`,
  saveHint: 'Só os textos que você escreveu ou alterou são salvos, como rascunho ou como revisados, à sua escolha.',
  saveDraft: 'Salvar como rascunho',
  saveReviewed: 'Salvar como revisados',
  saved: count =>
    count === 0
      ? 'Nada mudou: nada foi salvo.'
      : plural('pt', count, { one: '# texto salvo.', other: '# textos salvos.', many: '# de textos salvos.' }),
  savedSome: count =>
    plural('pt', count, {
      one: '# texto salvo. Os outros pedem mais um olhar.',
      other: '# textos salvos. Os outros pedem mais um olhar.',
      many: '# de textos salvos. Os outros pedem mais um olhar.',
    }),
  gone: 'Estes textos não estão mais no rascunho. Isto é o que você tinha escrito',
  tooLong: (label, most) =>
    `${label}: ${plural('pt', most, {
      one: 'reduza o texto a # caractere.',
      other: 'reduza o texto a # caracteres.',
      many: 'reduza o texto a # de caracteres.',
    })}`,
  trouble: {
    'text-not-empty': label => `${label}: escreva o texto; uma tradução não se apaga aqui.`,
    'text-characters': label => `${label}: retire os caracteres invisíveis.`,
    translation: label =>
      `${label}: outra pessoa traduziu este texto nesse meio-tempo. As palavras dela estão ao lado das suas; ao salvar de novo, as suas tomam o lugar.`,
    source: label => `${label}: o original mudou durante a escrita. Leia-o e salve de novo.`,
  },

  publishTitle: language => `Publicar o programa em ${language}`,
  publishLead: 'Nenhuma versão nova é criada: a que todo mundo vê poderá ser lida também neste idioma.',
  notReleasedYet: 'Nada foi publicado ainda. A primeira versão sai nos idiomas que você escolher ao publicá-la.',
  notOffered: 'O seminário não oferece este idioma. Acrescente-o primeiro aos idiomas dele.',
  nothing: 'Nenhum texto pode ser publicado ainda',
  nothingNext: 'Nada do que está traduzido corresponde à versão publicada.',
  count: (count, version) =>
    plural('pt', count, {
      one: `# texto da versão “${version}” será publicado.`,
      other: `# textos da versão “${version}” serão publicados.`,
      many: `# de textos da versão “${version}” serão publicados.`,
    }),
  drafts: count =>
    plural('pt', count, {
      one: '# deles é rascunho.',
      other: '# deles são rascunhos.',
      many: '# deles são rascunhos.',
    }),
  older: count =>
    plural('pt', count, {
      one: '# deles está desatualizado: aparece com um aviso que o diz.',
      other: '# deles estão desatualizados: aparecem com um aviso que o diz.',
      many: '# deles estão desatualizados: aparecem com um aviso que o diz.',
    }),
  anyhow: 'Você pode publicar assim mesmo: os outros textos aparecem no idioma de origem, e a página o diz.',
  publishButton: language => `Publicar em ${language}`,
  left: 'O que não é publicado',
  why: {
    missing: count =>
      plural('pt', count, { one: 'Não traduzido (#)', other: 'Não traduzidos (#)', many: 'Não traduzidos (#)' }),
    'other-original': count =>
      plural('pt', count, {
        one: 'O rascunho não diz mais o que foi publicado: fica para a próxima versão (#)',
        other: 'O rascunho não diz mais o que foi publicado: ficam para a próxima versão (#)',
        many: 'O rascunho não diz mais o que foi publicado: ficam para a próxima versão (#)',
      }),
  },
  toTranslate: 'Traduzir o que falta',
  done: (language, count) =>
    plural('pt', count, {
      one: `O programa está publicado em ${language}: # texto.`,
      other: `O programa está publicado em ${language}: # textos.`,
      many: `O programa está publicado em ${language}: # de textos.`,
    }),
  already: language =>
    `A última versão já está publicada em ${language}. O que foi traduzido depois sairá com a próxima.`,
  stale: 'O rascunho ou a versão mudou depois que você abriu esta página. Reveja e publique.',
} satisfies Messages<typeof en>
