import type { Messages } from '#ground/languages/say.ts'
import type { en } from './programme-release.en.ts'

export const pt: Messages<typeof en> = {
  title: 'Programa',
  doorText: 'Publicar o programa, comparar as versões, imprimir',
  lead: 'O que você edita é um rascunho que só a equipe vê. Todas as pessoas veem a última versão publicada; ela fica como está, em um endereço próprio.',
  draft: 'O rascunho',
  draftEmpty:
    'O rascunho ainda não tem nenhum bloco. Acrescente-os no arquivo do seminário ou copie um seminário anterior.',
  edit: 'Ver o rascunho e o seu arquivo',
  checks: 'Verificações do rascunho',
  notYet: 'Nada foi publicado ainda: só a equipe vê o programa.',
  same: 'O rascunho diz o mesmo que a última versão: não há nada a publicar.',
  since: 'O que a publicação mudaria',
  sinceLead: (name: string) => `Em comparação com “${name}”, a versão que todo mundo vê agora.`,
  release: 'Publicar uma versão',
  name: 'Nome da versão',
  nameHint: 'Por exemplo, “Programa provisório” ou “Programa definitivo”.',
  note: 'Nota',
  noteHint: 'O que há de novo, em uma ou duas frases. Qualquer pessoa pode ler.',
  provisional: 'Falta confirmar alguma coisa?',
  isProvisional: 'Sim: a versão é marcada como provisória',
  isFinal: 'Não: é definitiva',
  languages: 'Idiomas desta versão',
  languagesHint: 'Em um idioma não marcado, o programa aparece no idioma original, e isso é dito.',
  button: 'Publicar para todo mundo',
  versions: 'Versões publicadas',
  released: (name: string) => `Publicado: “${name}”. Agora todo mundo vê esta versão.`,
  stale: 'Alguém alterou o rascunho depois que você abriu esta página. Reveja-o e publique.',
  nothing: 'A última versão já diz isto: nada foi publicado.',
  errors: {
    name: 'Informe um nome para a versão.',
    long: 'Reduza o nome a 300 caracteres.',
    'note-long': 'Reduza a nota a 2.000 caracteres.',
    characters: 'Escreva o nome da versão com caracteres comuns.',
  },
  mayNot: 'Só quem pode editar este seminário publica o programa.',
}
