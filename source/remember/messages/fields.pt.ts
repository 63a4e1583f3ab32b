import type { Messages } from '#ground/languages/say.ts'
import type { en } from './fields.en.ts'

export const pt = {
  duringHint: 'Com a precisão que tiver: 1998, 06/2004, 12/06/2004, por volta de 2004, 2004–2010, desde 2011, até 2015',
  circle: 'Visibilidade',
  circlePast:
    'Se o abrir a mais pessoas, abrem-se também as versões anteriores: tudo o que ali foi escrito, mesmo que depois tenha sido corrigido ou apagado.',
  circleHints: {
    0: 'As pessoas que têm aqui um direito de acesso',
    1: 'E as redes a que o território pertence',
    2: 'Todas as pessoas, sem entrar no sistema',
  },
  atMost: 'Reservar a menos pessoas?',
  atMostAsWhole: 'Não: como o conjunto',
  beginsInside:
    'Outras pessoas já veem o conjunto, mas o que se acrescenta começa como interno. Escolha “Não: como o conjunto” para mostrar também isto a elas.',
  source: 'Idioma de origem dos textos',
  sourceFixed: language => `Os textos estão escritos em ${language}; os outros idiomas são traduções.`,
  language: 'Idioma',
  otherLanguages: 'Outros idiomas',
  inLanguage: (label, language) => `${label} (${language})`,
  translations: 'O mesmo nos outros idiomas',
  organisation: 'Parceiro ou organização',
  organisationHint: 'Escolha entre as organizações já conhecidas.',
  organisationNew: 'Ou uma nova, pelo nome',
  contact: 'Pessoa',
  contactHint: 'Escolha entre as pessoas já conhecidas.',
  contactNew: 'Ou uma nova, pelo nome e sobrenome',
  nobody: 'Ninguém em particular',
  errors: {
    missing: 'Preencha este campo.',
    tooLong: 'É longo demais: encurte o texto.',
    during:
      'Não foi possível ler esta data. Escreva por exemplo 1998, 06/2004, por volta de 2004, 2004–2010 ou desde 2011.',
    day: 'Informe um dia que exista, por exemplo 5 de julho de 2018.',
    circle: 'Escolha quem pode ver.',
    language: 'Escolha um idioma.',
    choice: 'Escolha na lista.',
    organisation: 'Escolha uma organização ou escreva o nome de uma nova.',
    oneOrganisation: 'Escolha uma organização ou escreva um nome novo: não as duas coisas.',
    person: 'Escolha uma pessoa ou escreva o nome de uma nova.',
    onePerson: 'Escolha uma pessoa ou escreva um nome novo: não as duas coisas.',
    personKnown:
      'Uma pessoa com este nome já é conhecida: escolha-a na lista. Se for outra, acrescente-a antes em “Pessoas”.',
    sourceFirst: 'Preencha primeiro o texto no idioma de origem: este existe só como tradução.',
    notHere: 'Não é conhecido aqui: escolha na lista.',
  },
} satisfies Messages<typeof en>
