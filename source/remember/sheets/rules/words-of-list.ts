/** value → words for it between bars, on one line or several. */
export type WordsOfList = Readonly<Record<string, string | readonly string[]>>
