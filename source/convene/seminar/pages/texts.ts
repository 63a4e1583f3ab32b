import type { Shown } from '#ground/languages/text.ts'

/** The words alone, where no remark can stand: a calendar, a title of a window, data for machines. */
export const wordsIn = (shown: Shown | null | undefined): string => shown?.text ?? ''
