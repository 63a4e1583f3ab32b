import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './seminar-import.en.ts'

export const pt = {
  title: count =>
    plural('pt', count, {
      one: 'Em um ponto, o arquivo e o navegador dizem coisas diferentes',
      other: 'Em # pontos, o arquivo e o navegador dizem coisas diferentes',
    }),
  since: moment =>
    `Desde a última importação, em ${moment}, alguém alterou no navegador o que segue, e o arquivo diz outra coisa. Escolha em cada ponto. Nada foi salvo ainda.`,
  neverImported:
    'Este seminário foi criado no navegador. Onde o arquivo diz outra coisa, escolha em cada ponto. Nada foi salvo ainda.',
  browser: 'Manter o que está lá agora',
  file: 'Usar o que diz o arquivo',
  before: 'Na última importação:',
  inFile: 'No arquivo:',
  beforeNothing: 'Na última importação não havia nada aqui.',
  fileSame: 'O arquivo não mudou aqui desde então.',
  nothing: '(vazio)',
  order: path => `${path}: ordem da lista`,
  rest: count => plural('pt', count, { one: 'Mais um ponto', other: 'Mais # pontos' }),
  restHint: 'São muitos para mostrar um por um. Uma só resposta vale para todos.',
  choose: 'Escolha uma das duas opções.',
  chooseNamed: place => `Escolha uma das duas opções para ${place}`,
  allBrowser: 'Escolher em todos o que está lá agora',
  allFile: 'Escolher em todos o arquivo',
  import: 'Importar com estas escolhas',
  meanwhileTitle: 'O seminário mudou desde que você o consultou',
  meanwhile: 'Alguém o alterou nesse meio-tempo. Nada foi salvo. Veja de novo o que mudaria.',
  mixedTitle: 'Estas escolhas não combinam',
  mixed: 'Nada foi salvo. O arquivo está certo e o que está lá agora também, mas esta mistura dos dois não está:',
  others: 'O que o arquivo muda além disso',
  kept: count =>
    plural('pt', count, {
      one: 'Uma alteração feita no navegador desde a última importação permanece.',
      other: '# alterações feitas no navegador desde a última importação permanecem.',
    }),
  door: 'O seminário como arquivo',
  doorText: 'Baixar todo o conteúdo da página em um arquivo YAML, para guardar, alterar e importar de novo.',
} satisfies Messages<typeof en>
