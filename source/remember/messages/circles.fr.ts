import { type Messages, plural as plural4 } from '#ground/languages/say.ts'
import type { en } from './circles.en.ts'

const plural = (count: number, one: string, other: string) => plural4('fr', count, { one, other })

export const fr = {
  choose: 'Choisir',
  chooseOne: name => `Choisir ${name}`,
  several: 'Qui peut voir celles qui sont choisies',
  severalHint: 'Vous voyez d’abord ce qui devient public et ce qui ne l’est plus ; rien ne change avant.',
  look: 'Voir ce que cela change',
  title: 'Qui peut voir ces relations',
  lead: 'Voici ce qui change. Rien n’est encore enregistré.',
  none: 'Aucune relation n’est choisie',
  noneText: 'Cochez dans la liste celles que vous voulez ouvrir ou fermer, et dites qui peut les voir.',
  noCircle: 'Il n’est pas dit qui peut les voir',
  noCircleText: 'Revenez à la liste, et choisissez qui peut voir celles qui sont cochées.',
  back: 'Revenir à la liste',
  opens: count => plural(count, '# devient publique', '# deviennent publiques'),
  widens: count => plural(count, '# s’ouvre au réseau', '# s’ouvrent au réseau'),
  closes: count => plural(count, '# n’est plus publique', '# ne sont plus publiques'),
  narrows: count => plural(count, '# est vue par moins de monde', '# sont vues par moins de monde'),
  same: count => plural(count, '# reste comme elle est', '# restent comme elles sont'),
  fromTo: (before, after) => `aujourd’hui : ${before} ; ensuite : ${after}`,
  closesText: count =>
    plural(
      count,
      'Le public ne la lit plus, ni ses accords, ni rien de ce qui en dépend, ni ses versions passées.',
      'Le public ne les lit plus, ni leurs accords, ni rien de ce qui en dépend, ni leurs versions passées.',
    ),
  narrowsText: count =>
    plural(
      count,
      'Hors de l’équipe, personne ne la lit plus, ni ce qui en dépend.',
      'Hors de l’équipe, personne ne les lit plus, ni ce qui en dépend.',
    ),
  widensText: count =>
    plural(
      count,
      'Les membres des réseaux du territoire la lisent alors, avec ce qui en dépend et n’est pas réservé à moins de monde.',
      'Les membres des réseaux du territoire les lisent alors, avec ce qui en dépend et n’est pas réservé à moins de monde.',
    ),
  buttons: {
    0: count => plural(count, 'Rendre # relation interne', 'Rendre # relations internes'),
    1: count => plural(count, 'Montrer # relation au réseau seulement', 'Montrer # relations au réseau seulement'),
    2: count => plural(count, 'Rendre # relation publique', 'Rendre # relations publiques'),
  },
  button: count => plural(count, 'Modifier # relation', 'Modifier # relations'),
  nothing: 'Toutes ont déjà cette visibilité.',
  done: count => plural(count, '# relation a été modifiée.', '# relations ont été modifiées.'),
  undo: 'Revenir en arrière : voir ce que cela change',
  stale:
    'Celles-ci ont été modifiées entre-temps, ou quelque chose qui en dépend. Rien n’est enregistré. Voici comment elles sont maintenant :',
  many: most => `On en modifie ${most} au plus à la fois : voici les premières.`,
  fresh: {
    partner: 'le partenaire, s’il est public lui-même',
    hidden:
      'Un partenaire dont la fiche est interne resterait caché : ceux que la liste ci-dessus signale, et celui que vous nommez ici pour la première fois.',
    texts: 'sa raison et son récit, sauf si vous les réservez plus bas à moins de monde',
    marked: name => `${name} (fiche interne)`,
  },
} satisfies Messages<typeof en>
