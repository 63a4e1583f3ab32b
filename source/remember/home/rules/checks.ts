// What a memory is checked for. Severity, threshold and its unit are of the rule; a territory may set another threshold or
// switch a rule off (memory_rule). The sentences are in messages/memory-checks.*, by code.

export const severities = ['serious', 'attention', 'hint'] as const
export type Severity = (typeof severities)[number]
export type ThresholdUnit = 'months' | 'days' | 'percent'

/** In the order in which they are told within their severity. */
export const checkRules = {
  'commitment-overdue': { severity: 'serious', threshold: { usual: 0, unit: 'days' } },
  'agreement-notice-near': { severity: 'serious', threshold: { usual: 90, unit: 'days' } },
  'fee-unpaid': { severity: 'serious', threshold: { usual: 0, unit: 'days' } },
  'seat-in-person': { severity: 'serious' },
  'relationship-dormant': { severity: 'serious', threshold: { usual: 36, unit: 'months' } },
  'relationship-outlives-agreements': { severity: 'attention' },
  'relationship-without-lead': { severity: 'attention' },
  'agreement-without-signature': { severity: 'attention' },
  'agreement-without-end': { severity: 'attention' },
  'post-vacant': { severity: 'attention' },
  'post-held-for-now': { severity: 'attention' },
  'project-past-its-end': { severity: 'attention', threshold: { usual: 0, unit: 'days' } },
  'project-without-parties': { severity: 'attention' },
  'project-without-result': { severity: 'attention', threshold: { usual: 6, unit: 'months' } },
  'project-sector-withdrawn': { severity: 'attention' },
  'document-past-retention': { severity: 'attention' },
  'duplicate-actor': { severity: 'attention', threshold: { usual: 50, unit: 'percent' } },
  'relationship-twice': { severity: 'attention' },
  'organisation-without-identifier': { severity: 'hint' },
  'commitment-without-day': { severity: 'hint' },
  'relationship-without-contact': { severity: 'hint' },
  'relationship-without-reason': { severity: 'hint' },
  'project-without-description': { severity: 'hint' },
  'decision-without-document': { severity: 'hint' },
  'document-without-file': { severity: 'hint' },
  'document-without-language': { severity: 'hint' },
  'document-without-licence': { severity: 'hint' },
  'document-without-retention': { severity: 'hint' },
  'contact-long-unseen': { severity: 'hint', threshold: { usual: 24, unit: 'months' } },
  'translation-missing': { severity: 'hint' },
  'translation-stale': { severity: 'hint', threshold: { usual: 6, unit: 'months' } },
} as const satisfies Record<string, { severity: Severity; threshold?: { usual: number; unit: ThresholdUnit } }>

export type CheckCode = keyof typeof checkRules
export const checkCodes = Object.keys(checkRules) as CheckCode[]
export const isCheckCode = (text: string): text is CheckCode => Object.hasOwn(checkRules, text)

/** The threshold that a rule comes with; null for one that has none. */
export function thresholdOf(code: CheckCode): { usual: number; unit: ThresholdUnit } | null {
  const rule = checkRules[code]
  return 'threshold' in rule ? rule.threshold : null
}

/**
 * The smallest threshold that makes sense in each unit: after no month at all, everything would be asleep; below 20 per cent any
 * two names are alike.
 */
export const leastOf: Record<ThresholdUnit, number> = { months: 1, days: 0, percent: 20 }
/** The largest threshold that makes sense in each unit. */
export const mostOf: Record<ThresholdUnit, number> = { months: 600, days: 3650, percent: 100 }
