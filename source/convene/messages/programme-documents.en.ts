/** Files that released versions of a programme name, and how one of them is withdrawn. */
export const en = {
  /** Beside its title, for readers. */
  gone: 'no longer available',
  title: 'Files of the programme',
  lead: 'Files that a released version names. Taking a document out of a slot does not close it: earlier versions still name it, and stay open to everybody. Withdraw the file, and nobody outside your team can open it any more.',
  door: 'Files',
  columns: { document: 'Document', where: 'Named in', since: 'Since', state: 'Who can open it' },
  inVersion: (version: string, slots: string) => `${version}: ${slots}`,
  states: [
    'Only your team: the seminar is not announced',
    'Your network: the seminar is not public',
    'Everybody who sees the seminar',
  ],
  withdrawnSince: (moment: string) => `Withdrawn on ${moment}: only your team`,
  withdraw: 'Withdraw',
  showAgain: 'Show again',
  none: 'No file yet',
  noneText: 'As soon as a released version names a file of yours, it is listed here.',
  withdrawTitle: (name: string) => `Withdraw the file “${name}”?`,
  withdrawText:
    'From now on nobody outside your team can open it, in no version, and no later release opens it again. The versions keep its title and say that it is no longer available. Whoever has saved the file already keeps it.',
  withdrawButton: 'Withdraw this file',
  showTitle: (name: string) => `Show the file “${name}” again?`,
  showText: 'Whoever sees the seminar can then open it again, from every version that names it.',
  showButton: 'Show this file again',
  back: 'All files of the programme',
  withdrawn: (name: string) => `“${name}” is withdrawn: only your team can open it.`,
  shown: (name: string) => `“${name}” is no longer withdrawn: whoever sees the seminar can open it.`,
  same: (name: string) => `Nothing was changed: “${name}” was like that already.`,
  mayNot: 'Withdrawing files is for those who organise this seminar.',
  onSlot: {
    withdrawn: 'This file is withdrawn: only your team can open it.',
    open: 'A released version names this file. Taking it out here does not close it.',
    link: 'Withdraw or show a file',
  },
  log: { file: 'File', withdrawn_at: 'Withdrawn' },
}
