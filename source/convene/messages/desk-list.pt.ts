import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './desk-list.en.ts'

const people = (count: number, one: string, other: string) => plural('pt', count, { one, other })

export const pt = {
  filters: {
    language: 'Idioma dos nossos e-mails',
    quota: 'Contadas pela cota',
    invitation: 'Convite',
    guestList: 'Lista de pessoas',
    priority: 'Prioridade',
    prioritised: 'com prioridade própria',
    needs: 'Necessidades',
    withNeeds: 'precisam de algo',
    size: 'Em cada página',
    perPage: count => people(count, '# pessoa', '# pessoas'),
  },
  priorityIs: priority => `prioridade ${number('pt', priority)}`,
  writeToTicked: 'Escrever a elas',
  all: {
    title: count => people(count, 'Com a única pessoa que corresponde', 'Com as # pessoas que correspondem'),
    hint: 'Todas as pessoas que correspondem ao que foi escolhido acima da lista, em todas as páginas. A página seguinte diz quantas são, antes que algo seja feito.',
    approve: 'Aprovar todas',
    refuse: 'Recusar todas',
    cancel: 'Cancelar todas',
    write: 'Escrever a todas',
    tooManyToWrite: most =>
      `Com essas escolhas só é possível escrever a pessoas escolhidas pelo nome, ${number('pt', most)} no máximo: reduza a lista, ou escolha no envio por estado, categoria, região ou idioma.`,
  },
  sure: {
    approveTitle: count => people(count, 'Aprovar # inscrição?', 'Aprovar # inscrições?'),
    approveText:
      'Cada pessoa para quem resta uma vaga a recebe, na ordem da lista; as outras passam à lista de espera. Um e-mail avisa cada uma.',
    approveButton: count => people(count, 'Aprovar # inscrição', 'Aprovar # inscrições'),
    ofThese: (matching, possible) =>
      matching === possible
        ? people(
            matching,
            'Diz respeito à única pessoa que corresponde.',
            'Diz respeito às # pessoas que correspondem.',
          )
        : people(
            possible,
            `De ${number('pt', matching)} pessoas que correspondem, diz respeito a #; para as outras nada muda.`,
            `De ${number('pt', matching)} pessoas que correspondem, diz respeito a #; para as outras nada muda.`,
          ),
    most: most =>
      `São tratadas ${number('pt', most)} no máximo de cada vez, as primeiras primeiro. Volte depois à lista para as restantes.`,
    who: 'A quem diz respeito',
    state: 'Estado',
    people: 'Pessoas',
    changed: 'A lista mudou nesse meio-tempo, e nada foi feito ainda. Veja os novos números.',
    none: {
      approve: 'Nenhuma das pessoas que correspondem espera para ser examinada.',
      refuse: 'Nenhuma das pessoas que correspondem pode ser recusada: uma inscrição confirmada é cancelada.',
      cancel: 'Nenhuma das pessoas que correspondem tem uma inscrição a cancelar.',
    },
  },
  hasPlace: count =>
    people(
      count,
      '# inscrição está confirmada: já não pode ser recusada, apenas cancelada.',
      '# inscrições estão confirmadas: já não podem ser recusadas, apenas canceladas.',
    ),
} satisfies Messages<typeof en>
