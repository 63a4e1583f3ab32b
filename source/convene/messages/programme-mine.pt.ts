import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './programme-mine.en.ts'

export const pt: Messages<typeof en> = {
  title: 'Meu programa',
  titleOf: seminar => `Meu programa: ${seminar}`,
  choosing: {
    choose: 'Escolher',
    lead: 'Marque os blocos da sua escolha. Não é preciso ter conta: seu programa tem um endereço para guardar ou enviar.',
    button: 'Ver meu programa',
    none: 'Nada foi escolhido ainda.',
    one: '# bloco escolhido.',
    other: '# blocos escolhidos.',
    kept: 'Sua escolha fica neste navegador e no endereço do seu programa. O Perenne não guarda nada dela.',
    refused:
      'Este navegador não guarda nada de uma página para outra. Use o botão e guarde o endereço da página que se abre.',
  },
  lead: count => plural('pt', count, { one: '# bloco na sua escolha.', other: '# blocos na sua escolha.' }),
  address:
    'Guarde o endereço desta página ou envie-o: quem o abrir verá a mesma escolha, com o que mudar. O Perenne não guarda nada dela.',
  empty: {
    title: 'Nada foi escolhido ainda',
    text: 'Marque no programa os blocos da sua escolha. Eles ficarão aqui em ordem, prontos para a sua agenda.',
    button: 'Escolher no programa',
  },
  collisions: {
    title: count =>
      plural('pt', count, {
        one: 'Dois dos blocos escolhidos são ao mesmo tempo',
        other: '# pares dos blocos escolhidos são ao mesmo tempo',
      }),
    more: count => plural('pt', count, { one: 'mais # par', other: 'mais # pares' }),
  },
  changed: {
    title: 'Seu programa mudou',
    text: (from, to) => `De “${from}” para “${to}”:`,
    understood: 'Entendido: avisar só do que mudar a partir de agora',
  },
  gone: {
    title: count =>
      plural('pt', count, {
        one: '# bloco não está mais no programa',
        other: '# blocos não estão mais no programa',
      }),
    last: version => `pela última vez em “${version}”`,
  },
  unknown: count =>
    plural('pt', count, {
      one: '# item deste endereço não é um bloco deste programa e fica de fora.',
      other: '# itens deste endereço não são blocos deste programa e ficam de fora.',
    }),
  tooMany: most =>
    plural('pt', most, {
      one: 'Só o primeiro item deste endereço foi lido.',
      other: 'Só os primeiros # itens deste endereço foram lidos.',
    }),
  calendar: 'Acrescentar à minha agenda (uma vez)',
  subscribe: 'Assinar, para que a agenda acompanhe as mudanças',
  choose: 'Escolher outros blocos',
  clear: 'Retirar tudo',
  remove: 'Retirar',
  addOne: 'Adicionar à agenda',
  device: {
    print: 'Imprimir',
    other: 'Este navegador guardou outra escolha.',
    nothing: 'Esta escolha não está guardada neste navegador.',
    keep: 'Guardar esta escolha aqui',
    own: 'Ver a escolha guardada aqui',
    kept: 'Agora esta escolha está guardada neste navegador.',
    refused: 'Este navegador não guarda nada de uma página para outra: guarde o endereço desta página.',
  },
  printed: address => `O programa como está hoje: ${address}`,
  zone: {
    link: 'As horas de outro lugar',
    label: 'As horas de qual lugar?',
    button: 'Mostrar também estas horas',
    clear: city => `Só as horas de ${city}`,
    shown: (city, zone) => `Abaixo estão as horas de ${city} (${zone}).`,
    same: city => `Nesses dias, os relógios de ${city} dizem o mesmo.`,
    unknown: said => `“${said}” não é um fuso horário conhecido aqui. Escolha um da lista.`,
    unreadable: 'O que o endereço pede não é um fuso horário. Escolha um da lista.',
    elsewhere: (city, hours) => `${city}: ${hours}`,
    here: city => `Mostrar também as horas de ${city}, como neste aparelho`,
    regions: {
      Africa: 'África',
      America: 'América',
      Antarctica: 'Antártica',
      Arctic: 'Ártico',
      Asia: 'Ásia',
      Atlantic: 'Atlântico',
      Australia: 'Austrália',
      Europe: 'Europa',
      Indian: 'Oceano Índico',
      Pacific: 'Pacífico',
      other: 'Outros',
    },
  },
}
