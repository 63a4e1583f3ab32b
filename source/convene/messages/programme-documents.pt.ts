import type { Messages } from '#ground/languages/say.ts'
import type { en } from './programme-documents.en.ts'

export const pt: Messages<typeof en> = {
  gone: 'não está mais disponível',
  title: 'Arquivos do programa',
  lead: 'Os arquivos que uma versão publicada nomeia. Remover um documento de um bloco não o fecha: as versões anteriores ainda o nomeiam e continuam abertas a todas as pessoas. Retire o arquivo, e ninguém fora da sua equipe poderá abri-lo.',
  door: 'Arquivos',
  columns: { document: 'Documento', where: 'Nomeado em', since: 'Desde', state: 'Quem pode abrir' },
  inVersion: (version, slots) => `${version}: ${slots}`,
  states: [
    'Só a sua equipe: o seminário não foi anunciado',
    'A sua rede: o seminário não é público',
    'Toda pessoa que vê o seminário',
  ],
  withdrawnSince: moment => `Retirado em ${moment}: só a sua equipe`,
  withdraw: 'Retirar',
  showAgain: 'Mostrar de novo',
  none: 'Ainda não há arquivos',
  noneText: 'Assim que uma versão publicada nomear um dos seus arquivos, ele aparecerá aqui.',
  withdrawTitle: name => `Retirar o arquivo “${name}”?`,
  withdrawText:
    'A partir de agora, ninguém fora da sua equipe poderá abri-lo, em nenhuma versão, e nenhuma publicação o abrirá de novo. As versões conservam o título e dizem que ele não está mais disponível. Quem já salvou o arquivo fica com ele.',
  withdrawButton: 'Retirar este arquivo',
  showTitle: name => `Mostrar de novo o arquivo “${name}”?`,
  showText: 'Toda pessoa que vê o seminário poderá abri-lo outra vez, a partir de cada versão que o nomeia.',
  showButton: 'Mostrar este arquivo de novo',
  back: 'Todos os arquivos do programa',
  withdrawn: name => `“${name}” foi retirado: só a sua equipe pode abri-lo.`,
  shown: name => `“${name}” não está mais retirado: toda pessoa que vê o seminário pode abri-lo.`,
  same: name => `Nada mudou: “${name}” já estava assim.`,
  mayNot: 'Retirar arquivos cabe a quem organiza este seminário.',
  onSlot: {
    withdrawn: 'Este arquivo foi retirado: só a sua equipe pode abri-lo.',
    open: 'Uma versão publicada nomeia este arquivo. Removê-lo aqui não o fecha.',
    link: 'Retirar ou mostrar um arquivo',
  },
  log: { file: 'Arquivo', withdrawn_at: 'Retirado em' },
}
