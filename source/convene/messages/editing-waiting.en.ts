/** What is said of a person in another language than that of the seminar's texts. */
export const en = {
  waits: (what: string, languages: string, source: string) =>
    `“${what}” stands in ${languages} only: it is kept, and readers see it once it is also written in ${source}.`,
}
