/** What may happen to an agreement, in the order of its life. */
export const eventKinds = [
  'negotiated',
  'approved',
  'signed',
  'in-force',
  'amended',
  'renewed',
  'suspended',
  'reactivated',
  'denounced',
  'expired',
] as const
export type EventKind = (typeof eventKinds)[number]

/** Events that may say until when: the term that they begin ends, or all of it. */
export const mayEnd: readonly EventKind[] = ['amended', 'renewed', 'reactivated', 'denounced']

/** Events that may have happened nobody knows when. Of the others a year at least is known: terms are counted from them. */
export const mayBeUnknown: readonly EventKind[] = ['negotiated', 'approved', 'signed', 'in-force']

const next: Readonly<Record<string, readonly EventKind[]>> = {
  'not-yet': ['negotiated', 'approved', 'signed', 'in-force'],
  negotiated: ['approved', 'signed', 'in-force', 'suspended'],
  approved: ['signed', 'in-force', 'negotiated', 'suspended'],
  signed: ['in-force', 'suspended'],
  'in-force': ['amended', 'renewed', 'suspended', 'denounced', 'expired'],
  suspended: ['reactivated', 'denounced', 'amended', 'expired'],
  denounced: ['reactivated', 'renewed', 'expired'],
  expired: ['renewed', 'reactivated', 'amended'],
  terminated: ['reactivated', 'renewed'],
}

/** What is likely to happen next to an agreement that stands so; every other kind may be noted as well. */
export const likelyNext = (state: string): readonly EventKind[] => next[state] ?? eventKinds
