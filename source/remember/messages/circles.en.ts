import { plural as plural4 } from '#ground/languages/say.ts'

const plural = (count: number, one: string, other: string) => plural4('en', count, { one, other })

/** Who sees several relationships, changed at once; and what a new one would show. */
export const en = {
  choose: 'Choose',
  chooseOne: (name: string) => `Choose ${name}`,
  several: 'Who may see those chosen',
  severalHint: 'First you see what becomes public and what no longer is; nothing is changed before.',
  look: 'See what that changes',
  title: 'Who may see these relationships',
  lead: 'This is what changes. Nothing is saved yet.',
  none: 'No relationship is chosen',
  noneText: 'Tick those that you want to open or to close in the list, and say who may see them.',
  noCircle: 'Nobody has said who may see them',
  noCircleText: 'Go back to the list, and choose who may see those that are ticked.',
  back: 'Back to the list',
  opens: (count: number) => plural(count, '# becomes public', '# become public'),
  widens: (count: number) => plural(count, '# is opened to the network', '# are opened to the network'),
  closes: (count: number) => plural(count, '# is public no longer', '# are public no longer'),
  narrows: (count: number) => plural(count, '# is seen by fewer people', '# are seen by fewer people'),
  same: (count: number) => plural(count, '# stays as it is', '# stay as they are'),
  fromTo: (before: string, after: string) => `today: ${before}; then: ${after}`,
  closesText: (count: number) =>
    plural(
      count,
      'Citizens no longer read it, nor its agreements, nor anything else that hangs on it, nor its past versions.',
      'Citizens no longer read them, nor their agreements, nor anything else that hangs on them, nor their past versions.',
    ),
  narrowsText: (count: number) =>
    plural(
      count,
      'Outside the team nobody reads it any longer, nor what hangs on it.',
      'Outside the team nobody reads them any longer, nor what hangs on them.',
    ),
  widensText: (count: number) =>
    plural(
      count,
      'Those who read in a network of the territory then read it, with what hangs on it, unless kept to fewer people.',
      'Those who read in a network of the territory then read them, with what hangs on them, unless kept to fewer people.',
    ),
  /** Where all of them come to be seen by the same, by whom. */
  buttons: {
    0: (count: number) => plural(count, 'Make # relationship internal', 'Make # relationships internal'),
    1: (count: number) =>
      plural(count, 'Show # relationship to the network only', 'Show # relationships to the network only'),
    2: (count: number) => plural(count, 'Make # relationship public', 'Make # relationships public'),
  },
  button: (count: number) => plural(count, 'Change # relationship', 'Change # relationships'),
  nothing: 'All of them have this visibility already.',
  done: (count: number) => plural(count, '# relationship was changed.', '# relationships were changed.'),
  undo: 'Undo it: see what that changes',
  stale: 'These were changed meanwhile, or something that hangs on them. Nothing was saved. This is how they are now:',
  many: (most: number) => `At most ${most} at once are changed: these are the first.`,
  fresh: {
    partner: 'the partner, if it is public itself',
    hidden:
      'A partner that is internal itself would stay hidden: those marked so in the list above, and one that you name here for the first time.',
    texts: 'why it exists and its story, unless you keep them to fewer people below',
    marked: (name: string) => `${name} (internal)`,
  },
}
