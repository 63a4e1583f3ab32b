/** What is told before a relationship becomes public, and how it is read then. */
export const en = {
  title: 'What everybody would read',
  lead: 'Once it is public, everybody reads without signing in:',
  always: 'its name, its kind and its dates',
  texts: { reason: 'why it exists', narrative: 'its story' },
  agreement: 'with its dates, its events and what is due next',
  fees: (n: number) => (n === 1 ? '1 fee, with its amount' : `${n} fees, with their amounts`),
  seats: (n: number) => (n === 1 ? '1 seat' : `${n} seats`),
  hidden:
    'These partners would stay hidden: they are internal themselves (make them public on their own pages), or their line here is kept to fewer people.',
  nobody: 'No partner is noted: the page would not say with whom.',
  asCitizen: 'As a citizen sees it',
  seenAs: 'This is how anybody reads this page who does not belong here.',
  back: 'Back to the page as you see it',
}
