import { organisationKinds } from '#ground/languages/messages/organisation-kinds.ts'
import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './typed-organisations.en.ts'

export const pt = {
  title: 'Organizações',
  lead: 'Os nomes que as pessoas inscritas escreveram e que ainda não correspondem a nenhuma organização aprovada. Depois de aprovada, ela é proposta a quem se inscrever, e seus integrantes são contados em conjunto.',
  doorText: 'Os nomes que as pessoas inscritas escreveram, para aprovar ou reunir.',
  mayNot: 'A equipe organizadora deste seminário cuida das organizações das pessoas inscritas.',
  caption: 'Nomes escritos',
  columns: { name: 'Nome como foi escrito', people: 'Pessoas', country: 'País', like: 'Parece-se com' },
  alsoWritten: names => `Escrito também: ${names}`,
  likeNone: 'nada conhecido',
  emptyTitle: 'Nada a aprovar',
  empty: 'Cada inscrição tem uma organização aprovada, ou ninguém se inscreveu ainda.',
  one: {
    title: name => `“${name}”`,
    people: count =>
      plural('pt', count, {
        one: '# pessoa se inscreveu com este nome.',
        other: '# pessoas se inscreveram com este nome.',
      }),
    whatIsIt: 'O que é?',
    isNew: 'Uma organização nova',
    isNewHint: 'Preencha os campos abaixo',
    isOther: 'Outra organização aprovada',
    isOtherHint: 'Escreva o nome abaixo',
    other: 'Nome da outra organização',
    otherHint: 'Exatamente como é conhecida, em qualquer um de seus idiomas',
    newTitle: 'Se for nova',
    name: 'Nome',
    nameHint: 'No idioma dela; pode ser traduzido depois',
    language: 'Idioma do nome',
    languageHint: 'Se estiver em outro idioma, escolha aquele em que ela é mais conhecida aqui',
    kind: 'Tipo',
    country: 'País',
    knownTo: 'Conhecida por',
    knownToSeminar: 'este seminário',
    knownToNetwork: 'toda a rede, para cada um de seus seminários',
    public: 'Uma organização aprovada é pública: o formulário a propõe a todas as pessoas.',
    stays:
      'Ninguém ganha nem perde uma vaga com isto. Se houver um limite por organização, a partir de agora ele conta estas pessoas em conjunto.',
    approve: 'Aprovar',
  },
  kinds: organisationKinds.pt,
  approved: count =>
    plural('pt', count, {
      one: '# inscrição pertence agora a uma organização aprovada.',
      other: '# inscrições pertencem agora a uma organização aprovada.',
    }),
  gone: 'Já não há ninguém com inscrição sob este nome: talvez outra pessoa tenha acabado de aprová-lo.',
  errors: {
    what: 'Diga o que é.',
    other: 'Nenhuma organização aprovada tem exatamente este nome. Escolha uma das que a lista propõe.',
    name: 'Informe o nome.',
    nameTooLong: 'Um nome pode ter no máximo 200 caracteres.',
    language: 'Escolha o idioma do nome.',
    kind: 'Escolha o tipo.',
    country: 'Escolha um país da lista, ou nenhum.',
    knownTo: 'Escolha quem a conhece.',
  },
} satisfies Messages<typeof en>
