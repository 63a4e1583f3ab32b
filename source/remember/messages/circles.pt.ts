import { type Messages, plural as plural4 } from '#ground/languages/say.ts'
import type { en } from './circles.en.ts'

const plural = (count: number, one: string, other: string) => plural4('pt', count, { one, other })

export const pt = {
  choose: 'Escolher',
  chooseOne: name => `Escolher ${name}`,
  several: 'Quem pode ver as escolhidas',
  severalHint: 'Primeiro aparece o que se torna público e o que deixa de ser; antes disso, nada muda.',
  look: 'Ver o que isso muda',
  title: 'Quem pode ver estas relações',
  lead: 'Eis o que muda. Nada foi salvo ainda.',
  none: 'Nenhuma relação foi escolhida',
  noneText: 'Marque na lista as que deseja abrir ou fechar, e diga quem pode vê-las.',
  noCircle: 'Não foi dito quem pode vê-las',
  noCircleText: 'Volte à lista e escolha quem pode ver as que estão marcadas.',
  back: 'Voltar à lista',
  opens: count => plural(count, '# torna-se pública', '# tornam-se públicas'),
  widens: count => plural(count, '# abre-se à rede', '# abrem-se à rede'),
  closes: count => plural(count, '# deixa de ser pública', '# deixam de ser públicas'),
  narrows: count => plural(count, '# é vista por menos pessoas', '# são vistas por menos pessoas'),
  same: count => plural(count, '# fica como está', '# ficam como estão'),
  fromTo: (before, after) => `hoje: ${before}; depois: ${after}`,
  closesText: count =>
    plural(
      count,
      'A população não a lê mais, nem seus acordos, nem nada do que depende dela, nem suas versões passadas.',
      'A população não as lê mais, nem seus acordos, nem nada do que depende delas, nem suas versões passadas.',
    ),
  narrowsText: count =>
    plural(
      count,
      'Fora da equipe, ninguém mais a lê, nem o que depende dela.',
      'Fora da equipe, ninguém mais as lê, nem o que depende delas.',
    ),
  widensText: count =>
    plural(
      count,
      'Quem lê em uma rede do território passa a lê-la, com o que depende dela e não está reservado a menos pessoas.',
      'Quem lê em uma rede do território passa a lê-las, com o que depende delas e não está reservado a menos pessoas.',
    ),
  buttons: {
    0: count => plural(count, 'Tornar # relação interna', 'Tornar # relações internas'),
    1: count => plural(count, 'Mostrar # relação só à rede', 'Mostrar # relações só à rede'),
    2: count => plural(count, 'Tornar # relação pública', 'Tornar # relações públicas'),
  },
  button: count => plural(count, 'Alterar # relação', 'Alterar # relações'),
  nothing: 'Todas já têm esta visibilidade.',
  done: count => plural(count, '# relação foi alterada.', '# relações foram alteradas.'),
  undo: 'Desfazer: ver o que isso muda',
  stale: 'Estas foram alteradas enquanto isso, ou algo que depende delas. Nada foi salvo. Eis como estão agora:',
  many: most => `No máximo ${most} são alteradas de cada vez: estas são as primeiras.`,
  fresh: {
    partner: 'o parceiro, se ele próprio for público',
    hidden:
      'Um parceiro cujo registro é interno continuaria oculto: os que a lista acima assinala, e o que você cita aqui pela primeira vez.',
    texts: 'seu motivo e seu relato, a menos que abaixo os reserve a menos pessoas',
    marked: name => `${name} (registro interno)`,
  },
} satisfies Messages<typeof en>
