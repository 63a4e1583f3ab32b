/** Buttons that save a form and lead on to another page. */
export const en = {
  saveThen: (what: string) => `Save, then: ${what}`,
}
