import type { Locale } from '../locales.ts'
import { type Messages, plural } from '../say.ts'
import type { en } from './texts.en.ts'

const languages: Record<Locale, string> = { fr: 'francês', es: 'espanhol', pt: 'português', en: 'inglês' }

export const pt = {
  title: 'Textos',
  lead: 'O que falta, ficou desatualizado ou está por revisar, idioma por idioma.',
  byLanguage: 'Por idioma',
  list: 'Textos',
  column: {
    language: 'Idioma',
    source: 'Escritos nele',
    reviewed: 'Revisados',
    draft: 'Em rascunho',
    stale: 'Desatualizados',
    missing: 'Em falta',
    text: 'Texto',
    field: 'Campo',
    place: 'Onde',
    states: 'Idiomas',
  },
  state: {
    source: 'original',
    reviewed: 'revisado',
    draft: 'rascunho',
    machine: 'tradução automática',
    stale: 'desatualizado',
    missing: 'em falta',
  },
  filter: {
    language: 'Idioma',
    anyLanguage: 'Qualquer idioma',
    state: 'O que falta fazer',
    anyState: 'Todos os textos',
    missing: 'Por traduzir',
    stale: 'Por atualizar',
    draft: 'Por revisar',
    space: 'Onde',
    anySpace: 'Em toda parte',
  },
  spaces: {
    installation: 'Todo este site',
    network: name => `Rede: ${name}`,
    seminar: name => `Seminário: ${name}`,
    territory: name => `Território: ${name}`,
  },
  fields: {
    name: 'Nome',
    organisation: 'Nome de uma organização',
    space: 'Nome de uma rede, de um seminário ou de um território',
  },
  empty: 'Nada a fazer aqui',
  emptyNext: 'Nenhum texto que possa ser traduzido responde a esta escolha. Amplie-a, ou volte após a próxima mudança.',
  none: 'Nenhum texto está a seu cargo',
  noneNext: 'Peça o direito de traduzir à equipe organizadora do seminário; os textos aparecerão então nesta página.',
  inLanguage: language => `Em ${languages[language]}`,
  original: language => `Original, em ${languages[language]}`,
  translation: language => `Tradução para o ${languages[language]}`,
  editLead: 'O original fica ao lado de cada tradução.',
  originalNow: 'O original como está agora',
  originalThen: 'O original como estava quando foi traduzido',
  changedSince: 'O original mudou desde que esta tradução foi feita ou conferida.',
  stillValid: 'Continua válida assim',
  stillValidHint: 'Mantém as palavras e registra que convêm ao novo original.',
  stateOf: 'Estado desta tradução',
  draft: 'Rascunho: outra pessoa deve revisar',
  reviewed: 'Revisada',
  save: 'Salvar',
  saveOriginal: 'Salvar o original',
  originalHint: 'As traduções já feitas aparecerão como desatualizadas até que alguém as veja de novo.',
  saved: language => `O texto em ${languages[language]} foi salvo.`,
  keptValid: language => `Ficou registrado que o texto em ${languages[language]} continua válido.`,
  staleTitle: 'Este texto mudou durante a escrita',
  sourceChanged:
    'O original mudou durante a escrita. Nada do que foi escrito se perdeu: leia o novo original e salve de novo.',
  settledTitle: 'Estas palavras ficam como estão',
  settled:
    'Ao menos uma pessoa já aceitou estas palavras ou respondeu a elas: elas não mudam mais. Uma tradução que falta pode ser acrescentada. Uma nova redação é uma nova versão, pelo arquivo do seminário (“Importar um seminário”).',
  settledRefused:
    'Nada mudou: ao menos uma pessoa já aceitou estas palavras ou respondeu a elas. Uma nova redação é uma nova versão, pelo arquivo do seminário (“Importar um seminário”).',
  settledTyped: 'O que foi escrito aqui',
  problems: {
    empty: 'Escreva o texto, ou saia desta página sem salvar.',
    long: most =>
      plural('pt', most, {
        one: 'Reduza o texto a # caractere.',
        other: 'Reduza o texto a # caracteres.',
        many: 'Reduza o texto a # de caracteres.',
      }),
    state: 'Indique se a tradução é um rascunho ou está revisada.',
  },
} satisfies Messages<typeof en>
